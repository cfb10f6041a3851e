// SPDX-License-Identifier: Apache-2.0
#include "app/composition/leases_instrument.h"

#include "app/composition/clusters.h"
#include "app/composition/verb_group.h"
#include "ui/frame/main_window.h"
#include "ui/models/instrument.h"
#include "ui/views/resources/resource_page.h"
#include "ui/widgets/toast.h"

namespace orrery {

Page *showLeases(VerbHost &host, const QString &context)
{
    const kube::CatalogPtr catalog = host.clusters.catalog(context);
    const kube::ResourceInfo *leases = catalog ? catalog->find({"coordination.k8s.io", "leases"}) : nullptr;
    if (!leases) {
        host.window.toast()->say(Tone::Pending, catalog ? VerbHost::tr("The server serves no Leases.") : VerbHost::tr("What the server serves is not known yet."));
        return nullptr;
    }
    ResourcePage *table = host.showTable(context, *leases);
    table->setScope({});
    if (table->state().filter.isEmpty())
        table->setFilter(QStringLiteral("namespace!=kube-node-lease"));
    table->focusContent();
    return nullptr;
}

} // namespace orrery
