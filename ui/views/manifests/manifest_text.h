// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/manifest_port.h"
#include "ui/base/tone.h"

#include <QStringList>

namespace orrery {

/// How one document stands, for a person.
struct ManifestItemText {
    Tone tone = Tone::Neutral;
    QString word;      ///< beside the glyph in the table: "would be created"
    QString headline;  ///< of its details
    QStringList lines; ///< the server's words, fields by name, what to do
    bool canForce = false;         ///< fields of other managers can be taken
    bool showsDifference = false;  ///< stored → result
};

[[nodiscard]] ManifestItemText describeManifestItem(const kube::ManifestState &state, std::size_t item);
/// "5 documents: 3 would be created, 1 is refused"
[[nodiscard]] QString manifestSummary(const kube::ManifestState &state);
/// How many could be applied now: what can be sent, is allowed as far as is known, and is not applied.
[[nodiscard]] int toApply(const kube::ManifestState &state);
[[nodiscard]] int appliedCount(const kube::ManifestState &state);
[[nodiscard]] int refusedCount(const kube::ManifestState &state);

} // namespace orrery
