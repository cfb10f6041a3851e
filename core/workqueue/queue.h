// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workqueue/queue_state.h"

#include <condition_variable>
#include <mutex>

namespace kube {

/// Keys to be worked on: fair (in the order of their first add, or as its WorkLine has it), each once however often it is
/// added, and never in two workers' hands at a time. A key added while it is being worked on comes again after done().
///
/// Two faces: get() blocks, for worker threads; tryGet() and the wake-up are for event loops.
/// Paused, get() waits and tryGet() has nothing, while add() and done() do what they always do; step() and resume() wake
/// both faces. Shutting down resumes, and a queue that shuts down is not paused any more: all that it has is handed out.
///
/// Thread: any. Lifetime: nobody may be inside a call when it is destroyed. Source: client-go util/workqueue.
template <typename Key, typename Hash = std::hash<Key>>
class WorkQueue : public StageControl
{
public:
    /// line: in which order keys are handed out.
    explicit WorkQueue(WorkQueueOptions options = {}, std::unique_ptr<WorkLine<Key>> line = std::make_unique<FifoLine<Key>>())
        : m_state(options, std::move(line))
    {
    }
    WorkQueue(const WorkQueue &) = delete;
    WorkQueue &operator=(const WorkQueue &) = delete;

    /// Dropped while shutting down.
    void add(const Key &key)
    {
        const Turn turn(*this);
        if (!m_state.isDown())
            enter(key);
    }

    /// Keys in line: neither those being worked on nor those that wait for their time.
    [[nodiscard]] std::size_t len() const
    {
        const std::lock_guard lock(m_mutex);
        return m_state.line->size();
    }

    /// Waits for a key; nothing once the queue is shut down and empty.
    [[nodiscard]] std::optional<Key> get()
    {
        Turn turn(*this);
        return waitAndTake(turn);
    }

    /// A key if there is one. After an empty answer the wake-up is called once when there is one again.
    [[nodiscard]] std::optional<Key> tryGet()
    {
        const Turn turn(*this);
        return takeOrArm();
    }

    /// The work on a key has ended, well or badly. A key that is not being worked on is ignored.
    void done(const Key &key)
    {
        const Turn turn(*this);
        if (m_state.done(key))
            wakeOne();
        else if (m_state.isDown())
            m_changed.notify_all(); // a drain may have ended
    }

    /// New keys are dropped; get() hands out what is queued and then nothing. Does not wait; ends a drain.
    void shutDown()
    {
        const Turn turn(*this);
        beginShutDown(State::Drain::No);
    }

    /// shutDown(), then waits until every key being worked on is done, those included that were added again
    /// meanwhile; shutDown() from another thread ends the wait. Blocks: never on an event loop.
    void shutDownWithDrain()
    {
        {
            const Turn turn(*this);
            beginShutDown(State::Drain::Yes);
        }
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_state.isDraining(); });
    }

    /// Since shutDown() or shutDownWithDrain().
    [[nodiscard]] bool shuttingDown() const
    {
        const std::lock_guard lock(m_mutex);
        return m_state.isDown();
    }

    /// The event loop's wake-up, called without a lock on the thread that adds, steps or resumes: post to the loop there
    /// and call tryGet() until it has nothing. Called once after each empty tryGet() (and for the first key ever), and
    /// when shutting down. A call under way on another thread may still call the one that was replaced.
    void setWakeUp(std::function<void()> wakeUp)
    {
        auto replaced = std::make_shared<const std::function<void()>>(std::move(wakeUp)); // goes after the mutex
        const Turn turn(*this);
        m_wakeUp.swap(replaced);
        m_armed = true;
        wakeLoop();
    }

    /// Nothing is handed out; keys are taken in as ever.
    void pause() override
    {
        const std::lock_guard lock(m_mutex);
        if (!m_state.isDown())
            m_state.gate.pause();
    }
    /// Hands out so many; ignored unless paused.
    void step(std::size_t count = 1) override
    {
        const Turn turn(*this);
        m_state.gate.step(count);
        wakeAll();
    }
    /// Hands out as before the pause.
    void resume() override
    {
        const Turn turn(*this);
        m_state.gate.resume();
        wakeAll();
    }
    /// Since pause(), until resume().
    [[nodiscard]] bool isPaused() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_state.gate.isPaused();
    }

    /// How a key is shown.
    using KeyText = std::function<std::string(const Key &)>;
    /// Counters alone; costs little more than len().
    [[nodiscard]] WorkQueueSnapshot snapshot() const { return snapshot(0, {}); }
    /// … and at most limit keys of each list, as text says them. What that costs grows with limit alone, not with what
    /// is queued; the queue stands still while those keys are copied, and text is called after that.
    [[nodiscard]] WorkQueueSnapshot snapshot(std::size_t limit, const KeyText &text) const;
    /// Snapshots have times of the keys that are added or handed out while this is held. Nobody else pays for the two
    /// readings of the clock and the four small allocations a key that it takes; see WorkQueueOptions::times too.
    /// May outlive the queue.
    [[nodiscard]] Subscription keepTimes() const { return m_state.books.watch(); }

    /// Sets the two gauges of age, until it shuts down; whoever ticks calls it (DelayingQueue does, each 500 ms, when it
    /// has metrics).
    void updateUnfinishedWork()
    {
        const std::lock_guard lock(m_mutex);
        if (!m_state.isDown())
            m_state.books.updateUnfinishedWork();
    }

/// @cond
protected: // for the kinds of queue made of this one
    using State = QueueState<Key, Hash>;
    using Lists = typename State::Lists;
    using Listed = typename State::Listed;

    /// Holds the mutex; at its end the wake-up that has become due meanwhile is called without it.
    class Turn
    {
    public:
        explicit Turn(WorkQueue &queue) : m_queue(queue), m_lock(queue.m_mutex) {}
        ~Turn()
        {
            const WakeUp due = std::exchange(m_queue.m_due, nullptr);
            m_lock.unlock();
            if (due && *due)
                (*due)();
        }
        Turn(const Turn &) = delete;
        Turn &operator=(const Turn &) = delete;
        [[nodiscard]] std::unique_lock<std::mutex> &lock() { return m_lock; }

    private:
        WorkQueue &m_queue;
        std::unique_lock<std::mutex> m_lock;
    };

    // In a Turn.
    virtual void enter(const Key &key) { enterLine(key); }
    void enterLine(const Key &key)
    {
        if (m_state.add(key))
            wakeOne();
    }
    [[nodiscard]] std::optional<Key> waitAndTake(Turn &turn)
    {
        m_changed.wait(turn.lock(), [this] { return m_state.canTake() || m_state.isDown(); });
        return m_state.take();
    }
    [[nodiscard]] std::optional<Key> takeOrArm()
    {
        auto key = m_state.take();
        if (!key)
            m_armed = true;
        return key;
    }
    /// Called once, when shutting down begins.
    virtual void onShutDown() {}

    // Under the mutex.
    virtual void describe(WorkQueueSnapshot &snapshot, Lists &lists, std::size_t limit) const
    {
        snapshot = m_state.counts();
        lists = m_state.lists(limit);
    }
    [[nodiscard]] const State &state() const { return m_state; }
    [[nodiscard]] State &state() { return m_state; }
    [[nodiscard]] std::mutex &mutex() const { return m_mutex; }

    // Without the mutex.
    virtual void tellFailures(const Key &, WorkQueueSnapshot::Entry &) const {}
    [[nodiscard]] virtual std::size_t failing() const { return 0; }
    /// @endcond

private:
    using WakeUp = std::shared_ptr<const std::function<void()>>;

    void wakeLoop()
    {
        if (m_state.canTake() && std::exchange(m_armed, false))
            m_due = m_wakeUp;
    }
    void wakeOne()
    {
        if (!m_state.canTake())
            return; // step() and resume() wake
        // While shutting down a drainer waits on the same condition: it must not swallow a worker's signal.
        if (m_state.isDown())
            m_changed.notify_all();
        else
            m_changed.notify_one();
        wakeLoop();
    }
    void wakeAll()
    {
        m_changed.notify_all();
        wakeLoop();
    }
    void beginShutDown(typename State::Drain drain)
    {
        if (m_state.shutDown(drain)) {
            m_armed = false;
            m_due = m_wakeUp;
            onShutDown();
        }
        m_changed.notify_all();
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    State m_state;
    WakeUp m_wakeUp;
    WakeUp m_due;        ///< m_wakeUp, when the turn under way is to call it
    bool m_armed = true; ///< the next push calls the wake-up
};

template <typename Key, typename Hash>
WorkQueueSnapshot WorkQueue<Key, Hash>::snapshot(std::size_t limit, const KeyText &text) const
{
    WorkQueueSnapshot result;
    Lists lists;
    {
        const std::lock_guard lock(m_mutex);
        describe(result, lists, limit);
    }
    const auto entryOf = [&](Listed &listed) {
        listed.entry.key = text(listed.key);
        tellFailures(listed.key, listed.entry);
        return std::move(listed.entry);
    };
    const auto fill = [&](std::vector<WorkQueueSnapshot::Entry> &to, std::vector<Listed> &from) {
        to.reserve(from.size());
        for (Listed &listed : from)
            to.push_back(entryOf(listed));
    };
    fill(result.queuedKeys, lists.queued);
    fill(result.processingKeys, lists.processing);
    fill(result.waitingKeys, lists.waiting);
    if (lists.oldestAdded)
        result.oldestAdded = entryOf(*lists.oldestAdded);
    if (lists.longestInWork)
        result.longestInWork = entryOf(*lists.longestInWork);
    result.failing = failing();
    return result;
}

} // namespace kube
