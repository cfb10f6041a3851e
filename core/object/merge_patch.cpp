// SPDX-License-Identifier: Apache-2.0
#include "core/object/json_tree.h"
#include "core/object/patch.h"

#include <unordered_map>

namespace kube {

namespace {

/// Where each name of an object stands, so that wide objects merge in linear time.
class Places
{
public:
    explicit Places(const JsonNode &object)
    {
        for (std::size_t i = 0; i < object.members.size(); ++i)
            m_places.emplace(object.members[i].first, i);
    }
    [[nodiscard]] std::optional<std::size_t> of(const std::string &name) const
    {
        const auto found = m_places.find(name);
        return found == m_places.end() ? std::nullopt : std::optional(found->second);
    }

private:
    std::unordered_map<std::string, std::size_t> m_places;
};

void merge(JsonNode &target, const JsonNode &patch)
{
    if (!patch.isObject()) {
        target = patch;
        return;
    }
    if (!target.isObject())
        target = JsonNode::object();
    const Places places(target);
    std::vector<bool> removed(target.members.size(), false);
    for (const auto &[name, change] : patch.members) {
        const auto place = places.of(name);
        if (change.isNull()) {
            if (place)
                removed[*place] = true;
        } else if (place) {
            merge(target.members[*place].second, change);
        } else {
            merge(target.members.emplace_back(name, JsonNode()).second, change);
        }
    }
    std::size_t index = 0;
    std::erase_if(target.members, [&](const JsonNode::Member &) {
        const bool drop = index < removed.size() && removed[index];
        ++index;
        return drop;
    });
}

JsonNode difference(const JsonNode &from, const JsonNode &to)
{
    JsonNode patch = JsonNode::object();
    const Places before(from);
    const Places after(to);
    for (const auto &[name, value] : from.members) {
        if (!after.of(name))
            patch.members.emplace_back(name, JsonNode());
    }
    for (const auto &[name, value] : to.members) {
        const auto place = before.of(name);
        if (!place) {
            if (!value.isNull()) // a null member cannot be made by a merge patch, and means an absent one
                patch.members.emplace_back(name, value);
            continue;
        }
        const JsonNode &old = from.members[*place].second;
        if (old.equals(value))
            continue;
        if (old.isObject() && value.isObject()) {
            JsonNode inner = difference(old, value);
            if (!inner.members.empty())
                patch.members.emplace_back(name, std::move(inner));
        } else {
            patch.members.emplace_back(name, value);
        }
    }
    return patch;
}

std::string written(const JsonNode &node)
{
    std::string out;
    node.write(out);
    return out;
}

} // namespace

Result<std::string> applyMergePatch(std::string_view target, std::string_view patch)
{
    auto document = JsonNode::parse(target, "target");
    if (!document)
        return fail(document.error());
    const auto change = JsonNode::parse(patch, "patch");
    if (!change)
        return fail(change.error());
    merge(*document, *change);
    return written(*document);
}

Result<std::string> makeMergePatch(std::string_view from, std::string_view to)
{
    const auto before = JsonNode::parse(from, "from");
    if (!before)
        return fail(before.error());
    const auto after = JsonNode::parse(to, "to");
    if (!after)
        return fail(after.error());
    return written(before->isObject() && after->isObject() ? difference(*before, *after) : *after);
}

} // namespace kube
