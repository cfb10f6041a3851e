// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/cluster_tree_node.h"

#include <QAbstractItemModel>

#include <functional>

namespace orrery {

/// The contexts of the kubeconfig; inside an opened one its resources in the groups people know. Nothing is touched
/// before open(). A new discovery changes rows in place, so what is expanded and selected stays so.
/// Thread: the GUI's. Feed it from ClusterPort's health and catalog.
class ClusterTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role : int {
        NodeKindRole = Qt::UserRole + 100, ///< int(ClusterTreeNode::Kind)
        ContextNameRole,                   ///< QString
        CountTextRole,                     ///< QString: "100,310", "—" when it could not be had, empty when not asked
        CountLiveRole,                     ///< bool: a table counts along; else the tooltip says when it was so
        CountPausedRole,                   ///< bool: … but it is paused
        CountMarkRole,                     ///< int(Tone) of the mark of a table that counts along and is not live; invalid: none
        DimmedRole,                        ///< bool: cannot be used; the tooltip says why
        IdRole,                            ///< QString: unique in the tree, for saving what is expanded
    };
    /// Asks how many there are; the answer comes back by setCount or setCountProblem, any time.
    using CountSource = std::function<void(const QString &context, const kube::ResourceInfo &resource)>;

    explicit ClusterTreeModel(QObject *parent = nullptr);
    ~ClusterTreeModel() override;

    /// Those that each opened context has, in this order; before setContexts().
    void setInstruments(std::vector<Instrument> instruments) { m_instruments = std::move(instruments); }
    void setContexts(const std::vector<kube::ContextInfo> &contexts);
    void setHealth(const QString &context, const kube::Health &health);
    void setCatalog(const QString &context, const kube::CatalogPtr &catalog);
    void setCountSource(CountSource source) { m_countSource = std::move(source); }
    void setCount(const QString &context, const kube::GroupResource &resource, qint64 count, const CountTruth &truth = {});
    /// It cannot be counted, or not anew: a number that is there stays, as of then.
    void setCountProblem(const QString &context, const kube::GroupResource &resource, const QString &why);
    /// Nobody counts along any more: what was live is true as of now, what was not as of when it was.
    void endLiveCount(const QString &context, const kube::GroupResource &resource, kube::WallTime now);
    /// Asks for the counts of a group: those it lacks, or all that no table keeps live.
    enum class Recount { Unknown, NotLive };
    void count(const QModelIndex &group, Recount which);

    /// A person opened this row: a context says contextOpened once, a group asks for the counts it lacks.
    void open(const QModelIndex &index);
    /// A person chose this row: a resource says resourceActivated, an instrument instrumentActivated, a context is opened.
    void activate(const QModelIndex &index);

    /// As it was last set; closed when there is no such context.
    [[nodiscard]] kube::Health health(const QString &context) const;
    [[nodiscard]] QModelIndex contextIndex(const QString &context) const;
    [[nodiscard]] QModelIndex resourceIndex(const QString &context, const kube::GroupResource &resource) const;
    [[nodiscard]] QModelIndex instrumentIndex(const QString &context, Instrument instrument) const; ///< invalid: it has none such
    [[nodiscard]] std::optional<kube::ResourceInfo> resource(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void contextOpened(const QString &context);
    void resourceActivated(const QString &context, const kube::ResourceInfo &resource);
    void instrumentActivated(const QString &context, orrery::Instrument instrument);

private:
    using Node = ClusterTreeNode;
    using Children = std::vector<std::unique_ptr<Node>>;

    [[nodiscard]] Node *nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Node *node) const;
    [[nodiscard]] Node *findContext(const QString &name) const;
    [[nodiscard]] Node *findResource(Node *under, const kube::GroupResource &resource) const;
    void reconcile(Node *parent, Children wanted);
    void changed(const Node *node);
    [[nodiscard]] QString toolTip(const Node &node) const;
    [[nodiscard]] QString accessibleText(const Node &node) const;

    std::unique_ptr<Node> m_root;
    CountSource m_countSource;
    std::vector<Instrument> m_instruments;
};

} // namespace orrery
