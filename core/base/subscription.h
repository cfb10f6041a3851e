// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <utility>

namespace kube {

/// Keeps a handler attached; destroying or resetting it detaches. After that the handler is not called again,
/// provided this happens on the thread the handler runs on.
class [[nodiscard]] Subscription
{
public:
    Subscription() = default;
    /// detach is called once, when this is destroyed or reset.
    explicit Subscription(std::function<void()> detach) : m_detach(std::move(detach)) {}
    /// The other keeps nothing attached any more.
    Subscription(Subscription &&other) noexcept : m_detach(std::exchange(other.m_detach, nullptr)) {}
    /// Detaches its own first.
    Subscription &operator=(Subscription &&other) noexcept
    {
        if (this != &other) {
            reset();
            m_detach = std::exchange(other.m_detach, nullptr);
        }
        return *this;
    }
    ~Subscription() { reset(); }

    /// Detaches now.
    void reset()
    {
        if (auto detach = std::exchange(m_detach, nullptr))
            detach();
    }
    [[nodiscard]] explicit operator bool() const { return static_cast<bool>(m_detach); } ///< is something attached?

private:
    std::function<void()> m_detach;
};

} // namespace kube
