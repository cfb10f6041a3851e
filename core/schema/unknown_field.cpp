// SPDX-License-Identifier: Apache-2.0
#include "core/schema/schema_check.h"
#include "core/schema/suggestion.h"

#include <algorithm>
#include <deque>
#include <set>

namespace kube {

namespace {

constexpr std::size_t mostLookedAt = 400;

} // namespace

QString SchemaCheck::nameOf(Index node, FieldIndex of) const
{
    const auto &at = m_outline.node(node);
    if (at.parent == YamlOutline::none)
        return plainText(m_schema.kind().kind);
    if (at.isMember)
        return plainText(at.key);
    const std::string type = m_schema.typeText(of);
    const auto &list = m_outline.node(at.parent);
    return list.isMember && type == "Object" ? say("an item of %1").arg(plainText(list.key)) : plainText(type);
}

/// The first field by that name below this one: "template.spec.containers[]"; empty when there is none near.
std::string SchemaCheck::placeOf(FieldIndex from, std::string_view name) const
{
    struct Step {
        FieldIndex field;
        std::string path;
    };
    std::deque<Step> open{{from, {}}};
    std::set<FieldIndex> seen{from};
    while (!open.empty() && seen.size() < mostLookedAt) {
        const Step step = std::move(open.front());
        open.pop_front();
        const SchemaField &field = m_schema.field(step.field);
        if (step.field != from && field.property(name))
            return step.path;
        if (field.items != SchemaField::none && seen.insert(field.items).second)
            open.push_back({field.items, step.path + "[]"});
        for (const auto &property : field.properties) {
            const bool isStatus = step.path.empty() && property.name == "status";
            if (!isStatus && seen.insert(property.field).second)
                open.push_back({property.field, step.path + (step.path.empty() ? "" : ".") + property.name});
        }
    }
    return {};
}

void SchemaCheck::unknown(Index child, FieldIndex of)
{
    const auto &member = m_outline.node(child);
    const auto &parent = m_outline.node(member.parent);
    const SchemaField &field = m_schema.field(of);
    const QString holder = nameOf(member.parent, of);

    // "containers:" with its items' fields beside it instead of below it.
    for (int before = member.place - 1; before >= 0; --before) {
        const Index sibling = parent.children[static_cast<std::size_t>(before)];
        const FieldIndex known = m_schema.member(of, m_outline.node(sibling).key);
        if (known == SchemaField::none)
            continue;
        FieldIndex inner = known;
        while (inner != SchemaField::none && m_schema.field(inner).type == SchemaField::Type::Array)
            inner = m_schema.items(inner);
        const bool isInner = inner != SchemaField::none && m_schema.field(inner).property(member.key);
        if (isInner && (isNothing(sibling) || before == member.place - 1)) {
            const bool isList = m_schema.field(known).type == SchemaField::Type::Array;
            m_list.atKey(child, {say("%1 belongs to %2, but is not indented below it").arg(quotedText(member.key), quotedText(m_outline.node(sibling).key)),
                                 isList ? say("indent it, with \"- \" before the first field of each item") : say("indent it by two blanks more")});
            return;
        }
        break;
    }

    std::vector<std::string_view> names;
    for (const auto &property : field.properties)
        names.emplace_back(property.name);
    const auto meant = meantWord(member.key, names);
    const bool isThere = !meant.empty() && m_outline.member(member.parent, meant) != YamlOutline::none;
    if (!meant.empty() && isSameButCase(meant, member.key)) {
        m_list.atKey(child, {say("fields are told apart by case, and %1 has no %2").arg(holder, quotedText(member.key)),
                             say("write %1").arg(quotedText(meant)), std::string(meant)});
        return;
    }
    const QString message = say("%1 has no field %2").arg(holder, quotedText(member.key));
    const std::string below = placeOf(of, member.key);
    if (!meant.empty() && !isThere && (below.empty() || meant.size() > 5)) {
        m_list.atKey(child, {message, say("did you mean %1?").arg(quotedText(meant)), std::string(meant)});
        return;
    }
    if (!below.empty()) {
        m_list.atKey(child, {message, say("it belongs into %1").arg(plainText(below))});
        return;
    }
    // Further out: a field that was indented too deep.
    for (Index above = m_outline.node(member.parent).parent; above != YamlOutline::none; above = m_outline.node(above).parent) {
        const FieldIndex outer = m_schema.find(m_outline.path(above));
        if (outer != SchemaField::none && m_schema.field(outer).property(member.key)) {
            m_list.atKey(child, {message, say("it belongs to %1: indent it less").arg(nameOf(above, outer))});
            return;
        }
    }
    QStringList some;
    for (const auto name : names) {
        if (some.size() < 6)
            some += plainText(name);
    }
    const QString list = some.join(QStringLiteral(", ")) + (names.size() > 6 ? QStringLiteral(", …") : QString());
    m_list.atKey(child, {message, some.isEmpty() ? say("remove it: the schema knows no fields here") : say("remove it; there are: %1").arg(list)});
}

} // namespace kube
