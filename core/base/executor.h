// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

namespace kube {

/// Runs tasks later, in order, on one thread. What one throws goes on to whoever turns its loop; those behind it still run.
/// Thread: post() from any. A task posted to an executor that has closed is destroyed, never run.
class Executor
{
public:
    virtual ~Executor() = default;
    virtual void post(std::function<void()> task) = 0; ///< thread: any. Never runs task within this call
};

using ExecutorPtr = std::shared_ptr<Executor>; ///< shared by all who post; never null

/// What a continuation belongs to: the thread it runs on and the life it must not outlive.
/// Hold it as the last member, so that it dies first. Thread: made, used and destroyed on the executor's own.
class Owner
{
public:
    /// executor: of the calling thread.
    explicit Owner(ExecutorPtr executor) : m_executor(std::move(executor)), m_alive(std::make_shared<char>()) {}
    Owner(const Owner &) = delete;
    Owner &operator=(const Owner &) = delete;

    [[nodiscard]] const ExecutorPtr &executor() const { return m_executor; } ///< of its thread
    [[nodiscard]] std::weak_ptr<const void> guard() const { return m_alive; } ///< expires with the owner

    /// Runs fn on the owner's thread unless the owner has died by then. Thread: on the owner's own; the
    /// returned function may be called from any.
    template <typename Fn>
    [[nodiscard]] auto bind(Fn fn) const
    {
        return [executor = m_executor, alive = guard(), fn = std::move(fn)](auto... args) {
            executor->post([alive, fn, ... args = std::move(args)]() mutable {
                if (!alive.expired())
                    fn(std::move(args)...);
            });
        };
    }

private:
    ExecutorPtr m_executor;
    std::shared_ptr<const void> m_alive;
};

} // namespace kube
