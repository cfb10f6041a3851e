// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/progress_line.h"

#include "ui/base/tone.h"

#include <QPainter>
#include <QStyle>

namespace orrery {

namespace {
constexpr int phases = 24;
}

ProgressLine::ProgressLine(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(2);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_delay.setSingleShot(true);
    m_delay.setInterval(DelayMsecs);
    m_beat.setInterval(100);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        m_beat.start();
        setAccessibleName(tr("Loading"));
        update();
    });
    connect(&m_beat, &QTimer::timeout, this, [this] {
        if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0)
            return;
        m_phase = (m_phase + 1) % phases;
        update();
    });
}

void ProgressLine::setRunning(bool running)
{
    if (running && !m_beat.isActive() && !m_delay.isActive()) {
        m_delay.start();
    } else if (!running) {
        m_delay.stop();
        m_beat.stop();
        setAccessibleName({});
        update();
    }
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    if (!m_beat.isActive())
        return;
    QPainter painter(this);
    painter.fillRect(rect(), hairlineColor(palette()));
    const int length = width() / 4;
    const int x = (width() + length) * m_phase / phases - length;
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, length, height())), accentColor(palette()));
}

} // namespace orrery
