// SPDX-License-Identifier: Apache-2.0
#include "core/apply/edit_patch.h"

#include <unordered_map>

namespace kube {

namespace {

class Differences
{
public:
    explicit Differences(const ListKeys &keys) : m_keys(keys) {}

    std::vector<FieldPath> found;

    /// Null: not there.
    void compare(const JsonNode *from, const JsonNode *to)
    {
        if (from && to && from->equals(*to))
            return;
        const bool bothObjects = (!from || from->isObject()) && (!to || to->isObject());
        if (bothObjects && ((from && !from->members.empty()) || (to && !to->members.empty()))) {
            compareMembers(from, to);
        } else if (!(from && to && from->isArray() && to->isArray() && compareItems(*from, *to))) {
            found.push_back(m_path);
        }
    }

private:
    void compareMembers(const JsonNode *from, const JsonNode *to)
    {
        const JsonNode none = JsonNode::object();
        const JsonNode &before = from ? *from : none;
        const JsonNode &after = to ? *to : none;
        std::unordered_map<std::string_view, const JsonNode *> old;
        for (const auto &[name, value] : before.members)
            old.emplace(name, &value);
        std::unordered_map<std::string_view, bool> seen;
        for (const auto &[name, value] : after.members) {
            seen.emplace(name, true);
            const auto there = old.find(name);
            into(name, there == old.end() ? nullptr : there->second, &value);
        }
        for (const auto &[name, value] : before.members) {
            if (!seen.contains(name))
                into(name, &value, nullptr);
        }
    }

    void into(const std::string &name, const JsonNode *from, const JsonNode *to)
    {
        m_path.push_back(FieldStep::name(name));
        m_names.push_back(name);
        compare(from, to);
        m_names.pop_back();
        m_path.pop_back();
    }

    bool compareItems(const JsonNode &from, const JsonNode &to)
    {
        const ListShape shape = m_keys.of(m_names);
        if (shape.kind == ListShape::Kind::Atomic)
            return false;
        std::unordered_map<std::string, const JsonNode *> before;
        std::unordered_map<std::string, const JsonNode *> after;
        for (const auto &[list, index] : {std::pair(&from, &before), std::pair(&to, &after)}) {
            for (const JsonNode &item : list->items) {
                const auto key = listKeyOf(item, shape);
                if (!key || !index->emplace(*key, &item).second)
                    return false;
            }
        }
        const std::size_t count = found.size();
        const auto item = [&](const std::string &key, const JsonNode *was, const JsonNode *is) {
            m_path.push_back(shape.kind == ListShape::Kind::Set ? FieldStep::value(key) : FieldStep::key(key));
            if (was && is)
                compare(was, is);
            else
                found.push_back(m_path); // a whole item came or went
            m_path.pop_back();
        };
        for (const JsonNode &one : to.items) {
            const std::string key = *listKeyOf(one, shape);
            const auto there = before.find(key);
            item(key, there == before.end() ? nullptr : there->second, &one);
        }
        for (const JsonNode &one : from.items) {
            const std::string key = *listKeyOf(one, shape);
            if (!after.contains(key))
                item(key, &one, nullptr);
        }
        return found.size() > count; // else only their order differs, which is of the list
    }

    const ListKeys &m_keys;
    FieldPath m_path;
    std::vector<std::string> m_names;
};

} // namespace

std::vector<FieldPath> changedFields(const JsonNode &from, const JsonNode &to, const ListKeys &keys)
{
    Differences differences(keys);
    differences.compare(&from, &to);
    return std::move(differences.found);
}

} // namespace kube
