// SPDX-License-Identifier: Apache-2.0
// Between objects and the events about them.
#include "app/composition/resource_lookup.h"
#include "app/composition/workspace.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/views/details/details_panel.h"
#include "ui/views/resources/resource_page.h"

namespace orrery {

void Workspace::openEvents(const QString &context, const std::optional<kube::ObjectKey> &about, const QString &uid)
{
    const kube::CatalogPtr catalog = m_parts.clusters->catalog(context);
    const kube::ResourceInfo *events = catalog ? catalog->find({"", "events"}) : nullptr;
    if (!events)
        return;
    if (!about || uid.isEmpty()) {
        ResourcePage *page = openTable(context, *events, {});
        page->setScope({}); // of the cluster, wherever its tab looked
        page->focusContent();
        return;
    }
    const kube::ClusterPorts ports = m_parts.clusters->ports(context);
    kube::NamespaceScope scope;
    if (!about->namespaceName.empty())
        scope.names = {about->namespaceName};
    ResourcePage::State state;
    state.scope = scope;
    state.sortColumn = QStringLiteral("last-seen");
    state.about = QString::fromStdString(about->name);
    state.selectors.fields = "involvedObject.uid=" + uid.toStdString();
    for (Page *open : m_parts.window->tabs()->pages()) {
        auto *table = qobject_cast<ResourcePage *>(open);
        if (table && table->contextName() == context && table->resource().gvr == events->gvr && table->state().selectors == state.selectors) {
            m_parts.window->tabs()->showPage(table);
            table->focusContent();
            return;
        }
    }
    auto *page = new ResourcePage(*events, {ports, m_parts.gui, m_parts.background, nullptr, {}}, context, state);
    joinPage(page);
    m_parts.window->tabs()->addPage(page);
    m_parts.window->tabs()->showPage(page);
    page->focusContent();
}

bool Workspace::goToInvolvedObject(const QString &context)
{
    const kube::ObjectPtr event = m_details->object();
    const kube::CatalogPtr catalog = m_parts.clusters->catalog(context);
    if (!event || !catalog || !m_selectedKey || event->key() != *m_selectedKey)
        return false;
    QString apiVersion;
    QString kind;
    kube::ObjectKey key;
    event->read([&](kube::JsonValue root) {
        const kube::JsonValue about = root["involvedObject"].exists() ? root["involvedObject"] : root["regarding"];
        apiVersion = QString::fromStdString(std::string(about["apiVersion"].string()));
        kind = QString::fromStdString(std::string(about["kind"].string()));
        key = {std::string(about["namespace"].string()), std::string(about["name"].string())};
    });
    const kube::ResourceInfo *resource = findKind(*catalog, apiVersion, kind);
    if (!resource)
        return false;
    if (!resource->namespaced)
        key.namespaceName.clear();
    selectObject(context, *resource, key);
    return true;
}

} // namespace orrery
