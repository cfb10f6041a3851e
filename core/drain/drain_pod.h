// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_value.h"
#include "core/object/object_key.h"

#include <string>
#include <vector>

namespace kube {

/// A Pod on a Node, as far as draining asks about it.
struct DrainPod {
    ObjectKey key;
    std::string uid;
    std::string controllerKind; ///< of the ownerReference that says controller; empty: it has none
    std::string controllerName;
    bool controllerIsGone = false; ///< a DaemonSet that is not there any more; not in the Pod itself
    bool isMirror = false;      ///< of a file on the Node: the kubelet makes it again, the API cannot end it
    bool isFinished = false;    ///< Succeeded or Failed
    bool hasEmptyDir = false;   ///< what it has written there goes with it
    bool isGoing = false;       ///< deleted already
    std::string phase;          ///< status.phase

    [[nodiscard]] static DrainPod of(JsonValue pod); ///< of a whole document
};

/// What the person who drains has agreed to. Source: kubectl drain --ignore-daemonsets, --delete-emptydir-data, --force.
struct DrainConsent {
    bool leaveDaemonSets = false; ///< their Pods stay: their controller would put them back at once
    bool loseEmptyDirs = false;   ///< what is in emptyDir volumes is lost
    bool endUnmanaged = false;    ///< nobody makes these Pods again
};

/// What draining does with a Pod.
enum class DrainVerdict {
    Evict,
    LeaveMirror,    ///< always
    LeaveDaemonSet, ///< as agreed
    AskDaemonSet,   ///< nothing is drained before that is agreed to; likewise the next
    AskEmptyDir,
    AskUnmanaged,
};
/// Source: kubectl drain's filters.
[[nodiscard]] DrainVerdict drainVerdict(const DrainPod &pod, const DrainConsent &consent);
[[nodiscard]] bool isQuestion(DrainVerdict verdict); ///< does it wait for consent?
/// How many of the Pods wait for consent.
[[nodiscard]] std::size_t openQuestions(const std::vector<DrainPod> &pods, const DrainConsent &consent);

} // namespace kube
