// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clockwork/label_place.h"

#include <QEvent>

namespace orrery {

LabelPlace::LabelPlace(QLabel *label, QWidget *parent) : QWidget(parent), m_label(label)
{
    m_label->setParent(this);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFixedHeight(m_label->fontMetrics().height());
}

void LabelPlace::show(const QStringList &wordings)
{
    if (wordings == m_wordings) // to measure a text costs as much as to draw it
        return;
    m_wordings = wordings;
    choose();
}

void LabelPlace::choose()
{
    const QFontMetrics metrics = m_label->fontMetrics();
    const int room = std::max(40, m_label->width());
    for (const QString &words : std::as_const(m_wordings)) {
        if (metrics.horizontalAdvance(words) <= room) {
            m_label->setText(words);
            return;
        }
    }
    m_label->setText(m_wordings.isEmpty() ? QString() : metrics.elidedText(m_wordings.last(), Qt::ElideRight, room));
}

void LabelPlace::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    setFixedHeight(m_label->fontMetrics().height());
    choose();
}

void LabelPlace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_label->setGeometry(rect());
    choose();
}

} // namespace orrery
