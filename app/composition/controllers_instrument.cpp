// SPDX-License-Identifier: Apache-2.0
#include "app/composition/controllers_instrument.h"

#include "app/composition/clusters.h"
#include "app/composition/verb_group.h"
#include "core/base/qt_scheduler.h"
#include "ui/frame/main_window.h"
#include "ui/models/instrument.h"
#include "ui/views/controllers/controllers_page.h"

namespace orrery {

Page *makeControllersPage(VerbHost &host, const QString &context)
{
    const kube::ClusterPorts ports = host.clusters.ports(context);
    if (!ports.metrics)
        return nullptr;
    auto *page = new ControllersPage(context, instrumentId(Instrument::Controllers), {ports.metrics, ports.suspects, host.gui, std::make_shared<kube::QtScheduler>()}, &host.window);
    page->setCatalog(host.clusters.catalog(context));
    QObject::connect(&host.clusters, &Clusters::catalogChanged, page, [page, context](const QString &changed, const kube::CatalogPtr &catalog) {
        if (changed == context)
            page->setCatalog(catalog);
    });
    QObject::connect(page, &ControllersPage::objectActivated, page,
                     [&host, context](const kube::ResourceInfo &resource, const kube::ObjectKey &key) { host.showObject(context, resource, key); });
    return page;
}

} // namespace orrery
