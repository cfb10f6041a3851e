// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/rollout_status.h"

#include "core/rollout/node_reading.h"
#include "core/rollout/workload_kind.h"

#include <algorithm>

namespace kube {

using namespace rollout_detail;

namespace {

using State = RolloutStatus::State;

std::string digits(std::int64_t number)
{
    return std::to_string(number);
}

std::string quoted(const JsonNode &workload)
{
    return '"' + textAt(workload, {"metadata", "name"}) + '"';
}

bool isObserved(const JsonNode &workload)
{
    return numberAt(workload, {"metadata", "generation"}) <= numberAt(workload, {"status", "observedGeneration"});
}

/// Available Pods may be old ones: as many as there are old Pods are not counted.
int percentOf(std::int64_t wanted, std::int64_t updated, std::int64_t available, std::int64_t all)
{
    if (wanted <= 0)
        return all > 0 ? 0 : 99;
    const std::int64_t fresh = std::clamp<std::int64_t>(updated, 0, wanted);
    const std::int64_t ready = std::clamp<std::int64_t>(available - std::max<std::int64_t>(all - updated, 0), 0, fresh);
    return std::min(99, static_cast<int>((fresh + ready) * 50 / wanted)); // all of it is for what is done
}

RolloutStatus untold()
{
    return {State::Untold, "rollout status is only available for RollingUpdate strategy type", 0};
}

RolloutStatus deploymentStatus(const JsonNode &workload)
{
    if (!isObserved(workload))
        return {State::Waiting, "Waiting for deployment spec update to be observed...", 0};
    const std::optional<std::int64_t> wanted = wholeAt(workload, {"spec", "replicas"});
    const std::int64_t all = numberAt(workload, {"status", "replicas"});
    const std::int64_t updated = numberAt(workload, {"status", "updatedReplicas"});
    const std::int64_t available = numberAt(workload, {"status", "availableReplicas"});
    const int percent = percentOf(wanted.value_or(updated), updated, available, all);
    const JsonNode *const progressing = conditionOf(workload, "Progressing");
    if (progressing && textAt(*progressing, {"reason"}) == "ProgressDeadlineExceeded")
        return {State::Failed, "deployment " + quoted(workload) + " exceeded its progress deadline", percent};
    const std::string waiting = "Waiting for deployment " + quoted(workload) + " rollout to finish: ";
    if (wanted && updated < *wanted)
        return {State::Waiting, waiting + digits(updated) + " out of " + digits(*wanted) + " new replicas have been updated...", percent};
    if (all > updated)
        return {State::Waiting, waiting + digits(all - updated) + " old replicas are pending termination...", percent};
    if (available < updated)
        return {State::Waiting, waiting + digits(available) + " of " + digits(updated) + " updated replicas are available...", percent};
    return {State::Done, "deployment " + quoted(workload) + " successfully rolled out", 100};
}

RolloutStatus daemonSetStatus(const JsonNode &workload)
{
    if (textAt(workload, {"spec", "updateStrategy", "type"}) != "RollingUpdate")
        return untold();
    if (!isObserved(workload))
        return {State::Waiting, "Waiting for daemon set spec update to be observed...", 0};
    const std::int64_t wanted = numberAt(workload, {"status", "desiredNumberScheduled"});
    const std::int64_t updated = numberAt(workload, {"status", "updatedNumberScheduled"});
    const std::int64_t available = numberAt(workload, {"status", "numberAvailable"});
    const int percent = percentOf(wanted, updated, available, wanted);
    const std::string waiting = "Waiting for daemon set " + quoted(workload) + " rollout to finish: ";
    if (updated < wanted)
        return {State::Waiting, waiting + digits(updated) + " out of " + digits(wanted) + " new pods have been updated...", percent};
    if (available < wanted)
        return {State::Waiting, waiting + digits(available) + " of " + digits(wanted) + " updated pods are available...", percent};
    return {State::Done, "daemon set " + quoted(workload) + " successfully rolled out", 100};
}

RolloutStatus statefulSetStatus(const JsonNode &workload)
{
    if (textAt(workload, {"spec", "updateStrategy", "type"}) != "RollingUpdate")
        return untold();
    if (numberAt(workload, {"status", "observedGeneration"}) == 0 || !isObserved(workload))
        return {State::Waiting, "Waiting for statefulset spec update to be observed...", 0};
    const std::optional<std::int64_t> wanted = wholeAt(workload, {"spec", "replicas"});
    const std::int64_t ready = numberAt(workload, {"status", "readyReplicas"});
    const std::int64_t updated = numberAt(workload, {"status", "updatedReplicas"});
    const int percent = percentOf(wanted.value_or(updated), updated, ready, numberAt(workload, {"status", "replicas"}));
    if (wanted && ready < *wanted)
        return {State::Waiting, "Waiting for " + digits(*wanted - ready) + " pods to be ready...", percent};
    if (nodeAt(workload, {"spec", "updateStrategy", "rollingUpdate"})) {
        // Servers set partition where nobody has: these are the words for every rolling update.
        const std::optional<std::int64_t> partition = wholeAt(workload, {"spec", "updateStrategy", "rollingUpdate", "partition"});
        if (wanted && partition && updated < *wanted - *partition) {
            return {State::Waiting,
                    "Waiting for partitioned roll out to finish: " + digits(updated) + " out of " + digits(*wanted - *partition) + " new pods have been updated...",
                    percent};
        }
        return {State::Done, "partitioned roll out complete: " + digits(updated) + " new pods have been updated...", 100};
    }
    const std::string update = textAt(workload, {"status", "updateRevision"});
    const std::string current = textAt(workload, {"status", "currentRevision"});
    if (update != current)
        return {State::Waiting, "waiting for statefulset rolling update to complete " + digits(updated) + " pods at revision " + update + "...", percent};
    return {State::Done,
            "statefulset rolling update complete " + digits(numberAt(workload, {"status", "currentReplicas"})) + " pods at revision " + current + "...", 100};
}

} // namespace

RolloutStatus rolloutStatus(const JsonNode &workload)
{
    const std::optional<WorkloadKind> kind = workloadKindOf(workload);
    if (kind == WorkloadKind::Deployment)
        return deploymentStatus(workload);
    if (kind == WorkloadKind::DaemonSet)
        return daemonSetStatus(workload);
    if (kind == WorkloadKind::StatefulSet)
        return statefulSetStatus(workload);
    return {State::Untold, "no status viewer has been implemented for " + textAt(workload, {"kind"}), 0};
}

} // namespace kube
