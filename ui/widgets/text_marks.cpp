// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/text_marks.h"

#include <QPainter>
#include <QPainterPath>
#include <QStringList>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace orrery {

void TextMarks::set(QTextDocument *document, const QList<TextMark> &marks)
{
    m_marks.clear();
    m_marks.reserve(marks.size());
    for (const TextMark &mark : marks) {
        const QTextBlock block = document->findBlockByNumber(std::clamp(mark.line, 1, document->blockCount()) - 1);
        const int end = block.length() - 1;
        const int from = std::clamp(mark.column - 1, 0, end);
        QTextCursor range(block);
        range.setPosition(block.position() + from);
        range.setPosition(block.position() + (mark.length > 0 ? std::min(from + mark.length, end) : end), QTextCursor::KeepAnchor);
        m_marks << Placed{mark, range};
    }
    std::stable_sort(m_marks.begin(), m_marks.end(), [](const Placed &a, const Placed &b) { return a.range.selectionStart() < b.range.selectionStart(); });
}

QList<const TextMarks::Placed *> TextMarks::in(const QTextBlock &block) const
{
    QList<const Placed *> found;
    auto one = std::partition_point(m_marks.begin(), m_marks.end(), [&block](const Placed &placed) { return placed.range.selectionStart() < block.position(); });
    for (; one != m_marks.end() && one->range.selectionStart() < block.position() + block.length(); ++one)
        found << &*one;
    return found;
}

const TextMarks::Placed *TextMarks::after(int position) const
{
    if (m_marks.isEmpty())
        return nullptr;
    const auto one = std::partition_point(m_marks.begin(), m_marks.end(), [position](const Placed &placed) { return placed.range.selectionStart() <= position; });
    return one == m_marks.end() ? &m_marks.first() : &*one;
}

const TextMarks::Placed *TextMarks::before(int position) const
{
    if (m_marks.isEmpty())
        return nullptr;
    const auto one = std::partition_point(m_marks.begin(), m_marks.end(), [position](const Placed &placed) { return placed.range.selectionStart() < position; });
    return one == m_marks.begin() ? &m_marks.last() : &*std::prev(one);
}

QString textOf(const QList<const TextMarks::Placed *> &marks, bool withGlyphs)
{
    QStringList lines;
    for (const TextMarks::Placed *placed : marks) {
        const TextMark &mark = placed->mark;
        QString line = mark.mend.isEmpty() ? mark.message : mark.message + QLatin1Char(' ') + mark.mend;
        if (withGlyphs && mark.tone != Tone::Neutral)
            line.prepend(QString(toneGlyph(mark.tone)) + QLatin1Char(' '));
        lines << line;
    }
    return lines.join(QLatin1Char('\n'));
}

Tone toneOf(const QList<const TextMarks::Placed *> &marks)
{
    Tone found = Tone::Neutral;
    for (const Tone tone : {Tone::Informative, Tone::Pending, Tone::Failing}) {
        if (std::any_of(marks.begin(), marks.end(), [tone](const TextMarks::Placed *placed) { return placed->mark.tone == tone; }))
            found = tone;
    }
    return found;
}

void paintWave(QPainter &painter, const QRectF &area, const QColor &color)
{
    constexpr qreal step = 2;
    QPainterPath path(QPointF(area.left(), area.bottom() - 1));
    bool up = true;
    for (qreal x = area.left() + step; x <= std::max(area.right(), area.left() + 3 * step); x += step, up = !up)
        path.lineTo(x, area.bottom() - (up ? 3 : 1));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1));
    painter.drawPath(path);
    painter.restore();
}

} // namespace orrery
