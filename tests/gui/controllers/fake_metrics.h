// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/metrics_port.h"
#include "core/session/ports/suspect_port.h"
#include "tests/gui/support/fake_ports.h"
#include "tests/support/manual_time.h"

#include <QStringList>

#include <map>

namespace orrery::test {

/// Answers at once what the test has put there: expositions by the Pod's name, "" for the API server's.
class FakeMetrics final : public kube::MetricsPort
{
public:
    [[nodiscard]] kube::Future<kube::MetricsTargets> targets() override
    {
        ++looks;
        return kube::Future<kube::MetricsTargets>::ready(found);
    }
    [[nodiscard]] kube::Future<kube::ControllerMetrics> scrape(const kube::MetricsTarget &target) override { return answer(target.pod); }
    [[nodiscard]] kube::Future<kube::ControllerMetrics> apiServer() override { return answer({}); }
    [[nodiscard]] kube::Future<kube::ApiServerLoad> apiServerLoad() override { return kube::Future<kube::ApiServerLoad>::ready(kube::fail(kube::Error::canceled())); }
    [[nodiscard]] kube::Future<kube::PriorityAndFairness> flowControl() override { return kube::Future<kube::PriorityAndFairness>::ready(kube::fail(kube::Error::canceled())); }
    [[nodiscard]] kube::Future<kube::Readiness> readiness() override { return kube::Future<kube::Readiness>::ready(kube::fail(kube::Error::canceled())); }

    void add(const std::string &pod, const std::string &text)
    {
        found->targets.push_back({"system", pod, "Deployment/" + pod, {"http", 8080, "/metrics", kube::MetricsEndpoint::Sign::PortName}});
        texts[pod] = text;
    }

    kube::Result<kube::MetricsTargets> found = kube::MetricsTargets{};
    std::map<std::string, std::string> texts;
    std::map<std::string, kube::Error> errors; ///< before the texts
    QStringList asked;                         ///< Pods, in order
    int looks = 0;
    bool holds = false; ///< answers wait in held
    Answers<kube::ControllerMetrics> held;

private:
    [[nodiscard]] kube::Future<kube::ControllerMetrics> answer(const std::string &pod)
    {
        asked << QString::fromStdString(pod);
        if (holds)
            return held.ask();
        const auto error = errors.find(pod);
        if (error != errors.end())
            return kube::Future<kube::ControllerMetrics>::ready(kube::fail(error->second));
        return kube::Future<kube::ControllerMetrics>::ready(kube::ControllerMetrics::decode(texts[pod]));
    }
};

/// Tells what the test says, to whoever asked last.
class FakeSuspects final : public kube::SuspectPort
{
public:
    [[nodiscard]] kube::Subscription find(const kube::SuspectQuery &query, const kube::Owner &owner, std::function<void(kube::SuspectReportPtr)> told) override
    {
        asked << QString::fromStdString(query.resource.gvr.resource);
        leases = query.leases;
        auto mine = std::make_shared<bool>(true);
        ++following;
        m_tell = [tell = owner.bind(std::move(told)), mine](const kube::SuspectReportPtr &report) {
            if (*mine)
                tell(report);
        };
        return kube::Subscription([this, mine] {
            *mine = false;
            --following;
        });
    }
    void tell(kube::SuspectReport report) { m_tell(std::make_shared<const kube::SuspectReport>(std::move(report))); }

    QStringList asked;
    std::vector<std::string> leases;
    int following = 0;

private:
    std::function<void(const kube::SuspectReportPtr &)> m_tell;
};

/// What a queue tells after so many adds.
inline std::string queueText(const std::string &name, int depth, int adds, int retries = 0, double longest = 0, double unfinished = 0)
{
    const std::string label = "{name=\"" + name + "\"} ";
    const std::string bucket = "{name=\"" + name + "\",le=\"";
    std::string text = "workqueue_depth" + label + std::to_string(depth) + "\nworkqueue_adds_total" + label + std::to_string(adds) + "\nworkqueue_retries_total" + label + std::to_string(retries)
        + "\nworkqueue_longest_running_processor_seconds" + label + std::to_string(longest) + "\nworkqueue_unfinished_work_seconds" + label + std::to_string(unfinished) + '\n';
    for (const char *metric : {"workqueue_queue_duration_seconds", "workqueue_work_duration_seconds"}) {
        for (const char *bound : {"0.001", "0.01", "+Inf"})
            text += std::string(metric) + "_bucket" + bucket + bound + "\"} " + std::to_string(bound[0] == '0' && bound[3] == '0' ? 0 : adds) + '\n';
        text += std::string(metric) + "_count" + label + std::to_string(adds) + '\n';
    }
    return text;
}

/// When a program began: seconds since 1970.
inline std::string startText(int seconds)
{
    return "process_start_time_seconds " + std::to_string(seconds) + '\n';
}

inline kube::Error refusedBy(const QString &message, kube::ErrorKind kind = kube::ErrorKind::Forbidden)
{
    kube::Error error;
    error.kind = kind;
    error.message = message;
    return error;
}

inline kube::CatalogPtr catalogOf(std::initializer_list<std::pair<const char *, const char *>> kinds)
{
    auto catalog = std::make_shared<kube::Catalog>();
    for (const auto &[resource, kind] : kinds) {
        kube::ResourceInfo info;
        info.gvr = {"apps", "v1", resource};
        info.kind = kind;
        info.verbs = {"list"};
        catalog->resources.push_back(std::move(info));
    }
    return catalog;
}

} // namespace orrery::test
