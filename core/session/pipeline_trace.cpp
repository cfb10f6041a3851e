// SPDX-License-Identifier: Apache-2.0
#include "core/session/pipeline_trace.h"

namespace kube {

namespace {

constexpr std::size_t mostFollowed = 4096;

} // namespace

void PipelineTrace::begin(Stamps &stamps, std::size_t key, SteadyTime now)
{
    if (stamps.size() < mostFollowed)
        stamps.try_emplace(key, now);
}

bool PipelineTrace::end(Stamps &stamps, std::size_t key, SteadyTime now, LatencyHistogram &histogram)
{
    const auto found = stamps.find(key);
    if (found == stamps.end())
        return false;
    histogram.add(now - found->second);
    stamps.erase(found);
    return true;
}

void PipelineTrace::setOn(bool on)
{
    m_isOn = on;
    if (on)
        return;
    m_received.clear();
    for (auto &[id, table] : m_tables)
        table = {};
}

void PipelineTrace::received(const ObjectKey &key)
{
    if (m_isOn)
        begin(m_received, std::hash<ObjectKey>{}(key), m_scheduler.now());
}

void PipelineTrace::cached(const ObjectKey &key)
{
    if (!m_isOn || m_received.empty())
        return;
    const std::size_t hash = std::hash<ObjectKey>{}(key);
    const SteadyTime now = m_scheduler.now();
    if (!end(m_received, hash, now, m_receivedToCached))
        return;
    for (auto &[id, table] : m_tables)
        begin(table.cached, hash, now);
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
    if (end(found->second.cached, hash, now, m_cachedToHandled))
        begin(found->second.handled, hash, now);
}

void PipelineTrace::reconciled(std::uint64_t table, const ObjectKey &key)
{
    const auto found = m_isOn ? m_tables.find(table) : m_tables.end();
    if (found != m_tables.end() && !found->second.handled.empty())
        end(found->second.handled, std::hash<ObjectKey>{}(key), m_scheduler.now(), m_handledToRow);
}

std::function<void()> PipelineTrace::delivering() const
{
    if (!m_isOn)
        return {};
    // Both ends by the same clock, which any thread may read.
    return [delivered = m_delivered, began = std::chrono::steady_clock::now()] {
        const std::lock_guard lock(delivered->mutex);
        delivered->histogram.add(std::chrono::steady_clock::now() - began);
    };
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
    snapshot.receivedToCached = m_receivedToCached;
    snapshot.cachedToHandled = m_cachedToHandled;
    snapshot.handledToRow = m_handledToRow;
    const std::lock_guard lock(m_delivered->mutex);
    snapshot.rowToDelivered = m_delivered->histogram;
}

} // namespace kube
