// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"
#include "core/object/json_value.h"
#include "ui/base/tone.h"

#include <optional>
#include <string>

namespace orrery {

/// What kubectl says of a pod in READY, STATUS and RESTARTS. Source: kubernetes printers.go, printPod (1.36).
struct PodStatus {
    std::string reason; ///< STATUS
    Tone tone = Tone::Neutral;
    int ready = 0;
    int containers = 0;
    std::int64_t restarts = 0;
    std::optional<kube::WallTime> lastRestart;

    [[nodiscard]] static PodStatus of(kube::JsonValue pod);
};

} // namespace orrery
