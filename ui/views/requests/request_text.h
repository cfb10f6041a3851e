// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/request_log_port.h"
#include "ui/base/tone.h"

#include <QString>

namespace orrery {

/// What a request has come to, in a word and its tone. Running ones say what they wait for.
struct RequestStatusText {
    QString text; ///< "200", "404 NotFound", "throttled", "200 open"
    Tone tone = Tone::Neutral;
};
[[nodiscard]] RequestStatusText requestStatus(const kube::RequestRecord &record);

/// "0.4 ms", "12 ms", "1.24 s", then as ages are written.
[[nodiscard]] QString shortDuration(kube::Duration duration);
[[nodiscard]] QString phaseName(kube::RestPhase phase); ///< "Waited for flow control"
/// 15:04:05.123, local.
[[nodiscard]] QString clockTimeMsecs(kube::WallTime time);

} // namespace orrery
