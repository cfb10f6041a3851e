// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace orrery {

class Page;
struct VerbHost;

/// Who leads: goes to the table of Leases in the whole cluster, which a watch keeps, without the heartbeats of Nodes (in
/// kube-node-lease) as long as nobody asks for them by another filter. Always null: the table is a page of its own.
[[nodiscard]] Page *showLeases(VerbHost &host, const QString &context);

} // namespace orrery
