// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPalette>
#include <QTextBlock>

class QPainter;

namespace orrery {

/// Faint lines down the levels of YAML; the level of the current line, which it shares with its neighbours, a little less
/// faint. Paint the blocks in view from the top.
class IndentationGuides
{
public:
    struct Columns {
        qreal left = 0;  ///< of the first
        qreal width = 0; ///< of each
    };
    /// currentLine: from 0, of the painter's document; -1: none.
    IndentationGuides(QPainter &painter, Columns columns, int currentLine) : m_painter(painter), m_columns(columns), m_currentLine(currentLine) {}
    void paint(const QTextBlock &block, const QRectF &area, const QPalette &palette);

private:
    void findCurrentLevel(const QTextDocument *document);

    QPainter &m_painter;
    Columns m_columns;
    int m_currentLine;
    int m_depth = 0; ///< of the last line with text: empty lines go on as it does
    bool m_known = false;
    int m_levelColumn = -1; ///< the current line's
    int m_levelFirst = 0;
    int m_levelLast = -1;
};

} // namespace orrery
