// SPDX-License-Identifier: Apache-2.0
#include "core/manifest/object_template.h"
#include "core/object/json.h"
#include "core/object/yaml.h"

#include <algorithm>

namespace kube {

namespace {

constexpr int deepest = 12;          ///< a schema may hold itself
constexpr std::size_t longest = 110; ///< of a comment

/// The first sentence, on one line.
std::string summaryOf(const std::string &description)
{
    std::string text = description.substr(0, description.find(". "));
    std::replace_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    if (text.size() > longest) {
        const std::size_t end = text.rfind(' ', longest);
        text = text.substr(0, end == std::string::npos ? longest : end) + " …";
    }
    if (!text.empty() && text.back() == '.')
        text.pop_back();
    return text;
}

/// A value of JSON as YAML on one line.
std::string inlineYaml(const std::string &json)
{
    const auto document = JsonDocument::parse(json);
    if (!document || document->root().isObject() || document->root().isArray())
        return json;
    std::string text = toYaml(document->root());
    while (!text.empty() && text.back() == '\n')
        text.pop_back();
    return text;
}

std::string quotedJson(const std::string &text)
{
    std::string json;
    appendJsonString(json, text);
    return json;
}

class Skeleton
{
public:
    explicit Skeleton(const ObjectSchema &schema) : m_schema(schema) {}

    std::string body()
    {
        const SchemaField &root = m_schema.field(m_schema.root());
        for (const SchemaField::Property &property : root.properties) {
            if (property.name == "apiVersion" || property.name == "kind" || property.name == "metadata" || property.name == "status")
                continue;
            if (root.isRequired(property.name) || property.name == "spec")
                member(property, 0, 1);
        }
        return std::move(m_text);
    }

private:
    using Field = SchemaField;

    void line(int depth, const std::string &text) { m_text += std::string(static_cast<std::size_t>(depth) * 2, ' ') + text + "\n"; }

    void member(const Field::Property &property, int depth, int level)
    {
        const Field &field = m_schema.field(property.field);
        if (const std::string words = summaryOf(field.description); !words.empty() && depth > 0)
            line(depth, "# " + words);
        const std::string key = inlineYaml(quotedJson(property.name)) + ":";
        if (level < deepest && isOfMembers(field)) {
            line(depth, key + (hasContent(field) ? "" : " {}"));
            members(field, depth + 1, level + 1);
        } else if (level < deepest && field.type == Field::Type::Array && field.items != Field::none) {
            items(key, m_schema.field(field.items), depth, level);
        } else {
            line(depth, key + " " + valueOf(field));
        }
    }

    /// One item, since what is required is of little use empty.
    void items(const std::string &key, const Field &item, int depth, int level)
    {
        line(depth, key);
        if (!isOfMembers(item)) {
            line(depth, "- " + valueOf(item));
            return;
        }
        const std::size_t begin = m_text.size();
        members(item, depth + 1, level + 1);
        // The dash stands before the first member; comments stay behind it, in its column.
        std::size_t at = begin;
        while (at < m_text.size() && m_text[m_text.find_first_not_of(' ', at)] == '#')
            at = m_text.find('\n', at) + 1;
        if (at >= m_text.size())
            m_text.insert(begin, std::string(static_cast<std::size_t>(depth) * 2, ' ') + "- {}\n");
        else
            m_text[at + static_cast<std::size_t>(depth) * 2] = '-';
    }

    [[nodiscard]] bool isOfMembers(const Field &field) const { return field.type == Field::Type::Object && !field.properties.empty(); }
    /// Is anything required of it? Else it stands empty.
    [[nodiscard]] bool hasContent(const Field &field) const
    {
        return std::any_of(field.properties.begin(), field.properties.end(), [&field](const Field::Property &one) { return field.isRequired(one.name); });
    }

    void members(const Field &field, int depth, int level)
    {
        for (const Field::Property &property : field.properties) {
            if (field.isRequired(property.name))
                member(property, depth, level);
        }
        if (level > 2) // deeper down the list of all that there is would hide what is wanted
            return;
        for (const Field::Property &property : field.properties) {
            if (field.isRequired(property.name))
                continue;
            const Field &optional = m_schema.field(property.field);
            if (optional.isDeprecated)
                continue;
            std::string text = "# " + property.name + ": <" + m_schema.typeText(property.field) + ">";
            if (const std::string words = summaryOf(optional.description); !words.empty())
                text += "  " + words;
            line(depth, text);
        }
    }

    [[nodiscard]] std::string valueOf(const Field &field) const
    {
        if (!field.defaultJson.empty())
            return inlineYaml(field.defaultJson);
        const bool isText = field.type == Field::Type::String;
        if (!field.enumValues.empty())
            return isText ? inlineYaml(quotedJson(field.enumValues.front())) : field.enumValues.front();
        switch (field.type) {
        case Field::Type::Integer:
        case Field::Type::Number: return std::to_string(static_cast<long long>(std::max(0.0, field.minimum.value_or(0)) + (field.minimumIsExclusive ? 1 : 0)));
        case Field::Type::IntOrString: return "0";
        case Field::Type::Boolean: return "false";
        case Field::Type::Quantity: return "\"1\"";
        case Field::Type::Array: return "[]";
        case Field::Type::Object:
        case Field::Type::Any: return "{}";
        default: return "\"\"";
        }
    }

    const ObjectSchema &m_schema;
    std::string m_text;
};

} // namespace

std::string objectSkeleton(const ObjectSchema &schema, const std::string &namespaceName)
{
    return barestObject(schema.kind(), namespaceName) + Skeleton(schema).body();
}

} // namespace kube
