// SPDX-License-Identifier: Apache-2.0
#include "app/composition/scale_verbs.h"

#include "app/composition/clusters.h"
#include "ui/base/tone.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/views/editing/scale_dialog.h"
#include "ui/views/rollouts/change_notice.h"
#include "ui/views/rollouts/scale_list_dialog.h"
#include "ui/widgets/toast.h"

namespace orrery {

ScaleVerbs::ScaleVerbs(VerbHost &host) : VerbGroup(host)
{
    host.window.actions().setHandler(ActionId::Scale, [this] { scale(); });
}

void ScaleVerbs::offer(const Selection &selection)
{
    QString no = host().whyNotAny(selection);
    if (no.isEmpty() && !selection.resource->has("scale"))
        no = tr("%1 has no scale").arg(QString::fromStdString(selection.resource->kind));
    offerIf(ActionId::Scale, no, selection, "update", "scale");
}

void ScaleVerbs::scale()
{
    const Selection chosen = host().selection();
    const kube::ClusterPorts ports = host().clusters.ports(chosen.context);
    if (!ports.scale || !ports.changes || chosen.keys.empty())
        return;
    if (chosen.keys.size() > 1)
        scaleMany(chosen);
    else
        scaleOne(chosen);
}

std::optional<kube::GroupVersionResource> ScaleVerbs::autoscalersOf(const Selection &chosen) const
{
    const kube::CatalogPtr catalog = host().clusters.catalog(chosen.context);
    const kube::ResourceInfo *found = catalog ? catalog->find({"autoscaling", "horizontalpodautoscalers"}) : nullptr;
    return found ? std::optional(found->gvr) : std::nullopt;
}

void ScaleVerbs::scaleMany(const Selection &chosen)
{
    const kube::ClusterPorts ports = host().clusters.ports(chosen.context);
    auto *dialog = new ScaleListDialog({ports.objects, ports.changes, ports.scale, host().gui}, *chosen.resource, chosen.keys, autoscalersOf(chosen),
                                       [] { return std::chrono::system_clock::now(); }, &host().window);
    dialog->show(); // beside the window: it is followed for as long as it takes
    dialog->activateWindow();
}

void ScaleVerbs::scaleOne(const Selection &chosen)
{
    const kube::ClusterPorts ports = host().clusters.ports(chosen.context);
    MainWindow *window = &host().window;
    const kube::ObjectKey key = chosen.keys.front();
    auto *dialog = new ScaleDialog(*ports.scale, host().gui, *chosen.resource, key, window);
    auto *owners = new ReplicasOwnersReader(*ports.changes, host().gui, chosen.resource->gvr, autoscalersOf(chosen), dialog);
    QObject::connect(owners, &ReplicasOwnersReader::found, dialog,
                     [dialog](const kube::ObjectKey &, const ReplicasOwners &found) { dialog->sayOwners(found.tone, found.sentences); });
    owners->read(key);
    QObject::connect(dialog, &ScaleDialog::scaled, window, [window, ports, resource = *chosen.resource, key, gui = host().gui](const QString &name, qint64 from, qint64 to) {
        const QString what = tr("%1 scaled from %L2 to %L3").arg(name).arg(from).arg(to);
        window->toast()->say(Tone::Ready, what);
        auto *notice = new ChangeNotice({ports.objects, ports.changes, ports.scale, gui}, resource, key, {WorkloadFollower::Purpose::Scale, what, 0, to},
                                        [] { return std::chrono::system_clock::now(); }, window);
        QObject::connect(notice, &ChangeNotice::told, window->toast(), [window](Tone tone, const QString &text) { window->toast()->say(tone, text); });
    });
    dialog->open();
}

} // namespace orrery
