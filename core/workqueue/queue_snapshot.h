// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/base/scheduler.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kube {

/// Why the work on a key failed last.
struct WorkFailure {
    Error error;
    WallTime at{};
};

/// What a queue says of itself; a value. Its lists of keys are as long as who asked wanted: the counters tell how many
/// there are.
struct WorkQueueSnapshot {
    /// How far it has been shut down.
    enum class State {
        Running,
        Paused,       ///< hands out what it was stepped, and no more
        ShuttingDown, ///< takes nothing more; hands out what is queued
        Draining,     ///< … and somebody waits until all work is done
    };
    /// One key.
    struct Entry {
        std::string key;
        std::optional<Duration> time; ///< none: it was not noted (see WorkQueue::keepTimes)
        int failures = 0;             ///< RateLimitingQueue::numRequeues()
        int priority = 0;             ///< in a PriorityQueue
        bool isAddedAgain = false;    ///< in work, and comes again after it
        std::optional<WorkFailure> lastFailure{}; ///< where who failed said why, until the key is forgotten
        std::optional<Duration> nextDelay{}; ///< its rate limiter's, should it fail now; none: it has no limiter, or one that does not tell
    };

    std::string name;
    State state = State::Running;
    std::size_t steps = 0;       ///< Paused: keys that may still pass
    std::size_t queued = 0;      ///< waiting for a worker
    std::size_t processing = 0;  ///< handed out, not done
    std::size_t addedAgain = 0;  ///< of those, how many come again
    std::size_t waiting = 0;     ///< waiting for their time (DelayingQueue)
    std::size_t failing = 0;     ///< keys whose failures are on record: those not forgotten (RateLimitingQueue)
    std::uint64_t adds = 0;      ///< keys that were pushed
    std::uint64_t collapsed = 0; ///< adds of a key that was waiting already
    std::uint64_t gets = 0;
    std::uint64_t dones = 0;
    std::uint64_t retries = 0;   ///< addAfter and addRateLimited

    std::vector<Entry> queuedKeys;     ///< in the order in which they will be handed out; time: since the first add
    std::vector<Entry> processingKeys; ///< time: since they were handed out; the oldest first when all are known
    std::vector<Entry> waitingKeys;    ///< the next first; time: how long they have to wait yet
    std::optional<Entry> oldestAdded;  ///< of those waiting for a worker or for their own work to end, with known times
    std::optional<Entry> longestInWork; ///< with a known time

    /// Is nothing taken in any more?
    [[nodiscard]] bool isShuttingDown() const { return state == State::ShuttingDown || state == State::Draining; }
};

} // namespace kube
