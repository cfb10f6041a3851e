// SPDX-License-Identifier: Apache-2.0
#include "app/composition/rollout_verbs.h"

#include "app/composition/clusters.h"
#include "core/rollout/workload_kind.h"
#include "ui/base/error_text.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/views/rollouts/change_notice.h"
#include "ui/views/rollouts/image_dialog.h"
#include "ui/views/rollouts/restart_dialog.h"
#include "ui/views/rollouts/rollout_page.h"
#include "ui/views/rollouts/workload_change.h"
#include "ui/widgets/toast.h"

namespace orrery {

namespace {

std::optional<kube::WorkloadKind> kindOf(const Selection &selection)
{
    return selection.resource ? kube::workloadKindOf(selection.resource->gvr.group, selection.resource->kind) : std::nullopt;
}

/// Nothing while the object is not known, and of many: each says so when it is its turn.
std::optional<bool> pausedOf(const Selection &selection)
{
    std::optional<bool> paused;
    if (selection.object && selection.keys.size() == 1)
        selection.object->read([&paused](kube::JsonValue root) { paused = root["spec"]["paused"].boolean(); });
    return paused;
}

kube::WallTime wallNow()
{
    return std::chrono::system_clock::now();
}

} // namespace

RolloutVerbs::RolloutVerbs(VerbHost &host) : VerbGroup(host)
{
    Actions &actions = host.window.actions();
    actions.setHandler(ActionId::RestartRollout, [this] { restart(); });
    actions.setHandler(ActionId::PauseRollout, [this] { setPaused(Paused::Yes); });
    actions.setHandler(ActionId::ResumeRollout, [this] { setPaused(Paused::No); });
    actions.setHandler(ActionId::SetImage, [this] { setImage(); });
    actions.setHandler(ActionId::RolloutHistory, [this] { static_cast<void>(openHistory()); });
    actions.setHandler(ActionId::UndoRollout, [this] {
        if (RolloutPage *page = openHistory())
            page->undo(0);
    });
}

void RolloutVerbs::offer(const Selection &selection)
{
    const auto kind = kindOf(selection);
    Actions &actions = host().window.actions();
    for (const ActionId id : {ActionId::RestartRollout, ActionId::PauseRollout, ActionId::ResumeRollout, ActionId::RolloutHistory, ActionId::UndoRollout, ActionId::SetImage})
        actions.setApplies(id, kind.has_value());
    if (!kind)
        return;
    const QString no = host().whyNotOne(selection);
    const QString noneOf = host().whyNotAny(selection);
    const auto paused = pausedOf(selection);
    const QString name = selection.keys.empty() ? QString() : QString::fromStdString(selection.keys.front().name);
    const QString isPaused = kind == kube::WorkloadKind::Deployment && paused == true ? tr("%1 is paused: resume it first").arg(name) : QString();
    const QString onlyDeployments = kind == kube::WorkloadKind::Deployment ? QString() : tr("Only Deployments can be paused");
    const auto first = [](std::initializer_list<QString> reasons) {
        const auto found = std::find_if(reasons.begin(), reasons.end(), [](const QString &reason) { return !reason.isEmpty(); });
        return found == reasons.end() ? QString() : *found;
    };
    offerIf(ActionId::RestartRollout, first({noneOf, isPaused}), selection, "patch");
    offerIf(ActionId::PauseRollout, first({noneOf, onlyDeployments, paused == true ? tr("%1 is paused already").arg(name) : QString()}), selection, "patch");
    offerIf(ActionId::ResumeRollout, first({noneOf, onlyDeployments, paused == false ? tr("%1 is not paused").arg(name) : QString()}), selection, "patch");
    offerIf(ActionId::UndoRollout, first({no, isPaused}), selection, "patch");
    offerIf(ActionId::SetImage, no, selection, "patch");
    // Reading needs no more than that, in a window that may not write as well.
    QString noHistory = selection.whyNone;
    if (noHistory.isEmpty() && selection.keys.size() > 1)
        noHistory = no;
    const kube::CatalogPtr catalog = host().clusters.catalog(selection.context);
    const kube::ResourceInfo *keepers = catalog ? catalog->find({"apps", kind == kube::WorkloadKind::Deployment ? "replicasets" : "controllerrevisions"}) : nullptr;
    offerIf(ActionId::RolloutHistory, noHistory, selection, "list", {}, keepers ? std::optional(*keepers) : std::nullopt);
}

WorkloadPorts RolloutVerbs::portsOf(const Selection &selection) const
{
    const kube::ClusterPorts ports = host().clusters.ports(selection.context);
    return {ports.objects, ports.changes, ports.scale, host().gui};
}

void RolloutVerbs::restart()
{
    const Selection chosen = host().selection();
    const WorkloadPorts ports = portsOf(chosen);
    if (!ports.changes || chosen.keys.empty() || !kindOf(chosen))
        return;
    if (chosen.keys.size() > 1) {
        changeMany(chosen, WorkloadListDialog::Verb::Restart);
        return;
    }
    auto *dialog = new RestartDialog(ports, *chosen.resource, chosen.keys.front(), chosen.object, wallNow, &host().window);
    QObject::connect(dialog, &RestartDialog::restarted, &host().window,
                     [this, chosen](const QString &name, qint64 generation) { follow(chosen, tr("%1 restarted").arg(name), generation); });
    dialog->open();
}

void RolloutVerbs::setPaused(Paused paused)
{
    const Selection chosen = host().selection();
    const WorkloadPorts ports = portsOf(chosen);
    if (!ports.changes || chosen.keys.empty() || !kindOf(chosen))
        return;
    if (chosen.keys.size() > 1) {
        changeMany(chosen, paused == Paused::Yes ? WorkloadListDialog::Verb::Pause : WorkloadListDialog::Verb::Resume);
        return;
    }
    const QString name = QString::fromStdString(chosen.keys.front().name);
    changeWorkload(*ports.changes, owner(), chosen.resource->gvr, chosen.keys.front(), paused == Paused::Yes ? kube::pausePatch : kube::resumePatch,
                   [this, chosen, name, paused](const WorkloadChange &change) {
                       Toast *toast = host().window.toast();
                       if (change.error && !change.wasSent && !change.error->status) {
                           toast->say(Tone::Pending, tr("%1 %2").arg(name, change.error->message)); // "web is already paused"
                       } else if (change.error) {
                           const ErrorText text = describe(*change.error);
                           toast->say(Tone::Failing, tr("%1: %2").arg(name, (text.headline + QLatin1Char('\n') + text.detail).trimmed()));
                       } else if (paused == Paused::Yes) {
                           toast->say(Tone::Ready, tr("%1 paused: changes of its Pod template wait until it is resumed").arg(name));
                       } else {
                           follow(chosen, tr("%1 resumed").arg(name), generationOf(change.object));
                       }
                   });
}

void RolloutVerbs::changeMany(const Selection &chosen, WorkloadListDialog::Verb verb)
{
    auto *dialog = new WorkloadListDialog(portsOf(chosen), *chosen.resource, chosen.keys, verb, wallNow, &host().window);
    dialog->show(); // beside the window: it is followed for as long as it takes
    dialog->activateWindow();
}

void RolloutVerbs::setImage()
{
    const Selection chosen = host().selection();
    const WorkloadPorts ports = portsOf(chosen);
    if (!ports.changes || chosen.keys.empty() || !kindOf(chosen))
        return;
    auto *dialog = new ImageDialog(ports, *chosen.resource, chosen.keys.front(), &host().window);
    QObject::connect(dialog, &ImageDialog::imagesSet, &host().window, [this, chosen](const QString &name, const QStringList &images, qint64 generation) {
        follow(chosen, tr("%1 set to %2").arg(name, images.join(QStringLiteral(", "))), generation);
    });
    dialog->open();
}

RolloutPage *RolloutVerbs::openHistory()
{
    const Selection chosen = host().selection();
    const WorkloadPorts ports = portsOf(chosen);
    if (!ports.changes || chosen.keys.empty() || !kindOf(chosen))
        return nullptr;
    PageTabs *tabs = host().window.tabs();
    for (Page *page : tabs->pages()) {
        auto *open = qobject_cast<RolloutPage *>(page);
        if (open && open->contextName() == chosen.context && open->resource().gvr == chosen.resource->gvr && open->key() == chosen.keys.front()) {
            tabs->showPage(page);
            page->focusContent();
            return open;
        }
    }
    auto *page = new RolloutPage(chosen.context, ports, *chosen.resource, chosen.keys.front(), wallNow);
    if (host().readOnly) {
        page->setWhyNoUndo(host().whyNotAny(chosen));
    } else if (kube::ClusterPort *cluster = host().clusters.ports(chosen.context).cluster) {
        kube::then(cluster->mayI("patch", *chosen.resource, {}, chosen.keys.front().namespaceName), owner(),
                   [page = QPointer(page), what = chosen.resource->gvr.toString()](const kube::Result<bool> &may) {
                       if (page && may && !*may)
                           page->setWhyNoUndo(VerbHost::tr("You may not %1 %2 here").arg(QStringLiteral("patch"), QString::fromStdString(what)));
                   });
    }
    QObject::connect(page, &RolloutPage::undone, &host().window, [this, chosen](const QString &name, qint64 revision, qint64 generation) {
        follow(chosen, tr("%1 is back at revision %2").arg(name).arg(revision), generation);
    });
    host().showPage(page);
    return page;
}

void RolloutVerbs::follow(const Selection &target, const QString &what, qint64 generation)
{
    Toast *toast = host().window.toast();
    toast->say(Tone::Ready, what);
    auto *notice = new ChangeNotice(portsOf(target), *target.resource, target.keys.front(), {WorkloadFollower::Purpose::Rollout, what, generation, 0}, wallNow, &host().window);
    QObject::connect(notice, &ChangeNotice::told, toast, [toast](Tone tone, const QString &text) { toast->say(tone, text); });
}

} // namespace orrery
