// SPDX-License-Identifier: Apache-2.0
#include "core/kubernetes/view_index.h"

#include "core/object/json.h"
#include "core/object/json_walk.h"

namespace kube {

namespace {

std::string nameOf(std::string_view raw)
{
    if (raw.find('\\') == std::string_view::npos)
        return std::string(raw);
    const auto unescaped = JsonDocument::parse('"' + std::string(raw) + '"');
    return unescaped ? std::string(unescaped->root().string()) : std::string(raw);
}

} // namespace

const ViewIndex::Container &ViewIndex::containerAt(std::string_view json, std::size_t begin)
{
    const auto [found, isNew] = m_containers.try_emplace(begin);
    Container &container = found->second;
    if (!isNew)
        return container;
    JsonWalker walk(json, begin);
    const auto value = [&] {
        const std::size_t valueBegin = walk.position();
        walk.skipValue();
        return Place{valueBegin, walk.position()};
    };
    if (json[begin] == '{')
        eachMember(walk, [&](std::string_view key, std::size_t) { container.members.try_emplace(nameOf(key), value()); });
    else
        eachItem(walk, [&] { container.items.push_back(value()); });
    return container;
}

std::optional<std::string_view> ViewIndex::find(std::string_view json, const JsonPath &path)
{
    if (!m_root) {
        JsonWalker walk(json);
        walk.skipSpace();
        const std::size_t begin = walk.position();
        walk.skipValue();
        m_root = Place{begin, walk.position()};
    }
    Place at = *m_root;
    for (const JsonStep &step : path) {
        const auto *const name = std::get_if<std::string>(&step);
        if (json[at.begin] != (name ? '{' : '['))
            return std::nullopt;
        const Container &container = containerAt(json, at.begin);
        if (name) {
            const auto member = container.members.find(*name);
            if (member == container.members.end())
                return std::nullopt;
            at = member->second;
        } else {
            const std::size_t index = std::get<std::size_t>(step);
            if (index >= container.items.size())
                return std::nullopt;
            at = container.items[index];
        }
    }
    return json.substr(at.begin, at.end - at.begin);
}

} // namespace kube
