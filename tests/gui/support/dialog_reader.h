// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QPushButton>

namespace orrery::test {

/// The visible button whose text begins so, mnemonics aside; null: there is none.
inline QPushButton *visibleButton(const QWidget *dialog, const QString &begins)
{
    for (QPushButton *one : dialog->findChildren<QPushButton *>()) {
        if (one->text().remove(QLatin1Char('&')).startsWith(begins) && one->isVisible())
            return one;
    }
    return nullptr;
}

/// All that its visible labels say, a line each.
inline QString visibleWords(const QWidget *dialog)
{
    QStringList texts;
    for (const QLabel *label : dialog->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace orrery::test
