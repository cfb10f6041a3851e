// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

namespace orrery {

class ResourceTableModel;
class TableView;

/// What a table is sorted by, by the column's id: it holds while columns are still unknown or change.
class TableSort final : public QObject
{
    Q_OBJECT
public:
    TableSort(TableView *table, ResourceTableModel *model);

    [[nodiscard]] const QString &column() const { return m_column; } ///< empty: by namespace and name
    [[nodiscard]] Qt::SortOrder order() const { return m_order; }
    void set(const QString &column, Qt::SortOrder order);
    /// Again, when the columns have changed.
    void apply();

Q_SIGNALS:
    void changed();

private:
    TableView *m_table;
    ResourceTableModel *m_model;
    QString m_column;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace orrery
