// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/freshness.h"
#include "core/session/ports/health.h"
#include "ui/base/tone.h"

#include <QString>

namespace orrery {

/// What a badge shows: pure text, so that ui/widgets need no Kubernetes.
struct BadgeText {
    Tone tone = Tone::Neutral;
    QString word;    ///< "live", "reconnecting": always beside the tone's glyph
    QString since;   ///< "since 15:04:05"; may be empty
    QString toolTip; ///< the reason and what will happen next
    friend bool operator==(const BadgeText &, const BadgeText &) = default;
};

[[nodiscard]] BadgeText describe(const kube::Freshness &freshness);
[[nodiscard]] BadgeText describe(const kube::Health &health);

} // namespace orrery
