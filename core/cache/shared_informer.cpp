// SPDX-License-Identifier: Apache-2.0
#include "core/cache/shared_informer.h"

#include "core/cache/call_out.h"
#include "core/cache/delta_fifo.h"
#include "core/cache/listener_set.h"
#include "core/cache/process_deltas.h"
#include "core/cache/telling_stage.h"

namespace kube {

namespace {

constexpr Duration minimumResyncPeriod = std::chrono::seconds(1);

/// What a handler gets of what it asks for, when the informer looks each check.
Duration effectiveResyncPeriod(Duration requested, Duration check)
{
    if (requested <= Duration::zero() || check <= Duration::zero())
        return Duration::zero();
    return std::max(requested, check);
}

Indexers withNamespaceIndex(Indexers indexers)
{
    indexers.try_emplace(Indexer::namespaceIndex, Indexer::indexByNamespace);
    return indexers;
}

} // namespace

struct SharedIndexInformer::Machinery {
    Machinery(DeltaFIFO::Options queueOptions, Controller::Config config, const ExecutorPtr &executor, Scheduler &scheduler,
              Random random, ListenerSet &listeners)
        : queue(std::move(queueOptions)), controller(feeding(std::move(config), queue), executor, scheduler, std::move(random)),
          owner(executor), look(owner.bind([this, &listeners] {
              asked.clear();
              controller.reflector().setFollowersHeld(queue.isPaused() || listeners.isPaused());
          })),
          tell([this] {
              if (!asked.test_and_set())
                  look();
          }),
          queueStage(queue, tell), handlersStage(listeners, tell)
    {
    }
    static Controller::Config feeding(Controller::Config config, DeltaFIFO &queue)
    {
        config.queue = &queue;
        return config;
    }
    DeltaFIFO queue;
    Controller controller;
    Owner owner;
    std::atomic_flag asked; ///< a look is posted: however often a stage is paused, one task waits
    const std::function<void()> look;
    const std::function<void()> tell;
    TellingStage queueStage;
    TellingStage handlersStage;
};

struct SharedIndexInformer::SyncWaiters {
    std::map<std::uint64_t, std::function<void(bool)>> waiting;
    std::uint64_t counter = 0;
    bool synced = false;

    void finish(bool didSync)
    {
        synced = synced || didSync;
        // One by one: who is told may drop another's wait.
        while (!waiting.empty()) {
            const auto first = waiting.extract(waiting.begin());
            callOut("who waits for an informer's first list", first.mapped(), synced);
        }
    }
};

SharedIndexInformer::SharedIndexInformer(std::unique_ptr<ListerWatcher> listerWatcher, ExecutorPtr executor,
                                         Scheduler &scheduler, Random random, Config config)
    : m_listerWatcher(std::move(listerWatcher)), m_executor(std::move(executor)), m_scheduler(scheduler),
      m_config(std::move(config)), m_indexer(withNamespaceIndex(std::move(m_config.indexers))),
      m_listeners(std::make_shared<ListenerSet>()), m_waiters(std::make_shared<SyncWaiters>()),
      m_resyncCheckPeriod(m_config.defaultResyncPeriod)
{
    DeltaFIFO::Options queue;
    queue.knownObjects = &m_indexer;
    queue.transform = [this](ObjectPtr object) {
        return m_config.transform ? m_config.transform(std::move(object)) : Result<ObjectPtr>(std::move(object));
    };
    Controller::Config controller;
    controller.listerWatcher = m_listerWatcher.get();
    controller.batchProcess = [this](std::span<const Deltas> batch) {
        processDeltas(m_indexer, batch, [this](const Notification &notification) { m_listeners->distribute(notification); });
        for (std::size_t i = 0; m_onCached && i < batch.size(); ++i) {
            if (!batch[i].whole)
                m_onCached(batch[i].key);
        }
        return std::vector<PopFailure>();
    };
    controller.synced = [this] {
        m_listeners->onInformerSynced();
        const auto waiters = m_waiters; // one of them may end the informer
        waiters->finish(true);
    };
    controller.highWater = m_config.highWater;
    controller.lowWater = m_config.lowWater;
    controller.batch = m_config.batch;
    controller.turn = m_config.turn;
    controller.objectDescription = m_config.name;
    controller.reflector = m_config.reflector;
    controller.shouldResync = [this] { return m_listeners->shouldResync(m_scheduler.now()); };
    controller.watchErrorHandler = [handler = m_errorHandler](const Error &error) {
        if (*handler)
            (*handler)(error);
    };
    m_machinery = std::make_unique<Machinery>(std::move(queue), std::move(controller), m_executor, m_scheduler, std::move(random), *m_listeners);
}

SharedIndexInformer::~SharedIndexInformer()
{
    stop();
}

bool SharedIndexInformer::hasHandlers() const
{
    return !m_listeners->all().empty();
}

Result<HandlerRegistration> SharedIndexInformer::addEventHandler(ResourceEventHandlers handlers)
{
    return addEventHandler(std::move(handlers), m_config.defaultResyncPeriod);
}

Result<HandlerRegistration> SharedIndexInformer::addEventHandler(ResourceEventHandlers handlers, Duration resyncPeriod)
{
    if (m_stopped)
        return fail(Error::badInput(QStringLiteral("the informer has been stopped")));
    if (resyncPeriod > Duration::zero()) {
        resyncPeriod = std::max(resyncPeriod, minimumResyncPeriod);
        if (resyncPeriod < m_resyncCheckPeriod && !m_running) {
            m_resyncCheckPeriod = resyncPeriod;
            for (const auto &listener : m_listeners->all())
                settleResync(*listener);
        }
    }
    auto listener = std::make_shared<EventListener>(std::move(handlers), m_executor, m_scheduler, m_config.turn);
    listener->resync.requested = resyncPeriod;
    settleResync(*listener);
    m_listeners->add(listener);
    // On one thread with the processing of changes: what is not in the cache yet will be told later, nothing twice.
    if (m_running) {
        listener->replay(m_indexer.list());
        if (m_waiters->synced)
            listener->onInformerSynced();
    }
    return HandlerRegistration(std::move(listener), m_listeners);
}

void SharedIndexInformer::settleResync(EventListener &listener) const
{
    listener.resync.period = effectiveResyncPeriod(listener.resync.requested, m_resyncCheckPeriod);
    listener.resync.next = m_scheduler.now() + listener.resync.period;
}

void SharedIndexInformer::run()
{
    if (m_stopped || std::exchange(m_running, true))
        return;
    m_machinery->controller.reflector().setResyncPeriod(m_resyncCheckPeriod);
    m_machinery->controller.run();
}

void SharedIndexInformer::stop()
{
    if (m_stopped.exchange(true))
        return;
    m_running = false;
    const auto listeners = m_listeners;
    const auto waiters = m_waiters;
    m_machinery->controller.stop(); // who is told of it may destroy this
    listeners->stop();
    waiters->finish(false);
}

bool SharedIndexInformer::hasSynced() const
{
    return m_machinery->queue.hasSynced();
}

std::string SharedIndexInformer::lastSyncResourceVersion() const
{
    return m_machinery->controller.lastSyncResourceVersion();
}

Result<void> SharedIndexInformer::setTransform(TransformFunc transform)
{
    if (m_running || m_stopped)
        return fail(Error::badInput(QStringLiteral("the informer has been started")));
    m_config.transform = std::move(transform);
    return {};
}

Result<void> SharedIndexInformer::setWatchErrorHandler(std::function<void(const Error &)> handler)
{
    if (m_running || m_stopped)
        return fail(Error::badInput(QStringLiteral("the informer has been started")));
    *m_errorHandler = std::move(handler);
    return {};
}

void SharedIndexInformer::setOnCached(std::function<void(const ObjectKey &)> cached)
{
    m_onCached = std::move(cached);
}

void SharedIndexInformer::retryNow()
{
    m_machinery->controller.reflector().retryNow();
}

void SharedIndexInformer::relist()
{
    m_machinery->controller.reflector().relist();
}

void SharedIndexInformer::cutWatch()
{
    m_machinery->controller.reflector().cutWatch();
}

ReflectorStatus SharedIndexInformer::status() const
{
    return m_machinery->controller.reflector().status();
}

Subscription SharedIndexInformer::onStatus(std::function<void(const ReflectorStatus &)> handler)
{
    return m_machinery->controller.reflector().subscribe(std::move(handler));
}

Subscription SharedIndexInformer::onSynced(std::function<void(bool)> handler)
{
    if (m_waiters->synced || m_stopped) {
        callOut("who waits for an informer's first list", handler, m_waiters->synced);
        return {};
    }
    const std::uint64_t number = m_waiters->counter++;
    m_waiters->waiting.emplace(number, std::move(handler));
    return Subscription([weak = std::weak_ptr(m_waiters), number] {
        if (const auto waiters = weak.lock())
            waiters->waiting.erase(number);
    });
}

SharedInformerSnapshot SharedIndexInformer::snapshot() const
{
    return {*m_machinery->controller.reflector().snapshot(), m_machinery->queue.snapshot(), m_indexer.snapshot(), m_listeners->counts()};
}

InformerStages SharedIndexInformer::stages()
{
    return {m_machinery->controller.reflector(), m_machinery->queueStage, m_machinery->handlersStage};
}

const DeltaFIFO &SharedIndexInformer::queue() const
{
    return m_machinery->queue;
}

} // namespace kube
