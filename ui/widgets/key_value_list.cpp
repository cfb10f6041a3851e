// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/key_value_list.h"

#include "ui/base/theme.h"
#include "ui/base/tool_tip.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/tone_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QResizeEvent>

#include <algorithm>
#include <functional>

namespace orrery {

KeyValueList::KeyValueList(QWidget *parent) : QWidget(parent), m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(12);
    m_layout->setVerticalSpacing(4);
    m_layout->setColumnStretch(1, 1);
    setKeyWidth(96);
}

void KeyValueList::setKeyWidth(int pixels)
{
    m_keyWidth = pixels;
    m_layout->setColumnMinimumWidth(0, pixels);
    if (m_inHalves)
        m_layout->setColumnMinimumWidth(2, pixels);
    for (const Line &line : m_lines)
        line.key->setFixedWidth(pixels);
}

void KeyValueList::setInHalves(bool inHalves)
{
    if (std::exchange(m_inHalves, inHalves) == inHalves)
        return;
    m_layout->setColumnMinimumWidth(2, inHalves ? m_keyWidth : 0);
    m_layout->setColumnStretch(3, inHalves ? 1 : 0);
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        fill(m_lines.at(i), m_rows.at(i));
    measureAll();
}

void KeyValueList::setRows(const QList<KeyValue> &rows)
{
    while (m_lines.size() > rows.size()) {
        const Line line = m_lines.takeLast();
        // Later: a label may be setting the rows anew from its own click.
        for (QLabel *label : {static_cast<QLabel *>(line.key), static_cast<QLabel *>(line.value)}) {
            m_layout->removeWidget(label);
            label->hide();
            label->deleteLater();
        }
    }
    while (m_lines.size() < rows.size()) {
        const Line line{new ElidedLabel(this), new ToneLabel(this), false, {}};
        line.key->setForegroundRole(QPalette::PlaceholderText);
        line.key->setElideMode(Qt::ElideMiddle);
        line.key->setFixedWidth(m_keyWidth);
        line.key->setBuddy(line.value);
        line.value->setWordWrap(true);
        line.value->setMinimumWidth(40);
        connect(line.value, &QLabel::linkActivated, this, &KeyValueList::linkActivated);
        m_lines << line;
    }
    const QList<KeyValue> before = std::exchange(m_rows, rows);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (i < before.size() && rows.at(i) == before.at(i))
            continue;
        Line &line = m_lines[i];
        line.isWide = line.isWide && i < before.size() && rows.at(i).key == before.at(i).key;
        fill(line, rows.at(i));
        measure(line);
    }
    arrange();
}

void KeyValueList::measure(Line &line) const
{
    const int half = (width() - 3 * m_layout->horizontalSpacing()) / 2 - m_keyWidth;
    constexpr int more = 4; // space to the other half's keys
    line.isWide = line.isWide || line.value->fontMetrics().horizontalAdvance(line.value->accessibleName()) + more > half;
}

void KeyValueList::measureAll()
{
    for (Line &line : m_lines) {
        line.isWide = false;
        measure(line);
    }
    arrange();
}

void KeyValueList::arrange()
{
    if (!m_inHalves) {
        for (qsizetype i = 0; i < m_lines.size(); ++i)
            put(m_lines[i], {static_cast<int>(i), 0, 1});
        return;
    }
    const auto isWide = [](const Line &line) { return line.isWide; };
    const auto firstShort = std::find_if_not(m_lines.begin(), m_lines.end(), isWide);
    const auto inHalves = static_cast<int>(std::count_if(firstShort, m_lines.end(), std::not_fn(isWide)));
    const int before = static_cast<int>(firstShort - m_lines.begin());
    const int rows = (inHalves + 1) / 2;
    int shortOnes = 0;
    int after = before + rows;
    for (auto line = m_lines.begin(); line != m_lines.end(); ++line) {
        if (line < firstShort)
            put(*line, {static_cast<int>(line - m_lines.begin()), 0, 3});
        else if (line->isWide)
            put(*line, {after++, 0, 3});
        else if (const int at = shortOnes++; at < rows)
            put(*line, {before + at, 0, 1});
        else
            put(*line, {before + at - rows, 2, 1});
    }
}

void KeyValueList::put(Line &line, const Place &place)
{
    if (std::exchange(line.place, place) == place)
        return;
    // To a layout that has it already a widget would be added a second time.
    m_layout->removeWidget(line.key);
    m_layout->removeWidget(line.value);
    m_layout->addWidget(line.key, place.row, place.column, Qt::AlignTop | Qt::AlignLeft);
    m_layout->addWidget(line.value, place.row, place.column + 1, 1, place.span, Qt::AlignTop);
}

void KeyValueList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_inHalves && event->oldSize().width() != width())
        measureAll();
}

void KeyValueList::fill(const Line &line, const KeyValue &row)
{
    line.key->setText(row.key);
    const QChar glyph = toneGlyph(row.tone);
    QString text = glyph.isNull() ? row.value : glyph + QStringLiteral(" ") + row.value;
    if (m_inHalves)
        text.replace(QLatin1Char('\n'), QStringLiteral(" · "));
    QString shown = text;
    if (!row.link.isEmpty()) {
        const QString said = row.linkText.isEmpty() ? text : row.linkText;
        shown = QStringLiteral("<a href=\"%1\">%2</a>").arg(row.link.toHtmlEscaped(), said.toHtmlEscaped());
        if (!row.linkText.isEmpty())
            shown.prepend(text.toHtmlEscaped() + QStringLiteral(" · "));
    }
    line.value->setTextFormat(row.link.isEmpty() ? Qt::PlainText : Qt::RichText);
    // The Tab key stops at links alone.
    constexpr Qt::TextInteractionFlags byMouse = Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse;
    line.value->setTextInteractionFlags(row.link.isEmpty() ? byMouse : byMouse | Qt::LinksAccessibleByKeyboard);
    if (line.value->text() != shown)
        line.value->setText(shown);
    line.value->setToolTip(plainToolTip(row.toolTip));
    line.value->setAccessibleName(text);
    line.value->setFont(row.monospace ? captionFont(monospaceFont(font())) : font());
    line.value->setTone(row.tone);
}

void KeyValueList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::PaletteChange)
        return;
    // A text with a link takes the link's colour when it is read, and a label reads none that it has already.
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (event->type() == QEvent::PaletteChange && !m_rows.at(i).link.isEmpty())
            m_lines.at(i).value->clear();
        fill(m_lines.at(i), m_rows.at(i));
    }
}

} // namespace orrery
