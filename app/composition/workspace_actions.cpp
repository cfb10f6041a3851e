// SPDX-License-Identifier: Apache-2.0
#include "app/composition/resource_lookup.h"
#include "app/composition/workspace.h"
#include "ui/base/error_text.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/models/object_overview.h"
#include "ui/views/clusters/cluster_tree_view.h"
#include "ui/views/details/details_panel.h"
#include "ui/views/events/object_events.h"
#include "ui/views/logs/log_page.h"
#include "ui/views/resources/resource_page.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTabWidget>

namespace orrery {

void Workspace::joinDetails()
{
    connect(m_details, &DetailsPanel::closeRequested, this, [this] {
        m_parts.window->showDetails(false);
        if (Page *page = m_parts.window->tabs()->currentPage())
            page->focusContent();
    });
    connect(m_details, &DetailsPanel::ownerActivated, this, [this](const QString &apiVersion, const QString &kind, const QString &space, const QString &name) {
        const QString context = m_selectedContext;
        const kube::CatalogPtr catalog = m_parts.clusters->catalog(context);
        const kube::ResourceInfo *resource = catalog ? findKind(*catalog, apiVersion, kind) : nullptr;
        if (!resource) {
            m_parts.window->toast()->say(Tone::Pending, tr("The server does not serve %1 %2.").arg(apiVersion, kind));
            return;
        }
        selectObject(context, *resource, {resource->namespaced ? space.toStdString() : std::string(), name.toStdString()});
    });
    connect(m_details, &DetailsPanel::logsRequested, this, &Workspace::showLogs);
    m_details->addTab(m_objectEvents, tr("Events"));
    connect(m_details, &DetailsPanel::objectShown, this, [this](const kube::ResourceInfo &, const kube::ObjectKey &key, const QString &uid) {
        const kube::CatalogPtr catalog = m_parts.clusters->catalog(m_selectedContext);
        const kube::ResourceInfo *events = catalog ? catalog->find({"", "events"}) : nullptr;
        if (events)
            m_objectEvents->show(m_parts.clusters->ports(m_selectedContext), *events, key.namespaceName, uid);
    });
    connect(m_details, &DetailsPanel::cleared, m_objectEvents, &ObjectEvents::clear);
    // What a pod's log page offers depends on its containers, which come with the object.
    connect(m_details, &DetailsPanel::objectShown, this, [this](const kube::ResourceInfo &, const kube::ObjectKey &key) {
        if (key == m_selectedKey)
            m_isDeleted = false; // made again under its name
        updateActions();
    });
    connect(m_details, &DetailsPanel::objectChanged, this, &Workspace::updateActions); // paused, for one
    connect(m_details, &DetailsPanel::gone, this, &Workspace::updateActions);
    connect(m_details, &DetailsPanel::gone, m_objectEvents, &ObjectEvents::clear);
    connect(m_parts.clusters, &Clusters::opened, this, &Workspace::sayWhere);
}

void Workspace::joinActions()
{
    Actions &actions = m_parts.window->actions();
    const auto tab = [this](int index) {
        m_parts.window->showDetails(true);
        m_details->tabs()->setCurrentIndex(index);
        m_details->tabs()->currentWidget()->setFocus(Qt::ShortcutFocusReason);
    };
    actions.setHandler(ActionId::ShowOverview, [tab] { tab(0); });
    actions.setHandler(ActionId::ShowYaml, [tab] { tab(1); });
    actions.setHandler(ActionId::ShowLogs, [this] {
        if (m_selectedKey)
            showLogs(*m_selectedKey, {});
    });
    actions.setHandler(ActionId::ShowEvents, [this] {
        if (m_selectedKey)
            openEvents(m_selectedContext, m_selectedKey, selectedUid());
    });
    actions.setHandler(ActionId::ClusterEvents, [this] { openEvents(currentContext(), std::nullopt, {}); });
    actions.setHandler(ActionId::OpenKubeconfig, [this] { askForKubeconfig(); });
    actions.setHandler(ActionId::Connect, [this] { m_treeView->openContext(chosenContext()); });
    connect(m_treeView->selectionModel(), &QItemSelectionModel::currentChanged, this, &Workspace::offerConnect);
    const auto retry = [this](const QString &context) {
        if (auto *cluster = m_parts.clusters->ports(context).cluster)
            cluster->retryNow();
        countWhatIsSeen(Counts::NotLive);
    };
    actions.setHandler(ActionId::RetryNow, [this, retry] { retry(menuContext()); });
    actions.setHandler(ActionId::Refresh, [this, retry] { retry(currentContext()); }); // of what is looked at
    actions.setHandler(ActionId::EnterToken, [this] { askForToken(menuContext()); });
    actions.setHandler(ActionId::EnterPassphrase, [this] { askForPassphrase(menuContext()); });
    actions.setHandler(ActionId::CopyName, [this] {
        QStringList names;
        if (const ResourcePage *page = currentTable(); page && page->selectedRows() > 1) {
            for (const kube::ObjectKey &key : page->selectedObjects())
                names << QString::fromStdString(key.name);
        } else if (m_selectedKey) {
            names << QString::fromStdString(m_selectedKey->name);
        }
        QGuiApplication::clipboard()->setText(names.join(QLatin1Char('\n')));
    });
    actions.setHandler(ActionId::CopyYaml, [this] { m_details->copyYaml(); });
    actions.action(ActionId::WarningsOnly)->setCheckable(true);
    // One key for the search of whatever has the focus.
    actions.setHandler(ActionId::FocusFilter, [this] {
        Page *page = m_parts.window->tabs()->currentPage();
        if (m_details->isAncestorOf(QApplication::focusWidget()))
            m_details->focusFilter();
        else if (page)
            page->focusFilter();
    });
    actions.setHandler(ActionId::ChooseNamespaces, [this] {
        if (ResourcePage *page = currentTable())
            page->chooseNamespaces();
    });
    actions.setHandler(ActionId::Copy, [this] {
        // A text that is selected is copied before rows that are.
        QWidget *focus = QApplication::focusWidget();
        if (auto *label = qobject_cast<QLabel *>(focus); label && label->hasSelectedText())
            QGuiApplication::clipboard()->setText(label->selectedText());
        else if (auto *text = qobject_cast<QPlainTextEdit *>(focus))
            text->copy();
        else if (ResourcePage *page = currentTable())
            page->table()->copySelection();
    });
    actions.setHandler(ActionId::SelectAll, [this] {
        if (auto *text = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget()))
            text->selectAll();
        else if (ResourcePage *page = currentTable())
            page->table()->selectAll();
    });
    actions.setHandler(ActionId::WarningsOnly, [this] {
        if (ResourcePage *page = currentTable())
            page->setWarningsOnly(!page->warningsOnly());
        updateActions();
    });
    actions.setHandler(ActionId::AllNamespaces, [this] {
        if (ResourcePage *page = currentTable())
            page->setScope({});
    });
    updateActions();
}

void Workspace::updateActions()
{
    Actions &actions = m_parts.window->actions();
    const ResourcePage *table = currentTable();
    const int rows = table ? table->selectedRows() : 0;
    const QString object = whyNoObject();
    for (const ActionId id : {ActionId::ShowOverview, ActionId::ShowYaml, ActionId::ShowEvents})
        actions.setUnavailable(id, object);
    actions.setUnavailable(ActionId::CopyName, rows > 1 ? QString() : object);
    actions.setUnavailable(ActionId::CopyYaml, object.isEmpty() && !m_details->object() ? tr("%1 is not there yet").arg(QString::fromStdString(m_selectedKey->name)) : object);
    const bool pod = m_selectedResource && m_selectedResource->gvr.group.empty() && m_selectedResource->gvr.resource == "pods";
    actions.setUnavailable(ActionId::ShowLogs, !object.isEmpty() ? object : pod ? QString() : tr("Only Pods have logs"));
    actions.setUnavailable(ActionId::ChooseNamespaces, !table ? tr("No table is open")
                               : table->resource().namespaced ? QString() : tr("%1 are in no namespace").arg(table->title()));
    actions.setUnavailable(ActionId::AllNamespaces, actions.action(ActionId::ChooseNamespaces)->isEnabled() ? QString() : tr("There are no namespaces to choose"));
    for (const ActionId id : {ActionId::Copy, ActionId::SelectAll})
        actions.setUnavailable(id, table ? QString() : tr("No table is open"));
    actions.setUnavailable(ActionId::WarningsOnly, table && table->offersWarnings() ? QString() : tr("Only events can be warnings"));
    actions.action(ActionId::WarningsOnly)->setChecked(table && table->warningsOnly());
    actions.setUnavailable(ActionId::ClusterEvents, m_parts.clusters->isOpen(currentContext()) ? QString() : tr("No cluster is open"));
    m_instruments.offer();
    offerConnect();
    offerVerbs(object);
}

void Workspace::offerVerbs(const QString &whyNoObject)
{
    m_selection = {m_selectedContext, m_selectedResource, {}, {}, whyNoObject};
    if (m_selectedKey) {
        m_selection.keys.push_back(*m_selectedKey);
        if (const kube::ObjectPtr object = m_details->object(); object && object->key() == m_selectedKey)
            m_selection.object = object;
    }
    if (const ResourcePage *table = currentTable(); table && table->selectedRows() > 1) {
        for (const kube::ObjectKey &key : table->selectedObjects()) {
            if (key != m_selectedKey)
                m_selection.keys.push_back(key);
        }
        m_selection.whyNone.clear(); // the current one may have gone: the others have not
    }
    for (const auto &verbs : m_verbs)
        verbs->offer(m_selection);
}

void Workspace::showLogs(const kube::ObjectKey &pod, const QString &container)
{
    const kube::ClusterPorts ports = m_parts.clusters->ports(m_selectedContext);
    if (!ports.logs)
        return;
    QStringList containers;
    if (const kube::ObjectPtr object = m_details->object(); object && object->key() == pod)
        containers = ObjectOverview::of(*object).logContainers();
    const QString first = container.isEmpty() ? containers.value(0) : container;
    auto *page = new LogPage(m_selectedContext, *ports.logs, m_parts.gui, pod, containers, first);
    m_parts.window->tabs()->addPage(page);
    m_parts.window->tabs()->showPage(page);
    page->focusContent();
}

void Workspace::offerNamespaces(ResourcePage *page, const QString &context)
{
    const kube::ClusterPorts ports = m_parts.clusters->ports(context);
    if (!ports.cluster)
        return;
    kube::then(ports.cluster->namespaces(), m_owner, [page = QPointer(page)](const kube::Result<std::vector<std::string>> &names) {
        if (!page)
            return;
        QStringList list;
        for (const std::string &name : names.value_or(std::vector<std::string>()))
            list.append(QString::fromStdString(name));
        page->setNamespaces(list, names ? QString() : names.error().message + QLatin1Char('\n') + tr("Type a namespace's name."));
    });
}

void Workspace::showObjectMenu(const QPoint &globalPosition)
{
    // The same actions as in the menu bar: nothing is to be found here alone.
    auto *menu = new QMenu(m_parts.window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true); // why an entry is grey
    Actions &actions = m_parts.window->actions();
    for (const ActionId id : {ActionId::ShowOverview, ActionId::ShowYaml, ActionId::ShowLogs, ActionId::ShowEvents})
        menu->addAction(actions.action(id));
    // Their letters are the Edit menu's, and taken here.
    for (const ActionId id : {ActionId::CopyName, ActionId::CopyYaml, ActionId::Copy}) {
        QAction *same = actions.action(id);
        const QString keys = same->shortcut().toString(QKeySequence::NativeText);
        const QString text = QString(same->text()).remove(QLatin1Char('&')) + (keys.isEmpty() ? QString() : QLatin1Char('\t') + keys);
        QAction *entry = menu->addAction(same->icon(), text, same, &QAction::trigger);
        entry->setVisible(same->isVisible());
        entry->setEnabled(same->isEnabled());
        entry->setToolTip(same->toolTip());
    }
    m_parts.window->addVerbs(menu);
    menu->popup(globalPosition);
}

} // namespace orrery
