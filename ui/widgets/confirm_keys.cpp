// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/confirm_keys.h"

#include <QAbstractButton>
#include <QList>
#include <QShortcut>

namespace orrery {

void pressByCtrlReturn(QWidget *within, std::initializer_list<QAbstractButton *> buttons)
{
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), within);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false); // held down it must not answer the next question too
        QObject::connect(shortcut, &QShortcut::activated, within, [seen = QList<QAbstractButton *>(buttons)] {
            for (QAbstractButton *button : seen) {
                if (button->isVisible()) {
                    button->click();
                    return;
                }
            }
        });
    }
}

} // namespace orrery
