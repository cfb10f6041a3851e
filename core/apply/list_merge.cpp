// SPDX-License-Identifier: Apache-2.0
#include "core/apply/merge_run.h"

#include <unordered_map>

namespace kube {

namespace {

/// A list whose items are told apart by their keys.
struct KeyedList {
    std::vector<std::string> order;
    std::unordered_map<std::string, const JsonNode *> items;

    [[nodiscard]] const JsonNode *of(const std::string &key) const
    {
        const auto found = items.find(key);
        return found == items.end() ? nullptr : found->second;
    }
};

std::optional<KeyedList> keyed(const JsonNode &list, const ListShape &shape)
{
    KeyedList result;
    for (const JsonNode &item : list.items) {
        auto key = listKeyOf(item, shape);
        if (!key || !result.items.emplace(*key, &item).second)
            return std::nullopt;
        result.order.push_back(std::move(*key));
    }
    return result;
}

/// The keys of list that other has too, in list's order.
std::vector<std::string> common(const KeyedList &list, const KeyedList &other)
{
    std::vector<std::string> keys;
    std::copy_if(list.order.begin(), list.order.end(), std::back_inserter(keys), [&](const std::string &key) { return other.of(key); });
    return keys;
}

using Groups = std::unordered_map<std::string, std::vector<std::string>>; ///< behind which key of the skeleton; "": in front

Groups groupsOf(const KeyedList &side, const std::unordered_map<std::string, bool> &skeleton)
{
    Groups groups;
    std::string anchor;
    for (const std::string &key : side.order) {
        if (skeleton.contains(key))
            anchor = key;
        else
            groups[anchor].push_back(key);
    }
    return groups;
}

} // namespace

std::optional<JsonNode> MergeRun::mergeLists(const JsonNode &base, const JsonNode &mine, const JsonNode &theirs)
{
    const ListShape shape = m_keys.of(m_names);
    if (shape.kind == ListShape::Kind::Atomic)
        return std::nullopt;
    const auto before = keyed(base, shape);
    const auto one = keyed(mine, shape);
    const auto other = keyed(theirs, shape);
    if (!before || !one || !other)
        return std::nullopt;

    // Who put what both had into another order has the say about it.
    const bool mineMoved = common(*one, *before) != common(*before, *one);
    const bool theirsMoved = common(*other, *before) != common(*before, *other);
    if (mineMoved && theirsMoved && common(*one, *other) != common(*other, *one))
        return std::nullopt;
    const bool mineLeads = mineMoved && (!theirsMoved || one->order < other->order);
    const KeyedList &leader = mineLeads ? *one : theirsMoved ? *other : *before;

    std::unordered_map<std::string, std::optional<JsonNode>> values;
    const auto decide = [&](const std::string &key) {
        if (values.contains(key))
            return;
        m_path.push_back(shape.kind == ListShape::Kind::Set ? FieldStep::value(key) : FieldStep::key(key));
        auto value = merge(before->of(key), one->of(key), other->of(key));
        m_path.pop_back();
        values.emplace(key, std::move(value));
    };
    for (const KeyedList *list : {&*before, &*one, &*other}) {
        for (const std::string &key : list->order)
            decide(key);
    }

    // What stood in base is the skeleton, in the leader's order; the leader may lack what the other side kept.
    std::vector<std::string> spine;
    std::unordered_map<std::string, bool> onSpine;
    for (const KeyedList *list : {&leader, &*before}) {
        for (const std::string &key : list->order) {
            if (before->of(key) && values.at(key) && onSpine.emplace(key, true).second)
                spine.push_back(key);
        }
    }
    Groups ours = groupsOf(*one, onSpine);
    Groups others = groupsOf(*other, onSpine);
    JsonNode merged;
    merged.kind = JsonNode::Kind::Array;
    std::unordered_map<std::string, bool> placed;
    const auto place = [&](const std::string &key) {
        if (auto &value = values.at(key); value && placed.emplace(key, true).second)
            merged.items.push_back(*value);
    };
    const auto placeBehind = [&](const std::string &anchor) {
        std::vector<std::string> first = ours[anchor];
        std::vector<std::string> second = others[anchor];
        if (second < first) // neither side goes before the other for being mine
            std::swap(first, second);
        std::for_each(first.begin(), first.end(), place);
        std::for_each(second.begin(), second.end(), place);
    };
    placeBehind({});
    for (const std::string &key : spine) {
        place(key);
        placeBehind(key);
    }
    return merged;
}

} // namespace kube
