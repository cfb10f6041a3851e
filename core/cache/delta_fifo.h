// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/deltas.h"
#include "core/cache/store.h"
#include "core/cache/transform.h"

#include <condition_variable>
#include <list>
#include <mutex>
#include <span>
#include <unordered_set>

namespace kube {

/// What processing one item came to, when it did not come well.
struct PopFailure {
    std::size_t index = 0; ///< into the batch
    Error error;
    bool requeue = false;  ///< put it back unless newer deltas of its key wait already
};

/// The queue between a Reflector and its cache: for each key the list of what happened to it, handed out in the order
/// in which the keys came. Deltas of a queued key join its item and do not move it in line; of two deletions in a row
/// one is kept, the one that still has the object.
///
/// Processing runs under the queue's lock, so that replacements and resyncs see a store that agrees with the queue: a
/// process function changes the store and hands on, and never calls back into the queue.
/// Thread: any; one consumer. pop() blocks, for worker threads; tryPop(), popBatch() and the wake-up are for event loops.
/// Source: client-go cache.DeltaFIFO; from its successor RealFIFO: the initial count goes down after processing,
/// batches, whole replacements.
class DeltaFIFO
{
public:
    enum class ReplaceMode {
        PerObject, ///< replace() queues a delta for each object; coalesces
        Whole,     ///< replace() queues one ReplacedAll, resync() one SyncAll; the consumer compares with its store
    };
    struct Options {
        const Store *knownObjects = nullptr; ///< the consumer's store; outlives the queue. Null: deletions are only found for queued keys
        TransformFunc transform;
        ReplaceMode replaceMode = ReplaceMode::PerObject;
        DeltaType replaceType = DeltaType::Replaced; ///< or Sync, as client-go once had it
    };
    using Process = std::function<std::optional<PopFailure>(const Deltas &deltas)>;
    using BatchProcess = std::function<std::vector<PopFailure>(std::span<const Deltas> batch)>;

    DeltaFIFO() : DeltaFIFO(Options{}) {}
    explicit DeltaFIFO(Options options);

    /// Errors of those that take objects: whatever the transform said; the object is not queued then.
    Result<void> add(ObjectPtr object);
    Result<void> update(ObjectPtr object);
    /// Dropped when the key is neither known nor queued: its deletion has been told already.
    Result<void> remove(ObjectPtr object);
    /// Everything there is, as of resourceVersion. Keys that are known or queued and not in it get a tombstone.
    /// One object that the transform refuses keeps no other out; the error is that of the first.
    Result<void> replace(std::vector<ObjectPtr> objects, const std::string &resourceVersion);

    /// The same as it arrives: items are handed out at once and nothing is deleted before the end. Beginning again
    /// abandons what began before; what it brought stays until the end finds that it is gone.
    /// hasSynced() only after endReplace() has been processed.
    void beginReplace();
    Result<void> replaceItem(ObjectPtr object);
    void replaceRemoved(const ObjectKey &key); ///< an item of this replacement is gone again before its end
    void endReplace(const std::string &resourceVersion);

    /// Queues Sync for each known object whose key has nothing queued.
    void resync();
    /// The store will have reached resourceVersion once everything queued so far is processed.
    void bookmark(const std::string &resourceVersion);
    /// For a consumer that gives an item back: ignored when newer deltas of the key are queued. True: queued.
    bool addIfNotPresent(Deltas deltas);

    /// Waits for an item and processes it. Errors: Canceled once closed and empty; the process function's error.
    Result<Deltas> pop(const Process &process);
    /// Nothing when there is nothing; the wake-up then comes once.
    std::optional<Result<Deltas>> tryPop(const Process &process);
    /// Processes up to limit items at once, each of another key; whole replacements and bookmarks alone, and the
    /// initial list apart from what follows it. The number processed; 0: nothing there, the wake-up then comes once.
    std::size_t popBatch(std::size_t limit, const BatchProcess &process);

    /// The first replacement, or the first change without one, has been processed. Never goes back.
    [[nodiscard]] bool hasSynced() const;
    [[nodiscard]] std::size_t len() const;
    /// Queued items are still handed out; then pop() ends.
    void close();
    [[nodiscard]] bool isClosed() const;

    /// The event loop's wake-up: called without a lock, on the thread that queues, once after each empty answer, and
    /// when hasSynced() may have changed. It may come for nothing.
    void setWakeUp(std::function<void()> wakeUp);
    /// Called on the consumer's thread, after processing and without a lock, whenever len() falls to lowWater.
    void setDrained(std::size_t lowWater, std::function<void()> drained);

    [[nodiscard]] DeltaFifoSnapshot snapshot() const;

private:
    struct Item {
        Deltas deltas;
        bool initial = false; ///< counted in m_initialCount until it is processed
    };
    using Line = std::list<Item>; ///< items keep their address
    struct Taken {
        std::vector<Deltas> deltas;
        bool initial = false;
    };
    using Function = std::shared_ptr<const std::function<void()>>;

    Result<void> change(DeltaType type, ObjectPtr object);
    [[nodiscard]] Result<ObjectPtr> transformed(ObjectPtr object) const;
    void enqueue(const ObjectKey &key, Delta delta);
    void append(Deltas deltas, bool initial = false);
    void appendBarrier(DeltaType type, std::vector<ObjectPtr> objects, const std::string &resourceVersion);
    void appendBookmark(const std::string &resourceVersion);
    void deleteAllBut(const std::function<bool(const ObjectKey &)> &isKept);
    [[nodiscard]] bool mayExist(const ObjectKey &key) const;
    void populate();
    [[nodiscard]] bool synced() const { return m_populated && m_initialCount == 0; }
    [[nodiscard]] Taken takeFront(std::size_t limit);
    void finish(Taken taken, const std::vector<PopFailure> &failures);
    Result<Deltas> popOne(std::unique_lock<std::mutex> &lock, const Process &process);
    static void call(const Function &function);
    [[nodiscard]] Function armedWakeUp();
    [[nodiscard]] Function drainedFrom(std::size_t before) const;

    const Options m_options;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    Line m_line;
    std::unordered_map<ObjectKey, Item *> m_items; ///< the item new deltas of a key join; behind the last barrier
    std::size_t m_barriers = 0;                    ///< whole replacements and syncs in line
    bool m_populated = false;                      ///< a first replacement is whole, or a change came without one
    std::size_t m_initialCount = 0;                ///< items of the first replacement that are not processed yet
    bool m_replacing = false;
    bool m_tracking = false;                       ///< this replacement may have to delete at its end
    std::unordered_set<ObjectKey> m_seen;          ///< its keys so far
    bool m_closed = false;
    bool m_armed = true;
    Function m_wakeUp;
    Function m_drained;
    std::size_t m_lowWater = 0;
    DeltaFifoSnapshot m_counts;
};

} // namespace kube
