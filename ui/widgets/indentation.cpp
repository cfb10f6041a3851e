// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/indentation.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace orrery::indentation {

namespace {

QList<QTextBlock> linesOf(const QTextCursor &cursor)
{
    const QTextDocument *document = cursor.document();
    const QTextBlock last = document->findBlock(cursor.selectionEnd());
    QList<QTextBlock> lines;
    for (QTextBlock block = document->findBlock(cursor.selectionStart()); block.isValid() && block.blockNumber() <= last.blockNumber(); block = block.next())
        lines << block;
    if (lines.size() > 1 && cursor.selectionEnd() == last.position())
        lines.removeLast();
    return lines;
}

void insertAt(QTextCursor &cursor, const QTextBlock &block, int column, const QString &text)
{
    cursor.setPosition(block.position() + column);
    cursor.insertText(text);
}

void removeAt(QTextCursor &cursor, const QTextBlock &block, int column, int length)
{
    cursor.setPosition(block.position() + column);
    cursor.setPosition(block.position() + column + length, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
}

bool isBlank(const QString &line)
{
    return of(line) == line.size();
}

} // namespace

int of(const QString &line)
{
    const auto first = std::find_if(line.begin(), line.end(), [](QChar one) { return one != QLatin1Char(' '); });
    return static_cast<int>(first - line.begin());
}

int after(const QString &text, bool isInText)
{
    static const QRegularExpression opens(QStringLiteral("(?:\\S:|^[ -]*-)\\s+[|>][-+0-9]*\\s*$|\\S:(?:\\s*|\\s+#.*)$"));
    static const QRegularExpression entry(QStringLiteral("^ *(?:- +)+(?=[^\\s#].*:(?:\\s|$))"));
    const int own = of(text);
    if (isInText || text.mid(own).startsWith(QLatin1Char('#')))
        return own;
    // The keys of an entry stand below its first one.
    const int key = entry.match(text).hasMatch() ? static_cast<int>(entry.match(text).capturedLength()) : own;
    return opens.match(text).hasMatch() ? key + Width : key;
}

bool isText(const QTextBlock &block)
{
    const int state = block.previous().userState();
    return state > 0 && (isBlank(block.text()) || of(block.text()) >= state);
}

QString withoutTabs(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    return text.replace(QLatin1Char('\t'), QString(Width, QLatin1Char(' ')));
}

void breakLine(QTextCursor cursor)
{
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QTextBlock block = cursor.block();
    const QString line = block.text();
    const int column = cursor.positionInBlock();
    if (column <= of(line)) {
        insertAt(cursor, block, 0, QStringLiteral("\n")); // all of it goes down as it is
    } else {
        // What follows brings no spaces of its own.
        cursor.setPosition(cursor.position() + of(line.mid(column)), QTextCursor::KeepAnchor);
        cursor.insertText(QLatin1Char('\n') + QString(after(line.left(column), isText(block)), QLatin1Char(' ')));
    }
    cursor.endEditBlock();
}

void indent(QTextCursor cursor)
{
    cursor.beginEditBlock();
    if (!cursor.hasSelection()) {
        cursor.insertText(QString(Width - cursor.positionInBlock() % Width, QLatin1Char(' ')));
    } else {
        for (const QTextBlock &block : linesOf(cursor)) {
            if (!isBlank(block.text()))
                insertAt(cursor, block, 0, QString(Width, QLatin1Char(' ')));
        }
    }
    cursor.endEditBlock();
}

void unindent(QTextCursor cursor)
{
    cursor.beginEditBlock();
    for (const QTextBlock &block : linesOf(cursor)) {
        if (const int spaces = of(block.text()); spaces > 0)
            removeAt(cursor, block, 0, spaces % Width == 0 ? Width : spaces % Width);
    }
    cursor.endEditBlock();
}

void toggleComment(QTextCursor cursor)
{
    QList<QTextBlock> lines;
    for (const QTextBlock &block : linesOf(cursor)) {
        if (!isBlank(block.text()))
            lines << block;
    }
    const auto isComment = [](const QTextBlock &block) { return block.text().mid(of(block.text())).startsWith(QLatin1Char('#')); };
    const bool areComments = std::all_of(lines.begin(), lines.end(), isComment);
    int column = INT_MAX;
    for (const QTextBlock &block : std::as_const(lines))
        column = std::min(column, of(block.text()));
    cursor.beginEditBlock();
    for (const QTextBlock &block : std::as_const(lines)) {
        const int at = of(block.text());
        if (areComments)
            removeAt(cursor, block, at, block.text().mid(at + 1).startsWith(QLatin1Char(' ')) ? 2 : 1);
        else
            insertAt(cursor, block, column, QStringLiteral("# "));
    }
    cursor.endEditBlock();
}

bool takeLevel(QTextCursor cursor)
{
    const int column = cursor.positionInBlock();
    if (cursor.hasSelection() || column == 0 || of(cursor.block().text()) < column)
        return false;
    const int before = (column - 1) / Width * Width;
    cursor.setPosition(cursor.block().position() + before, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    return true;
}

} // namespace orrery::indentation
