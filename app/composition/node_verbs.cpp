// SPDX-License-Identifier: Apache-2.0
#include "app/composition/node_verbs.h"

#include "app/composition/clusters.h"
#include "app/composition/write_all.h"
#include "ui/base/tone.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/views/verbs/drain_dialog.h"
#include "ui/widgets/toast.h"

namespace orrery {

NodeVerbs::NodeVerbs(VerbHost &host) : VerbGroup(host)
{
    Actions &actions = host.window.actions();
    actions.setHandler(ActionId::Cordon, [this] { setSchedulable(kube::Schedulable::No); });
    actions.setHandler(ActionId::Uncordon, [this] { setSchedulable(kube::Schedulable::Yes); });
    actions.setHandler(ActionId::Drain, [this] { drain(); });
}

void NodeVerbs::offer(const Selection &selection)
{
    const bool areNodes = selection.isOf("", "nodes");
    for (const ActionId id : {ActionId::Cordon, ActionId::Uncordon, ActionId::Drain})
        host().window.actions().setApplies(id, areNodes);
    if (!areNodes)
        return;
    QString noCordon = host().whyNotAny(selection);
    QString noUncordon = noCordon;
    if (noCordon.isEmpty() && selection.keys.size() == 1 && selection.object) {
        bool isCordoned = false;
        selection.object->read([&](kube::JsonValue node) { isCordoned = node["spec"]["unschedulable"].boolean(); });
        (isCordoned ? noCordon : noUncordon) = isCordoned ? tr("The Node is cordoned") : tr("The Node is not cordoned");
    }
    offerIf(ActionId::Cordon, noCordon, selection, "patch");
    offerIf(ActionId::Uncordon, noUncordon, selection, "patch");
    const kube::CatalogPtr catalog = host().clusters.catalog(selection.context);
    const kube::ResourceInfo *pods = catalog ? catalog->find({"", "pods"}) : nullptr;
    QString noDrain = host().whyNotOne(selection);
    if (noDrain.isEmpty() && pods && !pods->has("eviction"))
        noDrain = tr("The server does not evict Pods");
    offerIf(ActionId::Drain, noDrain, selection, "create", "eviction", pods ? std::optional(*pods) : std::nullopt);
}

void NodeVerbs::setSchedulable(kube::Schedulable schedulable)
{
    const Selection &chosen = host().selection();
    const kube::ClusterPorts ports = host().clusters.ports(chosen.context);
    if (!ports.changes || chosen.keys.empty())
        return;
    const bool isCordon = schedulable == kube::Schedulable::No;
    patchAll(*ports.changes, owner(), *chosen.resource, chosen.keys, kube::cordonPatch(schedulable), *host().window.toast(),
             [isCordon](const QString &what) { return isCordon ? tr("%1 cordoned").arg(what) : tr("%1 uncordoned").arg(what); });
}

void NodeVerbs::drain()
{
    const Selection &chosen = host().selection();
    const kube::ClusterPorts ports = host().clusters.ports(chosen.context);
    if (!ports.removal || chosen.keys.empty())
        return;
    DrainDialog::Parts parts;
    parts.port = ports.removal;
    parts.gui = host().gui;
    parts.now = [] { return std::chrono::system_clock::now(); };
    parts.context = chosen.context;
    if (host().clusters.isProtected(chosen.context)) {
        parts.confirmation = chosen.context;
        parts.confirmed = unlocking(ports, chosen.context);
    }
    MainWindow *window = &host().window;
    auto *dialog = new DrainDialog(std::move(parts), chosen.keys.front().name, window);
    QObject::connect(dialog, &DrainDialog::drained, window, [window](const QString &node) { window->toast()->say(Tone::Ready, tr("Node %1 is drained and stays cordoned").arg(node)); });
    dialog->show(); // the window can be used while it waits
}

} // namespace orrery
