// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/request_record.h"

#include <optional>

namespace kube {

/// What stands out among requests. Calls are those that are no streams: a watch lasts as long as it likes.
struct RequestSummary {
    static constexpr Duration Window = std::chrono::minutes(1); ///< what "lately" means
    static constexpr Duration LeastWait = std::chrono::milliseconds(1); ///< passing flow control takes some time, too

    double perSecond = 0;           ///< that began in the last ten seconds
    int inFlight = 0;               ///< calls that run
    int waiting = 0;                ///< of these, for flow control
    int streams = 0;                ///< open watches and followed logs
    std::optional<Duration> oldestStream; ///< how long the oldest of them is open
    std::optional<Duration> youngestStream;
    Duration throttled{};           ///< waited for flow control, all together, by those that ran lately
    int throttledCalls = 0;         ///< how many waited
    int failed = 0;                 ///< lately
    int calls = 0;                  ///< that ended lately
    std::optional<Duration> median; ///< of how long calls took that ended lately, waits and all; nothing: there were none
    std::optional<Duration> slowest1Percent; ///< the 99th percentile

    /// records: those that run and those that ended, in any order.
    [[nodiscard]] static RequestSummary of(const std::vector<const RequestRecord *> &records, WallTime now);
};

} // namespace kube
