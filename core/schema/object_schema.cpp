// SPDX-License-Identifier: Apache-2.0
#include "core/schema/object_schema.h"

#include "core/schema/schema_compiler.h"

#include <algorithm>

namespace kube {

const SchemaField::Property *SchemaField::property(std::string_view name) const
{
    const auto found = std::lower_bound(properties.begin(), properties.end(), name,
                                        [](const Property &one, std::string_view wanted) { return one.name < wanted; });
    return found != properties.end() && found->name == name ? &*found : nullptr;
}

bool SchemaField::isRequired(std::string_view name) const
{
    return std::find(required.begin(), required.end(), name) != required.end();
}

Result<ObjectSchemaPtr> ObjectSchema::of(const OpenApiSchemas &schemas, const GroupVersionKind &kind)
{
    const JsonValue root = schemas.of(kind);
    if (!root.isObject())
        return fail(Error{ErrorKind::NotFound, QStringLiteral("the server publishes no schema of %1").arg(QString::fromStdString(kind.kind)), {}, {}, {}});
    std::shared_ptr<ObjectSchema> schema(new ObjectSchema);
    schema->m_kind = kind;
    SchemaCompiler(schemas, *schema).compile(root);
    return ObjectSchemaPtr(std::move(schema));
}

ObjectSchema::Index ObjectSchema::member(Index object, std::string_view name) const
{
    if (const auto *property = m_fields[object].property(name))
        return property->field;
    return m_fields[object].additional;
}

ObjectSchema::Index ObjectSchema::find(const SchemaPath &path) const
{
    Index at = root();
    for (const auto &step : path.steps) {
        while (!step.isItem && at != none && m_fields[at].type == SchemaField::Type::Array)
            at = items(at);
        if (at == none)
            return none;
        const bool isItem = step.isItem && m_fields[at].type == SchemaField::Type::Array;
        at = isItem ? items(at) : member(at, step.key);
    }
    return at;
}

std::string ObjectSchema::typeText(Index index) const
{
    std::string text;
    // Schemas may refer to themselves, but not by lists of lists alone.
    for (int depth = 0; depth < 32 && index != none; ++depth) {
        const SchemaField &field = m_fields[index];
        switch (field.type) {
        case SchemaField::Type::Array:
            text += "[]";
            index = field.items;
            continue;
        case SchemaField::Type::Object:
            if (field.additional != none && field.properties.empty()) {
                text += "map[string]";
                index = field.additional;
                continue;
            }
            return text + (field.typeName.empty() ? "Object" : field.typeName);
        case SchemaField::Type::String: return text + "string";
        case SchemaField::Type::Integer: return text + "integer";
        case SchemaField::Type::Number: return text + "number";
        case SchemaField::Type::Boolean: return text + "boolean";
        case SchemaField::Type::IntOrString: return text + "IntOrString";
        case SchemaField::Type::Quantity: return text + "Quantity";
        case SchemaField::Type::Any: return text + (field.typeName.empty() ? "any" : field.typeName);
        }
    }
    return text + "any";
}

} // namespace kube
