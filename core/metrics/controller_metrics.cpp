// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/controller_metrics.h"

#include "core/metrics/histogram_line.h"

#include <algorithm>

namespace kube {

namespace {

constexpr std::string_view queueMark = "workqueue_";
constexpr std::string_view reconcilerMark = "controller_runtime_";
constexpr std::string_view startMetric = "process_start_time_seconds";
/// Where the clock of a machine is set, its programs seem to have begun a little earlier or later.
constexpr std::chrono::seconds sameStart{2};

/// What comes after mark in name, whatever a program has put before it; empty: the mark is not in it.
std::string_view after(std::string_view name, std::string_view mark)
{
    const std::size_t at = name.find(mark);
    if (at == std::string_view::npos || (at > 0 && name[at - 1] != '_'))
        return {};
    return name.substr(at + mark.size());
}

bool isTold(std::string_view name)
{
    return !after(name, queueMark).empty() || !after(name, reconcilerMark).empty() || name.starts_with("rest_client_") || name.starts_with("informer_")
        || name == "leader_election_master_status" || name == startMetric;
}

void add(std::optional<double> &sum, double value)
{
    sum = sum.value_or(0) + value;
}

bool hasFallen(const std::optional<double> &then, const std::optional<double> &now)
{
    return then && now && *now < *then;
}

class MetricsBuilder
{
public:
    void take(const MetricSample &sample)
    {
        const std::string_view name = sample.name;
        if (const std::string_view line = after(name, queueMark); !line.empty())
            queueLine(line, sample);
        else if (const std::string_view told = after(name, reconcilerMark); !told.empty())
            reconcilerLine(told, sample);
        else if (name == "rest_client_requests_total")
            m_metrics.client.requests[std::string(sample.label("code"))] += sample.value;
        else if (name == "leader_election_master_status")
            m_metrics.leads[std::string(sample.label("name"))] = sample.value > 0;
        else if (name == startMetric)
            takeStart(sample.value);
        else if (name.starts_with("informer_"))
            informerLine(name.substr(9), sample);
        else if (!takeHistogramLine(m_metrics.client.throttled, name, "rest_client_rate_limiter_duration_seconds", sample))
            static_cast<void>(takeHistogramLine(m_metrics.client.taken, name, "rest_client_request_duration_seconds", sample));
    }

    [[nodiscard]] ControllerMetrics take()
    {
        for (auto &[name, queue] : m_queues)
            m_metrics.queues.push_back(std::move(queue));
        for (auto &[key, informer] : m_informers)
            m_metrics.informers.push_back(std::move(informer));
        return std::move(m_metrics);
    }

private:
    void takeStart(double seconds)
    {
        if (seconds > 0 && seconds < 1e11) // the year 5138
            m_metrics.startedAt = WallTime(std::chrono::duration_cast<WallTime::duration>(std::chrono::duration<double>(seconds)));
    }

    QueueReading &queueNamed(std::string_view name)
    {
        const auto [at, isNew] = m_queues.try_emplace(std::string(name));
        if (isNew) {
            at->second.name = name;
            at->second.depth = at->second.adds = at->second.retries = at->second.unfinishedSeconds = at->second.longestSeconds = std::nullopt;
        }
        return at->second;
    }

    void queueLine(std::string_view line, const MetricSample &sample)
    {
        std::string_view name = sample.label("name");
        for (const char *other : {"controller", "queue"}) {
            if (name.empty())
                name = sample.label(other);
        }
        if (name.empty())
            return;
        QueueReading &queue = queueNamed(name);
        if (line == "depth")
            add(queue.depth, sample.value);
        else if (line == "adds_total")
            add(queue.adds, sample.value);
        else if (line == "retries_total")
            add(queue.retries, sample.value);
        else if (line == "unfinished_work_seconds")
            add(queue.unfinishedSeconds, sample.value);
        else if (line == "longest_running_processor_seconds")
            queue.longestSeconds = std::max(queue.longestSeconds.value_or(0), sample.value);
        else if (!takeHistogramLine(queue.waiting, line, "queue_duration_seconds", sample))
            static_cast<void>(takeHistogramLine(queue.working, line, "work_duration_seconds", sample));
    }

    void reconcilerLine(std::string_view line, const MetricSample &sample)
    {
        const std::string_view name = sample.label("controller");
        if (name.empty())
            return;
        if (line == "reconcile_total")
            queueNamed(name).reconciles[std::string(sample.label("result"))] += sample.value;
        else if (line == "active_workers")
            add(queueNamed(name).activeWorkers, sample.value);
        else if (line == "max_concurrent_reconciles")
            add(queueNamed(name).maxWorkers, sample.value);
    }

    void informerLine(std::string_view line, const MetricSample &sample)
    {
        const bool isVersion = line == "store_resource_version";
        if (line != "queued_items" && !isVersion && !line.starts_with("processing_latency_seconds"))
            return;
        std::string key;
        for (const char *label : {"name", "group", "version", "resource"})
            key += std::string(sample.label(label)) + '\n';
        InformerMetrics &informer = m_informers[key];
        informer.name = sample.label("name");
        informer.group = sample.label("group");
        informer.version = sample.label("version");
        informer.resource = sample.label("resource");
        if (isVersion)
            informer.cachedVersion = sample.value;
        else if (!takeHistogramLine(informer.processing, line, "processing_latency_seconds", sample))
            informer.queued = sample.value;
    }

    ControllerMetrics m_metrics;
    std::map<std::string, QueueReading, std::less<>> m_queues;
    std::map<std::string, InformerMetrics> m_informers;
};

} // namespace

Result<ControllerMetrics> ControllerMetrics::decode(std::string_view text)
{
    const auto samples = parseMeasures(text, isTold);
    if (!samples)
        return fail(samples.error());
    MetricsBuilder builder;
    for (const MetricSample &sample : *samples)
        builder.take(sample);
    return builder.take();
}

bool ControllerMetrics::isOfAnotherRunThan(const ControllerMetrics &before) const
{
    if (startedAt && before.startedAt && std::chrono::abs(*startedAt - *before.startedAt) > sameStart)
        return true;
    for (const QueueReading &then : before.queues) {
        const auto now = std::find_if(queues.begin(), queues.end(), [&then](const QueueReading &queue) { return queue.name == then.name; });
        if (now != queues.end() && (hasFallen(then.adds, now->adds) || hasFallen(then.retries, now->retries)))
            return true;
    }
    return std::any_of(before.client.requests.begin(), before.client.requests.end(), [this](const auto &then) {
        const auto now = client.requests.find(then.first);
        return now != client.requests.end() && now->second < then.second;
    });
}

} // namespace kube
