// SPDX-License-Identifier: Apache-2.0
#include "core/base/mailbox.h"

#include <QCoreApplication>
#include <QScopeGuard>
#include <QScopedValueRollback>
#include <QSocketNotifier>
#include <QThread>
#include <QTimer>

#include <deque>
#include <mutex>
#include <optional>

#ifdef Q_OS_LINUX
#include <sys/eventfd.h>
#include <unistd.h>
#endif

namespace kube {

static thread_local bool isDeliveringOnThread = false;

struct Mailbox::Shared {
    std::mutex mutex;
    std::deque<std::function<void()>> tasks;
    bool closed = false;
    bool woken = false; ///< a wake-up is under way: one write for a burst of posts
#ifdef Q_OS_LINUX
    int event = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    ~Shared() { ::close(event); }
    void wake() const
    {
        const quint64 one = 1;
        [[maybe_unused]] const auto written = ::write(event, &one, sizeof one);
    }
    void drainWake() const
    {
        quint64 count = 0;
        [[maybe_unused]] const auto got = ::read(event, &count, sizeof count);
    }
#else
    QObject *receiver = nullptr; ///< guarded by mutex, as wake() is called under it there
    void wake() const
    {
        if (receiver)
            QCoreApplication::postEvent(receiver, new QEvent(QEvent::User));
    }
    void drainWake() const {}
#endif
};

class Mailbox::Receiver : public QObject
{
public:
    Receiver(std::shared_ptr<Shared> shared, Pace pace) : m_shared(std::move(shared)), m_pace(pace)
    {
#ifdef Q_OS_LINUX
        m_notifier = std::make_unique<QSocketNotifier>(m_shared->event, QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] { onWake(); });
#else
        m_shared->receiver = this;
#endif
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] { deliver(); });
    }

    [[nodiscard]] bool isDelivering() const { return m_delivering; }

#ifndef Q_OS_LINUX
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        onWake();
        return true;
    }
#endif

private:
    void onWake()
    {
        m_shared->drainWake();
        if (m_timer.isActive())
            return;
        // The clock may have begun less than an interval ago: nothing is said by its zero.
        const auto left = m_lastDelivery ? *m_lastDelivery + m_pace.interval - std::chrono::steady_clock::now() : Duration::zero();
        if (left > Duration::zero())
            m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(left));
        else
            deliver();
    }

    void deliver()
    {
        const auto keepShared = m_shared; // a task may close this mailbox
        const auto began = std::chrono::steady_clock::now();
        m_lastDelivery = began;
        const QScopedValueRollback delivering(m_delivering, true);
        const QScopedValueRollback onThread(isDeliveringOnThread, true);
        // Also when a task throws: those behind it have a turn of their own.
        const auto settleRest = qScopeGuard([&] {
            const std::lock_guard lock(keepShared->mutex);
            if (keepShared->closed)
                return;
            if (keepShared->tasks.empty())
                keepShared->woken = false;
            else
                m_timer.start(0);
        });
        do {
            std::function<void()> task;
            {
                const std::lock_guard lock(keepShared->mutex);
                if (keepShared->closed || keepShared->tasks.empty())
                    return;
                task = std::move(keepShared->tasks.front());
                keepShared->tasks.pop_front();
            }
            task();
        } while (std::chrono::steady_clock::now() - began < m_pace.turn);
    }

    std::shared_ptr<Shared> m_shared;
    Pace m_pace;
    std::optional<SteadyTime> m_lastDelivery; ///< none yet
    QTimer m_timer;
    bool m_delivering = false;
#ifdef Q_OS_LINUX
    std::unique_ptr<QSocketNotifier> m_notifier;
#endif
};

Mailbox::Mailbox(Pace pace) : m_shared(std::make_shared<Shared>())
{
    m_receiver = std::make_unique<Receiver>(m_shared, pace);
}

std::shared_ptr<Mailbox> Mailbox::create(Pace pace)
{
    return std::shared_ptr<Mailbox>(new Mailbox(pace));
}

// Whoever drops the last reference may be on another thread: close() has taken the receiver down by then.
Mailbox::~Mailbox()
{
    close();
}

bool Mailbox::isDelivering()
{
    return isDeliveringOnThread;
}

void Mailbox::post(std::function<void()> task)
{
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->closed)
        return;
    m_shared->tasks.push_back(std::move(task));
    if (!std::exchange(m_shared->woken, true))
        m_shared->wake();
}

void Mailbox::close()
{
    std::deque<std::function<void()>> dropped;
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->closed = true;
        dropped.swap(m_shared->tasks);
#ifndef Q_OS_LINUX
        m_shared->receiver = nullptr;
#endif
    }
    if (m_receiver) {
        // A task may close the mailbox that is running it, and another thread may drop the last reference.
        if (m_receiver->thread() == QThread::currentThread() && !m_receiver->isDelivering())
            m_receiver.reset();
        else
            m_receiver.release()->deleteLater();
    }
}

} // namespace kube
