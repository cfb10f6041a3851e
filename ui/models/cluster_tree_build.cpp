// SPDX-License-Identifier: Apache-2.0
#include "ui/models/cluster_tree_build.h"

#include "ui/base/error_text.h"
#include "ui/models/tree_groups.h"

#include <QCoreApplication>

#include <map>

namespace orrery {

namespace {

using Node = ClusterTreeNode;
using NodePtr = std::unique_ptr<Node>;

struct ClusterTreeNotes {
    Q_DECLARE_TR_FUNCTIONS(ClusterTreeNotes)
};

NodePtr make(Node::Kind kind, const QString &id, const QString &title)
{
    auto node = std::make_unique<Node>();
    node->kind = kind;
    node->id = id;
    node->title = title;
    return node;
}

NodePtr resourceNode(const kube::ResourceInfo &resource)
{
    NodePtr node = make(Node::Kind::Resource, QString::fromStdString(resource.gvr.toString()), pluralTitle(resource));
    node->resource = resource;
    return node;
}

void adopt(Node &parent, NodePtr child)
{
    child->parent = &parent;
    parent.children.push_back(std::move(child));
}

void sortKnownFirst(Node &group)
{
    std::stable_sort(group.children.begin(), group.children.end(), [](const NodePtr &a, const NodePtr &b) {
        // Definitions stand before the groups they define.
        if (a->kind != b->kind)
            return a->kind == Node::Kind::Resource;
        const int rankA = a->kind == Node::Kind::Resource ? treeRankOf(a->resource) : 0;
        const int rankB = b->kind == Node::Kind::Resource ? treeRankOf(b->resource) : 0;
        return std::tuple(rankA, a->title, a->id) < std::tuple(rankB, b->title, b->id);
    });
}

/// Two kinds of one name in a group are told apart by their API group.
void tellApart(Node &group)
{
    std::map<QString, int> titles;
    for (const NodePtr &child : group.children)
        ++titles[child->title];
    for (const NodePtr &child : group.children) {
        if (child->kind == Node::Kind::Resource && titles[child->title] > 1 && !child->resource.gvr.group.empty())
            child->title += QStringLiteral(" (%1)").arg(QString::fromStdString(child->resource.gvr.group));
    }
}

NodePtr noteFor(const Node &context)
{
    NodePtr note = make(Node::Kind::Note, QStringLiteral("note"), ClusterTreeNotes::tr("Connecting…"));
    const kube::Health &health = context.health;
    if (health.state == kube::HealthState::Live || health.state == kube::HealthState::Connecting
        || health.state == kube::HealthState::Closed)
        return note;
    if (health.reason) {
        const ErrorText text = describeRetried(*health.reason);
        note->title = text.headline;
        note->detail = text.detail + (text.mend.isEmpty() ? QString() : QLatin1Char('\n') + text.mend);
    }
    return note;
}

} // namespace

std::vector<NodePtr> buildClusterTree(const Node &context, const std::vector<Instrument> &instruments)
{
    Node top;
    if (!context.opened)
        return {};
    if (!context.catalog) {
        adopt(top, noteFor(context));
        return std::move(top.children);
    }
    std::map<TreeGroup, NodePtr> groups;
    std::map<std::string, NodePtr> customGroups;
    for (const kube::ResourceInfo &resource : context.catalog->resources) {
        const TreeGroup place = treeGroupOf(resource);
        NodePtr &group = groups[place];
        if (!group)
            group = make(Node::Kind::Group, treeGroupId(place), treeGroupTitle(place));
        if (place == TreeGroup::Custom && treeRankOf(resource) == treeRankOf({})) {
            NodePtr &inner = customGroups[resource.gvr.group];
            const QString name = QString::fromStdString(resource.gvr.group);
            if (!inner)
                inner = make(Node::Kind::Group, QStringLiteral("group:") + name, name);
            adopt(*inner, resourceNode(resource));
        } else {
            adopt(*group, resourceNode(resource));
        }
    }
    for (auto &[name, inner] : customGroups) {
        sortKnownFirst(*inner);
        tellApart(*inner);
        adopt(*groups[TreeGroup::Custom], std::move(inner));
    }
    for (auto &[place, group] : groups) {
        sortKnownFirst(*group);
        tellApart(*group);
        adopt(top, std::move(group));
    }
    if (!instruments.empty()) {
        NodePtr group = make(Node::Kind::Group, QStringLiteral("clockwork"), ClusterTreeNotes::tr("Clockwork"));
        for (const Instrument instrument : instruments) {
            NodePtr node = make(Node::Kind::Instrument, instrumentId(instrument), instrumentTitle(instrument));
            node->instrument = instrument;
            adopt(*group, std::move(node));
        }
        adopt(top, std::move(group));
    }
    if (!context.catalog->failures.empty()) {
        NodePtr note = make(Node::Kind::Note, QStringLiteral("failures"),
                            ClusterTreeNotes::tr("%n API group(s) could not be read", nullptr,
                                                 static_cast<int>(context.catalog->failures.size())));
        QStringList lines;
        for (const auto &[groupVersion, why] : context.catalog->failures)
            lines << QStringLiteral("%1: %2").arg(QString::fromStdString(groupVersion), QString::fromStdString(why));
        note->detail = lines.join(QLatin1Char('\n'));
        adopt(top, std::move(note));
    }
    return std::move(top.children);
}

} // namespace orrery
