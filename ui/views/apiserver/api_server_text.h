// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "ui/base/tone.h"
#include "ui/widgets/empty_state.h"

#include <QList>
#include <QString>

#include <string>

namespace orrery {

class ApiServerFollower;

/// Whether so long is worse than Kubernetes' own objectives (a second, 30 for lists; half a second for etcd), and enough
/// requests were counted to say so.
[[nodiscard]] bool isSlowFor(const std::string &operation, double seconds, double requests, bool isStorage);

/// What of an API server could not be read.
enum class ServerReading { Readiness, FlowControl, Metrics };
/// Why it could not, what the server said, and which right or switch mends it.
[[nodiscard]] EmptyStateText troubleText(const kube::Error &error, ServerReading reading);

/// A sentence of what should be known first.
struct ServerFinding {
    Tone tone = Tone::Neutral;
    QString text;
};
/// Whether it is ready, then what stands out, the gravest first.
[[nodiscard]] QList<ServerFinding> findingsOf(const ApiServerFollower &follower);

/// A figure of the page's head.
struct ServerFigure {
    QString caption;
    QString value; ///< empty: not known
    QString toolTip;
};
[[nodiscard]] QList<ServerFigure> figuresOf(const ApiServerFollower &follower);
/// "Counted over the last 4m", "Counted since the server began, 3d ago"
[[nodiscard]] QString countedText(const ApiServerFollower &follower);

} // namespace orrery
