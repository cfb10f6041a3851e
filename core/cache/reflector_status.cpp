// SPDX-License-Identifier: Apache-2.0
#include "core/cache/call_out.h"
#include "core/cache/reflector_subscribers.h"

namespace kube {

static constexpr const char *statusHandlerName = "a handler of an informer's status";

ReflectorStatus Reflector::status() const
{
    ReflectorStatus status = m_status;
    status.lastSyncResourceVersion = m_state.lastSyncResourceVersion;
    status.itemsLoaded = m_state.items;
    status.heldBack = m_heldBack;
    if (status.phase == ReflectorPhase::Live && !status.standsStill)
        status.asOf = m_scheduler.wallNow();
    return status;
}

Subscription Reflector::subscribe(std::function<void(const ReflectorStatus &)> handler)
{
    auto shared = std::make_shared<const std::function<void(const ReflectorStatus &)>>(std::move(handler));
    const std::uint64_t number = m_subscribers->counter++;
    m_subscribers->handlers.emplace(number, shared);
    Subscription subscription([weak = std::weak_ptr(m_subscribers), number] {
        if (const auto subscribers = weak.lock())
            subscribers->handlers.erase(number);
    });
    callOut(statusHandlerName, *shared, status());
    return subscription;
}

void Reflector::publish()
{
    const ReflectorPhase phase = phaseOf(m_state);
    const bool paused = isPaused();
    const bool still = standsStill();
    const bool changed = phase != m_status.phase || paused != m_status.paused || still != m_status.standsStill || m_state.nextTry.has_value() != m_status.nextTry.has_value()
                         || m_state.synced != m_status.synced || m_state.failedStep != m_status.failedStep || m_state.asked != m_status.asked
                         || m_state.lastError.has_value() != m_status.lastError.has_value();
    const SteadyTime now = m_scheduler.now();
    const bool progressed = m_state.items != m_status.itemsLoaded && now - m_published >= std::chrono::milliseconds(100);
    if (!changed && !progressed)
        return;
    const WallTime wallNow = m_scheduler.wallNow();
    if (phase != m_status.phase || still != m_status.standsStill) {
        // What the server last proved is what the cache is as of; a silence before the end was noticed is not.
        if (m_status.phase == ReflectorPhase::Live && !m_status.standsStill) {
            const Duration silence = now - m_state.lastProof;
            m_status.asOf = wallNow - std::chrono::duration_cast<WallTime::duration>(std::max(silence, Duration::zero()));
        }
        if (phase != m_status.phase)
            m_status.since = wallNow;
        m_status.phase = phase;
        m_status.standsStill = still;
    }
    m_status.paused = paused;
    m_status.lastError = m_state.lastError;
    m_status.failedStep = m_state.failedStep;
    m_status.asked = m_state.asked;
    m_status.nextTry.reset();
    if (m_state.nextTry)
        m_status.nextTry = wallNow + std::chrono::duration_cast<WallTime::duration>(*m_state.nextTry - now);
    m_status.synced = m_state.synced;
    m_status.itemsLoaded = m_state.items;
    m_status.watchList = m_state.step == ReflectorState::Step::WatchListing || (m_status.watchList && m_state.live);
    m_published = now;
    if (changed)
        takeSnapshot();
    const ReflectorStatus told = status();
    const auto subscribers = m_subscribers;
    for (const auto &[number, handler] : std::map(subscribers->handlers)) {
        if (subscribers->handlers.contains(number))
            callOut(statusHandlerName, *handler, told);
    }
}

// ---- for whoever looks, on any thread

std::shared_ptr<const ReflectorSnapshot> Reflector::snapshot() const
{
    if (!m_snapshotWanted.exchange(true))
        m_refreshSnapshot();
    const std::lock_guard lock(m_snapshotMutex);
    return m_snapshot;
}

void Reflector::takeSnapshot()
{
    m_snapshotWanted = false;
    auto taken = std::make_shared<ReflectorSnapshot>();
    static_cast<ReflectorStatus &>(*taken) = status();
    taken->name = m_config.name;
    taken->step = reflectorStepName(m_state.step);
    taken->relists = m_listsBegun > 0 ? m_listsBegun - 1 : 0;
    taken->lastLists.assign(m_lastLists.begin(), m_lastLists.end());
    taken->lastBookmark = m_lastBookmark;
    taken->bytes = m_listerWatcher.bytesRead();
    taken->backlog = m_queue.backlog();
    taken->takenAt = m_scheduler.wallNow();
    std::shared_ptr<const ReflectorSnapshot> spent = std::move(taken);
    const std::lock_guard lock(m_snapshotMutex);
    m_snapshot.swap(spent);
}

void Reflector::noteList(ListReason reason)
{
    constexpr std::size_t remembered = 16;
    ++m_listsBegun;
    endList(ReflectorSnapshot::List::End::GivenUp);
    m_lastLists.push_back({m_scheduler.wallNow(), reason, m_state.lastError});
    if (m_lastLists.size() > remembered)
        m_lastLists.pop_front();
}

void Reflector::endList(ReflectorSnapshot::List::End end, std::optional<Error> error)
{
    if (m_lastLists.empty() || m_lastLists.back().end != ReflectorSnapshot::List::End::UnderWay)
        return;
    m_lastLists.back().end = end;
    m_lastLists.back().error = std::move(error);
}

} // namespace kube
