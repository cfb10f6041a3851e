// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_value.h"
#include "ui/base/tone.h"

#include <string>
#include <string_view>

namespace orrery {

/// What a condition means by itself: those that name a fault are good when False; Ready is bad when False, others want
/// patience; Unknown is neither. Source: sigs.k8s.io/cli-utils kstatus, and the API conventions on conditions.
[[nodiscard]] Tone conditionTone(std::string_view type, std::string_view status);

/// The conditions of an object in one word.
struct ConditionSummary {
    std::string text; ///< "Ready", "Not Ready: ImagePull", "Stalled: Quota", "Reconciling"; empty: it has none
    Tone tone = Tone::Neutral;
};
/// What speaks loudest: its deletion, a fault, work in progress (or a status of an older generation), then whether it is
/// ready, and else the first condition that it has.
[[nodiscard]] ConditionSummary conditionSummary(kube::JsonValue root);

} // namespace orrery
