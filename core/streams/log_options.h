// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/scheduler.h"
#include "core/object/object_key.h"

#include <cstdint>
#include <optional>

namespace kube {

class Request;

/// Which part of which container's log. Source: core/v1 PodLogOptions.
struct LogOptions {
    ObjectKey pod;
    std::string container;     ///< "": the only one
    bool follow = true;
    bool previous = false;     ///< of the container's last run
    bool timestamps = false;   ///< lines begin with one
    std::optional<std::int64_t> sinceSeconds; ///< not together with sinceTime
    std::optional<WallTime> sinceTime;
    std::optional<std::int64_t> tailLines;
    std::optional<std::int64_t> limitBytes;

    /// Errors: BadInput: both since, no pod, or a negative number.
    [[nodiscard]] std::optional<Error> check() const;
};

/// The request for a log from its beginning, or from since (a whole second as LogPosition::since()) on.
[[nodiscard]] Request logRequest(const LogOptions &options, const std::string &since);

/// Does this error end a follow for good? Not when the connection broke, the server is overloaded or failing, or the
/// container is still waiting to start.
[[nodiscard]] bool endsFollowing(const Error &error);

} // namespace kube
