// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/rollout_undo.h"

#include "core/rollout/node_reading.h"
#include "core/rollout/workload_kind.h"

#include <array>

namespace kube {

using namespace rollout_detail;

namespace {

/// A Deployment's own: never taken from a ReplicaSet.
constexpr std::array<std::string_view, 6> deploymentsOwn = {
    "kubectl.kubernetes.io/last-applied-configuration", "deployment.kubernetes.io/revision", "deployment.kubernetes.io/revision-history",
    "deployment.kubernetes.io/desired-replicas", "deployment.kubernetes.io/max-replicas", "deprecated.deployment.rollback.to",
};

bool isDeploymentsOwn(std::string_view annotation)
{
    return std::find(deploymentsOwn.begin(), deploymentsOwn.end(), annotation) != deploymentsOwn.end();
}

Unexpected no(ErrorKind kind, const std::string &words)
{
    Error error;
    error.kind = kind;
    error.message = QString::fromStdString(words);
    return fail(std::move(error));
}

JsonNode restoredAnnotations(const JsonNode &deployment, const JsonNode &replicaSet)
{
    JsonNode annotations = JsonNode::object();
    const auto take = [&annotations](const JsonNode &from, bool own) {
        const JsonNode *const all = nodeAt(from, {"metadata", "annotations"});
        if (!all)
            return;
        for (const auto &[name, value] : all->members) {
            if (isDeploymentsOwn(name) == own)
                annotations.set(name, value);
        }
    };
    take(deployment, true);
    take(replicaSet, false);
    return annotations;
}

JsonNode step(const char *op, const char *path, JsonNode value)
{
    JsonNode node = JsonNode::object();
    node.set("op", textNode(op));
    node.set("path", textNode(path));
    node.set("value", std::move(value));
    return node;
}

ObjectPatch deploymentPatch(const JsonNode &deployment, const Revision &to)
{
    JsonNode steps;
    steps.kind = JsonNode::Kind::Array;
    if (const JsonNode *const uid = nodeAt(deployment, {"metadata", "uid"}))
        steps.items.push_back(step("test", "/metadata/uid", *uid));
    if (const JsonNode *const generation = nodeAt(deployment, {"metadata", "generation"}))
        steps.items.push_back(step("test", "/metadata/generation", *generation));
    steps.items.push_back(step("replace", "/spec/template", to.podTemplate));
    steps.items.push_back(step("add", "/metadata/annotations", restoredAnnotations(deployment, to.keeper))); // replaces, too
    return {PatchType::Json, written(steps)};
}

ObjectPatch revisionPatch(const JsonNode &workload, const Revision &to)
{
    const JsonNode *const data = nodeAt(to.keeper, {"data"});
    JsonNode patch = data ? *data : JsonNode::object();
    if (const std::string uid = textAt(workload, {"metadata", "uid"}); !uid.empty())
        patch.set("metadata", nested({"uid"}, textNode(uid)));
    return {PatchType::Strategic, written(patch)};
}

} // namespace

Result<UndoPlan> undoRollout(const JsonNode &workload, const std::vector<Revision> &history, std::int64_t revision)
{
    const std::optional<WorkloadKind> kind = workloadKindOf(workload);
    if (!kind)
        return no(ErrorKind::Invalid, "no rollbacker has been implemented for \"" + textAt(workload, {"kind"}) + '"');
    const std::string name = textAt(workload, {"metadata", "name"});
    const Revision *const to = findRevision(history, revision);
    if (!to && revision == 0)
        return no(ErrorKind::NotFound, kind == WorkloadKind::Deployment ? "no rollout history found for deployment \"" + name + '"' : "no last revision to roll back to");
    if (!to)
        return no(ErrorKind::NotFound, "unable to find specified revision " + std::to_string(revision) + " in history");
    if (kind == WorkloadKind::Deployment && isTrueAt(workload, {"spec", "paused"}))
        return no(ErrorKind::Invalid, "you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume deployment/" + name + "' and try again");
    UndoPlan plan;
    plan.revision = to->number;
    if (to->podTemplate.equals(podTemplateOf(workload)))
        plan.skipped = "skipped rollback (current template already matches revision " + std::to_string(revision) + ')';
    else
        plan.patch = kind == WorkloadKind::Deployment ? deploymentPatch(workload, *to) : revisionPatch(workload, *to);
    return plan;
}

} // namespace kube
