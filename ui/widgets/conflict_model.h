// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/conflict_list.h"

#include <QAbstractTableModel>

namespace orrery {

class ConflictModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Path, Base, Mine, Theirs, Choice, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(const QList<ConflictRow> &rows);
    void setChoice(int row, ConflictChoice choice);
    [[nodiscard]] const QList<ConflictChoice> &choices() const { return m_choices; }

    [[nodiscard]] bool hasOwners() const; ///< then they stand in place of what was before

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(int row, int column) const;

    QList<ConflictRow> m_rows;
    QList<ConflictChoice> m_choices; ///< of as many rows
};

} // namespace orrery
