// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object_key.h"
#include "core/session/ports/clockwork_snapshot.h"
#include "core/session/ports/paint_times.h"

#include <map>
#include <mutex>
#include <random>
#include <unordered_map>

namespace kube {

/// Clocks along the way of one informer's changes. A key is stamped when a watch tells of it, unless it is under way, and
/// then at each stage; at most 4096 keys a stage are followed at a time. Off, it is one comparison a stage. Where many
/// changes come, some are stamped, chosen by lot: to follow each would cost more than it would tell.
/// Thread: the session's, but for what delivering() gives. Lifetime: the scheduler outlives it.
class PipelineTrace
{
public:
    explicit PipelineTrace(const Scheduler &scheduler) : m_scheduler(scheduler) {}

    static constexpr int MostTimed = 100; ///< changes a second, about

    [[nodiscard]] bool isOn() const { return m_isOn; }
    void setOn(bool on); ///< off, stamps are forgotten and histograms stay

    void pace(); ///< chooses of how many changes one is stamped, by what has come since the last call: call it each second
    void received(const ObjectKey &key);
    void cached(const ObjectKey &key);
    void addTable(std::uint64_t table); ///< whose handler will be told
    void removeTable(std::uint64_t table);
    void handled(std::uint64_t table, const ObjectKey &key);
    /// Gives what the row is stamped with on its way to the screen; nothing: it is not followed.
    std::optional<ChangeStamp> reconciled(std::uint64_t table, const ObjectKey &key);
    /// Rows are on their way; call what it gives when they are there. Thread: any.
    [[nodiscard]] std::function<void()> delivering() const;

    /// Forgets stamps of changes that never came on: what a stage has passed over, once it has nothing more to do.
    void forgetReceived() { m_received.clear(); }
    void forgetCached();
    void forgetHandled(std::uint64_t table);

    void describe(PipelineSnapshot &snapshot) const; ///< its histograms

private:
    struct Stamp {
        SteadyTime at;       ///< when it came into the stage
        SteadyTime received; ///< when its event did
    };
    using Stamps = std::unordered_map<std::size_t, Stamp>; ///< by the key's hash: two that share one cost a false figure
    struct Table {
        Stamps cached;
        Stamps handled;
    };
    /// What other threads tell.
    struct Shown final : PaintTimes {
        void painted(SteadyTime received, SteadyTime now) override;
        void outOfView() override;
        std::mutex mutex;
        LatencyHistogram rowToDelivered;
        LatencyHistogram receivedToPainted;
        std::uint64_t unseen = 0;
    };
    [[nodiscard]] bool isChosen();
    static void begin(Stamps &stamps, std::size_t key, Stamp stamp);
    /// When its event was received; nothing: it had not begun.
    static std::optional<SteadyTime> end(Stamps &stamps, std::size_t key, SteadyTime now, LatencyHistogram &histogram);

    const Scheduler &m_scheduler;
    bool m_isOn = false;
    std::uint64_t m_each = 1;  ///< of so many one is stamped
    std::uint64_t m_toPass = 0; ///< before the next one is
    std::uint64_t m_seen = 0;  ///< since m_pacedAt
    SteadyTime m_pacedAt{};
    std::minstd_rand m_lot;
    Stamps m_received;
    std::map<std::uint64_t, Table> m_tables;
    LatencyHistogram m_receivedToCached;
    LatencyHistogram m_cachedToHandled;
    LatencyHistogram m_handledToRow;
    std::shared_ptr<Shown> m_shown = std::make_shared<Shown>();
};

} // namespace kube
