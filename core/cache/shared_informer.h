// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/controller.h"
#include "core/cache/handler_registration.h"
#include "core/cache/indexer.h"
#include "core/cache/transform.h"

namespace kube {

class DeltaFIFO;
class ListenerSet;

/// Everything an informer can say of itself; a value. Its stages are looked at one after the other.
struct SharedInformerSnapshot {
    ReflectorSnapshot reflector;
    DeltaFifoSnapshot queue;
    IndexerSnapshot indexer;
    std::vector<ListenerCounts> listeners; ///< in the order in which the handlers came
};

/// What of an informer can be paused.
struct InformerStages {
    StageControl &reflector;
    StageControl &queue;
    StageControl &handlers; ///< all of them, those that come later too; a step lets each be told one thing
};

/// One Reflector, queue and cache for one resource in one scope, shared by many handlers.
/// The cache changes before handlers are told; handlers run on the executor, each in order and in turns of its own, from
/// a buffer with at most one entry for a key: a slow handler delays no other, and memory stays bounded.
/// Thread: the executor's, but where said; indexer() may be read from any. Source: client-go cache.SharedIndexInformer.
class SharedIndexInformer
{
public:
    /// The defaults are client-go's.
    struct Config {
        std::string name;                                ///< for logs
        ReflectorConfig reflector;
        Indexers indexers;                               ///< besides the namespace index
        TransformFunc transform;
        Duration defaultResyncPeriod = Duration::zero(); ///< of handlers that ask for none; zero: never
        std::size_t highWater = 8192;                    ///< see Controller::Config
        std::size_t lowWater = 2048;
        std::size_t batch = 100;
        Duration turn = std::chrono::milliseconds(2);
    };

    /// Runs nothing yet. scheduler outlives it.
    SharedIndexInformer(std::unique_ptr<ListerWatcher> listerWatcher, ExecutorPtr executor, Scheduler &scheduler,
                        Random random, Config config);
    ~SharedIndexInformer();

    /// Added late, a handler is first told of every object there is, as isInInitialList.
    /// resyncPeriod: how often it wants to be told everything again; zero never, at least 1 s. Before run() the smallest
    /// sets how often the informer checks; after it, a smaller one is raised to that; an informer made with no default
    /// never resyncs. Errors: BadInput once stopped.
    [[nodiscard]] Result<HandlerRegistration> addEventHandler(ResourceEventHandlers handlers);
    /// With a resync period of its own; zero: none.
    [[nodiscard]] Result<HandlerRegistration> addEventHandler(ResourceEventHandlers handlers, Duration resyncPeriod);

    [[nodiscard]] bool hasHandlers() const; ///< is any registered?

    void run();  ///< once; ignored after that
    /// No handler is called afterwards; the cache stays readable.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; } ///< since run(), until stop()
    [[nodiscard]] bool isStopped() const { return m_stopped; } ///< for good. Thread: any

    /// The first list is in the cache.
    [[nodiscard]] bool hasSynced() const;
    /// Called once: with true when it has synced (at once if it has), with false when it is stopped before that.
    [[nodiscard]] Subscription onSynced(std::function<void(bool)> handler);
    [[nodiscard]] std::string lastSyncResourceVersion() const; ///< of the store; "" before the first list
    [[nodiscard]] const Indexer &indexer() const { return m_indexer; } ///< the cache. Thread: any
    /// Errors: BadInput when a name is taken.
    Result<void> addIndexers(Indexers indexers) { return m_indexer.addIndexers(std::move(indexers)); }
    /// Errors: BadInput once run.
    Result<void> setTransform(TransformFunc transform);
    /// Told of each try that failed; it may destroy the informer. Errors: BadInput once run.
    Result<void> setWatchErrorHandler(std::function<void(const Error &)> handler);

    /// Told of each key whose change has come into the cache, before handlers are, but for what a whole list brought; an
    /// empty function ends it. It may not come back in.
    void setOnCached(std::function<void(const ObjectKey &key)> cached);

    void retryNow(); ///< cuts a back-off short
    void relist();   ///< see Reflector
    void cutWatch(); ///< see Reflector
    [[nodiscard]] ReflectorStatus status() const; ///< as it is now; it stands still while any of stages() is paused
    /// Called with the present status at once, and after each change of more than counters. It may destroy the informer.
    [[nodiscard]] Subscription onStatus(std::function<void(const ReflectorStatus &)> handler);

    /// Thread: any. Of the reflector, see Reflector::snapshot().
    [[nodiscard]] SharedInformerSnapshot snapshot() const;
    /// For looking at what waits: DeltaFIFO::contents(). Thread: any.
    [[nodiscard]] const DeltaFIFO &queue() const;
    /// For holding it up where one wants to look. What one of them holds back reaches those in front of it: a paused
    /// queue fills up, and then the reflector reads no more. Thread: any. Lifetime: the informer's.
    [[nodiscard]] InformerStages stages();

private:
    struct Machinery;
    struct SyncWaiters;

    void settleResync(EventListener &listener) const;

    std::unique_ptr<ListerWatcher> m_listerWatcher;
    ExecutorPtr m_executor;
    Scheduler &m_scheduler;
    Config m_config;
    const std::shared_ptr<std::function<void(const Error &)>> m_errorHandler = std::make_shared<std::function<void(const Error &)>>();
    std::function<void(const ObjectKey &)> m_onCached;
    Indexer m_indexer;
    std::shared_ptr<ListenerSet> m_listeners;
    std::shared_ptr<SyncWaiters> m_waiters;
    std::unique_ptr<Machinery> m_machinery; ///< queue and controller
    Duration m_resyncCheckPeriod;           ///< settled by run()
    bool m_running = false;
    std::atomic<bool> m_stopped = false;
};

} // namespace kube
