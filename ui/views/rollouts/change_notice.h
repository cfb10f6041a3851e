// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/tone.h"
#include "ui/views/rollouts/workload_follower.h"

namespace orrery {

/// Follows what a write has begun until it is complete, has failed or is overruled, and tells each step: for those who look
/// elsewhere meanwhile. Deletes itself after the last.
class ChangeNotice final : public QObject
{
    Q_OBJECT
public:
    /// What it is that was begun.
    struct Change {
        WorkloadFollower::Purpose purpose = WorkloadFollower::Purpose::Rollout;
        QString what;                ///< "web restarted"
        std::int64_t generation = 0; ///< Rollout: of the object as the server answered; what is older does not count
        qint64 replicas = 0;         ///< Scale: the number
    };
    ChangeNotice(WorkloadPorts ports, kube::ResourceInfo resource, kube::ObjectKey key, Change change, std::function<kube::WallTime()> now, QObject *parent = nullptr);

Q_SIGNALS:
    void told(orrery::Tone tone, const QString &text);

private:
    void look();
    void lookAtRollout();
    void lookAtScale();
    void tell(Tone tone, const QString &sentence, bool isLast);

    Change m_change;
    std::function<kube::WallTime()> m_now;
    QString m_said;
    bool m_hasEnded = false;
    WorkloadFollower *m_follower;
};

} // namespace orrery
