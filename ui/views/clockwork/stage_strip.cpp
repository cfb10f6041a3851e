// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clockwork/stage_strip.h"

#include "ui/widgets/bead_rail.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStyle>

namespace orrery {

namespace {

constexpr std::size_t trackCount = allStages.size() - 1;
// A track that touched a dial would have it painted with every frame.
constexpr int trackBegin = Dial::Side / 2 + 2; ///< from a dial's middle

} // namespace

StageStrip::StageStrip(QWidget *parent) : QWidget(parent), m_rail(new BeadRail(trackCount, this))
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
    m_rail->raise(); // the columns go on to where it is
    m_frames.setInterval(FrameMsecs);
    connect(&m_frames, &QTimer::timeout, this, &StageStrip::frame);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCurrent(m_current);
}

bool StageStrip::wantsMotion() const
{
    return style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) != 0;
}

qint64 StageStrip::beadWorth() const
{
    return m_rail->track(0).beadWorth();
}

void StageStrip::show(const kube::ClockworkSnapshot &snapshot, const kube::PipelineSnapshot &pipeline, const PipelineFlow &flow)
{
    for (StageColumn *column : m_columns)
        column->show(readStage(column->stage(), {snapshot, pipeline, flow}));
    m_rail->setAtRest(!wantsMotion());
    m_rail->setBeadWorth(BeadTrack::worthAt(*std::max_element(flow.perSecond.begin(), flow.perSecond.end())));
    for (std::size_t at = 0; at < trackCount; ++at) {
        m_rail->setHeld(at, m_columns[at]->reading().isPaused);
        if (isVisible() && flow.msecs > 0)
            m_rail->pass(at, flow.passed[at], flow.msecs);
    }
    if (!m_frames.isActive() && isVisible() && m_rail->isMoving()) {
        m_sinceFrame.start();
        m_frames.start();
    }
}

void StageStrip::frame()
{
    m_rail->advance(static_cast<int>(std::min<qint64>(m_sinceFrame.restart(), 200))); // after a pause of ours they go on from where they are
    if (!m_rail->isMoving())
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
    m_rail->setGeometry(0, m_columns.front()->y() + StageColumn::DialMiddle - BeadRail::Height / 2, width(), BeadRail::Height);
    for (std::size_t at = 0; at < trackCount; ++at) {
        // By the columns' own places: the layouts within them may not have been at work yet.
        const auto [from, to] = std::minmax({m_columns[at]->geometry().center().x(), m_columns[at + 1]->geometry().center().x()});
        m_rail->setPlace(at, from + trackBegin, to - from - 2 * trackBegin);
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
