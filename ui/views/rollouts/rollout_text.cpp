// SPDX-License-Identifier: Apache-2.0
#include "ui/views/rollouts/rollout_text.h"

#include "core/object/object_meta.h"
#include "ui/base/format.h"

#include <QCoreApplication>

namespace orrery {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(orrery::RolloutText)
};

} // namespace

Tone toneOf(kube::RolloutStatus::State state)
{
    switch (state) {
    case kube::RolloutStatus::State::Done:
        return Tone::Ready;
    case kube::RolloutStatus::State::Failed:
        return Tone::Failing;
    case kube::RolloutStatus::State::Untold:
        return Tone::Completed;
    case kube::RolloutStatus::State::Waiting:
        break;
    }
    return Tone::Pending;
}

QString obstacleText(const kube::Obstacle &obstacle, kube::WallTime now)
{
    QString text = QString::fromStdString(obstacle.reason);
    if (obstacle.source == kube::Obstacle::Source::Pod)
        text = Text::tr("%1, %n Pod(s)", nullptr, static_cast<int>(obstacle.count)).arg(text);
    if (!obstacle.message.empty())
        text += QStringLiteral(": ") + QString::fromStdString(obstacle.message).simplified();
    const QString subject = QString::fromStdString(obstacle.subject);
    text = obstacle.count > 1 ? Text::tr("%1 (%2 and others)").arg(text, subject) : Text::tr("%1 (%2)").arg(text, subject);
    const QString age = obstacle.source == kube::Obstacle::Source::Event ? ageText(obstacle.time, now) : QString();
    return age.isEmpty() ? text : Text::tr("%1, %2 ago").arg(text, age);
}

QString progressText(const kube::ScaleProgress &progress)
{
    const QString current = count(progress.current);
    const QString wanted = count(progress.wanted);
    if (!progress.isObserved)
        return Text::tr("%1 of %2 replicas; not seen by its controller yet").arg(current, wanted);
    if (progress.ready)
        return Text::tr("%1 of %2 replicas, %3 ready").arg(current, wanted, count(*progress.ready));
    return Text::tr("%1 of %2 replicas").arg(current, wanted);
}

QString ageText(const std::string &time, kube::WallTime now)
{
    const auto then = kube::parseTime(time);
    return then ? humanDuration(std::max(now - *then, kube::WallTime::duration::zero())) : QString();
}

} // namespace orrery
