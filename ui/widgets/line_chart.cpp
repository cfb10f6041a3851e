// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/line_chart.h"

#include "ui/base/format.h"
#include "ui/base/theme.h"
#include "ui/widgets/chart_axis.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

#include <cmath>
#include <limits>

namespace orrery {

namespace {

constexpr int mostTicks = 3;
constexpr double reach = 8; ///< px left of the first time that a pointer still means it

} // namespace

LineChart::LineChart(const QString &title, QWidget *parent) : QWidget(parent)
{
    m_content.title = title;
    m_content.format = [](double value) { return count(qRound64(value)); };
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(title);
    setFont(tabularFont(font()));
    describe();
}

void LineChart::setFormat(std::function<QString(double)> format, double leastStep)
{
    m_leastStep = leastStep;
    m_content.format = std::move(format);
    describe();
}

void LineChart::setData(const QList<qint64> &times, const QList<ChartSeries> &series, qint64 spanSeconds)
{
    // A cursor stays with its time.
    const qint64 looked = m_content.cursor >= 0 ? m_content.times.value(m_content.cursor) : 0;
    m_content.times = times;
    m_content.series = series;
    m_content.span = spanSeconds;
    m_content.cursor = looked ? static_cast<int>(times.indexOf(looked)) : -1;
    double highest = 0;
    for (const ChartSeries &one : series) {
        for (const double value : one.values)
            highest = std::isfinite(value) ? std::max(highest, value) : highest;
    }
    const ChartAxis axis = ChartAxis::upTo(highest, mostTicks, m_leastStep);
    m_content.top = axis.top();
    m_content.step = axis.step;
    describe();
    update();
}

QString LineChart::readOut() const
{
    const int at = m_content.cursor >= 0 ? m_content.cursor : static_cast<int>(m_content.times.size()) - 1;
    QStringList parts;
    if (m_content.cursor >= 0)
        parts << m_content.timeText(at);
    for (qsizetype i = 0; i < m_content.series.size(); ++i)
        parts << m_content.figure(i, at);
    return parts.join(QStringLiteral("   "));
}

void LineChart::describe()
{
    QStringList lines;
    for (const ChartSeries &series : m_content.series) {
        double lowest = std::numeric_limits<double>::infinity();
        double top = -lowest;
        for (const double value : series.values) {
            lowest = std::isfinite(value) ? std::min(lowest, value) : lowest;
            top = std::isfinite(value) ? std::max(top, value) : top;
        }
        const double now = series.values.isEmpty() ? std::nan("") : series.values.last();
        const QString what = series.name.isEmpty() ? QString() : series.name + QStringLiteral(": ");
        if (!std::isfinite(top))
            lines << what + tr("nothing known yet");
        else
            lines << what + tr("now %1, between %2 and %3").arg(std::isfinite(now) ? m_content.format(now) : QStringLiteral("–"), m_content.format(lowest), m_content.format(top));
    }
    if (m_content.cursor >= 0)
        lines.prepend(readOut());
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
}

void LineChart::setCursorAt(int index)
{
    if (index == m_content.cursor || index >= m_content.times.size())
        return;
    m_content.cursor = index;
    describe();
    if (hasFocus()) {
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
    update();
}

void LineChart::mouseMoveEvent(QMouseEvent *event)
{
    const ChartPainter places = painterOf();
    const QList<qint64> &times = m_content.times;
    if (times.isEmpty() || event->position().x() < places.plot().left() - reach)
        return setCursorAt(-1);
    int nearest = 0;
    for (int i = 1; i < times.size(); ++i) {
        if (std::abs(places.xOf(times.at(i)) - event->position().x()) < std::abs(places.xOf(times.at(nearest)) - event->position().x()))
            nearest = i;
    }
    setCursorAt(nearest);
}

void LineChart::leaveEvent(QEvent *)
{
    setCursorAt(-1);
}

void LineChart::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_content.times.size()) - 1;
    const int at = m_content.cursor >= 0 ? m_content.cursor : last;
    switch (event->key()) {
    case Qt::Key_Left: return setCursorAt(last < 0 ? -1 : std::max(0, at - 1));
    case Qt::Key_Right: return setCursorAt(std::min(last, at + 1));
    case Qt::Key_Home: return setCursorAt(last < 0 ? -1 : 0);
    case Qt::Key_End: return setCursorAt(last);
    case Qt::Key_Escape:
        if (m_content.cursor >= 0)
            return setCursorAt(-1);
        [[fallthrough]];
    default: QWidget::keyPressEvent(event);
    }
}

void LineChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void LineChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    setCursorAt(-1);
    update();
}

void LineChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painterOf().paint(painter);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = rect().adjusted(1, 1, -1, -1);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

} // namespace orrery
