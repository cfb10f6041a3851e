// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/cells.h"
#include "ui/models/columns/kind_columns.h"
#include "ui/models/columns/lease_clock.h"

namespace orrery {

namespace {

using kube::JsonValue;
using namespace cells;

void fillLease(JsonValue root, RowBuilder &row, LeaseClock &clock)
{
    const JsonValue spec = root["spec"];
    const auto holder = spec["holderIdentity"].string();
    const auto duration = spec["leaseDurationSeconds"].integer();
    const auto since = time(spec["acquireTime"]);
    row.name();
    row.text(holder);
    if (since && !holder.empty())
        row.age(since);
    else
        row.text({});
    if (const auto renewTime = spec["renewTime"].string(); !renewTime.empty()) {
        const kube::WallTime renewed = clock.renewed(root["metadata"]["uid"].string(), renewTime, time(spec["renewTime"]), std::chrono::system_clock::now());
        row.text(renewTime, renewal::of(renewed, duration.value_or(0), holder.empty() ? renewal::Holder::Released : renewal::Holder::Holds));
    } else {
        row.text({});
    }
    if (duration)
        row.text(std::to_string(*duration).append("s"), *duration);
    else
        row.text({});
    if (const auto transitions = spec["leaseTransitions"].integer())
        row.number(*transitions);
    else
        row.text({});
    row.age(created(root));
}

} // namespace

void addLeases(KindList &kinds)
{
    KindColumns leases{{"coordination.k8s.io"},
                       "leases",
                       {nameColumn(), column("HOLDER", CellType::Text, 26), column("LEADS-SINCE", CellType::Age, 12), column("RENEWED", CellType::Renewal, 18), column("DURATION", CellType::Text, 9),
                        column("TRANSITIONS", CellType::Number), wide("AGE", CellType::Age, 7)},
                       {}};
    // Each table has seen what it has seen itself.
    leases.makeFill = [] {
        return [clock = std::make_shared<LeaseClock>()](JsonValue root, RowBuilder &row) { fillLease(root, row, *clock); };
    };
    kinds.push_back(std::move(leases));
}

} // namespace orrery
