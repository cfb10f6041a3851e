// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/rollout_change.h"

#include "core/object/object_meta.h"
#include "core/rollout/node_reading.h"
#include "core/rollout/workload_kind.h"

namespace kube {

using namespace rollout_detail;

namespace {

constexpr const char *restartedAt = "kubectl.kubernetes.io/restartedAt";

Unexpected refused(const std::string &words)
{
    Error error;
    error.kind = ErrorKind::Invalid;
    error.message = QString::fromStdString(words);
    return fail(std::move(error));
}

bool isDeployment(const JsonNode &workload)
{
    return workloadKindOf(workload) == WorkloadKind::Deployment;
}

ObjectPatch patchOf(const JsonNode &workload, PatchType type, JsonNode changes)
{
    if (const std::string uid = textAt(workload, {"metadata", "uid"}); !uid.empty())
        changes.set("metadata", nested({"uid"}, textNode(uid)));
    return {type, written(changes)};
}

void addImages(std::vector<ContainerImage> &images, const JsonNode &workload, std::string_view list, ContainerImage::Role role)
{
    for (const JsonNode &container : itemsAt(workload, {"spec", "template", "spec", list}))
        images.push_back({textAt(container, {"name"}), textAt(container, {"image"}), role});
}

JsonNode imageNode(const ContainerImage &image)
{
    JsonNode node = JsonNode::object();
    node.set("name", textNode(image.container));
    node.set("image", textNode(image.image));
    return node;
}

} // namespace

Result<ObjectPatch> restartPatch(const JsonNode &workload, WallTime now)
{
    if (!workloadKindOf(workload))
        return refused("restarting is not supported");
    if (isDeployment(workload) && isTrueAt(workload, {"spec", "paused"}))
        return refused("can't restart paused deployment (run rollout resume first)");
    const std::string time = formatTime(now);
    if (textAt(workload, {"spec", "template", "metadata", "annotations", restartedAt}) == time)
        return refused("if restart has already been triggered within the past second, please wait before attempting to trigger another");
    return patchOf(workload, PatchType::Merge, nested({"spec", "template", "metadata", "annotations", restartedAt}, textNode(time)));
}

Result<ObjectPatch> pausePatch(const JsonNode &workload)
{
    if (!isDeployment(workload))
        return refused("pausing is not supported");
    if (isTrueAt(workload, {"spec", "paused"}))
        return refused("is already paused");
    JsonNode yes;
    yes.kind = JsonNode::Kind::Bool;
    yes.truth = true;
    return patchOf(workload, PatchType::Merge, nested({"spec", "paused"}, std::move(yes)));
}

Result<ObjectPatch> resumePatch(const JsonNode &workload)
{
    if (!isDeployment(workload))
        return refused("resuming is not supported");
    if (!isTrueAt(workload, {"spec", "paused"}))
        return refused("is not paused");
    return patchOf(workload, PatchType::Merge, nested({"spec", "paused"}, {}));
}

std::vector<ContainerImage> containerImages(const JsonNode &workload)
{
    std::vector<ContainerImage> images;
    addImages(images, workload, "initContainers", ContainerImage::Role::Init);
    addImages(images, workload, "containers", ContainerImage::Role::Main);
    return images;
}

Result<ObjectPatch> imagePatch(const JsonNode &workload, const std::vector<ContainerImage> &images)
{
    const std::vector<ContainerImage> present = containerImages(workload);
    JsonNode init;
    JsonNode main;
    init.kind = main.kind = JsonNode::Kind::Array;
    for (const ContainerImage &image : images) {
        const auto found = std::find_if(present.begin(), present.end(), [&](const ContainerImage &one) { return one.container == image.container; });
        if (found == present.end())
            return refused("unable to find container named \"" + image.container + '"');
        if (image.image.empty())
            return refused("an image for container \"" + image.container + "\" must be given");
        if (found->image != image.image)
            (found->role == ContainerImage::Role::Init ? init : main).items.push_back(imageNode(image));
    }
    if (init.items.empty() && main.items.empty())
        return refused("the images are these already");
    JsonNode spec = JsonNode::object();
    if (!init.items.empty())
        spec.set("initContainers", std::move(init));
    if (!main.items.empty())
        spec.set("containers", std::move(main));
    return patchOf(workload, PatchType::Strategic, nested({"spec", "template", "spec"}, std::move(spec)));
}

} // namespace kube
