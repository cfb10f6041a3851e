// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"

#include <memory>
#include <optional>
#include <string>

namespace kube {

/// What a named queue tells whoever counts. Thread: any; implementations lock for themselves.
/// Source: client-go util/workqueue metrics.
class GaugeMetric
{
public:
    virtual ~GaugeMetric() = default;
    virtual void increment() = 0; ///< one more
    virtual void decrement() = 0; ///< one less
};

/// A number that is set.
class SettableGaugeMetric
{
public:
    virtual ~SettableGaugeMetric() = default;
    virtual void set(double value) = 0; ///< the number now
};

/// A number that only grows.
class CounterMetric
{
public:
    virtual ~CounterMetric() = default;
    virtual void increment() = 0; ///< one more
};

/// How values are spread.
class HistogramMetric
{
public:
    virtual ~HistogramMetric() = default;
    virtual void observe(double seconds) = 0; ///< one more value
};

/// Makes a queue's metrics; asked once, and only for a queue with a name. Lifetime: outlives its queues.
class MetricsProvider
{
public:
    virtual ~MetricsProvider() = default;
    virtual std::unique_ptr<GaugeMetric> depth(const std::string &queue) = 0; ///< keys in the line
    virtual std::unique_ptr<CounterMetric> adds(const std::string &queue) = 0;    ///< without those that were queued already
    virtual std::unique_ptr<HistogramMetric> latency(const std::string &queue) = 0;      ///< first add to get
    virtual std::unique_ptr<HistogramMetric> workDuration(const std::string &queue) = 0; ///< get to done
    virtual std::unique_ptr<SettableGaugeMetric> unfinishedWorkSeconds(const std::string &queue) = 0; ///< sum of ages in work
    /// Of the key that has been processed longest.
    virtual std::unique_ptr<SettableGaugeMetric> longestRunningProcessorSeconds(const std::string &queue) = 0;
    virtual std::unique_ptr<CounterMetric> retries(const std::string &queue) = 0; ///< each addAfter
};

/// How a queue is made. Without a name or a provider no metric is kept.
struct WorkQueueOptions {
    std::string name;
    MetricsProvider *metrics = nullptr;
    std::function<SteadyTime()> now = [] { return std::chrono::steady_clock::now(); };
    /// Whether the time of each add and each get is noted, for snapshots. It is, whatever this says, when there are metrics.
    enum class Times { WhileWatched, Always } times = Times::WhileWatched;
};

/// The metrics of one named queue. Thread: under its queue's mutex.
class QueueMetrics
{
public:
    explicit QueueMetrics(const WorkQueueOptions &options)
        : m_depth(options.metrics->depth(options.name)), m_adds(options.metrics->adds(options.name)),
          m_latency(options.metrics->latency(options.name)), m_workDuration(options.metrics->workDuration(options.name)),
          m_unfinished(options.metrics->unfinishedWorkSeconds(options.name)),
          m_longest(options.metrics->longestRunningProcessorSeconds(options.name)),
          m_retries(options.metrics->retries(options.name))
    {
    }

    void added()
    {
        m_adds->increment();
        m_depth->increment();
    }
    void got(std::optional<Duration> waited)
    {
        m_depth->decrement();
        if (waited)
            m_latency->observe(seconds(*waited));
    }
    void done(std::optional<Duration> worked)
    {
        if (worked)
            m_workDuration->observe(seconds(*worked));
    }
    void retried() { m_retries->increment(); }
    void setUnfinishedWork(Duration total, Duration longest)
    {
        m_unfinished->set(seconds(total));
        m_longest->set(seconds(longest));
    }

private:
    [[nodiscard]] static double seconds(Duration duration) { return std::chrono::duration<double>(duration).count(); }

    std::unique_ptr<GaugeMetric> m_depth;
    std::unique_ptr<CounterMetric> m_adds;
    std::unique_ptr<HistogramMetric> m_latency;
    std::unique_ptr<HistogramMetric> m_workDuration;
    std::unique_ptr<SettableGaugeMetric> m_unfinished;
    std::unique_ptr<SettableGaugeMetric> m_longest;
    std::unique_ptr<CounterMetric> m_retries;
};

} // namespace kube
