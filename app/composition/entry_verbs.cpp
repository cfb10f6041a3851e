// SPDX-License-Identifier: Apache-2.0
#include "app/composition/entry_verbs.h"

#include "app/composition/clusters.h"
#include "ui/base/tone.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/views/verbs/entries_dialog.h"
#include "ui/views/verbs/entries_kind.h"
#include "ui/widgets/toast.h"

namespace orrery {

EntryVerbs::EntryVerbs(VerbHost &host) : VerbGroup(host)
{
    Actions &actions = host.window.actions();
    actions.setHandler(ActionId::EditLabels, [this] { edit(labelEntries()); });
    actions.setHandler(ActionId::EditAnnotations, [this] { edit(annotationEntries()); });
    actions.setHandler(ActionId::EditTaints, [this] { edit(taintEntries()); });
}

void EntryVerbs::offer(const Selection &selection)
{
    QString no = host().whyNotAny(selection);
    if (no.isEmpty() && !(selection.resource->can("patch") && selection.resource->can("get")))
        no = tr("%1 cannot be changed").arg(QString::fromStdString(selection.resource->kind));
    offerIf(ActionId::EditLabels, no, selection, "patch");
    offerIf(ActionId::EditAnnotations, no, selection, "patch");
    const bool areNodes = selection.isOf("", "nodes");
    host().window.actions().setApplies(ActionId::EditTaints, areNodes);
    if (areNodes)
        offerIf(ActionId::EditTaints, no, selection, "patch");
}

void EntryVerbs::edit(std::unique_ptr<EntriesKind> kind)
{
    const Selection &chosen = host().selection();
    const kube::ClusterPorts ports = host().clusters.ports(chosen.context);
    if (!ports.changes || !chosen.resource || chosen.keys.empty())
        return;
    MainWindow *window = &host().window;
    auto *dialog = new EntriesDialog(*ports.changes, host().gui, chosen.context, std::move(kind), *chosen.resource, chosen.keys, window);
    QObject::connect(dialog, &EntriesDialog::applied, window, [window](const QString &what) { window->toast()->say(Tone::Ready, tr("%1 changed").arg(what)); });
    dialog->open();
}

} // namespace orrery
