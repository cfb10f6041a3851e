// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/base/subscription.h"

#include <atomic>
#include <cstdint>
#include <map>
#include <optional>

namespace kube {

/// The way out of a session for one subscriber: emit() may be called on the session's thread and runs the handler on
/// the owner's, until the Subscription is dropped there.
template <typename... Args>
struct Outlet {
    std::function<void(Args...)> emit;
    std::shared_ptr<std::atomic<bool>> on;

    Outlet(const Owner &owner, std::function<void(Args...)> handler) : on(std::make_shared<std::atomic<bool>>(true))
    {
        emit = owner.bind([flag = on, handler = std::move(handler)](Args... args) {
            if (*flag)
                handler(std::move(args)...);
        });
    }

    /// Ends it; detach is called on the thread that drops it.
    [[nodiscard]] Subscription subscription(std::function<void()> detach) const
    {
        return Subscription([flag = on, detach = std::move(detach)] {
            *flag = false;
            detach();
        });
    }
};

/// Tells many subscribers the last value at once and every new one after. Thread: the session's.
template <typename T>
class Broadcast
{
public:
    void add(std::uint64_t id, std::function<void(T)> emit)
    {
        if (m_last)
            emit(*m_last);
        m_emits.emplace(id, std::move(emit));
    }
    void remove(std::uint64_t id) { m_emits.erase(id); }
    void send(T value)
    {
        m_last = std::move(value);
        for (const auto &[id, emit] : m_emits)
            emit(*m_last);
    }
    [[nodiscard]] const std::optional<T> &last() const { return m_last; }

private:
    std::optional<T> m_last;
    std::map<std::uint64_t, std::function<void(T)>> m_emits;
};

} // namespace kube
