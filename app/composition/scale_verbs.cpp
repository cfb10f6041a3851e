// SPDX-License-Identifier: Apache-2.0
#include "app/composition/scale_verbs.h"

#include "app/composition/clusters.h"
#include "ui/base/tone.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/views/editing/scale_dialog.h"
#include "ui/widgets/toast.h"

namespace orrery {

ScaleVerbs::ScaleVerbs(VerbHost &host) : VerbGroup(host)
{
    host.window.actions().setHandler(ActionId::Scale, [this] { scale(); });
}

void ScaleVerbs::offer(const Selection &selection)
{
    QString no = host().whyNotOne(selection);
    if (no.isEmpty() && !selection.resource->has("scale"))
        no = tr("%1 has no scale").arg(QString::fromStdString(selection.resource->kind));
    offerIf(ActionId::Scale, no, selection, "update", "scale");
}

void ScaleVerbs::scale()
{
    const Selection &chosen = host().selection();
    const kube::ClusterPorts ports = host().clusters.ports(chosen.context);
    if (!ports.scale || chosen.keys.empty())
        return;
    MainWindow *window = &host().window;
    auto *dialog = new ScaleDialog(*ports.scale, host().gui, *chosen.resource, chosen.keys.front(), window);
    QObject::connect(dialog, &ScaleDialog::scaled, window, [window](const QString &name, qint64 from, qint64 to) {
        window->toast()->say(Tone::Ready, tr("%1 scaled from %L2 to %L3").arg(name).arg(from).arg(to));
    });
    dialog->open();
}

} // namespace orrery
