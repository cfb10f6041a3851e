// SPDX-License-Identifier: Apache-2.0
#include "core/restmapper/discovery_refresher.h"

namespace kube {

namespace {
constexpr auto flock = std::chrono::seconds(1);
}

DiscoveryRefresher::DiscoveryRefresher(DynamicClient &client, ExecutorPtr executor, std::shared_ptr<Scheduler> scheduler,
                                       Random random, std::function<void()> changed)
    : m_client(client), m_scheduler(std::move(scheduler)), m_changed(std::move(changed)),
      m_kinds{Watched{{"apiextensions.k8s.io", "v1", "customresourcedefinitions"}, Backoff({}, random), {}, false, {}, {}},
              Watched{{"apiregistration.k8s.io", "v1", "apiservices"}, Backoff({}, random), {}, false, {}, {}}},
      m_owner(std::move(executor))
{
    for (Watched &kind : m_kinds)
        begin(kind);
}

DiscoveryRefresher::~DiscoveryRefresher() = default;

void DiscoveryRefresher::begin(Watched &kind)
{
    if (kind.resourceVersion.empty())
        list(kind);
    else
        watch(kind);
}

void DiscoveryRefresher::list(Watched &kind)
{
    // A version to watch from is all that is wanted of it.
    ListQuery query;
    query.limit = 1;
    then(m_client.list(kind.resource, {}, query), m_owner, [this, &kind](Result<ListPage> page) {
        if (!page)
            return againLater(kind);
        kind.resourceVersion = page->resourceVersion;
        if (std::exchange(kind.isKnown, true))
            changedSoon();
        watch(kind);
    });
}

void DiscoveryRefresher::watch(Watched &kind)
{
    WatchQuery query;
    query.resourceVersion = kind.resourceVersion;
    query.allowWatchBookmarks = true;
    WatchHandler handler;
    handler.event = [this, &kind](WatchFrame::Type, const ObjectPtr &object) {
        kind.resourceVersion = object->resourceVersion();
        changedSoon();
    };
    handler.bookmark = [&kind](const std::string &resourceVersion) { kind.resourceVersion = resourceVersion; };
    handler.ended = [this, &kind](const std::optional<Error> &error) {
        if (error && error->is(ErrorKind::Gone))
            kind.resourceVersion.clear();
        againLater(kind);
    };
    kind.watch = m_client.watch(kind.resource, {}, query, std::move(handler));
}

void DiscoveryRefresher::againLater(Watched &kind)
{
    kind.again = m_scheduler->after(kind.backoff.next(m_scheduler->now()), [this, &kind] { begin(kind); });
}

void DiscoveryRefresher::changedSoon()
{
    if (!m_flock)
        m_flock = m_scheduler->after(flock, [this] { tellChanged(); });
}

void DiscoveryRefresher::tellChanged()
{
    m_flock.reset();
    const auto tell = m_changed; // which may destroy this
    tell();
}

} // namespace kube
