// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QEvent>
#include <QWidget>

namespace orrery::test {

/// How often the watched widgets were painted.
class PaintCount final : public QObject
{
public:
    explicit PaintCount(const QList<QWidget *> &watched)
    {
        for (QWidget *widget : watched)
            widget->installEventFilter(this);
    }
    int paints = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        paints += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

} // namespace orrery::test
