// SPDX-License-Identifier: Apache-2.0
#include "app/composition/removal_verbs.h"

#include "app/composition/clusters.h"
#include "app/composition/write_all.h"
#include "ui/base/tone.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/views/verbs/removal_dialog.h"
#include "ui/widgets/toast.h"

namespace orrery {

RemovalVerbs::RemovalVerbs(VerbHost &host) : VerbGroup(host)
{
    host.window.actions().setHandler(ActionId::DeleteObject, [this] { remove(kube::RemovalMeans::Delete); });
    host.window.actions().setHandler(ActionId::EvictPod, [this] { remove(kube::RemovalMeans::Evict); });
}

void RemovalVerbs::offer(const Selection &selection)
{
    QString no = host().whyNotAny(selection);
    if (no.isEmpty() && !selection.resource->can("delete"))
        no = tr("%1 cannot be deleted").arg(QString::fromStdString(selection.resource->kind));
    offerIf(ActionId::DeleteObject, no, selection, "delete");
    const bool arePods = selection.isOf("", "pods");
    host().window.actions().setApplies(ActionId::EvictPod, arePods);
    if (arePods)
        offerIf(ActionId::EvictPod, host().whyNotAny(selection), selection, "create", "eviction");
}

void RemovalVerbs::remove(kube::RemovalMeans means)
{
    const Selection &chosen = host().selection();
    const kube::ClusterPorts ports = host().clusters.ports(chosen.context);
    if (!ports.removal || !chosen.resource || chosen.keys.empty())
        return;
    RemovalDialog::Parts parts;
    parts.port = ports.removal;
    parts.gui = host().gui;
    parts.now = [] { return std::chrono::system_clock::now(); };
    parts.context = chosen.context;
    if (host().clusters.isProtected(chosen.context)) {
        parts.confirmation = chosen.context;
        parts.confirmed = unlocking(ports, chosen.context);
    }
    MainWindow *window = &host().window;
    auto *dialog = new RemovalDialog(std::move(parts), means, *chosen.resource, chosen.keys, window);
    QObject::connect(dialog, &RemovalDialog::allGone, window, [window](const QString &what) {
        window->toast()->say(Tone::Ready, tr("Gone: %1").arg(what));
    });
    dialog->show(); // the window can be used while it waits
}

} // namespace orrery
