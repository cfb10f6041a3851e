// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"
#include "core/discovery/discovery_client.h"
#include "core/discovery/discovery_file.h"

#include <map>

namespace kube {

/// The last discovery, kept in memory. Asking while one is under way shares its answer; group versions that failed
/// for a reason that may pass (no connection, 429, 5xx) are asked for again at the next get().
/// Source: client-go discovery/cached/memory, and discovery/cached/disk where a file is given.
///
/// Thread: the DiscoveryClient's, which must outlive this.
class CachedDiscovery
{
public:
    /// executor: of the client's thread; scheduler: what fresh is measured by.
    CachedDiscovery(DiscoveryClient &client, ExecutorPtr executor, std::shared_ptr<Scheduler> scheduler)
        : m_client(client), m_scheduler(std::move(scheduler)), m_owner(std::move(executor))
    {
    }

    /// What is discovered is written there too, and the first answer of all is that of an earlier run, if it is young
    /// enough: never fresh, so that what it lacks is looked for on the server. Call it before get().
    void keepIn(DiscoveryFile file) { m_file = std::move(file); }

    /// Errors: those of DiscoveryClient::discover(); they are not kept.
    [[nodiscard]] Future<ServerResourcesPtr> get();
    /// The next get() asks the server for everything, whatever is under way: that may have been answered before.
    void invalidate();
    /// Downloaded so lately (10 s) that asking again cannot explain what is missing.
    [[nodiscard]] bool isFresh() const;
    /// What is cached now; null when nothing is.
    [[nodiscard]] const ServerResourcesPtr &cached() const { return m_cached; }

private:
    [[nodiscard]] bool takeFromFile();
    void writeFile(const ServerResources &resources) const;
    void download();
    void mend();
    void settle(int generation, Result<ServerResourcesPtr> result);

    DiscoveryClient &m_client;
    std::shared_ptr<Scheduler> m_scheduler;
    ServerResourcesPtr m_cached;
    std::optional<SteadyTime> m_downloadedAt; ///< nothing: by an earlier run
    std::optional<DiscoveryFile> m_file;
    bool m_fileIsDue = true; ///< it has neither been read nor made outdated by invalidate()
    int m_generation = 0; ///< of downloads: one more with each invalidate()
    std::map<int, std::vector<Promise<ServerResourcesPtr>>> m_waiting; ///< by generation; none is empty: its download is under way
    Owner m_owner;
};

} // namespace kube
