// SPDX-License-Identifier: Apache-2.0
#include "app/composition/edit_verbs.h"

#include "app/composition/clusters.h"
#include "app/composition/kept_drafts.h"
#include "app/composition/resource_lookup.h"
#include "ui/base/tone.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/views/editing/edit_tab.h"
#include "ui/widgets/toast.h"

namespace orrery {

EditVerbs::EditVerbs(VerbHost &host) : VerbGroup(host), m_habits(std::make_shared<EditHabits>())
{
    host.window.actions().setHandler(ActionId::EditObject, [this] { edit(); });
}

void EditVerbs::offer(const Selection &selection)
{
    QString no = host().whyNotOne(selection);
    if (no.isEmpty() && !selection.resource->can("patch"))
        no = tr("%1 cannot be changed").arg(QString::fromStdString(selection.resource->kind));
    offerIf(ActionId::EditObject, no, selection, "patch");
}

bool EditVerbs::showOpen(const Selection &chosen) const
{
    PageTabs *tabs = host().window.tabs();
    for (Page *page : tabs->pages()) {
        const auto *open = qobject_cast<EditTab *>(page);
        if (!open || open->contextName() != chosen.context || open->target().resource.gvr != chosen.resource->gvr || open->target().key != chosen.keys.front())
            continue;
        tabs->showPage(page);
        page->focusContent();
        return true;
    }
    return false;
}

void EditVerbs::edit()
{
    const Selection &chosen = host().selection();
    const kube::ClusterPorts ports = host().clusters.ports(chosen.context);
    if (!ports.edit || chosen.keys.empty() || showOpen(chosen))
        return;
    EditTab::Parts parts;
    parts.port = ports.edit;
    parts.findResource = [&clusters = host().clusters, context = chosen.context](const std::string &kind) -> std::optional<kube::ResourceInfo> {
        const kube::CatalogPtr catalog = clusters.catalog(context);
        const kube::ResourceInfo *found = catalog ? findResource(*catalog, QString::fromStdString(kind)) : nullptr;
        return found ? std::optional(*found) : std::nullopt;
    };
    if (host().drafts && !chosen.isOf("", "secrets")) {
        const kube::ContextInfo *info = host().clusters.contextNamed(chosen.context);
        parts.drafts = std::make_unique<KeptDrafts>(
            host().drafts, kube::DraftKey{info ? info->server.toStdString() : std::string(), chosen.resource->gvr, chosen.keys.front(), {}}, host().background);
    }
    parts.gui = host().gui;
    parts.background = host().background;
    parts.now = [] { return std::chrono::system_clock::now(); };
    parts.habits = m_habits;
    auto *tab = new EditTab({chosen.context, *chosen.resource, chosen.keys.front()}, std::move(parts));
    Toast *toast = host().window.toast();
    QObject::connect(tab, &EditTab::saved, toast, [toast](const QString &name) { toast->say(Tone::Ready, tr("%1 saved").arg(name)); });
    QObject::connect(tab, &EditTab::draftNotKept, toast, [toast](const QString &why) { toast->say(Tone::Pending, tr("No draft is kept: %1").arg(why)); });
    host().showPage(tab);
}

} // namespace orrery
