// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clockwork/label_place.h"

#include <QEvent>

namespace orrery {

LabelPlace::LabelPlace(QLabel *label, std::function<void()> resized, QWidget *parent) : QWidget(parent), m_label(label), m_resized(std::move(resized))
{
    m_label->setParent(this);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFixedHeight(m_label->fontMetrics().height());
}

void LabelPlace::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setFixedHeight(m_label->fontMetrics().height());
}

void LabelPlace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_label->setGeometry(rect());
    m_resized();
}

} // namespace orrery
