// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/event_listener.h"

namespace kube {

class ListenerSet;

/// A handler's place at an informer; destroying it removes the handler, which is not called again, not even for what
/// waited already. May be destroyed within the handler, and outlive the informer. Thread: the executor's.
class [[nodiscard]] HandlerRegistration
{
public:
    HandlerRegistration() = default;
    HandlerRegistration(HandlerRegistration &&) noexcept = default; ///< the other registers nothing any more
    HandlerRegistration &operator=(HandlerRegistration &&other) noexcept; ///< removes its own handler first
    ~HandlerRegistration() { reset(); }

    void reset(); ///< removes the handler
    /// The informer has synced and this handler has been told of everything in the first list.
    [[nodiscard]] bool hasSynced() const;
    [[nodiscard]] explicit operator bool() const { return m_listener != nullptr; } ///< is a handler registered?

private:
    friend class SharedIndexInformer;
    HandlerRegistration(std::shared_ptr<EventListener> listener, std::weak_ptr<ListenerSet> set);
    std::shared_ptr<EventListener> m_listener;
    std::weak_ptr<ListenerSet> m_set;
};

} // namespace kube
