// SPDX-License-Identifier: Apache-2.0
#include "core/schema/yaml_render.h"

#include "core/object/yaml.h"

#include <algorithm>

namespace kube {

namespace {

using Style = YamlOutline::Style;

int columnIn(const YamlOutline &outline, const TextLines &lines, std::uint32_t offset)
{
    const int line = lines.lineOf(offset);
    const bool hasMark = line == 0 && outline.text().starts_with("\xef\xbb\xbf");
    return static_cast<int>(offset - lines.line(line).begin) - (hasMark ? 3 : 0);
}

/// As the YAML writer has it, without the last line end.
std::string written(const std::string &text)
{
    std::string json;
    appendJsonString(json, text);
    const auto document = JsonDocument::parse(json);
    std::string yaml = document ? toYaml(document->root()) : json;
    if (yaml.ends_with('\n'))
        yaml.pop_back();
    return yaml;
}

std::string inSingleQuotes(const std::string &text)
{
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'')
            out += '\'';
        out += c;
    }
    return out + '\'';
}

std::string inDoubleQuotes(const std::string &text, const std::string &yaml)
{
    if (yaml.starts_with('"'))
        return yaml;
    std::string json;
    appendJsonString(json, text);
    return json;
}

/// On one line.
std::string quotedAs(const std::string &text, Style wished, bool isInFlow)
{
    const std::string yaml = written(text);
    const bool isPlain = !yaml.starts_with('"') && !yaml.starts_with('\'');
    const bool hasLines = text.find('\n') != std::string::npos;
    const bool needsEscapes = hasLines || (yaml.starts_with('"') && yaml.find('\\') != std::string::npos);
    if (needsEscapes || wished == Style::DoubleQuoted)
        return inDoubleQuotes(text, yaml);
    if (wished == Style::SingleQuoted)
        return inSingleQuotes(text);
    if (isInFlow && isPlain && yaml.find_first_of(",[]{}:") != std::string::npos)
        return inDoubleQuotes(text, yaml);
    return yaml;
}

} // namespace

YamlLayout YamlLayout::of(const YamlOutline &outline)
{
    YamlLayout layout;
    const TextLines lines(outline.text());
    bool knowsStep = false;
    bool knowsList = false;
    for (YamlOutline::Index i = 0; i < outline.size() && !(knowsStep && knowsList); ++i) {
        const auto &node = outline.node(i);
        if (!node.isMember || node.style != Style::Block || node.children.empty())
            continue;
        const int step = columnIn(outline, lines, outline.extent(node.children.front()).begin) - columnIn(outline, lines, node.keyRange.begin);
        if (node.kind == YamlOutline::Kind::Map && !knowsStep && step > 0) {
            layout.step = step;
            knowsStep = true;
        } else if (node.kind == YamlOutline::Kind::Sequence && !knowsList && step >= 0) {
            layout.listStep = step;
            knowsList = true;
        }
    }
    if (outline.text().find("\r\n") != std::string::npos)
        layout.lineEnd = "\r\n";
    return layout;
}

bool isFilled(const JsonNode &value)
{
    return (value.isObject() && !value.members.empty()) || (value.isArray() && !value.items.empty());
}

std::string YamlRenderer::newLine(int column) const
{
    return m_layout.lineEnd + std::string(static_cast<std::size_t>(std::max(column, 0)), ' ');
}

std::string YamlRenderer::key(const std::string &key, bool isInFlow) const
{
    return quotedAs(key, Style::Plain, isInFlow);
}

std::string YamlRenderer::flow(const JsonNode &value, Style wished) const
{
    std::string out;
    switch (value.kind) {
    case JsonNode::Kind::Null: return "null";
    case JsonNode::Kind::Bool: return value.truth ? "true" : "false";
    case JsonNode::Kind::Number: return value.text;
    case JsonNode::Kind::String: return quotedAs(value.text, wished, true);
    case JsonNode::Kind::Array:
        for (const JsonNode &item : value.items)
            out += (out.empty() ? "" : ", ") + flow(item);
        return '[' + out + ']';
    case JsonNode::Kind::Object:
        for (const auto &[name, member] : value.members)
            out += (out.empty() ? "" : ", ") + key(name, true) + ": " + flow(member);
        return '{' + out + '}';
    }
    return out;
}

std::string YamlRenderer::scalar(const JsonNode &value, int outer, Style wished) const
{
    if (!value.isString())
        return flow(value);
    const std::string yaml = value.text.find('\n') == std::string::npos ? std::string() : written(value.text);
    // What "|+" keeps depends on what follows it.
    if (!yaml.starts_with('|') || yaml.starts_with("|+") || wished == Style::DoubleQuoted)
        return quotedAs(value.text, wished, false);
    // The writer indents by two.
    const std::string indent(static_cast<std::size_t>(std::max(outer, 0) + m_layout.step), ' ');
    std::string out;
    for (std::size_t begin = 0; begin <= yaml.size();) {
        const std::size_t end = std::min(yaml.find('\n', begin), yaml.size());
        if (begin > 0)
            out += m_layout.lineEnd;
        if (begin > 0 && end > begin)
            out += indent + yaml.substr(begin + 2, end - begin - 2);
        else
            out.append(yaml, begin, end - begin);
        begin = end + 1;
    }
    return out;
}

std::string YamlRenderer::block(const JsonNode &value, int column) const
{
    std::string out;
    appendBlock(out, value, column);
    return out;
}

void YamlRenderer::appendBlock(std::string &out, const JsonNode &value, int column) const
{
    bool isFirst = true;
    for (const JsonNode &item : value.items) {
        if (!std::exchange(isFirst, false))
            out += newLine(column);
        out += "- ";
        if (isFilled(item))
            appendBlock(out, item, column + 2);
        else
            out += scalar(item, column);
    }
    for (const auto &[name, member] : value.members) {
        if (!std::exchange(isFirst, false))
            out += newLine(column);
        out += key(name, false) + ':';
        if (isFilled(member)) {
            const int inner = column + (member.isArray() ? m_layout.listStep : m_layout.step);
            out += newLine(inner);
            appendBlock(out, member, inner);
        } else {
            out += ' ' + scalar(member, column);
        }
    }
}

} // namespace kube
