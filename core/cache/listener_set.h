// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/event_listener.h"

#include <mutex>

namespace kube {

/// The handlers of one informer. Paused, stepped and resumed it is all of them, those that come later too.
/// Thread: the executor's, but for StageControl and counts(). Source: client-go cache.sharedProcessor.
class ListenerSet final : public StageControl
{
public:
    void add(std::shared_ptr<EventListener> listener)
    {
        const std::lock_guard lock(m_mutex);
        if (m_paused)
            listener->pause();
        m_listeners.push_back(std::move(listener));
    }
    void remove(const std::shared_ptr<EventListener> &listener)
    {
        listener->remove();
        const std::lock_guard lock(m_mutex);
        std::erase(m_listeners, listener);
    }
    void pause() override
    {
        const std::lock_guard lock(m_mutex);
        m_paused = true;
        for (const auto &listener : m_listeners)
            listener->pause();
    }
    void step(std::size_t count = 1) override
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &listener : m_listeners)
            listener->step(count);
    }
    void resume() override
    {
        const std::lock_guard lock(m_mutex);
        m_paused = false;
        for (const auto &listener : m_listeners)
            listener->resume();
    }
    [[nodiscard]] bool isPaused() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_paused;
    }
    [[nodiscard]] std::vector<ListenerCounts> counts() const
    {
        std::vector<ListenerCounts> result;
        const std::lock_guard lock(m_mutex);
        for (const auto &listener : m_listeners)
            result.push_back(listener->counts());
        return result;
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
        std::vector<std::shared_ptr<EventListener>> all;
        {
            const std::lock_guard lock(m_mutex);
            all.swap(m_listeners);
        }
        for (const auto &listener : all)
            listener->remove();
    }
    [[nodiscard]] const std::vector<std::shared_ptr<EventListener>> &all() const { return m_listeners; }

private:
    mutable std::mutex m_mutex; ///< only the executor's thread changes m_listeners, so only its changes and others' looks lock
    std::vector<std::shared_ptr<EventListener>> m_listeners;
    bool m_paused = false; ///< under m_mutex
};

} // namespace kube
