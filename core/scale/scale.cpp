// SPDX-License-Identifier: Apache-2.0
#include "core/scale/scale.h"

#include "core/object/json.h"

#include <map>

namespace kube {

namespace {

/// A string in autoscaling/v1; in the older forms a map of labels, and the string under another name.
std::string selectorOf(JsonValue status)
{
    if (status["selector"].isString())
        return std::string(status["selector"].string());
    if (!status["targetSelector"].string().empty())
        return std::string(status["targetSelector"].string());
    std::map<std::string, std::string> labels;
    status["selector"].forEachMember([&](std::string_view name, JsonValue value) { labels.emplace(name, value.string()); });
    std::string selector;
    for (const auto &[name, value] : labels)
        selector += (selector.empty() ? "" : ",") + name + "=" + value;
    return selector;
}

void append(std::string &json, std::string_view before, const std::string &value)
{
    if (value.empty())
        return;
    json += before;
    appendJsonString(json, value);
}

} // namespace

Result<Scale> Scale::decode(const QByteArray &json)
{
    const auto document = JsonDocument::parse({json.constData(), static_cast<std::size_t>(json.size())});
    if (!document)
        return fail(document.error());
    const JsonValue root = document->root();
    const auto groupVersion = GroupVersion::parse(root["apiVersion"].string());
    if (root["kind"].string() != "Scale" || !groupVersion)
        return fail(Error::badInput(QStringLiteral("the answer is not a Scale")));
    const JsonValue metadata = root["metadata"];
    Scale scale;
    scale.key = {std::string(metadata["namespace"].string()), std::string(metadata["name"].string())};
    scale.uid = metadata["uid"].string();
    scale.resourceVersion = metadata["resourceVersion"].string();
    scale.replicas = root["spec"]["replicas"].integer(0); // zero is left out by the older forms
    scale.current = root["status"]["replicas"].integer(0);
    scale.selector = selectorOf(root["status"]);
    scale.kind = {groupVersion->group, groupVersion->version, "Scale"};
    return scale;
}

QByteArray Scale::toJson() const
{
    std::string json = R"({"apiVersion":)";
    appendJsonString(json, kind.groupVersion().apiVersion());
    json += R"(,"kind":"Scale","metadata":{"name":)";
    appendJsonString(json, key.name);
    append(json, R"(,"namespace":)", key.namespaceName);
    append(json, R"(,"uid":)", uid);
    append(json, R"(,"resourceVersion":)", resourceVersion);
    json += R"(},"spec":{"replicas":)" + std::to_string(replicas) + "}}";
    return QByteArray::fromStdString(json);
}

} // namespace kube
