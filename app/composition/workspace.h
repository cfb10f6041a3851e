// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/command_line.h"
#include "app/composition/clusters.h"
#include "app/composition/credentials.h"
#include "app/composition/instruments.h"
#include "app/composition/verb_group.h"
#include "ui/base/freshness_text.h"

#include <QPointer>
#include <QSet>
#include <QTimer>

namespace orrery {

class ClusterTreeModel;
struct CountTruth;
class ClusterTreeView;
class DetailsPanel;
class MainWindow;
class ObjectEvents;
class Page;
class ResourcePage;

/// Joins a window to the clusters: the tree opens contexts and pages, pages tell the details panel, the menu acts on
/// what is selected. Thread: GUI.
class Workspace final : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        CommandLine line;
        MainWindow *window = nullptr;
        Clusters *clusters = nullptr;
        Credentials *credentials = nullptr;
        kube::ExecutorPtr gui;
        kube::ExecutorPtr background;
        std::shared_ptr<kube::DraftStore> drafts = {}; ///< null: none are kept
        std::shared_ptr<kube::WriteStore> writes = {}; ///< null: none outlives the program
    };
    explicit Workspace(Parts parts, QObject *parent = nullptr);
    ~Workspace() override;

    /// Shows the contexts and opens the one asked for with the kind asked for.
    void start(const QString &kind, const QString &name);
    /// Why there is nothing to show; in the middle of the window.
    void fail(const kube::Error &error);

    /// The table the person looks at; null: none.
    [[nodiscard]] ResourcePage *currentTable() const;
    [[nodiscard]] QString currentContext() const;
    [[nodiscard]] kube::Health health() const { return m_parts.clusters->health(currentContext()); }
    [[nodiscard]] ClusterTreeView *tree() const { return m_treeView; }
    [[nodiscard]] DetailsPanel *details() const { return m_details; }

    /// Opens (or comes back to) the table of a resource, all namespaces or one.
    ResourcePage *openTable(const QString &context, const kube::ResourceInfo &resource, const kube::NamespaceScope &scope);
    /// Opens (or comes back to) an instrument of the current context; false: it has none such.
    bool openInstrument(Instrument instrument);
    void selectObject(const QString &context, const kube::ResourceInfo &resource, const kube::ObjectKey &key);
    /// The contexts of that file stand in the tree until the program ends; what is wrong with it is said.
    void addKubeconfig(const QString &file);

Q_SIGNALS:
    void tableOpened(orrery::ResourcePage *page);
    /// There will be no table: the kubeconfig or its context is bad, or the server has no such kind. The whole reason.
    void cannotStart(const QString &why);

private:
    void joinTree();
    void joinDetails();
    void joinActions();
    void onCatalog(const QString &context, const kube::CatalogPtr &catalog);
    void onHealth(const QString &context, const kube::Health &health);
    void joinCounts();
    enum class Counts { Lacking, NotLive };
    void countWhatIsSeen(Counts which);
    void countAlong(ResourcePage *page);
    void countResource(const QString &context, const kube::ResourceInfo &resource, const kube::NamespaceScope &scope);
    [[nodiscard]] kube::NamespaceScope countedScope(const kube::ResourceInfo &resource) const;
    [[nodiscard]] CountTruth truthOf(const kube::ResourceInfo &resource, const kube::NamespaceScope &scope) const;
    /// Details and menu turn to what that page has selected; null: none is left.
    void onPage(Page *page);
    void followInTree(const QString &context, const kube::GroupResource &resource);
    void select(const QString &context, const std::optional<kube::ResourceInfo> &resource, const std::optional<kube::ObjectKey> &key);
    /// Of the current page.
    void onSelection(const QString &context, const kube::ResourceInfo &resource, const std::optional<kube::ObjectKey> &key);
    /// Why nothing can be done with the selected object; empty: it is there.
    [[nodiscard]] QString whyNoObject() const;
    void sayWhere(); ///< the details' cluster, when several are open, and whether the row is hidden
    [[nodiscard]] QString selectedUid() const; ///< empty: not known yet
    void joinPage(ResourcePage *page);
    void onActivated(const QString &context, const kube::ResourceInfo &resource, const kube::ObjectKey &key);
    void offerNamespaces(ResourcePage *page, const QString &context);
    [[nodiscard]] bool goToInvolvedObject(const QString &context);
    void showObjectMenu(const QPoint &globalPosition);
    void updateActions();
    void showLogs(const kube::ObjectKey &pod, const QString &container);
    /// The verbs: whether they can be used, and why not. whyNoObject: empty when there is one object.
    void offerVerbs(const QString &whyNoObject);
    void openEvents(const QString &context, const std::optional<kube::ObjectKey> &about, const QString &uid);
    void showStanding(const QString &context, const kube::Health &health);
    void askForKubeconfig();
    [[nodiscard]] QString chosenContext() const; ///< in the tree; empty: none
    /// What the Cluster menu is about: the context chosen in the tree if it is open and not live, else the current one.
    [[nodiscard]] QString menuContext() const;
    void offerConnect();
    void askForToken(const QString &context);
    void askForPassphrase(const QString &context);
    [[nodiscard]] kube::NamespaceScope scopeFor(const QString &context, const kube::ResourceInfo &resource) const;

    Parts m_parts;
    ClusterTreeModel *m_treeModel;
    ClusterTreeView *m_treeView;
    DetailsPanel *m_details;
    bool m_hidesDetails = false; ///< they come back with an object
    ObjectEvents *m_objectEvents;
    QString m_wantedKind;
    QString m_wantedName;
    QString m_wantedContext;
    QString m_selectedContext;
    std::optional<kube::ResourceInfo> m_selectedResource;
    std::optional<kube::ObjectKey> m_selectedKey;
    bool m_isDeleted = false; ///< the selected object, as its table says: the details may learn it later
    VerbHost m_verbHost;
    Selection m_selection; ///< as the verbs were told
    std::vector<std::unique_ptr<VerbGroup>> m_verbs;
    Instruments m_instruments;
    QSet<QString> m_askedForCredentials;
    QString m_saidStanding; ///< what the middle says of the cluster while no page is open
    QTimer m_recount;
    kube::Owner m_owner;
};

} // namespace orrery
