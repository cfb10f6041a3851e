// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/base/scheduler.h"
#include "core/base/stage_gate.h"
#include "core/cache/event_handler.h"
#include "core/cache/process_deltas.h"

#include <atomic>
#include <deque>
#include <list>
#include <mutex>

namespace kube {

/// What a handler at an informer has been told and what waits for it; a value.
struct ListenerCounts {
    std::size_t pending = 0;      ///< notifications that wait
    std::uint64_t delivered = 0;
    std::uint64_t coalesced = 0;  ///< joined to one that waited
    bool hasSynced = false;
    bool paused = false;
};

/// One handler at an informer, with the notifications that wait for it: at most one for a key, in the order in which the
/// keys came. Paused, it calls nothing and joins on; a step lets one notification through.
/// Thread: the executor's, but for StageControl and counts(). Lifetime: shared, so that it may be removed within its own
/// handler.
class EventListener final : public StageControl, public std::enable_shared_from_this<EventListener>
{
public:
    /// How often its handler is told everything again.
    struct Resync {
        Duration requested = Duration::zero(); ///< what the handler asked for
        Duration period = Duration::zero();    ///< what it gets; zero: never
        SteadyTime next{};
    };

    /// turn: how long it may call its handler before the event loop has its turn.
    EventListener(ResourceEventHandlers handlers, ExecutorPtr executor, Scheduler &scheduler, Duration turn);

    void notify(const Notification &notification); ///< waits its turn
    /// Told first, as adds of the initial list.
    void replay(std::vector<ObjectPtr> objects);
    /// Everything of the first list has been handed to notify().
    void onInformerSynced();
    /// Nothing is called from now on.
    void remove();

    void pause() override;
    void step(std::size_t count = 1) override;
    void resume() override;
    [[nodiscard]] bool isPaused() const override { return m_paused.load(std::memory_order_relaxed); }

    [[nodiscard]] bool isRemoved() const { return m_removed; } ///< by remove()
    [[nodiscard]] bool hasSynced() const { return m_informerSynced && m_replay.empty() && m_initialPending == 0; } ///< and its handler knows
    [[nodiscard]] std::size_t pending() const { return m_line.size() + m_replay.size(); } ///< notifications that wait
    [[nodiscard]] ListenerCounts counts() const; ///< Thread: any

    Resync resync;
    bool isSyncing = false; ///< due at the last resync: wants what has not changed, too

private:
    enum class Change { None, Add, Update };
    struct Pending {
        ObjectKey key;
        std::optional<DeletedObject> deleted; ///< told before the change
        Change change = Change::None;
        ObjectPtr before;                     ///< Update: what the handler was told last
        ObjectPtr now;
        bool initial = false;
    };
    using Line = std::list<Pending>;

    void publishCounts();
    void join(Line::iterator place, const Notification &notification);
    void drop(Line::iterator place);
    void schedule();
    void scheduleFromAnyThread();
    [[nodiscard]] bool mayPass();
    void takeTurn();
    void deliverReplayed();
    void deliverPending();

    const ResourceEventHandlers m_handlers;
    ExecutorPtr m_executor;
    Scheduler &m_scheduler;
    const Duration m_turn;
    std::deque<ObjectPtr> m_replay;
    Line m_line;
    std::unordered_map<ObjectKey, Line::iterator> m_places;
    std::size_t m_initialPending = 0; ///< adds of the first list in m_line, or being handled
    std::uint64_t m_delivered = 0;
    std::uint64_t m_coalesced = 0;
    struct {
        std::atomic<std::size_t> pending = 0;
        std::atomic<std::uint64_t> delivered = 0;
        std::atomic<std::uint64_t> coalesced = 0;
        std::atomic<bool> hasSynced = false;
    } m_published; ///< for other threads: plain stores, nothing is locked
    std::mutex m_gateMutex;
    StageGate m_gate;                   ///< under m_gateMutex
    std::atomic<bool> m_paused = false; ///< m_gate's, for one look
    std::atomic_flag m_asked;           ///< a look at the gate is posted: however often it changes, one task waits
    bool m_informerSynced = false;
    bool m_toldSynced = false;
    bool m_scheduled = false;
    bool m_removed = false;
};

} // namespace kube
