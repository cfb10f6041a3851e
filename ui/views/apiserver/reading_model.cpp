// SPDX-License-Identifier: Apache-2.0
#include "ui/views/apiserver/reading_model.h"

namespace orrery {

namespace {

QVariant sortValue(const ReadingRow &row, int column)
{
    const ReadingCell &cell = row.cells[column];
    return cell.sortedBy.isValid() ? cell.sortedBy : QVariant(cell.text);
}

} // namespace

ReadingModel::ReadingModel(QList<Column> columns, QObject *parent) : QAbstractTableModel(parent), m_columns(std::move(columns)) {}

void ReadingModel::setRows(QList<ReadingRow> rows)
{
    m_given = std::move(rows);
    show(sorted(m_given));
}

int ReadingModel::rowOf(const QString &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&id](const ReadingRow &row) { return row.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

QList<ReadingRow> ReadingModel::sorted(QList<ReadingRow> rows) const
{
    if (m_sortColumn < 0)
        return rows;
    std::stable_sort(rows.begin(), rows.end(), [this](const ReadingRow &left, const ReadingRow &right) {
        const auto order = QVariant::compare(sortValue(left, m_sortColumn), sortValue(right, m_sortColumn));
        return m_sortOrder == Qt::AscendingOrder ? order == QPartialOrdering::Less : order == QPartialOrdering::Greater;
    });
    return rows;
}

void ReadingModel::show(QList<ReadingRow> rows)
{
    const bool isSameOrder = rows.size() == m_rows.size()
        && std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const ReadingRow &left, const ReadingRow &right) { return left.id == right.id; });
    if (isSameOrder) {
        for (int row = 0; row < rows.size(); ++row) {
            if (m_rows[row] == rows[row])
                continue;
            m_rows[row] = std::move(rows[row]);
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
        return;
    }
    // A row that stays keeps its selection, wherever it goes.
    const auto isGone = [&rows](const ReadingRow &one) { return std::none_of(rows.begin(), rows.end(), [&one](const ReadingRow &other) { return other.id == one.id; }); };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!isGone(m_rows[row]))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (const ReadingRow &row : rows) {
        if (rowOf(row.id) >= 0)
            continue;
        beginInsertRows({}, rowCount(), rowCount());
        m_rows.append(row);
        endInsertRows();
    }
    Q_EMIT layoutAboutToBeChanged();
    QHash<QString, int> places;
    for (int row = 0; row < rows.size(); ++row)
        places.insert(rows[row].id, row);
    for (const QModelIndex &old : persistentIndexList())
        changePersistentIndex(old, index(places.value(m_rows[old.row()].id, -1), old.column()));
    m_rows = std::move(rows);
    Q_EMIT layoutChanged();
}

int ReadingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReadingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ReadingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ReadingCell &cell = m_rows[index.row()].cells[index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.toolTip.isEmpty() ? cell.text : cell.toolTip;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment((m_columns[index.column()].align == Align::Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case ToneRole:
        return cell.tone == Tone::Neutral ? QVariant() : QVariant(static_cast<int>(cell.tone));
    case BarRole:
        return cell.bar ? QVariant::fromValue(*cell.bar) : QVariant();
    case IdentityRole:
        return m_rows[index.row()].id;
    default:
        return {};
    }
}

QVariant ReadingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Column &column = m_columns[section];
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment((column.align == Align::Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case ColumnIdRole:
        return column.id;
    case ColumnStretchRole:
        return column.stretches;
    case ColumnCharactersRole:
        return column.characters > 0 ? QVariant(column.characters) : QVariant();
    default:
        return {};
    }
}

void ReadingModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    show(sorted(m_given));
}

} // namespace orrery
