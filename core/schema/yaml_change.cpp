// SPDX-License-Identifier: Apache-2.0
#include "core/schema/yaml_change.h"

#include "core/object/yaml_scalar.h"

#include <algorithm>

namespace kube {

namespace {

using Index = YamlOutline::Index;
using Kind = YamlOutline::Kind;
using What = YamlChange::What;

class ValueWriter
{
public:
    ValueWriter(const YamlOutline &outline, const YamlChange &change) : m_outline(outline), m_change(change) {}

    std::string run()
    {
        for (const auto &document : m_outline.documents()) {
            if (document.root != YamlOutline::none)
                node(document.root);
            m_out += '\n';
        }
        return std::move(m_out);
    }

private:
    void node(Index index)
    {
        const auto &one = m_outline.node(index);
        m_out += one.anchor + one.tag;
        if (!one.isClosed || one.isMisplaced || !one.extra.isEmpty())
            m_out += '?';
        if (m_change.what == What::Replace && m_change.node == index) {
            value(m_change.value);
        } else if (one.kind == Kind::Map || one.kind == Kind::Sequence) {
            container(index);
        } else if (one.kind == Kind::Alias) {
            m_out += '*' + one.text;
        } else if (one.kind == Kind::Nothing || one.type == YamlOutline::Type::Null) {
            m_out += "null";
        } else if (one.type == YamlOutline::Type::String) {
            appendJsonString(m_out, one.text);
        } else {
            m_out += one.text;
        }
    }

    void container(Index index)
    {
        const auto &holder = m_outline.node(index);
        const bool isMap = holder.kind == Kind::Map;
        m_out += isMap ? '{' : '[';
        std::vector<Index> children = holder.children;
        for (std::size_t i = 0; m_change.what == What::Swap && i + 1 < children.size(); ++i) {
            if (children[i] == m_change.node) {
                std::swap(children[i], children[i + 1]);
                break;
            }
        }
        const bool inserts = m_change.what == What::Insert && m_change.node == index;
        for (std::size_t i = 0; i <= children.size(); ++i) {
            if (inserts && i == m_change.at) {
                if (isMap)
                    key(m_change.key);
                value(m_change.value);
                m_out += ',';
            }
            if (i == children.size() || (m_change.what == What::Remove && children[i] == m_change.node))
                continue;
            member(children[i], isMap);
            m_out += ',';
        }
        m_out += isMap ? '}' : ']';
    }

    void member(Index child, bool isMap)
    {
        const auto &one = m_outline.node(child);
        if (isMap) {
            m_out += one.isMergeKey ? "<" : "";
            m_out += one.hasColon ? "" : "?";
            key(m_change.what == What::Rename && m_change.node == child ? m_change.key : one.key);
        }
        node(child);
    }

    void key(const std::string &text)
    {
        appendJsonString(m_out, text);
        m_out += ':';
    }

    void value(const JsonNode &one)
    {
        switch (one.kind) {
        case JsonNode::Kind::Null: m_out += "null"; break;
        case JsonNode::Kind::Bool: m_out += one.truth ? "true" : "false"; break;
        case JsonNode::Kind::Number: m_out += resolvePlainScalar(one.text).text; break;
        case JsonNode::Kind::String: appendJsonString(m_out, one.text); break;
        case JsonNode::Kind::Array:
            m_out += '[';
            for (const JsonNode &item : one.items) {
                value(item);
                m_out += ',';
            }
            m_out += ']';
            break;
        case JsonNode::Kind::Object:
            m_out += '{';
            for (const auto &[name, member] : one.members) {
                key(name);
                value(member);
                m_out += ',';
            }
            m_out += '}';
        }
    }

    const YamlOutline &m_outline;
    const YamlChange &m_change;
    std::string m_out;
};

} // namespace

std::string valueAfter(const YamlOutline &outline, const YamlChange &change)
{
    return ValueWriter(outline, change).run();
}

} // namespace kube
