// SPDX-License-Identifier: Apache-2.0
#include "core/schema/yaml_outline.h"

#include "core/object/json.h"
#include "core/schema/yaml_outline_builder.h"

#include <algorithm>

namespace kube {

YamlOutline YamlOutline::of(std::string text, std::stop_token stop)
{
    YamlOutline outline;
    outline.m_text = std::move(text);
    outline.m_documents.clear();
    YamlOutlineBuilder(outline, std::move(stop)).run();
    return outline;
}

std::size_t YamlOutline::documentAt(std::uint32_t offset) const
{
    for (std::size_t i = 0; i + 1 < m_documents.size(); ++i) {
        if (offset < m_documents[i].range.end)
            return i;
    }
    return m_documents.size() - 1;
}

TextRange YamlOutline::extent(Index index) const
{
    const Node &node = m_nodes[index];
    if (node.keyRange.isEmpty() && !node.isMember)
        return node.range;
    return {node.keyRange.begin, std::max(node.keyRange.end, node.range.end)};
}

YamlOutline::Index YamlOutline::nodeAt(std::uint32_t offset) const
{
    Index found = m_documents[documentAt(offset)].root;
    if (found == none || !extent(found).touches(offset))
        return none;
    for (;;) {
        const auto &children = m_nodes[found].children;
        // The last that begins at or before it: where two touch, the cursor is at the begin of the second.
        auto next = std::upper_bound(children.begin(), children.end(), offset,
                                     [this](std::uint32_t at, Index child) { return at < extent(child).begin; });
        if (next == children.begin() || !extent(*--next).touches(offset))
            return found;
        found = *next;
    }
}

SchemaPath YamlOutline::path(Index index) const
{
    SchemaPath path;
    for (; index != none && m_nodes[index].parent != none; index = m_nodes[index].parent) {
        const Node &node = m_nodes[index];
        if (node.isMember) {
            path.steps.push_back({node.key, -1, false});
            continue;
        }
        SchemaPath::Step step{{}, node.place, true};
        const Index name = node.kind == Kind::Map ? member(index, "name") : none;
        if (name != none && m_nodes[name].kind == Kind::Scalar && !m_nodes[name].text.empty()
            && m_nodes[name].text.find(']') == std::string::npos)
            step.key = "name=" + m_nodes[name].text;
        path.steps.push_back(std::move(step));
    }
    std::reverse(path.steps.begin(), path.steps.end());
    return path;
}

YamlOutline::Index YamlOutline::find(const SchemaPath &path, std::size_t document) const
{
    Index at = document < m_documents.size() ? m_documents[document].root : none;
    for (const auto &step : path.steps) {
        if (at == none)
            return none;
        const Node &node = m_nodes[at];
        if (!step.isItem || node.kind == Kind::Map) {
            at = member(at, step.key.empty() && step.index >= 0 ? std::to_string(step.index) : step.key);
        } else if (step.index >= 0) {
            at = static_cast<std::size_t>(step.index) < node.children.size() ? node.children[static_cast<std::size_t>(step.index)] : none;
        } else {
            const std::size_t equals = step.key.find('=');
            const auto found = std::find_if(node.children.begin(), node.children.end(), [&](Index item) {
                const Index key = member(item, std::string_view(step.key).substr(0, equals));
                return key != none && equals != std::string::npos && m_nodes[key].text == std::string_view(step.key).substr(equals + 1);
            });
            at = found == node.children.end() ? none : *found;
        }
    }
    return at;
}

YamlOutline::Index YamlOutline::member(Index map, std::string_view key) const
{
    if (m_nodes[map].kind != Kind::Map)
        return none;
    for (const Index child : m_nodes[map].children) {
        if (m_nodes[child].isMember && m_nodes[child].key == key)
            return child;
    }
    return none;
}

std::string YamlOutline::toJson(Index index) const
{
    std::string out;
    appendJson(out, index);
    return out;
}

void YamlOutline::appendJson(std::string &out, Index index) const
{
    const Node *node = index == none ? nullptr : &m_nodes[index];
    if (!node || node->kind == Kind::Nothing || node->kind == Kind::Alias) {
        out += "null";
    } else if (node->kind == Kind::Scalar) {
        if (node->type == Type::String)
            appendJsonString(out, node->text);
        else
            out += node->type == Type::Null || node->type == Type::NotFinite ? "null" : node->text;
    } else {
        const bool isMap = node->kind == Kind::Map;
        out += isMap ? '{' : '[';
        bool first = true;
        for (const Index child : node->children) {
            if (!std::exchange(first, false))
                out += ',';
            if (isMap) {
                appendJsonString(out, m_nodes[child].key);
                out += ':';
            }
            appendJson(out, child);
        }
        out += isMap ? '}' : ']';
    }
}

} // namespace kube
