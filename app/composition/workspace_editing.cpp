// SPDX-License-Identifier: Apache-2.0
#include "app/composition/kept_drafts.h"
#include "app/composition/resource_lookup.h"
#include "app/composition/workspace.h"
#include "ui/base/tone.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/views/editing/edit_tab.h"
#include "ui/views/editing/scale_dialog.h"
#include "ui/widgets/toast.h"

#include <QPlainTextEdit>

namespace orrery {

namespace {

bool isSecretKind(const kube::ResourceInfo &resource)
{
    return resource.gvr.group.empty() && resource.gvr.resource == "secrets";
}

} // namespace

void Workspace::offerChanges(const QString &whyNoObject, int rows)
{
    QString no = whyNoObject;
    if (no.isEmpty() && m_parts.line.readOnly)
        no = tr("Orrery is read-only");
    else if (rows > 1)
        no = tr("Choose one object: %1 are selected").arg(rows);
    QString noScale = no;
    if (no.isEmpty() && !m_selectedResource->has("scale"))
        noScale = tr("%1 has no scale").arg(QString::fromStdString(m_selectedResource->kind));
    QString noEdit = no;
    if (no.isEmpty() && !m_selectedResource->can("patch"))
        noEdit = tr("%1 cannot be changed").arg(QString::fromStdString(m_selectedResource->kind));
    m_parts.window->actions().setUnavailable(ActionId::Scale, noScale);
    m_parts.window->actions().setUnavailable(ActionId::EditObject, noEdit);
    // What this identity may do is asked only where there is something to do.
    if (noScale.isEmpty())
        askForRight(ActionId::Scale, "update", "scale");
    if (noEdit.isEmpty())
        askForRight(ActionId::EditObject, "patch", {});
}

void Workspace::askForRight(ActionId id, const char *verb, const char *subresource)
{
    const kube::ClusterPorts ports = m_parts.clusters->ports(m_selectedContext);
    if (!ports.cluster)
        return;
    const std::string sub = subresource ? subresource : "";
    kube::then(ports.cluster->mayI(verb, *m_selectedResource, sub, m_selectedKey->namespaceName), m_owner,
               [this, id, verb, sub, context = m_selectedContext, key = m_selectedKey, resource = m_selectedResource](const kube::Result<bool> &may) {
                   if (!may || *may || context != m_selectedContext || key != m_selectedKey || resource->gvr != m_selectedResource->gvr)
                       return;
                   const std::string what = resource->gvr.toString() + (sub.empty() ? sub : '/' + sub);
                   m_parts.window->actions().setUnavailable(id, tr("You may not %1 %2 here").arg(QLatin1String(verb), QString::fromStdString(what)));
               });
}

void Workspace::openScale()
{
    const kube::ClusterPorts ports = m_parts.clusters->ports(m_selectedContext);
    if (!ports.scale || !m_selectedKey || !m_selectedResource)
        return;
    auto *dialog = new ScaleDialog(*ports.scale, m_parts.gui, *m_selectedResource, *m_selectedKey, m_parts.window);
    connect(dialog, &ScaleDialog::scaled, this, [this](const QString &name, qint64 from, qint64 to) {
        m_parts.window->toast()->say(Tone::Ready, tr("%1 scaled from %L2 to %L3").arg(name).arg(from).arg(to));
    });
    dialog->open();
}

void Workspace::openEditor()
{
    const kube::ClusterPorts ports = m_parts.clusters->ports(m_selectedContext);
    if (!ports.edit || !m_selectedKey || !m_selectedResource)
        return;
    PageTabs *tabs = m_parts.window->tabs();
    for (Page *page : tabs->pages()) {
        const auto *open = qobject_cast<EditTab *>(page);
        if (open && open->contextName() == m_selectedContext && open->target().resource.gvr == m_selectedResource->gvr && open->target().key == *m_selectedKey) {
            tabs->showPage(page);
            page->focusContent();
            return;
        }
    }
    EditTab::Parts parts;
    parts.port = ports.edit;
    parts.findResource = [this, context = m_selectedContext](const std::string &kind) -> std::optional<kube::ResourceInfo> {
        const kube::CatalogPtr catalog = m_parts.clusters->catalog(context);
        const kube::ResourceInfo *found = catalog ? findResource(*catalog, QString::fromStdString(kind)) : nullptr;
        return found ? std::optional(*found) : std::nullopt;
    };
    if (m_parts.drafts && !isSecretKind(*m_selectedResource)) {
        const kube::ContextInfo *info = m_parts.clusters->contextNamed(m_selectedContext);
        parts.drafts = std::make_unique<KeptDrafts>(
            m_parts.drafts, kube::DraftKey{info ? info->server.toStdString() : std::string(), m_selectedResource->gvr, *m_selectedKey, {}}, m_parts.background);
    }
    parts.gui = m_parts.gui;
    parts.background = m_parts.background;
    parts.now = [] { return std::chrono::system_clock::now(); };
    auto *tab = new EditTab({m_selectedContext, *m_selectedResource, *m_selectedKey}, std::move(parts));
    connect(tab, &EditTab::saved, this, [this](const QString &name) { m_parts.window->toast()->say(Tone::Ready, tr("%1 saved").arg(name)); });
    connect(tab, &EditTab::draftNotKept, this, [this](const QString &why) { m_parts.window->toast()->say(Tone::Pending, tr("No draft is kept: %1").arg(why)); });
    tabs->addPage(tab);
    tabs->showPage(tab);
    tab->focusContent();
}

} // namespace orrery
