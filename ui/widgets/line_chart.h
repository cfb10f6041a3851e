// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/chart_painter.h"

#include <QWidget>

namespace orrery {

/// A few lines over time, with few and round numbers at the edges and a read-out: of the newest values, or of those under the
/// pointer or chosen by the arrow keys. What it shows is said in words to screen readers.
class LineChart final : public QWidget
{
    Q_OBJECT
public:
    explicit LineChart(const QString &title, QWidget *parent = nullptr);

    /// How a value is written; by default with thousands separated.
    /// leastStep: between two marks, where less would be written the same.
    void setFormat(std::function<QString(double)> format, double leastStep);
    /// times: milliseconds since 1970, ascending; as many as each series has values. spanSeconds: how much of time is seen.
    void setData(const QList<qint64> &times, const QList<ChartSeries> &series, qint64 spanSeconds);
    /// The values that are read out: "15:04:05   p50 3 ms   p99 12 ms"; the time only of those that were chosen.
    [[nodiscard]] QString readOut() const;
    [[nodiscard]] const ChartContent &content() const { return m_content; }

    [[nodiscard]] QSize sizeHint() const override { return {320, 140}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {180, 88}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] ChartPainter painterOf() const { return {m_content, rect(), palette(), font()}; }
    void setCursorAt(int index);
    void describe();

    ChartContent m_content;
    double m_leastStep = 1;
};

} // namespace orrery
