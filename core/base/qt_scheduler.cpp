// SPDX-License-Identifier: Apache-2.0
#include "core/base/qt_scheduler.h"

#include <QTimer>

#include <algorithm>
#include <limits>
#include <memory>

namespace kube {

namespace {

/// A QTimer counts milliseconds in an int, which ends after 24 days: longer waits go in several.
constexpr std::chrono::milliseconds longestWait{std::numeric_limits<int>::max()};

} // namespace

SteadyTime QtScheduler::now() const
{
    return std::chrono::steady_clock::now();
}

WallTime QtScheduler::wallNow() const
{
    return std::chrono::system_clock::now();
}

Timer QtScheduler::after(Duration delay, std::function<void()> task)
{
    auto timer = std::make_shared<std::unique_ptr<QTimer>>(std::make_unique<QTimer>());
    auto isFiring = std::make_shared<bool>(false);
    QTimer *raw = timer->get();
    raw->setSingleShot(true);
    raw->setTimerType(Qt::PreciseTimer);
    const auto whole = std::chrono::ceil<std::chrono::milliseconds>(std::max(delay, Duration::zero()));
    const auto first = std::min(whole, longestWait);
    QObject::connect(raw, &QTimer::timeout, raw, [raw, rest = whole - first, task = std::move(task), isFiring]() mutable {
        if (rest.count() > 0) {
            const auto next = std::min(rest, longestWait);
            rest -= next;
            raw->start(next);
            return;
        }
        *isFiring = true;
        task();
        *isFiring = false;
    });
    raw->start(first);
    return Timer([timer, isFiring] {
        timer->get()->stop();
        // A task may drop its own Timer: the QTimer that is calling it must outlive the call.
        if (*isFiring)
            timer->release()->deleteLater();
        else
            timer->reset();
    });
}

} // namespace kube
