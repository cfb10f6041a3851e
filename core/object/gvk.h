// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace kube {

/// API group and version; the core group is "". Source: apimachinery runtime/schema.
struct GroupVersion {
    std::string group;
    std::string version;

    /// "v1" or "apps/v1". Errors: BadInput on more than one slash or an empty version.
    [[nodiscard]] static Result<GroupVersion> parse(std::string_view apiVersion);
    /// "v1" or "apps/v1".
    [[nodiscard]] std::string apiVersion() const { return group.empty() ? version : group + "/" + version; }
    friend bool operator==(const GroupVersion &, const GroupVersion &) = default;
    friend auto operator<=>(const GroupVersion &, const GroupVersion &) = default;
};

/// A resource in whatever version. Source: apimachinery runtime/schema.
struct GroupResource {
    std::string group;
    std::string resource; ///< plural, lower case
    friend bool operator==(const GroupResource &, const GroupResource &) = default;
    friend auto operator<=>(const GroupResource &, const GroupResource &) = default;
};

/// What objects call themselves. Source: apimachinery runtime/schema.
struct GroupVersionKind {
    std::string group;
    std::string version;
    std::string kind;
    [[nodiscard]] GroupVersion groupVersion() const { return {group, version}; } ///< without the kind
    friend bool operator==(const GroupVersionKind &, const GroupVersionKind &) = default;
    friend auto operator<=>(const GroupVersionKind &, const GroupVersionKind &) = default;
};

/// Where objects are served. Source: apimachinery runtime/schema.
struct GroupVersionResource {
    std::string group;
    std::string version;
    std::string resource; ///< plural, lower case
    [[nodiscard]] GroupVersion groupVersion() const { return {group, version}; } ///< without the resource
    [[nodiscard]] GroupResource groupResource() const { return {group, resource}; } ///< without the version
    /// "pods" or "deployments.apps", as kubectl prints it.
    [[nodiscard]] std::string toString() const { return group.empty() ? resource : resource + "." + group; }
    friend bool operator==(const GroupVersionResource &, const GroupVersionResource &) = default;
    friend auto operator<=>(const GroupVersionResource &, const GroupVersionResource &) = default;
};

} // namespace kube
