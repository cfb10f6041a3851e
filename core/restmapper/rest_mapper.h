// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/discovery/server_resources.h"

#include <optional>

namespace kube {

struct ResourceArgument;

/// Where objects of a kind are served. Source: apimachinery meta.RESTMapping.
struct RestMapping {
    GroupVersionResource resource;
    GroupVersionKind kind;
    std::string singular; ///< guessed from the kind where the server does not say
    bool namespaced = false;

    friend bool operator==(const RestMapping &, const RestMapping &) = default;
};

/// Finds resources by what people and manifests call them, over one discovery. Several matches are ordered as the
/// server orders its groups (core first), a group's preferred version before its others; a resource that only
/// another version has is still found. Subresources are never mapped. Immutable.
/// Source: client-go restmapper.NewDiscoveryRESTMapper, kubectl's reading of resource arguments.
/// Thread: any.
class RestMapper
{
public:
    explicit RestMapper(ServerResourcesPtr resources) : m_resources(std::move(resources)) {} ///< resources may not be null

    /// What "deploy", "Deployment", "deployments.apps" or "deployments.v1.apps" means; case does not matter. A plural or
    /// singular name is taken before a short name, and that before a kind.
    /// Errors: BadInput when the text is none or means several resources of one group version alike (named in the
    /// message); NotFound when the server has no such resource.
    [[nodiscard]] Result<RestMapping> find(std::string_view argument) const;
    /// All it could mean, the one find() takes first, one entry a resource.
    [[nodiscard]] std::vector<RestMapping> findAll(std::string_view argument) const;

    /// The resource of objects of this kind; an empty version means any. Exact in case.
    /// Errors: NotFound; BadInput when two resources of one group version have that kind.
    [[nodiscard]] Result<RestMapping> mappingFor(const GroupVersionKind &kind) const;
    /// Of a resource by its exact name; an empty version means any. Errors: NotFound.
    [[nodiscard]] Result<RestMapping> mappingFor(const GroupVersionResource &resource) const;

    [[nodiscard]] const ServerResourcesPtr &resources() const { return m_resources; } ///< what it maps by

private:
    [[nodiscard]] std::vector<RestMapping> matches(const ResourceArgument &argument) const;

    ServerResourcesPtr m_resources;
};

/// "pod" of "Pod", "ingress" of "Ingress": what a server that says nothing means. Source: meta.UnsafeGuessKindToResource.
[[nodiscard]] std::string guessSingular(std::string_view kind);

} // namespace kube
