// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/session/feed_registry.h"
#include "core/session/ports/clockwork_port.h"

namespace kube {

/// What a session's ClockworkPort does, on the session's thread: looks at its parts for those who watch, and holds them up.
/// Lifetime: what it is made with outlives it.
class ClockworkKeeper
{
public:
    static constexpr auto interval = std::chrono::seconds(1); ///< between two snapshots; what was commanded is seen at once

    /// isProtected: whether faults are refused.
    ClockworkKeeper(RestClient &client, FeedRegistry &feeds, Scheduler &scheduler, std::function<bool()> isProtected);
    ~ClockworkKeeper();

    /// Tells at once, and then each interval.
    void add(std::uint64_t id, std::function<void(ClockworkSnapshotPtr)> emit);
    void remove(std::uint64_t id); ///< with the last, everything goes on as though nobody had held it up

    /// Errors: NotFound.
    [[nodiscard]] Result<std::shared_ptr<SharedIndexInformer>> find(const InformerKey &key) const;
    [[nodiscard]] Result<CachedObject> cachedObject(const InformerKey &informer, const ObjectKey &key) const;
    [[nodiscard]] Result<WorkQueueSnapshot> tableQueue(const InformerKey &informer, std::uint64_t table, std::size_t keys) const;

    void command(const InformerKey &informer, PipelineStage stage, StageCommand command, std::size_t steps);
    void forgetKey(const InformerKey &informer, std::uint64_t table, const ObjectKey &key);
    void retryKey(const InformerKey &informer, std::uint64_t table, const ObjectKey &key);
    [[nodiscard]] Result<std::vector<ConnectionFault>> inject(const InformerKey &informer, const ConnectionFault &fault);
    void clearFaults(const InformerKey &informer) { m_feeds.pipeline(informer).faults->clear(); }

private:
    using TableTimes = std::map<std::uint64_t, Subscription>;
    void tick();
    void watchEverything();
    void letEverythingGo();
    [[nodiscard]] PipelineSnapshot look(const InformerKey &key, SharedIndexInformer &informer, std::size_t users);
    [[nodiscard]] std::vector<InformerKey> keys() const;
    void carryOut(const InformerKey &informer, PipelineStage stage, StageCommand command, std::size_t steps);
    void commandTables(const InformerKey &informer, StageCommand command, std::size_t steps);
    void withTable(const InformerKey &informer, std::uint64_t table, const std::function<void(FeedInspection &)> &fn) const;

    RestClient &m_client;
    FeedRegistry &m_feeds;
    Scheduler &m_scheduler;
    std::function<bool()> m_isProtected;
    std::map<std::uint64_t, std::function<void(ClockworkSnapshotPtr)>> m_watchers;
    TableTimes m_tableTimes; ///< by table, while somebody watches
    Timer m_tick;
};

} // namespace kube
