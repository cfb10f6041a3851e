// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/object/gvk.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// "scale" of "deployments": what lies below a resource's name.
struct ApiSubresource {
    std::string name;
    GroupVersionKind kind; ///< what it takes and answers: autoscaling/v1 Scale; empty when the server does not say
    std::vector<std::string> verbs;
};

/// One resource of one group version. Source: meta/v1 APIResource, apidiscovery.k8s.io/v2 APIResourceDiscovery.
struct ApiResource {
    std::string name;      ///< plural
    std::string singular;  ///< may be empty: old servers do not say
    GroupVersionKind kind; ///< kind.kind is empty when only subresources are served (no responseKind)
    bool namespaced = false;
    std::vector<std::string> verbs;
    std::vector<std::string> shortNames;
    std::vector<std::string> categories;
    std::vector<ApiSubresource> subresources;

    [[nodiscard]] bool isServed() const { return !kind.kind.empty(); } ///< is there more than its subresources?
    /// Null when it has none of that name.
    [[nodiscard]] const ApiSubresource *subresource(std::string_view subresourceName) const;
};

/// The resources of one version of a group.
struct ApiVersion {
    std::string version;
    std::vector<ApiResource> resources;

    [[nodiscard]] const ApiResource *find(std::string_view resourceName) const; ///< by its plural; null when there is none
};

/// A group with those of its versions that could be discovered, in the server's order.
struct ApiGroup {
    std::string name; ///< "" is the core group
    std::string preferredVersion; ///< one of versions; empty only when there is none
    std::vector<ApiVersion> versions;

    [[nodiscard]] const ApiVersion *find(std::string_view versionName) const; ///< null when it has none of that name
    /// Null only when there is no version.
    [[nodiscard]] const ApiVersion *preferred() const { return find(preferredVersion); }
};

/// A group version that is announced but could not be discovered: its APIService is down (Stale) or answers badly.
struct DiscoveryFailure {
    GroupVersion groupVersion;
    Error error;
};

/// All a server offers, core group first, then in the server's order; the failures stand beside what worked.
struct ServerResources {
    std::vector<ApiGroup> groups;
    std::vector<DiscoveryFailure> failures;

    [[nodiscard]] const ApiGroup *group(std::string_view name) const; ///< null when there is none of that name
    [[nodiscard]] const ApiResource *find(const GroupVersionResource &resource) const; ///< null when it is not served
    /// Every resource once, in its group's preferred version, or else in the first that has it; those alone that are
    /// served. Source: client-go discovery.ServerPreferredResources.
    [[nodiscard]] std::vector<GroupVersionResource> preferred() const;
};
using ServerResourcesPtr = std::shared_ptr<const ServerResources>; ///< never null where it is an answer

} // namespace kube
