// SPDX-License-Identifier: Apache-2.0
#include "ui/views/manifests/manifest_model.h"

#include "ui/base/icons.h"
#include "ui/base/table_roles.h"

namespace orrery {

namespace {

bool isSameSet(const kube::ManifestStatePtr &left, const kube::ManifestStatePtr &right)
{
    return left && right && left->items.size() == right->items.size()
        && std::equal(left->items.begin(), left->items.end(), right->items.begin(),
                      [](const kube::ManifestItem &a, const kube::ManifestItem &b) { return a.document == b.document; });
}

} // namespace

void ManifestModel::setState(const kube::ManifestStatePtr &state)
{
    if (isSameSet(m_state, state)) {
        m_state = state;
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_state = state;
    endResetModel();
}

int ManifestModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_state ? 0 : static_cast<int>(m_state->items.size());
}

int ManifestModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ManifestModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const kube::ManifestItem &item = m_state->items[static_cast<std::size_t>(index.row())];
    const kube::ManifestDocument &document = item.document;
    if (role == Qt::DecorationRole && index.column() == Kind && !document.gvk.kind.empty())
        return icon(kindIcon(QString::fromStdString(document.gvk.group), QString::fromStdString(document.gvk.kind)));
    if (role == ToneRole && index.column() == State)
        return static_cast<int>(text(index.row()).tone);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Place: return document.place.toString();
    case Kind: return QString::fromStdString(document.gvk.kind);
    case Name: return QString::fromStdString(!item.key.name.empty() ? item.key.name : document.generateName.empty() ? std::string() : document.generateName + "…");
    case Namespace: return QString::fromStdString(item.key.namespaceName);
    default: return role == Qt::ToolTipRole ? text(index.row()).headline : text(index.row()).word;
    }
}

QVariant ManifestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Place: return tr("Document");
    case Kind: return tr("Kind");
    case Name: return tr("Name");
    case Namespace: return tr("Namespace");
    default: return tr("State");
    }
}

} // namespace orrery
