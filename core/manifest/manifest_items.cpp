// SPDX-License-Identifier: Apache-2.0
#include "core/manifest/manifest_state.h"

#include <algorithm>

namespace kube {

namespace {

std::string textAt(const JsonNode &document, std::initializer_list<const char *> names)
{
    const JsonNode *node = &document;
    for (const char *name : names) {
        node = node && node->isObject() ? node->find(name) : nullptr;
    }
    return node && node->isString() ? node->text : std::string();
}

int rankOf(const ManifestItem &item)
{
    const GroupVersionKind &kind = item.document.gvk;
    if (kind.group.empty() && kind.kind == "Namespace")
        return 0;
    return kind.group == "apiextensions.k8s.io" && kind.kind == "CustomResourceDefinition" ? 1 : 2;
}

} // namespace

bool ManifestItem::isApplied() const
{
    return verdict == ManifestVerdict::Created || verdict == ManifestVerdict::Configured || verdict == ManifestVerdict::Unchanged;
}

bool ManifestItem::isRefused() const
{
    return verdict == ManifestVerdict::NotAllowed || verdict == ManifestVerdict::Conflict || verdict == ManifestVerdict::Exists || verdict == ManifestVerdict::Failed;
}

GroupVersionKind ManifestItem::defines() const
{
    if (rankOf(*this) != 1)
        return {};
    const auto definition = JsonNode::parse(document.json, "definition");
    if (!definition)
        return {};
    return {textAt(*definition, {"spec", "group"}), {}, textAt(*definition, {"spec", "names", "kind"})};
}

std::vector<std::size_t> applyOrder(const std::vector<ManifestItem> &items)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < items.size(); ++i)
        order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&items](std::size_t left, std::size_t right) { return rankOf(items[left]) < rankOf(items[right]); });
    return order;
}

const char *manifestVerdictName(ManifestVerdict verdict)
{
    switch (verdict) {
    case ManifestVerdict::None: return "None";
    case ManifestVerdict::WouldCreate: return "WouldCreate";
    case ManifestVerdict::WouldChange: return "WouldChange";
    case ManifestVerdict::WouldStay: return "WouldStay";
    case ManifestVerdict::NotTried: return "NotTried";
    case ManifestVerdict::NotAllowed: return "NotAllowed";
    case ManifestVerdict::Created: return "Created";
    case ManifestVerdict::Configured: return "Configured";
    case ManifestVerdict::Unchanged: return "Unchanged";
    case ManifestVerdict::Conflict: return "Conflict";
    case ManifestVerdict::Exists: return "Exists";
    case ManifestVerdict::Failed: return "Failed";
    }
    return "";
}

} // namespace kube
