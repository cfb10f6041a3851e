// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clockwork/stage_strip.h"

#include "ui/widgets/bead_track.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStyle>

namespace orrery {

namespace {

// A track that touched a dial would have it painted with every frame.
constexpr int trackBegin = Dial::Side / 2 + 2; ///< from a dial's middle

} // namespace

StageStrip::StageStrip(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 0, 4, 0);
    layout->setSpacing(0);
    for (const Stage stage : allStages) {
        const auto at = static_cast<std::size_t>(stage);
        auto *column = new StageColumn(stage, this);
        m_columns[at] = column;
        layout->addWidget(column, 1);
        connect(column->dial(), &Dial::clicked, this, [this, stage] {
            setCurrent(stage);
            Q_EMIT stageChosen(stage);
        });
        connect(column->dial(), &Dial::neighbourWanted, this, [this, at](int offset) {
            const auto next = static_cast<int>(at) + offset;
            if (next >= 0 && next < static_cast<int>(m_columns.size()))
                m_columns[static_cast<std::size_t>(next)]->dial()->setFocus(Qt::TabFocusReason);
        });
        connect(column, &StageColumn::commanded, this, [this, stage](kube::StageCommand command) {
            if (const auto gate = gateOf(stage))
                Q_EMIT commanded(*gate, command);
        });
    }
    for (BeadTrack *&track : m_tracks)
        track = new BeadTrack(this);
    m_frames.setInterval(FrameMsecs);
    connect(&m_frames, &QTimer::timeout, this, &StageStrip::frame);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCurrent(m_current);
}

BeadTrack *StageStrip::trackAfter(Stage stage) const
{
    const auto at = static_cast<std::size_t>(stage);
    return at < m_tracks.size() ? m_tracks[at] : nullptr;
}

bool StageStrip::wantsMotion() const
{
    return style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) != 0;
}

qint64 StageStrip::beadWorth() const
{
    return m_tracks.front()->beadWorth();
}

void StageStrip::show(const kube::ClockworkSnapshot &snapshot, const kube::PipelineSnapshot &pipeline, const PipelineFlow &flow)
{
    for (StageColumn *column : m_columns)
        column->show(readStage(column->stage(), {snapshot, pipeline, flow}));
    const bool motion = wantsMotion();
    const qint64 worth = BeadTrack::worthAt(*std::max_element(flow.perSecond.begin(), flow.perSecond.end()));
    for (const Stage stage : allStages) {
        BeadTrack *track = trackAfter(stage);
        if (!track)
            continue;
        track->setHeld(column(stage)->reading().isPaused);
        track->setAtRest(!motion);
        track->setBeadWorth(worth);
        if (isVisible() && flow.msecs > 0)
            track->pass(flow.passed[static_cast<std::size_t>(stage)], flow.msecs);
    }
    if (!m_frames.isActive() && isVisible() && std::any_of(m_tracks.begin(), m_tracks.end(), [](const BeadTrack *track) { return track->isMoving(); })) {
        m_sinceFrame.start();
        m_frames.start();
    }
}

void StageStrip::frame()
{
    const int msecs = static_cast<int>(std::min<qint64>(m_sinceFrame.restart(), 200)); // after a pause of ours they go on from where they are
    bool moves = false;
    for (BeadTrack *track : m_tracks) {
        track->advance(msecs);
        moves = moves || track->isMoving();
    }
    if (!moves)
        m_frames.stop();
}

void StageStrip::forgetTrends()
{
    for (StageColumn *column : m_columns)
        column->forgetTrend();
}

void StageStrip::addToTrends()
{
    for (StageColumn *column : m_columns)
        column->addToTrend();
}

void StageStrip::setCurrent(Stage stage)
{
    m_current = stage;
    for (const StageColumn *column : m_columns)
        column->dial()->setChecked(column->stage() == stage);
}

void StageStrip::placeTracks()
{
    for (std::size_t i = 0; i < m_tracks.size(); ++i) {
        // By the columns' own places: the layouts within them may not have been at work yet.
        const auto middleOf = [](const StageColumn *column) { return QPoint(column->geometry().center().x(), column->y() + StageColumn::DialMiddle); };
        QPoint from = middleOf(m_columns[i]);
        QPoint to = middleOf(m_columns[i + 1]);
        if (from.x() > to.x())
            std::swap(from, to);
        const int begin = from.x() + trackBegin;
        const int end = to.x() - trackBegin;
        m_tracks[i]->setGeometry(begin, from.y() - BeadTrack::Height / 2, std::max(0, end - begin), BeadTrack::Height);
    }
}

void StageStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeTracks();
}

bool StageStrip::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::LayoutDirectionChange)
        placeTracks();
    return done;
}

void StageStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    placeTracks();
}

void StageStrip::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_frames.stop();
}

} // namespace orrery
