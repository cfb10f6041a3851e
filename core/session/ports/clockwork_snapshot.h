// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/shared_informer.h"
#include "core/informers/informer_key.h"
#include "core/rest/rest_stage.h"
#include "core/session/ports/connection_fault.h"
#include "core/session/ports/latency_histogram.h"
#include "core/workqueue/queue_snapshot.h"

#include <algorithm>

namespace kube {

/// Where what comes from the server can be held up, in its order.
enum class PipelineStage {
    Connection, ///< the session's RestClient: all kinds at once. A step is one request or retry, or what has come of one watch: that kind's first
    Reflector,  ///< a step is one event of the watch, or one object of a list
    Queue,      ///< the DeltaFIFO. A step is one key
    Handlers,   ///< a step lets each be told one thing
    Table,      ///< the work queues of all tables behind an informer, those opened later too. A step is one key of each
};

/// One table behind an informer, which is a controller with a work queue of its own.
struct TableSnapshot {
    std::uint64_t id = 0;              ///< of the table within its session: names it in the port's calls
    WorkQueueSnapshot queue;           ///< counters alone: ClockworkPort::tableQueue() has the keys
    std::size_t rows = 0;
    std::optional<Duration> nextDelay; ///< how long its rate limiter would have a key wait that failed for the first time; none: it has no limiter
};

/// One informer with what stands behind it. The histograms are of changes that a watch told while somebody looked; a
/// change that was joined with others counts as the oldest of them.
struct PipelineSnapshot {
    InformerKey key;
    std::string kind;                   ///< of its objects
    std::size_t users = 0;              ///< who share it
    SharedInformerSnapshot informer;    ///< the cache's bytes are its indexer's
    std::vector<TableSnapshot> tables;
    std::vector<PipelineStage> paused;  ///< in their order
    std::vector<ConnectionFault> faults; ///< in force
    std::uint64_t timedEach = 1;        ///< of about so many changes one is timed now; the histograms and outOfView count those alone
    LatencyHistogram receivedToCached;  ///< from the event as decoded to the change of the cache
    LatencyHistogram cachedToHandled;   ///< … to the call of a table's handler
    LatencyHistogram handledToRow;      ///< … to the row as reconciled: the work queue's part
    LatencyHistogram rowToDelivered;    ///< … to its being taken over on the GUI's thread, before the table's view paints it
    /// The whole way: from the event as decoded to the end of the painting that first shows a cell it changed. Of rows in
    /// view alone, each change once.
    LatencyHistogram receivedToPainted;
    std::uint64_t outOfView = 0;        ///< changes of rows (or cells) that stood in no view: they are in receivedToPainted never

    [[nodiscard]] bool isPaused(PipelineStage stage) const { return std::find(paused.begin(), paused.end(), stage) != paused.end(); } ///< is it in paused?
};

/// A session's machinery as it stood, its parts looked at one after the other.
struct ClockworkSnapshot {
    WallTime takenAt{};
    RestSnapshot client;
    std::optional<WallTime> unansweredSince; ///< the server has not answered since then, as the session's health has it
    std::optional<Error> unansweredWhy;      ///< what the last try came to; nothing: not told
    std::vector<PipelineSnapshot> pipelines; ///< in the order of their keys
};
using ClockworkSnapshotPtr = std::shared_ptr<const ClockworkSnapshot>; ///< never null

} // namespace kube
