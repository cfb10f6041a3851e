// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/version_choice.h"

#include "ui/base/icons.h"

#include <QActionGroup>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionButton>

namespace orrery {

namespace {

constexpr int versionInset = 10; ///< px, left and right of what is inside
constexpr int chevronSide = 12;

} // namespace

VersionChoice::VersionChoice(QWidget *parent) : QToolButton(parent)
{
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
    updateGeometry();
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

QSize VersionChoice::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2 * versionInset + 8 + chevronSide, 28};
}

void VersionChoice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionButton option;
    option.initFrom(this);
    option.state |= isDown() ? QStyle::State_Sunken : QStyle::State_Raised;
    style()->drawPrimitive(QStyle::PE_PanelButtonCommand, &option, &painter, this);
    const QRect inside = rect().adjusted(versionInset, 0, -versionInset, 0);
    const QRect box = QStyle::visualRect(layoutDirection(), inside, {inside.right() + 1 - chevronSide, inside.center().y() - 5, chevronSide, chevronSide});
    orrery::icon(IconName::Down).paint(&painter, box, Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
    painter.drawText(inside, static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine), text());
}

void VersionChoice::setUnavailable(const QString &why)
{
    setEnabled(why.isEmpty());
    setToolTip(why.isEmpty() ? tr("The version in which it is shown") : why);
    setAccessibleDescription(toolTip());
}

} // namespace orrery
