// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/feed_inspection.h"
#include "core/session/ports/resource_feed.h"
#include "core/workqueue/rate_limiting_queue.h"

#include <map>
#include <mutex>
#include <set>

namespace kube::test {

/// The rows of a QueueWorker: resourceVersions by key. Thread: any.
class QueueRows
{
public:
    [[nodiscard]] std::map<ObjectKey, std::string> all() const
    {
        const std::lock_guard lock(m_mutex);
        return m_rows;
    }
    void set(const ObjectKey &key, const ObjectPtr &object)
    {
        const std::lock_guard lock(m_mutex);
        if (object)
            m_rows[key] = std::string(object->resourceVersion());
        else
            m_rows.erase(key);
    }

    /// A key's row cannot be made, from now on or no more.
    void setFailing(const ObjectKey &key, bool fails)
    {
        const std::lock_guard lock(m_mutex);
        if (fails)
            m_failing.insert(key);
        else
            m_failing.erase(key);
    }
    [[nodiscard]] bool isFailing(const ObjectKey &key) const
    {
        const std::lock_guard lock(m_mutex);
        return m_failing.contains(key);
    }

private:
    mutable std::mutex m_mutex;
    std::map<ObjectKey, std::string> m_rows;
    std::set<ObjectKey> m_failing;
};

/// What a table's RowFeed is to a session, without rows of a table: a controller whose work queue can be looked at and held up.
class QueueWorker final : public FeedWorker, private FeedInspection
{
public:
    QueueWorker(FeedSource &source, std::shared_ptr<QueueRows> rows) : m_source(source), m_rows(std::move(rows)), m_queue(defaultControllerRateLimiter<ObjectKey>(), source.executor(), source.scheduler()), m_owner(source.executor())
    {
        m_queue.setWakeUp(m_owner.bind([this] { turn(); }));
        m_source.start({[this, alive = m_owner.guard()](const ObjectKey &key, bool) {
                            if (!alive.expired())
                                m_queue.add(key);
                        },
                        {}});
    }
    ~QueueWorker() override { m_queue.setWakeUp({}); }
    [[nodiscard]] FeedInspection *inspection() override { return this; }
    [[nodiscard]] static FeedWorkerMaker maker(std::shared_ptr<QueueRows> rows)
    {
        return [rows = std::move(rows)](FeedSource &source) { return std::make_unique<QueueWorker>(source, rows); };
    }

private:
    [[nodiscard]] StageControl &stage() override { return m_queue; }
    [[nodiscard]] WorkQueueSnapshot queue(std::size_t keys) const override
    {
        return m_queue.snapshot(keys, [](const ObjectKey &key) { return key.toString(); });
    }
    [[nodiscard]] std::size_t rows() const override { return m_rows->all().size(); }
    [[nodiscard]] std::optional<Duration> nextDelay() const override { return m_queue.nextDelay({}); }
    void retry(const ObjectKey &key) override
    {
        m_queue.cancelAfter(key);
        m_queue.add(key);
    }
    void forget(const ObjectKey &key) override { m_queue.forget(key); }
    [[nodiscard]] Subscription keepTimes() const override { return m_queue.keepTimes(); }

    void turn()
    {
        while (const auto key = m_queue.tryGet()) {
            const bool fails = m_rows->isFailing(*key);
            if (fails) {
                m_queue.addRateLimited(*key, Error::badInput(QStringLiteral("the row cannot be made")));
            } else {
                m_rows->set(*key, m_source.get(*key));
                m_queue.forget(*key);
            }
            m_queue.done(*key);
            if (const auto stamp = fails ? std::nullopt : m_source.reconciled(*key))
                stamp->times->painted(stamp->received, m_source.scheduler().now());
        }
        if (const auto delivered = m_source.delivering())
            delivered();
    }

    FeedSource &m_source;
    std::shared_ptr<QueueRows> m_rows;
    RateLimitingQueue<ObjectKey> m_queue;
    Owner m_owner;
};

} // namespace kube::test
