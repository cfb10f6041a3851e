// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clusters/cluster_tree_view.h"

#include "ui/views/clusters/cluster_tree_delegate.h"

#include <QKeyEvent>

namespace orrery {

namespace {

ClusterTreeNode::Kind kindOf(const QModelIndex &index)
{
    return static_cast<ClusterTreeNode::Kind>(index.data(ClusterTreeModel::NodeKindRole).toInt());
}

/// Does it open a page, and nothing under it?
bool isPage(const QModelIndex &index)
{
    return kindOf(index) == ClusterTreeNode::Kind::Resource || kindOf(index) == ClusterTreeNode::Kind::Instrument;
}

QString groupId(const QModelIndex &index)
{
    return index.data(ClusterTreeModel::IdRole).toString();
}

} // namespace

ClusterTreeView::ClusterTreeView(QWidget *parent) : QTreeView(parent)
{
    setAccessibleName(tr("Clusters"));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setItemDelegate(new ClusterTreeDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setIndentation(14);
    setTextElideMode(Qt::ElideRight);
    setExpandsOnDoubleClick(false);
    // The frame's ground, a shade quieter than the page's.
    viewport()->setBackgroundRole(QPalette::Window);
    setBackgroundRole(QPalette::Window);
    setAutoFillBackground(true);
    setViewportMargins(0, 4, 0, 4);

    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (kindOf(index) == ClusterTreeNode::Kind::Group)
            m_expanded.insert(groupId(index));
        m_tree->open(index);
    });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) { m_expanded.remove(groupId(index)); });
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (isPage(index))
            m_tree->activate(index);
        else
            setExpanded(index, !isExpanded(index));
    });
}

void ClusterTreeView::setTree(ClusterTreeModel *model)
{
    if (m_tree)
        m_tree->disconnect(this);
    m_tree = model;
    setModel(model);
    if (!model)
        return;
    // After the view itself has taken in the rows.
    connect(model, &QAbstractItemModel::rowsInserted, this, &ClusterTreeView::expandNew);
}

void ClusterTreeView::expandNew(const QModelIndex &parent, int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_tree->index(row, 0, parent);
        if (kindOf(index) != ClusterTreeNode::Kind::Group)
            continue;
        const QString id = groupId(index);
        const bool usual = !m_hasSavedState
            && (id.endsWith(QLatin1String("/cluster")) || id.endsWith(QLatin1String("/workloads")));
        if (usual || m_expanded.contains(id))
            expand(index);
    }
    // What a context has just shown of itself would be below the edge.
    if (parent.isValid() && parent == currentIndex() && visualRect(parent).top() > viewport()->height() / 2)
        scrollTo(parent, PositionAtTop);
}

void ClusterTreeView::reveal(const QModelIndex &index)
{
    for (QModelIndex up = index.parent(); up.isValid(); up = up.parent())
        expand(up);
    setCurrentIndex(index);
    scrollTo(index);
}

void ClusterTreeView::follow(const QModelIndex &index)
{
    QModelIndex seen = index;
    for (QModelIndex up = index.parent(); up.isValid(); up = up.parent()) {
        if (!isExpanded(up))
            seen = up;
    }
    if (seen.isValid())
        setCurrentIndex(seen);
}

bool ClusterTreeView::isOpenTo(const QModelIndex &index) const
{
    for (QModelIndex up = index.parent(); up.isValid(); up = up.parent()) {
        if (!isExpanded(up))
            return false;
    }
    return index.isValid();
}

void ClusterTreeView::openContext(const QString &context)
{
    const QModelIndex index = m_tree->contextIndex(context);
    if (index.isValid())
        expand(index);
}

void ClusterTreeView::count(ClusterTreeModel::Recount which, const std::function<bool(const QString &context)> &may)
{
    if (!isVisible())
        return;
    const std::function<void(const QModelIndex &)> walk = [&](const QModelIndex &parent) {
        for (int row = 0; row < m_tree->rowCount(parent); ++row) {
            const QPersistentModelIndex child = m_tree->index(row, 0, parent);
            if (!isExpanded(child))
                continue;
            if (kindOf(child) == ClusterTreeNode::Kind::Group)
                m_tree->count(child, which);
            else if (!may(child.data(ClusterTreeModel::ContextNameRole).toString()))
                continue;
            if (child.isValid()) // an answer may have come within the call
                walk(child);
        }
    };
    walk({});
}

QStringList ClusterTreeView::expandedGroups() const
{
    QStringList ids(m_expanded.begin(), m_expanded.end());
    ids.sort();
    return ids;
}

void ClusterTreeView::setExpandedGroups(const QStringList &ids)
{
    m_hasSavedState = true;
    m_expanded = QSet<QString>(ids.begin(), ids.end());
}

void ClusterTreeView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const bool chosen = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (chosen && index.isValid() && event->modifiers() == Qt::NoModifier) {
        if (isPage(index))
            m_tree->activate(index);
        else
            setExpanded(index, !isExpanded(index));
        event->accept();
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace orrery
