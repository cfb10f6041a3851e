// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/rollout_history.h"

#include "core/object/yaml.h"
#include "core/rollout/node_reading.h"
#include "core/rollout/workload_kind.h"

#include <algorithm>
#include <charconv>

namespace kube {

using namespace rollout_detail;

namespace {

constexpr const char *deploymentHash = "pod-template-hash";
constexpr const char *revisionHash = "controller-revision-hash";

std::optional<std::int64_t> wholeNumber(const std::string &text)
{
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() && !text.empty() ? std::optional(number) : std::nullopt;
}

/// So that two templates that mean the same are the same: without hashes, the patch directive of a ControllerRevision,
/// nulls, and members of metadata that hold nothing.
JsonNode plainTemplate(JsonNode podTemplate)
{
    podTemplate.remove("$patch");
    JsonNode *const metadata = podTemplate.find("metadata");
    if (!metadata || !metadata->isObject())
        return podTemplate;
    if (JsonNode *const labels = metadata->find("labels")) {
        labels->remove(deploymentHash);
        labels->remove(revisionHash);
    }
    std::erase_if(metadata->members, [](const JsonNode::Member &member) {
        return member.second.isNull() || (member.second.isObject() && member.second.members.empty());
    });
    if (metadata->members.empty())
        podTemplate.remove("metadata");
    return podTemplate;
}

Revision keptBy(const JsonNode &keeper)
{
    Revision revision;
    revision.name = textAt(keeper, {"metadata", "name"});
    revision.created = textAt(keeper, {"metadata", "creationTimestamp"});
    revision.changeCause = textAt(keeper, {"metadata", "annotations", "kubernetes.io/change-cause"});
    revision.keeper = keeper;
    return revision;
}

std::optional<Revision> ofReplicaSet(const JsonNode &replicaSet)
{
    const std::optional<std::int64_t> number = wholeNumber(textAt(replicaSet, {"metadata", "annotations", "deployment.kubernetes.io/revision"}));
    const JsonNode *const podTemplate = nodeAt(replicaSet, {"spec", "template"});
    if (!number || !podTemplate)
        return std::nullopt;
    Revision revision = keptBy(replicaSet);
    revision.number = *number;
    revision.hash = textAt(replicaSet, {"metadata", "labels", deploymentHash});
    revision.podTemplate = plainTemplate(*podTemplate);
    revision.pods = numberAt(replicaSet, {"status", "replicas"});
    revision.readyPods = numberAt(replicaSet, {"status", "readyReplicas"});
    return revision;
}

std::optional<Revision> ofControllerRevision(const JsonNode &kept, WorkloadKind kind)
{
    const std::optional<std::int64_t> number = wholeAt(kept, {"revision"});
    const JsonNode *const podTemplate = nodeAt(kept, {"data", "spec", "template"});
    if (!number || !podTemplate)
        return std::nullopt;
    Revision revision = keptBy(kept);
    revision.number = *number;
    // A StatefulSet's Pods carry the whole name.
    revision.hash = kind == WorkloadKind::StatefulSet ? revision.name : textAt(kept, {"metadata", "labels", revisionHash});
    revision.podTemplate = plainTemplate(*podTemplate);
    return revision;
}

bool isReady(const JsonNode &pod)
{
    const JsonNode *const ready = conditionOf(pod, "Ready");
    return ready && textAt(*ready, {"status"}) == "True";
}

} // namespace

std::vector<Revision> rolloutHistory(const JsonNode &workload, const std::vector<JsonNode> &keepers)
{
    std::vector<Revision> history;
    const std::optional<WorkloadKind> kind = workloadKindOf(workload);
    if (!kind)
        return history;
    const std::string uid = textAt(workload, {"metadata", "uid"});
    for (const JsonNode &keeper : keepers) {
        if (!isControlledBy(keeper, uid))
            continue;
        if (auto revision = kind == WorkloadKind::Deployment ? ofReplicaSet(keeper) : ofControllerRevision(keeper, *kind))
            history.push_back(std::move(*revision));
    }
    std::sort(history.begin(), history.end(), [](const Revision &one, const Revision &other) { return one.number < other.number; });
    // Of several with this template it is the last: the controllers number the one they use anew.
    const JsonNode now = podTemplateOf(workload);
    const auto current = std::find_if(history.rbegin(), history.rend(), [&](const Revision &revision) { return revision.podTemplate.equals(now); });
    if (current != history.rend())
        current->isCurrent = true;
    return history;
}

void countPods(std::vector<Revision> &history, const std::vector<JsonNode> &pods)
{
    for (Revision &revision : history) {
        std::int64_t all = 0;
        std::int64_t ready = 0;
        for (const JsonNode &pod : pods) {
            const std::string hash = textAt(pod, {"metadata", "labels", revisionHash});
            const bool isOfIt = !revision.hash.empty() && (hash == revision.hash || textAt(pod, {"metadata", "labels", deploymentHash}) == revision.hash);
            all += isOfIt ? 1 : 0;
            ready += isOfIt && isReady(pod) ? 1 : 0;
        }
        revision.pods = all;
        revision.readyPods = ready;
    }
}

const Revision *findRevision(const std::vector<Revision> &history, std::int64_t number)
{
    if (number == 0)
        return history.size() > 1 ? &history[history.size() - 2] : nullptr;
    const auto found = std::find_if(history.begin(), history.end(), [&](const Revision &revision) { return revision.number == number; });
    return found == history.end() ? nullptr : &*found;
}

JsonNode podTemplateOf(const JsonNode &workload)
{
    const JsonNode *const podTemplate = nodeAt(workload, {"spec", "template"});
    return podTemplate ? plainTemplate(*podTemplate) : JsonNode::object();
}

std::string podTemplateYaml(const JsonNode &podTemplate)
{
    const auto document = JsonDocument::parse(written(podTemplate));
    return document ? toYaml(document->root()) : std::string();
}

} // namespace kube
