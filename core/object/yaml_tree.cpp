// SPDX-License-Identifier: Apache-2.0
#include "core/object/yaml_tree.h"

#include "core/object/yaml_text.h"

#include <yaml-cpp/mark.h>

#include <algorithm>

namespace kube {

namespace {

constexpr std::string_view coreTags = "tag:yaml.org,2002:";

std::size_t offsetOf(const YAML::Mark &mark)
{
    return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
}

} // namespace

bool YamlTree::isEmpty() const
{
    return m_nodes.empty() || (m_nodes[0].kind == Node::Kind::Scalar && m_nodes[0].scalar.type == YamlScalar::Type::Null);
}

const YamlTree::Node &YamlTree::resolved(Index index) const
{
    const Node &node = m_nodes[index];
    return node.kind == Node::Kind::Alias ? m_nodes[node.target] : node;
}

YamlTree::Index YamlTree::add(Node node, YAML::anchor_t anchor)
{
    if (m_nodes.size() >= m_limits.nodes)
        throw YamlRefused{m_source.refused(QStringLiteral("the document has more than %1 nodes").arg(m_limits.nodes), node.offset)};
    const auto index = static_cast<Index>(m_nodes.size());
    if (anchor != YAML::NullAnchor) {
        m_anchors.resize(std::max<std::size_t>(m_anchors.size(), anchor + 1));
        m_anchors[anchor] = index;
    }
    m_nodes.push_back(std::move(node));
    if (!m_open.empty())
        m_nodes[m_open.back()].children.push_back(index);
    return index;
}

void YamlTree::open(Node::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor, YAML::EmitterStyle::value style)
{
    Node node;
    node.kind = kind;
    node.isFlow = style == YAML::EmitterStyle::Flow;
    node.offset = offsetOf(mark);
    if (static_cast<int>(m_open.size()) >= m_limits.depth)
        throw YamlRefused{m_source.refused(QStringLiteral("nested deeper than %1 levels").arg(m_limits.depth), node.offset)};
    m_open.push_back(add(std::move(node), anchor));
}

// yaml-cpp takes whatever cannot go on with one document for the begin of another.
void YamlTree::OnDocumentStart(const YAML::Mark &mark)
{
    m_begin = offsetOf(mark);
    if (!m_source.isDocumentBegin(m_begin))
        throw YamlRefused{m_source.refused(QStringLiteral("this belongs neither to what is above nor to a document of its own"), m_begin)};
}

void YamlTree::OnNull(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    Node node;
    node.offset = offsetOf(mark);
    checkNull(node.offset);
    node.scalar.type = YamlScalar::Type::Null;
    add(std::move(node), anchor);
}

void YamlTree::OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    Node node;
    node.kind = Node::Kind::Alias;
    node.offset = offsetOf(mark);
    node.target = anchor < m_anchors.size() ? m_anchors[anchor] : 0;
    if (std::find(m_open.begin(), m_open.end(), node.target) != m_open.end())
        throw YamlRefused{m_source.refused(QStringLiteral("an anchor's value contains itself"), node.offset)};
    add(std::move(node), YAML::NullAnchor);
}

void YamlTree::OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &read)
{
    Node node;
    node.offset = offsetOf(mark);
    const std::size_t content = m_source.contentAt(node.offset);
    checkQuotes(content);
    checkIndentation(node.offset, content);
    const std::string value = meant(read, content);
    // yaml-cpp gives "?" for a plain scalar and "!" for a quoted or block one, unless there is a tag.
    if (tag == "?" || tag.empty()) {
        node.scalar = resolvePlainScalar(value);
        node.isMergeKey = value == "<<";
    } else if (tag == "!") {
        node.scalar.text = value;
    } else {
        const char first = content < m_source.text().size() ? m_source.text()[content] : '\0';
        node.scalar = tagged(tag, value, node.offset, std::string_view("\"'|>").find(first) == std::string_view::npos);
    }
    add(std::move(node), anchor);
}

void YamlTree::OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor, YAML::EmitterStyle::value style)
{
    open(Node::Kind::Sequence, mark, anchor, style);
}

void YamlTree::OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor, YAML::EmitterStyle::value style)
{
    open(Node::Kind::Map, mark, anchor, style);
}

// In a list yaml-cpp counts a text's indentation from its tag or anchor, where a key could begin.
void YamlTree::checkIndentation(std::size_t begin, std::size_t content) const
{
    const std::string_view text(m_source.text());
    if (content == begin || content >= text.size() || (text[content] != '|' && text[content] != '>'))
        return;
    const auto header = text.substr(content + 1, 2);
    const bool isTold = header.find_first_of("123456789") != std::string_view::npos;
    if (m_open.empty() || m_nodes[m_open.back()].kind != Node::Kind::Sequence)
        return;
    if (isTold)
        throw YamlRefused{m_source.refused(QStringLiteral("behind a tag or an anchor a text cannot tell its own indentation"), content)};
    const std::size_t column = begin - (text.rfind('\n', begin) + 1); // npos + 1 is the text's begin
    const std::size_t line = text.find('\n', content);
    const std::size_t first = line == std::string_view::npos ? line : text.find_first_not_of(" \n", line);
    if (first == std::string_view::npos)
        return;
    const std::size_t indent = first - (text.rfind('\n', first) + 1);
    const std::size_t dash = text.rfind('-', begin);
    const bool isBelow = dash != std::string_view::npos && indent > dash - (text.rfind('\n', dash) + 1);
    if (isBelow && indent <= column)
        throw YamlRefused{m_source.refused(QStringLiteral("behind a tag or an anchor in a list a text must be indented deeper than it"), first)};
}

// yaml-cpp writes "\N" and "\_" as bytes that are no UTF-8, and loses a line end of a folded scalar that keeps them.
std::string YamlTree::meant(const std::string &value, std::size_t content) const
{
    const std::string_view text(m_source.text());
    if (content < text.size() && text[content] == '"') {
        const auto inside = text.substr(content + 1, m_source.endOfQuoted(content) - content - 2);
        return inside.find('\\') == std::string_view::npos ? value : doubleQuoted(inside);
    }
    return content < text.size() && text[content] == '>' ? withKeptLineEnds(text, content, value) : value;
}

YamlScalar YamlTree::tagged(const std::string &tag, const std::string &value, std::size_t offset, bool isPlain) const
{
    using Type = YamlScalar::Type;
    const YamlScalar asText{Type::String, value, 0};
    if (!tag.starts_with(coreTags))
        return asText; // an application's own tag says nothing to JSON
    const std::string name = tag.substr(coreTags.size());
    if (name == "str" || (name == "timestamp" && isPlain))
        return asText;
    YamlScalar scalar = resolvePlainScalar(value);
    const bool fits = (name == "int" && scalar.type == Type::Integer) || (name == "bool" && scalar.type == Type::Bool)
        || (name == "null" && scalar.type == Type::Null)
        || (name == "float" && (scalar.type == Type::Float || scalar.type == Type::Integer || scalar.type == Type::NotFinite));
    if (!fits)
        throw YamlRefused{m_source.refused(QStringLiteral("the value is no !!%1").arg(QString::fromStdString(name)), offset)};
    return scalar;
}

void YamlTree::checkQuotes(std::size_t content) const
{
    const std::string &text = m_source.text();
    if (content >= text.size() || (text[content] != '"' && text[content] != '\''))
        return;
    if (m_source.endOfQuoted(content) == std::string::npos)
        throw YamlRefused{m_source.refused(QStringLiteral("the quote is not closed"), content)};
}

// yaml-cpp takes a line of a map without ":" for a key without a value, and "[a, , b]" for a list with a null.
void YamlTree::checkNull(std::size_t offset) const
{
    if (m_open.empty())
        return;
    const Node &parent = m_nodes[m_open.back()];
    const std::string &text = m_source.text();
    if (parent.kind == Node::Kind::Sequence && parent.isFlow && offset < text.size() && text[offset] == ',')
        throw YamlRefused{m_source.refused(QStringLiteral("a value is missing before this comma"), offset)};
    const bool isValue = parent.kind == Node::Kind::Map && parent.children.size() % 2 == 1;
    if (!isValue || parent.isFlow)
        return;
    const Node &key = m_nodes[parent.children.back()];
    if (key.kind == Node::Kind::Scalar && !m_source.isKeyComplete(key.offset))
        throw YamlRefused{m_source.refused(QStringLiteral("expected \":\" after this key"), key.offset)};
}

} // namespace kube
