// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/badge.h"

#include "ui/base/theme.h"
#include "ui/base/tool_tip.h"
#include "ui/widgets/tone_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>

namespace orrery {

Badge::Badge(QWidget *parent) : QWidget(parent), m_word(new ToneLabel(this)), m_since(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_word);
    layout->addWidget(m_since);
    setFont(tabularFont(font()));
    for (QLabel *label : {static_cast<QLabel *>(m_word), m_since})
        label->setTextFormat(Qt::PlainText);
    m_since->setForegroundRole(QPalette::PlaceholderText);
    m_since->hide();
}

void Badge::setText(const BadgeText &text)
{
    if (m_text == text)
        return;
    m_text = text;
    const QChar glyph = toneGlyph(text.tone);
    m_word->setTone(text.tone);
    m_word->setText(glyph.isNull() ? text.word : glyph + QStringLiteral(" ") + text.word);
    m_since->setText(text.since);
    m_since->setVisible(!text.since.isEmpty());
    setToolTip(plainToolTip(text.toolTip));
    setAccessibleName(text.since.isEmpty() ? text.word : text.word + QLatin1Char(' ') + text.since);
    setAccessibleDescription(text.toolTip);
}

void Badge::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
}

} // namespace orrery
