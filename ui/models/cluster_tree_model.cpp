// SPDX-License-Identifier: Apache-2.0
#include "ui/models/cluster_tree_model.h"

#include "ui/base/format.h"
#include "ui/base/freshness_text.h"
#include "ui/base/icons.h"
#include "ui/base/table_roles.h"
#include "ui/models/cluster_tree_build.h"

namespace orrery {

ClusterTreeModel::ClusterTreeModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>()) {}

ClusterTreeModel::~ClusterTreeModel() = default;

void ClusterTreeModel::setContexts(const std::vector<kube::ContextInfo> &contexts)
{
    Children wanted;
    for (const kube::ContextInfo &info : contexts) {
        auto node = std::make_unique<Node>();
        node->kind = Node::Kind::Context;
        node->id = info.name;
        node->title = info.name;
        node->context = info;
        wanted.push_back(std::move(node));
    }
    reconcile(m_root.get(), std::move(wanted));
}

kube::Health ClusterTreeModel::health(const QString &context) const
{
    const Node *node = findContext(context);
    return node ? node->health : kube::Health{};
}

void ClusterTreeModel::setHealth(const QString &context, const kube::Health &health)
{
    Node *node = findContext(context);
    if (!node)
        return;
    node->health = health;
    changed(node);
    if (!node->catalog)
        reconcile(node, buildClusterTree(*node, m_instruments));
}

void ClusterTreeModel::setCatalog(const QString &context, const kube::CatalogPtr &catalog)
{
    Node *node = findContext(context);
    if (!node || !catalog)
        return;
    node->catalog = catalog;
    node->opened = true;
    reconcile(node, buildClusterTree(*node, m_instruments));
}

void ClusterTreeModel::open(const QModelIndex &index)
{
    Node *node = nodeOf(index);
    if (!index.isValid() || node->kind == Node::Kind::Resource || node->kind == Node::Kind::Note || node->kind == Node::Kind::Instrument)
        return;
    if (node->kind == Node::Kind::Context) {
        if (node->opened || node->context.error)
            return;
        node->opened = true;
        reconcile(node, buildClusterTree(*node, m_instruments));
        Q_EMIT contextOpened(node->context.name);
        return;
    }
    count(index, Recount::Unknown);
}

void ClusterTreeModel::activate(const QModelIndex &index)
{
    const Node *node = nodeOf(index);
    if (!index.isValid())
        return;
    if (node->kind == Node::Kind::Resource && node->listable())
        Q_EMIT resourceActivated(node->contextNode()->context.name, node->resource);
    else if (node->kind == Node::Kind::Instrument)
        Q_EMIT instrumentActivated(node->contextNode()->context.name, node->instrument);
    else
        open(index);
}

QModelIndex ClusterTreeModel::contextIndex(const QString &context) const
{
    return indexOf(findContext(context));
}

QModelIndex ClusterTreeModel::resourceIndex(const QString &context, const kube::GroupResource &resource) const
{
    return indexOf(findResource(findContext(context), resource));
}

QModelIndex ClusterTreeModel::instrumentIndex(const QString &context, Instrument instrument) const
{
    const Node *node = findContext(context);
    for (std::size_t at = 0; node && at < node->children.size(); ++at) {
        for (const auto &child : node->children[at]->children) {
            if (child->kind == Node::Kind::Instrument && child->instrument == instrument)
                return indexOf(child.get());
        }
    }
    return {};
}

std::optional<kube::ResourceInfo> ClusterTreeModel::resource(const QModelIndex &index) const
{
    const Node *node = nodeOf(index);
    if (node->kind != Node::Kind::Resource)
        return std::nullopt;
    return node->resource;
}

QModelIndex ClusterTreeModel::index(int row, int column, const QModelIndex &parentIndex) const
{
    if (!hasIndex(row, column, parentIndex))
        return {};
    return createIndex(row, column, nodeOf(parentIndex)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex ClusterTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(nodeOf(child)->parent) : QModelIndex();
}

int ClusterTreeModel::rowCount(const QModelIndex &parentIndex) const
{
    return parentIndex.column() > 0 ? 0 : static_cast<int>(nodeOf(parentIndex)->children.size());
}

int ClusterTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool ClusterTreeModel::hasChildren(const QModelIndex &parentIndex) const
{
    const Node *node = nodeOf(parentIndex);
    // A context that was never opened may have any; a broken one never will.
    if (node->kind == Node::Kind::Context && !node->opened)
        return !node->context.error;
    return !node->children.empty();
}

Qt::ItemFlags ClusterTreeModel::flags(const QModelIndex &index) const
{
    // Rows that cannot be used look so (DimmedRole) but stay enabled: the keyboard must reach the reason.
    return index.isValid() ? Qt::ItemIsSelectable | Qt::ItemIsEnabled : Qt::NoItemFlags;
}

QVariant ClusterTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeOf(index);
    const bool isContext = node.kind == Node::Kind::Context;
    switch (role) {
    case Qt::DisplayRole: return node.title;
    case Qt::DecorationRole:
        if (node.kind == Node::Kind::Resource)
            return icon(kindIcon(QString::fromStdString(node.resource.gvr.group), QString::fromStdString(node.resource.kind)));
        if (node.kind == Node::Kind::Instrument)
            return icon(instrumentIcon(node.instrument));
        return {};
    case Qt::ToolTipRole: return toolTip(node);
    case Qt::AccessibleTextRole: return accessibleText(node);
    case Qt::AccessibleDescriptionRole: return toolTip(node);
    case ToneRole:
        if (isContext)
            return static_cast<int>(node.context.error ? Tone::Failing : describe(node.health).tone);
        if (node.kind != Node::Kind::Note || node.detail.isEmpty())
            return {};
        // Why there is nothing in a context is as grave as its own mark; groups that are missing are a part.
        return static_cast<int>(node.contextNode()->catalog ? Tone::Pending : describe(node.contextNode()->health).tone);
    case DimmedRole:
        return (isContext && node.context.error) || node.kind == Node::Kind::Note
            || (node.kind == Node::Kind::Resource && (!node.listable() || node.resource.unconfirmed));
    case CountLiveRole: return node.count && node.countTruth.state == CountTruth::State::Live;
    case CountPausedRole: return node.count && (node.countTruth.state == CountTruth::State::Paused || node.countTruth.isPausedToo);
    case CountMarkRole:
        if (!node.count || node.countTruth.state == CountTruth::State::Live || node.countTruth.state == CountTruth::State::AsOf)
            return {};
        return static_cast<int>(node.countTruth.tone);
    case NodeKindRole: return static_cast<int>(node.kind);
    case ContextNameRole: return node.contextNode() ? node.contextNode()->context.name : QString();
    case CountTextRole:
        if (node.count)
            return orrery::count(*node.count);
        return node.countProblem.isEmpty() ? QString() : QStringLiteral("—");
    case IdRole: return (node.parent && node.parent->parent ? indexOf(node.parent).data(IdRole).toString() + QLatin1Char('/') : QString()) + node.id;
    default: return {};
    }
}

ClusterTreeNode *ClusterTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex ClusterTreeModel::indexOf(const Node *node) const
{
    if (!node || node == m_root.get())
        return {};
    return createIndex(node->row(), 0, const_cast<Node *>(node));
}

ClusterTreeNode *ClusterTreeModel::findContext(const QString &name) const
{
    for (const auto &child : m_root->children) {
        if (child->context.name == name)
            return child.get();
    }
    return nullptr;
}

ClusterTreeNode *ClusterTreeModel::findResource(Node *under, const kube::GroupResource &resource) const
{
    if (!under)
        return nullptr;
    for (const auto &child : under->children) {
        if (child->kind == Node::Kind::Resource && child->resource.gvr.groupResource() == resource)
            return child.get();
        if (Node *found = findResource(child.get(), resource))
            return found;
    }
    return nullptr;
}

/// Kept rows never change their order among themselves: both lists are sorted by the same rules.
void ClusterTreeModel::reconcile(Node *parentNode, Children wanted)
{
    const QModelIndex parentIndex = indexOf(parentNode);
    auto &have = parentNode->children;
    const auto isWanted = [&wanted](const std::unique_ptr<Node> &child) {
        return std::any_of(wanted.begin(), wanted.end(), [&](const auto &other) { return other->id == child->id && other->kind == child->kind; });
    };
    for (int row = static_cast<int>(have.size()) - 1; row >= 0; --row) {
        if (isWanted(have[static_cast<std::size_t>(row)]))
            continue;
        beginRemoveRows(parentIndex, row, row);
        have.erase(have.begin() + row);
        endRemoveRows();
    }
    for (std::size_t at = 0; at < wanted.size(); ++at) {
        std::unique_ptr<Node> &next = wanted[at];
        if (at < have.size() && have[at]->id == next->id) {
            Node *kept = have[at].get();
            kept->title = next->title;
            kept->detail = next->detail;
            kept->resource = next->resource;
            kept->context = next->context;
            changed(kept);
            if (kept->kind == Node::Kind::Group)
                reconcile(kept, std::move(next->children));
            continue;
        }
        const auto later = std::find_if(have.begin() + static_cast<std::ptrdiff_t>(at), have.end(),
                                        [&](const auto &child) { return child->id == next->id; });
        if (later != have.end()) { // contexts may be reordered in the file
            const int from = static_cast<int>(later - have.begin());
            beginMoveRows(parentIndex, from, from, parentIndex, static_cast<int>(at));
            std::rotate(have.begin() + static_cast<std::ptrdiff_t>(at), later, later + 1);
            endMoveRows();
            --at; // now it is in its place: take it from there
            continue;
        }
        next->parent = parentNode;
        beginInsertRows(parentIndex, static_cast<int>(at), static_cast<int>(at));
        have.insert(have.begin() + static_cast<std::ptrdiff_t>(at), std::move(next));
        endInsertRows();
    }
}

void ClusterTreeModel::changed(const Node *node)
{
    const QModelIndex index = indexOf(node);
    Q_EMIT dataChanged(index, index);
}

} // namespace orrery
