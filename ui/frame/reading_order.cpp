// SPDX-License-Identifier: Apache-2.0
#include "ui/frame/reading_order.h"

#include <QTabBar>

#include <algorithm>

namespace orrery {

namespace {

void collect(QWidget *widget, QList<QWidget *> &stops)
{
    if (!widget->isVisible() || !widget->isEnabled())
        return;
    if ((widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget->focusProxy())
        stops << widget;
    QList<QWidget *> parts = widget->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    // Qt makes the pages of its tabs before their bar.
    std::stable_partition(parts.begin(), parts.end(), [](QWidget *part) { return qobject_cast<QTabBar *>(part) != nullptr; });
    for (QWidget *part : std::as_const(parts)) {
        if (!part->isWindow())
            collect(part, stops);
    }
}

} // namespace

QList<QWidget *> tabStops(const QList<QWidget *> &regions)
{
    QList<QWidget *> stops;
    for (QWidget *region : regions) {
        if (region)
            collect(region, stops);
    }
    return stops;
}

} // namespace orrery
