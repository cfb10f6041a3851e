// SPDX-License-Identifier: Apache-2.0
#include "app/composition/cron_job_verbs.h"

#include "app/composition/clusters.h"
#include "app/composition/write_all.h"
#include "core/object/json.h"
#include "ui/base/tone.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/widgets/toast.h"

#include <QRandomGenerator>

namespace orrery {

namespace {

/// Five letters and figures, as the server's own: no vowels, so that they spell nothing.
std::string jobSuffix()
{
    static constexpr std::string_view letters = "bcdfghjklmnpqrstvwxz2456789";
    std::string suffix;
    for (int i = 0; i < 5; ++i)
        suffix += letters[QRandomGenerator::global()->bounded(static_cast<quint32>(letters.size()))];
    return suffix;
}

kube::Result<QByteArray> jobFrom(const kube::ObjectReply &cronJob, const std::string &name)
{
    const auto document = kube::JsonDocument::parse({cronJob.json.constData(), static_cast<std::size_t>(cronJob.json.size())});
    if (!document)
        return kube::fail(document.error());
    return kube::jobOf(document->root(), name);
}

} // namespace

CronJobVerbs::CronJobVerbs(VerbHost &host) : VerbGroup(host)
{
    Actions &actions = host.window.actions();
    actions.setHandler(ActionId::SuspendCronJob, [this] { setSuspended(kube::Suspended::Yes); });
    actions.setHandler(ActionId::ResumeCronJob, [this] { setSuspended(kube::Suspended::No); });
    actions.setHandler(ActionId::TriggerCronJob, [this] { trigger(); });
}

void CronJobVerbs::offer(const Selection &selection)
{
    const bool areCronJobs = selection.isOf("batch", "cronjobs");
    for (const ActionId id : {ActionId::SuspendCronJob, ActionId::ResumeCronJob, ActionId::TriggerCronJob})
        host().window.actions().setApplies(id, areCronJobs);
    if (!areCronJobs)
        return;
    QString noSuspend = host().whyNotAny(selection);
    QString noResume = noSuspend;
    if (noSuspend.isEmpty() && selection.keys.size() == 1 && selection.object) {
        bool isSuspended = false;
        selection.object->read([&](kube::JsonValue cronJob) { isSuspended = cronJob["spec"]["suspend"].boolean(); });
        (isSuspended ? noSuspend : noResume) = isSuspended ? tr("The CronJob is suspended") : tr("The CronJob is not suspended");
    }
    offerIf(ActionId::SuspendCronJob, noSuspend, selection, "patch");
    offerIf(ActionId::ResumeCronJob, noResume, selection, "patch");
    const kube::CatalogPtr catalog = host().clusters.catalog(selection.context);
    const kube::ResourceInfo *jobs = catalog ? catalog->find({"batch", "jobs"}) : nullptr;
    offerIf(ActionId::TriggerCronJob, host().whyNotOne(selection), selection, "create", {}, jobs ? std::optional(*jobs) : std::nullopt);
}

void CronJobVerbs::setSuspended(kube::Suspended suspended)
{
    const Selection &chosen = host().selection();
    const kube::ClusterPorts ports = host().clusters.ports(chosen.context);
    if (!ports.changes || chosen.keys.empty())
        return;
    const bool isSuspend = suspended == kube::Suspended::Yes;
    patchAll(*ports.changes, owner(), *chosen.resource, chosen.keys, kube::suspendPatch(suspended), *host().window.toast(),
             [isSuspend](const QString &what) { return isSuspend ? tr("%1 suspended").arg(what) : tr("%1 resumed").arg(what); });
}

void CronJobVerbs::trigger()
{
    const Selection &chosen = host().selection();
    const kube::ClusterPorts ports = host().clusters.ports(chosen.context);
    const kube::CatalogPtr catalog = host().clusters.catalog(chosen.context);
    const kube::ResourceInfo *jobs = catalog ? catalog->find({"batch", "jobs"}) : nullptr;
    if (!ports.changes || !jobs || chosen.keys.empty())
        return;
    const kube::ObjectKey key = chosen.keys.front();
    const std::string name = kube::manualJobName(key.name, jobSuffix());
    Toast *toast = host().window.toast();
    const auto sayFailed = [toast, key](const kube::Error &error) {
        toast->say(Tone::Failing, tr("%1 not started: %2").arg(QString::fromStdString(key.name), error.message));
    };
    kube::then(ports.changes->get(chosen.resource->gvr, key), owner(),
               [this, changes = ports.changes, jobs = jobs->gvr, key, name, toast, sayFailed](const kube::Result<kube::ObjectReply> &cronJob) {
                   const auto job = cronJob ? jobFrom(*cronJob, name) : kube::Result<QByteArray>(kube::fail(cronJob.error()));
                   if (!job) {
                       sayFailed(job.error());
                       return;
                   }
                   kube::WriteOptions options;
                   options.fieldManager = kube::ownFieldManager;
                   kube::then(changes->create(jobs, {key.namespaceName, {}}, *job, options), owner(), [name, toast, sayFailed](const kube::Result<kube::ObjectReply> &made) {
                       if (made)
                           toast->say(Tone::Ready, tr("Job %1 started").arg(QString::fromStdString(name)));
                       else
                           sayFailed(made.error());
                   });
               });
}

} // namespace orrery
