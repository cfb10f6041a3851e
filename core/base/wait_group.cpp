// SPDX-License-Identifier: Apache-2.0
#include "core/base/wait_group.h"

#include "core/base/await.h"

#include <mutex>

namespace kube {

struct WaitGroup::Shared {
    std::mutex mutex;
    std::size_t running = 0;
    std::function<void()> allReturned; ///< of who waits
};

WaitGroup::WaitGroup() : m_shared(std::make_shared<Shared>()) {}

WaitGroup::~WaitGroup()
{
    wait();
}

void WaitGroup::go(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_shared->mutex);
        ++m_shared->running;
    }
    m_threads.emplace_back([shared = m_shared, work = std::move(work)] {
        work();
        const std::lock_guard lock(shared->mutex);
        if (--shared->running == 0 && shared->allReturned)
            shared->allReturned();
    });
}

void WaitGroup::wait()
{
    if (m_threads.empty())
        return;
    detail::LoopWait wait;
    bool isRunning = false;
    {
        const std::lock_guard lock(m_shared->mutex);
        isRunning = m_shared->running > 0;
        m_shared->allReturned = wait.wake();
    }
    if (isRunning)
        wait.run();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
    m_shared->allReturned = nullptr;
}

} // namespace kube
