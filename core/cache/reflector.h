// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/backoff.h"
#include "core/base/executor.h"
#include "core/base/stage_gate.h"
#include "core/cache/lister_watcher.h"
#include "core/cache/reflector_state.h"
#include "core/cache/reflector_store.h"

#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <unordered_map>

namespace kube {

/// Keeps a store, which mostly is a DeltaFIFO, fed with what the server has, for ever: lists, watches, and begins again as reflector_state says.
/// A first list streams into the queue; a relist is collected aside and replaces everything at once.
/// Paused, it holds the list or watch under way back (what has arrived already waits in it) and takes no silence for a
/// sign; a step lets one object of a list, one event or one end through.
/// Thread: the executor's, but for StageControl and snapshot(). Lifetime: lister, queue and scheduler outlive it.
/// Source: client-go cache.Reflector.
class Reflector final : public StageControl
{
public:
    /// The defaults are client-go's.
    struct Config {
        std::string name;                       ///< for logs: the resource and its scope
        ReflectorConfig state;
        Duration resyncPeriod = Duration::zero(); ///< zero: never
        std::function<bool()> shouldResync;     ///< asked each resyncPeriod; unset: always
        std::size_t highWater = 8192;           ///< changes waiting in the queue at which reading pauses
        std::size_t lowWater = 2048;            ///< … and at which it goes on
        std::function<void(const Error &)> errorHandler; ///< each failed try; it may destroy the reflector
        std::optional<GroupVersionKind> objectType; ///< objects of another kind are passed over; unset: all are taken
    };

    /// Runs nothing yet. listerWatcher, queue and scheduler outlive it.
    Reflector(ListerWatcher &listerWatcher, ReflectorStore &queue, ExecutorPtr executor, Scheduler &scheduler, Random random,
              Config config);
    ~Reflector() override;
    Reflector(const Reflector &) = delete;
    Reflector &operator=(const Reflector &) = delete;

    /// Before start(). Zero: never.
    void setResyncPeriod(Duration period) { m_config.resyncPeriod = period; }
    void start(); ///< once; ignored after that
    /// Ends the operation under way; nothing reaches the queue afterwards.
    void stop();
    /// Cuts a wait short: the user asked, the network came back or the credentials changed.
    void retryNow();
    /// Lists the most recent anew, whatever it is doing; the cache stays until that list is whole.
    void relist();
    /// As if the connection under the watch had been cut: another watch, from where this one stood.
    void cutWatch();
    /// Somebody holds up those who take from the queue, or no longer: status() says so.
    void setFollowersHeld(bool areHeld);

    void pause() override;
    void step(std::size_t count = 1) override;
    void resume() override;
    [[nodiscard]] bool isPaused() const override { return m_paused.load(std::memory_order_relaxed); }

    [[nodiscard]] ReflectorStatus status() const; ///< as it is now. Thread: the executor's
    /// The handler is called with the present status at once, after each change of more than the counters, and each
    /// 100 ms while a list arrives. It may call anything here, and destroy the reflector.
    [[nodiscard]] Subscription subscribe(std::function<void(const ReflectorStatus &)> handler);
    /// Thread: any. As of its last change of more than counters, or of the look before this one: a look asks for the
    /// next to be newer, and while nobody looks none is made.
    [[nodiscard]] std::shared_ptr<const ReflectorSnapshot> snapshot() const;
    /// "" before the first list.
    [[nodiscard]] const std::string &lastSyncResourceVersion() const { return m_state.lastSyncResourceVersion; }

private:
    class Operation;
    struct Subscribers;

    using ErrorHandler = std::function<void(const Error &)>;
    using What = decltype(ReflectorInput::what);
    using Arrival = std::variant<ObjectPtr, What>; ///< an object of a list, or anything else an operation tells

    void feed(What what);
    void carryOut(ReflectorEffect &effect, ReflectorInput &input);
    void start(const reflector_effect::StartList &effect, const ReflectorInput &because);
    void start(const reflector_effect::StartWatch &effect, const ReflectorInput &because);
    void retire(const ReflectorInput &because);
    void startProbe();
    void endProbe();
    void arrive(Arrival arrival);
    void handOn(Arrival arrival);
    [[nodiscard]] bool mayPass(const Arrival &arrival);
    void onGateChanged();
    void settleHold();
    [[nodiscard]] bool standsStill() const { return isPaused() || m_heldBack || m_clientHeld || m_followersHeld; }
    void takeItem(ObjectPtr object);
    void takeInitialEvent(WatchEvent &event);
    void complete(const std::string &resourceVersion);
    void applyEvent(WatchEvent &event);
    void check(const Result<void> &queued);
    [[nodiscard]] bool isOfOtherKind(const ObjectPtr &object);
    void mindQueueLength();
    void onDrained();
    void gateHasChanged();
    void armResync();
    void publish();
    void noteList(ListReason reason);
    void endList(ReflectorSnapshot::List::End end, std::optional<Error> error = {});
    void takeSnapshot();

    ListerWatcher &m_listerWatcher;
    ReflectorStore &m_queue;
    Scheduler &m_scheduler;
    Random m_random;
    Config m_config;
    std::shared_ptr<const ErrorHandler> m_errorHandler; ///< lives on while it runs
    ReflectorState m_state;
    ReflectorStatus m_status;     ///< as last published; counters are kept up to date in it
    SteadyTime m_published{};
    std::shared_ptr<Subscribers> m_subscribers;
    std::shared_ptr<Operation> m_operation;
    std::vector<std::shared_ptr<void>> m_retired; ///< done with, and perhaps on the call stack: freed in a turn of their own
    std::shared_ptr<CacheOperation> m_probe;
    Subscription m_clientHold;
    std::uint64_t m_probeNumber = 0;
    Timer m_retryTimer;
    Timer m_watchdogTimer;
    Timer m_resyncTimer;
    bool m_streaming = false;
    std::vector<ObjectPtr> m_collected;                           ///< a list kept aside; null: gone again
    std::unordered_map<ObjectKey, std::size_t> m_collectedPlaces; ///< of a WatchList: its events change what is kept
    std::deque<What> m_inputs;    ///< what happened while effects are being carried out
    bool m_feeding = false;
    bool m_heldBack = false;             ///< the queue is long
    bool m_held = false;                 ///< … or we are paused: the operation under way has been told so
    bool m_clientHeld = false;           ///< nothing is asked or read for us, as the ListerWatcher says
    bool m_toldHeld = false;             ///< one of these, and the step function knows it
    bool m_followersHeld = false;
    bool m_resyncDue = false;            ///< came while paused
    std::deque<Arrival> m_arrivals;      ///< of the operation under way, while paused
    mutable std::mutex m_gateMutex;
    StageGate m_gate;                    ///< under m_gateMutex
    std::atomic<bool> m_paused = false;  ///< m_gate's, for one look
    std::atomic_flag m_gateAsked;        ///< a look at the gate is posted: however often it changes, one task waits
    std::uint64_t m_listsBegun = 0;
    std::deque<ReflectorSnapshot::List> m_lastLists;
    std::string m_lastBookmark;
    mutable std::mutex m_snapshotMutex;
    std::shared_ptr<const ReflectorSnapshot> m_snapshot; ///< under m_snapshotMutex; never null
    mutable std::atomic<bool> m_snapshotWanted = false;
    Owner m_owner;
    const std::function<void()> m_refreshSnapshot; ///< callable on any thread
    const std::function<void()> m_lookAtGate;      ///< likewise
};

} // namespace kube
