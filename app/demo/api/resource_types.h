// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/gvk.h"

#include <memory>
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

    [[nodiscard]] kube::GroupResource groupResource() const { return {group, plural}; }
    [[nodiscard]] kube::GroupVersion groupVersion() const { return {group, version}; }
    [[nodiscard]] std::vector<std::string> verbs() const;
};

/// Every resource served now: the built-in ones and those of the CustomResourceDefinitions. Thread: the server's.
class ResourceTypes
{
public:
    ResourceTypes();
    [[nodiscard]] const ResourceType *find(const std::string &group, const std::string &version, const std::string &plural) const;
    [[nodiscard]] const ResourceType *findKind(const std::string &group, const std::string &version, const std::string &kind) const;
    /// In the order groups are announced: core first.
    [[nodiscard]] std::vector<kube::GroupVersion> groupVersions() const;
    [[nodiscard]] std::vector<const ResourceType *> of(const kube::GroupVersion &groupVersion) const;
    void add(ResourceType type);
    /// Serves what a CustomResourceDefinition defines.
    void addDefinition(const QJsonObject &definition);
    void removeGroupResource(const kube::GroupResource &resource);

private:
    std::vector<std::unique_ptr<ResourceType>> m_types;
};

} // namespace orrery::demo
