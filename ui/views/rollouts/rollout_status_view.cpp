// SPDX-License-Identifier: Apache-2.0
#include "ui/views/rollouts/rollout_status_view.h"

#include "ui/views/rollouts/rollout_text.h"
#include "ui/views/rollouts/workload_follower.h"
#include "ui/widgets/tone_label.h"

#include <QProgressBar>
#include <QVBoxLayout>

namespace orrery {

namespace {

bool isPaused(const kube::JsonNode &workload)
{
    const kube::JsonNode *const spec = workload.find("spec");
    const kube::JsonNode *const paused = spec ? spec->find("paused") : nullptr;
    return paused && paused->truth;
}

} // namespace

RolloutStatusView::RolloutStatusView(std::function<kube::WallTime()> now, QWidget *parent)
    : QWidget(parent), m_now(std::move(now)), m_sentence(new ToneLabel(this)), m_bar(new QProgressBar(this)), m_obstacles(new ToneLabel(this, Tone::Pending))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (ToneLabel *label : {m_sentence, m_obstacles}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_bar->setRange(0, 100);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setAccessibleName(tr("Progress of the rollout"));
    layout->addWidget(m_sentence);
    layout->addWidget(m_bar);
    layout->addWidget(m_obstacles);
    m_bar->hide();
    m_obstacles->hide();
}

void RolloutStatusView::show(const WorkloadFollower &follower)
{
    const kube::RolloutStatus status = follower.status();
    QString sentence = QString::fromStdString(status.message);
    Tone tone = toneOf(status.state);
    if (follower.isGone()) {
        sentence = tr("It has been deleted.");
        tone = Tone::Completed;
    }
    m_sentence->setTone(tone);
    m_sentence->setText(QString(toneGlyph(tone)) + QLatin1Char(' ') + sentence);
    m_sentence->setAccessibleName(sentence);
    m_bar->setValue(status.percent);
    m_bar->setVisible(!follower.isGone() && (status.state == kube::RolloutStatus::State::Waiting || status.state == kube::RolloutStatus::State::Failed));
    QStringList lines;
    if (!follower.isGone() && isPaused(follower.object()))
        lines << tr("It is paused: changes of the Pod template wait until it is resumed.");
    const auto &obstacles = follower.obstacles();
    for (std::size_t i = 0; i < obstacles.size() && i < ObstaclesShown; ++i)
        lines << obstacleText(obstacles[i], m_now());
    if (obstacles.size() > ObstaclesShown)
        lines << tr("and %n more", nullptr, static_cast<int>(obstacles.size()) - ObstaclesShown);
    m_obstacles->setText(lines.join(QLatin1Char('\n')));
    m_obstacles->setAccessibleName(lines.join(QLatin1Char(' ')));
    m_obstacles->setVisible(!lines.isEmpty());
}

} // namespace orrery
