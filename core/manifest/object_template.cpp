// SPDX-License-Identifier: Apache-2.0
#include "core/manifest/object_template.h"

#include "core/manifest/workload_templates.h"

namespace kube {

namespace {

bool isValidIn(std::string_view versions, std::string_view version)
{
    while (!versions.empty()) {
        const std::size_t end = std::min(versions.find(' '), versions.size());
        if (versions.substr(0, end) == version)
            return true;
        versions.remove_prefix(std::min(end + 1, versions.size()));
    }
    return false;
}

const TemplateText *templateOf(const GroupVersionKind &kind)
{
    for (const auto *templates : {&workloadTemplates(), &otherTemplates()}) {
        for (const TemplateText &one : *templates) {
            if (one.group == kind.group && one.kind == kind.kind && isValidIn(one.versions, kind.version))
                return &one;
        }
    }
    return nullptr;
}

/// The name of a definition is made of what it defines.
const char *exampleName(const GroupVersionKind &kind)
{
    return kind.kind == "CustomResourceDefinition" && kind.group == "apiextensions.k8s.io" ? "examples.example.com" : "example";
}

} // namespace

std::string barestObject(const GroupVersionKind &kind, const std::string &namespaceName)
{
    std::string text = "apiVersion: " + kind.groupVersion().apiVersion() + "\nkind: " + kind.kind + "\nmetadata:\n  name: " + exampleName(kind) + "\n";
    if (!namespaceName.empty())
        text += "  namespace: " + namespaceName + "\n";
    return text;
}

std::optional<std::string> objectTemplate(const GroupVersionKind &kind, const std::string &namespaceName)
{
    const TemplateText *const found = templateOf(kind);
    if (!found)
        return std::nullopt;
    std::string body(found->body);
    static constexpr std::string_view place = "$NAMESPACE";
    for (std::size_t at = body.find(place); at != std::string::npos; at = body.find(place, at))
        body.replace(at, place.size(), namespaceName.empty() ? "default" : namespaceName);
    return barestObject(kind, namespaceName) + body;
}

const std::vector<GroupVersionKind> &templateKinds()
{
    static const std::vector<GroupVersionKind> kinds = [] {
        std::vector<GroupVersionKind> all;
        for (const auto *templates : {&workloadTemplates(), &otherTemplates()}) {
            for (const TemplateText &one : *templates)
                all.push_back({std::string(one.group), std::string(one.versions.substr(0, one.versions.find(' '))), std::string(one.kind)});
        }
        return all;
    }();
    return kinds;
}

} // namespace kube
