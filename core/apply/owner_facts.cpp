// SPDX-License-Identifier: Apache-2.0
#include "core/apply/owner_facts.h"

#include <array>
#include <charconv>

namespace kube {

namespace {

using ToolKind = ManagingTool::Kind;

struct Mark {
    ToolKind kind;
    std::string_view where; ///< "labels" or "annotations"
    std::string_view name;
};

constexpr std::array<Mark, 5> marks = {{
    {ToolKind::ArgoCd, "annotations", "argocd.argoproj.io/tracking-id"},
    {ToolKind::ArgoCd, "labels", "argocd.argoproj.io/instance"},
    {ToolKind::FluxKustomize, "labels", "kustomize.toolkit.fluxcd.io/name"},
    {ToolKind::FluxHelm, "labels", "helm.toolkit.fluxcd.io/name"},
    {ToolKind::Helm, "annotations", "meta.helm.sh/release-name"},
}};

struct ToolManager {
    ToolKind kind;
    std::string_view manager;
};

constexpr std::array<ToolManager, 6> toolManagers = {{
    {ToolKind::ArgoCd, "argocd-controller"},
    {ToolKind::ArgoCd, "argocd-application-controller"},
    {ToolKind::FluxKustomize, "kustomize-controller"},
    {ToolKind::FluxHelm, "helm-controller"},
    {ToolKind::Helm, "helm"},
    {ToolKind::Helm, "Helm"},
}};

const JsonNode *at(const JsonNode &object, std::initializer_list<std::string_view> names)
{
    const JsonNode *found = &object;
    for (const std::string_view name : names) {
        found = found && found->isObject() ? found->find(name) : nullptr;
    }
    return found;
}

std::string stringAt(const JsonNode &object, std::initializer_list<std::string_view> names)
{
    const JsonNode *const found = at(object, names);
    return found && found->isString() ? found->text : std::string();
}

std::int64_t numberAt(const JsonNode &object, std::initializer_list<std::string_view> names, std::int64_t otherwise)
{
    const JsonNode *const found = at(object, names);
    std::int64_t number = otherwise;
    if (found && found->kind == JsonNode::Kind::Number)
        std::from_chars(found->text.data(), found->text.data() + found->text.size(), number);
    return number;
}

std::optional<ToolKind> toolOf(std::string_view manager)
{
    for (const ToolManager &tool : toolManagers) {
        if (tool.manager == manager)
            return tool.kind;
    }
    return std::nullopt;
}

std::string controllerOf(const JsonNode &object)
{
    const JsonNode *const owners = at(object, {"metadata", "ownerReferences"});
    if (!owners)
        return {};
    for (const JsonNode &owner : owners->items) {
        const JsonNode *const isController = at(owner, {"controller"});
        if (isController && isController->truth)
            return stringAt(owner, {"kind"}) + "/" + stringAt(owner, {"name"});
    }
    return {};
}

std::string groupOf(const std::string &apiVersion)
{
    const std::size_t slash = apiVersion.find('/');
    return slash == std::string::npos ? std::string() : apiVersion.substr(0, slash);
}

} // namespace

std::vector<ManagingTool> managingTools(const JsonNode &object)
{
    std::vector<ManagingTool> tools;
    const auto add = [&tools](ManagingTool tool) {
        const auto same = std::find_if(tools.begin(), tools.end(), [&](const ManagingTool &one) { return one.kind == tool.kind; });
        if (same == tools.end())
            tools.push_back(std::move(tool));
    };
    for (const Mark &mark : marks) {
        std::string value = stringAt(object, {"metadata", mark.where, mark.name});
        if (value.empty())
            continue;
        if (mark.name == "argocd.argoproj.io/tracking-id") // NAME:group/Kind:namespace/name
            value = value.substr(0, value.find(':'));
        add({mark.kind, value, (mark.where == "labels" ? "label " : "annotation ") + std::string(mark.name)});
    }
    const FieldOwners owners(object);
    for (const FieldManager &manager : owners.managers()) {
        if (const auto kind = toolOf(manager.name))
            add({*kind, {}, "field manager " + manager.name});
    }
    return tools;
}

std::optional<ReplicasOwner> replicasOwner(const JsonNode &object)
{
    if (std::string controller = controllerOf(object); !controller.empty())
        return ReplicasOwner{ReplicasOwner::Kind::Controller, std::move(controller), {}};
    const FieldOwners owners(object);
    std::optional<ReplicasOwner> found;
    for (const FieldManager *manager : owners.ownersOf({FieldStep::name("spec"), FieldStep::name("replicas")})) {
        ReplicasOwner owner{ReplicasOwner::Kind::Other, manager->name, manager->time};
        // Servers before 1.22 name no subresource; that component sets replicas for autoscalers alone but for ReplicaSets,
        // which have a controller.
        if (manager->name == "kube-controller-manager")
            owner.kind = ReplicasOwner::Kind::Autoscaler;
        else if (toolOf(manager->name))
            owner.kind = ReplicasOwner::Kind::Tool;
        // Of several the one that will overrule counts, else the last.
        if (!found || owner.kind < found->kind || (owner.kind == found->kind && owner.time > found->time))
            found = std::move(owner);
    }
    return found;
}

std::optional<Autoscaler> autoscalerOf(const std::vector<JsonNode> &hpas, const JsonNode &object)
{
    for (const JsonNode &hpa : hpas) {
        if (stringAt(hpa, {"spec", "scaleTargetRef", "kind"}) != stringAt(object, {"kind"})
            || stringAt(hpa, {"spec", "scaleTargetRef", "name"}) != stringAt(object, {"metadata", "name"})
            || groupOf(stringAt(hpa, {"spec", "scaleTargetRef", "apiVersion"})) != groupOf(stringAt(object, {"apiVersion"})))
            continue;
        return Autoscaler{stringAt(hpa, {"metadata", "name"}), numberAt(hpa, {"spec", "minReplicas"}, 1), numberAt(hpa, {"spec", "maxReplicas"}, 0)};
    }
    return std::nullopt;
}

} // namespace kube
