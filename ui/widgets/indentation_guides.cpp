// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/indentation_guides.h"

#include "ui/base/tone.h"
#include "ui/widgets/indentation.h"

#include <QPainter>
#include <QTextDocument>

namespace orrery {

namespace {

constexpr int Reach = 200; ///< lines either way: more than a view has

bool isWithin(const QTextBlock &block, int depth)
{
    const QString line = block.text();
    return indentation::of(line) == line.size() || indentation::of(line) >= depth;
}

} // namespace

void IndentationGuides::findCurrentLevel(const QTextDocument *document)
{
    m_known = true;
    const QTextBlock current = document->findBlockByNumber(m_currentLine);
    if (!current.isValid())
        return;
    const int depth = indentation::of(current.text()) / indentation::Width * indentation::Width;
    if (depth == 0)
        return;
    m_levelColumn = depth - indentation::Width;
    m_levelFirst = m_levelLast = m_currentLine;
    for (QTextBlock block = current.previous(); block.isValid() && isWithin(block, depth) && m_currentLine - m_levelFirst < Reach; block = block.previous())
        --m_levelFirst;
    for (QTextBlock block = current.next(); block.isValid() && isWithin(block, depth) && m_levelLast - m_currentLine < Reach; block = block.next())
        ++m_levelLast;
}

void IndentationGuides::paint(const QTextBlock &block, const QRectF &area, const QPalette &palette)
{
    if (!m_known)
        findCurrentLevel(block.document());
    const QString line = block.text();
    if (const int depth = indentation::of(line); depth < line.size())
        m_depth = depth;
    QColor faint = palette.color(QPalette::Text);
    faint.setAlphaF(0.08F);
    QColor level = accentColor(palette);
    level.setAlphaF(0.45F);
    for (int column = 0; column < m_depth; column += indentation::Width) {
        const bool isLevel = column == m_levelColumn && block.blockNumber() >= m_levelFirst && block.blockNumber() <= m_levelLast;
        m_painter.fillRect(QRectF(qRound(m_columns.left + column * m_columns.width), area.top(), 1, area.height()), isLevel ? level : faint);
    }
}

} // namespace orrery
