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
    if (!arePods)
        return;
    QString noEviction = host().whyNotAny(selection);
    if (noEviction.isEmpty() && !selection.resource->has("eviction"))
        noEviction = tr("The server does not evict Pods");
    offerIf(ActionId::EvictPod, noEviction, selection, "create", "eviction");
}

void RemovalVerbs::remove(kube::RemovalMeans means)
{
    const Selection &chosen = host().selection();
    if (chosen.resource && !chosen.keys.empty())
        openRemoval(host(), chosen.context, means, *chosen.resource, chosen.keys, {}, {});
}

void openRemoval(const VerbHost &host, const QString &context, kube::RemovalMeans means, const kube::ResourceInfo &resource, const std::vector<kube::ObjectKey> &keys,
                 const std::string &uid, const QString &why)
{
    const kube::ClusterPorts ports = host.clusters.ports(context);
    if (!ports.removal)
        return;
    RemovalDialog::Parts parts;
    parts.port = ports.removal;
    parts.gui = host.gui;
    parts.now = [] { return std::chrono::system_clock::now(); };
    parts.context = context;
    parts.uid = uid;
    parts.why = why;
    if (host.clusters.isProtected(context)) {
        parts.confirmation = context;
        parts.confirmed = unlocking(ports, context);
    }
    MainWindow *window = &host.window;
    auto *dialog = new RemovalDialog(std::move(parts), means, resource, keys, window);
    QObject::connect(dialog, &RemovalDialog::allGone, window, [window](const QString &what) {
        window->toast()->say(Tone::Ready, RemovalVerbs::tr("Gone: %1").arg(what));
    });
    dialog->show(); // the window can be used while it waits
}

} // namespace orrery
