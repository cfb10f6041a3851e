// SPDX-License-Identifier: Apache-2.0
#include "core/apply/list_keys.h"

#include <array>

namespace kube {

namespace {

enum class Where { Everywhere, OwnKindsOnly };

struct KnownList {
    std::string_view name;
    std::string_view within; ///< the member above; "": any
    std::string_view key;
    std::string_view secondKey;
    Where where = Where::OwnKindsOnly;
};

// Source: k8s.io/api's +listMapKey markers; the first line that fits counts.
constexpr std::array<KnownList, 23> knownMaps = {{
    {"containers", "", "name", "", Where::Everywhere},
    {"initContainers", "", "name", "", Where::Everywhere},
    {"ephemeralContainers", "", "name", "", Where::Everywhere},
    {"volumes", "", "name", "", Where::Everywhere},
    {"env", "", "name", "", Where::Everywhere},
    {"volumeMounts", "", "mountPath", "", Where::Everywhere},
    {"volumeDevices", "", "devicePath", "", Where::Everywhere},
    {"imagePullSecrets", "", "name", "", Where::Everywhere},
    {"conditions", "", "type", "", Where::Everywhere},
    {"ownerReferences", "metadata", "uid", "", Where::Everywhere},
    {"ports", "containers", "containerPort", "protocol", Where::Everywhere},
    {"ports", "initContainers", "containerPort", "protocol", Where::Everywhere},
    {"ports", "ephemeralContainers", "containerPort", "protocol", Where::Everywhere},
    {"ports", "spec", "port", "protocol"},
    {"hostAliases", "", "ip", ""},
    {"topologySpreadConstraints", "", "topologyKey", "whenUnsatisfiable"},
    {"resourceClaims", "", "name", ""},
    {"claims", "resources", "name", ""},
    {"schedulingGates", "", "name", ""},
    {"podIPs", "", "ip", ""},
    {"addresses", "status", "type", ""},
    {"secrets", "", "name", ""},
    {"webhooks", "", "name", ""},
}};

bool isOwnGroup(std::string_view group)
{
    constexpr std::array<std::string_view, 5> plain = {"", "apps", "batch", "autoscaling", "policy"};
    return std::find(plain.begin(), plain.end(), group) != plain.end() || group == "extensions"
        || (group.size() > 7 && group.substr(group.size() - 7) == ".k8s.io");
}

class DefaultListKeys final : public ListKeys
{
public:
    explicit DefaultListKeys(bool isOwn) : m_isOwn(isOwn) {}

    [[nodiscard]] ListShape of(const std::vector<std::string> &names) const override
    {
        if (names.empty())
            return {};
        const std::string_view above = names.size() > 1 ? std::string_view(names[names.size() - 2]) : std::string_view();
        if (names.back() == "finalizers" && above == "metadata")
            return {ListShape::Kind::Set, {}};
        for (const KnownList &list : knownMaps) {
            if (list.name != names.back() || (!list.within.empty() && list.within != above))
                continue;
            if (list.where == Where::OwnKindsOnly && !m_isOwn)
                continue;
            ListShape shape{ListShape::Kind::Map, {std::string(list.key)}};
            if (!list.secondKey.empty())
                shape.keys.emplace_back(list.secondKey);
            return shape;
        }
        return {};
    }

private:
    bool m_isOwn;
};

} // namespace

std::shared_ptr<const ListKeys> defaultListKeys(const GroupVersionKind &kind)
{
    return std::make_shared<DefaultListKeys>(isOwnGroup(kind.group));
}

std::shared_ptr<const ListKeys> defaultListKeys(const JsonNode &document)
{
    const JsonNode *const apiVersion = document.isObject() ? document.find("apiVersion") : nullptr;
    const auto version = GroupVersion::parse(apiVersion ? std::string_view(apiVersion->text) : std::string_view());
    return defaultListKeys(GroupVersionKind{version ? version->group : std::string("unknown.example.com"), {}, {}});
}

std::optional<std::string> listKeyOf(const JsonNode &item, const ListShape &shape)
{
    if (shape.kind == ListShape::Kind::Set)
        return jsonText(item);
    std::string key = "{";
    for (const std::string &name : shape.keys) {
        const JsonNode *const value = item.isObject() ? item.find(name) : nullptr;
        if ((!value && name != "protocol") || (value && (value->isObject() || value->isArray() || value->isNull())))
            return std::nullopt;
        if (key.size() > 1)
            key += ',';
        appendJsonString(key, name);
        key += ':';
        if (value)
            value->write(key);
        else
            key += "\"TCP\"";
    }
    return key + "}";
}

} // namespace kube
