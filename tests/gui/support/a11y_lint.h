// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QStringList>
#include <QWidget>

namespace orrery::test {

/// What a screen reader could not name: everything under root that takes the focus or is a button, shown now or not, must
/// have an accessible name or a label of its own. One line each; empty is good.
/// On Linux Qt 6.4 ignores the accessible name of a combo box, so that needs a buddy label.
inline QStringList unnamedWidgets(QWidget *root)
{
    QStringList found;
    QList<QWidget *> all = root->findChildren<QWidget *>();
    all.prepend(root);
    for (QWidget *widget : std::as_const(all)) {
        const bool takesPart = widget->focusPolicy() != Qt::NoFocus || qobject_cast<QAbstractButton *>(widget);
        if (!takesPart || widget->focusProxy() || widget->isWindow())
            continue;
        // Parts that Qt makes for itself: the frames of a scroll area, the line edit within a spin box.
        if (widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        // What is not shown and is neither text nor icon yet gets its words with what it tells or offers.
        const auto *label = qobject_cast<QLabel *>(widget);
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        const bool isBlank = label ? label->text().isEmpty() : button && button->text().isEmpty() && button->icon().isNull();
        if (isBlank && !widget->isVisibleTo(root))
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
