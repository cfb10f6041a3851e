// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/backoff.h"
#include "core/base/executor.h"

namespace kube {

/// What a thread with a Qt event loop lends to the clients, informers and queues that live on it. A command line program
/// makes one after its QCoreApplication, before everything else; await.h turns the loop.
/// Thread: made and destroyed on the loop's own; executor() may be used from any.
class EventLoop
{
public:
    EventLoop();
    /// What was posted and has not run is dropped, and so is what is posted later.
    ~EventLoop();
    EventLoop(const EventLoop &) = delete;
    EventLoop &operator=(const EventLoop &) = delete;

    [[nodiscard]] const ExecutorPtr &executor() const { return m_executor; } ///< runs what is posted on the loop's thread
    /// Its timers fire on the loop's thread.
    [[nodiscard]] const std::shared_ptr<Scheduler> &scheduler() const { return m_scheduler; }
    [[nodiscard]] Random random() const { return systemRandom(); } ///< of the system's seed

private:
    std::shared_ptr<void> m_dispatcher; ///< first: a thread that is not Qt's gets one by it
    std::shared_ptr<Scheduler> m_scheduler;
    ExecutorPtr m_executor;
};

/// Event loops that begin from now on are Qt's own and not GLib's, which costs less for each wake-up: of a watched event
/// about a tenth. For a program that needs no GLib, at the start of main(), before its QCoreApplication and other threads.
/// Sets QT_NO_GLIB, which children inherit; where it is set already, it stays as it is.
void preferQtEventLoops();

} // namespace kube
