// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <functional>

namespace kube {

/// The order in which a WorkQueue hands out its keys, each of which is in it at most once. Thread: under its queue's mutex, so
/// it calls nothing of the queue. Source: client-go util/workqueue Queue.
template <typename Key>
class WorkLine
{
public:
    virtual ~WorkLine() = default;
    virtual void push(const Key &key) = 0; ///< one that is not in the line
    [[nodiscard]] virtual Key pop() = 0; ///< not when empty
    [[nodiscard]] virtual std::size_t size() const = 0; ///< keys in the line
    /// A key that is in the line was added again.
    virtual void touch(const Key &) {}
    /// A key was added that is in work: push() follows when that is done.
    virtual void announce(const Key &) {}
    [[nodiscard]] virtual int priorityOf(const Key &) const { return 0; } ///< 0 where there are none
    /// Calls look with each in the order of pop(), for as long as it says true.
    virtual void forEach(const std::function<bool(const Key &)> &look) const = 0;
};

/// First come, first served.
template <typename Key>
class FifoLine final : public WorkLine<Key>
{
public:
    void push(const Key &key) override { m_keys.push_back(key); } ///< at the end
    [[nodiscard]] Key pop() override
    {
        Key key(std::move(m_keys.front()));
        m_keys.pop_front();
        return key;
    }
    [[nodiscard]] std::size_t size() const override { return m_keys.size(); } ///< keys in the line
    void forEach(const std::function<bool(const Key &)> &look) const override
    {
        for (const Key &key : m_keys) {
            if (!look(key))
                return;
        }
    }

private:
    std::deque<Key> m_keys;
};

} // namespace kube
