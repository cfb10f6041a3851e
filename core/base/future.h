// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/base/result.h"

#include <cassert>
#include <mutex>
#include <type_traits>

namespace kube {

template <typename T>
class Future;

namespace detail {

template <typename T>
struct FutureState {
    std::mutex mutex;
    std::optional<Result<T>> result;
    std::function<void()> continuation; ///< posts; called once, without the mutex
    bool taken = false;

    void finish(Result<T> value)
    {
        std::function<void()> next;
        {
            const std::lock_guard lock(mutex);
            if (result)
                return;
            result.emplace(std::move(value));
            next = std::move(continuation);
            continuation = nullptr;
        }
        if (next)
            next();
    }
};

template <typename T>
struct IsFuture : std::false_type {};
template <typename T>
struct IsFuture<Future<T>> : std::true_type {};

} // namespace detail

/// The giving end of one answer. Dropped without finish(), it gives Canceled: a Future always ends.
/// Thread: any; one caller at a time.
template <typename T>
class Promise
{
public:
    Promise() : m_state(std::make_shared<detail::FutureState<T>>()) {}
    Promise(Promise &&) noexcept = default; ///< the other promises nothing any more
    /// Gives up its own future first.
    Promise &operator=(Promise &&other) noexcept
    {
        if (this != &other) {
            abandon();
            m_state = std::move(other.m_state);
        }
        return *this;
    }
    ~Promise() { abandon(); }

    [[nodiscard]] Future<T> future() const { return Future<T>(m_state); } ///< the taking end. Thread: as finish()
    /// Ends the future; a second time does nothing.
    void finish(Result<T> result)
    {
        if (auto state = std::move(m_state))
            state->finish(std::move(result));
    }

private:
    void abandon()
    {
        if (auto state = std::move(m_state))
            state->finish(fail(Error::canceled()));
    }
    std::shared_ptr<detail::FutureState<T>> m_state;
};

/// One answer, made on one thread and used on another; continued with kube::then() only, and once.
/// Built on a mutex rather than QFuture: see ARCHITECTURE.md, "Async".
template <typename T>
class [[nodiscard]] Future
{
public:
    using Value = T; ///< what it ends with, unless with an Error
    explicit Future(std::shared_ptr<detail::FutureState<T>> state) : m_state(std::move(state)) {} ///< of a Promise

    /// One that has ended.
    [[nodiscard]] static Future ready(Result<T> result)
    {
        Promise<T> promise;
        auto future = promise.future();
        promise.finish(std::move(result));
        return future;
    }

    /// Has it ended? Thread: any.
    [[nodiscard]] bool isReady() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->result.has_value();
    }

    /// Takes the answer of a ready future (tests and workers that have waited elsewhere).
    [[nodiscard]] Result<T> take()
    {
        const std::lock_guard lock(m_state->mutex);
        assert(m_state->result && !m_state->taken);
        m_state->taken = true;
        return std::move(*m_state->result);
    }

    /// Calls post once the answer is there, on whatever thread gave it. Use kube::then().
    void onReady(std::function<void()> post) const
    {
        {
            const std::lock_guard lock(m_state->mutex);
            if (!m_state->result) {
                assert(!m_state->continuation);
                m_state->continuation = std::move(post);
                return;
            }
        }
        post();
    }

private:
    std::shared_ptr<detail::FutureState<T>> m_state;
};

/// Runs fn(`Result<T>`) on the owner's thread when the future ends, unless the owner has died by then.
/// fn may return nothing, a `Result<U>` or a `Future<U>`; then() returns a `Future<U>` of that, which ends as Canceled
/// when the owner dies first.
template <typename T, typename Fn>
auto then(Future<T> future, const Owner &owner, Fn fn)
{
    using Returned = std::invoke_result_t<Fn, Result<T>>;
    auto deliver = [future, executor = owner.executor(), alive = owner.guard()](auto run) {
        // run is moved along, never kept: what fn holds must die on the owner's thread, not on the answerer's.
        future.onReady([future, executor, alive, run = std::move(run)]() mutable {
            executor->post([future, alive, run = std::move(run)]() mutable {
                if (!alive.expired())
                    (*run)(future.take());
            });
        });
    };
    if constexpr (std::is_void_v<Returned>) {
        deliver(std::make_shared<std::function<void(Result<T>)>>(std::move(fn)));
    } else if constexpr (detail::IsFuture<Returned>::value) {
        using U = typename Returned::Value;
        auto promise = std::make_shared<Promise<U>>();
        auto outer = promise->future();
        deliver(std::make_shared<std::function<void(Result<T>)>>([promise, fn = std::move(fn)](Result<T> result) mutable {
            Future<U> inner = fn(std::move(result));
            inner.onReady([promise, inner]() mutable { promise->finish(inner.take()); });
        }));
        return outer;
    } else {
        using U = typename Returned::value_type;
        auto promise = std::make_shared<Promise<U>>();
        auto outer = promise->future();
        deliver(std::make_shared<std::function<void(Result<T>)>>(
            [promise, fn = std::move(fn)](Result<T> result) mutable { promise->finish(fn(std::move(result))); }));
        return outer;
    }
}

} // namespace kube
