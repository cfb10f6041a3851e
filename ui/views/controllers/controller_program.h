// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"
#include "core/metrics/queue_activity.h"
#include "core/session/ports/metrics_port.h"

#include <QList>
#include <QString>

#include <deque>
#include <map>

namespace orrery {

/// One queue when its program was read, for charts. Not a number: not known.
struct QueueSample {
    qint64 at = 0; ///< milliseconds since 1970
    double depth = 0;
    double addsPerSecond = 0;    ///< since the reading before
    double retriesPerSecond = 0; ///< likewise
    double waitHalf = 0;  ///< seconds that half of the keys waited at most; this and the next over the last minute
    double waitMost = 0;  ///< 99 of 100
    double workHalf = 0;
    double workMost = 0;
};

[[nodiscard]] bool isGonePod(const kube::Error &error); ///< the API server's, of a Pod that is not there

/// A program that tells metrics, or should.
struct ControllerProgram {
    enum class State {
        Asking,  ///< has not answered yet
        Telling, ///< tells queues
        Silent,  ///< tells metrics, none of them a queue's
        Failed,  ///< the last answer was an error; what it told before is still here
    };
    struct Reading {
        kube::ControllerMetrics metrics;
        kube::SteadyTime at;
        kube::WallTime wall;
    };
    QString id;
    QString name;  ///< its Pod; or "API server"
    QString place; ///< its namespace; empty: of the API server
    std::optional<kube::MetricsTarget> target; ///< none: of the API server
    State state = State::Asking;
    std::optional<kube::Error> error;
    std::deque<Reading> earlier; ///< of the minute before now and of the same run, the oldest first; empty: rates are not known yet
    std::optional<Reading> now;
    std::map<std::string, QList<QueueSample>> history; ///< by queue, the oldest first
    kube::SteadyTime due{};

    [[nodiscard]] const kube::QueueReading *queue(const std::string &queueName) const; ///< null: it tells none of that name
    /// Since that reading, one of the earlier. Nothing: the queue was not there.
    [[nodiscard]] std::optional<kube::QueueActivity> activity(const std::string &queueName, const Reading &since) const;
    /// Over the last minute, or as long as is known. Nothing before the second reading.
    [[nodiscard]] std::optional<kube::QueueActivity> activity(const std::string &queueName) const;
    /// The end of that, over which what stands out must go on. Nothing: likewise.
    [[nodiscard]] std::optional<kube::QueueActivity> recentActivity(const std::string &queueName) const;
    /// What that end leaves of the minute, in pieces about as long, the latest first.
    [[nodiscard]] std::vector<kube::QueueActivity> activitiesBefore(const std::string &queueName) const;
    [[nodiscard]] std::vector<kube::QueueFinding> clientFindings() const; ///< of that end, too
    [[nodiscard]] std::optional<bool> leads() const; ///< nothing: it does not tell
    /// Told queues, and tells no more. Not so a Pod that is gone: another stands in its place.
    [[nodiscard]] bool isLost() const;

private:
    /// The oldest of the earlier that is at most so old, else the last; null: no earlier one has the queue.
    [[nodiscard]] const Reading *earlierWith(const std::string *queueName, kube::Duration within) const;
};

} // namespace orrery
