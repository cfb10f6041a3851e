// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace kube {

/// Calls work with 0 … pieces - 1, in any order, on at most so many threads of its own (0: one), and returns when all have ended.
/// Once stop is requested no further piece begins. A thread takes chunk pieces at a time: more than one pays when there are
/// many and each is small. Errors: none; work must not throw. Source: client-go util/workqueue ParallelizeUntil.
void parallelizeUntil(const std::stop_token &stop, std::size_t workers, std::size_t pieces,
                      const std::function<void(std::size_t piece)> &work, std::size_t chunk = 1);

} // namespace kube
