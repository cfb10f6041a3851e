// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/figure_list.h"

#include "ui/base/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace orrery {

namespace {

constexpr int figureGap = 8; ///< between a word and its figure, at least

} // namespace

FigureList::FigureList(QWidget *parent) : QWidget(parent)
{
    setFont(tabularFont(captionFont(font())));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

int FigureList::lineHeight() const
{
    return (fontMetrics().height() + 3) / 4 * 4;
}

QSize FigureList::sizeHint() const
{
    return {120, static_cast<int>(m_lines.size()) * lineHeight()};
}

void FigureList::setLines(const QList<QPair<QString, QString>> &lines)
{
    if (lines == m_lines)
        return;
    const bool grown = lines.size() != m_lines.size();
    m_lines = lines;
    QStringList words;
    for (const auto &[word, figure] : m_lines)
        words << word + QLatin1Char(' ') + figure;
    setAccessibleName(words.join(QStringLiteral(", ")));
    if (grown)
        updateGeometry();
    update();
}

void FigureList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFontMetrics metrics = fontMetrics();
    int top = 0;
    for (const auto &[word, figure] : m_lines) {
        if (top + lineHeight() > height())
            break;
        const QRect line(0, top, width(), lineHeight());
        const int whole = metrics.horizontalAdvance(figure) + 2;
        const int wanted = std::min(whole, width() * 3 / 4);
        const QRect right = QStyle::visualRect(layoutDirection(), rect(), line.adjusted(width() - wanted, 0, 0, 0));
        const QRect left = QStyle::visualRect(layoutDirection(), rect(), line.adjusted(0, 0, -wanted - figureGap, 0));
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(left, static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)), metrics.elidedText(word, Qt::ElideRight, left.width()));
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(right, static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter)), wanted == whole ? figure : metrics.elidedText(figure, Qt::ElideMiddle, right.width()));
        top += lineHeight();
    }
}

bool FigureList::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto line = static_cast<QHelpEvent *>(event)->pos().y() / std::max(1, lineHeight());
    if (line < m_lines.size())
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), m_lines.at(line).first + QLatin1Char(' ') + m_lines.at(line).second, this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace orrery
