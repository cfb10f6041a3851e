// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/base/subscription.h"
#include "core/base/error.h"
#include "core/object/object_key.h"

#include <QByteArray>

#include <optional>

namespace kube {

/// Whose log, and how much of it.
struct LogRequest {
    ObjectKey pod;
    std::string container;
    bool follow = true;
    bool previous = false;
    bool timestamps = false;
    std::optional<std::int64_t> tailLines = 1000;
    std::optional<std::int64_t> sinceSeconds;
};

/// A piece of a log, or a change of its state.
struct LogChunk {
    /// Where the stream stands.
    enum class State { Connecting, Live, Reconnecting, Ended, Failed };
    State state = State::Live;
    QByteArray lines;            ///< whole lines, each ending in \n; UTF-8 as the server sent it
    std::optional<Error> reason; ///< Reconnecting, Failed
};

/// Logs of one container, followed: resumed after a cut without losing or doubling lines.
/// Thread: any; the handler runs on the owner's.
class LogPort
{
public:
    virtual ~LogPort() = default;
    /// Dropping the subscription ends it.
    [[nodiscard]] virtual Subscription follow(LogRequest request, const Owner &owner,
                                              std::function<void(LogChunk)> handler) = 0;
};

} // namespace kube
