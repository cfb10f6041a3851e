// SPDX-License-Identifier: Apache-2.0
#include "app/composition/pipeline_instrument.h"

#include "app/composition/clusters.h"
#include "app/composition/verb_group.h"
#include "ui/views/clockwork/pipeline_page.h"

namespace orrery {

Page *makePipelinePage(VerbHost &host, const QString &context)
{
    const kube::ClusterPorts ports = host.clusters.ports(context);
    return ports.clockwork ? new PipelinePage(context, *ports.clockwork, ports.protection, host.gui) : nullptr;
}

} // namespace orrery
