// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/tone.h"

#include <QAbstractTableModel>

class QTableView;

namespace orrery {

/// A row of what a verb acts on: what it is, how it stands, and what else is to be said.
struct VerbRow {
    QString id;   ///< of the object, for life: the selection is kept by it
    QString what; ///< "Deployment web"
    int depth = 0; ///< below the rows before it
    Tone tone = Tone::Neutral;
    QString state;
    QString more;
    QString tip;  ///< of the whole row; empty: its texts
    friend bool operator==(const VerbRow &, const VerbRow &) = default;
};

/// Rows of objects and their states. Only what changes is told, so that selection and place stay.
class VerbModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { What, State, More, ColumnCount };

    /// moreTitle: of the last column.
    explicit VerbModel(QString moreTitle, QObject *parent = nullptr) : QAbstractTableModel(parent), m_moreTitle(std::move(moreTitle)) {}
    void setRows(QList<VerbRow> rows);
    [[nodiscard]] const QList<VerbRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const QModelIndex &index) const;

    QString m_moreTitle;
    QList<VerbRow> m_rows;
};

/// Makes view the table of such a model, as this window's tables look.
void dressVerbTable(QTableView *view, VerbModel *model, const QString &name);

} // namespace orrery
