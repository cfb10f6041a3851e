// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object_meta.h"
#include "core/session/ports/resource_info.h"

#include <string>
#include <vector>

namespace orrery::test {

[[nodiscard]] inline kube::ResourceInfo podsInfo()
{
    kube::ResourceInfo info;
    info.gvr = {"", "v1", "pods"};
    info.kind = "Pod";
    info.singular = "pod";
    info.verbs = {"list", "watch", "get", "delete"};
    return info;
}

/// A pod that runs, or waits for the given reason, or has ended with it.
[[nodiscard]] inline std::string podJson(const std::string &namespaceName, const std::string &name, const std::string &uid, const std::string &reason,
                                         int restarts = 0, const std::string &node = "worker-1", const std::string &created = "2026-11-23T06:00:00Z")
{
    const bool isRunning = reason == "Running";
    const bool hasEnded = reason == "Completed" || reason == "Error";
    const std::string phase = isRunning || reason == "CrashLoopBackOff" ? "Running" : reason == "Completed" ? "Succeeded" : reason == "Error" ? "Failed" : "Pending";
    const std::string state = isRunning ? R"({"running":{}})"
        : hasEnded                      ? R"({"terminated":{"exitCode":1,"reason":")" + reason + R"("}})"
                                        : R"({"waiting":{"reason":")" + reason + R"("}})";
    return R"({"metadata":{"namespace":")" + namespaceName + R"(","name":")" + name + R"(","uid":")" + uid + R"(","creationTimestamp":")" + created
        + (reason == "Terminating" ? R"(","deletionTimestamp":"2026-11-23T07:00:00Z)" : "") + R"("},"spec":{"nodeName":")" + node
        + R"(","containers":[{"name":"app","image":"app:1"}]},"status":{"phase":")" + phase + R"(","podIPs":[{"ip":"10.128.0.7"}],"containerStatuses":[{"name":"app","ready":)"
        + (isRunning ? "true" : "false") + R"(,"restartCount":)" + std::to_string(restarts) + R"(,"state":)" + state
        + (restarts > 0 ? R"(,"lastState":{"terminated":{"exitCode":1,"finishedAt":"2026-11-23T06:50:00Z"}})" : "") + "}]}}";
}

} // namespace orrery::test
