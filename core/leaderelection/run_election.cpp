// SPDX-License-Identifier: Apache-2.0
#include "core/leaderelection/run_election.h"

#include "core/base/await.h"
#include "core/leaderelection/boot_time.h"

#include <QLoggingCategory>

#include <thread>

namespace kube {

namespace {

Q_LOGGING_CATEGORY(logElection, "orrery.election")

/// The work of a leader on its thread. Made, started and destroyed on the loop's.
class LeadersWork
{
public:
    LeadersWork(std::stop_token stop, std::function<void(std::stop_token)> work, std::function<void()> returned)
        : m_stop(std::move(stop)), m_work(std::move(work)), m_returned(std::move(returned))
    {
    }
    ~LeadersWork()
    {
        if (m_thread.joinable())
            m_thread.join();
    }
    LeadersWork(const LeadersWork &) = delete;
    LeadersWork &operator=(const LeadersWork &) = delete;

    void start(std::stop_token lease)
    {
        m_thread = std::thread([this, lease = std::move(lease)] {
            std::stop_source either;
            {
                const auto end = [&either] { either.request_stop(); };
                const std::stop_callback onStop(m_stop, end);
                const std::stop_callback onLost(lease, end);
                m_work(either.get_token());
            }
            m_returned();
        });
    }
    [[nodiscard]] bool hasStarted() const { return m_thread.joinable(); }

private:
    std::stop_token m_stop;
    std::function<void(std::stop_token)> m_work;
    std::function<void()> m_returned;
    std::thread m_thread;
};

} // namespace

Result<void> runElection(const std::stop_token &stop, ResourceLock &lock, const EventLoop &loop, ElectorConfig config,
                         ElectionCallbacks callbacks)
{
    if (!callbacks.onStartedLeading)
        return fail(Error::badInput(QStringLiteral("onStartedLeading is needed")));
    BootTime time; // others count on while this machine sleeps
    std::unique_ptr<LeaderElector> elector;
    std::stop_source ended;
    std::stop_source workReturned;
    const Owner owner(loop.executor());
    const auto stopElector = owner.bind([&] { elector->stop(); });
    LeadersWork work(stop, std::move(callbacks.onStartedLeading), [&] {
        workReturned.request_stop();
        stopElector();
    });

    LeaderElector::Callbacks elections;
    elections.onStartedLeading = [&](std::stop_token lease) { work.start(std::move(lease)); };
    elections.onStoppedLeading = [&] { ended.request_stop(); };
    elections.onNewLeader = std::move(callbacks.onNewLeader);
    elections.onError = callbacks.onError ? std::move(callbacks.onError) : [&lock](const Error &error) {
        qCWarning(logElection).noquote() << "the election by" << QString::fromStdString(lock.describe() + ':') << error.toString();
    };
    auto made = LeaderElector::create(lock, loop.executor(), time, loop.random(), std::move(config), std::move(elections));
    if (!made)
        return fail(std::move(made.error()));
    elector = std::move(*made);
    elector->start();
    {
        // Who leads is stopped by its work, once that has returned.
        const std::stop_callback onStop(stop, owner.bind([&] {
            if (!work.hasStarted())
                elector->stop();
        }));
        waitFor(ended.get_token());
    }
    if (work.hasStarted())
        waitFor(workReturned.get_token());
    if (callbacks.onStoppedLeading)
        callbacks.onStoppedLeading();
    return {};
}

} // namespace kube
