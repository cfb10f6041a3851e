// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace orrery {

class ToneLabel;
class WorkloadFollower;

/// How far a rollout is, in kubectl's sentence, with a bar and, below it, what holds it back.
class RolloutStatusView final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int ObstaclesShown = 5;
    explicit RolloutStatusView(std::function<kube::WallTime()> now, QWidget *parent = nullptr);

    void show(const WorkloadFollower &follower);

private:
    std::function<kube::WallTime()> m_now;
    ToneLabel *m_sentence;
    QProgressBar *m_bar;
    ToneLabel *m_obstacles;
};

} // namespace orrery
