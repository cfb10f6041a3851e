// SPDX-License-Identifier: Apache-2.0
#include "app/composition/workspace.h"

#include "app/composition/chosen_versions.h"
#include "app/composition/navigator.h"
#include "app/composition/protected_contexts.h"
#include "app/composition/resource_lookup.h"
#include "ui/base/error_text.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/frame/status_face.h"
#include "ui/models/cluster_tree_model.h"
#include "ui/views/clusters/cluster_tree_view.h"
#include "ui/views/details/details_panel.h"
#include "ui/views/events/object_events.h"
#include "ui/views/resources/resource_page.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/toast.h"

namespace orrery {

Workspace::Workspace(Parts parts, QObject *parent)
    : QObject(parent), m_parts(std::move(parts)), m_treeModel(new ClusterTreeModel(this)), m_treeView(new ClusterTreeView),
      m_details(new DetailsPanel(m_parts.gui, m_parts.background)),
      m_objectEvents(new ObjectEvents(m_parts.gui, m_parts.background)),
      m_verbHost{*m_parts.window, *m_parts.clusters, m_parts.gui, m_parts.background, m_parts.drafts, m_parts.writes, m_parts.line.readOnly, [this]() -> const Selection & { return m_selection; }, [this] { return currentContext(); },
                 [this](const QString &context, const kube::ResourceInfo &resource, const kube::ObjectKey &key) { selectObject(context, resource, key); },
                 [this](const QString &context, const kube::ResourceInfo &resource) { return openTable(context, resource, {}); }},
      m_instruments(m_verbHost), m_owner(m_parts.gui)
{
    m_parts.window->setTree(m_treeView);
    m_parts.window->setDetails(m_details, [this] { return m_details->closeNearest(); });
    m_parts.window->setReadOnly(m_parts.line.readOnly);
    m_treeModel->setInstruments(Instruments::all());
    m_treeView->setTree(m_treeModel);
    joinTree();
    joinDetails();
    m_verbs = makeVerbGroups(m_verbHost);
    joinActions();
    new Navigator(*this, *m_parts.window);
    new ProtectedContexts(*m_parts.window, *m_parts.clusters, m_parts.gui, this);
    m_parts.window->restoreLayout();
    connect(m_parts.clusters, &Clusters::healthChanged, this, &Workspace::onHealth);
    connect(m_parts.clusters, &Clusters::catalogChanged, this, &Workspace::onCatalog);
    connect(m_parts.window, &MainWindow::currentPageChanged, this, &Workspace::onPage);
    connect(m_parts.clusters, &Clusters::auditFailed, this, [this](const kube::Error &error) {
        m_parts.window->toast()->say(Tone::Failing, tr("A change was made that is not in the audit log. %1").arg(error.toString()));
    });
}

// What the window goes on to hold must not use ports of sessions that end after this.
Workspace::~Workspace()
{
    m_details->clear();
}

void Workspace::start(const QString &kind, const QString &name)
{
    m_treeModel->setContexts(m_parts.clusters->contexts());
    const QList<kube::Error> &problems = m_parts.clusters->problems();
    if (!problems.isEmpty())
        m_parts.window->toast()->say(Tone::Failing, problems.first().toString());
    const QString context = m_parts.clusters->initialContext();
    if (const auto problem = m_parts.clusters->initialProblem()) {
        // A kubeconfig that names no current-context is nothing wrong: the person chooses.
        if (!context.isEmpty()) {
            m_parts.window->welcome()->setText({IconName::Warning, tr("Context “%1” cannot be opened").arg(context), problem->toString(),
                                                tr("Correct the kubeconfig, or choose another context on the left."), {}});
        }
        Q_EMIT cannotStart(problem->toString());
        return;
    }
    m_wantedContext = context;
    m_wantedKind = kind;
    m_wantedName = name;
    m_treeView->openContext(context);
}

void Workspace::fail(const kube::Error &error)
{
    ErrorText text = describe(error);
    if (error.is(kube::ErrorKind::NotFound)) {
        // It is a file that is missing here, nothing of a server's.
        text.headline = tr("There is no kubeconfig");
        text.mend = tr("To look around without a cluster, start orrery --demo.");
    }
    m_parts.window->welcome()->setText({IconName::Warning, text.headline, text.detail, text.mend, tr("Open Kubeconfig…")});
    Q_EMIT cannotStart(error.toString());
}

void Workspace::showStanding(const QString &context, const kube::Health &health)
{
    if (context != currentContext() || m_parts.window->tabs()->count() > 0)
        return;
    const bool tries = health.state == kube::HealthState::Connecting || health.state == kube::HealthState::Closed;
    EmptyStateText text{IconName::Cluster, tr("Choose a kind in the tree"), {}, {}, {}};
    if (tries) {
        text.headline = tr("Connecting to %1").arg(context);
    } else if (health.state != kube::HealthState::Live) {
        const ErrorText error = health.reason ? describeRetried(*health.reason) : ErrorText{tr("%1 cannot be reached").arg(context), {}, {}};
        text = {health.state == kube::HealthState::Forbidden ? IconName::Lock : IconName::Offline, error.headline, error.detail, error.mend, tr("Try again now")};
    }
    // Once for each standing: another word may have come after it, that the server has no such kind.
    const QString said = context + QLatin1Char('\n') + text.headline + QLatin1Char('\n') + text.detail;
    if (std::exchange(m_saidStanding, said) != said)
        m_parts.window->welcome()->setText(text);
}

void Workspace::joinTree()
{
    connect(m_treeModel, &ClusterTreeModel::contextOpened, this, [this](const QString &context) {
        m_parts.window->setCurrentContext(context);
        m_parts.clusters->open(context);
        updateActions();
    });
    connect(m_treeModel, &ClusterTreeModel::resourceActivated, this, [this](const QString &context, const kube::ResourceInfo &resource) {
        openTable(context, resource, scopeFor(context, resource));
    });
    connect(m_treeModel, &ClusterTreeModel::instrumentActivated, this, [this](const QString &context, Instrument instrument) { m_instruments.open(context, instrument); });
    connect(m_parts.window->welcome(), &EmptyState::actionTriggered, this, [this] {
        if (auto *cluster = m_parts.clusters->ports(currentContext()).cluster)
            cluster->retryNow();
        else
            askForKubeconfig();
    });
    joinCounts();
}

kube::NamespaceScope Workspace::scopeFor(const QString &context, const kube::ResourceInfo &resource) const
{
    if (!resource.namespaced || m_parts.line.allNamespaces)
        return {};
    if (m_parts.line.namespaceName)
        return {{m_parts.line.namespaceName->toStdString()}};
    // A tab that is open says what the person looks at now; before that the context's own namespace, as for kubectl,
    // and without one the whole cluster.
    for (Page *page : m_parts.window->tabs()->pages()) {
        auto *table = qobject_cast<ResourcePage *>(page);
        if (table && table == m_parts.window->tabs()->currentPage() && table->contextName() == context && table->resource().namespaced)
            return table->state().scope;
    }
    for (const kube::ContextInfo &info : m_parts.clusters->contexts()) {
        if (info.name == context && !info.namespaceName.isEmpty())
            return {{info.namespaceName.toStdString()}};
    }
    return {};
}

void Workspace::onHealth(const QString &context, const kube::Health &health)
{
    const bool isBack = health.state == kube::HealthState::Live && m_treeModel->health(context).state != kube::HealthState::Live;
    m_treeModel->setHealth(context, health);
    showStanding(context, health);
    offerConnect();
    if (isBack)
        countWhatIsSeen(Counts::NotLive);
    if (context == currentContext())
        m_parts.window->status()->setHealth(context, health);
    if (health.state == kube::HealthState::Live) {
        m_askedForCredentials.remove(context);
        return;
    }
    if (!health.reason || m_askedForCredentials.contains(context))
        return;
    // Asked once; the Cluster menu asks again.
    if (health.reason->code == kube::error_code::PassphraseRequired || health.reason->code == kube::error_code::PassphraseWrong) {
        m_askedForCredentials.insert(context);
        askForPassphrase(context);
    }
}

void Workspace::onCatalog(const QString &context, const kube::CatalogPtr &catalog)
{
    m_treeModel->setCatalog(context, catalog);
    countWhatIsSeen(Counts::Lacking); // kinds may have come
    if (context != m_wantedContext)
        return;
    const QString kind = m_wantedKind.isEmpty() ? QStringLiteral("pods") : m_wantedKind;
    const kube::ResourceInfo *resource = findResource(*catalog, kind);
    m_wantedContext.clear();
    if (!resource) {
        const QStringList similar = similarResources(*catalog, kind);
        const QString unknown = tr("The server has no resource \"%1\"").arg(kind);
        const QString hint = similar.isEmpty() ? tr("Choose a kind in the tree.") : tr("Did you mean %1?").arg(similar.join(QStringLiteral(", ")));
        m_parts.window->welcome()->setText({IconName::Warning, unknown, {}, hint, {}});
        Q_EMIT cannotStart(similar.isEmpty() ? unknown : unknown + QStringLiteral(". ") + hint);
        return;
    }
    ResourcePage *page = openTable(context, *resource, scopeFor(context, *resource));
    m_treeView->reveal(m_treeModel->resourceIndex(context, resource->gvr.groupResource()));
    page->focusContent();
    if (!m_wantedName.isEmpty()) {
        const QString space = resource->namespaced ? m_parts.clusters->namespaceOf(context) : QString();
        selectObject(context, *resource, {space.toStdString(), m_wantedName.toStdString()});
    }
}

bool Workspace::openInstrument(Instrument instrument)
{
    return m_instruments.open(currentContext(), instrument);
}

ResourcePage *Workspace::openTable(const QString &context, const kube::ResourceInfo &asked, const kube::NamespaceScope &scope)
{
    const kube::ResourceInfo resource = inChosenVersion(m_parts.window->store(), asked);
    for (Page *page : m_parts.window->tabs()->pages()) {
        auto *table = qobject_cast<ResourcePage *>(page);
        const bool whole = table && table->state().selectors == TableSource::Selectors();
        if (whole && table->contextName() == context && table->resource().gvr.groupResource() == resource.gvr.groupResource()) {
            m_parts.window->tabs()->showPage(table);
            return table;
        }
    }
    const kube::ClusterPorts ports = m_parts.clusters->open(context);
    ResourcePage::State state;
    state.scope = scope;
    if (resource.gvr.resource == "events") {
        state.sortColumn = QStringLiteral("last-seen"); // the newest first
        state.sortOrder = Qt::AscendingOrder;
    }
    auto *page = new ResourcePage(resource, {ports, m_parts.gui, m_parts.background, nullptr, {}}, context, state);
    joinPage(page);
    m_parts.window->tabs()->addPage(page);
    m_parts.window->tabs()->showPage(page);
    Q_EMIT tableOpened(page);
    return page;
}

void Workspace::joinPage(ResourcePage *page)
{
    const QString context = page->contextName();
    connect(page, &ResourcePage::objectSelected, this,
            [this, page, context](const kube::ResourceInfo &resource, const std::optional<kube::ObjectKey> &key) {
                if (page == currentTable())
                    onSelection(context, resource, key);
            });
    connect(page, &Page::selectionChanged, this, [this, page] {
        if (page != currentTable())
            return;
        sayWhere();
        updateActions();
    });
    connect(page, &ResourcePage::activated, this, [this, context](const kube::ResourceInfo &resource, const kube::ObjectKey &key) {
        onActivated(context, resource, key);
    });
    // The row may be the selected one already.
    connect(page, &ResourcePage::clicked, this, [this, page] {
        if (page == currentTable() && m_selectedKey)
            m_parts.window->showDetails(true);
    });
    connect(page, &ResourcePage::versionChosen, this, [this](const kube::ResourceInfo &resource) { keepChosenVersion(m_parts.window->store(), resource); });
    countAlong(page);
    connect(page, &ResourcePage::namespacesWanted, this, [this, page, context] { offerNamespaces(page, context); });
    page->setDensity(m_parts.window->density());
    connect(m_parts.window, &MainWindow::densityChosen, page, &ResourcePage::setDensity);
    connect(page, &Page::locationChanged, this, &Workspace::updateActions);
    connect(page, &ResourcePage::contextMenuRequested, this, &Workspace::showObjectMenu);
}

ResourcePage *Workspace::currentTable() const
{
    return qobject_cast<ResourcePage *>(m_parts.window->tabs()->currentPage());
}

QString Workspace::currentContext() const
{
    const Page *page = m_parts.window->tabs()->currentPage();
    return page && !page->contextName().isEmpty() ? page->contextName() : m_parts.window->currentContext();
}

} // namespace orrery
