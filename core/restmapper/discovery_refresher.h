// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/backoff.h"
#include "core/dynamic/dynamic_client.h"

#include <array>

namespace kube {

/// Says when what a server offers may have changed: a CustomResourceDefinition or an APIService has appeared, changed or
/// gone, or may have while nobody could watch. What to do then: CachedDiscovery::invalidate(), OpenApiClient::invalidate().
/// They come in flocks and are waited for a second. What may not be watched, or is not served, is tried again in half a
/// minute to a minute.
/// Thread: the DynamicClient's, which must outlive this. Nothing is told once this has died.
class DiscoveryRefresher
{
public:
    /// Begins at once. changed may destroy this.
    DiscoveryRefresher(DynamicClient &client, ExecutorPtr executor, std::shared_ptr<Scheduler> scheduler, Random random,
                       std::function<void()> changed);
    ~DiscoveryRefresher();

private:
    /// One of the two kinds.
    struct Watched {
        GroupVersionResource resource;
        Backoff backoff;
        std::string resourceVersion; ///< to go on from; empty: list first
        bool isKnown = false;        ///< it was listed before, so that another list means a gap
        ObjectWatch watch;
        Timer again;
    };
    void begin(Watched &kind);
    void list(Watched &kind);
    void watch(Watched &kind);
    void againLater(Watched &kind);
    void changedSoon();
    void tellChanged();

    DynamicClient &m_client;
    std::shared_ptr<Scheduler> m_scheduler;
    std::function<void()> m_changed;
    Timer m_flock;
    std::array<Watched, 2> m_kinds;
    Owner m_owner;
};

} // namespace kube
