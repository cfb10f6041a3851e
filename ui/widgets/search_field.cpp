// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/search_field.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

namespace orrery {

void makeSearchField(QLineEdit *edit, IconName lead, const QString &name)
{
    edit->setAccessibleName(name);
    QAction *begin = edit->addAction(icon(lead), QLineEdit::LeadingPosition);
    begin->setText(name);
    QObject::connect(begin, &QAction::triggered, edit, [edit] {
        edit->setFocus(Qt::OtherFocusReason);
        edit->selectAll();
    });
    edit->setClearButtonEnabled(true);
    // Qt's own button, by Qt's own name of its action: it comes without any words.
    if (auto *clear = edit->findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction")))
        clear->setText(QCoreApplication::translate("SearchField", "Clear"));
}

} // namespace orrery
