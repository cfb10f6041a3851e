// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace orrery {

class Actions;
class PageTabs;

/// Back, Forward and the tabs above the pages; a hairline below, which the chosen tab covers.
class TabRow final : public QWidget
{
    Q_OBJECT
public:
    TabRow(const Actions &actions, PageTabs *tabs);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace orrery
