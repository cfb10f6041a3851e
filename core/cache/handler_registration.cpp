// SPDX-License-Identifier: Apache-2.0
#include "core/cache/handler_registration.h"

#include "core/cache/listener_set.h"

namespace kube {

HandlerRegistration::HandlerRegistration(std::shared_ptr<EventListener> listener, std::weak_ptr<ListenerSet> set)
    : m_listener(std::move(listener)), m_set(std::move(set))
{
}

HandlerRegistration &HandlerRegistration::operator=(HandlerRegistration &&other) noexcept
{
    if (this != &other) {
        reset();
        m_listener = std::move(other.m_listener);
        m_set = std::move(other.m_set);
    }
    return *this;
}

void HandlerRegistration::reset()
{
    const auto listener = std::exchange(m_listener, nullptr);
    if (!listener)
        return;
    if (const auto set = m_set.lock())
        set->remove(listener);
    else
        listener->remove();
}

bool HandlerRegistration::hasSynced() const
{
    return m_listener && m_listener->hasSynced();
}

} // namespace kube
