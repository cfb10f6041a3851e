// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/resource_feed.h"

#include <mutex>
#include <unordered_map>

namespace orrery::bench {

/// When changes were written, as the objects say (annotation demo.orrery/written-at, microseconds since 1970), until
/// the model shows them. Thread: any.
class WrittenTimes
{
public:
    void put(const kube::ObjectKey &key, qint64 micros);
    /// Taken once.
    [[nodiscard]] std::optional<qint64> take(const kube::ObjectKey &key);

private:
    std::mutex m_mutex;
    std::unordered_map<kube::ObjectKey, qint64> m_pending;
};

/// A second reader of the informer that feeds the table: notes what each changed object says of its writing.
class WrittenTap final : public kube::FeedWorker
{
public:
    WrittenTap(kube::FeedSource &source, std::shared_ptr<WrittenTimes> times);

private:
    kube::FeedSource &m_source;
    std::shared_ptr<WrittenTimes> m_times;
};

} // namespace orrery::bench
