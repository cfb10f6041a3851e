// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/columns.h"

#include "ui/models/columns/cells.h"
#include "ui/models/columns/kind_columns.h"

#include <algorithm>

namespace orrery {

namespace {

KindList allKinds()
{
    KindList kinds;
    addPods(kinds);
    addWorkloads(kinds);
    addBatch(kinds);
    addServices(kinds);
    addNetworking(kinds);
    addConfig(kinds);
    addNodes(kinds);
    addLeases(kinds);
    addEvents(kinds);
    addStorage(kinds);
    addAccess(kinds);
    addAutoscaling(kinds);
    addPolicy(kinds);
    addExtensions(kinds);
    addFlowControl(kinds);
    addMetrics(kinds);
    return kinds;
}

} // namespace

ColumnSetPtr columnsFor(const kube::ResourceInfo &resource)
{
    static const KindList kinds = allKinds();
    auto set = std::make_shared<ColumnSet>();
    set->namespaced = resource.namespaced;
    if (resource.namespaced)
        set->columns.push_back(cells::column("NAMESPACE"));
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const KindColumns &kind) {
        return kind.resource == resource.gvr.resource
            && std::find(kind.groups.begin(), kind.groups.end(), resource.gvr.group) != kind.groups.end();
    });
    if (found != kinds.end()) {
        set->columns.insert(set->columns.end(), found->columns.begin(), found->columns.end());
        set->fill = found->makeFill ? found->makeFill() : found->fill;
    } else {
        set->known = false;
        set->columns.insert(set->columns.end(), {cells::nameColumn(), cells::ageColumn()});
        set->fill = [](kube::JsonValue root, RowBuilder &row) {
            row.name();
            row.age(cells::created(root));
        };
    }
    return set;
}

} // namespace orrery
