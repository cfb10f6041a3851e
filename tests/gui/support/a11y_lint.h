// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QStringList>
#include <QWidget>

namespace orrery::test {

/// What a screen reader could not name: every shown widget under root that takes the focus must have an accessible name or
/// a label of its own. One line each; empty is good.
/// On Linux Qt 6.4 ignores the accessible name of a combo box, so that needs a buddy label.
inline QStringList unnamedWidgets(QWidget *root)
{
    QStringList found;
    QList<QWidget *> all = root->findChildren<QWidget *>();
    all.prepend(root);
    for (QWidget *widget : std::as_const(all)) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() || widget->isWindow())
            continue;
        if (widget->objectName().startsWith(QLatin1String("qt_")) || !widget->isVisibleTo(root))
            continue;
        // A text that is selectable takes a click; while it is empty there is nothing to read.
        if (const auto *label = qobject_cast<QLabel *>(widget); label && label->text().isEmpty())
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (!face)
            continue;
        const bool labelled = !face->relations(QAccessible::Label).isEmpty();
        const bool named = !qobject_cast<QComboBox *>(widget) && !face->text(QAccessible::Name).trimmed().isEmpty();
        if (!labelled && !named)
            found << QStringLiteral("%1 “%2” in %3").arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                                                        widget->parentWidget() ? QLatin1String(widget->parentWidget()->metaObject()->className()) : QLatin1String("nothing"));
    }
    return found;
}

} // namespace orrery::test
