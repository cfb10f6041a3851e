// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace orrery {

/// One thread for what would take the GUI thread too long: orders of large tables, and freeing them. Tasks run in
/// order; what is still queued when it is destroyed is dropped unrun, there. Share one between all tables, and let it
/// outlive them: destroying it waits for the task in hand.
/// Thread: post() from any.
class Background final : public kube::Executor
{
public:
    Background();
    ~Background() override;
    void post(std::function<void()> task) override;

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_tasks;
    bool m_stopping = false;
    std::thread m_thread; ///< last: it uses the rest
};

} // namespace orrery
