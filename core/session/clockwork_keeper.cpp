// SPDX-License-Identifier: Apache-2.0
#include "core/session/clockwork_keeper.h"

#include "core/rest/rest_client.h"
#include "core/session/informer_feed_source.h"
#include "core/session/ports/feed_inspection.h"

namespace kube {

ClockworkKeeper::ClockworkKeeper(RestClient &client, FeedRegistry &feeds, Scheduler &scheduler, std::function<bool()> isProtected)
    : m_client(client), m_feeds(feeds), m_scheduler(scheduler), m_isProtected(std::move(isProtected))
{
}

ClockworkKeeper::~ClockworkKeeper() = default;

void ClockworkKeeper::add(std::uint64_t id, std::function<void(ClockworkSnapshotPtr)> emit)
{
    m_watchers.emplace(id, std::move(emit));
    tick();
}

void ClockworkKeeper::remove(std::uint64_t id)
{
    if (m_watchers.erase(id) == 0 || !m_watchers.empty())
        return;
    m_tick.reset();
    letEverythingGo();
}

std::vector<InformerKey> ClockworkKeeper::keys() const
{
    std::vector<InformerKey> keys;
    m_feeds.factory().forEach([&keys](const InformerKey &key, const SharedIndexInformer &, std::size_t) { keys.push_back(key); });
    return keys;
}

// Informers and tables that have come since are found each time.
void ClockworkKeeper::watchEverything()
{
    TableTimes times;
    for (const InformerKey &key : keys()) {
        const auto trace = m_feeds.pipeline(key).trace;
        trace->setOn(true);
        trace->pace();
        if (const auto informer = m_feeds.factory().find(key))
            informer->setOnCached([trace](const ObjectKey &changed) { trace->cached(changed); });
        m_feeds.forEachTable(key, [&](const InformerFeedSource &source, FeedWorker &worker) {
            FeedInspection *const inspection = worker.inspection();
            if (!inspection || times.contains(source.id()))
                return;
            const auto known = m_tableTimes.find(source.id());
            times[source.id()] = known == m_tableTimes.end() ? inspection->keepTimes() : std::move(known->second);
        });
    }
    m_tableTimes = std::move(times);
}

void ClockworkKeeper::tick()
{
    watchEverything();
    auto snapshot = std::make_shared<ClockworkSnapshot>();
    snapshot->takenAt = m_scheduler.wallNow();
    snapshot->client = m_client.stage()->snapshot();
    if (const auto &outage = m_feeds.outage()) {
        snapshot->unansweredSince = outage->since;
        snapshot->unansweredWhy = outage->reason;
    }
    m_feeds.factory().forEach([&](const InformerKey &key, const SharedIndexInformer &, std::size_t users) {
        if (m_isProtected() && !m_feeds.pipeline(key).faults->isQuiet())
            m_feeds.pipeline(key).faults->clear();
        if (const auto informer = m_feeds.factory().find(key))
            snapshot->pipelines.push_back(look(key, *informer, users));
    });
    const auto watchers = m_watchers; // one may end itself
    for (const auto &[id, emit] : watchers)
        emit(snapshot);
    m_tick = m_scheduler.after(interval, [this] { tick(); });
}

PipelineSnapshot ClockworkKeeper::look(const InformerKey &key, SharedIndexInformer &informer, std::size_t users)
{
    const FeedRegistry::Pipeline &pipeline = m_feeds.pipeline(key);
    PipelineSnapshot seen;
    seen.key = key;
    seen.kind = pipeline.kind;
    seen.users = users;
    seen.informer = informer.snapshot();
    // Its copy is of the look before: a cache that is ahead of what fills it would be a riddle.
    static_cast<ReflectorStatus &>(seen.informer.reflector) = informer.status();
    seen.faults = pipeline.faults->inForce();
    m_feeds.forEachTable(key, [&](const InformerFeedSource &source, FeedWorker &worker) {
        const FeedInspection *const inspection = worker.inspection();
        if (!inspection)
            return;
        seen.tables.push_back({source.id(), inspection->queue(0), inspection->rows(), inspection->nextDelay()});
        const WorkQueueSnapshot &queue = seen.tables.back().queue;
        if (queue.queued + queue.processing + queue.waiting == 0)
            pipeline.trace->forgetHandled(source.id());
    });
    const InformerStages stages = informer.stages();
    const std::pair<PipelineStage, bool> paused[] = {{PipelineStage::Connection, m_client.stage()->isPaused()},
                                                     {PipelineStage::Reflector, stages.reflector.isPaused()},
                                                     {PipelineStage::Queue, stages.queue.isPaused()},
                                                     {PipelineStage::Handlers, stages.handlers.isPaused()},
                                                     {PipelineStage::Table, pipeline.tablesPaused}};
    for (const auto &[stage, is] : paused) {
        if (is)
            seen.paused.push_back(stage);
    }
    const bool reads = !stages.reflector.isPaused();
    if (reads && seen.informer.queue.queued == 0)
        pipeline.trace->forgetReceived();
    const auto &listeners = seen.informer.listeners;
    if (std::all_of(listeners.begin(), listeners.end(), [](const ListenerCounts &counts) { return counts.pending == 0; }))
        pipeline.trace->forgetCached();
    pipeline.trace->describe(seen);
    return seen;
}

Result<std::shared_ptr<SharedIndexInformer>> ClockworkKeeper::find(const InformerKey &key) const
{
    auto informer = m_feeds.factory().find(key);
    if (!informer) {
        Error error;
        error.kind = ErrorKind::NotFound;
        error.message = QStringLiteral("there is no informer of %1").arg(QString::fromStdString(key.toString()));
        return fail(std::move(error));
    }
    return informer;
}

Result<CachedObject> ClockworkKeeper::cachedObject(const InformerKey &informer, const ObjectKey &key) const
{
    const auto found = find(informer);
    if (!found)
        return fail(found.error());
    const Indexer &indexer = (*found)->indexer();
    const ObjectPtr object = indexer.getByKey(key);
    if (!object) {
        Error error;
        error.kind = ErrorKind::NotFound;
        error.message = QStringLiteral("%1 is not in the cache").arg(QString::fromStdString(key.toString()));
        return fail(std::move(error));
    }
    return CachedObject{key, std::string(object->uid()), std::string(object->resourceVersion()), object->heldBytes(), indexer.indexValuesOf(key)};
}

Result<WorkQueueSnapshot> ClockworkKeeper::tableQueue(const InformerKey &informer, std::uint64_t table, std::size_t keys) const
{
    std::optional<WorkQueueSnapshot> queue;
    withTable(informer, table, [&](FeedInspection &inspection) { queue = inspection.queue(keys); });
    if (queue)
        return std::move(*queue);
    Error error;
    error.kind = ErrorKind::NotFound;
    error.message = QStringLiteral("the table is closed");
    return fail(std::move(error));
}

} // namespace kube
