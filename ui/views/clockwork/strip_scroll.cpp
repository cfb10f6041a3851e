// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clockwork/strip_scroll.h"

#include <QEvent>
#include <QScrollBar>

namespace orrery {

StripScroll::StripScroll(QWidget *strip, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Stages of the pipeline"));
    setWidget(strip);
    strip->setAutoFillBackground(false); // as the page's ground
    viewport()->setAutoFillBackground(false);
    strip->installEventFilter(this);
    fitHeight();
}

void StripScroll::fitHeight()
{
    const bool isScrolled = width() < widget()->minimumSizeHint().width();
    const int wanted = widget()->sizeHint().height() + (isScrolled ? horizontalScrollBar()->sizeHint().height() : 0);
    if (wanted != height() || minimumHeight() != wanted)
        setFixedHeight(wanted);
}

bool StripScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fitHeight();
    return QScrollArea::eventFilter(watched, event);
}

void StripScroll::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fitHeight();
}

} // namespace orrery
