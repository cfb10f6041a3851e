// SPDX-License-Identifier: Apache-2.0
#include "app/composition/apiserver_instrument.h"

#include "app/composition/clusters.h"
#include "app/composition/verb_group.h"
#include "core/base/qt_scheduler.h"
#include "ui/views/apiserver/api_server_page.h"

namespace orrery {

Page *makeApiServerPage(VerbHost &host, const QString &context)
{
    kube::MetricsPort *metrics = host.clusters.ports(context).metrics;
    return metrics ? new ApiServerPage(context, *metrics, host.gui, std::make_shared<kube::QtScheduler>()) : nullptr;
}

} // namespace orrery
