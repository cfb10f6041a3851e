// SPDX-License-Identifier: Apache-2.0
#include "core/schema/schema_check.h"

#include <algorithm>
#include <map>
#include <set>

namespace kube {

bool SchemaCheck::isNothing(Index node) const
{
    const auto &at = m_outline.node(node);
    return at.kind == YamlOutline::Kind::Nothing || (at.kind == YamlOutline::Kind::Scalar && at.type == YamlOutline::Type::Null);
}

void SchemaCheck::value(Index node, FieldIndex of)
{
    if (of == SchemaField::none || m_stop.stop_requested() || m_list.isFull())
        return;
    const SchemaField &field = m_schema.field(of);
    const auto &at = m_outline.node(node);
    if (at.kind == YamlOutline::Kind::Alias || at.isMisplaced)
        return; // what it stands for is checked where it is written
    if (isNothing(node)) {
        // Kubernetes' own types take null as nothing, and what has a default is given it.
        const bool isTaken = field.nullable || field.isNative || !field.defaultJson.empty() || field.type == SchemaField::Type::Any;
        if (!isTaken && m_isWhole)
            m_list.atKey(node, {say("%1 has no value, and null is none").arg(subject(node)), say("write a value, or remove the line")});
        return;
    }
    if (at.isMember && field.isDeprecated) {
        m_list.atKey(node, {say("%1 is deprecated").arg(quotedText(at.key)), say("see its explanation for what to write instead")}).severity =
            Problem::Severity::Warning;
    }
    if (field.type == SchemaField::Type::Any) {
        if (at.kind == YamlOutline::Kind::Map && !field.properties.empty())
            map(node, of);
        return;
    }
    if (at.kind == YamlOutline::Kind::Map && field.type == SchemaField::Type::Object)
        map(node, of);
    else if (at.kind == YamlOutline::Kind::Sequence && field.type == SchemaField::Type::Array)
        list(node, of);
    else if (at.kind == YamlOutline::Kind::Scalar && field.type != SchemaField::Type::Object && field.type != SchemaField::Type::Array)
        scalar(node, field);
    else
        wrongType(node, of);
}

void SchemaCheck::map(Index node, FieldIndex of)
{
    const SchemaField &field = m_schema.field(of);
    const auto &at = m_outline.node(node);
    bool hasMerge = false;
    for (const Index child : at.children) {
        const auto &member = m_outline.node(child);
        if (!member.isMember || member.isMergeKey || (!member.hasColon && at.style == YamlOutline::Style::Block)) {
            hasMerge |= member.isMergeKey;
            continue;
        }
        const FieldIndex known = m_schema.member(of, member.key);
        if (known != SchemaField::none)
            value(child, known);
        else if (!field.preservesUnknown)
            unknown(child, of);
    }
    if (!hasMerge && m_isWhole) {
        required(node, of);
        if (field.minProperties && static_cast<std::int64_t>(at.children.size()) < *field.minProperties)
            m_list.atKey(node, {say("%1 has fewer than %2 entries").arg(subject(node), QString::number(*field.minProperties)), say("write more entries")});
    }
    if (field.maxProperties && static_cast<std::int64_t>(at.children.size()) > *field.maxProperties)
        m_list.atKey(node, {say("%1 has more than %2 entries").arg(subject(node), QString::number(*field.maxProperties)), say("remove entries")});
}

void SchemaCheck::required(Index node, FieldIndex of)
{
    const SchemaField &field = m_schema.field(of);
    for (const auto &name : field.required) {
        const auto *property = field.property(name);
        if (node == m_outline.documents()[m_outline.documentAt(m_outline.node(node).range.begin)].root
            && (name == "apiVersion" || name == "kind" || name == "metadata"))
            continue; // said of all objects
        if (property && !m_schema.field(property->field).defaultJson.empty())
            continue;
        const Index child = m_outline.member(node, name);
        if (child == YamlOutline::none) {
            m_list.atKey(node, {say("%1 wants %2, and it is missing").arg(subject(node), quotedText(name)), say("write \"%1:\" below it").arg(plainText(name))});
        } else if (isNothing(child) && property && !m_schema.field(property->field).nullable && m_schema.field(property->field).isNative) {
            const bool isList = m_schema.field(property->field).type == SchemaField::Type::Array;
            m_list.atKey(child, {say("%1 must have a value, and has none").arg(quotedText(name)),
                                 isList ? say("write its items below it, each with \"- \", indented") : say("write its value behind \"%1:\"").arg(plainText(name))});
        }
    }
}

void SchemaCheck::list(Index node, FieldIndex of)
{
    const SchemaField &field = m_schema.field(of);
    const auto &at = m_outline.node(node);
    for (const Index item : at.children) {
        const bool isMissing = isNothing(item) && field.items != SchemaField::none && !m_schema.field(field.items).nullable;
        if (isMissing && m_isWhole)
            m_list.atKey(item, {say("this item is empty"), say("write its value behind \"- \", or remove it")});
        else
            value(item, field.items);
    }
    count(node, at.children.size(), field);
    if (field.listType == "map")
        listKeys(node, field);
    else if (field.listType == "set" || field.uniqueItems)
        listSet(node);
}

void SchemaCheck::count(Index node, std::size_t is, const SchemaField &field)
{
    if (field.minItems && static_cast<std::int64_t>(is) < *field.minItems && m_isWhole)
        m_list.atKey(node, {say("%1 has fewer than %2 items").arg(subject(node), QString::number(*field.minItems)), say("write more items")});
    if (field.maxItems && static_cast<std::int64_t>(is) > *field.maxItems)
        m_list.atKey(node, {say("%1 has more than %2 items").arg(subject(node), QString::number(*field.maxItems)), say("remove items")});
}

void SchemaCheck::listKeys(Index node, const SchemaField &field)
{
    std::map<std::string, Index> seen;
    for (const Index item : m_outline.node(node).children) {
        if (m_outline.node(item).kind != YamlOutline::Kind::Map)
            continue;
        std::string id;
        QString shown;
        Index last = item;
        for (const auto &key : field.listMapKeys) {
            const Index member = m_outline.member(item, key);
            const auto *property = field.items == SchemaField::none ? nullptr : m_schema.field(field.items).property(key);
            std::string json = member == YamlOutline::none ? property ? m_schema.field(property->field).defaultJson : std::string() : m_outline.toJson(member);
            id += json + '\n';
            if (json.size() > 1 && json.front() == '"')
                json = json.substr(1, json.size() - 2);
            shown += (shown.isEmpty() ? QString() : QStringLiteral(", ")) + say("%1 %2").arg(plainText(key), quotedText(json));
            last = member != YamlOutline::none && key == field.listMapKeys.front() ? member : last;
        }
        if (last == item)
            continue; // it has none of the keys, which is said otherwise
        const auto [first, isNew] = seen.emplace(id, item);
        if (!isNew) {
            const int line = m_list.lines().place(m_outline.extent(first->second).begin).line;
            m_list.atValue(last, {say("two items have %1: the other begins in line %2").arg(shown, QString::number(line)), say("change one of them, or join them")});
        }
    }
}

void SchemaCheck::listSet(Index node)
{
    std::set<std::string> seen;
    for (const Index item : m_outline.node(node).children) {
        if (m_outline.node(item).kind != YamlOutline::Kind::Alias && !seen.insert(m_outline.toJson(item)).second)
            m_list.atValue(item, {say("this item is there twice"), say("remove one of them")});
    }
}

} // namespace kube
