// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/metrics/controller_metrics.h"

#include <chrono>

namespace kube {

/// What a queue has done between two readings of its metrics. Value type.
struct QueueActivity {
    // What the program does not tell is 0 here.
    double seconds = 0;          ///< between the readings
    double addsPerSecond = 0;
    std::optional<double> taken; ///< keys that workers took out; nothing: not told
    double retriesPerSecond = 0;
    double errorsPerSecond = 0;  ///< reconciles that ended so; 0 too where they are not told
    double endedPerSecond = 0;   ///< reconciles, however they ended
    double plannedPerSecond = 0; ///< reconciles that asked to be called again after a while: retries as well, but no failures
    double donePerSecond = 0;
    double depthChange = 0;      ///< keys; below 0: it is being worked off
    double unfinishedPerSecond = 0; ///< how fast the seconds of unfinished work grow: that many workers have not come back
    MetricHistogram waiting;     ///< seconds, of keys taken out meanwhile
    MetricHistogram working;     ///< seconds, of keys done meanwhile

    /// elapsed: above 0, between the readings. A counter that went down says that the program began anew.
    [[nodiscard]] static QueueActivity between(const QueueReading &before, const QueueReading &now, std::chrono::duration<double> elapsed);
};

/// What a person should know of a queue or a client.
struct QueueFinding {
    /// What stands out; which figures say it.
    enum class Kind {
        Stuck,      ///< workers have not come back for a while: count of them, seconds of the longest
        Unserved,   ///< keys wait and no worker takes one, nor is at work: count of keys, seconds since when at the latest
        Saturated,  ///< all workers are busy and keys wait longer and longer: count of keys, seconds that half of them waited at most
        HotLooping, ///< mostly retries, those known to be on purpose left out: count of them a second
        Failing,    ///< reconciles end with errors, many or nearly all: count of them a second; 0: none now, and none ever ended well
        Throttled,  ///< requests wait for the client's own rate limiter: seconds that 99 of 100 waited at most
        Slow,       ///< requests take long, and not for the client's own rate limiter: seconds on average
        Delayed,    ///< requests take long, and whether for the client's own rate limiter is not told: seconds on average
        Refused,    ///< the server answers 429: count of such answers a second
    };
    Kind kind;
    double count = 0;
    double seconds = 0;
    bool isMore = false; ///< than those seconds: how much is not counted

    friend bool operator==(const QueueFinding &, const QueueFinding &) = default;
};

/// The gravest first; empty: nothing stands out. recent: the end of activity's time, so that what is over is not said any
/// more; retries and errors count when they have gone on for all of that time.
[[nodiscard]] std::vector<QueueFinding> findingsOf(const QueueReading &now, const QueueActivity &activity, const QueueActivity &recent);
/// before: what recent leaves of activity's time, in pieces about as long. A burst of retries is no hot loop: that goes on in
/// each of them, and for the better part of a minute.
[[nodiscard]] std::vector<QueueFinding> findingsOf(const QueueReading &now, const QueueActivity &activity, const QueueActivity &recent, const std::vector<QueueActivity> &before);
[[nodiscard]] std::vector<QueueFinding> findingsOf(const QueueReading &now, const QueueActivity &activity); ///< where one time is all there is
/// Of the client that all queues of a program share. elapsed: as in QueueActivity::between().
[[nodiscard]] std::vector<QueueFinding> findingsOf(const ClientMetrics &before, const ClientMetrics &now, std::chrono::duration<double> elapsed);

} // namespace kube
