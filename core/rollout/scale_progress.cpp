// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/scale_progress.h"

#include "core/rollout/node_reading.h"

namespace kube {

using namespace rollout_detail;

namespace {

/// These leave readyReplicas out when it is 0.
bool alwaysTellsReady(const JsonNode &object)
{
    const std::string kind = textAt(object, {"kind"});
    const std::string version = textAt(object, {"apiVersion"});
    const bool isOfApps = version.starts_with("apps/") || version.starts_with("extensions/");
    return (isOfApps && (kind == "Deployment" || kind == "StatefulSet" || kind == "ReplicaSet")) || (version == "v1" && kind == "ReplicationController");
}

} // namespace

ScaleProgress scaleProgress(const JsonNode &object, std::int64_t wanted, std::int64_t current)
{
    ScaleProgress progress;
    progress.wanted = wanted;
    progress.current = current;
    progress.ready = wholeAt(object, {"status", "readyReplicas"});
    if (!progress.ready && alwaysTellsReady(object))
        progress.ready = 0;
    // Who never writes it down is not waited for.
    const std::optional<std::int64_t> observed = wholeAt(object, {"status", "observedGeneration"});
    progress.isObserved = observed ? *observed >= numberAt(object, {"metadata", "generation"}) : !alwaysTellsReady(object);
    progress.isDone = progress.isObserved && current == wanted && progress.ready.value_or(wanted) == wanted;
    return progress;
}

} // namespace kube
