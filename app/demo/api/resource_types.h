// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/gvk.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QJsonObject;

namespace orrery::demo {

/// One resource the demo serves, in one version.
struct ResourceType {
    std::string group;
    std::string version;
    std::string plural;
    std::string singular;
    std::string kind;
    bool namespaced = true;
    std::vector<std::string> shortNames;
    std::vector<std::string> categories;
    bool status = false;    ///< has a status subresource
    bool scale = false;     ///< has a scale subresource
    bool readOnly = false;  ///< get and list only, no watch (metrics.k8s.io)
    std::vector<std::string> otherSubresources; ///< "log" …

    /// Of a CustomResourceDefinition.
    struct Column {
        std::string name;
        std::string type;
        std::string format;
        std::string path; ///< ".spec.size"
        int priority = 0;
    };
    bool custom = false;
    std::vector<Column> columns; ///< additionalPrinterColumns
    std::string specReplicasPath = ".spec.replicas";
    std::string statusReplicasPath = ".status.replicas";
    std::string labelSelectorPath;

    /// Served here, but stored as a resource of another group, where some members have other names.
    struct Alias {
        kube::GroupResource resource;
        std::string apiVersion;
        std::vector<std::pair<std::string, std::string>> members; ///< as served, as stored
    };
    std::optional<Alias> alias;

    [[nodiscard]] kube::GroupResource groupResource() const { return {group, plural}; }
    [[nodiscard]] kube::GroupResource storedResource() const { return alias ? alias->resource : groupResource(); }
    [[nodiscard]] std::string storedApiVersion() const { return alias ? alias->apiVersion : groupVersion().apiVersion(); }
    [[nodiscard]] kube::GroupVersion groupVersion() const { return {group, version}; }
    [[nodiscard]] std::vector<std::string> verbs() const;
    /// Counts changes of what is wanted in metadata.generation.
    [[nodiscard]] bool hasGeneration() const;
};
/// Shared: a watch may outlive its resource's definition.
using ResourceTypePtr = std::shared_ptr<const ResourceType>;

/// Every resource served now: the built-in ones and those of the CustomResourceDefinitions. Thread: the server's.
class ResourceTypes
{
public:
    ResourceTypes();
    [[nodiscard]] ResourceTypePtr find(const std::string &group, const std::string &version, const std::string &plural) const;
    [[nodiscard]] ResourceTypePtr findKind(const std::string &group, const std::string &version, const std::string &kind) const;
    /// In the order groups are announced: core first.
    [[nodiscard]] std::vector<kube::GroupVersion> groupVersions() const;
    [[nodiscard]] std::vector<ResourceTypePtr> of(const kube::GroupVersion &groupVersion) const;
    void add(ResourceType type);
    [[nodiscard]] ResourceTypePtr anyOf(const kube::GroupResource &resource) const;
    /// Serves what a CustomResourceDefinition defines, in place of what it defined before.
    void setDefinition(const QJsonObject &definition);
    void removeGroupResource(const kube::GroupResource &resource);

private:
    std::vector<ResourceTypePtr> m_types;
};

} // namespace orrery::demo
