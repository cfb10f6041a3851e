// SPDX-License-Identifier: Apache-2.0
#include "core/apply/merge_run.h"

#include <unordered_map>

namespace kube {

namespace {

/// Members by name, so that wide objects merge in linear time.
class MemberIndex
{
public:
    explicit MemberIndex(const JsonNode &object)
    {
        for (const auto &[name, value] : object.members)
            m_members.emplace(name, &value);
    }
    [[nodiscard]] const JsonNode *of(const std::string &name) const
    {
        const auto found = m_members.find(name);
        return found == m_members.end() ? nullptr : found->second;
    }

private:
    std::unordered_map<std::string_view, const JsonNode *> m_members;
};

bool isSame(const JsonNode *left, const JsonNode *right)
{
    return left && right ? left->equals(*right) : left == right;
}

std::optional<JsonNode> copyOf(const JsonNode *node)
{
    return node ? std::optional(*node) : std::nullopt;
}

std::optional<std::string> textOf(const JsonNode *node)
{
    return node ? std::optional(jsonText(*node)) : std::nullopt;
}

const JsonNode &emptyObject()
{
    static const JsonNode empty = JsonNode::object();
    return empty;
}

const JsonNode &emptyList()
{
    static const JsonNode empty = [] {
        JsonNode list;
        list.kind = JsonNode::Kind::Array;
        return list;
    }();
    return empty;
}

} // namespace

std::optional<JsonNode> MergeRun::conflict(const JsonNode *base, const JsonNode *mine, const JsonNode *theirs)
{
    m_conflicts.push_back({m_path, textOf(base), textOf(mine), textOf(theirs)});
    return copyOf(m_inConflict == MergeSide::Mine ? mine : theirs);
}

std::optional<JsonNode> MergeRun::merge(const JsonNode *base, const JsonNode *mine, const JsonNode *theirs)
{
    if (isSame(mine, base) || isSame(mine, theirs))
        return copyOf(theirs);
    if (isSame(theirs, base))
        return copyOf(mine);
    if (mine && theirs && mine->isObject() && theirs->isObject())
        return mergeObjects(base && base->isObject() ? *base : emptyObject(), *mine, *theirs);
    if (mine && theirs && mine->isArray() && theirs->isArray()) {
        if (auto list = mergeLists(base && base->isArray() ? *base : emptyList(), *mine, *theirs))
            return list;
    }
    return conflict(base, mine, theirs);
}

JsonNode MergeRun::mergeObjects(const JsonNode &base, const JsonNode &mine, const JsonNode &theirs)
{
    const MemberIndex inBase(base);
    const MemberIndex inMine(mine);
    const MemberIndex inTheirs(theirs);
    JsonNode merged = JsonNode::object();
    const auto take = [&](const std::string &name) {
        m_path.push_back(FieldStep::name(name));
        m_names.push_back(name);
        if (auto value = merge(inBase.of(name), inMine.of(name), inTheirs.of(name)))
            merged.members.emplace_back(name, std::move(*value));
        m_names.pop_back();
        m_path.pop_back();
    };
    for (const auto &[name, value] : theirs.members)
        take(name);
    for (const auto &[name, value] : mine.members) {
        if (!inTheirs.of(name))
            take(name);
    }
    return merged;
}

Result<MergeResult> threeWayMerge(std::string_view base, std::string_view mine, std::string_view theirs, const ListKeys &keys,
                                  MergeSide inConflict)
{
    const auto before = JsonNode::parse(base, "base");
    if (!before)
        return fail(before.error());
    const auto one = JsonNode::parse(mine, "mine");
    if (!one)
        return fail(one.error());
    const auto other = JsonNode::parse(theirs, "theirs");
    if (!other)
        return fail(other.error());
    MergeRun run(keys, inConflict);
    const auto merged = run.merge(&*before, &*one, &*other);
    return MergeResult{jsonText(*merged), run.takeConflicts()};
}

} // namespace kube
