// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/tone.h"

#include <QAbstractTableModel>
#include <QList>

namespace orrery {

/// A column of what is inside a stage.
struct ContentsColumn {
    QString title;
    QString id; ///< stable and untranslated
    bool isNumber = false;
    bool stretches = false;
    int characters = 0; ///< a width in figures to start from; 0: as its texts want
    bool yields = false; ///< not shown where there is little room; the facts of the chosen row tell it

    friend bool operator==(const ContentsColumn &, const ContentsColumn &) = default;
};

/// A cell of it, made as text already.
struct ContentsCell {
    QString text;
    Tone tone = Tone::Neutral; ///< not Neutral: a status
    QString toolTip;           ///< empty: the text

    friend bool operator==(const ContentsCell &, const ContentsCell &) = default;
};

/// A row of it.
struct ContentsRow {
    QString identity; ///< no other row's
    QList<ContentsCell> cells;

    friend bool operator==(const ContentsRow &, const ContentsRow &) = default;
};

/// Rows as somebody else makes them, over and over. A row that is still there keeps its selection wherever it has moved to.
class ContentsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setColumns(const QList<ContentsColumn> &columns); ///< other ones: all rows go
    void setRows(const QList<ContentsRow> &rows);
    [[nodiscard]] const QList<ContentsColumn> &columns() const { return m_columns; }
    [[nodiscard]] const ContentsRow &at(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(const QString &identity) const; ///< -1: it is not there

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void moveTo(const QList<ContentsRow> &rows);

    QList<ContentsColumn> m_columns;
    QList<ContentsRow> m_rows;
};

} // namespace orrery
