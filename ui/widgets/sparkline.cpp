// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/sparkline.h"

#include "ui/base/format.h"

#include <QPainter>
#include <QStyle>

namespace orrery {

Sparkline::Sparkline(QWidget *parent) : QWidget(parent)
{
    setFixedSize(sizeHint());
}

void Sparkline::add(double value)
{
    m_values.append(value);
    while (m_values.size() > Samples)
        m_values.removeFirst();
    setAccessibleName(tr("Now %1, highest %2").arg(count(qRound64(value)), count(qRound64(highest()))));
    setToolTip(accessibleName());
    update();
}

double Sparkline::highest() const
{
    return m_values.isEmpty() ? 0 : *std::max_element(m_values.cbegin(), m_values.cend());
}

void Sparkline::clear()
{
    m_values.clear();
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    if (m_values.isEmpty())
        return;
    QPainter painter(this);
    const double top = std::max(1.0, highest());
    const auto first = Samples - m_values.size();
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const int height = std::max(1, qRound(m_values.at(i) / top * (this->height() - 2)));
        const QRect bar(static_cast<int>(first + i) * 3, this->height() - height, 2, height);
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), bar), palette().color(QPalette::PlaceholderText));
    }
}

} // namespace orrery
