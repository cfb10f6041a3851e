// SPDX-License-Identifier: Apache-2.0
#include "core/cache/reflector_operation.h"

namespace kube {

void Reflector::pause()
{
    {
        const std::lock_guard lock(m_gateMutex);
        m_gate.pause();
        m_paused = true;
    }
    gateHasChanged();
}

void Reflector::step(std::size_t count)
{
    {
        const std::lock_guard lock(m_gateMutex);
        m_gate.step(count);
    }
    gateHasChanged();
}

void Reflector::resume()
{
    {
        const std::lock_guard lock(m_gateMutex);
        m_gate.resume();
        m_paused = false;
    }
    gateHasChanged();
}

void Reflector::gateHasChanged()
{
    if (!m_gateAsked.test_and_set())
        m_lookAtGate();
}

void Reflector::setFollowersHeld(bool areHeld)
{
    m_followersHeld = areHeld;
    publish();
}

/// What a list or watch tells comes through here, in order.
void Reflector::arrive(Arrival arrival)
{
    const auto alive = m_owner.guard(); // see feed()
    if (m_arrivals.empty() && mayPass(arrival))
        handOn(std::move(arrival));
    else
        m_arrivals.push_back(std::move(arrival));
    if (!alive.expired() && isPaused())
        settleHold();
}

void Reflector::handOn(Arrival arrival)
{
    if (auto *object = std::get_if<ObjectPtr>(&arrival))
        takeItem(std::move(*object));
    else
        feed(std::get<What>(std::move(arrival)));
}

bool Reflector::mayPass(const Arrival &arrival)
{
    if (!isPaused())
        return true;
    const auto *what = std::get_if<What>(&arrival);
    if (what && std::holds_alternative<reflector_input::WatchOpened>(*what))
        return true; // tells nothing of any object
    const std::lock_guard lock(m_gateMutex);
    if (!m_gate.isOpen())
        return false;
    m_gate.passed();
    return true;
}

void Reflector::onGateChanged()
{
    m_gateAsked.clear();
    const auto alive = m_owner.guard(); // see feed()
    while (!m_arrivals.empty() && mayPass(m_arrivals.front())) {
        Arrival next = std::move(m_arrivals.front());
        m_arrivals.pop_front();
        handOn(std::move(next)); // and what turns to another operation forgets the rest
        if (alive.expired())
            return;
    }
    settleHold();
    if (alive.expired())
        return;
    if (!isPaused() && std::exchange(m_resyncDue, false) && (!m_config.shouldResync || m_config.shouldResync()))
        check(m_queue.resync());
    publish();
}

/// Tells the operation under way, and who watches over its silence, whether it is read.
void Reflector::settleHold()
{
    bool isShut = false;
    {
        const std::lock_guard lock(m_gateMutex);
        isShut = !m_gate.isOpen();
    }
    const bool hold = m_heldBack || isShut;
    const bool isChanged = std::exchange(m_held, hold) != hold;
    const auto alive = m_owner.guard(); // see feed()
    if (const bool unread = hold || m_clientHeld; std::exchange(m_toldHeld, unread) != unread)
        feed(unread ? What(reflector_input::Held{}) : What(reflector_input::Released{}));
    if (alive.expired() || !isChanged || !m_operation || !m_operation->handle)
        return;
    if (hold)
        m_operation->handle->pause();
    else
        m_operation->handle->resume();
}

} // namespace kube
