// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"

#include <deque>
#include <mutex>

namespace kube::test {

/// An executor that any thread may post to, and that runs when the test says so.
class PostedTasks final : public Executor
{
public:
    void post(std::function<void()> task) override
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    /// Runs what is posted until nothing is; without end when another thread posts faster: see turn().
    void run()
    {
        while (auto task = next())
            task();
    }
    /// Runs what is posted by now, as one turn of an event loop does.
    void turn()
    {
        for (std::size_t count = size(); count > 0; --count)
            next()();
    }
    [[nodiscard]] std::size_t size()
    {
        const std::lock_guard lock(m_mutex);
        return m_tasks.size();
    }

private:
    std::function<void()> next()
    {
        const std::lock_guard lock(m_mutex);
        if (m_tasks.empty())
            return {};
        auto task = std::move(m_tasks.front());
        m_tasks.pop_front();
        return task;
    }

    std::mutex m_mutex;
    std::deque<std::function<void()>> m_tasks;
};

} // namespace kube::test
