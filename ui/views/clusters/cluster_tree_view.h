// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/cluster_tree_model.h"

#include <QSet>
#include <QTreeView>

#include <functional>

namespace orrery {

/// The left side of the window. Expanding a context opens it, expanding a group asks for its counts, Return or a
/// click on a resource activates it.
class ClusterTreeView final : public QTreeView
{
    Q_OBJECT
public:
    explicit ClusterTreeView(QWidget *parent = nullptr);

    /// Not owned.
    void setTree(ClusterTreeModel *model);
    [[nodiscard]] ClusterTreeModel *tree() const { return m_tree; }

    /// Shows and selects it, its context and group expanded. Does not activate it.
    void reveal(const QModelIndex &index);
    /// Selects it where it can be seen, else the closed group that it is in; opens nothing, for a person has closed that.
    void follow(const QModelIndex &index);
    /// Is all open that it stands in?
    [[nodiscard]] bool isOpenTo(const QModelIndex &index) const;
    /// Opens the context and shows what is in it; as a click on its arrow.
    void openContext(const QString &context);

    /// Asks for those counts of the groups that can be seen, of every context that may() says yes of.
    void count(ClusterTreeModel::Recount which, const std::function<bool(const QString &context)> &may);

    /// Ids of what is expanded; contexts are left out, for nothing is touched before the person opens it.
    [[nodiscard]] QStringList expandedGroups() const;
    void setExpandedGroups(const QStringList &ids);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void expandNew(const QModelIndex &parent, int first, int last);

    ClusterTreeModel *m_tree = nullptr;
    QSet<QString> m_expanded;
    bool m_hasSavedState = false;
};

} // namespace orrery
