// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/feed_inspection.h"
#include "core/session/ports/resource_feed.h"
#include "core/workqueue/rate_limiting_queue.h"
#include "ui/models/row_outbox.h"

#include <unordered_set>

namespace orrery {

/// The controller behind a table: its informer's handler puts keys on a WorkQueue, and it reconciles each key's row
/// with the cache in turns of at most 2 ms; what changed goes to the GUI through a RowOutbox.
/// A row that cannot be made (the cached object cannot be read back, a column throws) is a failure of its key: the row says
/// no more than the key, and is tried again after 5 ms, twice as long each time, at most 1000 s.
/// Thread: the session's, from making to destruction.
class RowFeed final : public kube::FeedWorker, private kube::FeedInspection
{
public:
    /// The GUI's end. deliver runs by gui (a Mailbox, paced) while alive is.
    struct Sink {
        kube::ExecutorPtr gui;
        std::weak_ptr<const void> alive;
        std::function<void(RowDelivery)> deliver;
        kube::ExecutorPtr background; ///< where rows are freed
    };

    /// columns: null when the server's Table brings them. name: of its queue.
    RowFeed(kube::FeedSource &source, ColumnSetPtr columns, bool namespaced, Sink sink, std::string name = {});
    ~RowFeed() override;

    /// For ResourceFeed::open().
    [[nodiscard]] static kube::FeedWorkerMaker maker(const kube::FeedRequest &request, ColumnSetPtr columns, Sink sink);

    [[nodiscard]] kube::WorkQueueSnapshot queue() const { return m_queue.snapshot(); }
    [[nodiscard]] kube::FeedInspection *inspection() override { return this; }

private:
    [[nodiscard]] kube::StageControl &stage() override { return m_queue; }
    [[nodiscard]] kube::WorkQueueSnapshot queue(std::size_t keys) const override;
    [[nodiscard]] std::size_t rows() const override { return m_index->size(); }
    [[nodiscard]] std::optional<kube::Duration> nextDelay() const override { return m_queue.nextDelay({}); }
    void retry(const kube::ObjectKey &key) override;
    void forget(const kube::ObjectKey &key) override { m_queue.forget(key); }
    [[nodiscard]] kube::Subscription keepTimes() const override { return m_queue.keepTimes(); }

    struct KeyView {
        std::string_view namespaceName;
        std::string_view name;
    };
    // An index of slots by the key their row has: 4 bytes a row where a map of keys would take 100.
    struct SlotHash {
        using is_transparent = void;
        const std::vector<RowPtr> *rows;
        std::size_t operator()(Slot slot) const;
        std::size_t operator()(const KeyView &key) const;
    };
    struct SlotEqual {
        using is_transparent = void;
        const std::vector<RowPtr> *rows;
        bool operator()(Slot left, Slot right) const { return left == right; }
        bool operator()(Slot slot, const KeyView &key) const;
        bool operator()(const KeyView &key, Slot slot) const { return (*this)(slot, key); }
    };
    using Index = std::unordered_set<Slot, SlotHash, SlotEqual>;

    void onColumns(const std::vector<kube::TableColumn> &columns);
    void turn();
    void work(const kube::ObjectKey &key);
    struct Reconciled {
        RowChange change;
        RowPtr before; ///< the row that was there; null: none
    };
    /// changed: nothing when the row is as it was.
    [[nodiscard]] kube::Result<void> reconcile(const kube::ObjectKey &key, std::optional<Reconciled> &changed);
    [[nodiscard]] kube::Result<RowPtr> rowOf(const kube::Object &object);
    [[nodiscard]] RowPtr bareRowOf(const kube::Object &object);
    [[nodiscard]] std::optional<Reconciled> show(const kube::ObjectKey &key, RowPtr row);
    void put(Reconciled reconciled, const std::optional<kube::ChangeStamp> &stamp);
    void succeeded(const kube::ObjectKey &key);
    [[nodiscard]] Slot freeSlot();
    void ring();

    kube::FeedSource &m_source;
    Sink m_sink;
    ColumnSetPtr m_columns; ///< null: not known yet, keys wait
    std::vector<kube::TableColumn> m_tableColumns;
    bool m_namespaced;
    bool m_isLoading = false; ///< the informer is in its initial list
    bool m_hasFailed = false; ///< keys that failed may be on record
    kube::RateLimitingQueue<kube::ObjectKey> m_queue;
    std::shared_ptr<RowOutbox> m_outbox = std::make_shared<RowOutbox>();
    std::shared_ptr<std::vector<RowPtr>> m_rows = std::make_shared<std::vector<RowPtr>>(); ///< by slot
    std::unique_ptr<Index> m_index;
    std::vector<Slot> m_freeSlots;
    RowBuilder m_builder;
    kube::Owner m_owner; ///< last: dies first
};

} // namespace orrery
