// SPDX-License-Identifier: Apache-2.0
#include "core/schema/schema_compiler.h"

#include <algorithm>
#include <initializer_list>

namespace kube {

namespace {

constexpr int deepestSchema = 200;
constexpr std::size_t mostFields = 200'000;

std::string_view nameOf(std::string_view reference)
{
    return reference.substr(reference.rfind('/') + 1); // npos + 1 is the begin
}

/// Types of Kubernetes' own, whose schemas are made from Go's.
bool isNativeName(std::string_view name)
{
    for (const std::string_view prefix : {"io.k8s.api.", "io.k8s.apimachinery.", "io.k8s.apiextensions-apiserver.", "io.k8s.kube-aggregator."}) {
        if (name.starts_with(prefix))
            return true;
    }
    return false;
}

std::string_view referenceOf(JsonValue schema)
{
    const JsonValue reference = schema["$ref"];
    if (reference.isString())
        return reference.string();
    return schema["allOf"].size() == 1 ? schema["allOf"].at(0)["$ref"].string() : std::string_view();
}

/// RE2's patterns read by PCRE, which alone may take time without end: it gives up after so many steps.
QRegularExpression matcherOf(const std::string &pattern)
{
    if (pattern.empty() || pattern.size() > 4096)
        return QRegularExpression(QStringLiteral("(")); // invalid
    return QRegularExpression(QStringLiteral("(*LIMIT_MATCH=20000)(*LIMIT_DEPTH=2000)") + QString::fromStdString(pattern),
                              QRegularExpression::DontCaptureOption);
}

bool saysDeprecated(std::string_view description)
{
    return description.starts_with("Deprecated") || description.starts_with("DEPRECATED") || description.find("\nDeprecated:") != std::string_view::npos
        || description.find(" Deprecated: ") != std::string_view::npos || description.find(" is deprecated") != std::string_view::npos
        || description.find("This field is deprecated") != std::string_view::npos;
}

std::vector<std::string> strings(JsonValue list)
{
    std::vector<std::string> all;
    list.forEachItem([&](JsonValue item) { all.emplace_back(item.isString() ? std::string(item.string()) : item.toJson()); });
    return all;
}

} // namespace

void SchemaCompiler::compile(JsonValue root)
{
    bool isNative = false; // custom resources have their fields inline, but for their metadata
    root["properties"].forEachMember([&](std::string_view name, JsonValue property) {
        isNative |= name != "metadata" && (!referenceOf(property).empty() || !referenceOf(property["items"]).empty());
    });
    m_into.m_fields.emplace_back();
    fill(0, root, {isNative, 0});
    for (const Alias &alias : m_aliases) {
        SchemaField field = m_into.m_fields[alias.target]; // of a definition: no alias itself
        if (!alias.description.empty())
            field.description = alias.description;
        field.isDeprecated |= saysDeprecated(alias.description);
        field.nullable |= alias.nullable;
        field.defaultJson = alias.defaultJson;
        m_into.m_fields[alias.field] = std::move(field);
    }
}

SchemaCompiler::Index SchemaCompiler::add(JsonValue schema, Where where)
{
    const auto reference = referenceOf(schema);
    if (where.depth > deepestSchema || m_into.m_fields.size() > mostFields)
        return anything();
    if (!reference.empty()) {
        const Index target = definition(reference, schema);
        std::string ownDefault = defaultOf(schema, where);
        const std::string_view description = schema["description"].string();
        const bool nullable = schema["nullable"].boolean();
        if (ownDefault.empty() && description.empty() && !nullable)
            return target;
        const auto index = static_cast<Index>(m_into.m_fields.size());
        m_into.m_fields.emplace_back();
        m_aliases.push_back({index, target, std::string(description), std::move(ownDefault), nullable});
        return index;
    }
    if (schema["allOf"].size() == 1 && !schema["type"].exists() && !schema["properties"].exists())
        return add(schema["allOf"].at(0), {where.isNative, where.depth + 1});
    const auto index = static_cast<Index>(m_into.m_fields.size());
    m_into.m_fields.emplace_back();
    fill(index, schema, where);
    return index;
}

SchemaCompiler::Index SchemaCompiler::definition(std::string_view reference, JsonValue referring)
{
    if (const auto known = m_definitions.find(reference); known != m_definitions.end())
        return known->second;
    const JsonValue schema = m_schemas.resolved(referring);
    if (!schema.isObject())
        return anything();
    const auto index = static_cast<Index>(m_into.m_fields.size());
    m_definitions.emplace(reference, index);
    m_into.m_fields.emplace_back();
    const auto name = nameOf(reference);
    fill(index, schema, {isNativeName(name), 0});
    SchemaField &field = m_into.m_fields[index];
    field.typeName = name.substr(name.rfind('.') + 1);
    if (field.typeName == "Quantity" && name.find("api.resource.") != std::string_view::npos)
        field.type = SchemaField::Type::Quantity;
    return index;
}

void SchemaCompiler::fill(Index index, JsonValue schema, Where where)
{
    SchemaField field;
    field.isNative = where.isNative;
    field.description = schema["description"].string();
    field.isDeprecated = schema["deprecated"].boolean() || saysDeprecated(field.description);
    field.format = schema["format"].string();
    field.defaultJson = defaultOf(schema, where);
    field.nullable = schema["nullable"].boolean();
    field.preservesUnknown = schema["x-kubernetes-preserve-unknown-fields"].boolean();
    field.isEmbedded = schema["x-kubernetes-embedded-resource"].boolean();
    fillType(field, schema);
    fillChecks(field, schema);
    m_into.m_fields[index] = std::move(field);
    fillMembers(index, schema, where);
}

void SchemaCompiler::fillType(SchemaField &field, JsonValue schema) const
{
    using Type = SchemaField::Type;
    const auto type = schema["type"].string();
    if (schema["x-kubernetes-int-or-string"].boolean() || field.format == "int-or-string")
        field.type = Type::IntOrString;
    else if (type == "object" || (type.empty() && schema["properties"].isObject()))
        field.type = Type::Object;
    else if (type == "array")
        field.type = Type::Array;
    else if (type == "string")
        field.type = Type::String;
    else if (type == "integer")
        field.type = Type::Integer;
    else if (type == "number")
        field.type = Type::Number;
    else if (type == "boolean")
        field.type = Type::Boolean;
}

void SchemaCompiler::fillChecks(SchemaField &field, JsonValue schema) const
{
    const auto whole = [&](const char *name) { return schema[name].integer(); };
    field.enumValues = strings(schema["enum"]);
    field.pattern = schema["pattern"].string();
    if (!field.pattern.empty())
        field.matcher = matcherOf(field.pattern);
    field.minimum = schema["minimum"].number();
    field.maximum = schema["maximum"].number();
    field.multipleOf = schema["multipleOf"].number();
    field.minimumIsExclusive = schema["exclusiveMinimum"].boolean();
    field.maximumIsExclusive = schema["exclusiveMaximum"].boolean();
    field.minLength = whole("minLength");
    field.maxLength = whole("maxLength");
    field.minItems = whole("minItems");
    field.maxItems = whole("maxItems");
    field.minProperties = whole("minProperties");
    field.maxProperties = whole("maxProperties");
    field.uniqueItems = schema["uniqueItems"].boolean();
    field.listType = schema["x-kubernetes-list-type"].string();
    field.mapType = schema["x-kubernetes-map-type"].string();
    field.listMapKeys = strings(schema["x-kubernetes-list-map-keys"]);
    field.required = strings(schema["required"]);
    schema["x-kubernetes-validations"].forEachItem(
        [&](JsonValue rule) { field.rules.push_back({std::string(rule["rule"].string()), std::string(rule["message"].string())}); });
}

void SchemaCompiler::fillMembers(Index index, JsonValue schema, Where where)
{
    const Where within{where.isNative, where.depth + 1};
    std::vector<SchemaField::Property> properties;
    schema["properties"].forEachMember(
        [&](std::string_view name, JsonValue property) { properties.push_back({std::string(name), add(property, within)}); });
    std::sort(properties.begin(), properties.end(), [](const auto &left, const auto &right) { return left.name < right.name; });
    const JsonValue more = schema["additionalProperties"];
    const Index additional = more.isObject() ? add(more, within) : more.boolean() ? anything() : SchemaField::none;
    const Index items = schema["items"].isObject() ? add(schema["items"], within) : SchemaField::none;
    SchemaField &field = m_into.m_fields[index];
    // A RawExtension says no more than that it is an object.
    field.preservesUnknown |= field.isNative && properties.empty() && additional == SchemaField::none;
    field.properties = std::move(properties);
    field.additional = additional;
    field.items = items;
    if (field.isEmbedded)
        embed(index);
}

void SchemaCompiler::embed(Index index)
{
    const Index any = anything();
    const auto text = static_cast<Index>(m_into.m_fields.size());
    m_into.m_fields.emplace_back().type = SchemaField::Type::String;
    SchemaField &field = m_into.m_fields[index];
    for (const auto &[name, of] : {std::pair("apiVersion", text), std::pair("kind", text), std::pair("metadata", any)}) {
        if (!field.property(name)) {
            field.properties.push_back({name, of});
            std::sort(field.properties.begin(), field.properties.end(), [](const auto &left, const auto &right) { return left.name < right.name; });
        }
    }
    for (const char *name : {"apiVersion", "kind"}) {
        if (!field.isRequired(name))
            field.required.emplace_back(name);
    }
}

/// Go's zero values are published as defaults of what is required, where they are none.
std::string SchemaCompiler::defaultOf(JsonValue schema, Where where) const
{
    const JsonValue value = schema["default"];
    if (!value.exists())
        return {};
    std::string json = value.toJson();
    const bool isZero = json == "{}" || json == "\"\"" || json == "0" || json == "null";
    return isZero && where.isNative ? std::string() : json;
}

SchemaCompiler::Index SchemaCompiler::anything()
{
    if (m_anything == SchemaField::none) {
        m_anything = static_cast<Index>(m_into.m_fields.size());
        m_into.m_fields.emplace_back().preservesUnknown = true;
    }
    return m_anything;
}

} // namespace kube
