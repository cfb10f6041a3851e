// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/tone.h"

#include <QList>
#include <QString>
#include <QTextCursor>

class QPainter;

namespace orrery {

/// Something that is said of a place in a text.
struct TextMark {
    int line = 1;   ///< from 1
    int column = 1; ///< from 1
    int length = 0; ///< in characters of that line; 0: to its end
    Tone tone = Tone::Failing;
    QString message;
    QString mend; ///< what to do; may be empty
};

/// The marks of a document, in its order. They move with the text around them until they are set anew.
class TextMarks
{
public:
    struct Placed {
        TextMark mark;
        QTextCursor range;
    };

    void set(QTextDocument *document, const QList<TextMark> &marks);
    [[nodiscard]] bool isEmpty() const { return m_marks.isEmpty(); }
    [[nodiscard]] QList<const Placed *> in(const QTextBlock &block) const;
    /// The first that begins after a position, or the last before it; wraps around. Null when there are none.
    [[nodiscard]] const Placed *after(int position) const;
    [[nodiscard]] const Placed *before(int position) const;

private:
    QList<Placed> m_marks;
};

/// "✖ Unknown field. Remove it.", a line each: for tooltips, and for screen readers without the glyph.
[[nodiscard]] QString textOf(const QList<const TextMarks::Placed *> &marks, bool withGlyphs);
/// The most serious of their tones.
[[nodiscard]] Tone toneOf(const QList<const TextMarks::Placed *> &marks);
/// Along the lower edge of an area.
void paintWave(QPainter &painter, const QRectF &area, const QColor &color);

} // namespace orrery
