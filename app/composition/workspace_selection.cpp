// SPDX-License-Identifier: Apache-2.0
#include "app/composition/workspace.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/frame/status_face.h"
#include "ui/base/table_roles.h"
#include "ui/models/cluster_tree_model.h"
#include "ui/models/resource_table_model.h"
#include "ui/views/clusters/cluster_tree_view.h"
#include "ui/views/details/details_panel.h"
#include "ui/views/logs/log_page.h"
#include "ui/views/resources/resource_page.h"
#include "ui/views/rollouts/rollout_page.h"
#include "ui/widgets/table_view.h"

namespace orrery {

void Workspace::onPage(Page *page)
{
    if (page)
        m_parts.window->setCurrentContext(page->contextName());
    const QString context = currentContext();
    if (!context.isEmpty())
        m_parts.window->status()->setHealth(context, m_parts.clusters->health(context));
    if (!page && !context.isEmpty())
        showStanding(context, m_parts.clusters->health(context));
    if (const auto *table = qobject_cast<ResourcePage *>(page)) {
        followInTree(context, table->resource().gvr.groupResource());
        select(context, table->resource(), table->selectedObject());
    } else if (const auto *log = qobject_cast<LogPage *>(page)) {
        const kube::CatalogPtr catalog = m_parts.clusters->catalog(context);
        const kube::ResourceInfo *pods = catalog ? catalog->find({"", "pods"}) : nullptr;
        select(context, pods ? std::optional(*pods) : std::nullopt, pods ? std::optional(log->pod()) : std::nullopt);
    } else if (const auto *rollouts = qobject_cast<RolloutPage *>(page)) {
        select(context, rollouts->resource(), rollouts->key());
    } else {
        if (const auto instrument = page ? instrumentOf(page->location()) : std::nullopt)
            m_treeView->follow(m_treeModel->instrumentIndex(context, *instrument));
        select(context, {}, {});
    }
    // Details of nothing would take columns from a table that has no row chosen.
    if (!m_selectedKey)
        m_hidesDetails |= m_details->isVisibleTo(m_parts.window);
    if (!m_selectedKey || std::exchange(m_hidesDetails, false))
        m_parts.window->showDetails(m_selectedKey.has_value());
}

// Leases stand in the tree twice: as a kind, and as the instrument that is a table of it.
void Workspace::followInTree(const QString &context, const kube::GroupResource &resource)
{
    const QModelIndex kind = m_treeModel->resourceIndex(context, resource);
    const QModelIndex instrument = resource == kube::GroupResource{"coordination.k8s.io", "leases"} ? m_treeModel->instrumentIndex(context, Instrument::Leases) : QModelIndex();
    const bool isInstrument = m_treeView->isOpenTo(instrument) && (m_treeView->currentIndex() == instrument || !m_treeView->isOpenTo(kind));
    m_treeView->follow(isInstrument ? instrument : kind);
}

void Workspace::select(const QString &context, const std::optional<kube::ResourceInfo> &resource, const std::optional<kube::ObjectKey> &key)
{
    m_selectedContext = context;
    m_selectedResource = resource;
    m_selectedKey = key;
    m_isDeleted = false;
    const ResourcePage *table = currentTable();
    if (key)
        m_details->show(m_parts.clusters->ports(context), *resource, *key,
                        table && !table->holdsObjects() ? DetailsPanel::Asking::AfterRest : DetailsPanel::Asking::AtOnce);
    else
        m_details->clear();
    sayWhere();
    updateActions();
}

QString Workspace::whyNoObject() const
{
    if (!m_selectedKey)
        return tr("Choose an object first");
    return m_isDeleted ? tr("%1 has been deleted").arg(QString::fromStdString(m_selectedKey->name)) : m_details->whyGone();
}

void Workspace::sayWhere()
{
    const auto &contexts = m_parts.clusters->contexts();
    const auto open = std::count_if(contexts.begin(), contexts.end(), [this](const kube::ContextInfo &info) { return m_parts.clusters->isOpen(info.name); });
    const ResourcePage *table = currentTable();
    const bool isOfTable = table && m_selectedKey && table->selectedObject() == m_selectedKey;
    m_details->setWhereabouts(open > 1 ? m_selectedContext : QString(), isOfTable ? table->whyHidden() : QString());
}

void Workspace::onSelection(const QString &context, const kube::ResourceInfo &resource, const std::optional<kube::ObjectKey> &key)
{
    if (key) {
        select(context, resource, key);
        m_hidesDetails = false;
        m_parts.window->showDetails(true);
        return;
    }
    // That it has been deleted goes on to be told, but nothing acts on it. What is made again under its name the details
    // may show before the table says that the old one has gone.
    const ResourcePage *table = currentTable();
    const auto *model = table ? qobject_cast<const ResourceTableModel *>(table->table()->model()) : nullptr;
    const auto slot = model && m_selectedKey ? model->slotOf(*m_selectedKey) : std::nullopt;
    const kube::ObjectPtr shown = m_details->object();
    m_isDeleted = !slot || !shown || shown->key() != *m_selectedKey || shown->uid() != model->rowIn(*slot)->uid();
    updateActions();
}

void Workspace::selectObject(const QString &context, const kube::ResourceInfo &resource, const kube::ObjectKey &key)
{
    ResourcePage *page = openTable(context, resource, scopeFor(context, resource));
    // A tab that was open looks where the person looked before: at other namespaces, through a filter.
    const std::vector<std::string> looksAt = page->state().scope.names;
    if (resource.namespaced && !looksAt.empty() && std::find(looksAt.begin(), looksAt.end(), key.namespaceName) == looksAt.end())
        page->setScope({{key.namespaceName}});
    const auto *model = qobject_cast<const ResourceTableModel *>(page->table()->model());
    if (model && model->rowOf(key) < 0)
        page->setFilter({});
    page->reveal(key);
    onSelection(context, resource, key);
    m_parts.window->showDetails(true);
}

void Workspace::onActivated(const QString &context, const kube::ResourceInfo &resource, const kube::ObjectKey &key)
{
    onSelection(context, resource, key);
    // From an event one goes to what it is about; its own details are one key away.
    if (resource.gvr.resource == "events" && goToInvolvedObject(context))
        return;
    m_parts.window->showDetails(true);
    m_details->setFocus(Qt::OtherFocusReason);
}

QString Workspace::selectedUid() const
{
    if (const kube::ObjectPtr object = m_details->object())
        return QString::fromUtf8(object->uid().data(), static_cast<qsizetype>(object->uid().size()));
    // The details may still be coming: the row knows it too.
    const ResourcePage *page = currentTable();
    const auto *model = page ? qobject_cast<const ResourceTableModel *>(page->table()->model()) : nullptr;
    const int row = model && m_selectedKey ? model->rowOf(*m_selectedKey) : -1;
    return row < 0 ? QString() : model->index(row, 0).data(IdentityRole).toString();
}

} // namespace orrery
