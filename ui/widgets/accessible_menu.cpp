// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/accessible_menu.h"

#include <QAccessibleWidget>
#include <QAction>
#include <QApplication>
#include <QKeySequence>
#include <QMenu>
#include <QPointer>
#include <QRegularExpression>
#include <QToolButton>

#include <map>

namespace orrery {

namespace {

QString withoutMark(QString text)
{
    static const QRegularExpression mark(QStringLiteral("&(.)"));
    return text.replace(mark, QStringLiteral("\\1"));
}

/// One entry. Actions of menus are no widgets and have no interface of their own.
class MenuEntry final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    MenuEntry(QMenu *menu, QAction *action) : m_menu(menu), m_action(action) {}

    bool isValid() const override { return m_menu && m_action; }
    QObject *object() const override { return nullptr; } // the action's face is another in each of its menus
    [[nodiscard]] QAction *action() const { return m_action; }
    QWindow *window() const override { return m_menu ? m_menu->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_menu); }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        QAccessibleInterface *submenu = child(0);
        return submenu && submenu->rect().contains(x, y) ? submenu : nullptr;
    }
    int childCount() const override { return isValid() && m_action->menu() ? 1 : 0; }
    QAccessibleInterface *child(int index) const override
    {
        return index == 0 && childCount() == 1 ? QAccessible::queryAccessibleInterface(m_action->menu()) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *one) const override { return one && childCount() == 1 && one->object() == m_action->menu() ? 0 : -1; }
    QAccessible::Role role() const override { return m_action && m_action->isSeparator() ? QAccessible::Separator : QAccessible::MenuItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.disabled = !m_action->isEnabled();
        state.invisible = !m_action->isVisible() || !m_menu->isVisible();
        state.focused = state.hotTracked = m_menu->isVisible() && m_menu->activeAction() == m_action;
        state.hasPopup = m_action->menu() != nullptr;
        state.checkable = m_action->isCheckable();
        state.checked = m_action->isChecked();
        return state;
    }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect within = m_menu->actionGeometry(m_action);
        return {m_menu->mapToGlobal(within.topLeft()), within.size()};
    }
    QString text(QAccessible::Text what) const override
    {
        if (!isValid())
            return {};
        switch (what) {
        case QAccessible::Name: return withoutMark(m_action->text());
        case QAccessible::Accelerator: return m_action->shortcut().toString(QKeySequence::NativeText);
        // An action without a tooltip of its own gives its text.
        case QAccessible::Description: return m_action->isEnabled() ? QString() : m_action->toolTip();
        default: return {};
        }
    }
    void setText(QAccessible::Text, const QString &) override {}
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QStringList actionNames() const override
    {
        if (!isValid() || m_action->isSeparator() || !m_action->isEnabled())
            return {};
        return {m_action->menu() ? showMenuAction() : pressAction()};
    }
    void doAction(const QString &name) override
    {
        if (!actionNames().contains(name))
            return;
        if (m_action->menu()) {
            m_menu->setActiveAction(m_action);
            return;
        }
        // As by a click: the menus close first.
        const QPointer<QAction> action = m_action;
        while (QWidget *popup = QApplication::activePopupWidget()) {
            if (!popup->close())
                break;
        }
        if (action)
            action->trigger();
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<QMenu> m_menu;
    QPointer<QAction> m_action;
};

class AccessibleMenu final : public QAccessibleWidget
{
public:
    explicit AccessibleMenu(QMenu *menu) : QAccessibleWidget(menu, QAccessible::PopupMenu) {}
    ~AccessibleMenu() override
    {
        for (const auto &[action, id] : m_entries)
            QAccessible::deleteAccessibleInterface(id);
    }

    QAccessibleInterface *parent() const override
    {
        // The entry of the menu or bar that it belongs to, or the button.
        if (QWidget *holder = menu()->parentWidget()) {
            QAccessibleInterface *bar = QAccessible::queryAccessibleInterface(holder);
            if (bar && bar->role() == QAccessible::ButtonMenu && bar->indexOfChild(this) == 0)
                return bar;
            for (int i = 0; bar && i < bar->childCount(); ++i) {
                QAccessibleInterface *entry = bar->child(i);
                if (entry && entry->role() == QAccessible::MenuItem && entry->indexOfChild(this) == 0)
                    return entry;
            }
        }
        return QAccessibleWidget::parent();
    }
    int childCount() const override { return static_cast<int>(menu()->actions().size()); }
    QAccessibleInterface *child(int index) const override
    {
        QAction *action = menu()->actions().value(index);
        if (!action)
            return nullptr;
        const auto known = m_entries.find(action);
        if (known != m_entries.end()) {
            // Another action may have come to be where one has gone.
            QAccessibleInterface *entry = QAccessible::accessibleInterface(known->second);
            if (entry && entry->isValid())
                return entry;
            QAccessible::deleteAccessibleInterface(known->second);
        }
        auto *entry = new MenuEntry(menu(), action);
        m_entries[action] = QAccessible::registerAccessibleInterface(entry);
        return entry;
    }
    int indexOfChild(const QAccessibleInterface *one) const override
    {
        const auto *entry = dynamic_cast<const MenuEntry *>(one);
        return entry ? static_cast<int>(menu()->actions().indexOf(entry->action())) : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override { return child(static_cast<int>(menu()->actions().indexOf(menu()->actionAt(menu()->mapFromGlobal(QPoint(x, y)))))); }
    QAccessibleInterface *focusChild() const override { return child(static_cast<int>(menu()->actions().indexOf(menu()->activeAction()))); }
    QString text(QAccessible::Text what) const override
    {
        const QString own = QAccessibleWidget::text(what);
        return what == QAccessible::Name && own.isEmpty() ? withoutMark(menu()->title()) : own;
    }

private:
    [[nodiscard]] QMenu *menu() const { return static_cast<QMenu *>(object()); }
    mutable std::map<QAction *, QAccessible::Id> m_entries;
};

/// A button that opens a menu, which is its only child.
class MenuButton final : public QAccessibleWidget
{
public:
    explicit MenuButton(QToolButton *button) : QAccessibleWidget(button, QAccessible::ButtonMenu) {}

    int childCount() const override { return button()->menu() ? 1 : 0; }
    QAccessibleInterface *child(int index) const override { return index == 0 && childCount() == 1 ? QAccessible::queryAccessibleInterface(button()->menu()) : nullptr; }
    int indexOfChild(const QAccessibleInterface *one) const override { return one && childCount() == 1 && one->object() == button()->menu() ? 0 : -1; }
    QAccessibleInterface *focusChild() const override { return button()->menu() && button()->menu()->isVisible() ? child(0) : nullptr; }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.hasPopup = true;
        state.expandable = true;
        state.expanded = button()->menu() && button()->menu()->isVisible();
        return state;
    }
    QString text(QAccessible::Text what) const override
    {
        const QString own = QAccessibleWidget::text(what);
        return what == QAccessible::Name && own.isEmpty() ? withoutMark(button()->text()) : own;
    }
    QStringList actionNames() const override
    {
        return button()->isEnabled() ? QStringList{pressAction(), setFocusAction()} : QStringList();
    }
    void doAction(const QString &name) override
    {
        if (!button()->isEnabled())
            return;
        if (name == pressAction())
            button()->click();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    [[nodiscard]] QToolButton *button() const { return static_cast<QToolButton *>(object()); }
};

QAccessibleInterface *makeMenuButton(const QString &key, QObject *object)
{
    auto *button = key == QLatin1String("QToolButton") ? qobject_cast<QToolButton *>(object) : nullptr;
    return button && button->menu() ? new MenuButton(button) : nullptr;
}

QAccessibleInterface *makeMenu(const QString &key, QObject *object)
{
    auto *menu = key == QLatin1String("QMenu") ? qobject_cast<QMenu *>(object) : nullptr;
    return menu ? new AccessibleMenu(menu) : nullptr;
}

} // namespace

void describeMenuEntries()
{
    for (const QAccessible::InterfaceFactory make : {makeMenu, makeMenuButton}) {
        QAccessible::removeFactory(make); // once is enough
        QAccessible::installFactory(make);
    }
}

} // namespace orrery
