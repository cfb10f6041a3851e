// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/queue.h"
#include "core/cache/reflector.h"

namespace kube {

/// A Reflector that fills a queue, and the loop that empties it into a process function: an informer without a store or
/// handlers of its own. The loop is turns of the executor's event loop, or a worker thread's.
/// Thread: the executor's, but for work() and hasSynced(). Lifetime: what the config points to outlives it.
/// Source: client-go cache.Controller and cache.Config.
class Controller
{
public:
    /// What becomes of an item whose processing fails.
    enum class RetryOnError { No, Yes };
    /// Who takes items off the queue.
    enum class Consumer {
        EventLoop, ///< run() also processes, in turns
        Worker,    ///< a thread of the user's calls work()
    };
    /// Source: cache.Config.
    struct Config {
        Queue *queue = nullptr;
        ListerWatcher *listerWatcher = nullptr;
        Queue::Process process;                      ///< what to do with each item; bookmarks are items too (Deltas::whole)
        Queue::BatchProcess batchProcess;            ///< instead of process: up to batch items under one lock
        std::optional<GroupVersionKind> objectType;  ///< objects of another kind are passed over; unset: all are taken
        std::string objectDescription;               ///< for logs: the resource and its scope
        Duration fullResyncPeriod = Duration::zero(); ///< how often the queue resyncs; zero: never
        std::function<bool()> shouldResync;          ///< asked each fullResyncPeriod; unset: always
        RetryOnError retryOnError = RetryOnError::No; ///< an item that process failed goes back unless there is newer
        std::function<void(const Error &)> watchErrorHandler; ///< each try of the reflector's that failed
        std::int64_t watchListPageSize = 0;          ///< of lists; zero: 500 where the server pages, else whole

        std::function<void()> synced;                ///< once, on the executor, when hasSynced() becomes true
        Consumer consumer = Consumer::EventLoop;
        ReflectorConfig reflector;                   ///< its other numbers
        std::size_t highWater = 8192;                ///< changes waiting in the queue at which the reflector stops reading
        std::size_t lowWater = 2048;                 ///< … and at which it goes on
        std::size_t batch = 100;                     ///< items processed under one lock
        Duration turn = std::chrono::milliseconds(2); ///< then the event loop has its turn
    };

    /// Runs nothing yet. executor and scheduler: of the thread it will run on.
    Controller(Config config, ExecutorPtr executor, Scheduler &scheduler, Random random);
    ~Controller();

    void run();  ///< once; ignored after that
    /// The queue is closed: an event loop processes nothing afterwards, work() what is left.
    void stop();
    /// Consumer::Worker: processes until the queue is closed and empty. Thread: one, of the caller's.
    void work();

    [[nodiscard]] bool hasSynced() const { return m_config.queue->hasSynced(); } ///< Thread: any
    /// Of the reflector; "" before the first list.
    [[nodiscard]] const std::string &lastSyncResourceVersion() const { return m_reflector.lastSyncResourceVersion(); }
    [[nodiscard]] Reflector &reflector() { return m_reflector; } ///< what fills the queue
    [[nodiscard]] const Reflector &reflector() const { return m_reflector; } ///< what fills the queue

private:
    [[nodiscard]] static Reflector::Config reflectorConfig(const Config &config);
    void settleProcess();
    void takeTurn();

    Config m_config;
    Scheduler &m_scheduler;
    Reflector m_reflector;
    bool m_running = false;
    bool m_ended = false;
    bool m_toldSynced = false; ///< the consumer's thread's
    Owner m_owner;
    std::function<void()> m_tellSynced; ///< callable on any thread
};

} // namespace kube
