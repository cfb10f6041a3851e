// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/stage_gate.h"
#include "core/cache/contents_filter.h"
#include "core/cache/delta_fifo_contents.h"
#include "core/cache/queue.h"
#include "core/cache/transform.h"

#include <condition_variable>
#include <list>
#include <mutex>
#include <unordered_map>
#include <unordered_set>

namespace kube {

/// The queue between a Reflector and its cache: for each key the list of what happened to it, handed out in the order
/// in which the keys came. Deltas of a queued key join its item and do not move it in line; of two deletions in a row
/// one is kept, the one that still has the object.
///
/// As a Store it shows what waits: list() is the newest object of each key in line, getByKey() that of one. The newest
/// delta may be a deletion; then that is the object that is gone, null when nobody has it (list() leaves it out).
/// What a whole replacement brings waits under no key.
///
/// Processing runs under the queue's lock, so that replacements and resyncs see a store that agrees with the queue.
/// Paused, it takes and joins as ever but hands nothing out; a step lets one item through, and closing ends the pause.
/// Source: client-go cache.DeltaFIFO; from its successor RealFIFO: the initial count goes down after processing,
/// batches, whole replacements.
class DeltaFIFO final : public Queue, public StageControl
{
public:
    /// How what a list holds is marked.
    enum class ReplaceMode {
        PerObject, ///< replace() queues a delta for each object; coalesces
        Whole,     ///< replace() queues one ReplacedAll, resync() one SyncAll; the consumer compares with its store
    };
    /// Source: cache.DeltaFIFOOptions.
    struct Options {
        const Store *knownObjects = nullptr; ///< the consumer's store; outlives the queue. Null: deletions are only found for queued keys
        TransformFunc transform;
        ReplaceMode replaceMode = ReplaceMode::PerObject;
        DeltaType replaceType = DeltaType::Replaced; ///< or Sync, as client-go once had it
    };

    DeltaFIFO() : DeltaFIFO(Options{}) {}
    explicit DeltaFIFO(Options options); ///< empty

    /// Errors of those that take objects: whatever the transform said; the object is not queued then.
    Result<void> add(ObjectPtr object) override;
    Result<void> update(ObjectPtr object) override; ///< adds an Updated delta. Errors: the transformer's
    /// Dropped when the key is neither known nor queued: its deletion has been told already.
    Result<void> remove(ObjectPtr object) override;
    /// A tombstone with the last state known.
    Result<void> remove(const ObjectKey &key) override;
    /// Everything there is, as of resourceVersion. Keys that are known or queued and not in it get a tombstone.
    /// One object that the transform refuses keeps no other out; the error is that of the first.
    Result<void> replace(std::vector<ObjectPtr> objects, const std::string &resourceVersion) override;
    /// Queues Sync for each known object whose key has nothing queued.
    Result<void> resync() override;

    [[nodiscard]] std::vector<ObjectPtr> list() const override; ///< the newest object of each queued key
    [[nodiscard]] std::vector<ObjectKey> listKeys() const override; ///< in line's order
    [[nodiscard]] bool isEmpty() const override { return len() == 0; } ///< is nothing queued?
    [[nodiscard]] ObjectPtr get(const Object &object) const override { return getByKey(object.key()); }
    [[nodiscard]] ObjectPtr getByKey(const ObjectKey &key) const override;
    /// What waits for a key, whole: what client-go's GetByKey gives. Nothing: nothing does.
    [[nodiscard]] std::optional<Deltas> deltasOf(const ObjectKey &key) const;

    /// As replace(), item by item: they are handed out at once. hasSynced() only after endReplace() has been processed.
    void beginReplace() override;
    Result<void> replaceItem(ObjectPtr object) override; ///< one object of the list under way
    void replaceRemoved(const ObjectKey &key) override;
    void endReplace(const std::string &resourceVersion) override; ///< the list is whole: what it lacked is deleted
    /// The store will have reached resourceVersion once everything queued so far is processed.
    void bookmark(const std::string &resourceVersion) override;

    Result<Deltas> pop(const Process &process) override;
    std::optional<Result<Deltas>> tryPop(const Process &process) override;
    /// Each item is of another key; whole replacements and bookmarks come alone, and the initial list apart from what
    /// follows it.
    std::size_t popBatch(std::size_t limit, const BatchProcess &process) override;
    bool addIfNotPresent(Deltas deltas) override;

    [[nodiscard]] bool hasSynced() const override;
    [[nodiscard]] std::size_t len() const override;     ///< items in line
    [[nodiscard]] std::size_t backlog() const override; ///< deltas in them
    void close() override;
    [[nodiscard]] bool isClosed() const override; ///< since close()
    void setWakeUp(std::function<void()> wakeUp) override;
    void setDrained(std::size_t lowWater, std::function<void()> drained) override;

    void pause() override;
    void step(std::size_t count = 1) override;
    void resume() override;
    [[nodiscard]] bool isPaused() const override;

    [[nodiscard]] DeltaFifoSnapshot snapshot() const; ///< counters and sizes. Thread: any
    /// Holds the queue's lock for as many items as it looks at: all of them where the text is rare.
    [[nodiscard]] DeltaFifoContents contents(const ContentsFilter &filter = {}) const;

private:
    struct Item {
        Deltas deltas;
        bool initial = false; ///< counted in m_initialCount until it is processed
        std::uint32_t deduplicated = 0;
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
    void putBack(Deltas deltas, bool initial);
    [[nodiscard]] static std::size_t countOf(const Deltas &deltas) { return deltas.whole ? 1 : deltas.list.size(); }
    void appendBarrier(DeltaType type, std::vector<ObjectPtr> objects, const std::string &resourceVersion);
    void appendBookmark(const std::string &resourceVersion);
    void deleteAllBut(const std::function<bool(const ObjectKey &)> &isKept);
    [[nodiscard]] bool mayExist(const ObjectKey &key) const;
    [[nodiscard]] const Item *newestItem(const ObjectKey &key) const;
    [[nodiscard]] std::vector<const Item *> newestItems() const;
    void removeKey(const ObjectKey &key, bool finalStateUnknown);
    void populate();
    [[nodiscard]] bool synced() const { return m_populated && m_initialCount == 0; }
    [[nodiscard]] Taken takeFront(std::size_t limit);
    void finish(Taken taken, const std::vector<PopFailure> &failures);
    Result<Deltas> popOne(std::unique_lock<std::mutex> &lock, const Process &process);
    static void call(const Function &function);
    [[nodiscard]] Function armedWakeUp();
    [[nodiscard]] bool hasWork() const { return !m_line.empty() && m_gate.isOpen(); }
    [[nodiscard]] Function drainedFrom(std::size_t backlogBefore) const;

    const Options m_options;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    Line m_line;
    std::unordered_map<ObjectKey, Item *> m_items; ///< the item new deltas of a key join; behind the last barrier
    std::size_t m_backlog = 0;                     ///< deltas in line
    std::size_t m_barriers = 0;                    ///< whole replacements and syncs in line
    bool m_populated = false;                      ///< a first replacement is whole, or a change came without one
    std::size_t m_initialCount = 0;                ///< items of the first replacement that are not processed yet
    bool m_replacing = false;
    bool m_tracking = false;                       ///< this replacement may have to delete at its end
    std::unordered_set<ObjectKey> m_seen;          ///< its keys so far
    bool m_closed = false;
    StageGate m_gate;
    std::string m_lastVersion; ///< of the change queued last; "": none since a replacement or bookmark, which say their own
    bool m_armed = true;
    Function m_wakeUp;
    Function m_drained;
    std::size_t m_lowWater = 0;
    DeltaFifoSnapshot m_counts;
};

} // namespace kube
