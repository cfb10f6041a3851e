// SPDX-License-Identifier: Apache-2.0
#include "core/leaderelection/boot_time.h"

#include "core/base/qt_scheduler.h"

#include <QSocketNotifier>

#include <algorithm>
#include <memory>

#include <sys/timerfd.h>
#include <unistd.h>

namespace kube {

namespace {

constexpr Duration longestWait = std::chrono::hours(24 * 365 * 100); ///< so that no sum is beyond what can be told
constexpr long nanosecondsOfASecond = 1'000'000'000;

Duration sinceBoot()
{
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// A descriptor and its notifier, which go together.
class BootTimer
{
public:
    explicit BootTimer(Duration due) : m_descriptor(timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC))
    {
        const std::int64_t at = std::max<std::int64_t>(due.count(), 1); // 0 would be no timer
        itimerspec when{};
        when.it_value.tv_sec = at / nanosecondsOfASecond;
        when.it_value.tv_nsec = at % nanosecondsOfASecond;
        if (m_descriptor < 0 || timerfd_settime(m_descriptor, TFD_TIMER_ABSTIME, &when, nullptr) != 0)
            return;
        notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    }
    ~BootTimer()
    {
        notifier.reset();
        if (m_descriptor >= 0)
            close(m_descriptor);
    }
    BootTimer(const BootTimer &) = delete;
    BootTimer &operator=(const BootTimer &) = delete;

    std::unique_ptr<QSocketNotifier> notifier; ///< null: there is no such timer

private:
    int m_descriptor;
};

} // namespace

SteadyTime BootTime::now() const
{
    return SteadyTime(std::chrono::duration_cast<SteadyTime::duration>(sinceBoot()));
}

WallTime BootTime::wallNow() const
{
    return std::chrono::system_clock::now();
}

Timer BootTime::after(Duration delay, std::function<void()> task)
{
    const auto whole = std::chrono::ceil<std::chrono::milliseconds>(std::clamp(delay, Duration::zero(), longestWait));
    auto timer = std::make_shared<BootTimer>(sinceBoot() + whole);
    QSocketNotifier *raw = timer->notifier.get();
    if (!raw)
        return QtScheduler().after(delay, std::move(task));
    auto isFiring = std::make_shared<bool>(false);
    QObject::connect(raw, &QSocketNotifier::activated, raw, [raw, task = std::move(task), isFiring] {
        raw->setEnabled(false); // it fires once, and nobody reads the descriptor
        *isFiring = true;
        task();
        *isFiring = false;
    });
    return Timer([timer, isFiring]() mutable {
        timer->notifier->setEnabled(false);
        // A task may drop its own Timer: the notifier that is calling it must outlive the call.
        if (*isFiring)
            timer->notifier.release()->deleteLater();
        timer.reset();
    });
}

} // namespace kube
