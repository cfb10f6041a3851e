// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/icon_label.h"

#include <QEvent>

namespace orrery {

IconLabel::IconLabel(int side, QWidget *parent, QIcon::Mode mode) : QLabel(parent), m_side(side), m_mode(mode) {}

void IconLabel::setIcon(std::optional<IconName> name)
{
    m_name = name;
    draw();
}

void IconLabel::draw()
{
    setPixmap(m_name ? icon(*m_name).pixmap(QSize(m_side, m_side), devicePixelRatioF(), m_mode) : QPixmap());
}

void IconLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        draw();
}

} // namespace orrery
