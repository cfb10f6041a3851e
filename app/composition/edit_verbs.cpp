// SPDX-License-Identifier: Apache-2.0
#include "app/composition/edit_verbs.h"

#include "app/composition/chosen_versions.h"
#include "app/composition/clusters.h"
#include "app/composition/edit_parts.h"
#include "ui/base/tone.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/widgets/toast.h"

#include <QPointer>

namespace orrery {

EditVerbs::EditVerbs(VerbHost &host) : VerbGroup(host), m_habits(std::make_shared<EditHabits>()), m_documents(std::make_shared<KeptDocuments>())
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

bool EditVerbs::showOpen(const Selection &chosen, kube::EditPart part) const
{
    PageTabs *tabs = host().window.tabs();
    for (Page *page : tabs->pages()) {
        const auto *open = qobject_cast<EditTab *>(page);
        if (!open || open->contextName() != chosen.context || open->target().resource.gvr.groupResource() != chosen.resource->gvr.groupResource() || open->target().key != chosen.keys.front() || open->target().part != part)
            continue;
        tabs->showPage(page);
        page->focusContent();
        return true;
    }
    return false;
}

void EditVerbs::edit()
{
    const Selection chosen = host().selection();
    if (chosen.resource)
        open(chosen, editedPart(*chosen.resource));
}

void EditVerbs::open(const Selection &chosen, kube::EditPart part)
{
    const kube::ClusterPorts ports = host().clusters.ports(chosen.context);
    if (!ports.edit || chosen.keys.empty() || showOpen(chosen, part))
        return;
    EditTab::Parts parts = editParts(host(), chosen.context, *chosen.resource);
    kube::GroupVersionResource drafted = chosen.resource->gvr;
    if (part == kube::EditPart::Status)
        drafted.resource += "/status";
    parts.drafts = editDrafts(host(), chosen.context, drafted, chosen.keys.front());
    parts.habits = m_habits;
    parts.documents = m_documents;
    auto *tab = new EditTab({chosen.context, *chosen.resource, chosen.keys.front(), part}, std::move(parts));
    Toast *toast = host().window.toast();
    // Whoever looks at the tab reads it there.
    QObject::connect(tab, &EditTab::saved, toast, [toast, tab, tabs = host().window.tabs()](const QString &name) {
        if (tabs->currentPage() != tab)
            toast->say(Tone::Ready, tr("%1 saved").arg(name));
    });
    QObject::connect(tab, &EditTab::draftNotKept, toast, [toast](const QString &why) { toast->say(Tone::Pending, tr("No draft is kept: %1").arg(why)); });
    // When its menu has closed: the tab goes, and another comes.
    QObject::connect(tab, &EditTab::versionWanted, tab, [this, tab](const QString &version) {
        Selection again;
        again.context = tab->contextName();
        again.resource = tab->target().resource.in(version.toStdString());
        again.keys = {tab->target().key};
        const bool isOfStatus = tab->target().part == kube::EditPart::Status && again.resource->has("status");
        const kube::EditPart edited = isOfStatus ? kube::EditPart::Status : editedPart(*again.resource);
        host().window.tabs()->closePage(tab);
        keepChosenVersion(host().window.store(), *again.resource);
        open(again, edited);
    }, Qt::QueuedConnection);
    if (part == kube::EditPart::Object && chosen.resource->custom && chosen.resource->has("status"))
        offerStatus(tab);
    host().showPage(tab);
}

void EditVerbs::offerStatus(EditTab *tab)
{
    const kube::ClusterPorts ports = host().clusters.ports(tab->contextName());
    if (!ports.cluster)
        return;
    QObject::connect(tab, &EditTab::statusWanted, tab, [this, tab] {
        Selection same;
        same.context = tab->contextName();
        same.resource = tab->target().resource;
        same.keys = {tab->target().key};
        open(same, kube::EditPart::Status);
    });
    kube::then(ports.cluster->mayI("patch", tab->target().resource, "status", tab->target().key.namespaceName), owner(), [tab = QPointer(tab)](const kube::Result<bool> &may) {
        if (!tab || !may)
            return;
        const QString what = QString::fromStdString(tab->target().resource.gvr.toString()) + QStringLiteral("/status");
        tab->offerStatus(*may ? QString() : VerbHost::tr("You may not %1 %2 here").arg(QStringLiteral("patch"), what));
    });
}

} // namespace orrery
