// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/gate_button.h"

#include "ui/base/tone.h"
#include "ui/widgets/style_paint.h"

#include <QPainter>
#include <QStyleOptionToolButton>

namespace orrery {

GateButton::GateButton(Sign sign, QWidget *parent) : QToolButton(parent), m_sign(sign)
{
    setAutoRaise(true);
    setFixedSize(sizeHint());
    setFocusPolicy(Qt::StrongFocus);
}

void GateButton::setSign(Sign sign)
{
    if (std::exchange(m_sign, sign) != sign)
        update();
}

void GateButton::paintEvent(QPaintEvent *)
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    QPainter painter(this);
    paint::toolButton(&painter, &option);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool enabled = isEnabled();
    QColor ink = palette().color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::WindowText);
    if (enabled && m_sign == Sign::Resume)
        ink = toneColor(Tone::Informative, palette());
    else if (enabled)
        ink.setAlphaF(0.8F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.translate(QRectF(rect()).center());
    if (isRightToLeft())
        painter.scale(-1, 1);
    switch (m_sign) {
    case Sign::Pause:
        painter.drawRect(QRectF(-4, -5, 3, 10));
        painter.drawRect(QRectF(1, -5, 3, 10));
        break;
    case Sign::Step:
        painter.drawRect(QRectF(-5, -5, 2.4, 10));
        painter.drawPolygon(QPolygonF{QPointF(-1, -5), QPointF(6, 0), QPointF(-1, 5)});
        break;
    case Sign::Resume:
        painter.drawPolygon(QPolygonF{QPointF(-3.5, -5.5), QPointF(5.5, 0), QPointF(-3.5, 5.5)});
        break;
    }
}

} // namespace orrery
