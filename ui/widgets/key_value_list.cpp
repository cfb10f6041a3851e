// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/key_value_list.h"

#include "ui/base/theme.h"
#include "ui/base/tool_tip.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/tone_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

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
    for (const Line &line : m_lines)
        line.key->setFixedWidth(pixels);
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
        const Line line{new ElidedLabel(this), new ToneLabel(this)};
        const int at = static_cast<int>(m_lines.size());
        line.key->setForegroundRole(QPalette::PlaceholderText);
        line.key->setElideMode(Qt::ElideMiddle);
        line.key->setFixedWidth(m_keyWidth);
        line.key->setBuddy(line.value);
        line.value->setWordWrap(true);
        line.value->setMinimumWidth(40);
        connect(line.value, &QLabel::linkActivated, this, &KeyValueList::linkActivated);
        m_layout->addWidget(line.key, at, 0, Qt::AlignTop | Qt::AlignLeft);
        m_layout->addWidget(line.value, at, 1, Qt::AlignTop);
        m_lines << line;
    }
    const QList<KeyValue> before = std::exchange(m_rows, rows);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (i >= before.size() || rows.at(i) != before.at(i))
            fill(m_lines.at(i), rows.at(i));
    }
}

void KeyValueList::fill(const Line &line, const KeyValue &row)
{
    line.key->setText(row.key);
    const QChar glyph = toneGlyph(row.tone);
    const QString text = glyph.isNull() ? row.value : glyph + QStringLiteral(" ") + row.value;
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
