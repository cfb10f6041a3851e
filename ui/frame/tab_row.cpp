// SPDX-License-Identifier: Apache-2.0
#include "ui/frame/tab_row.h"

#include "ui/base/tone.h"
#include "ui/frame/actions.h"
#include "ui/frame/page_tabs.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace orrery {

namespace {

/// Back or Forward: there when the action is.
QToolButton *stepButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    const auto update = [button, action] {
        button->setVisible(action->isVisible());
        button->setAccessibleName(action->iconText());
        button->setToolTip(action->isEnabled() ? QStringLiteral("%1 (%2)").arg(action->iconText(), action->shortcut().toString(QKeySequence::NativeText))
                                               : action->toolTip());
    };
    QObject::connect(action, &QAction::changed, button, update);
    update();
    return button;
}

} // namespace

TabRow::TabRow(const Actions &actions, PageTabs *tabs)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 0, 8, 0);
    row->setSpacing(0);
    for (const ActionId id : {ActionId::Back, ActionId::Forward})
        row->addWidget(stepButton(actions.action(id)));
    row->addSpacing(4);
    row->addWidget(tabs, 0, Qt::AlignBottom);
    row->addStretch(1);
}

void TabRow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, height() - 1, width(), 1, hairlineColor(palette()));
}

} // namespace orrery
