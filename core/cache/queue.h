// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/deltas.h"
#include "core/cache/reflector_store.h"

#include <optional>
#include <span>

namespace kube {

/// What processing one item came to, when it did not come well.
struct PopFailure {
    std::size_t index = 0; ///< into the batch
    Error error;
    bool requeue = false;  ///< put it back unless newer deltas of its key wait already (client-go's ErrRequeue)
};

/// A Store whose changes wait to be processed, each once. As a Store it shows what waits, not what is: see DeltaFIFO.
///
/// A process function runs under the queue's lock: it changes the consumer's store and hands on, and never calls back
/// into the queue. Thread: any; one consumer. pop() blocks, for worker threads; tryPop(), popBatch() and the wake-up are
/// for event loops. Source: client-go cache.Queue, with its former AddIfNotPresent.
class Queue : public ReflectorStore
{
public:
    /// Handles what was popped; nothing: it worked.
    using Process = std::function<std::optional<PopFailure>(const Deltas &deltas)>;
    /// Handles a batch; the failures alone are returned.
    using BatchProcess = std::function<std::vector<PopFailure>(std::span<const Deltas> batch)>;

    /// Waits for an item and processes it. Errors: Canceled once closed and empty; the process function's error.
    virtual Result<Deltas> pop(const Process &process) = 0;
    /// Nothing when there is nothing; the wake-up then comes once.
    virtual std::optional<Result<Deltas>> tryPop(const Process &process) = 0;
    /// Processes up to limit items at once. The number processed; 0: nothing there, the wake-up then comes once.
    virtual std::size_t popBatch(std::size_t limit, const BatchProcess &process) = 0;
    /// For a consumer that gives an item back: ignored when newer deltas of the key are queued. True: queued.
    virtual bool addIfNotPresent(Deltas deltas) = 0;

    /// The first replacement, or the first change without one, has been processed. Never goes back.
    [[nodiscard]] virtual bool hasSynced() const = 0;
    /// Queued items are still handed out, and none is put back; then pop() ends.
    virtual void close() = 0;
    [[nodiscard]] virtual bool isClosed() const = 0; ///< since close()

    /// The event loop's wake-up: called without a lock, on the thread that queues, once after each empty answer, and
    /// when hasSynced() may have changed. It may come for nothing.
    virtual void setWakeUp(std::function<void()> wakeUp) = 0;
};

} // namespace kube
