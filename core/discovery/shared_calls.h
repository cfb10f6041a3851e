// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"

#include <map>
#include <optional>
#include <stop_token>

namespace kube {

/// Calls under way: who asks for what is being asked for already shares the answer. Each may stop waiting by itself; with
/// the last of them the call is stopped. What is waited for when this dies ends as Canceled.
/// Thread: the executor's; a stop may be requested on any.
template <typename Key, typename T>
class SharedCalls
{
public:
    using Make = std::function<Future<T>(std::stop_token)>; ///< begins a call

    explicit SharedCalls(ExecutorPtr executor) : m_owner(std::move(executor)) {} ///< of the calling thread

    /// The answer to the call of that key, which make begins unless it is under way.
    [[nodiscard]] Future<T> join(const Key &key, const std::stop_token &stop, const Make &make)
    {
        if (stop.stop_requested())
            return Future<T>::ready(fail(Error::canceled()));
        const auto [found, isNew] = m_underWay.try_emplace(key);
        if (isNew)
            found->second = std::make_shared<Call>();
        const std::shared_ptr<Call> call = found->second;
        const std::uint64_t number = ++m_lastNumber;
        Waiter &waiter = call->waiting[number];
        auto answer = waiter.promise.future();
        waiter.onStop.emplace(stop, m_owner.bind([this, key, number] { leave(key, number); }));
        if (isNew)
            then(make(call->stop.get_token()), m_owner, [this, key, call](const Result<T> &result) { finish(key, call, result); });
        return answer;
    }

private:
    struct Waiter {
        Promise<T> promise;
        std::optional<std::stop_callback<std::function<void()>>> onStop;
    };
    struct Call {
        std::stop_source stop;
        std::map<std::uint64_t, Waiter> waiting;
    };

    void finish(const Key &key, const std::shared_ptr<Call> &call, const Result<T> &result)
    {
        if (const auto now = m_underWay.find(key); now != m_underWay.end() && now->second == call)
            m_underWay.erase(now);
        auto waiting = std::exchange(call->waiting, {});
        for (auto &[number, waiter] : waiting)
            waiter.promise.finish(result);
    }

    void leave(const Key &key, std::uint64_t number)
    {
        const auto found = m_underWay.find(key);
        if (found == m_underWay.end())
            return;
        const std::shared_ptr<Call> call = found->second;
        auto left = call->waiting.extract(number);
        if (left.empty())
            return;
        if (call->waiting.empty()) {
            m_underWay.erase(found); // who asks now asks anew
            call->stop.request_stop();
        }
        left.mapped().promise.finish(fail(Error::canceled()));
    }

    std::uint64_t m_lastNumber = 0;
    std::map<Key, std::shared_ptr<Call>> m_underWay;
    Owner m_owner;
};

} // namespace kube
