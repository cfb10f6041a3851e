// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/removal/finalizer_facts.h"
#include "core/removal/owned_finder.h"
#include "core/removal/removal_progress.h"
#include "ui/base/tone.h"

#include <QStringList>

namespace orrery {

/// A state in a word or two, and what is to be said beside it.
struct StateWords {
    Tone tone = Tone::Neutral;
    QString text;
    QString more;
};

/// How one object's deletion or eviction stands; now: the desktop's clock.
[[nodiscard]] StateWords describeRemoval(const kube::RemovalItem &item, kube::WallTime now);
/// Who takes a finalizer away, in one sentence.
[[nodiscard]] QString describeFinalizer(const kube::FinalizerFact &fact);
/// "Waits for its finalizers: a/b, c/d"; empty without any.
[[nodiscard]] QString waitsFor(const std::vector<std::string> &finalizers);
/// "3 gone, 1 refused": all of a removal, in the order of what matters.
[[nodiscard]] QString summaryOf(const kube::RemovalProgress &progress);
/// What goes with the objects, by kind: "1 ReplicaSet, 3 Pods go with it"; empty: nothing is known to.
[[nodiscard]] QString summaryOf(const kube::OwnedFindings &findings);
/// "3 Pods", "1 Pod": kinds as the server calls them.
[[nodiscard]] QString countOfKind(qint64 number, const std::string &kind);

} // namespace orrery
