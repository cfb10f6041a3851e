// SPDX-License-Identifier: Apache-2.0
#include "core/schema/form_rows.h"

#include "core/schema/explain.h"
#include "core/schema/form_kind.h"
#include "core/schema/well_known_fields.h"
#include "core/schema/yaml_edit.h"

#include <algorithm>

namespace kube {

namespace {

bool isServers(const FormShown &shown, const SchemaPath &path)
{
    return isServersOwn(path) && !(shown.isStatusPlain && path.steps.front().key == "status");
}

using RowKind = FormRow::Kind;
using NodeIndex = YamlOutline::Index;
using FieldIndex = SchemaField::Index;

class RowMaker
{
public:
    RowMaker(const YamlOutline &outline, const ObjectSchema &schema, const FormShown &shown) : m_outline(outline), m_schema(schema), m_shown(shown) {}

    std::vector<FormRow> run()
    {
        FormRow root;
        root.kind = RowKind::Object;
        root.field = m_schema.root();
        root.depth = -1;
        const NodeIndex node = m_outline.documents().front().root;
        if (node != YamlOutline::none && m_outline.node(node).kind == YamlOutline::Kind::Map)
            object(root, node);
        return std::move(m_rows);
    }

private:
    [[nodiscard]] bool isOpen(const std::string &pointer) const { return m_shown.open.count(pointer) > 0; }
    [[nodiscard]] bool isWanted(const std::string &pointer) const { return m_shown.wanted.count(pointer) > 0; }

    FormRow rowBelow(const FormRow &holder, SchemaPath::Step step) const
    {
        FormRow row;
        row.path = holder.path;
        row.path.steps.push_back(std::move(step));
        row.pointer = row.path.toPointer();
        row.depth = holder.depth + 1;
        row.isReadOnly = holder.isReadOnly;
        row.isFixed = holder.isFixed;
        row.because = holder.because;
        return row;
    }

    void add(FormRow row, FieldIndex field, NodeIndex node)
    {
        row.field = field;
        row.kind = formKind(m_schema, field, m_outline, node);
        row.isSet = node != YamlOutline::none;
        if (row.isSet) {
            const auto &value = m_outline.node(node);
            row.range = m_outline.extent(node);
            row.isText = value.kind == YamlOutline::Kind::Scalar && value.type == YamlOutline::Type::String;
            row.count = value.children.size();
            if (value.kind == YamlOutline::Kind::Scalar && value.type != YamlOutline::Type::Null)
                row.text = row.isText ? value.text : std::string(m_outline.textOf(value.range));
            else if (value.kind == YamlOutline::Kind::Alias)
                row.text = '*' + value.text;
            row.isReadOnly |= value.kind == YamlOutline::Kind::Alias;
        }
        if (!row.isReadOnly)
            protect(row);
        const bool holds = row.kind == RowKind::Object || row.kind == RowKind::List || row.kind == RowKind::Map;
        row.isOpen = holds && isOpen(row.pointer);
        m_rows.push_back(row);
        if (!row.isOpen || row.depth > deepest)
            return;
        if (row.kind == RowKind::Object)
            object(row, node);
        else if (row.kind == RowKind::List)
            list(row, node);
        else
            map(row, node);
    }

    void protect(FormRow &row) const
    {
        if (m_shown.isOfStatus ? row.path.steps.front().key != "status" : isServers(m_shown, row.path)) {
            row.isReadOnly = true;
            return;
        }
        const bool isIdentity = row.path.steps.size() == 1 && row.path.steps[0].key == "apiVersion";
        if (m_shown.isNew || m_shown.isOfStatus || !row.isSet || row.field == SchemaField::none || isIdentity)
            return;
        FieldImmutability fixed = immutability(m_schema.kind(), row.path, m_schema.field(row.field));
        if (fixed.is != FieldImmutability::Is::Certain)
            return;
        row.isReadOnly = true;
        row.isFixed = true;
        row.because = std::move(fixed.because);
    }

    void object(const FormRow &holder, NodeIndex node)
    {
        const auto required = [&](const std::string &name) { return holder.field != SchemaField::none && m_schema.field(holder.field).isRequired(name); };
        for (const NodeIndex child : childrenOf(node)) {
            const std::string &key = m_outline.node(child).key;
            FormRow row = rowBelow(holder, {key, -1, false});
            row.name = key;
            row.isRequired = required(key);
            add(std::move(row), memberOf(holder.field, key), child);
        }
        if (holder.isReadOnly || holder.field == SchemaField::none)
            return;
        for (const bool isPassForRequired : {true, false}) {
            for (const auto &property : m_schema.field(holder.field).properties) {
                FormRow row = rowBelow(holder, {property.name, -1, false});
                row.isRequired = required(property.name);
                if (isThere(node, property.name) || row.isRequired != isPassForRequired || !(row.isRequired || isWanted(row.pointer)))
                    continue;
                row.name = property.name;
                add(std::move(row), property.field, YamlOutline::none);
            }
        }
        if (!addableFields(m_outline, m_schema, m_shown, holder.path).empty())
            addition(holder, RowKind::AddField);
    }

    void list(const FormRow &holder, NodeIndex node)
    {
        const auto &children = childrenOf(node);
        const FieldIndex items = holder.field == SchemaField::none ? SchemaField::none : m_schema.items(holder.field);
        const std::size_t shown = std::min(children.size(), most(holder.pointer));
        for (std::size_t i = 0; i < shown; ++i) {
            FormRow row = rowBelow(holder, {{}, static_cast<int>(i), true});
            row.name = itemName(holder.field, children[i], i);
            row.isItem = true;
            row.isLast = i + 1 == children.size();
            add(std::move(row), items, children[i]);
        }
        if (rest(holder, children.size() - shown) || holder.isReadOnly)
            return;
        FormRow next = rowBelow(holder, {{}, static_cast<int>(children.size()), true});
        if (isWanted(next.pointer)) {
            next.name = '[' + std::to_string(children.size()) + ']';
            next.isItem = true;
            next.isLast = true;
            add(std::move(next), items, YamlOutline::none);
        } else {
            addition(holder, RowKind::AddItem);
        }
    }

    void map(const FormRow &holder, NodeIndex node)
    {
        const auto &children = childrenOf(node);
        const std::size_t shown = std::min(children.size(), most(holder.pointer));
        for (std::size_t i = 0; i < shown; ++i) {
            const std::string &key = m_outline.node(children[i]).key;
            FormRow row = rowBelow(holder, {key, -1, false});
            row.name = key;
            row.isEntry = true;
            add(std::move(row), memberOf(holder.field, key), children[i]);
        }
        if (!rest(holder, children.size() - shown) && !holder.isReadOnly)
            addition(holder, RowKind::AddEntry);
    }

    void addition(const FormRow &holder, RowKind kind)
    {
        FormRow row = holder;
        row.kind = kind;
        row.depth = holder.depth + 1;
        row.range = {};
        m_rows.push_back(std::move(row));
    }

    bool rest(const FormRow &holder, std::size_t count)
    {
        if (count == 0)
            return false;
        addition(holder, RowKind::More);
        m_rows.back().count = count;
        return true;
    }

    [[nodiscard]] std::size_t most(const std::string &pointer) const
    {
        const auto known = m_shown.most.find(pointer);
        return known == m_shown.most.end() ? FormShown::atFirst : known->second;
    }
    [[nodiscard]] const std::vector<NodeIndex> &childrenOf(NodeIndex node) const
    {
        static const std::vector<NodeIndex> nobody;
        return node == YamlOutline::none ? nobody : m_outline.node(node).children;
    }
    [[nodiscard]] bool isThere(NodeIndex node, const std::string &key) const
    {
        return node != YamlOutline::none && m_outline.member(node, key) != YamlOutline::none;
    }
    [[nodiscard]] FieldIndex memberOf(FieldIndex field, const std::string &key) const
    {
        return field == SchemaField::none ? SchemaField::none : m_schema.member(field, key);
    }
    [[nodiscard]] std::string itemName(FieldIndex list, NodeIndex item, std::size_t place) const
    {
        std::vector<std::string> keys{"name", "key", "type"};
        if (list != SchemaField::none && !m_schema.field(list).listMapKeys.empty())
            keys = m_schema.field(list).listMapKeys;
        for (const std::string &key : keys) {
            const NodeIndex name = m_outline.node(item).kind == YamlOutline::Kind::Map ? m_outline.member(item, key) : YamlOutline::none;
            if (name != YamlOutline::none && !m_outline.node(name).text.empty())
                return m_outline.node(name).text;
        }
        return '[' + std::to_string(place) + ']';
    }

    static constexpr int deepest = 60;
    const YamlOutline &m_outline;
    const ObjectSchema &m_schema;
    const FormShown &m_shown;
    std::vector<FormRow> m_rows;
};

} // namespace

std::vector<FormRow> formRows(const YamlOutline &outline, const ObjectSchema &schema, const FormShown &shown)
{
    return RowMaker(outline, schema, shown).run();
}

std::vector<std::string> addableFields(const YamlOutline &outline, const ObjectSchema &schema, const FormShown &shown, const SchemaPath &object)
{
    const FieldIndex field = schema.find(object);
    std::vector<std::string> names;
    if (field == SchemaField::none)
        return names;
    const NodeIndex node = outline.find(object);
    for (const auto &property : schema.field(field).properties) {
        SchemaPath path = object;
        path.steps.push_back({property.name, -1, false});
        const bool isThere = node != YamlOutline::none && outline.member(node, property.name) != YamlOutline::none;
        if (!isThere && !schema.field(field).isRequired(property.name) && (shown.isOfStatus || !isServers(shown, path)) && shown.wanted.count(path.toPointer()) == 0)
            names.push_back(property.name);
    }
    return names;
}

std::optional<JsonNode> formValue(const FormRow &row, const ObjectSchema &schema, const std::string &text)
{
    JsonNode value;
    value.kind = JsonNode::Kind::String;
    value.text = text;
    if (row.kind == RowKind::Text || row.kind == RowKind::Lines)
        return value;
    if (text.empty())
        return row.isItem || row.isEntry ? std::optional(value) : std::nullopt;
    const bool isText = row.field != SchemaField::none && schema.field(row.field).type == SchemaField::Type::String;
    if (row.kind == RowKind::Choice && isText)
        return value;
    JsonNode plain = plainYamlValue(text);
    // "80" stays a text where it was one.
    const bool wasQuotedNumber = row.kind == RowKind::Plain && row.isText && !plainYamlValue(row.text).isString();
    return wasQuotedNumber ? value : plain;
}

JsonNode firstValue(const ObjectSchema &schema, SchemaField::Index field)
{
    JsonNode value;
    value.kind = JsonNode::Kind::String;
    if (field == SchemaField::none)
        return value;
    const SchemaField &of = schema.field(field);
    if (!of.enumValues.empty() && of.type == SchemaField::Type::String) {
        value.text = of.enumValues.front();
        return value;
    }
    switch (of.type) {
    case SchemaField::Type::Object: return JsonNode::object();
    case SchemaField::Type::Array: value.kind = JsonNode::Kind::Array; break;
    case SchemaField::Type::Boolean: value.kind = JsonNode::Kind::Bool; break;
    case SchemaField::Type::Integer:
    case SchemaField::Type::Number: value = plainYamlValue(std::to_string(static_cast<std::int64_t>(of.minimum.value_or(0)))); break;
    default: break;
    }
    return value;
}

} // namespace kube
