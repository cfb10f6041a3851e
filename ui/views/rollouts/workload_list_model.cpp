// SPDX-License-Identifier: Apache-2.0
#include "ui/views/rollouts/workload_list_model.h"

#include "ui/base/table_roles.h"

namespace orrery {

WorkloadListModel::WorkloadListModel(const std::vector<kube::ObjectKey> &keys, QObject *parent) : QAbstractTableModel(parent)
{
    for (const kube::ObjectKey &key : keys) {
        m_rows.push_back({key, Phase::Ready, 0, Tone::Neutral, {}, {}});
        m_hasNamespaces = m_hasNamespaces || key.namespaceName != keys.front().namespaceName;
    }
}

void WorkloadListModel::set(int row, const Row &value)
{
    m_rows[static_cast<std::size_t>(row)] = value;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int WorkloadListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int WorkloadListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WorkloadListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = at(index.row());
    const QString name = QString::fromStdString(m_hasNamespaces ? row.key.namespaceName + '/' + row.key.name : row.key.name);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Object ? name : row.text;
    case Qt::ToolTipRole:
        return index.column() == Object ? name : row.whole;
    case ToneRole:
        return index.column() == Result && row.tone != Tone::Neutral && !row.text.isEmpty() ? QVariant(static_cast<int>(row.tone)) : QVariant();
    case IdentityRole:
        return QString::fromStdString(row.key.namespaceName + '/' + row.key.name);
    default:
        return {};
    }
}

QVariant WorkloadListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return section == Object ? tr("Object") : tr("Result");
    if (role == ColumnIdRole)
        return section == Object ? QStringLiteral("object") : QStringLiteral("result");
    if (role == ColumnStretchRole)
        return section == Result;
    return {};
}

} // namespace orrery
