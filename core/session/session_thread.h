// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"
#include "core/base/scheduler.h"

#include <QString>

#include <thread>

namespace kube {

/// The thread of one cluster: a std::thread that runs a Qt event loop, entered through one Mailbox.
/// Thread: made and destroyed on any one; executor() may be used from any.
class SessionThread
{
public:
    explicit SessionThread(const QString &name); ///< name is what debuggers show
    /// Joins. Call it off the GUI thread when what still runs there may take its time.
    ~SessionThread();

    [[nodiscard]] const ExecutorPtr &executor() const { return m_executor; } ///< runs what is posted on it
    /// Runs last on the thread after all that was posted before, then ends its loop.
    void stop(std::function<void()> last);

private:
    std::thread m_thread;
    ExecutorPtr m_executor;
    std::function<void()> m_quit;
};

/// The answer of a question asked on another thread: fn runs there and returns a Future<T>.
template <typename T, typename Fn>
Future<T> ask(const ExecutorPtr &executor, Fn fn)
{
    auto promise = std::make_shared<Promise<T>>();
    auto future = promise->future();
    executor->post([promise, fn = std::move(fn)]() mutable {
        Future<T> inner = fn();
        inner.onReady([promise, inner]() mutable { promise->finish(inner.take()); });
    });
    return future;
}

} // namespace kube
