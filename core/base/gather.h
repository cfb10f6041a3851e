// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"

#include <vector>

namespace kube {

/// All answers, in the order of the futures, once the last is there; an error of one is beside the others' values.
/// Ends as Canceled when the owner dies first. Thread: the owner's.
template <typename T>
[[nodiscard]] Future<std::vector<Result<T>>> gather(std::vector<Future<T>> futures, const Owner &owner)
{
    struct State {
        Promise<std::vector<Result<T>>> promise;
        std::vector<Result<T>> answers;
        std::size_t missing = 0;
    };
    if (futures.empty())
        return Future<std::vector<Result<T>>>::ready(std::vector<Result<T>>());
    const auto state = std::make_shared<State>();
    state->missing = futures.size();
    state->answers.resize(futures.size(), fail(Error::canceled()));
    auto all = state->promise.future();
    for (std::size_t i = 0; i < futures.size(); ++i) {
        then(std::move(futures[i]), owner, [state, i](Result<T> answer) {
            state->answers[i] = std::move(answer);
            if (--state->missing == 0)
                state->promise.finish(std::move(state->answers));
        });
    }
    return all;
}

} // namespace kube
