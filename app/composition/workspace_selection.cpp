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
        m_treeView->follow(m_treeModel->resourceIndex(context, table->resource().gvr.groupResource()));
        select(context, table->resource(), table->selectedObject());
    } else if (const auto *log = qobject_cast<LogPage *>(page)) {
        const kube::CatalogPtr catalog = m_parts.clusters->catalog(context);
        const kube::ResourceInfo *pods = catalog ? catalog->find({"", "pods"}) : nullptr;
        select(context, pods ? std::optional(*pods) : std::nullopt, pods ? std::optional(log->pod()) : std::nullopt);
    } else {
        select(context, {}, {});
        m_parts.window->showDetails(false); // there is no row to choose
    }
}

void Workspace::select(const QString &context, const std::optional<kube::ResourceInfo> &resource, const std::optional<kube::ObjectKey> &key)
{
    m_selectedContext = context;
    m_selectedResource = resource;
    m_selectedKey = key;
    if (key)
        m_details->show(m_parts.clusters->ports(context), *resource, *key);
    else
        m_details->clear();
    updateActions();
}

void Workspace::onSelection(const QString &context, const kube::ResourceInfo &resource, const std::optional<kube::ObjectKey> &key)
{
    if (key) {
        select(context, resource, key);
        m_parts.window->showDetails(true);
        return;
    }
    // A filter may hide the row: what the details show goes on to be what the menu acts on. What has been deleted goes
    // on to be told, but nothing acts on it.
    if (!m_details->isVisibleTo(m_parts.window) || !m_details->object())
        m_selectedKey.reset();
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
