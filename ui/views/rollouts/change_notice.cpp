// SPDX-License-Identifier: Apache-2.0
#include "ui/views/rollouts/change_notice.h"

#include "ui/base/format.h"
#include "ui/views/rollouts/rollout_text.h"
#include "ui/views/rollouts/workload_change.h"

namespace orrery {

ChangeNotice::ChangeNotice(WorkloadPorts ports, kube::ResourceInfo resource, kube::ObjectKey key, Change change, std::function<kube::WallTime()> now, QObject *parent)
    : QObject(parent), m_change(std::move(change)), m_now(std::move(now)),
      m_follower(new WorkloadFollower(std::move(ports), std::move(resource), std::move(key), m_change.purpose, this))
{
    if (m_change.purpose == WorkloadFollower::Purpose::Scale)
        m_follower->setWanted(m_change.replicas);
    connect(m_follower, &WorkloadFollower::changed, this, &ChangeNotice::look);
}

void ChangeNotice::look()
{
    if (m_hasEnded || !m_follower->isRead())
        return;
    if (m_follower->isGone())
        tell(Tone::Completed, tr("It has been deleted."), true);
    else if (m_change.purpose == WorkloadFollower::Purpose::Scale)
        lookAtScale();
    else if (generationOf(m_follower->object()) >= m_change.generation)
        lookAtRollout();
}

void ChangeNotice::lookAtRollout()
{
    const kube::RolloutStatus status = m_follower->status();
    tell(toneOf(status.state), QString::fromStdString(status.message), status.state != kube::RolloutStatus::State::Waiting);
}

void ChangeNotice::lookAtScale()
{
    if (const auto other = m_follower->overruledBy()) {
        tell(Tone::Pending, tr("Somebody else has set it to %1 since.").arg(count(*other)), true);
        return;
    }
    const kube::ScaleProgress progress = m_follower->scale();
    tell(progress.isDone ? Tone::Ready : Tone::Pending, progressText(progress), progress.isDone);
}

void ChangeNotice::tell(Tone tone, const QString &sentence, bool isLast)
{
    QStringList lines{tr("%1: %2").arg(m_change.what, sentence)};
    if (!m_follower->obstacles().empty() && tone != Tone::Ready)
        lines << obstacleText(m_follower->obstacles().front(), m_now());
    const QString text = lines.join(QLatin1Char('\n'));
    if (text != std::exchange(m_said, text) || isLast)
        Q_EMIT told(tone, text);
    if (isLast) {
        m_hasEnded = true;
        deleteLater();
    }
}

} // namespace orrery
