// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/removal/owned_finder.h"
#include "core/removal/removal_progress.h"
#include "ui/views/verbs/verb_table.h"

#include <QStringList>

namespace orrery {

/// What is known of a deletion for its table; null: nothing yet.
struct RemovalFacts {
    const std::vector<kube::RemovalTarget> &targets;
    const kube::OwnedFindings *findings = nullptr;
    const kube::RemovalProgress *progress = nullptr;
    kube::Propagation propagation = kube::Propagation::Background;
    kube::RemovalMeans means = kube::RemovalMeans::Delete;
    kube::WallTime now{};
    std::vector<std::size_t> followed; ///< rows of the findings, in the progress behind the targets
};

/// The targets, each with what is below it, and of Namespaces what is in them by kind. At most 2,000 rows below targets.
[[nodiscard]] QList<VerbRow> removalRows(const RemovalFacts &facts);
/// What is to be known before: what could not be looked through, finalizers and who takes them away.
[[nodiscard]] QStringList removalNotes(const RemovalFacts &facts);

} // namespace orrery
