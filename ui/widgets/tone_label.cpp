// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/tone_label.h"

#include <QApplication>
#include <QEvent>

namespace orrery {

ToneLabel::ToneLabel(QWidget *parent, Tone tone) : QLabel(parent), m_tone(tone)
{
    // A label without a role of its own takes that of the ground's: Text on Base, ToolTipText on a tool tip.
    setForegroundRole(QPalette::WindowText);
    colour();
}

void ToneLabel::setTone(Tone tone)
{
    m_tone = tone;
    colour();
}

void ToneLabel::colour()
{
    const QPalette ground = parentWidget() ? parentWidget()->palette() : QApplication::palette();
    QPalette own = palette();
    own.setColor(QPalette::WindowText, toneColor(m_tone, ground));
    setPalette(own);
}

void ToneLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ParentChange)
        colour();
}

} // namespace orrery
