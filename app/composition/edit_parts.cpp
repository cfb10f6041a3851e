// SPDX-License-Identifier: Apache-2.0
#include "app/composition/edit_parts.h"

#include "app/composition/clusters.h"
#include "app/composition/kept_drafts.h"
#include "app/composition/resource_lookup.h"

namespace orrery {

EditTab::Parts editParts(const VerbHost &host, const QString &context, const kube::ResourceInfo &resource)
{
    const kube::ClusterPorts ports = host.clusters.ports(context);
    EditTab::Parts parts;
    parts.port = ports.edit;
    parts.definitions = resource.custom ? ports.definitions : nullptr;
    parts.findResource = [&clusters = host.clusters, context](const std::string &kind) -> std::optional<kube::ResourceInfo> {
        const kube::CatalogPtr catalog = clusters.catalog(context);
        const kube::ResourceInfo *found = catalog ? findResource(*catalog, QString::fromStdString(kind)) : nullptr;
        return found ? std::optional(*found) : std::nullopt;
    };
    parts.gui = host.gui;
    parts.background = host.background;
    parts.now = [] { return std::chrono::system_clock::now(); };
    return parts;
}

kube::EditPart editedPart(const kube::ResourceInfo &resource)
{
    return resource.custom && !resource.has("status") ? kube::EditPart::Whole : kube::EditPart::Object;
}

std::unique_ptr<EditDrafts> editDrafts(const VerbHost &host, const QString &context, const kube::GroupVersionResource &resource, const kube::ObjectKey &key)
{
    if (!host.drafts || (resource.group.empty() && resource.resource == "secrets"))
        return nullptr;
    const kube::ContextInfo *info = host.clusters.contextNamed(context);
    return std::make_unique<KeptDrafts>(host.drafts, kube::DraftKey{info ? info->server.toStdString() : std::string(), resource, key, {}}, host.background);
}

} // namespace orrery
