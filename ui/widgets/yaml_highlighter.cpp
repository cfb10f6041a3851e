// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/yaml_highlighter.h"

#include "ui/base/tone.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTextDocument>

namespace orrery {

namespace {

qsizetype indentOf(const QString &text)
{
    qsizetype indent = 0;
    while (indent < text.size() && text.at(indent) == QLatin1Char(' '))
        ++indent;
    return indent;
}

/// The block state while a literal block runs: its parent's indent + 1; -1 or 0 outside.
bool isInLiteral(int state, const QString &text)
{
    return state > 0 && (text.trimmed().isEmpty() || indentOf(text) >= state);
}

} // namespace

YamlHighlighter::YamlHighlighter(QTextDocument *document) : QSyntaxHighlighter(document) {}

void YamlHighlighter::highlightScalar(const QString &text, qsizetype from)
{
    static const QRegularExpression number(QStringLiteral("^[-+]?[0-9][0-9_.eE+-]*$"));
    static const QRegularExpression word(QStringLiteral("^(true|false|null|~)$"));
    const QString value = text.mid(from).trimmed();
    if (value.isEmpty())
        return;
    const qsizetype begin = text.indexOf(value, from);
    const QPalette palette = QApplication::palette();
    if (value.startsWith(QLatin1Char('"')) || value.startsWith(QLatin1Char('\'')))
        setFormat(static_cast<int>(begin), static_cast<int>(value.size()), toneColor(Tone::Ready, palette));
    else if (number.match(value).hasMatch() || word.match(value).hasMatch())
        setFormat(static_cast<int>(begin), static_cast<int>(value.size()), toneColor(Tone::Informative, palette));
}

void YamlHighlighter::highlightBlock(const QString &text)
{
    static const QRegularExpression entry(QStringLiteral("^(\\s*(?:- )*)([^\\s:#\"'][^:#]*|\"[^\"]*\"|'[^']*'):(?=\\s|$)"));
    static const QRegularExpression literal(QStringLiteral("[|>][-+0-9]*\\s*$"));
    const QPalette palette = QApplication::palette();
    const int before = previousBlockState();
    if (isInLiteral(before, text)) {
        setCurrentBlockState(before);
        setFormat(0, static_cast<int>(text.size()), toneColor(Tone::Ready, palette));
        return;
    }
    setCurrentBlockState(0);
    if (text.trimmed().startsWith(QLatin1Char('#'))) {
        setFormat(0, static_cast<int>(text.size()), toneColor(Tone::Completed, palette));
        return;
    }
    const auto match = entry.match(text);
    if (!match.hasMatch()) {
        const qsizetype dash = text.indexOf(QLatin1String("- "));
        highlightScalar(text, dash >= 0 && text.left(dash).trimmed().isEmpty() ? dash + 2 : 0);
        return;
    }
    setFormat(static_cast<int>(match.capturedStart(2)), static_cast<int>(match.capturedLength(2)), accentColor(palette));
    if (literal.match(text, match.capturedEnd()).hasMatch())
        setCurrentBlockState(static_cast<int>(indentOf(text)) + 1);
    else
        highlightScalar(text, match.capturedEnd());
}

} // namespace orrery
