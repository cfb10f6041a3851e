// SPDX-License-Identifier: Apache-2.0
#include "app/composition/verb_group.h"

#include "app/composition/clusters.h"
#include "app/composition/cron_job_verbs.h"
#include "app/composition/draft_verbs.h"
#include "app/composition/edit_verbs.h"
#include "app/composition/entry_verbs.h"
#include "app/composition/manifest_verbs.h"
#include "app/composition/new_verbs.h"
#include "app/composition/node_verbs.h"
#include "app/composition/removal_verbs.h"
#include "app/composition/revert_verbs.h"
#include "app/composition/rollout_verbs.h"
#include "app/composition/scale_verbs.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/widgets/page.h"

namespace orrery {

QString VerbHost::whyNotAny(const Selection &chosen) const
{
    if (!chosen.whyNone.isEmpty())
        return chosen.whyNone;
    return readOnly ? tr("Orrery is read-only") : QString();
}

QString VerbHost::whyNotOne(const Selection &chosen) const
{
    const QString why = whyNotAny(chosen);
    if (!why.isEmpty() || chosen.keys.size() < 2)
        return why;
    return tr("Choose one object: %1 are selected").arg(chosen.keys.size());
}

void VerbHost::showPage(Page *page) const
{
    window.tabs()->addPage(page);
    window.tabs()->showPage(page);
    page->focusContent();
}

void VerbGroup::offerIf(ActionId id, const QString &why, const Selection &selection, const std::string &verb, const std::string &subresource,
                        const std::optional<kube::ResourceInfo> &of)
{
    m_host.window.actions().setUnavailable(id, why);
    const kube::ClusterPorts ports = m_host.clusters.ports(selection.context);
    const std::optional<kube::ResourceInfo> resource = of ? of : selection.resource;
    // What this identity may do is asked only where there is something to do.
    if (!why.isEmpty() || !ports.cluster || !resource || selection.keys.empty())
        return;
    kube::then(ports.cluster->mayI(verb, *resource, subresource, selection.keys.front().namespaceName), m_owner,
               [this, id, verb, subresource, gvr = resource->gvr, context = selection.context, keys = selection.keys](const kube::Result<bool> &may) {
                   const Selection &now = m_host.selection();
                   if (!may || *may || context != now.context || keys != now.keys)
                       return;
                   const std::string what = gvr.toString() + (subresource.empty() ? subresource : '/' + subresource);
                   m_host.window.actions().setUnavailable(id, VerbHost::tr("You may not %1 %2 here")
                                                                  .arg(QString::fromStdString(verb), QString::fromStdString(what)));
               });
}

std::vector<std::unique_ptr<VerbGroup>> makeVerbGroups(VerbHost &host)
{
    std::vector<std::unique_ptr<VerbGroup>> groups;
    auto edit = std::make_unique<EditVerbs>(host);
    auto news = std::make_unique<NewVerbs>(host);
    groups.push_back(std::make_unique<DraftVerbs>(host, *edit, *news));
    groups.push_back(std::move(edit));
    groups.push_back(std::make_unique<RolloutVerbs>(host));
    groups.push_back(std::make_unique<ScaleVerbs>(host));
    groups.push_back(std::make_unique<EntryVerbs>(host));
    groups.push_back(std::make_unique<NodeVerbs>(host));
    groups.push_back(std::make_unique<CronJobVerbs>(host));
    groups.push_back(std::make_unique<RemovalVerbs>(host));
    groups.push_back(std::move(news));
    groups.push_back(std::make_unique<RevertVerbs>(host));
    groups.push_back(std::make_unique<ManifestVerbs>(host));
    return groups;
}

} // namespace orrery
