// SPDX-License-Identifier: Apache-2.0
#include "ui/models/cluster_tree_model.h"

namespace orrery {

namespace {

bool isCountedAlong(const ClusterTreeNode &node)
{
    return node.count && node.countTruth.state != CountTruth::State::AsOf;
}

} // namespace

void ClusterTreeModel::setCount(const QString &context, const kube::GroupResource &resource, qint64 count, const CountTruth &truth)
{
    Node *node = findResource(findContext(context), resource);
    if (!node)
        return;
    node->isCounting = false;
    // What a table counts is newer than an answer that comes while it does; and one that is not live says what it shows.
    if (truth.state == CountTruth::State::AsOf && isCountedAlong(*node))
        return;
    node->count = count;
    node->countTruth = truth;
    node->countProblem.clear();
    changed(node);
}

void ClusterTreeModel::setCountProblem(const QString &context, const kube::GroupResource &resource, const QString &why)
{
    Node *node = findResource(findContext(context), resource);
    if (!node)
        return;
    node->isCounting = false;
    if (isCountedAlong(*node))
        return;
    node->countProblem = why;
    changed(node);
}

void ClusterTreeModel::endLiveCount(const QString &context, const kube::GroupResource &resource, kube::WallTime now)
{
    Node *node = findResource(findContext(context), resource);
    if (!node || !isCountedAlong(*node))
        return;
    if (std::exchange(node->countTruth.state, CountTruth::State::AsOf) == CountTruth::State::Live)
        node->countTruth.asOf = now;
    node->countTruth.isPausedToo = false;
    changed(node);
}

void ClusterTreeModel::count(const QModelIndex &group, Recount which)
{
    const Node *node = nodeOf(group);
    if (!m_countSource || !group.isValid() || node->kind != Node::Kind::Group)
        return;
    const QString context = node->contextNode()->context.name;
    std::vector<kube::ResourceInfo> asked;
    for (const auto &child : node->children) {
        const bool isDue = !child->count || (which == Recount::NotLive && child->countTruth.state == CountTruth::State::AsOf);
        if (child->kind == Node::Kind::Resource && child->listable() && isDue && !std::exchange(child->isCounting, true))
            asked.push_back(child->resource);
    }
    // An answer may come within the call and change the tree.
    for (const kube::ResourceInfo &resource : asked)
        m_countSource(context, resource);
}

} // namespace orrery
