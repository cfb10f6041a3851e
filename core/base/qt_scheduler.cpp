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
    QTimer *raw = timer->get();
    raw->setSingleShot(true);
    raw->setTimerType(Qt::PreciseTimer);
    QObject::connect(raw, &QTimer::timeout, raw, [task = std::move(task)] { task(); });
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(std::max(delay, Duration::zero()));
    raw->start(wait);
    // A task may drop its own Timer: the QTimer that is calling it must outlive the call.
    return Timer([timer] {
        timer->get()->stop();
        timer->release()->deleteLater();
    });
}

} // namespace kube
