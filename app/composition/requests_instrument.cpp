// SPDX-License-Identifier: Apache-2.0
#include "app/composition/requests_instrument.h"

#include "app/composition/clusters.h"
#include "app/composition/verb_group.h"
#include "ui/models/instrument.h"
#include "ui/views/requests/requests_page.h"

#include <QUrl>

namespace orrery {

Page *makeRequestsPage(VerbHost &host, const QString &context)
{
    const kube::ClusterPorts ports = host.clusters.ports(context);
    if (!ports.requests)
        return nullptr;
    const Clusters::KubectlTarget target = host.clusters.kubectlTarget(context);
    const kube::ContextInfo *info = host.clusters.contextNamed(context);
    RequestsPage::Parts parts;
    parts.contextName = context;
    parts.location = instrumentId(Instrument::Requests);
    parts.port = ports.requests;
    parts.gui = host.gui;
    parts.target = {target.context.toStdString(), target.kubeconfig.toStdString(), info ? QUrl(info->server).path() : QString(), host.clusters.serverAccess(context)};
    return new RequestsPage(std::move(parts));
}

} // namespace orrery
