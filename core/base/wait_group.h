// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace kube {

/// Worker threads whose end is waited for. Thread: one, but for the work. Source: Go's sync.WaitGroup.
class WaitGroup
{
public:
    WaitGroup();
    ~WaitGroup(); ///< as wait()
    WaitGroup(const WaitGroup &) = delete;
    WaitGroup &operator=(const WaitGroup &) = delete;

    /// Begins work on a thread of its own.
    void go(std::function<void()> work);
    /// Until all of it has returned. Turns the event loop of this thread, so that workers get the answers they wait for
    /// from clients that live on it: see await.h.
    void wait();

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
    std::vector<std::thread> m_threads;
};

} // namespace kube
