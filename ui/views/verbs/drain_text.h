// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/drain/node_drain.h"
#include "ui/views/verbs/verb_table.h"

#include <QStringList>

namespace orrery {

/// A row for each Pod of the Node: what is done with it, or how far that is.
[[nodiscard]] QList<VerbRow> drainRows(const kube::DrainState &state, const kube::DrainConsent &consent, kube::WallTime now);
/// One or two sentences: what will be done, what is going on, or what came of it.
[[nodiscard]] QString drainSummary(const kube::DrainState &state, const kube::DrainConsent &consent);
/// How many Pods each consent is about.
struct ConsentCounts {
    int daemonSets = 0;
    int emptyDirs = 0;
    int unmanaged = 0;
};
[[nodiscard]] ConsentCounts consentCounts(const std::vector<kube::DrainPod> &pods);

} // namespace orrery
