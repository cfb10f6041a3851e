// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/pod_status.h"

#include "ui/models/columns/cells.h"

#include <array>
#include <vector>

namespace orrery {

namespace {

using kube::JsonValue;

/// A sidecar: an init container that goes on running (KEP-753).
bool isRestartable(JsonValue initContainers, std::string_view name)
{
    bool restartable = false;
    initContainers.forEachItem([&](JsonValue container) {
        if (container["name"].string() == name)
            restartable = container["restartPolicy"].string() == "Always";
    });
    return restartable;
}

void keepLatest(std::optional<kube::WallTime> &latest, JsonValue containerStatus)
{
    const auto finished = cells::time(containerStatus["lastState"]["terminated"]["finishedAt"]);
    if (finished && (!latest || *latest < *finished))
        latest = finished;
}

std::string ended(JsonValue terminated)
{
    if (const auto reason = terminated["reason"].string(); !reason.empty())
        return std::string(reason);
    if (const auto signal = terminated["signal"].integer(0); signal != 0)
        return "Signal:" + std::to_string(signal);
    return "ExitCode:" + std::to_string(terminated["exitCode"].integer(0));
}

struct Restarts {
    std::int64_t count = 0;
    std::optional<kube::WallTime> last;
    void add(JsonValue containerStatus)
    {
        count += containerStatus["restartCount"].integer(0);
        keepLatest(last, containerStatus);
    }
};

/// Reads the init containers up to the first that is not done. True while initialising.
bool readInitContainers(JsonValue pod, PodStatus &status, Restarts &all, Restarts &sidecars)
{
    const JsonValue specs = pod["spec"]["initContainers"];
    const JsonValue statuses = pod["status"]["initContainerStatuses"];
    const std::size_t count = statuses.size();
    for (std::size_t i = 0; i < count; ++i) {
        const JsonValue container = statuses.at(i);
        const bool restartable = isRestartable(specs, container["name"].string());
        all.add(container);
        if (restartable)
            sidecars.add(container);
        const JsonValue terminated = container["state"]["terminated"];
        if (terminated.isObject() && terminated["exitCode"].integer(0) == 0)
            continue;
        if (restartable && container["started"].boolean()) {
            if (container["ready"].boolean())
                ++status.ready;
            continue;
        }
        const auto waiting = container["state"]["waiting"]["reason"].string();
        if (terminated.isObject())
            status.reason = "Init:" + ended(terminated);
        else if (!waiting.empty() && waiting != "PodInitializing")
            status.reason = "Init:" + std::string(waiting);
        else
            status.reason = "Init:" + std::to_string(i) + "/" + std::to_string(specs.size());
        return true;
    }
    return false;
}

void readContainers(JsonValue pod, PodStatus &status, Restarts &restarts)
{
    const JsonValue statuses = pod["status"]["containerStatuses"];
    bool hasRunning = false;
    for (std::size_t i = statuses.size(); i-- > 0;) { // the first container that has something to say wins
        const JsonValue container = statuses.at(i);
        const JsonValue state = container["state"];
        restarts.add(container);
        if (const auto waiting = state["waiting"]["reason"].string(); !waiting.empty()) {
            status.reason = waiting;
        } else if (state["terminated"].isObject()) {
            status.reason = ended(state["terminated"]);
        } else if (container["ready"].boolean() && state["running"].isObject()) {
            hasRunning = true;
            ++status.ready;
        }
    }
    if (status.reason == "Completed" && hasRunning)
        status.reason = cells::conditionStatus(pod["status"]["conditions"], "Ready") == "True" ? "Running" : "NotReady";
}

Tone toneOf(const PodStatus &status)
{
    const std::string &reason = status.reason;
    static constexpr std::array<std::string_view, 6> pending = {"Pending", "ContainerCreating", "PodInitializing",
                                                                "SchedulingGated", "NotReady", "ContainerStatusUnknown"};
    if (reason == "Running")
        return status.ready >= status.containers ? Tone::Ready : Tone::Pending;
    if (reason == "Completed" || reason == "Succeeded" || reason == "Unknown" || reason.empty())
        return Tone::Completed;
    if (reason == "Terminating")
        return Tone::Terminating;
    if (std::find(pending.begin(), pending.end(), reason) != pending.end())
        return Tone::Pending;
    // "Init:1/3" is on its way; "Init:Error" and the like are not.
    if (reason.starts_with("Init:") && reason.size() > 5 && std::isdigit(static_cast<unsigned char>(reason[5])))
        return Tone::Pending;
    return Tone::Failing;
}

} // namespace

PodStatus PodStatus::of(JsonValue pod)
{
    PodStatus result;
    const JsonValue spec = pod["spec"];
    const JsonValue status = pod["status"];
    const auto phase = status["phase"].string();
    result.reason = cells::orElse(status["reason"].string(), phase);
    result.containers = static_cast<int>(spec["containers"].size());
    status["conditions"].forEachItem([&](JsonValue condition) {
        if (condition["type"].string() == "PodScheduled" && condition["reason"].string() == "SchedulingGated")
            result.reason = "SchedulingGated";
    });
    spec["initContainers"].forEachItem([&](JsonValue container) {
        if (container["restartPolicy"].string() == "Always")
            ++result.containers;
    });

    Restarts restarts;
    Restarts sidecars;
    const bool initializing = readInitContainers(pod, result, restarts, sidecars);
    if (!initializing || cells::conditionStatus(status["conditions"], "Initialized") == "True") {
        restarts = sidecars;
        readContainers(pod, result, restarts);
    }
    result.restarts = restarts.count;
    result.lastRestart = restarts.last;

    if (cells::isTerminating(pod)) {
        if (status["reason"].string() == "NodeLost")
            result.reason = "Unknown";
        else if (phase != "Succeeded" && phase != "Failed")
            result.reason = "Terminating";
    }
    result.tone = toneOf(result);
    return result;
}

} // namespace orrery
