// SPDX-License-Identifier: Apache-2.0
#include "core/base/qt_scheduler.h"

#include <QTimer>

#include <algorithm>
#include <memory>

namespace kube {

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
    QObject::connect(raw, &QTimer::timeout, raw, [task = std::move(task), isFiring] {
        *isFiring = true;
        task();
        *isFiring = false;
    });
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(std::max(delay, Duration::zero()));
    raw->start(wait);
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
