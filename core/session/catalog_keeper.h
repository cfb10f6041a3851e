// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/backoff.h"
#include "core/discovery/cached_discovery.h"
#include "core/session/ports/resource_info.h"

#include <map>
#include <set>

namespace kube {

/// Discovers what a server offers and keeps it: an answer that lacks what was there is not believed at once, for a server
/// that is just starting (seen with 1.20) names few groups and says that it is well. What is lacking, or could not be
/// read, stays as it was last known, marked, and is asked for again with growing waits; also until two answers in
/// succession are the same. What stays away for a minute has gone; what a deleted CustomResourceDefinition defined, at once,
/// unless it is still named a minute later: then something else serves it.
/// Thread: the session's. Lifetime: the discovery and the scheduler outlive it.
class CatalogKeeper
{
public:
    CatalogKeeper(CachedDiscovery &discovery, ExecutorPtr executor, Scheduler &scheduler, Random random, QString name,
                  std::function<void(CatalogPtr)> found);

    /// Called each time the question fails while nothing is known; it is asked again by itself.
    void setOnRefused(std::function<void(const Error &)> refused) { m_refused = std::move(refused); }

    /// The server is there, for the first time or again: its first answers are doubted.
    void renew();
    /// Somebody wants to know: all is asked for anew, now.
    void refresh();
    /// The server is not there: nothing is asked until renew().
    void pause();
    /// By the name of a CustomResourceDefinition, "planets.example.com". They come in flocks, and are waited for a second.
    void definitionChanged(std::string_view name);
    void definitionDeleted(std::string_view name);
    void serviceChanged() { askSoon(); } ///< an APIService has; they are waited for likewise
    /// How many deletions are remembered: those of the last minute, and those whose kinds have not gone yet.
    [[nodiscard]] std::size_t deletions() const { return m_deleted.size(); }

private:
    void ask();
    void take(const Result<ServerResourcesPtr> &resources);
    /// What is known, of an answer and of what it lacks; true when it is to be asked for again.
    [[nodiscard]] bool remember(const ServerResources &resources);
    void forgetDeletions();
    /// Whether what the server names is about to go.
    [[nodiscard]] bool isDeleted(const GroupResource &named);
    void askSoon();

    CachedDiscovery &m_discovery;
    Scheduler &m_scheduler;
    QString m_name; ///< of the session, for logs
    std::function<void(CatalogPtr)> m_found;
    std::function<void(const Error &)> m_refused;
    CatalogPtr m_last;
    std::vector<GroupVersionResource> m_answered; ///< named by the last answer; empty: none to compare with
    std::map<GroupResource, SteadyTime> m_absentSince;
    std::map<GroupResource, SteadyTime> m_deleted; ///< since when their definitions have gone
    Backoff m_afterErrors;
    Backoff m_inDoubt;
    bool m_anew = true; ///< the next question is for everything
    bool m_paused = false;
    int m_asked = 0;
    Timer m_again;
    Owner m_owner;
};

} // namespace kube
