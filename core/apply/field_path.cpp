// SPDX-License-Identifier: Apache-2.0
#include "core/apply/field_path.h"

#include <charconv>

namespace kube {

namespace {

JsonNode nodeOf(std::string_view json)
{
    return JsonNode::parse(json, "key").value_or(JsonNode());
}

bool isPlainName(std::string_view name)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '$';
    });
}

/// protocol is the one key that servers default: TCP.
bool hasKeys(const JsonNode &item, const JsonNode &keys)
{
    return item.isObject() && std::all_of(keys.members.begin(), keys.members.end(), [&](const JsonNode::Member &key) {
        const JsonNode *const own = item.find(key.first);
        if (!own)
            return key.first == "protocol" && key.second.text == "TCP";
        return own->equals(key.second);
    });
}

std::optional<std::size_t> placeOf(const JsonNode &list, const FieldStep &step)
{
    if (step.kind == FieldStep::Kind::Index)
        return step.index < list.items.size() ? std::optional(step.index) : std::nullopt;
    const JsonNode wanted = nodeOf(step.text);
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        if (step.kind == FieldStep::Kind::Key ? hasKeys(list.items[i], wanted) : list.items[i].equals(wanted))
            return i;
    }
    return std::nullopt;
}

/// What stands in brackets: an index, keys with values, a value, or a name.
FieldStep bracketed(std::string_view inside)
{
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(inside.data(), inside.data() + inside.size(), index);
    if (error == std::errc() && end == inside.data() + inside.size())
        return FieldStep::at(index);
    if (!inside.empty() && inside.front() == '=')
        return FieldStep::value(std::string(inside.substr(1)));
    std::string json = "{";
    std::string_view rest = inside;
    while (!rest.empty()) {
        const std::size_t equals = rest.find('=');
        if (equals == std::string_view::npos || !isPlainName(rest.substr(0, equals)))
            return FieldStep::name(std::string(inside));
        std::size_t stop = equals + 1;
        for (bool quoted = false; stop < rest.size() && (quoted || rest[stop] != ','); ++stop) {
            if (rest[stop] == '\\' && quoted)
                ++stop;
            else if (rest[stop] == '"')
                quoted = !quoted;
        }
        stop = std::min(stop, rest.size());
        if (json.size() > 1)
            json += ',';
        appendJsonString(json, rest.substr(0, equals));
        json += ':';
        json += rest.substr(equals + 1, stop - equals - 1);
        rest.remove_prefix(std::min(stop + 1, rest.size()));
    }
    json += '}';
    return JsonNode::parse(json, "key") ? FieldStep::key(json) : FieldStep::name(std::string(inside));
}

std::size_t closingBracket(std::string_view text)
{
    bool quoted = false;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '\\' && quoted)
            ++i;
        else if (text[i] == '"')
            quoted = !quoted;
        else if (text[i] == ']' && !quoted)
            return i;
    }
    return text.size();
}

/// The longest member of the object that the text goes on with; else up to the next dot or bracket.
std::string_view nameAt(std::string_view text, const JsonNode *object)
{
    std::string_view best;
    if (object && object->isObject()) {
        for (const auto &[name, value] : object->members) {
            const bool ends = text.size() == name.size() || (text.size() > name.size() && (text[name.size()] == '.' || text[name.size()] == '['));
            if (ends && name.size() > best.size() && text.substr(0, name.size()) == name)
                best = text.substr(0, name.size());
        }
    }
    return best.empty() ? text.substr(0, text.find_first_of(".[")) : best;
}

const JsonNode *stepInto(const JsonNode *node, const FieldStep &step)
{
    if (!node)
        return nullptr;
    if (step.kind == FieldStep::Kind::Name)
        return node->isObject() ? node->find(step.text) : nullptr;
    if (!node->isArray())
        return nullptr;
    const auto place = placeOf(*node, step);
    return place ? &node->items[*place] : nullptr;
}

} // namespace

std::string jsonText(const JsonNode &node)
{
    std::string text;
    node.write(text);
    return text;
}

std::string fieldPathText(const FieldPath &path)
{
    std::string text;
    for (const FieldStep &step : path) {
        switch (step.kind) {
        case FieldStep::Kind::Name:
            if (isPlainName(step.text))
                text.append(text.empty() ? "" : ".").append(step.text);
            else
                text.append("[").append(step.text).append("]");
            break;
        case FieldStep::Kind::Index: text.append("[").append(std::to_string(step.index)).append("]"); break;
        case FieldStep::Kind::Value: text.append("[=").append(step.text).append("]"); break;
        case FieldStep::Kind::Key: {
            text += '[';
            const JsonNode keys = nodeOf(step.text);
            for (const auto &[name, value] : keys.members)
                text.append(name == keys.members.front().first ? "" : ",").append(name).append("=").append(jsonText(value));
            text += ']';
            break;
        }
        }
    }
    return text;
}

FieldPath parseFieldPath(std::string_view text, const JsonNode *document)
{
    FieldPath path;
    const JsonNode *at = document;
    while (!text.empty()) {
        if (text.front() == '[') {
            const std::size_t end = closingBracket(text);
            FieldStep step = bracketed(text.substr(1, end - 1));
            // A member may be called "0" too.
            if (step.kind != FieldStep::Kind::Name && at && at->isObject())
                step = FieldStep::name(std::string(text.substr(1, end - 1)));
            path.push_back(std::move(step));
            text.remove_prefix(std::min(end + 1, text.size()));
        } else {
            if (text.front() == '.')
                text.remove_prefix(1);
            const std::string_view name = nameAt(text, at);
            if (!name.empty())
                path.push_back(FieldStep::name(std::string(name)));
            else if (!text.empty() && text.front() != '[' && text.front() != '.')
                break;
            text.remove_prefix(name.size());
            if (name.empty())
                continue;
        }
        at = stepInto(at, path.back());
    }
    return path;
}

std::optional<FieldStep> parseFieldsV1Key(std::string_view key)
{
    if (key.size() < 2 || key[1] != ':')
        return std::nullopt;
    const std::string rest(key.substr(2));
    switch (key.front()) {
    case 'f': return FieldStep::name(rest);
    case 'k': return FieldStep::key(rest);
    case 'v': return FieldStep::value(rest);
    case 'i': {
        std::size_t index = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), index);
        return error == std::errc() && end == rest.data() + rest.size() ? std::optional(FieldStep::at(index)) : std::nullopt;
    }
    default: return std::nullopt;
    }
}

const JsonNode *findField(const JsonNode &document, const FieldPath &path)
{
    const JsonNode *at = &document;
    for (const FieldStep &step : path)
        at = stepInto(at, step);
    return at;
}

std::optional<JsonPath> jsonPathOf(const JsonNode &document, const FieldPath &path)
{
    JsonPath found;
    const JsonNode *at = &document;
    for (const FieldStep &step : path) {
        const JsonNode *const next = stepInto(at, step);
        if (!next)
            return std::nullopt;
        if (step.kind == FieldStep::Kind::Name)
            found.emplace_back(step.text);
        else
            found.emplace_back(static_cast<std::size_t>(next - at->items.data()));
        at = next;
    }
    return found;
}

void setField(JsonNode &document, const FieldPath &path, JsonNode value)
{
    JsonNode *at = &document;
    for (const FieldStep &step : path) {
        if (step.kind == FieldStep::Kind::Name) {
            if (!at->isObject())
                *at = JsonNode::object();
            if (!at->find(step.text))
                at->set(step.text, JsonNode());
            at = at->find(step.text);
            continue;
        }
        if (!at->isArray()) {
            *at = JsonNode();
            at->kind = JsonNode::Kind::Array;
        }
        auto place = placeOf(*at, step);
        if (!place) {
            at->items.push_back(step.kind == FieldStep::Kind::Index ? JsonNode() : nodeOf(step.text));
            place = at->items.size() - 1;
        }
        at = &at->items[*place];
    }
    *at = std::move(value);
}

void removeField(JsonNode &document, const FieldPath &path)
{
    if (path.empty())
        return;
    JsonNode *at = &document;
    for (auto step = path.begin(); step + 1 != path.end(); ++step) {
        at = const_cast<JsonNode *>(stepInto(at, *step)); // NOLINT: of a document that is ours to change
        if (!at)
            return;
    }
    if (path.back().kind == FieldStep::Kind::Name) {
        at->remove(path.back().text);
    } else if (at->isArray()) {
        if (const auto place = placeOf(*at, path.back()))
            at->items.erase(at->items.begin() + static_cast<std::ptrdiff_t>(*place));
    }
}

} // namespace kube
