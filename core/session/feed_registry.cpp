// SPDX-License-Identifier: Apache-2.0
#include "core/session/feed_registry.h"

#include "core/informers/dynamic_lister_watcher.h"
#include "core/rest/renewed_error.h"
#include "core/session/informer_feed_source.h"
#include "core/session/inspected_lister_watcher.h"
#include "core/session/ports/feed_inspection.h"

#include <set>

namespace kube {

namespace {

DynamicListerWatcher::Form formOf(InformerKey::Form form)
{
    switch (form) {
    case InformerKey::Form::Objects: return DynamicListerWatcher::Form::Objects;
    case InformerKey::Form::Table: return DynamicListerWatcher::Form::Table;
    case InformerKey::Form::Metadata: return DynamicListerWatcher::Form::Metadata;
    }
    return DynamicListerWatcher::Form::Objects;
}

} // namespace

struct FeedRegistry::Counters {
    std::uint64_t events = 0;
    std::uint64_t bytes = 0;
    std::set<Stream *> streams; ///< those there are
};

struct FeedRegistry::Stream final : ListerWatcher {
    Stream(std::shared_ptr<Counters> counters, std::unique_ptr<DynamicListerWatcher> listerWatcher)
        : m_counters(std::move(counters)), m_inner(std::move(listerWatcher))
    {
        m_counters->streams.insert(this);
    }
    std::unique_ptr<CacheOperation> list(const ListOptions &options, ListSink &sink) override { return m_inner->list(options, sink); }
    std::unique_ptr<CacheOperation> watch(const ListOptions &options, WatchSink &sink) override { return m_inner->watch(options, sink); }
    std::unique_ptr<CacheOperation> probe(std::function<void(std::optional<Error>)> done) override { return m_inner->probe(std::move(done)); }
    void renew() override { m_inner->renew(); }
    Subscription onHold(std::function<void(bool isHeld)> hold) override { return m_inner->onHold(std::move(hold)); }
    std::optional<std::uint64_t> bytesRead() const override { return m_inner->bytesRead(); }
    ~Stream() override
    {
        count();
        m_counters->streams.erase(this);
    }
    /// Adds what has passed since the last time.
    void count()
    {
        const ListerWatcherTraffic &traffic = m_inner->traffic();
        m_counters->bytes += traffic.bytes - m_counted.bytes;
        m_counters->events += traffic.events - m_counted.events;
        m_counted = traffic;
    }

private:
    std::shared_ptr<Counters> m_counters;
    std::unique_ptr<DynamicListerWatcher> m_inner;
    ListerWatcherTraffic m_counted;
};

FeedRegistry::FeedRegistry(RestClient &client, ExecutorPtr executor, Scheduler &scheduler)
    : m_client(client), m_executor(std::move(executor)), m_scheduler(scheduler), m_counters(std::make_shared<Counters>())
{
    m_factory = std::make_unique<SharedInformerFactory>([this](const InformerKey &key) { return makeListerWatcher(key); },
                                                        m_executor, m_scheduler, systemRandom());
}

FeedRegistry::~FeedRegistry() = default;

std::unique_ptr<ListerWatcher> FeedRegistry::makeListerWatcher(const InformerKey &key)
{
    DynamicListerWatcher::Target target{key.resource, m_kinds[key.resource], key.namespaceName, key.labelSelector,
                                        key.fieldSelector, formOf(key.form)};
    auto made = std::make_unique<DynamicListerWatcher>(
        m_client, std::move(target), m_executor, [this, key](const std::vector<TableColumnDefinition> &definitions) {
            std::vector<TableColumn> columns;
            for (const TableColumnDefinition &definition : definitions)
                columns.push_back({definition.name, definition.type, definition.format, definition.priority});
            columnsOf(key, std::move(columns));
        });
    const Pipeline &inspected = pipeline(key);
    return std::make_unique<InspectedListerWatcher>(std::make_unique<Stream>(m_counters, std::move(made)), inspected.faults, inspected.trace, m_scheduler);
}

FeedRegistry::Pipeline &FeedRegistry::pipeline(const InformerKey &key)
{
    Pipeline &pipeline = m_pipelines[key];
    if (!pipeline.trace) {
        pipeline.kind = m_kinds[key.resource];
        pipeline.faults = std::make_shared<ConnectionFaults>(m_scheduler);
        pipeline.trace = std::make_shared<PipelineTrace>(m_scheduler);
    }
    return pipeline;
}

void FeedRegistry::attach(const std::shared_ptr<InformerFeedSource> &source, const std::shared_ptr<FeedWorker> &worker)
{
    for (Open &open : m_open) {
        if (open.source.lock() != source)
            continue;
        open.worker = worker;
        FeedInspection *const inspection = worker->inspection();
        const bool isPaused = std::any_of(open.keys.begin(), open.keys.end(), [this](const InformerKey &key) { return pipeline(key).tablesPaused; });
        if (inspection && isPaused) {
            inspection->stage().pause();
            source->setHeld(true);
        }
    }
}

void FeedRegistry::forEachTable(const InformerKey &key, const std::function<void(InformerFeedSource &, FeedWorker &)> &look) const
{
    for (const Open &open : m_open) {
        const auto source = open.source.lock();
        const auto worker = open.worker.lock();
        if (source && worker && std::find(open.keys.begin(), open.keys.end(), key) != open.keys.end())
            look(*source, *worker);
    }
}

void FeedRegistry::columnsOf(const InformerKey &key, std::vector<TableColumn> columns)
{
    for (const Open &open : m_open) {
        const auto source = open.source.lock();
        if (source && std::find(open.keys.begin(), open.keys.end(), key) != open.keys.end())
            source->setColumns(columns);
    }
    m_columns[key] = std::move(columns);
}

InformerHandle FeedRegistry::informer(const InformerKey &key, const std::string &kind)
{
    m_kinds[key.resource] = kind;
    return m_factory->informerFor(key);
}

void FeedRegistry::retryServed(const Catalog &catalog)
{
    std::vector<std::shared_ptr<SharedIndexInformer>> served; // one that is told may end others
    m_factory->forEach([&](const InformerKey &key, const SharedIndexInformer &informer, std::size_t) {
        const ReflectorStatus status = informer.status();
        const ResourceInfo *const resource = catalog.find(key.resource.groupResource());
        const bool isServed = resource && !resource->unconfirmed;
        if (isServed && status.nextTry && status.lastError && status.lastError->is(ErrorKind::NotFound))
            served.push_back(m_factory->find(key));
    });
    for (const auto &informer : served)
        informer->retryNow();
}

std::function<void(Freshness)> FeedRegistry::noticing(std::function<void(Freshness)> freshness)
{
    return [this, freshness = std::move(freshness), was = FreshnessState::Idle](Freshness now) mutable {
        const bool isLost = was == FreshnessState::Live && now.state == FreshnessState::Reconnecting && !m_outage;
        was = now.state;
        const std::optional<Error> reason = now.reason;
        freshness(std::move(now));
        const bool isServers = reason && reason->code != error_code::Renewed && reason->code != error_code::Injected;
        if (isLost && isServers && m_onLost)
            m_onLost(*reason);
    };
}

std::shared_ptr<InformerFeedSource> FeedRegistry::open(const FeedRequest &request, std::function<void(Freshness)> freshness)
{
    const auto form = request.form == FeedRequest::Form::Table ? InformerKey::Form::Table : InformerKey::Form::Objects;
    std::vector<std::string> namespaces = request.resource.namespaced ? request.scope.names : std::vector<std::string>();
    if (namespaces.empty())
        namespaces.emplace_back();
    std::vector<InformerFeedSource::Part> parts;
    std::vector<InformerKey> keys;
    for (const std::string &name : namespaces) {
        const InformerKey key{request.resource.gvr, name, request.labelSelector, request.fieldSelector, form};
        InformerHandle handle = informer(key, request.resource.kind);
        parts.push_back({name, std::move(handle), pipeline(key).trace, pipeline(key).faults});
        keys.push_back(key);
    }
    auto source = std::make_shared<InformerFeedSource>(++m_lastTable, request.resource.gvr, std::move(parts), m_executor, m_scheduler, noticing(std::move(freshness)));
    for (const InformerKey &key : keys) {
        if (const auto known = m_columns.find(key); known != m_columns.end())
            source->setColumns(known->second);
    }
    if (m_outage)
        source->setOutage(m_outage);
    std::erase_if(m_open, [](const Open &open) { return open.source.expired(); });
    const bool whole = request.labelSelector.empty() && request.fieldSelector.empty();
    m_open.push_back({whole ? form : InformerKey::Form::Metadata, source, std::move(keys), {}});
    return source;
}

void FeedRegistry::setOutage(const std::optional<Outage> &outage)
{
    m_outage = outage;
    for (const Open &open : m_open) {
        if (const auto source = open.source.lock())
            source->setOutage(outage);
    }
}

std::shared_ptr<InformerFeedSource> FeedRegistry::sourceOf(const GroupVersionResource &resource, const ObjectKey &key) const
{
    for (const Open &open : m_open) {
        const auto source = open.source.lock();
        if (source && open.form == InformerKey::Form::Objects && source->covers(resource, key))
            return source;
    }
    return nullptr;
}

FeedRegistry::Activity FeedRegistry::activity() const
{
    Activity activity;
    m_factory->forEach([&activity](const InformerKey &, const SharedIndexInformer &informer, std::size_t) {
        const SharedInformerSnapshot snapshot = informer.snapshot();
        activity.watches += snapshot.reflector.phase == ReflectorPhase::Live ? 1 : 0;
    });
    for (const Open &open : m_open) {
        const auto worker = open.worker.lock();
        const FeedInspection *const inspection = worker ? worker->inspection() : nullptr;
        if (!inspection)
            continue;
        const WorkQueueSnapshot queue = inspection->queue(0);
        activity.queued += queue.queued + queue.waiting;
    }
    for (Stream *stream : m_counters->streams)
        stream->count();
    activity.events = m_counters->events;
    activity.bytes = m_counters->bytes;
    return activity;
}

} // namespace kube
