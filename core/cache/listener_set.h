// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/event_listener.h"

namespace kube {

/// The handlers of one informer. Thread: the executor's. Source: client-go cache.sharedProcessor.
class ListenerSet
{
public:
    void add(std::shared_ptr<EventListener> listener) { m_listeners.push_back(std::move(listener)); }
    void remove(const std::shared_ptr<EventListener> &listener)
    {
        listener->remove();
        std::erase(m_listeners, listener);
    }
    /// Updates that change nothing go only to handlers that are due for a resync.
    void distribute(const Notification &notification)
    {
        const bool isSync = notification.type == Notification::Type::Update
                            && notification.before->resourceVersion() == notification.now->resourceVersion();
        for (const auto &listener : m_listeners) {
            if (!isSync || listener->isSyncing)
                listener->notify(notification);
        }
    }
    void onInformerSynced()
    {
        for (const auto &listener : m_listeners)
            listener->onInformerSynced();
    }
    /// Finds who is due; false when nobody is.
    [[nodiscard]] bool shouldResync(SteadyTime now)
    {
        bool any = false;
        for (const auto &listener : m_listeners) {
            EventListener::Resync &resync = listener->resync;
            listener->isSyncing = resync.period > Duration::zero() && now >= resync.next;
            if (!listener->isSyncing)
                continue;
            resync.next = now + resync.period;
            any = true;
        }
        return any;
    }
    void stop()
    {
        for (const auto &listener : std::exchange(m_listeners, {}))
            listener->remove();
    }
    [[nodiscard]] const std::vector<std::shared_ptr<EventListener>> &all() const { return m_listeners; }

private:
    std::vector<std::shared_ptr<EventListener>> m_listeners;
};

} // namespace kube
