// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clockwork/pipeline_flow.h"

namespace orrery {

namespace {

constexpr std::chrono::seconds flowWindow{2};

double secondsBetween(kube::WallTime first, kube::WallTime last)
{
    return std::chrono::duration<double>(last - first).count();
}

} // namespace

FlowMeter::Counts FlowMeter::countsOf(const kube::PipelineSnapshot &pipeline)
{
    const kube::SharedInformerSnapshot &informer = pipeline.informer;
    Counts counts{};
    const auto at = [&counts](Stage stage) -> double & { return counts[static_cast<std::size_t>(stage)]; };
    at(Stage::Connection) = static_cast<double>(informer.reflector.events);
    at(Stage::Reflector) = static_cast<double>(informer.queue.received);
    at(Stage::Queue) = static_cast<double>(informer.queue.popped);
    for (const kube::ListenerCounts &listener : informer.listeners) {
        at(Stage::Indexer) += static_cast<double>(listener.delivered + listener.coalesced + listener.pending);
        at(Stage::Handlers) += static_cast<double>(listener.delivered);
    }
    for (const kube::TableSnapshot &table : pipeline.tables) {
        at(Stage::WorkQueue) += static_cast<double>(table.queue.dones);
        at(Stage::Table) += static_cast<double>(table.queue.dones);
    }
    return counts;
}

void FlowMeter::add(const kube::ClockworkSnapshot &snapshot)
{
    // The calendar was set back: begin anew.
    if (!m_readings.empty() && snapshot.takenAt <= m_readings.back().at)
        m_readings.clear();
    Reading reading{snapshot.takenAt, static_cast<double>(snapshot.client.received), {}};
    for (const kube::PipelineSnapshot &pipeline : snapshot.pipelines)
        reading.counts.emplace(pipeline.key, countsOf(pipeline));
    m_readings.push_back(std::move(reading));
    while (m_readings.size() > 2 && m_readings.back().at - m_readings[1].at >= flowWindow)
        m_readings.pop_front();
}

PipelineFlow FlowMeter::flowOf(const kube::InformerKey &key) const
{
    PipelineFlow flow;
    if (m_readings.size() < 2)
        return flow;
    const Reading &last = m_readings.back();
    const Reading &before = m_readings[m_readings.size() - 2];
    const Reading &first = m_readings.front();
    flow.msecs = static_cast<int>(secondsBetween(before.at, last.at) * 1000);
    flow.bytesPerSecond = std::max(0.0, last.bytes - first.bytes) / secondsBetween(first.at, last.at);
    const auto now = last.counts.find(key);
    if (now == last.counts.end())
        return flow;
    const auto since = [&](const Reading &reading, std::size_t stage) {
        const auto then = reading.counts.find(key);
        return then == reading.counts.end() ? 0.0 : std::max(0.0, now->second[stage] - then->second[stage]);
    };
    for (std::size_t stage = 0; stage < allStages.size(); ++stage) {
        flow.passed[stage] = since(before, stage);
        flow.perSecond[stage] = since(first, stage) / secondsBetween(first.at, last.at);
    }
    return flow;
}

} // namespace orrery
