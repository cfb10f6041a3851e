// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/trend_bars.h"

#include "ui/base/instrument_ink.h"

#include <QPainter>
#include <QStyle>

#include <cmath>

namespace orrery {

TrendBars::TrendBars(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(TrendBars::sizeHint().height());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TrendBars::add(double value)
{
    m_values.append(std::max(0.0, value));
    while (m_values.size() > Samples)
        m_values.removeFirst();
    update();
}

void TrendBars::clear()
{
    m_values.clear();
    update();
}

void TrendBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const InstrumentInk ink = instrumentInk(palette());
    const int step = std::clamp(width() / Samples, 3, 6);
    const int begin = (width() - step * Samples) / 2;
    const double top = m_values.isEmpty() ? 1 : std::max(1.0, *std::max_element(m_values.cbegin(), m_values.cend()));
    const auto empty = Samples - m_values.size();
    for (int sample = 0; sample < Samples; ++sample) {
        const double value = sample < empty ? 0 : m_values.at(sample - empty);
        const int tall = value > 0 ? std::max(2, static_cast<int>(std::lround(value / top * (height() - 2)))) : 1;
        const QColor colour = value <= 0 ? ink.mark : sample == Samples - 1 ? ink.brass : mixed(ink.faceEnd, ink.brass, 0.55);
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(begin + sample * step, height() - tall, step - 1, tall)), colour);
    }
}

} // namespace orrery
