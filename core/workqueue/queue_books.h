// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/workqueue/key_times.h"
#include "core/workqueue/metrics.h"
#include "core/workqueue/queue_snapshot.h"

#include <atomic>

namespace kube {

/// What a queue notes of its keys: counters always, times while somebody wants them, metrics when it has a name and a
/// provider. Thread: under its queue's mutex, but for watch().
template <typename Key, typename Hash>
class QueueBooks
{
public:
    explicit QueueBooks(const WorkQueueOptions &options) : m_now(options.now)
    {
        m_counts.name = options.name;
        if (!options.name.empty() && options.metrics)
            m_metrics = std::make_unique<QueueMetrics>(options);
        if (m_metrics || options.times == WorkQueueOptions::Times::Always)
            ++*m_watchers;
    }

    /// Times are noted while what it returns is held, which may outlive the queue. Thread: any.
    [[nodiscard]] Subscription watch() const
    {
        ++*m_watchers;
        return Subscription([watchers = m_watchers] { --*watchers; });
    }
    [[nodiscard]] bool hasMetrics() const { return m_metrics != nullptr; }

    void added(const Key &key)
    {
        ++m_counts.adds;
        if (m_metrics)
            m_metrics->added();
        if (Times *const times = this->times())
            times->added.begin(key, m_now());
    }
    void collapsed() { ++m_counts.collapsed; }
    void got(const Key &key)
    {
        ++m_counts.gets;
        std::optional<Duration> waited;
        if (Times *const times = this->times()) {
            const SteadyTime now = m_now();
            times->got.begin(key, now);
            if (const auto since = times->added.end(key))
                waited = now - *since;
        }
        if (m_metrics)
            m_metrics->got(waited);
    }
    void done(const Key &key)
    {
        ++m_counts.dones;
        std::optional<Duration> worked;
        if (Times *const times = this->times()) {
            if (const auto since = times->got.end(key))
                worked = m_now() - *since;
        }
        if (m_metrics)
            m_metrics->done(worked);
    }
    void retried()
    {
        ++m_counts.retries;
        if (m_metrics)
            m_metrics->retried();
    }
    void updateUnfinishedWork()
    {
        if (!m_metrics)
            return;
        Duration total{};
        Duration longest{};
        if (Times *const times = this->times()) {
            const SteadyTime now = m_now();
            for (const auto &entry : times->got.entries())
                total += now - entry.since;
            if (!times->got.entries().empty())
                longest = now - times->got.entries().front().since;
        }
        m_metrics->setUnfinishedWork(total, longest);
    }

    [[nodiscard]] const WorkQueueSnapshot &counts() const { return m_counts; }
    [[nodiscard]] SteadyTime now() const { return m_now(); }
    /// Since when keys wait for their worker, or for their own work to end; null: no times were noted.
    [[nodiscard]] const KeyTimes<Key, Hash> *added() const { return m_times ? &m_times->added : nullptr; }
    /// Since when keys are in work; null: no times were noted.
    [[nodiscard]] const KeyTimes<Key, Hash> *got() const { return m_times ? &m_times->got : nullptr; }

private:
    struct Times {
        KeyTimes<Key, Hash> added;
        KeyTimes<Key, Hash> got;
    };
    /// Null while nobody wants them; what was noted goes with the first call after that.
    [[nodiscard]] Times *times()
    {
        if (*m_watchers == 0)
            m_times.reset();
        else if (!m_times)
            m_times = std::make_unique<Times>();
        return m_times.get();
    }

    std::function<SteadyTime()> m_now;
    std::shared_ptr<std::atomic<int>> m_watchers = std::make_shared<std::atomic<int>>(0);
    std::unique_ptr<QueueMetrics> m_metrics;
    std::unique_ptr<Times> m_times;
    WorkQueueSnapshot m_counts; ///< its name and its std::uint64_t
};

} // namespace kube
