// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/figure_list.h"

#include "ui/base/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

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
    const QList<QPair<QString, QString>> before = std::exchange(m_lines, lines);
    m_laidOut.resize(m_lines.size());
    QStringList words;
    for (const auto &[word, figure] : m_lines)
        words << word + QLatin1Char(' ') + figure;
    setAccessibleName(words.join(QStringLiteral(", ")));
    if (m_lines.size() != before.size())
        updateGeometry();
    for (qsizetype line = 0; line < std::max(m_lines.size(), before.size()); ++line) {
        if (line < m_lines.size() && line < before.size() && m_lines.at(line) == before.at(line))
            continue;
        if (line < m_lines.size())
            m_laidOut[line].isDone = false;
        update(0, static_cast<int>(line) * lineHeight(), width(), lineHeight());
    }
}

void FigureList::layOut(qsizetype line)
{
    const auto &[word, figure] = m_lines.at(line);
    const QFontMetrics metrics = fontMetrics();
    LaidOut &laidOut = m_laidOut[line];
    const auto set = [this](QStaticText &text, const QString &words) {
        if (text.text() == words && !words.isEmpty())
            return;
        text.setTextFormat(Qt::PlainText);
        text.setText(words);
        text.prepare({}, font());
    };
    set(laidOut.figure, figure);
    const int most = width() * 3 / 4;
    if (laidOut.figure.size().width() > most)
        set(laidOut.figure, metrics.elidedText(figure, Qt::ElideMiddle, most));
    const int left = width() - static_cast<int>(std::ceil(laidOut.figure.size().width())) - figureGap;
    set(laidOut.word, word);
    if (laidOut.word.size().width() > left)
        set(laidOut.word, metrics.elidedText(word, Qt::ElideRight, std::max(0, left)));
    laidOut.isDone = true;
}

void FigureList::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const bool mirrored = isRightToLeft();
    const auto draw = [&](const QStaticText &text, int top, bool atBegin) {
        const QSizeF size = text.size();
        painter.drawStaticText(QPointF(atBegin != mirrored ? 0 : width() - size.width(), top + std::floor((lineHeight() - size.height()) / 2)), text);
    };
    for (qsizetype line = 0; line < m_lines.size(); ++line) {
        const int top = static_cast<int>(line) * lineHeight();
        if (top + lineHeight() > height())
            break;
        if (top >= event->rect().bottom() + 1 || top + lineHeight() <= event->rect().top())
            continue;
        if (!m_laidOut.at(line).isDone)
            layOut(line);
        painter.setPen(palette().color(QPalette::PlaceholderText));
        draw(m_laidOut.at(line).word, top, true);
        painter.setPen(palette().color(QPalette::Text));
        draw(m_laidOut.at(line).figure, top, false);
    }
}

void FigureList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        m_laidOut = QList<LaidOut>(m_lines.size());
}

void FigureList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_laidOut = QList<LaidOut>(m_lines.size());
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
