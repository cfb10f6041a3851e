// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/chart_painter.h"

#include "ui/base/format.h"
#include "ui/base/theme.h"
#include "ui/base/tone.h"
#include "ui/widgets/chart_axis.h"

#include <QDateTime>
#include <QPainter>

#include <cmath>

namespace orrery {

namespace {

constexpr int margin = 8;
constexpr int labelGap = 6;

} // namespace

QString ChartContent::timeText(int index) const
{
    return clockTime(kube::WallTime(std::chrono::milliseconds(times.value(index))));
}

QString ChartContent::figure(qsizetype line, int index) const
{
    const ChartSeries &one = series.at(line);
    const double value = one.values.value(index, std::nan(""));
    const QString text = std::isfinite(value) ? format(value) : QStringLiteral("–");
    return one.name.isEmpty() ? text : one.name + QLatin1Char(' ') + text;
}

QRectF ChartPainter::plot() const
{
    const QFontMetricsF metrics(captionFont(m_font));
    // Of one width where they can be, so that charts beside and above each other have their lines in line.
    double widest = metrics.horizontalAdvance(QStringLiteral("000 ms"));
    for (double value = 0; value <= m_content.top * 1.0001; value += m_content.step)
        widest = std::max(widest, metrics.horizontalAdvance(m_content.format(value)));
    const double left = widest + labelGap + margin;
    const double head = QFontMetricsF(m_font).height() + margin;
    return QRectF(m_rect).adjusted(left, head + 4, -margin, -(metrics.height() + 4));
}

double ChartPainter::xOf(qint64 time) const
{
    const QRectF area = plot();
    const double end = m_content.times.isEmpty() ? 0 : static_cast<double>(m_content.times.last());
    return area.right() - (end - static_cast<double>(time)) / (static_cast<double>(m_content.span) * 1000) * area.width();
}

double ChartPainter::yOf(double value) const
{
    const QRectF area = plot();
    return area.bottom() - value / m_content.top * area.height();
}

QColor ChartPainter::colorOf(qsizetype series) const
{
    return series == 0 ? accentColor(m_palette) : toneColor(Tone::Informative, m_palette);
}

void ChartPainter::paintAxes(QPainter &painter) const
{
    const QRectF area = plot();
    const QColor line = hairlineColor(m_palette);
    painter.setFont(captionFont(m_font));
    const QFontMetricsF metrics(painter.font());
    for (double value = 0; value <= m_content.top * 1.0001; value += m_content.step) {
        const double y = std::round(yOf(value)) + 0.5;
        painter.setPen(line);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(m_palette.color(QPalette::PlaceholderText));
        const QRectF box(0, y - metrics.height() / 2, area.left() - labelGap, metrics.height());
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, m_content.format(value));
    }
    if (m_content.times.isEmpty())
        return;
    const double widest = metrics.horizontalAdvance(QStringLiteral("00:00:00")) + 2 * margin;
    const qint64 step = timeStep(m_content.span, std::max(1, static_cast<int>(area.width() / widest)));
    const qint64 end = m_content.times.last() / 1000;
    const QString format = step % 60 == 0 ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss");
    for (qint64 time = end - end % step; time > end - m_content.span; time -= step) {
        const QString text = QDateTime::fromSecsSinceEpoch(time).toString(format);
        const double half = metrics.horizontalAdvance(text) / 2;
        const double x = xOf(time * 1000);
        if (x - half < area.left() - labelGap || x + half > area.right() + margin)
            continue;
        painter.drawText(QRectF(x - half, area.bottom() + 3, 2 * half + 1, metrics.height()), Qt::AlignCenter, text);
    }
}

void ChartPainter::paintSeries(QPainter &painter, qsizetype series) const
{
    const QList<double> &values = m_content.series.at(series).values;
    QPen pen(colorOf(series), series == 0 ? 1.6 : 1.4, series == 0 ? Qt::SolidLine : Qt::DashLine, Qt::RoundCap, Qt::RoundJoin);
    if (series != 0)
        pen.setDashPattern({4, 3});
    const QRectF area = plot();
    QColor fill = colorOf(0);
    fill.setAlphaF(0.14F);
    QPolygonF run;
    const auto flush = [&] {
        if (run.size() == 1) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colorOf(series));
            painter.drawEllipse(run.first(), 1.8, 1.8);
        } else if (run.size() > 1) {
            if (series == 0) {
                QPolygonF ground = run;
                ground << QPointF(run.last().x(), area.bottom()) << QPointF(run.first().x(), area.bottom());
                painter.setPen(Qt::NoPen);
                painter.setBrush(fill);
                painter.drawPolygon(ground);
            }
            painter.setBrush(Qt::NoBrush);
            painter.setPen(pen);
            painter.drawPolyline(run);
        }
        run.clear();
    };
    for (qsizetype i = 0; i < std::min(values.size(), m_content.times.size()); ++i) {
        const double x = xOf(m_content.times.at(i));
        if (!std::isfinite(values.at(i)) || x < area.left())
            flush();
        else
            run << QPointF(x, yOf(values.at(i)));
    }
    flush();
}

void ChartPainter::paintHead(QPainter &painter) const
{
    QFont bold = m_font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF titleMetrics(bold);
    const QRectF line(margin, 4, m_rect.width() - 2 * margin, titleMetrics.height());
    // From the right, so that the figures keep their place when the title is long.
    painter.setFont(m_font);
    const QFontMetricsF metrics(m_font);
    double right = line.right();
    const int at = m_content.cursor >= 0 ? m_content.cursor : static_cast<int>(m_content.times.size()) - 1;
    for (qsizetype i = m_content.series.size() - 1; i >= 0; --i) {
        const QString text = m_content.figure(i, at);
        const double width = metrics.horizontalAdvance(text);
        painter.setPen(m_palette.color(QPalette::Text));
        painter.drawText(QRectF(right - width, line.top(), width + 1, line.height()), Qt::AlignVCenter, text);
        QPen pen(colorOf(i), 2);
        if (i != 0)
            pen.setDashPattern({2, 1.5});
        painter.setPen(pen);
        const double middle = std::round(line.center().y()) + 0.5;
        painter.drawLine(QPointF(right - width - 20, middle), QPointF(right - width - 6, middle));
        right -= width + 32;
    }
    painter.setFont(bold);
    painter.setPen(m_palette.color(QPalette::Text));
    const double room = std::max(0.0, right + margin - line.left());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, titleMetrics.elidedText(m_content.title, Qt::ElideRight, room));
    painter.setFont(m_font);
    if (m_content.cursor >= 0) {
        painter.setPen(m_palette.color(QPalette::PlaceholderText));
        const QString time = m_content.timeText(m_content.cursor);
        const double width = metrics.horizontalAdvance(time);
        if (right - width > titleMetrics.horizontalAdvance(m_content.title) + 2 * margin)
            painter.drawText(QRectF(right - width, line.top(), width + 1, line.height()), Qt::AlignVCenter, time);
    }
}

void ChartPainter::paintCursor(QPainter &painter) const
{
    if (m_content.cursor < 0)
        return;
    const QRectF area = plot();
    const double x = std::round(xOf(m_content.times.at(m_content.cursor))) + 0.5;
    if (x < area.left())
        return;
    painter.setPen(m_palette.color(QPalette::PlaceholderText));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    for (qsizetype i = 0; i < m_content.series.size(); ++i) {
        const double value = m_content.series.at(i).values.value(m_content.cursor, std::nan(""));
        if (!std::isfinite(value))
            continue;
        painter.setPen(QPen(m_palette.color(QPalette::Base), 1.5));
        painter.setBrush(colorOf(i));
        painter.drawEllipse(QPointF(x, yOf(value)), 4, 4);
    }
}

void ChartPainter::paint(QPainter &painter) const
{
    painter.fillRect(m_rect, m_palette.color(QPalette::Base));
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    painter.save();
    painter.setClipRect(plot().adjusted(-2, -2, 2, 2));
    for (qsizetype i = m_content.series.size() - 1; i >= 0; --i)
        paintSeries(painter, i);
    painter.restore();
    paintCursor(painter);
    paintHead(painter);
}

} // namespace orrery
