// SPDX-License-Identifier: Apache-2.0
#include "ui/models/resource_table_model.h"

#include "ui/base/format.h"
#include "ui/base/table_roles.h"
#include "ui/base/tool_tip.h"
#include "ui/models/columns/lease_clock.h"

#include <algorithm>
#include <cassert>

namespace orrery {

namespace {

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

ResourceTableModel::ResourceTableModel(ColumnSetPtr columns, Environment environment, QObject *parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns)), m_environment(std::move(environment)),
      m_owner(m_environment.gui)
{
}

ResourceTableModel::~ResourceTableModel()
{
    if (m_job)
        m_job->canceled = true;
    m_environment.background->post([rows = m_rows.take()] {});
}

kube::WallTime ResourceTableModel::now() const
{
    return m_environment.now ? m_environment.now() : std::chrono::system_clock::now();
}

const Row *ResourceTableModel::rowAt(int row) const
{
    return row >= 0 && std::size_t(row) < m_order.size() ? m_rows.at(m_order[std::size_t(row)]) : nullptr;
}

std::optional<kube::ObjectKey> ResourceTableModel::keyAt(int row) const
{
    const Row *found = rowAt(row);
    return found ? std::optional(found->key()) : std::nullopt;
}

int ResourceTableModel::rowOf(const kube::ObjectKey &key) const
{
    const auto slot = slotOf(key);
    return slot ? rowOfSlot(*slot) : -1;
}

std::optional<Slot> ResourceTableModel::slotOf(const kube::ObjectKey &key) const
{
    for (Slot slot = 0; slot < m_rows.slots(); ++slot) {
        if (const Row *row = m_rows.at(slot); row && row->isCalled(key))
            return slot;
    }
    return {};
}

std::optional<Slot> ResourceTableModel::slotAt(int row) const
{
    return rowAt(row) ? std::optional(m_order[std::size_t(row)]) : std::nullopt;
}

int ResourceTableModel::rowOfSlot(Slot slot) const
{
    return isShown(slot) ? static_cast<int>(positionOf(m_active.sort, m_order, *m_rows.at(slot))) : -1;
}

int ResourceTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int ResourceTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns->columns.size());
}

QVariant ResourceTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Slot slot = m_order[static_cast<std::size_t>(index.row())];
    const Row &row = *m_rows.at(slot);
    const Column &column = m_columns->columns[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, index.column(), column.type, now());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment((column.isRightAligned() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case ToneRole:
        if (const Tone tone = cellTone(row, index.column(), column.type, now()); tone != Tone::Neutral)
            return static_cast<int>(tone);
        return {};
    case ChangedAtRole:
        if (const auto found = m_changes.find(slot); found != m_changes.end() && index.column() < 64
            && (found->second.cells >> index.column() & 1))
            return found->second.at;
        return {};
    case IdentityRole:
        return toQString(row.uid());
    default:
        return {};
    }
}

QVariant ResourceTableModel::toolTip(const Row &row, int column) const
{
    const CellType type = m_columns->columns[static_cast<std::size_t>(column)].type;
    const CellValue value = row.value(column);
    switch (type) {
    case CellType::Age:
    case CellType::Time:
        return value == noValue ? QVariant() : absoluteTime(cellvalue::toTime(value));
    case CellType::Renewal:
        return value == noValue ? QVariant() : tr("Renewed %1; the holder's own clock said %2").arg(absoluteTime(renewal::timeOf(value)), toQString(row.cell(column)));
    case CellType::NumberAgo:
        if (const auto last = cellvalue::lastOf(value))
            return absoluteTime(*last);
        return {};
    default:
        return plainToolTip(toQString(row.cell(column)));
    }
}

QVariant ResourceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Column &column = m_columns->columns[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment((column.isRightAligned() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case ColumnIdRole:
        return column.id();
    case ColumnWideRole:
        return column.priority > 0 || (section == 0 && m_columns->namespaced && !m_showsNamespace);
    case ColumnStretchRole:
        return column.stretch;
    case ColumnCharactersRole:
        return column.characters > 0 ? QVariant(column.characters) : QVariant();
    default:
        return {};
    }
}

void ResourceTableModel::setColumns(ColumnSetPtr columns)
{
    beginResetModel();
    if (m_job)
        std::exchange(m_job, nullptr)->canceled = true;
    m_environment.background->post([rows = m_rows.take()] {});
    m_order.clear();
    m_shown.clear();
    m_changes.clear();
    m_columns = std::move(columns);
    m_wanted.sort = {};
    setWantedFilter();
    m_active = m_wanted;
    endResetModel();
    Q_EMIT countsChanged();
}

void ResourceTableModel::clear()
{
    const RowSort sort = m_wanted.sort;
    setColumns(m_columns);
    m_wanted.sort = sort;
    m_active.sort = sort;
}

void ResourceTableModel::setWantedFilter()
{
    m_wanted.filter = RowFilter::parse(m_filterText, *m_columns, now());
    m_wanted.filter.setSearchesNamespace(m_showsNamespace);
}

void ResourceTableModel::setFilterText(const QString &text)
{
    if (text == m_filterText)
        return;
    m_filterText = text;
    setWantedFilter();
    reorder();
}

void ResourceTableModel::refreshTimedFilter()
{
    if (!m_wanted.filter.isTimed() || m_job)
        return;
    setWantedFilter();
    reorder();
}

void ResourceTableModel::setShowsNamespace(bool shows)
{
    if (shows == m_showsNamespace)
        return;
    m_showsNamespace = shows;
    if (m_columns->namespaced)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, 0);
    if (!m_wanted.filter.isEmpty()) {
        setWantedFilter();
        reorder();
    }
}

void ResourceTableModel::sort(int column, Qt::SortOrder order)
{
    RowSort wanted;
    if (column >= 0 && column < columnCount())
        wanted = {column, m_columns->columns[static_cast<std::size_t>(column)].type, order};
    if (wanted == m_wanted.sort)
        return;
    m_wanted.sort = wanted;
    reorder();
}

void ResourceTableModel::free(std::vector<RowPtr> spent)
{
    std::erase(spent, nullptr);
    if (!spent.empty())
        m_environment.background->post([spent = std::move(spent)] {});
}

} // namespace orrery
