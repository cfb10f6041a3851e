// SPDX-License-Identifier: Apache-2.0
#include "ui/views/verbs/entries_model.h"

#include "ui/base/format.h"
#include "ui/base/table_roles.h"
#include "ui/base/tone.h"

#include <QApplication>

#include <algorithm>

namespace orrery {

void EntriesModel::setSeen(const QList<QList<Entry>> &ofObjects)
{
    beginResetModel();
    m_seen = ofObjects;
    QList<Row> before = std::move(m_rows);
    m_rows.clear();
    for (const QList<Entry> &entries : m_seen) {
        for (const Entry &entry : entries) {
            const QString id = m_kind.identity(entry);
            const auto same = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.identity == id; });
            if (same == m_rows.end()) {
                m_rows.append(Row{entry, id, entry, false, 1});
                continue;
            }
            ++same->holders;
            same->isMixed = same->isMixed || same->shown != entry;
        }
    }
    for (const Row &row : std::as_const(before)) {
        const auto same = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &now) { return now.identity == row.identity; });
        if (!isChanged(row))
            continue;
        if (same == m_rows.end()) {
            if (!row.isRemoved)
                m_rows.append(Row{row.entry, {}, {}, false, 0});
            continue;
        }
        same->entry = row.entry;
        same->isRemoved = row.isRemoved;
        same->isTouched = row.isTouched;
    }
    endResetModel();
    Q_EMIT edited();
}

int EntriesModel::add()
{
    const int row = static_cast<int>(m_rows.size());
    Entry entry;
    for (int column = 0; column < m_kind.columns().size(); ++column)
        entry << m_kind.choices(column).value(0);
    beginInsertRows({}, row, row);
    m_rows.append(Row{entry, {}, {}, false, 0});
    m_rows.back().isBegun = true;
    endInsertRows();
    Q_EMIT edited();
    return row;
}

void EntriesModel::leave(int row)
{
    if (row < 0 || row >= m_rows.size() || !std::exchange(m_rows[row].isBegun, false))
        return;
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    Q_EMIT edited();
}

void EntriesModel::leaveAll()
{
    for (int row = 0; row < m_rows.size(); ++row)
        leave(row);
}

void EntriesModel::toggleRemoved(const QList<int> &rows)
{
    QList<int> sorted = rows;
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    for (const int row : std::as_const(sorted)) {
        if (m_rows[row].identity.isEmpty()) { // never was anywhere
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
            continue;
        }
        m_rows[row].isRemoved = !m_rows[row].isRemoved;
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
    Q_EMIT edited();
}

Entry EntriesModel::seenOf(qsizetype object, const QString &identity) const
{
    for (const Entry &entry : m_seen[object]) {
        if (m_kind.identity(entry) == identity)
            return entry;
    }
    return {};
}

QList<EntryChange> EntriesModel::changesOf(qsizetype object) const
{
    QList<EntryChange> changes;
    for (const Row &row : m_rows) {
        if (!isChanged(row))
            continue;
        const QString wanted = m_kind.identity(row.entry);
        if (!row.identity.isEmpty() && (row.isRemoved || wanted != row.identity)) {
            if (const Entry before = seenOf(object, row.identity); !before.isEmpty())
                changes << EntryChange{before, {}};
        }
        if (row.isRemoved)
            continue;
        if (const Entry before = seenOf(object, wanted); before != row.entry)
            changes << EntryChange{before, row.entry};
    }
    return changes;
}

int EntriesModel::changedRows() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [this](const Row &row) { return isChanged(row); }));
}

QString EntriesModel::problemOf(const Row &row) const
{
    if (!isChanged(row) || row.isRemoved || isYetEmpty(row))
        return {};
    const QString id = m_kind.identity(row.entry);
    const auto same = std::count_if(m_rows.begin(), m_rows.end(), [&](const Row &other) { return !other.isRemoved && m_kind.identity(other.entry) == id; });
    return same > 1 ? tr("It stands here twice.") : m_kind.problem(row.entry);
}

QString EntriesModel::problem() const
{
    QList<Entry> all;
    for (const Row &row : m_rows) {
        if (const QString one = problemOf(row); !one.isEmpty())
            return row.entry[0].isEmpty() ? one : QStringLiteral("%1: %2").arg(row.entry[0], one);
        if (!row.isRemoved && !isYetEmpty(row))
            all << row.entry;
    }
    return m_kind.problemOfAll(all);
}

QString EntriesModel::standing(const Row &row) const
{
    if (const QString problem = problemOf(row); !problem.isEmpty())
        return problem;
    if (row.isRemoved)
        return tr("Is taken away");
    if (row.identity.isEmpty())
        return tr("Is added");
    if (row.isTouched)
        return row.isMixed ? tr("Replaces several values") : tr("Was %1").arg(m_kind.toText(row.shown));
    if (row.isMixed)
        return tr("Several values");
    return row.holders < m_seen.size() ? tr("On %1 of %2").arg(count(row.holders), count(m_seen.size())) : QString();
}

int EntriesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EntriesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_kind.columns().size()) + 1;
}

QVariant EntriesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[index.row()];
    const bool isStanding = index.column() == columnCount() - 1;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return isStanding ? standing(row) : row.entry[index.column()];
    case Qt::EditRole:
        return isStanding ? QVariant() : row.entry[index.column()];
    case Qt::ForegroundRole:
        return row.isRemoved && !isStanding ? QVariant(QApplication::palette().color(QPalette::PlaceholderText)) : QVariant();
    case ToneRole:
        if (!isStanding || !isChanged(row))
            return {};
        return static_cast<int>(!problemOf(row).isEmpty() ? Tone::Failing : row.isRemoved ? Tone::Terminating : row.identity.isEmpty() ? Tone::Ready : Tone::Informative);
    default:
        return {};
    }
}

QVariant EntriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == columnCount() - 1 ? tr("Change") : m_kind.columns().value(section);
}

Qt::ItemFlags EntriesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool isEditable = index.column() < columnCount() - 1 && !m_rows[index.row()].isRemoved;
    return isEditable ? plain | Qt::ItemIsEditable : plain;
}

bool EntriesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || index.column() == columnCount() - 1)
        return false;
    Row &row = m_rows[index.row()];
    const QString text = value.toString();
    if (row.entry[index.column()] == text)
        return true;
    row.entry[index.column()] = text;
    row.isTouched = row.entry != row.shown || row.isMixed;
    Q_EMIT dataChanged(this->index(0, 0), this->index(rowCount() - 1, columnCount() - 1)); // another may stand here twice now
    Q_EMIT edited();
    return true;
}

} // namespace orrery
