// SPDX-License-Identifier: Apache-2.0
#include "core/session/once_feed_source.h"

#include "core/session/freshness_of.h"

namespace kube {

namespace {

constexpr auto readInterval = std::chrono::seconds(15);

} // namespace

struct OnceFeedSource::Reading final : ListSink {
    explicit Reading(OnceFeedSource &source) : owner(source) {}
    void item(ObjectPtr object) override { objects[object->key()] = std::move(object); }
    void end(Result<ListMeta> result) override { owner.partRead(result); }

    OnceFeedSource &owner;
    std::size_t part = 0;
    Objects objects;
    std::unique_ptr<CacheOperation> operation;
};

OnceFeedSource::OnceFeedSource(RestClient &client, FeedRequest request, ExecutorPtr executor, Scheduler &scheduler,
                               std::function<void(Freshness)> freshness)
    : m_request(std::move(request)), m_scheduler(scheduler), m_report(std::move(freshness)), m_owner(executor)
{
    std::vector<std::string> namespaces = m_request.resource.namespaced ? m_request.scope.names : std::vector<std::string>();
    if (namespaces.empty())
        namespaces.emplace_back();
    using Form = DynamicListerWatcher::Form;
    for (const std::string &name : namespaces) {
        DynamicListerWatcher::Target target{m_request.resource.gvr, m_request.resource.kind, name, m_request.labelSelector, m_request.fieldSelector,
                                            m_request.form == FeedRequest::Form::Table ? Form::Table : Form::Objects};
        m_parts.push_back({name, std::make_unique<DynamicListerWatcher>(client, std::move(target), executor, [this](const std::vector<TableColumnDefinition> &definitions) {
                               std::vector<TableColumn> columns;
                               for (const TableColumnDefinition &definition : definitions)
                                   columns.push_back({definition.name, definition.type, definition.format, definition.priority});
                               if (m_handler.columns)
                                   m_handler.columns(columns);
                           })});
    }
}

OnceFeedSource::~OnceFeedSource() = default;

void OnceFeedSource::start(Handler handler)
{
    m_handler = std::move(handler);
    m_freshness.state = FreshnessState::Connecting;
    m_freshness.since = m_scheduler.wallNow();
    m_report(m_freshness);
    readNow();
}

void OnceFeedSource::readNow()
{
    if (!m_handler.changed)
        return;
    m_next.reset();
    m_reading = std::make_unique<Reading>(*this);
    readPart();
}

void OnceFeedSource::readPart()
{
    m_reading->operation = m_parts[m_reading->part].lister->list({}, *m_reading);
}

void OnceFeedSource::partRead(const Result<ListMeta> &result)
{
    if (!result)
        return fail(result.error());
    if (++m_reading->part < m_parts.size()) {
        // Not from within the operation that this ends.
        m_next = m_scheduler.after(Duration::zero(), [this] { readPart(); });
        return;
    }
    show(std::move(m_reading->objects));
    m_freshness = {};
    m_freshness.state = FreshnessState::AsOf;
    m_freshness.loaded = m_objects.size();
    m_freshness.since = m_freshness.asOf = m_scheduler.wallNow();
    m_next = m_scheduler.after(readInterval, [this] { readNow(); });
    m_report(m_freshness);
}

void OnceFeedSource::show(Objects objects)
{
    const bool isFirst = !std::exchange(m_wasRead, true);
    std::vector<ObjectKey> changed;
    for (const auto &[key, object] : m_objects) {
        if (!objects.count(key))
            changed.push_back(key);
    }
    for (const auto &[key, object] : objects)
        changed.push_back(key);
    m_objects = std::move(objects);
    for (const ObjectKey &key : changed)
        m_handler.changed(key, isFirst);
}

void OnceFeedSource::fail(const Error &error)
{
    const bool isForbidden = error.is(ErrorKind::Forbidden);
    m_freshness.reason = error;
    m_freshness.since = m_scheduler.wallNow();
    m_freshness.nextTry = m_scheduler.wallNow() + readInterval;
    m_freshness.state = isForbidden ? FreshnessState::Forbidden : m_wasRead ? FreshnessState::Reconnecting : FreshnessState::Failed;
    if (isForbidden)
        m_freshness.denied = DeniedRight{userOf(error.message), "list", m_request.resource.gvr.toString(), m_parts[m_reading->part].namespaceName};
    m_next = m_scheduler.after(readInterval, [this] { readNow(); });
    m_report(m_freshness);
}

ObjectPtr OnceFeedSource::get(const ObjectKey &key) const
{
    const auto found = m_objects.find(key);
    return found == m_objects.end() ? nullptr : found->second;
}

} // namespace kube
