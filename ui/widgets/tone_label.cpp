// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/tone_label.h"

#include <QApplication>
#include <QEvent>
#include <QFocusEvent>

namespace orrery {

ToneLabel::ToneLabel(QWidget *parent, Tone tone) : QLabel(parent), m_tone(tone)
{
    setTextFormat(Qt::PlainText); // what a server says may look like markup
    // A label without a role of its own takes that of the ground's: Text on Base, ToolTipText on a tool tip.
    setForegroundRole(QPalette::WindowText);
    colour();
}

void ToneLabel::setTone(Tone tone)
{
    if (std::exchange(m_tone, tone) != tone)
        colour();
}

int ToneLabel::heightForWidth(int width) const
{
    if (width != m_measured.width || text() != m_measured.text || textFormat() != m_measured.format)
        m_measured = {width, text(), textFormat(), QLabel::heightForWidth(width)};
    return m_measured.height;
}

void ToneLabel::colour()
{
    const QPalette ground = parentWidget() ? parentWidget()->palette() : QApplication::palette();
    QPalette own = palette();
    own.setColor(QPalette::WindowText, toneColor(m_tone, ground));
    setPalette(own);
}

void ToneLabel::focusInEvent(QFocusEvent *event)
{
    QLabel::focusInEvent(event);
    // To the link at once: the label around it is nothing to stop at.
    if (textInteractionFlags() & Qt::LinksAccessibleByKeyboard && (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason))
        QLabel::focusNextPrevChild(true);
}

bool ToneLabel::focusNextPrevChild(bool next)
{
    // Backwards Qt finds the same link again and again; there is one in a label here.
    return next ? QLabel::focusNextPrevChild(true) : QFrame::focusNextPrevChild(false);
}

void ToneLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_measured = {};
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ParentChange)
        colour();
}

} // namespace orrery
