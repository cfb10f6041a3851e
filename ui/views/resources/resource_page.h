// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/theme.h"
#include "ui/models/table_source.h"
#include "ui/widgets/page.h"

class QStackedWidget;

namespace orrery {

class EmptyState;
class NamespaceCheck;
class TableHead;
class TableSelection;
class TableSort;
class TableView;
enum class TableAction;

/// The middle of the window: one resource in the chosen namespaces, live, with how true it is.
/// Remembers nothing itself: what to keep is its State.
class ResourcePage final : public Page
{
    Q_OBJECT
public:
    struct State {
        kube::NamespaceScope scope;
        QString filter;
        QString sortColumn; ///< a column's id; empty: by namespace and name
        Qt::SortOrder sortOrder = Qt::AscendingOrder;
        QStringList columns; ///< TableColumns::save()
        TableSource::Selectors selectors;
        QString about; ///< the object whose events the selectors leave; in the title
        bool warningsOnly = false; ///< of events
    };

    ResourcePage(kube::ResourceInfo resource, TableSource::Environment environment, QString contextName, const State &state,
                 QWidget *parent = nullptr);
    ~ResourcePage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QString contextName() const override { return m_contextName; }
    /// "pods?namespace=a,b&filter=web", the group after a dot: "deployments.apps".
    [[nodiscard]] QString location() const override;
    void focusContent() override;
    void focusFilter() override;
    [[nodiscard]] bool closeNearest() override;

    [[nodiscard]] State state() const;
    void setScope(const kube::NamespaceScope &scope);
    void setFilter(const QString &text);
    /// Events can be narrowed to those of type Warning.
    [[nodiscard]] bool offersWarnings() const;
    [[nodiscard]] bool warningsOnly() const;
    void setWarningsOnly(bool only);
    /// The same objects in another version that is served.
    void setVersion(const std::string &version);
    /// What the namespace picker offers, and what it says when they cannot be listed.
    void setNamespaces(const QStringList &names, const QString &note = {});
    void chooseNamespaces(); ///< opens the picker
    void setDensity(Density density);
    /// Selects the object and scrolls to it; now, or when it comes.
    void reveal(const kube::ObjectKey &key);

    [[nodiscard]] const kube::ResourceInfo &resource() const { return m_source->resource(); }
    [[nodiscard]] TableView *table() const { return m_table; }
    [[nodiscard]] const kube::Freshness &freshness() const { return m_source->freshness(); }
    [[nodiscard]] bool holdsObjects() const { return m_source->holdsObjects(); }
    [[nodiscard]] bool isSettled() const { return m_source->isSettled(); }
    [[nodiscard]] qint64 rows() const { return m_source->model()->rowCount(); }       ///< shown
    [[nodiscard]] qint64 objects() const { return m_source->model()->objectCount(); } ///< known
    /// The one that details are of: also while a filter hides its row.
    [[nodiscard]] std::optional<kube::ObjectKey> selectedObject() const;
    [[nodiscard]] std::vector<kube::ObjectKey> selectedObjects() const;
    [[nodiscard]] int selectedRows() const;
    /// Why the selected object is not among the rows; empty when it is.
    [[nodiscard]] QString whyHidden() const;

Q_SIGNALS:
    void objectSelected(const kube::ResourceInfo &resource, const std::optional<kube::ObjectKey> &key);
    void activated(const kube::ResourceInfo &resource, const kube::ObjectKey &key);
    void clicked(); ///< a row, be it the selected one
    void scopeChanged(const kube::NamespaceScope &scope);
    void stateChanged(const kube::Freshness &freshness);
    void versionChosen(const kube::ResourceInfo &resource); ///< by the person: the resource in that version
    void contextMenuRequested(const QPoint &globalPosition);
    void namespacesWanted(); ///< the picker is about to open: setNamespaces() is welcome

private:
    void build();
    void connectAll();
    void restore(const State &state);
    void showStanding();
    void act();
    void applyFilter();
    void showNamespaceColumn();
    void showVersions();

    TableSource *m_source;
    kube::ClusterPort *m_cluster;
    QString m_contextName;
    QString m_about;
    TableHead *m_head;
    QStackedWidget *m_stack;
    TableView *m_table;
    TableSelection *m_selection;
    TableSort *m_sort;
    EmptyState *m_empty;
    NamespaceCheck *m_namespaceCheck;
    TableAction m_action;
};

} // namespace orrery
