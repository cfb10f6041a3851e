// SPDX-License-Identifier: Apache-2.0
#include "core/rest/client_stage.h"

#include <algorithm>

namespace kube {

std::size_t RestSnapshot::inPhase(RestPhase phase) const
{
    return static_cast<std::size_t>(std::count_if(requests.begin(), requests.end(), [phase](const RestRequestInfo &each) { return each.phase == phase; }));
}

std::size_t RestSnapshot::openStreams() const
{
    return static_cast<std::size_t>(std::count_if(requests.begin(), requests.end(), [](const RestRequestInfo &each) {
        return each.lane == HttpRequest::Lane::Stream && each.phase == RestPhase::Receiving;
    }));
}

void ClientStage::pause()
{
    {
        const std::lock_guard lock(m_mutex);
        m_gate.pause();
        m_paused.store(true, std::memory_order_release);
    }
    applyLater();
}

void ClientStage::step(std::size_t count)
{
    {
        const std::lock_guard lock(m_mutex);
        m_gate.step(count);
    }
    applyLater();
}

void ClientStage::stepFirst(std::function<bool(const QUrl &)> which, std::size_t count)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_gate.isPaused())
            return;
        m_gate.step(count);
        m_wishes.push_back({std::move(which), count});
    }
    applyLater();
}

void ClientStage::resume()
{
    {
        const std::lock_guard lock(m_mutex);
        m_gate.resume();
        m_wishes.clear();
        m_paused.store(false, std::memory_order_release);
    }
    applyLater();
}

void ClientStage::applyLater()
{
    if (m_asked.test_and_set())
        return;
    m_executor->post([weak = weak_from_this()] {
        if (const auto stage = weak.lock())
            stage->apply();
    });
}

bool ClientStage::mayPass()
{
    const std::lock_guard lock(m_mutex);
    if (!m_gate.isOpen())
        return false;
    m_gate.passed();
    return true;
}

void ClientStage::apply()
{
    m_asked.clear();
    if (const bool hold = isPaused(); std::exchange(m_isHolding, hold) != hold) {
        // What is told may drop streams, itself among them.
        std::vector<std::uint64_t> tickets;
        for (const auto &[ticket, held] : *m_holds)
            tickets.push_back(ticket);
        for (const std::uint64_t ticket : tickets) {
            if (const auto found = m_holds->find(ticket); found != m_holds->end()) {
                const auto tell = found->second.tell;
                tell(hold);
            }
        }
    }
    for (const Wish &wish : takeWishes()) {
        for (std::size_t step = 0; step < wish.steps && isPaused(); ++step)
            grant(wish.which);
    }
    while (!m_line->empty() && mayPass())
        letGo(m_line->begin());
}

std::vector<ClientStage::Wish> ClientStage::takeWishes()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_wishes, {});
}

void ClientStage::letGo(Line::iterator waiting)
{
    const auto next = m_line->extract(waiting);
    next.mapped().go();
}

void ClientStage::grant(const std::function<bool(const QUrl &)> &which)
{
    const auto waiting = std::find_if(m_line->begin(), m_line->end(), [&which](const auto &each) { return which(each.second.url); });
    if (waiting != m_line->end()) {
        if (mayPass())
            letGo(waiting);
        return;
    }
    const auto stream = std::find_if(m_holds->begin(), m_holds->end(), [&which](const auto &each) { return each.second.piece && which(each.second.url); });
    if (stream == m_holds->end() || !mayPass())
        return; // the oldest is next
    const Piece piece = stream->second.piece;
    piece([weak = weak_from_this()] {
        if (const auto stage = weak.lock())
            stage->step();
    });
}

Subscription ClientStage::enter(const QUrl &url, std::function<void()> go)
{
    if (m_line->empty() && (!isPaused() || mayPass())) {
        go();
        return Subscription();
    }
    const std::uint64_t ticket = ++m_lastTicket;
    m_line->emplace(ticket, Waiting{url, std::move(go)});
    return Subscription([weak = std::weak_ptr(m_line), ticket] {
        if (const auto line = weak.lock())
            line->erase(ticket);
    });
}

Subscription ClientStage::onHold(std::function<void(bool)> hold)
{
    return onHold(std::move(hold), {}, {});
}

Subscription ClientStage::onHold(std::function<void(bool)> hold, const QUrl &url, Piece piece)
{
    const std::uint64_t ticket = ++m_lastTicket;
    m_holds->emplace(ticket, Held{std::move(hold), url, std::move(piece)});
    return Subscription([weak = std::weak_ptr(m_holds), ticket] {
        if (const auto holds = weak.lock())
            holds->erase(ticket);
    });
}

void ClientStage::throttled(Duration wait)
{
    const std::lock_guard lock(m_mutex);
    m_counters.throttled += wait;
    m_counters.longestThrottled = std::max(m_counters.longestThrottled, wait);
}

void ClientStage::certificateExpires(std::optional<WallTime> when)
{
    const std::lock_guard lock(m_mutex);
    m_counters.certificateExpires = when;
}

RestSnapshot ClientStage::snapshot() const
{
    RestSnapshot snapshot;
    snapshot.sent = m_sent.load(std::memory_order_relaxed);
    snapshot.received = m_received.load(std::memory_order_relaxed);
    const std::lock_guard lock(m_mutex);
    snapshot.isPaused = m_gate.isPaused();
    snapshot.requests.reserve(m_requests.size());
    for (const auto &[id, request] : m_requests)
        snapshot.requests.push_back(request->info());
    for (const auto &[which, count] : m_counters.answers)
        snapshot.answers.push_back({which.first, which.second, count});
    snapshot.began = m_counters.began;
    snapshot.succeeded = m_counters.succeeded;
    snapshot.failed = m_counters.failed;
    snapshot.canceled = m_counters.canceled;
    snapshot.retries = m_counters.retries;
    snapshot.replays = m_counters.replays;
    snapshot.throttled = m_counters.throttled;
    snapshot.longestThrottled = m_counters.longestThrottled;
    snapshot.lastFailure = m_counters.lastFailure;
    snapshot.certificateExpires = m_counters.certificateExpires;
    return snapshot;
}

RequestHistory ClientStage::requestsAfter(std::uint64_t ended) const
{
    RequestHistory history;
    const std::lock_guard lock(m_mutex);
    history.running.reserve(m_requests.size());
    for (const auto &[id, request] : m_requests)
        history.running.push_back(request->record());
    history.ended = m_ring.after(ended);
    history.last = m_ring.pushed();
    return history;
}

} // namespace kube
