// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

namespace orrery {

/// As high as what it shows, which is scrolled sideways where the window is narrower than it.
class StripScroll final : public QScrollArea
{
    Q_OBJECT
public:
    StripScroll(QWidget *strip, QWidget *parent); ///< takes the strip over

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();
};

} // namespace orrery
