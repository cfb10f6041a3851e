// SPDX-License-Identifier: Apache-2.0
#include "app/composition/revert_verbs.h"

#include "app/composition/clusters.h"
#include "app/composition/edit_parts.h"
#include "ui/base/format.h"
#include "ui/base/tone.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/views/editing/object_text.h"
#include "ui/widgets/toast.h"

namespace orrery {

RevertVerbs::RevertVerbs(VerbHost &host) : VerbGroup(host)
{
    host.window.actions().setHandler(ActionId::RevertWrite, [this] { revert(); });
}

QString RevertVerbs::whyNot(const kube::RememberedWritePtr &write, const QString &name)
{
    if (!write)
        return tr("Orrery has not changed %1 since it was started").arg(name);
    return write->before.empty() ? tr("%1 was created by the last write: delete it to take that back").arg(name) : QString();
}

void RevertVerbs::offer(const Selection &selection)
{
    // Whether there is a write to revert changes with every write: that is asked when it is wanted.
    offerIf(ActionId::RevertWrite, host().whyNotOne(selection), selection, "patch");
}

void RevertVerbs::revert()
{
    const Selection chosen = host().selection();
    const kube::ClusterPorts ports = host().clusters.ports(chosen.context);
    if (!ports.revert || chosen.keys.empty() || !chosen.resource)
        return;
    kube::then(ports.revert->lastWrite(*chosen.resource, chosen.keys.front()), owner(), [this, chosen](const kube::Result<kube::RememberedWritePtr> &write) {
        if (!write)
            return;
        const QString why = whyNot(*write, QString::fromStdString(chosen.keys.front().name));
        if (why.isEmpty())
            open(chosen, **write);
        else
            host().window.toast()->say(Tone::Pending, why);
    });
}

void RevertVerbs::open(const Selection &chosen, const kube::RememberedWrite &write)
{
    PageTabs *tabs = host().window.tabs();
    for (Page *page : tabs->pages()) {
        auto *tab = qobject_cast<EditTab *>(page);
        if (!tab || tab->contextName() != chosen.context || tab->target().resource.gvr.groupResource() != write.resource || tab->target().key != write.key)
            continue;
        if (tab->isChanged()) {
            tabs->showPage(tab);
            host().window.toast()->say(Tone::Pending, tr("%1 is being edited: save or discard that first").arg(QString::fromStdString(write.key.name)));
            return;
        }
        tabs->closePage(tab);
        break;
    }
    EditTab::Parts parts = editParts(host(), chosen.context, *chosen.resource);
    // No draft: this text is made anew whenever it is asked for.
    parts.proposal = EditTab::Proposal{write.after, editorText(kube::revertedObject(write)), tr("As it was before the write at %1. What others have changed since stays.").arg(clockTime(write.time)), true};
    auto *tab = new EditTab({chosen.context, *chosen.resource, write.key, write.part}, std::move(parts));
    Toast *toast = host().window.toast();
    QObject::connect(tab, &EditTab::saved, toast, [toast](const QString &name) { toast->say(Tone::Ready, tr("%1 reverted").arg(name)); });
    host().showPage(tab);
}

} // namespace orrery
