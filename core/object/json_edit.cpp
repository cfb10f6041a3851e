// SPDX-License-Identifier: Apache-2.0
#include "core/object/json_edit.h"

#include "core/object/json.h"
#include "core/object/json_walk.h"

namespace kube {

namespace {

/// Where a child of an object or array stands; of one that is not there, only what is needed to add it.
struct Child {
    bool found = false;
    bool isFirst = true;
    std::size_t memberBegin = 0; ///< of its key, or of the item
    std::size_t begin = 0;       ///< of its value
    std::size_t end = 0;
    std::size_t previousEnd = 0; ///< of the value before it (or the last), or just behind the bracket
};

bool isKey(std::string_view raw, const std::string &name)
{
    if (raw.find('\\') == std::string_view::npos)
        return raw == name;
    const auto unescaped = JsonDocument::parse('"' + std::string(raw) + '"');
    return unescaped && unescaped->root().string() == name;
}

bool holds(char bracket, const JsonStep &step)
{
    return bracket == (std::holds_alternative<std::string>(step) ? '{' : '[');
}

/// container is where an object or array begins that holds such a step.
Child childOf(std::string_view json, std::size_t container, const JsonStep &step)
{
    Child child;
    child.previousEnd = container + 1;
    std::size_t index = 0;
    JsonWalker walk(json, container);
    const auto visit = [&](bool isIt, std::size_t memberBegin) {
        const std::size_t begin = walk.position();
        walk.skipValue();
        if (isIt) {
            child.found = true;
            child.isFirst = index == 0;
            child.memberBegin = memberBegin;
            child.begin = begin;
            child.end = walk.position();
            walk.stop();
        } else {
            child.previousEnd = walk.position();
        }
        ++index;
    };
    if (const auto *const name = std::get_if<std::string>(&step))
        eachMember(walk, [&](std::string_view key, std::size_t begin) { visit(isKey(key, *name), begin); });
    else
        eachItem(walk, [&] { visit(index == std::get<std::size_t>(step), walk.position()); });
    if (!child.found)
        child.isFirst = index == 0;
    return child;
}

std::size_t rootOf(std::string_view json)
{
    JsonWalker walk(json);
    walk.skipSpace();
    return walk.position();
}

std::size_t endOf(std::string_view json, std::size_t begin)
{
    JsonWalker walk(json, begin);
    walk.skipValue();
    return walk.position();
}

void appendName(std::string &out, const JsonStep &step)
{
    if (const auto *const name = std::get_if<std::string>(&step)) {
        appendJsonString(out, *name);
        out += ':';
    }
}

/// value inside the objects and arrays that the steps from first on ask for.
std::string wrapped(const JsonPath &path, std::size_t first, std::string_view value)
{
    std::string out;
    for (std::size_t i = first; i < path.size(); ++i) {
        out += std::holds_alternative<std::string>(path[i]) ? '{' : '[';
        appendName(out, path[i]);
    }
    out += value;
    for (std::size_t i = path.size(); i > first; --i)
        out += std::holds_alternative<std::string>(path[i - 1]) ? '}' : ']';
    return out;
}

std::string replaced(std::string_view json, std::size_t begin, std::size_t end, std::string_view text)
{
    std::string out;
    out.reserve(json.size() - (end - begin) + text.size());
    out.append(json.substr(0, begin)).append(text).append(json.substr(end));
    return out;
}

} // namespace

std::optional<std::string_view> findJson(std::string_view json, const JsonPath &path)
{
    std::size_t at = rootOf(json);
    for (const JsonStep &step : path) {
        if (!holds(json[at], step))
            return std::nullopt;
        const Child child = childOf(json, at, step);
        if (!child.found)
            return std::nullopt;
        at = child.begin;
    }
    return json.substr(at, endOf(json, at) - at);
}

std::string withJson(std::string_view json, const JsonPath &path, std::string_view value)
{
    std::size_t at = rootOf(json);
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (!holds(json[at], path[i]))
            return replaced(json, at, endOf(json, at), wrapped(path, i, value));
        const Child child = childOf(json, at, path[i]);
        if (!child.found) {
            std::string added = child.isFirst ? "" : ",";
            appendName(added, path[i]);
            added += wrapped(path, i + 1, value);
            return replaced(json, child.previousEnd, child.previousEnd, added);
        }
        at = child.begin;
    }
    return replaced(json, at, endOf(json, at), value);
}

std::string withoutJson(std::string_view json, const JsonPath &path)
{
    std::size_t at = rootOf(json);
    Child child;
    for (const JsonStep &step : path) {
        if (!holds(json[at], step))
            return std::string(json);
        child = childOf(json, at, step);
        if (!child.found)
            return std::string(json);
        at = child.begin;
    }
    if (!child.found)
        return std::string(json);
    if (!child.isFirst) // the comma before it goes with it
        return replaced(json, child.previousEnd, child.end, {});
    JsonWalker walk(json, child.end);
    walk.skipSpace();
    if (walk.peek() != ',')
        return replaced(json, child.memberBegin, child.end, {});
    walk.advance();
    walk.skipSpace();
    return replaced(json, child.memberBegin, walk.position(), {});
}

} // namespace kube
