// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/workload_kind.h"

#include "core/rollout/node_reading.h"

namespace kube {

using namespace rollout_detail;

namespace {

std::string requirementText(const JsonNode &expression)
{
    const std::string key = textAt(expression, {"key"});
    const std::string op = textAt(expression, {"operator"});
    if (op == "Exists")
        return key;
    if (op == "DoesNotExist")
        return '!' + key;
    std::string values;
    for (const JsonNode &value : itemsAt(expression, {"values"}))
        values += (values.empty() ? "" : ",") + value.text;
    return key + (op == "NotIn" ? " notin (" : " in (") + values + ')';
}

} // namespace

std::optional<WorkloadKind> workloadKindOf(std::string_view group, std::string_view kind)
{
    const bool isOld = group == "extensions";
    if (group != "apps" && !isOld)
        return std::nullopt;
    if (kind == "Deployment")
        return WorkloadKind::Deployment;
    if (kind == "DaemonSet")
        return WorkloadKind::DaemonSet;
    return kind == "StatefulSet" && !isOld ? std::optional(WorkloadKind::StatefulSet) : std::nullopt;
}

std::optional<WorkloadKind> workloadKindOf(const JsonNode &object)
{
    const std::string version = textAt(object, {"apiVersion"});
    return workloadKindOf(std::string_view(version).substr(0, version.find('/')), textAt(object, {"kind"}));
}

std::string selectorOf(const JsonNode &workload)
{
    std::string text;
    if (const JsonNode *const labels = nodeAt(workload, {"spec", "selector", "matchLabels"})) {
        for (const auto &[name, value] : labels->members)
            text += (text.empty() ? "" : ",") + name + '=' + value.text;
    }
    for (const JsonNode &expression : itemsAt(workload, {"spec", "selector", "matchExpressions"}))
        text += (text.empty() ? "" : ",") + requirementText(expression);
    return text;
}

} // namespace kube
