// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QList>
#include <QPalette>
#include <QRect>
#include <QString>

#include <functional>

class QPainter;

namespace orrery {

/// One line of a chart. The first is drawn in brass and filled, the second in blue and dashed: never colour alone.
struct ChartSeries {
    QString name;
    QList<double> values; ///< one a time; not a number: nothing is known of that time
};

/// All that a chart shows.
struct ChartContent {
    QString title;
    std::function<QString(double)> format; ///< of values; never null
    QList<qint64> times;                   ///< milliseconds since 1970, ascending
    QList<ChartSeries> series;
    qint64 span = 60;                      ///< seconds that are seen, up to the last time
    double top = 1;                        ///< of the value axis
    double step = 1;
    int cursor = -1;                       ///< an index of the times; -1: the newest is read out

    [[nodiscard]] QString timeText(int index) const; ///< "15:04:05"
    [[nodiscard]] QString figure(qsizetype line, int index) const; ///< "p50 3 ms"
};

/// Where things are in a chart, and their drawing.
class ChartPainter
{
public:
    ChartPainter(const ChartContent &content, const QRect &rect, const QPalette &palette, const QFont &font)
        : m_content(content), m_rect(rect), m_palette(palette), m_font(font)
    {
    }
    void paint(QPainter &painter) const;
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] double xOf(qint64 time) const;

private:
    [[nodiscard]] double yOf(double value) const;
    [[nodiscard]] QColor colorOf(qsizetype series) const;
    void paintAxes(QPainter &painter) const;
    void paintSeries(QPainter &painter, qsizetype series) const;
    void paintHead(QPainter &painter) const;
    void paintCursor(QPainter &painter) const;

    const ChartContent &m_content; ///< outlives this
    QRect m_rect;
    QPalette m_palette;
    QFont m_font;
};

} // namespace orrery
