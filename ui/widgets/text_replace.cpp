// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/text_replace.h"

#include "ui/widgets/line_diff.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace orrery {

namespace {

/// A piece of the document and what it becomes.
struct Replacement {
    int from = 0;
    int to = 0;
    QString text;
};

/// lineCount: of the document as it was; behind the change nothing counts any more.
Replacement replacementOf(const LineChange &change, const QTextDocument *document, qsizetype lineCount, const QStringList &lines)
{
    const auto positionOf = [document, lineCount](int line) {
        return line < lineCount ? document->findBlockByNumber(line).position() : document->characterCount() - 1;
    };
    Replacement out{positionOf(change.left), positionOf(change.left + change.leftCount), lines.mid(change.right, change.rightCount).join(QLatin1Char('\n'))};
    if (change.left + change.leftCount < lineCount) {
        if (change.rightCount > 0)
            out.text += QLatin1Char('\n');
    } else if (change.rightCount == 0) {
        --out.from; // no line end follows the last line: the one before it goes
    } else if (change.leftCount == 0) {
        out.text.prepend(QLatin1Char('\n'));
    }
    return out;
}

/// Within the lines too a cursor keeps its place where it can.
void trim(Replacement &change, const QTextDocument *document)
{
    const auto isAt = [document](int position, QChar one) {
        return document->characterAt(position) == (one == QLatin1Char('\n') ? QChar(QChar::ParagraphSeparator) : one);
    };
    qsizetype head = 0;
    while (change.from < change.to && head < change.text.size() && isAt(change.from, change.text[head])) {
        ++change.from;
        ++head;
    }
    qsizetype end = change.text.size();
    while (change.from < change.to && head < end && isAt(change.to - 1, change.text[end - 1])) {
        --change.to;
        --end;
    }
    change.text = change.text.mid(head, end - head);
}

} // namespace

QString textOf(const QTextDocument &document)
{
    return document.toRawText().replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
}

void replaceLines(QTextDocument *document, const QString &text)
{
    const QStringList before = textOf(*document).split(QLatin1Char('\n'));
    const QStringList after = text.split(QLatin1Char('\n'));
    const QList<LineChange> changes = lineChanges(before, after);
    if (changes.isEmpty())
        return;
    QTextCursor cursor(document);
    cursor.beginEditBlock();
    for (auto change = changes.crbegin(); change != changes.crend(); ++change) {
        Replacement piece = replacementOf(*change, document, before.size(), after);
        trim(piece, document);
        cursor.setPosition(piece.from);
        cursor.setPosition(piece.to, QTextCursor::KeepAnchor);
        cursor.insertText(piece.text);
    }
    cursor.endEditBlock();
}

} // namespace orrery
