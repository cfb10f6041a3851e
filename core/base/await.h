// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"
#include "core/base/scheduler.h"

#include <stop_token>

namespace kube {

// For command line programs and worker threads, whose code reads from top to bottom as it does in Go. Each of these turns
// the event loop of the thread it is called on while it waits, so that clients and informers of that thread work on.
// They may be called where no task of an executor of this thread is on the call stack: from main(), from a worker thread, from
// a Qt slot or timer. Within a task (an informer's handler, a continuation of then(), a callback of an election) whatever is to
// come by that executor would have to wait for the task: there await() fails at once, waitForCacheSync() is false, and the
// two below hold everything up. Give such work to a thread (parallelizer.h, controllers) or continue with then().

namespace detail {

[[nodiscard]] bool isWithinTask(); ///< of an executor of this thread
[[nodiscard]] Error withinTaskError();

/// A wait that wake() ends, from any thread, before or while it runs; late calls do nothing.
class LoopWait
{
public:
    LoopWait();
    ~LoopWait();
    LoopWait(const LoopWait &) = delete;
    LoopWait &operator=(const LoopWait &) = delete;

    [[nodiscard]] const std::function<void()> &wake() const { return m_wake; }
    void run();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
    std::function<void()> m_wake;
};

} // namespace detail

/// The answer, once it is there; once alone, for copies of a future share one. Canceled when stop is requested first: then nobody takes it, and whether what was asked
/// for has been done is not known. BadInput when it is not there yet and this is called within a task: see above.
template <typename T>
[[nodiscard]] Result<T> await(Future<T> future, const std::stop_token &stop = {})
{
    if (!future.isReady()) {
        if (detail::isWithinTask())
            return fail(detail::withinTaskError());
        detail::LoopWait wait;
        future.onReady(wait.wake());
        const std::stop_callback onStop(stop, wait.wake());
        wait.run();
        if (!future.isReady())
            return fail(Error::canceled());
    }
    return future.take();
}

/// Go's <-ctx.Done().
void waitFor(const std::stop_token &stop);

/// Go's time.Sleep. False when stop was requested meanwhile.
bool sleepFor(Duration time, const std::stop_token &stop = {});

} // namespace kube
