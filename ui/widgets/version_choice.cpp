// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/version_choice.h"

#include <QActionGroup>
#include <QMenu>

namespace orrery {

VersionChoice::VersionChoice(QWidget *parent) : QToolButton(parent)
{
    setAutoRaise(true);
    setPopupMode(QToolButton::DelayedPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::TabFocus);
    setMenu(new QMenu(this));
    // By a click, which is what a key and a screen reader's press are too: a popup mode of its own knows the mouse alone.
    connect(this, &QToolButton::clicked, this, [this] { menu()->popup(mapToGlobal(QPoint(0, height()))); });
    setUnavailable({});
    setVersions({}, {});
}

void VersionChoice::setVersions(const QList<VersionText> &versions, const QString &current)
{
    setText(current);
    setAccessibleName(tr("Version %1").arg(current));
    menu()->clear();
    auto *group = new QActionGroup(menu());
    for (const VersionText &version : versions) {
        QAction *action = menu()->addAction(version.words.isEmpty() ? version.name : tr("%1 (%2)").arg(version.name, version.words));
        action->setCheckable(true);
        action->setChecked(version.name == current);
        action->setEnabled(version.isServed);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, name = version.name, current] {
            if (name != current)
                Q_EMIT chosen(name);
        });
    }
    setVisible(versions.size() > 1);
}

void VersionChoice::setUnavailable(const QString &why)
{
    setEnabled(why.isEmpty());
    setToolTip(why.isEmpty() ? tr("The version in which it is shown") : why);
    setAccessibleDescription(toolTip());
}

} // namespace orrery
