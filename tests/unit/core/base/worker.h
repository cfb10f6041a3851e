// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"
#include "core/base/mailbox.h"

#include <QEventLoop>

#include <thread>

namespace kube::test {

/// A thread with an event loop and a door into it; both end with it, tasks posted before run first.
class Worker
{
public:
    Worker()
    {
        Promise<std::shared_ptr<Mailbox>> promise;
        auto made = promise.future();
        m_thread = std::thread([this, promise = std::move(promise)]() mutable {
            QEventLoop loop;
            m_loop = &loop;
            const auto door = Mailbox::create();
            promise.finish(door);
            loop.exec();
            door->close();
        });
        while (!made.isReady())
            std::this_thread::yield();
        m_mailbox = made.take().value();
    }
    ~Worker()
    {
        m_mailbox->post([this] { m_loop->quit(); });
        m_thread.join();
    }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    [[nodiscard]] const std::shared_ptr<Mailbox> &mailbox() const { return m_mailbox; }

private:
    QEventLoop *m_loop = nullptr; ///< of that thread, used there only
    std::shared_ptr<Mailbox> m_mailbox;
    std::thread m_thread;
};

} // namespace kube::test
