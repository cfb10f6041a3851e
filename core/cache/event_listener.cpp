// SPDX-License-Identifier: Apache-2.0
#include "core/cache/event_listener.h"

#include "core/cache/call_out.h"

namespace kube {

using Type = Notification::Type;

static constexpr const char *handlerName = "an informer's handler";

EventListener::EventListener(ResourceEventHandlers handlers, ExecutorPtr executor, Scheduler &scheduler, Duration turn)
    : m_handlers(std::move(handlers)), m_executor(std::move(executor)), m_scheduler(scheduler), m_turn(turn)
{
}

void EventListener::notify(const Notification &notification)
{
    if (m_removed)
        return;
    const auto [found, isNew] = m_places.try_emplace(notification.key(), m_line.end());
    if (!isNew) {
        ++m_coalesced;
        join(found->second, notification);
        publishCounts();
        return;
    }
    Pending pending;
    pending.key = notification.key();
    switch (notification.type) {
    case Type::Add: pending.change = Change::Add; break;
    case Type::Update: pending.change = Change::Update; break;
    case Type::Delete:
        pending.deleted = DeletedObject{pending.key, notification.before, notification.finalStateUnknown};
        break;
    }
    if (notification.type != Type::Delete) {
        pending.before = notification.before;
        pending.now = notification.now;
    }
    pending.initial = notification.isInInitialList;
    m_initialPending += pending.initial ? 1 : 0;
    found->second = m_line.insert(m_line.end(), std::move(pending));
    publishCounts();
    schedule();
}

void EventListener::join(Line::iterator place, const Notification &notification)
{
    Pending &pending = *place;
    if (notification.type != Type::Delete) {
        if (pending.change == Change::None) {
            pending.change = Change::Add;
            if (notification.isInInitialList && !std::exchange(pending.initial, true))
                ++m_initialPending;
        }
        pending.now = notification.now;
        return;
    }
    const bool wasTold = pending.change != Change::Add; // the handler knows an object of this key
    pending.change = Change::None;
    pending.before = nullptr;
    pending.now = nullptr;
    if (pending.deleted)
        return;
    if (wasTold)
        pending.deleted = DeletedObject{pending.key, notification.before, notification.finalStateUnknown};
    else
        drop(place); // came and went unseen
}

void EventListener::drop(Line::iterator place)
{
    m_initialPending -= place->initial ? 1 : 0;
    m_places.erase(place->key);
    m_line.erase(place);
    schedule(); // it may have been the last before synced
}

void EventListener::replay(std::vector<ObjectPtr> objects)
{
    m_replay.assign(std::make_move_iterator(objects.begin()), std::make_move_iterator(objects.end()));
    publishCounts();
    schedule();
}

void EventListener::onInformerSynced()
{
    m_informerSynced = true;
    publishCounts();
    schedule();
}

void EventListener::remove()
{
    m_removed = true;
    m_places.clear();
    m_line.clear();
    m_replay.clear();
    publishCounts();
}

void EventListener::publishCounts()
{
    m_published.pending.store(pending(), std::memory_order_relaxed);
    m_published.delivered.store(m_delivered, std::memory_order_relaxed);
    m_published.coalesced.store(m_coalesced, std::memory_order_relaxed);
    m_published.hasSynced.store(hasSynced(), std::memory_order_relaxed);
}

ListenerCounts EventListener::counts() const
{
    return {m_published.pending.load(std::memory_order_relaxed), m_published.delivered.load(std::memory_order_relaxed),
            m_published.coalesced.load(std::memory_order_relaxed), m_published.hasSynced.load(std::memory_order_relaxed), isPaused()};
}

void EventListener::schedule()
{
    if (m_removed || std::exchange(m_scheduled, true))
        return;
    m_executor->post([weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->takeTurn();
    });
}

void EventListener::takeTurn()
{
    m_scheduled = false;
    if (m_removed)
        return; // and the scheduler may be gone with the informer
    const SteadyTime end = m_scheduler.now() + m_turn;
    while (!m_removed && pending() > 0) {
        if (!mayPass())
            return; // until a step or the end of the pause
        if (!m_replay.empty())
            deliverReplayed();
        else
            deliverPending();
        publishCounts();
        if (m_scheduler.now() >= end) {
            schedule();
            return;
        }
    }
    if (!m_removed && !isPaused() && hasSynced() && !std::exchange(m_toldSynced, true))
        callOut(handlerName, m_handlers.onSynced);
}

// ---- the gate, on any thread

void EventListener::pause()
{
    const std::lock_guard lock(m_gateMutex);
    m_gate.pause();
    m_paused = true;
}

void EventListener::step(std::size_t count)
{
    {
        const std::lock_guard lock(m_gateMutex);
        m_gate.step(count);
    }
    scheduleFromAnyThread();
}

void EventListener::resume()
{
    {
        const std::lock_guard lock(m_gateMutex);
        m_gate.resume();
        m_paused = false;
    }
    scheduleFromAnyThread();
}

bool EventListener::mayPass()
{
    if (!isPaused())
        return true;
    const std::lock_guard lock(m_gateMutex);
    if (!m_gate.isOpen())
        return false;
    m_gate.passed();
    return true;
}

void EventListener::scheduleFromAnyThread()
{
    if (m_asked.test_and_set())
        return;
    m_executor->post([weak = weak_from_this()] {
        if (const auto self = weak.lock()) {
            self->m_asked.clear();
            self->schedule();
        }
    });
}

// ---- delivery

void EventListener::deliverReplayed()
{
    const ObjectPtr object = m_replay.front();
    callOut(handlerName, m_handlers.onAdd, object, true);
    // Only now is it handled; a removal within the handler has emptied the line.
    if (!m_replay.empty())
        m_replay.pop_front();
    ++m_delivered;
}

void EventListener::deliverPending()
{
    m_places.erase(m_line.front().key);
    const Pending pending = std::move(m_line.front());
    m_line.pop_front();
    if (pending.deleted) {
        callOut(handlerName, m_handlers.onDelete, *pending.deleted);
        ++m_delivered;
    }
    if (pending.change != Change::None && !m_removed) {
        if (pending.change == Change::Add)
            callOut(handlerName, m_handlers.onAdd, pending.now, pending.initial);
        else
            callOut(handlerName, m_handlers.onUpdate, pending.before, pending.now);
        ++m_delivered;
    }
    m_initialPending -= pending.initial ? 1 : 0;
}

} // namespace kube
