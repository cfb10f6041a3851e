// SPDX-License-Identifier: Apache-2.0
#include "ui/frame/context_band.h"

#include <QPainter>

namespace orrery {

ContextBand::ContextBand(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(3);
    hide();
}

void ContextBand::setColour(const QColor &colour)
{
    m_colour = colour;
    setVisible(colour.isValid());
    update();
}

void ContextBand::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_colour);
}

QList<ContextColour> contextColours()
{
    return {{QStringLiteral("red"), ContextBand::tr("Red"), QColor(0xffc8372d)},
            {QStringLiteral("orange"), ContextBand::tr("Orange"), QColor(0xffd9822b)},
            {QStringLiteral("green"), ContextBand::tr("Green"), QColor(0xff3c8f57)},
            {QStringLiteral("teal"), ContextBand::tr("Teal"), QColor(0xff2a8c93)},
            {QStringLiteral("blue"), ContextBand::tr("Blue"), QColor(0xff3f77c4)},
            {QStringLiteral("violet"), ContextBand::tr("Violet"), QColor(0xff8659b8)}};
}

} // namespace orrery
