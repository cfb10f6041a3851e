// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/conflict_model.h"

#include "ui/base/table_roles.h"
#include "ui/base/tone.h"

#include <QApplication>

#include <algorithm>

namespace orrery {

void ConflictModel::setRows(const QList<ConflictRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    m_choices.fill(ConflictChoice::Undecided, rows.size());
    endResetModel();
}

void ConflictModel::setChoice(int row, ConflictChoice choice)
{
    m_choices[row] = choice;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

bool ConflictModel::hasOwners() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const ConflictRow &row) { return !row.owner.isEmpty(); });
}

int ConflictModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ConflictModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ConflictModel::text(int row, int column) const
{
    const ConflictRow &one = m_rows[row];
    const auto orAbsent = [](const QString &value) { return value.isEmpty() ? tr("absent") : value; };
    switch (column) {
    case Path:
        return one.path;
    case Base:
        return one.owner.isEmpty() ? orAbsent(one.base) : one.owner;
    case Mine:
        return orAbsent(one.mine);
    case Theirs:
        return orAbsent(one.theirs);
    default:
        switch (m_choices[row]) {
        case ConflictChoice::KeepMine:
            return tr("Keep mine");
        case ConflictChoice::TakeTheirs:
            return tr("Take theirs");
        default:
            return tr("Undecided");
        }
    }
}

QVariant ConflictModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ConflictChoice choice = m_choices[index.row()];
    const bool isLeftOut = (choice == ConflictChoice::KeepMine && index.column() == Theirs) || (choice == ConflictChoice::TakeTheirs && index.column() == Mine);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(index.row(), index.column());
    case Qt::ForegroundRole:
        if (isLeftOut || (index.column() == Base && !hasOwners()))
            return QApplication::palette().color(QPalette::PlaceholderText);
        return {};
    case ToneRole:
        if (index.column() != Choice)
            return {};
        return static_cast<int>(choice == ConflictChoice::Undecided ? Tone::Pending : choice == ConflictChoice::KeepMine ? Tone::Ready : Tone::Informative);
    default:
        return {};
    }
}

QVariant ConflictModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Path:
        return tr("Field");
    case Base:
        return hasOwners() ? tr("Set by") : tr("Before");
    case Mine:
        return tr("Mine");
    case Theirs:
        return tr("Theirs");
    default:
        return tr("Choice");
    }
}

} // namespace orrery
