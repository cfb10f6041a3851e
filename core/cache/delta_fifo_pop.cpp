// SPDX-License-Identifier: Apache-2.0
#include "core/cache/delta_fifo.h"

namespace kube {

DeltaFIFO::Taken DeltaFIFO::takeFront(std::size_t limit)
{
    Taken taken;
    const bool isInInitialList = !synced();
    while (!m_line.empty() && taken.deltas.size() < limit) {
        Item &item = m_line.front();
        Deltas &deltas = item.deltas;
        if (taken.deltas.empty())
            taken.initial = item.initial;
        else if (item.initial != taken.initial || deltas.whole)
            break;
        const auto latest = deltas.whole ? m_items.end() : m_items.find(deltas.key);
        if (latest != m_items.end() && latest->second == &item)
            m_items.erase(latest);
        const bool alone = deltas.whole != nullptr;
        if (alone && deltas.whole->type != DeltaType::Bookmark)
            --m_barriers;
        deltas.isInInitialList = isInInitialList;
        deltas.reached.clear(); // of the time before it was put back
        m_backlog -= countOf(deltas);
        taken.deltas.push_back(std::move(deltas));
        m_line.pop_front();
        if (alone)
            break;
    }
    // With keys in line that came before them, what the last changes told is not all that had happened by then.
    if (m_line.empty() && !taken.deltas.empty())
        taken.deltas.back().reached = m_lastVersion;
    return taken;
}

void DeltaFIFO::finish(Taken taken, const std::vector<PopFailure> &failures)
{
    m_counts.popped += taken.deltas.size();
    m_gate.passed(taken.deltas.size());
    m_counts.failed += failures.size();
    std::size_t requeued = 0;
    for (const PopFailure &failure : failures) {
        Deltas &deltas = taken.deltas[failure.index];
        if (!failure.requeue || m_closed || (!deltas.whole && m_items.contains(deltas.key)))
            continue;
        putBack(std::move(deltas), taken.initial);
        ++requeued;
    }
    m_counts.requeued += requeued;
    // Only now: hasSynced() must not be true while the last of the first list is still being processed.
    if (taken.initial)
        m_initialCount -= taken.deltas.size() - requeued;
}

Result<Deltas> DeltaFIFO::popOne(std::unique_lock<std::mutex> &lock, const Process &process)
{
    const std::size_t before = m_backlog;
    Taken taken = takeFront(1);
    Deltas result = taken.deltas.front();
    std::vector<PopFailure> failures;
    if (auto failure = process(taken.deltas.front())) {
        failure->index = 0;
        failures.push_back(std::move(*failure));
    }
    finish(std::move(taken), failures);
    const Function drained = drainedFrom(before);
    lock.unlock();
    call(drained);
    if (!failures.empty())
        return fail(std::move(failures.front().error));
    return result;
}

Result<Deltas> DeltaFIFO::pop(const Process &process)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return hasWork() || m_closed; });
    if (m_line.empty())
        return fail(Error::canceled());
    return popOne(lock, process);
}

std::optional<Result<Deltas>> DeltaFIFO::tryPop(const Process &process)
{
    std::unique_lock lock(m_mutex);
    if (!hasWork()) {
        m_armed = true;
        return std::nullopt;
    }
    return popOne(lock, process);
}

std::size_t DeltaFIFO::popBatch(std::size_t limit, const BatchProcess &process)
{
    Function drained;
    Taken taken;
    std::size_t count = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (!hasWork()) {
            m_armed = true;
            return 0;
        }
        const std::size_t before = m_backlog;
        taken = takeFront(m_gate.allowance(limit));
        count = taken.deltas.size();
        const auto failures = process(taken.deltas);
        finish(std::move(taken), failures);
        drained = drainedFrom(before);
    }
    call(drained);
    return count;
}

DeltaFIFO::Function DeltaFIFO::drainedFrom(std::size_t backlogBefore) const
{
    return backlogBefore > m_lowWater && m_backlog <= m_lowWater ? m_drained : nullptr;
}

} // namespace kube
