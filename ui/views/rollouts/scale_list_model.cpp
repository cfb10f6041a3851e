// SPDX-License-Identifier: Apache-2.0
#include "ui/views/rollouts/scale_list_model.h"

#include "ui/base/format.h"
#include "ui/base/table_roles.h"
#include "ui/views/editing/replica_box.h"

#include <array>

namespace orrery {

ScaleListModel::ScaleListModel(const std::vector<kube::ObjectKey> &keys, QObject *parent) : QAbstractTableModel(parent)
{
    for (const kube::ObjectKey &key : keys) {
        m_rows.push_back({key, {}, {}, {}, Phase::Reading, Tone::Neutral, {}, {}});
        m_hasNamespaces = m_hasNamespaces || key.namespaceName != keys.front().namespaceName;
    }
}

int ScaleListModel::rowOf(const kube::ObjectKey &key) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.key == key; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void ScaleListModel::set(int row, const Row &value)
{
    m_rows[static_cast<std::size_t>(row)] = value;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void ScaleListModel::setAllTo(std::optional<qint64> replicas)
{
    for (Row &row : m_rows)
        row.to = replicas;
    Q_EMIT dataChanged(index(0, To), index(rowCount() - 1, To));
    Q_EMIT numbersChanged();
}

bool ScaleListModel::isToWrite(int row) const
{
    const Row &one = at(row);
    return one.state && one.to && *one.to != one.state->desired && one.phase != Phase::Reading && one.phase != Phase::Writing;
}

int ScaleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ScaleListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ScaleListModel::text(const Row &row, int column) const
{
    switch (column) {
    case Object:
        return QString::fromStdString(m_hasNamespaces ? row.key.namespaceName + '/' + row.key.name : row.key.name);
    case From:
        return row.from ? count(*row.from) : QStringLiteral("…");
    case To:
        return row.to ? count(*row.to) : QStringLiteral("–");
    default:
        return row.text;
    }
}

QVariant ScaleListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::EditRole:
        return row.to ? *row.to : row.state ? row.state->desired : 0;
    case Qt::ToolTipRole:
        return index.column() == Result ? row.whole : text(row, index.column());
    case Qt::TextAlignmentRole:
        if (index.column() == From || index.column() == To)
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case ToneRole:
        return index.column() == Result && row.tone != Tone::Neutral && !row.text.isEmpty() ? QVariant(static_cast<int>(row.tone)) : QVariant();
    case IdentityRole:
        return QString::fromStdString(row.key.namespaceName + '/' + row.key.name);
    default:
        return {};
    }
}

bool ScaleListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (role != Qt::EditRole || index.column() != To || !isNumber || number < 0)
        return false;
    m_rows[static_cast<std::size_t>(index.row())].to = number;
    Q_EMIT dataChanged(index, index);
    Q_EMIT numbersChanged();
    return true;
}

Qt::ItemFlags ScaleListModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool isOpen = index.column() == To && at(index.row()).state && at(index.row()).phase != Phase::Writing;
    return isOpen ? flags | Qt::ItemIsEditable : flags;
}

QVariant ScaleListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const std::array<std::pair<QString, const char *>, ColumnCount> heads = {
        {{tr("Object"), "object"}, {tr("From"), "from"}, {tr("To"), "to"}, {tr("Result"), "result"}}};
    if (role == Qt::DisplayRole)
        return heads[static_cast<std::size_t>(section)].first;
    if (role == ColumnIdRole)
        return QString::fromLatin1(heads[static_cast<std::size_t>(section)].second);
    if (role == ColumnStretchRole)
        return section == Result;
    if (role == Qt::TextAlignmentRole && (section == From || section == To))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QWidget *ReplicasDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *box = new ReplicaBox(parent);
    box->setFrame(false);
    box->setAccessibleName(tr("Replicas of %1").arg(index.siblingAtColumn(ScaleListModel::Object).data().toString()));
    return box;
}

void ReplicasDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *box = static_cast<ReplicaBox *>(editor);
    box->setValue(static_cast<int>(index.data(Qt::EditRole).toLongLong()));
    box->selectAll();
}

void ReplicasDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto typed = static_cast<ReplicaBox *>(editor)->typed())
        model->setData(index, *typed);
}

} // namespace orrery
