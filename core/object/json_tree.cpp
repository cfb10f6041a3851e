// SPDX-License-Identifier: Apache-2.0
#include "core/object/json_tree.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <unordered_map>

namespace kube {

namespace {

/// The number tokens of a valid document, in its order.
class NumberTokens
{
public:
    explicit NumberTokens(std::string_view json) : m_json(json) {}

    std::string_view next()
    {
        while (m_at < m_json.size() && !isNumber(m_json[m_at])) {
            if (m_json[m_at++] == '"')
                skipString();
        }
        const std::size_t begin = m_at;
        while (m_at < m_json.size() && (isNumber(m_json[m_at]) || std::string_view("+.eE").find(m_json[m_at]) != std::string_view::npos))
            ++m_at;
        return m_json.substr(begin, m_at - begin);
    }

private:
    static bool isNumber(char c) { return c == '-' || (c >= '0' && c <= '9'); }
    void skipString()
    {
        while (m_json[m_at] != '"')
            m_at += m_json[m_at] == '\\' ? 2 : 1;
        ++m_at;
    }
    std::string_view m_json;
    std::size_t m_at = 0;
};

/// Keeps the last of each name, at the place of the first, as Go's maps would.
void dropRepeatedNames(std::vector<JsonNode::Member> &members)
{
    std::unordered_map<std::string, std::size_t> places;
    std::size_t end = 0;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const auto [place, isNew] = places.emplace(members[i].first, end);
        if (!isNew) {
            members[place->second].second = std::move(members[i].second);
            continue;
        }
        if (end != i)
            members[end] = std::move(members[i]);
        ++end;
    }
    members.resize(end);
}

bool isRepeating(const std::vector<JsonNode::Member> &members)
{
    std::vector<std::string_view> names;
    names.reserve(members.size());
    for (const auto &member : members)
        names.push_back(member.first);
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) != names.end();
}

JsonNode build(JsonValue value, NumberTokens &numbers)
{
    JsonNode node;
    if (value.isObject()) {
        node.kind = JsonNode::Kind::Object;
        value.forEachMember([&](std::string_view name, JsonValue member) {
            node.members.emplace_back(std::string(name), build(member, numbers));
        });
        if (isRepeating(node.members))
            dropRepeatedNames(node.members);
    } else if (value.isArray()) {
        node.kind = JsonNode::Kind::Array;
        value.forEachItem([&](JsonValue item) { node.items.push_back(build(item, numbers)); });
    } else if (value.isString()) {
        node.kind = JsonNode::Kind::String;
        node.text = value.string();
    } else if (value.isNumber()) {
        node.kind = JsonNode::Kind::Number;
        node.text = numbers.next();
    } else if (value.isBool()) {
        node.kind = JsonNode::Kind::Bool;
        node.truth = value.boolean();
    }
    return node;
}

bool isSameNumber(const std::string &left, const std::string &right)
{
    if (left == right)
        return true;
    const auto isWhole = [](const std::string &token) { return token.find_first_of(".eE") == std::string::npos; };
    if (isWhole(left) && isWhole(right))
        return false; // beyond 2^53 doubles would call neighbours equal
    double one = 0;
    double other = 0;
    std::from_chars(left.data(), left.data() + left.size(), one);
    std::from_chars(right.data(), right.data() + right.size(), other);
    return one == other;
}

} // namespace

JsonNode::JsonNode() = default;
JsonNode::~JsonNode() = default;
JsonNode::JsonNode(const JsonNode &) = default;
JsonNode::JsonNode(JsonNode &&) noexcept = default;
JsonNode &JsonNode::operator=(const JsonNode &) = default;
JsonNode &JsonNode::operator=(JsonNode &&) noexcept = default;

Result<JsonNode> JsonNode::parse(std::string_view json, const char *what)
{
    const auto document = JsonDocument::parse(json);
    if (!document) {
        Error error = document.error();
        error.place = QLatin1String(what);
        return fail(std::move(error));
    }
    NumberTokens numbers(json);
    return build(document->root(), numbers);
}

JsonNode JsonNode::object()
{
    JsonNode node;
    node.kind = Kind::Object;
    return node;
}

JsonNode *JsonNode::find(std::string_view name)
{
    const auto found = std::find_if(members.begin(), members.end(), [&](const Member &member) { return member.first == name; });
    return found == members.end() ? nullptr : &found->second;
}

const JsonNode *JsonNode::find(std::string_view name) const
{
    return const_cast<JsonNode *>(this)->find(name); // NOLINT: the same search
}

void JsonNode::set(std::string_view name, JsonNode value)
{
    if (JsonNode *const there = find(name))
        *there = std::move(value);
    else
        members.emplace_back(std::string(name), std::move(value));
}

bool JsonNode::remove(std::string_view name)
{
    return std::erase_if(members, [&](const Member &member) { return member.first == name; }) > 0;
}

int JsonNode::depth() const
{
    int below = 0;
    for (const auto &item : items)
        below = std::max(below, item.depth());
    for (const auto &member : members)
        below = std::max(below, member.second.depth());
    return below + 1;
}

std::size_t JsonNode::weight() const
{
    std::size_t bytes = sizeof(JsonNode) + text.size();
    for (const auto &item : items)
        bytes += item.weight();
    for (const auto &member : members)
        bytes += member.first.size() + member.second.weight();
    return bytes;
}

void JsonNode::write(std::string &out) const
{
    switch (kind) {
    case Kind::Null: out += "null"; return;
    case Kind::Bool: out += truth ? "true" : "false"; return;
    case Kind::Number: out += text; return;
    case Kind::String: appendJsonString(out, text); return;
    case Kind::Array:
        out += '[';
        for (const auto &item : items) {
            if (&item != &items.front())
                out += ',';
            item.write(out);
        }
        out += ']';
        return;
    case Kind::Object:
        out += '{';
        for (const auto &member : members) {
            if (&member != &members.front())
                out += ',';
            appendJsonString(out, member.first);
            out += ':';
            member.second.write(out);
        }
        out += '}';
        return;
    }
}

bool JsonNode::equals(const JsonNode &other) const
{
    if (kind != other.kind)
        return false;
    switch (kind) {
    case Kind::Null: return true;
    case Kind::Bool: return truth == other.truth;
    case Kind::Number: return isSameNumber(text, other.text);
    case Kind::String: return text == other.text;
    case Kind::Array:
        return std::equal(items.begin(), items.end(), other.items.begin(), other.items.end(),
                          [](const JsonNode &left, const JsonNode &right) { return left.equals(right); });
    case Kind::Object: break;
    }
    if (members.size() != other.members.size())
        return false;
    const auto byName = [](const JsonNode &node) {
        std::vector<const Member *> sorted;
        for (const auto &member : node.members)
            sorted.push_back(&member);
        std::sort(sorted.begin(), sorted.end(), [](const Member *left, const Member *right) { return left->first < right->first; });
        return sorted;
    };
    const auto mine = byName(*this);
    const auto theirs = byName(other);
    return std::equal(mine.begin(), mine.end(), theirs.begin(), [](const Member *left, const Member *right) {
        return left->first == right->first && left->second.equals(right->second);
    });
}

} // namespace kube
