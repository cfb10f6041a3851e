// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/hairline.h"

#include "ui/base/tone.h"

#include <QPainter>

namespace orrery {

Hairline::Hairline(Qt::Orientation orientation, QWidget *parent) : QWidget(parent)
{
    if (orientation == Qt::Horizontal) {
        setFixedHeight(1);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    } else {
        setFixedWidth(1);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    }
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), hairlineColor(palette()));
}

} // namespace orrery
