// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/histogram_bars.h"

#include "ui/base/format.h"
#include "ui/base/instrument_ink.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <cmath>
#include <numeric>

namespace orrery {

HistogramBars::HistogramBars(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(Height);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HistogramBars::setCounts(const QList<quint64> &counts, const QStringList &bounds, const QString &words)
{
    setAccessibleName(words);
    if (m_counts == counts && m_bounds == bounds)
        return;
    m_counts = counts;
    m_bounds = bounds;
    update();
}

int HistogramBars::bucketAt(const QList<quint64> &counts, double share)
{
    const quint64 all = std::accumulate(counts.cbegin(), counts.cend(), quint64(0));
    quint64 passed = 0;
    for (int bucket = 0; bucket < counts.size(); ++bucket) {
        passed += counts.at(bucket);
        if (passed > 0 && static_cast<double>(passed) >= share * static_cast<double>(all))
            return bucket;
    }
    return -1;
}

int HistogramBars::barWidth() const
{
    return m_counts.isEmpty() ? 0 : std::clamp(width() / static_cast<int>(m_counts.size()), 3, 12);
}

QRect HistogramBars::barOf(qsizetype bucket) const
{
    // In the middle, as the dial above is.
    const int begin = (width() - barWidth() * static_cast<int>(m_counts.size())) / 2;
    return QStyle::visualRect(layoutDirection(), rect(), QRect(begin + static_cast<int>(bucket) * barWidth(), 0, barWidth(), height()));
}

void HistogramBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const InstrumentInk ink = instrumentInk(palette());
    const int half = bucketAt(m_counts, 0.5);
    const int most = bucketAt(m_counts, 0.99);
    const quint64 highest = m_counts.isEmpty() ? 0 : *std::max_element(m_counts.cbegin(), m_counts.cend());
    for (qsizetype bucket = 0; bucket < m_counts.size(); ++bucket) {
        const QRect place = barOf(bucket).adjusted(1, 0, -1, 0);
        painter.fillRect(QRect(place.left(), height() - 1, place.width(), 1), ink.mark);
        if (m_counts.at(bucket) == 0)
            continue;
        const double part = std::log2(1 + static_cast<double>(m_counts.at(bucket))) / std::log2(1 + static_cast<double>(highest));
        const int tall = std::max(2, static_cast<int>(std::lround(part * (height() - 2))));
        const QColor colour = bucket <= half ? ink.brass : bucket <= most ? mixed(ink.faceEnd, ink.brass, 0.55) : ink.quiet;
        painter.fillRect(QRect(place.left(), height() - tall, place.width(), tall), colour);
    }
}

bool HistogramBars::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const QPoint at = static_cast<QHelpEvent *>(event)->pos();
    for (qsizetype bucket = 0; bucket < m_counts.size(); ++bucket) {
        if (!barOf(bucket).contains(at))
            continue;
        //: %1: a time such as "5 ms"; %2: how many took less than that and more than the bar before
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), tr("up to %1: %2").arg(m_bounds.value(bucket), count(static_cast<qint64>(m_counts.at(bucket)))), this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

} // namespace orrery
