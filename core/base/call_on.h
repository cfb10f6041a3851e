// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"

namespace kube {

/// For a worker thread that has a question to what lives on another: calls ask there, which gives a Future, and gives that
/// answer: await(callOn(loop.executor(), [&] { return mapper.find("deploy"); })). Canceled when the executor closes first.
/// Thread: any.
template <typename Ask>
[[nodiscard]] std::invoke_result_t<Ask> callOn(const ExecutorPtr &executor, Ask ask)
{
    using Value = typename std::invoke_result_t<Ask>::Value;
    auto promise = std::make_shared<Promise<Value>>();
    auto answer = promise->future();
    executor->post([promise, ask = std::move(ask)]() mutable {
        auto inner = ask();
        inner.onReady([promise, inner]() mutable { promise->finish(inner.take()); });
    });
    return answer;
}

/// The same on an owner's thread; Canceled, and not asked, when the owner has died by then. Thread: any, while the owner lives.
template <typename Ask>
[[nodiscard]] std::invoke_result_t<Ask> callOn(const Owner &owner, Ask ask)
{
    using Answer = std::invoke_result_t<Ask>;
    return callOn(owner.executor(), [alive = owner.guard(), ask = std::move(ask)]() mutable {
        return alive.expired() ? Answer::ready(fail(Error::canceled())) : ask();
    });
}

} // namespace kube
