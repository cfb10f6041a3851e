// SPDX-License-Identifier: Apache-2.0
#include "core/session/once_feed_source.h"

#include "core/session/freshness_of.h"

namespace kube {

OnceFeedSource::OnceFeedSource(DynamicClient &client, FeedRequest request, ExecutorPtr executor, Scheduler &scheduler,
                               std::function<void(Freshness)> freshness)
    : m_client(client), m_request(std::move(request)), m_scheduler(scheduler), m_report(std::move(freshness)),
      m_owner(std::move(executor))
{
    m_namespaces = m_request.resource.namespaced ? m_request.scope.names : std::vector<std::string>();
    if (m_namespaces.empty())
        m_namespaces.emplace_back();
}

void OnceFeedSource::start(Handler handler)
{
    m_handler = std::move(handler);
    m_freshness.state = FreshnessState::Connecting;
    m_freshness.since = m_scheduler.wallNow();
    m_report(m_freshness);
    read(0);
}

void OnceFeedSource::read(std::size_t part)
{
    ListQuery query;
    query.labelSelector = m_request.labelSelector;
    query.fieldSelector = m_request.fieldSelector;
    then(m_client.list(m_request.resource.gvr, m_namespaces[part], query), m_owner,
         [this, part](Result<ListPage> page) { take(part, std::move(page)); });
}

void OnceFeedSource::take(std::size_t part, Result<ListPage> page)
{
    m_freshness.since = m_scheduler.wallNow();
    if (!page) {
        m_freshness.reason = page.error();
        m_freshness.state = page.error().is(ErrorKind::Forbidden) ? FreshnessState::Forbidden : FreshnessState::Failed;
        if (m_freshness.state == FreshnessState::Forbidden) {
            m_freshness.denied = DeniedRight{userOf(page.error().message), "list", m_request.resource.gvr.toString(), m_namespaces[part]};
        }
        m_report(m_freshness);
        return;
    }
    for (const ObjectPtr &object : page->items) {
        m_objects[object->key()] = object;
        m_handler.changed(object->key(), true);
    }
    m_freshness.loaded = m_objects.size();
    if (part + 1 < m_namespaces.size()) {
        read(part + 1);
        return;
    }
    m_freshness.state = FreshnessState::AsOf;
    m_freshness.asOf = m_scheduler.wallNow();
    m_report(m_freshness);
}

ObjectPtr OnceFeedSource::get(const ObjectKey &key) const
{
    const auto found = m_objects.find(key);
    return found == m_objects.end() ? nullptr : found->second;
}

} // namespace kube
