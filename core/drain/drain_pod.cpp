// SPDX-License-Identifier: Apache-2.0
#include "core/drain/drain_pod.h"

#include <algorithm>

namespace kube {

DrainPod DrainPod::of(JsonValue pod)
{
    const JsonValue metadata = pod["metadata"];
    DrainPod drained;
    drained.key = {std::string(metadata["namespace"].string()), std::string(metadata["name"].string())};
    drained.uid = metadata["uid"].string();
    metadata["ownerReferences"].forEachItem([&](JsonValue owner) {
        if (!owner["controller"].boolean())
            return;
        drained.controllerKind = owner["kind"].string();
        drained.controllerName = owner["name"].string();
    });
    drained.isMirror = metadata["annotations"]["kubernetes.io/config.mirror"].exists();
    drained.phase = pod["status"]["phase"].string();
    drained.isFinished = drained.phase == "Succeeded" || drained.phase == "Failed";
    pod["spec"]["volumes"].forEachItem([&](JsonValue volume) { drained.hasEmptyDir |= volume["emptyDir"].exists(); });
    drained.isGoing = !metadata["deletionTimestamp"].isNull();
    return drained;
}

DrainVerdict drainVerdict(const DrainPod &pod, const DrainConsent &consent)
{
    if (pod.isMirror)
        return DrainVerdict::LeaveMirror;
    if (pod.isFinished)
        return DrainVerdict::Evict;
    const bool ofDaemonSet = pod.controllerKind == "DaemonSet";
    if (ofDaemonSet && !pod.controllerIsGone)
        return consent.leaveDaemonSets ? DrainVerdict::LeaveDaemonSet : DrainVerdict::AskDaemonSet;
    const bool isUnmanaged = pod.controllerKind.empty() || ofDaemonSet;
    if (isUnmanaged && !consent.endUnmanaged)
        return DrainVerdict::AskUnmanaged;
    if (pod.hasEmptyDir && !consent.loseEmptyDirs)
        return DrainVerdict::AskEmptyDir;
    return DrainVerdict::Evict;
}

bool isQuestion(DrainVerdict verdict)
{
    return verdict == DrainVerdict::AskDaemonSet || verdict == DrainVerdict::AskEmptyDir || verdict == DrainVerdict::AskUnmanaged;
}

std::size_t openQuestions(const std::vector<DrainPod> &pods, const DrainConsent &consent)
{
    return static_cast<std::size_t>(
        std::count_if(pods.begin(), pods.end(), [&](const DrainPod &pod) { return isQuestion(drainVerdict(pod, consent)); }));
}

} // namespace kube
