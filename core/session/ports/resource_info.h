// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/gvk.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kube {

/// One resource a server offers, in the version discovery prefers unless another has been chosen.
struct ResourceInfo {
    GroupVersionResource gvr;
    std::string kind;
    std::string singular;
    std::vector<std::string> shortNames;
    std::vector<std::string> categories;
    std::vector<std::string> verbs;
    std::vector<std::string> subresources; ///< "scale", "status", "log" …
    bool namespaced = true;
    bool custom = false; ///< served from a CustomResourceDefinition, as far as is known
    bool unconfirmed = false; ///< the server's last answer lacked it; as it was before
    std::vector<std::string> versions = {}; ///< in which it is served, the preferred one first
    std::vector<std::vector<std::string>> versionSubresources = {}; ///< of each of those: a CustomResourceDefinition's may differ

    /// The same in another version, with what that version has; one that is not known is taken to have what this one has.
    [[nodiscard]] ResourceInfo in(const std::string &version) const
    {
        ResourceInfo other = *this;
        other.gvr.version = version;
        const auto at = static_cast<std::size_t>(std::find(versions.begin(), versions.end(), version) - versions.begin());
        if (at < versionSubresources.size())
            other.subresources = versionSubresources[at];
        return other;
    }
    [[nodiscard]] GroupVersionKind gvk() const { return {gvr.group, gvr.version, kind}; } ///< of its objects
    /// Has it this verb?
    [[nodiscard]] bool can(const std::string &verb) const
    {
        return std::find(verbs.begin(), verbs.end(), verb) != verbs.end();
    }
    /// Has it this subresource?
    [[nodiscard]] bool has(const std::string &subresource) const
    {
        return std::find(subresources.begin(), subresources.end(), subresource) != subresources.end();
    }
};

/// additionalPrinterColumns of a CustomResourceDefinition's version.
struct PrinterColumn {
    std::string name;
    std::string type;   ///< string, integer, number, boolean, date
    std::string format;
    std::string description;
    std::string jsonPath;
    int priority = 0;   ///< above 0: only in the wide view
};

/// Everything the tree shows of a server. Immutable; shared between threads.
struct Catalog {
    std::vector<ResourceInfo> resources;
    std::vector<std::pair<std::string, std::string>> failures; ///< group version that could not be discovered, and why
    /// Null when there is none.
    [[nodiscard]] const ResourceInfo *find(const GroupResource &resource) const
    {
        for (const ResourceInfo &info : resources) {
            if (info.gvr.groupResource() == resource)
                return &info;
        }
        return nullptr;
    }
};
using CatalogPtr = std::shared_ptr<const Catalog>; ///< never null where it is told

/// Which namespaces a view looks at. Ignored for cluster-scoped resources.
struct NamespaceScope {
    std::vector<std::string> names; ///< sorted; empty: all
    [[nodiscard]] bool isAll() const { return names.empty(); } ///< are they all namespaces?
    friend bool operator==(const NamespaceScope &, const NamespaceScope &) = default;
};

} // namespace kube
