// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace orrery {

/// One device-independent pixel between two regions.
class Hairline final : public QWidget
{
    Q_OBJECT
public:
    explicit Hairline(Qt::Orientation orientation, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace orrery
