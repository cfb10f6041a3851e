// SPDX-License-Identifier: Apache-2.0
#include "core/workqueue/parallelizer.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace kube {

void parallelizeUntil(const std::stop_token &stop, std::size_t workers, std::size_t pieces,
                      const std::function<void(std::size_t piece)> &work, std::size_t chunk)
{
    chunk = std::max<std::size_t>(chunk, 1);
    const std::size_t chunks = pieces / chunk + (pieces % chunk != 0 ? 1 : 0);
    std::atomic<std::size_t> next = 0;
    const auto workOff = [&] {
        for (std::size_t one = next++; one < chunks; one = next++) {
            const std::size_t begin = one * chunk;
            for (std::size_t piece = begin; piece < begin + std::min(chunk, pieces - begin); ++piece) {
                if (stop.stop_requested())
                    return;
                work(piece);
            }
        }
    };
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < std::min(std::max<std::size_t>(workers, 1), chunks); ++i)
        threads.emplace_back(workOff);
}

} // namespace kube
