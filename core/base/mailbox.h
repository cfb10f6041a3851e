// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/base/scheduler.h"

namespace kube {

/// A door into a thread that runs a Qt event loop: a queue under a std::mutex, woken by an eventfd that a
/// QSocketNotifier watches (a queued call where there is no eventfd), because that is clean under ThreadSanitizer
/// where queued signals are not. What a task throws goes on to whoever turns that event loop; tasks behind it still run.
///
/// Thread: create() and close() on the receiving thread; post() from any.
/// Lifetime: shared; after close() posted tasks are destroyed unrun on the poster's thread.
class Mailbox final : public Executor, public std::enable_shared_from_this<Mailbox>
{
public:
    /// How often and how long it delivers.
    struct Pace {
        Duration interval = Duration::zero();            ///< at most one delivery in so long; the first after idle at once
        Duration turn = std::chrono::milliseconds(2);    ///< a delivery yields to the event loop after so long
    };

    [[nodiscard]] static std::shared_ptr<Mailbox> create(Pace pace); ///< for the calling thread
    [[nodiscard]] static std::shared_ptr<Mailbox> create() { return create(Pace{}); } ///< as fast as the event loop goes
    ~Mailbox() override;

    void post(std::function<void()> task) override; ///< thread: any
    /// Drops what waits and stops delivering. Call it before the thread's event loop ends.
    void close();
    /// Is this thread within a task of one of its mailboxes?
    [[nodiscard]] static bool isDelivering();

private:
    class Receiver;
    explicit Mailbox(Pace pace);

    struct Shared;
    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<Receiver> m_receiver;
};

} // namespace kube
