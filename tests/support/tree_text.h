// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

namespace kube::test {

/// A model as text, one row a line, two spaces a level: to be compared whole. suffixRole: shown after the title
/// when it has one.
inline QString treeText(const QAbstractItemModel &model, int suffixRole = -1, const QModelIndex &parent = {}, int level = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        text += QString(level * 2, QLatin1Char(' ')) + index.data().toString();
        const QString suffix = suffixRole < 0 ? QString() : index.data(suffixRole).toString();
        if (!suffix.isEmpty())
            text += QStringLiteral(" | ") + suffix;
        text += QLatin1Char('\n') + treeText(model, suffixRole, index, level + 1);
    }
    return text;
}

} // namespace kube::test
