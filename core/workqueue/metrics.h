// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"

#include <memory>
#include <string>
#include <unordered_map>

namespace kube {

/// What a named queue tells whoever counts. Thread: any; implementations lock for themselves.
/// Source: client-go util/workqueue metrics.
class GaugeMetric
{
public:
    virtual ~GaugeMetric() = default;
    virtual void increment() = 0;
    virtual void decrement() = 0;
};

class SettableGaugeMetric
{
public:
    virtual ~SettableGaugeMetric() = default;
    virtual void set(double value) = 0;
};

class CounterMetric
{
public:
    virtual ~CounterMetric() = default;
    virtual void increment() = 0;
};

class HistogramMetric
{
public:
    virtual ~HistogramMetric() = default;
    virtual void observe(double seconds) = 0;
};

/// Makes a queue's metrics; asked once, and only for a queue with a name. Lifetime: outlives its queues.
class MetricsProvider
{
public:
    virtual ~MetricsProvider() = default;
    virtual std::unique_ptr<GaugeMetric> depth(const std::string &queue) = 0;
    virtual std::unique_ptr<CounterMetric> adds(const std::string &queue) = 0;    ///< without those that were queued already
    virtual std::unique_ptr<HistogramMetric> latency(const std::string &queue) = 0;      ///< first add to get
    virtual std::unique_ptr<HistogramMetric> workDuration(const std::string &queue) = 0; ///< get to done
    virtual std::unique_ptr<SettableGaugeMetric> unfinishedWorkSeconds(const std::string &queue) = 0; ///< sum of ages in work
    virtual std::unique_ptr<SettableGaugeMetric> longestRunningProcessorSeconds(const std::string &queue) = 0;
    virtual std::unique_ptr<CounterMetric> retries(const std::string &queue) = 0; ///< each addAfter
};

/// How a queue is made. Without a name or a provider no metric is kept and no time is read.
struct WorkQueueOptions {
    std::string name;
    MetricsProvider *metrics = nullptr;
    std::function<SteadyTime()> now = [] { return std::chrono::steady_clock::now(); };
};

/// The bookkeeping of one named queue's metrics. Thread: under its queue's mutex.
template <typename Key, typename Hash>
class QueueMetrics
{
public:
    explicit QueueMetrics(const WorkQueueOptions &options)
        : m_now(options.now), m_depth(options.metrics->depth(options.name)), m_adds(options.metrics->adds(options.name)),
          m_latency(options.metrics->latency(options.name)), m_workDuration(options.metrics->workDuration(options.name)),
          m_unfinished(options.metrics->unfinishedWorkSeconds(options.name)),
          m_longest(options.metrics->longestRunningProcessorSeconds(options.name)),
          m_retries(options.metrics->retries(options.name))
    {
    }

    void added(const Key &key)
    {
        m_adds->increment();
        m_depth->increment();
        m_addTimes.try_emplace(key, m_now());
    }
    void got(const Key &key)
    {
        m_depth->decrement();
        const SteadyTime now = m_now();
        m_startTimes[key] = now;
        if (const auto found = m_addTimes.find(key); found != m_addTimes.end()) {
            m_latency->observe(seconds(now - found->second));
            m_addTimes.erase(found);
        }
    }
    void done(const Key &key)
    {
        if (const auto found = m_startTimes.find(key); found != m_startTimes.end()) {
            m_workDuration->observe(seconds(m_now() - found->second));
            m_startTimes.erase(found);
        }
    }
    void retried() { m_retries->increment(); }
    void updateUnfinishedWork()
    {
        const SteadyTime now = m_now();
        double total = 0;
        double oldest = 0;
        for (const auto &[key, start] : m_startTimes) {
            const double age = seconds(now - start);
            total += age;
            oldest = std::max(oldest, age);
        }
        m_unfinished->set(total);
        m_longest->set(oldest);
    }

private:
    [[nodiscard]] static double seconds(Duration duration) { return std::chrono::duration<double>(duration).count(); }

    std::function<SteadyTime()> m_now;
    std::unique_ptr<GaugeMetric> m_depth;
    std::unique_ptr<CounterMetric> m_adds;
    std::unique_ptr<HistogramMetric> m_latency;
    std::unique_ptr<HistogramMetric> m_workDuration;
    std::unique_ptr<SettableGaugeMetric> m_unfinished;
    std::unique_ptr<SettableGaugeMetric> m_longest;
    std::unique_ptr<CounterMetric> m_retries;
    std::unordered_map<Key, SteadyTime, Hash> m_addTimes;
    std::unordered_map<Key, SteadyTime, Hash> m_startTimes;
};

} // namespace kube
