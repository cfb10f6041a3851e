// SPDX-License-Identifier: Apache-2.0
#include "core/schema/complete.h"

#include "core/object/json.h"
#include "core/object/yaml.h"
#include "core/schema/suggestion.h"
#include "core/schema/yaml_cursor.h"

#include <algorithm>

namespace kube {

namespace {

class Completer
{
public:
    Completer(const YamlOutline &outline, const ObjectSchema &schema, std::uint32_t offset)
        : m_outline(outline), m_schema(schema), m_offset(offset), m_cursor(cursorAt(outline, offset))
    {
    }

    Completion run()
    {
        m_found.replaces = m_cursor.replaces;
        switch (m_cursor.part) {
        case YamlCursor::Part::Elsewhere: m_found.replaces = {m_offset, m_offset}; break;
        case YamlCursor::Part::Key: atKey(); break;
        case YamlCursor::Part::Value: atValue(); break;
        case YamlCursor::Part::Inside: inside(m_cursor.node, m_cursor.list); break;
        }
        choose();
        return std::move(m_found);
    }

private:
    using Candidate = Completion::Candidate;
    static constexpr auto nowhere = YamlOutline::none;

    [[nodiscard]] SchemaPath pathOf(YamlOutline::Index node) const
    {
        SchemaPath path = node == nowhere ? SchemaPath{} : m_outline.path(node);
        // Objects in a List are objects.
        const bool isInList = path.steps.size() >= 2 && path.steps[0].key == "items" && path.steps[1].isItem && m_schema.find(SchemaPath::parse("items")) == ObjectSchema::none;
        if (isInList)
            path.steps.erase(path.steps.begin(), path.steps.begin() + 2);
        return path;
    }

    void atKey()
    {
        const auto &member = m_outline.node(m_cursor.node);
        // A key in the making ends at the cursor's line; what follows its ":" stays.
        m_writesColon = !member.hasColon;
        keys(member.parent, pathOf(member.parent), m_cursor.node);
    }

    void atValue()
    {
        const auto node = m_cursor.node;
        const SchemaPath path = pathOf(node);
        const auto field = m_schema.find(path);
        if (field == ObjectSchema::none)
            return;
        const bool isOnOwnLine = m_outline.node(node).range.begin > lineBegin() && m_outline.textOf({lineBegin(), m_outline.node(node).range.begin}).find_first_not_of(" \t-") == std::string_view::npos;
        const auto type = m_schema.field(field).type;
        if (type == SchemaField::Type::Object && (isOnOwnLine || m_outline.node(node).parent == nowhere)) {
            keys(nowhere, path, nowhere); // "spec:" and below it the first letters of a key
            return;
        }
        if (type == SchemaField::Type::Array && isOnOwnLine) {
            item(path, field);
            return;
        }
        values(path, field);
    }

    void inside(YamlOutline::Index node, YamlOutline::Index list)
    {
        const SchemaPath path = pathOf(node);
        const auto field = m_schema.find(path);
        if (field == ObjectSchema::none)
            return;
        const bool isFlow = node != nowhere && m_outline.node(node).style == YamlOutline::Style::Flow;
        const auto type = m_schema.field(field).type;
        if (type == SchemaField::Type::Object || type == SchemaField::Type::Any) {
            keys(node, path, nowhere);
        } else if (type == SchemaField::Type::Array) {
            if (isFlow)
                values(itemOf(path), m_schema.items(field));
            else
                item(path, field);
        } else if (node != nowhere && !m_outline.node(node).isMember) {
            values(path, field); // behind a "- "
        }
        if (list == nowhere)
            return;
        const SchemaPath listPath = pathOf(list);
        if (const auto of = m_schema.find(listPath); of != ObjectSchema::none && m_schema.field(of).type == SchemaField::Type::Array)
            item(listPath, of);
    }

    [[nodiscard]] static SchemaPath itemOf(SchemaPath list)
    {
        list.steps.push_back({{}, -1, true});
        return list;
    }

    [[nodiscard]] std::uint32_t lineBegin() const
    {
        return m_offset == 0 ? 0 : static_cast<std::uint32_t>(m_outline.text().find_last_of("\r\n", m_offset - 1) + 1);
    }

    /// Those of the object that are not in the map yet, but for the one being written.
    void keys(YamlOutline::Index map, const SchemaPath &path, YamlOutline::Index writing)
    {
        const auto field = m_schema.find(path);
        if (field == ObjectSchema::none)
            return;
        m_found.path = path;
        const SchemaField &object = m_schema.field(field);
        for (const auto &property : object.properties) {
            const auto there = map == nowhere ? nowhere : m_outline.member(map, property.name);
            if (there == nowhere || there == writing)
                add(property, object, {});
        }
    }

    /// The begin of another item: "- name:".
    void item(const SchemaPath &path, ObjectSchema::Index list)
    {
        const auto items = m_schema.items(list);
        if (items == ObjectSchema::none)
            return;
        const SchemaField &object = m_schema.field(items);
        if (m_found.candidates.empty())
            m_found.path = path;
        for (const auto &property : object.properties)
            add(property, object, "- ");
        if (object.properties.empty())
            m_found.candidates.push_back({"- ", Candidate::Kind::Key, "<" + m_schema.typeText(items) + ">", false, false});
    }

    void add(const SchemaField::Property &property, const SchemaField &object, std::string_view before)
    {
        const SchemaField &field = m_schema.field(property.field);
        const bool isNested = field.type == SchemaField::Type::Object || field.type == SchemaField::Type::Array;
        std::string text = std::string(before) + property.name;
        if (m_writesColon)
            text += isNested ? ":" : ": ";
        m_found.candidates.push_back({std::move(text), Candidate::Kind::Key, "<" + m_schema.typeText(property.field) + ">", object.isRequired(property.name), field.isDeprecated});
    }

    void values(const SchemaPath &path, ObjectSchema::Index index)
    {
        if (index == ObjectSchema::none)
            return;
        m_found.path = path;
        const SchemaField &field = m_schema.field(index);
        const std::string &byDefault = field.defaultJson;
        for (const auto &value : field.enumValues) {
            const std::string text = field.type == SchemaField::Type::String ? yamlOfText(value) : value;
            m_found.candidates.push_back({text, Candidate::Kind::Enum, byDefault == '"' + value + '"' || byDefault == value ? "default" : "", false, false});
        }
        if (field.type == SchemaField::Type::Boolean) {
            for (const char *value : {"false", "true"})
                m_found.candidates.push_back({value, Candidate::Kind::Value, byDefault == value ? "default" : "", false, false});
        } else if (field.enumValues.empty() && !byDefault.empty() && byDefault.front() != '{' && byDefault.front() != '[') {
            const auto document = JsonDocument::parse(byDefault);
            const std::string text = !document ? byDefault : document->root().isString() ? yamlOfText(document->root().string()) : byDefault;
            m_found.candidates.push_back({text, Candidate::Kind::Value, "default", false, false});
        }
        identity(path);
        if (auto wanted = referenceWantedAt(m_schema.kind(), path); !wanted.kind.empty())
            m_found.wanted = std::move(wanted);
    }

    /// The kind itself.
    void identity(const SchemaPath &path)
    {
        if (path.steps.size() != 1)
            return;
        if (path.steps[0].key == "apiVersion")
            m_found.candidates.push_back({m_schema.kind().groupVersion().apiVersion(), Candidate::Kind::Value, "", true, false});
        else if (path.steps[0].key == "kind")
            m_found.candidates.push_back({m_schema.kind().kind, Candidate::Kind::Value, "", true, false});
    }

    [[nodiscard]] static std::string yamlOfText(std::string_view text)
    {
        std::string json;
        appendJsonString(json, text);
        const auto document = JsonDocument::parse(json);
        std::string yaml = document ? toYaml(document->root()) : json;
        while (yaml.ends_with('\n'))
            yaml.pop_back();
        return yaml;
    }

    /// By what is written up to the cursor: those that begin so, then those that hold it.
    void choose()
    {
        const auto written = m_outline.textOf({m_found.replaces.begin, std::max(m_found.replaces.begin, m_offset)});
        auto letters = written.substr(std::min(written.find_first_not_of("\"'"), written.size()));
        auto &all = m_found.candidates;
        const auto place = [&](const Candidate &one) {
            std::string_view text(one.text);
            for (const std::string_view sign : {"- ", "\""}) {
                if (text.starts_with(sign))
                    text.remove_prefix(sign.size());
            }
            for (std::size_t at = 0; at + letters.size() <= text.size(); ++at) {
                if (isSameButCase(text.substr(at, letters.size()), letters))
                    return at == 0 ? 0 : 1;
            }
            return 2;
        };
        std::erase_if(all, [&](const Candidate &one) { return !letters.empty() && place(one) == 2; });
        std::stable_sort(all.begin(), all.end(), [&](const Candidate &left, const Candidate &right) {
            const auto order = [&](const Candidate &one) { return std::tuple(letters.empty() ? 0 : place(one), !one.isRequired, one.isDeprecated); };
            return order(left) < order(right);
        });
    }

    const YamlOutline &m_outline;
    const ObjectSchema &m_schema;
    std::uint32_t m_offset;
    YamlCursor m_cursor;
    Completion m_found;
    bool m_writesColon = true;
};

} // namespace

Completion complete(const YamlOutline &outline, TextPlace cursor, const ObjectSchema &schema)
{
    const TextLines lines(outline.text());
    Completion found = Completer(outline, schema, lines.offset(cursor)).run();
    found.begin = lines.place(found.replaces.begin);
    found.end = lines.place(found.replaces.end);
    return found;
}

} // namespace kube
