// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clockwork/contents_model.h"

#include "ui/base/table_roles.h"

#include <QHash>
#include <QSet>

namespace orrery {

void ContentsModel::setColumns(const QList<ContentsColumn> &columns)
{
    if (columns == m_columns)
        return;
    beginResetModel();
    m_columns = columns;
    m_rows.clear();
    endResetModel();
}

int ContentsModel::rowOf(const QString &identity) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows.at(row).identity == identity)
            return row;
    }
    return -1;
}

void ContentsModel::setRows(const QList<ContentsRow> &rows)
{
    QSet<QString> wanted;
    for (const ContentsRow &row : rows)
        wanted.insert(row.identity);
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (wanted.contains(m_rows.at(last).identity))
            continue;
        int first = last;
        while (first > 0 && !wanted.contains(m_rows.at(first - 1).identity))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
    QSet<QString> known;
    for (const ContentsRow &row : std::as_const(m_rows))
        known.insert(row.identity);
    QList<ContentsRow> fresh;
    for (const ContentsRow &row : rows) {
        if (!known.contains(row.identity))
            fresh << row;
    }
    if (!fresh.isEmpty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(fresh.size()) - 1);
        m_rows += fresh;
        endInsertRows();
    }
    moveTo(rows);
}

void ContentsModel::moveTo(const QList<ContentsRow> &rows)
{
    bool moves = false;
    for (int row = 0; row < rowCount() && !moves; ++row)
        moves = m_rows.at(row).identity != rows.at(row).identity;
    if (moves) {
        Q_EMIT layoutAboutToBeChanged();
        QHash<QString, int> places;
        for (int row = 0; row < rows.size(); ++row)
            places.insert(rows.at(row).identity, row);
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex &index : before)
            after << createIndex(places.value(m_rows.at(index.row()).identity), index.column());
        m_rows = rows;
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged();
        return;
    }
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows.at(row) == rows.at(row))
            continue;
        m_rows[row] = rows.at(row);
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

int ContentsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ContentsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ContentsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ContentsRow &row = at(index.row());
    const ContentsCell cell = row.cells.value(index.column());
    switch (role) {
    case Qt::DisplayRole: return cell.text;
    case Qt::ToolTipRole: return cell.toolTip.isEmpty() ? cell.text : cell.toolTip;
    case Qt::TextAlignmentRole:
        return m_columns.at(index.column()).isNumber ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case ToneRole: return cell.tone == Tone::Neutral ? QVariant() : QVariant(static_cast<int>(cell.tone));
    case IdentityRole: return row.identity;
    default: return {};
    }
}

QVariant ContentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const ContentsColumn &column = m_columns.at(section);
    switch (role) {
    case Qt::DisplayRole: return column.title;
    case Qt::TextAlignmentRole: return column.isNumber ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case ColumnIdRole: return column.id;
    case ColumnStretchRole: return column.stretches;
    case ColumnCharactersRole: return column.characters > 0 ? QVariant(column.characters) : QVariant();
    default: return {};
    }
}

} // namespace orrery
