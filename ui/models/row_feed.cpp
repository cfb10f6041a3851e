// SPDX-License-Identifier: Apache-2.0
#include "ui/models/row_feed.h"

#include "ui/models/columns/table_columns.h"

namespace orrery {

namespace {

constexpr auto turnLength = std::chrono::milliseconds(2);
constexpr int keysBetweenLooks = 8; // at the clock

/// What client-go's controllers take for one key.
kube::RateLimiterPtr<kube::ObjectKey> rowRateLimiter()
{
    return std::make_unique<kube::ItemExponentialFailureRateLimiter<kube::ObjectKey>>(std::chrono::milliseconds(5), std::chrono::seconds(1000));
}

std::size_t hashOf(std::string_view namespaceName, std::string_view name)
{
    const std::size_t seed = std::hash<std::string_view>{}(name);
    return seed ^ (std::hash<std::string_view>{}(namespaceName) + 0x9e3779b97f4a7c15ULL + (seed << 6) + (seed >> 2));
}

bool isEqual(const Row &left, const Row &right)
{
    return left.isSameObject(right) && left.cellCount() == right.cellCount() && left.searchText(true) == right.searchText(true)
        && left.changedCells(right) == 0;
}

bool isEqual(const std::vector<kube::TableColumn> &left, const std::vector<kube::TableColumn> &right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](const auto &a, const auto &b) {
        return a.name == b.name && a.type == b.type && a.format == b.format && a.priority == b.priority;
    });
}

} // namespace

std::size_t RowFeed::SlotHash::operator()(Slot slot) const
{
    const Row &row = *(*rows)[slot];
    return hashOf(row.namespaceName(), row.name());
}

std::size_t RowFeed::SlotHash::operator()(const KeyView &key) const
{
    return hashOf(key.namespaceName, key.name);
}

bool RowFeed::SlotEqual::operator()(Slot slot, const KeyView &key) const
{
    const Row &row = *(*rows)[slot];
    return row.name() == key.name && row.namespaceName() == key.namespaceName;
}

RowFeed::RowFeed(kube::FeedSource &source, ColumnSetPtr columns, bool namespaced, Sink sink, std::string name)
    : m_source(source), m_sink(std::move(sink)), m_columns(std::move(columns)), m_namespaced(namespaced),
      m_queue(rowRateLimiter(), source.executor(), source.scheduler(), {.name = std::move(name), .now = [&source] { return source.scheduler().now(); }}),
      m_index(std::make_unique<Index>(0, SlotHash{m_rows.get()}, SlotEqual{m_rows.get()})), m_owner(source.executor())
{
    m_queue.setWakeUp(m_owner.bind([this] { turn(); }));
    // The source outlives this and may yet have something to say.
    m_source.start({[this, alive = m_owner.guard()](const kube::ObjectKey &key, bool isInInitialList) {
                        if (alive.expired())
                            return;
                        m_isLoading = isInInitialList;
                        m_queue.add(key);
                    },
                    [this, alive = m_owner.guard()](const std::vector<kube::TableColumn> &tableColumns) {
                        if (!alive.expired())
                            onColumns(tableColumns);
                    }});
}

RowFeed::~RowFeed()
{
    m_queue.setWakeUp({});
    m_queue.shutDown();
    // The index reads the rows until it is gone.
    m_sink.background->post([rows = std::move(m_rows), index = std::shared_ptr<Index>(std::move(m_index)), outbox = std::move(m_outbox)]() mutable {
        index.reset();
        rows.reset();
    });
}

kube::FeedWorkerMaker RowFeed::maker(const kube::FeedRequest &request, ColumnSetPtr columns, Sink sink)
{
    return [columns = request.form == kube::FeedRequest::Form::Table ? nullptr : std::move(columns),
            namespaced = request.resource.namespaced, sink = std::move(sink), name = request.resource.gvr.resource](kube::FeedSource &source) {
        return std::make_unique<RowFeed>(source, columns, namespaced, sink, name);
    };
}

kube::WorkQueueSnapshot RowFeed::queue(std::size_t keys) const
{
    return m_queue.snapshot(keys, [](const kube::ObjectKey &key) { return key.toString(); });
}

void RowFeed::onColumns(const std::vector<kube::TableColumn> &columns)
{
    if (m_columns && isEqual(columns, m_tableColumns))
        return;
    m_tableColumns = columns;
    m_columns = tableColumns(columns, m_namespaced);
    m_outbox->reset(m_columns);
    ring();
    // Rows made for other columns are made anew.
    std::vector<kube::ObjectKey> keys;
    for (const RowPtr &row : *m_rows) {
        if (row)
            keys.push_back(row->key());
    }
    m_index->clear();
    m_rows->clear();
    m_freeSlots.clear();
    for (const kube::ObjectKey &key : keys)
        m_queue.add(key);
    m_owner.bind([this] { turn(); })();
}

void RowFeed::turn()
{
    if (!m_columns)
        return; // onColumns() comes back
    const kube::SteadyTime end = m_source.scheduler().now() + turnLength;
    bool isDone = false;
    for (int keys = 0; !isDone; ++keys) {
        if (keys % keysBetweenLooks == 0 && m_source.scheduler().now() >= end)
            break;
        const auto key = m_queue.tryGet();
        if (key)
            work(*key);
        else
            isDone = true;
    }
    ring();
    if (!isDone)
        m_owner.bind([this] { turn(); })();
}

void RowFeed::work(const kube::ObjectKey &key)
{
    std::optional<Reconciled> changed;
    auto outcome = reconcile(key, changed);
    if (outcome) {
        succeeded(key);
    } else {
        m_hasFailed = true;
        m_queue.addRateLimited(key, std::move(outcome.error()));
    }
    m_queue.done(key);
    const auto stamp = outcome ? m_source.reconciled(key) : std::nullopt;
    if (changed)
        put(std::move(*changed), stamp);
}

void RowFeed::succeeded(const kube::ObjectKey &key)
{
    if (!m_hasFailed)
        return;
    m_queue.forget(key);
    m_queue.cancelAfter(key); // a change came first: the retry would find nothing to do
    m_hasFailed = m_queue.snapshot().failing > 0 || m_queue.waiting() > 0;
}

void RowFeed::retry(const kube::ObjectKey &key)
{
    m_queue.cancelAfter(key);
    m_queue.add(key);
}

kube::Result<void> RowFeed::reconcile(const kube::ObjectKey &key, std::optional<Reconciled> &changed)
{
    const kube::ObjectPtr object = m_source.get(key);
    if (!object) {
        const auto found = m_index->find(KeyView{key.namespaceName, key.name});
        if (found == m_index->end())
            return {};
        const Slot slot = *found;
        m_index->erase(found); // while its row is still there to hash
        m_freeSlots.push_back(slot);
        changed = Reconciled{{slot, nullptr, false}, std::exchange((*m_rows)[slot], nullptr)};
        return {};
    }
    auto row = rowOf(*object);
    if (!row) {
        changed = show(key, bareRowOf(*object)); // cells of an older version would not be true
        return kube::fail(std::move(row.error()));
    }
    changed = show(key, std::move(*row));
    return {};
}

kube::Result<RowPtr> RowFeed::rowOf(const kube::Object &object)
{
    RowPtr row;
    try {
        object.read([&](kube::JsonValue root) {
            if (root.exists())
                row = m_columns->row(object.key(), object.uid(), root, m_builder);
        });
    } catch (const std::exception &exception) {
        return kube::fail(kube::Error::badInput(QStringLiteral("a column threw: %1").arg(QString::fromUtf8(exception.what()))));
    }
    if (!row)
        return kube::fail(kube::Error::badInput(QStringLiteral("the cached object does not decompress or parse")));
    return row;
}

RowPtr RowFeed::bareRowOf(const kube::Object &object)
{
    m_builder.begin(object.key().namespaceName, object.key().name, object.uid());
    for (const Column &column : m_columns->columns) {
        if (column.title == QLatin1String("NAMESPACE"))
            m_builder.namespaceName();
        else if (column.title == QLatin1String("NAME"))
            m_builder.name();
        else
            m_builder.text({});
    }
    return m_builder.finish(static_cast<int>(m_columns->columns.size()));
}

std::optional<RowFeed::Reconciled> RowFeed::show(const kube::ObjectKey &key, RowPtr row)
{
    const auto found = m_index->find(KeyView{key.namespaceName, key.name});
    if (found != m_index->end()) {
        RowPtr &place = (*m_rows)[*found];
        if (isEqual(*place, *row))
            return std::nullopt;
        RowPtr before = std::exchange(place, row);
        return Reconciled{{*found, std::move(row), false}, std::move(before)};
    }
    const Slot slot = freeSlot();
    (*m_rows)[slot] = row;
    m_index->insert(slot);
    return Reconciled{{slot, std::move(row), m_isLoading}, nullptr};
}

void RowFeed::put(Reconciled reconciled, const std::optional<kube::ChangeStamp> &stamp)
{
    if (!stamp || !reconciled.change.row) {
        m_outbox->put(std::move(reconciled.change));
        return;
    }
    const bool isNew = !reconciled.before || !reconciled.before->isSameObject(*reconciled.change.row);
    const RowStamp mark{*stamp, isNew ? ~std::uint64_t(0) : reconciled.before->changedCells(*reconciled.change.row)};
    m_outbox->put(std::move(reconciled.change), &mark);
}

Slot RowFeed::freeSlot()
{
    if (m_freeSlots.empty()) {
        m_rows->emplace_back();
        return static_cast<Slot>(m_rows->size() - 1);
    }
    const Slot slot = m_freeSlots.back();
    m_freeSlots.pop_back();
    return slot;
}

void RowFeed::ring()
{
    for (std::size_t i = m_outbox->newDeliveries(); i > 0; --i) {
        m_sink.gui->post([outbox = m_outbox, alive = m_sink.alive, deliver = m_sink.deliver, delivered = m_source.delivering()] {
            if (alive.expired())
                return;
            deliver(outbox->take());
            if (delivered)
                delivered();
        });
    }
}

} // namespace orrery
