// SPDX-License-Identifier: Apache-2.0
#include "core/object/object_meta.h"

namespace kube {

namespace {

std::vector<std::pair<std::string, std::string>> stringMap(JsonValue value)
{
    std::vector<std::pair<std::string, std::string>> map;
    value.forEachMember([&](std::string_view key, JsonValue member) {
        if (member.isString())
            map.emplace_back(key, member.string());
    });
    return map;
}

} // namespace

ObjectMeta ObjectMeta::of(JsonValue root)
{
    const JsonValue metadata = root["metadata"];
    ObjectMeta meta;
    meta.name = metadata["name"].string();
    meta.generateName = metadata["generateName"].string();
    meta.namespaceName = metadata["namespace"].string();
    meta.uid = metadata["uid"].string();
    meta.resourceVersion = metadata["resourceVersion"].string();
    meta.generation = metadata["generation"].integer(0);
    meta.creationTimestamp = parseTime(metadata["creationTimestamp"].string());
    meta.deletionTimestamp = parseTime(metadata["deletionTimestamp"].string());
    meta.labels = stringMap(metadata["labels"]);
    meta.annotations = stringMap(metadata["annotations"]);
    metadata["ownerReferences"].forEachItem([&](JsonValue owner) {
        meta.ownerReferences.push_back({std::string(owner["apiVersion"].string()), std::string(owner["kind"].string()),
                                        std::string(owner["name"].string()), std::string(owner["uid"].string()),
                                        owner["controller"].boolean()});
    });
    metadata["finalizers"].forEachItem([&](JsonValue finalizer) {
        if (finalizer.isString())
            meta.finalizers.emplace_back(finalizer.string());
    });
    return meta;
}

} // namespace kube
