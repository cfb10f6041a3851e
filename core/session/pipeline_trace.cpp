// SPDX-License-Identifier: Apache-2.0
#include "core/session/pipeline_trace.h"

namespace kube {

namespace {

constexpr std::size_t mostFollowed = 4096;

/// The least of 1, 2, 5, 10, 20 … that is not less.
std::uint64_t roundedUp(double wanted)
{
    std::uint64_t step = 1;
    for (int i = 0; static_cast<double>(step) < wanted; ++i)
        step = i % 3 == 1 ? step * 5 / 2 : step * 2;
    return step;
}

} // namespace

void PipelineTrace::begin(Stamps &stamps, std::size_t key, Stamp stamp)
{
    if (stamps.size() < mostFollowed)
        stamps.try_emplace(key, stamp);
}

std::optional<SteadyTime> PipelineTrace::end(Stamps &stamps, std::size_t key, SteadyTime now, LatencyHistogram &histogram)
{
    const auto found = stamps.find(key);
    if (found == stamps.end())
        return std::nullopt;
    const Stamp stamp = found->second;
    histogram.add(now - stamp.at);
    stamps.erase(found);
    return stamp.received;
}

void PipelineTrace::setOn(bool on)
{
    if (std::exchange(m_isOn, on) == on)
        return;
    m_each = 1;
    m_toPass = 0;
    m_seen = 0;
    m_pacedAt = m_scheduler.now();
    if (on)
        return;
    m_received.clear();
    for (auto &[id, table] : m_tables)
        table = {};
}

void PipelineTrace::pace()
{
    const SteadyTime now = m_scheduler.now();
    const double seconds = std::chrono::duration<double>(now - m_pacedAt).count();
    if (!m_isOn || seconds < 0.5)
        return;
    const double perSecond = static_cast<double>(std::exchange(m_seen, 0)) / seconds;
    m_pacedAt = now;
    // It stays where it is near enough, so that it does not change each second.
    const double timed = perSecond / static_cast<double>(m_each);
    if (timed > MostTimed * 1.25 || (m_each > 1 && timed < MostTimed * 0.3))
        m_each = roundedUp(perSecond / MostTimed);
}

// By lot: changes that come in turn would be those of the same few objects each time.
bool PipelineTrace::isChosen()
{
    ++m_seen;
    if (m_toPass > 0) {
        --m_toPass;
        return false;
    }
    m_toPass = std::uniform_int_distribution<std::uint64_t>(0, 2 * (m_each - 1))(m_lot);
    return true;
}

void PipelineTrace::received(const ObjectKey &key)
{
    if (!m_isOn || !isChosen())
        return;
    const SteadyTime now = m_scheduler.now();
    begin(m_received, std::hash<ObjectKey>{}(key), {now, now});
}

void PipelineTrace::cached(const ObjectKey &key)
{
    if (!m_isOn || m_received.empty())
        return;
    const std::size_t hash = std::hash<ObjectKey>{}(key);
    const SteadyTime now = m_scheduler.now();
    const auto received = end(m_received, hash, now, m_receivedToCached);
    if (!received)
        return;
    for (auto &[id, table] : m_tables)
        begin(table.cached, hash, {now, *received});
}

void PipelineTrace::addTable(std::uint64_t table)
{
    m_tables[table];
}

void PipelineTrace::removeTable(std::uint64_t table)
{
    m_tables.erase(table);
}

void PipelineTrace::handled(std::uint64_t table, const ObjectKey &key)
{
    const auto found = m_isOn ? m_tables.find(table) : m_tables.end();
    if (found == m_tables.end() || found->second.cached.empty())
        return;
    const std::size_t hash = std::hash<ObjectKey>{}(key);
    const SteadyTime now = m_scheduler.now();
    if (const auto received = end(found->second.cached, hash, now, m_cachedToHandled))
        begin(found->second.handled, hash, {now, *received});
}

std::optional<ChangeStamp> PipelineTrace::reconciled(std::uint64_t table, const ObjectKey &key)
{
    const auto found = m_isOn ? m_tables.find(table) : m_tables.end();
    if (found == m_tables.end() || found->second.handled.empty())
        return std::nullopt;
    const auto received = end(found->second.handled, std::hash<ObjectKey>{}(key), m_scheduler.now(), m_handledToRow);
    return received ? std::optional(ChangeStamp{*received, m_shown}) : std::nullopt;
}

std::function<void()> PipelineTrace::delivering() const
{
    if (!m_isOn)
        return {};
    // Both ends by the same clock, which any thread may read.
    return [shown = m_shown, began = std::chrono::steady_clock::now()] {
        const std::lock_guard lock(shown->mutex);
        shown->rowToDelivered.add(std::chrono::steady_clock::now() - began);
    };
}

void PipelineTrace::Shown::painted(SteadyTime received, SteadyTime now)
{
    const std::lock_guard lock(mutex);
    receivedToPainted.add(now - received);
}

void PipelineTrace::Shown::outOfView()
{
    const std::lock_guard lock(mutex);
    ++unseen;
}

void PipelineTrace::forgetCached()
{
    for (auto &[id, table] : m_tables)
        table.cached.clear();
}

void PipelineTrace::forgetHandled(std::uint64_t table)
{
    if (const auto found = m_tables.find(table); found != m_tables.end())
        found->second.handled.clear();
}

void PipelineTrace::describe(PipelineSnapshot &snapshot) const
{
    snapshot.timedEach = m_each;
    snapshot.receivedToCached = m_receivedToCached;
    snapshot.cachedToHandled = m_cachedToHandled;
    snapshot.handledToRow = m_handledToRow;
    const std::lock_guard lock(m_shown->mutex);
    snapshot.rowToDelivered = m_shown->rowToDelivered;
    snapshot.receivedToPainted = m_shown->receivedToPainted;
    snapshot.outOfView = m_shown->unseen;
}

} // namespace kube
