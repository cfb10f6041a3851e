// SPDX-License-Identifier: Apache-2.0
#include "core/rollout/node_reading.h"

#include <charconv>

namespace kube::rollout_detail {

const JsonNode *nodeAt(const JsonNode &from, Names names)
{
    const JsonNode *found = &from;
    for (const std::string_view name : names)
        found = found && found->isObject() ? found->find(name) : nullptr;
    return found && !found->isNull() ? found : nullptr;
}

std::string textAt(const JsonNode &from, Names names)
{
    const JsonNode *const found = nodeAt(from, names);
    return found && found->isString() ? found->text : std::string();
}

std::optional<std::int64_t> wholeAt(const JsonNode &from, Names names)
{
    const JsonNode *const found = nodeAt(from, names);
    std::int64_t number = 0;
    if (!found || found->kind != JsonNode::Kind::Number)
        return std::nullopt;
    const char *const end = found->text.data() + found->text.size();
    const auto read = std::from_chars(found->text.data(), end, number);
    return read.ec == std::errc() && read.ptr == end ? std::optional(number) : std::nullopt;
}

std::int64_t numberAt(const JsonNode &from, Names names)
{
    return wholeAt(from, names).value_or(0);
}

bool isTrueAt(const JsonNode &from, Names names)
{
    const JsonNode *const found = nodeAt(from, names);
    return found && found->kind == JsonNode::Kind::Bool && found->truth;
}

const std::vector<JsonNode> &itemsAt(const JsonNode &from, Names names)
{
    static const std::vector<JsonNode> none;
    const JsonNode *const found = nodeAt(from, names);
    return found && found->isArray() ? found->items : none;
}

const JsonNode *conditionOf(const JsonNode &object, std::string_view type)
{
    for (const JsonNode &condition : itemsAt(object, {"status", "conditions"})) {
        if (textAt(condition, {"type"}) == type)
            return &condition;
    }
    return nullptr;
}

bool isControlledBy(const JsonNode &object, const std::string &uid)
{
    for (const JsonNode &owner : itemsAt(object, {"metadata", "ownerReferences"})) {
        if (isTrueAt(owner, {"controller"}))
            return textAt(owner, {"uid"}) == uid;
    }
    return false;
}

JsonNode textNode(std::string text)
{
    JsonNode node;
    node.kind = JsonNode::Kind::String;
    node.text = std::move(text);
    return node;
}

JsonNode nested(Names names, JsonNode value)
{
    for (auto name = names.end(); name != names.begin();) {
        JsonNode around = JsonNode::object();
        around.set(*--name, std::move(value));
        value = std::move(around);
    }
    return value;
}

std::string written(const JsonNode &node)
{
    std::string text;
    node.write(text);
    return text;
}

} // namespace kube::rollout_detail
