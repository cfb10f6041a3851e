// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/events/core_event.h"
#include "core/events/lru_cache.h"
#include "core/rest/token_bucket.h"

#include <set>

namespace kube {

/// Keeps a recorder of core/v1 Events from flooding the server. What is the same but for its message is written as one
/// Event from the tenth message in ten minutes on; what is the same altogether is counted; and a source may tell so much of
/// an object at once, then one each five minutes. Nothing is sent here, and time is given. Thread: one.
/// Source: client-go record.EventCorrelator.
class EventCorrelator
{
public:
    /// The defaults are client-go's.
    struct Config {
        std::size_t maxEvents = 10;                     ///< different messages before they become one Event
        Duration maxInterval = std::chrono::minutes(10); ///< without one of the kind, counting messages begins anew
        int burst = 25;                                  ///< of one source about one object, by type
        double perSecond = 1.0 / 300.0;                  ///< … and from then on
        std::size_t cacheSize = 4096;                    ///< entries of each of the three memories
    };
    EventCorrelator() : EventCorrelator(Config{}) {}
    explicit EventCorrelator(Config config); ///< has seen nothing yet

    /// What to write: with a count over 1, as a change of the Event of that key; nothing when there have been too many.
    [[nodiscard]] std::optional<CoreEvent> correlate(CoreEvent event, SteadyTime now);

private:
    struct Similar {
        std::set<std::string> messages; ///< fewer than maxEvents
        SteadyTime last{};
    };
    struct Observed {
        std::int64_t count = 0;
        WallTime firstTimestamp{};
        ObjectKey key;
    };

    [[nodiscard]] std::string aggregate(CoreEvent &event, SteadyTime now);
    void observe(CoreEvent &event, const std::string &memoryKey);

    Config m_config;
    LruCache<Similar> m_similar;
    LruCache<Observed> m_observed;
    LruCache<TokenBucket> m_buckets;
};

} // namespace kube
