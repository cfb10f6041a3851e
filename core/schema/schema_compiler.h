// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/schema/object_schema.h"

#include <map>

namespace kube {

/// Reads the schemas that a kind needs into an ObjectSchema, each once.
class SchemaCompiler
{
public:
    SchemaCompiler(const OpenApiSchemas &schemas, ObjectSchema &into) : m_schemas(schemas), m_into(into) {}
    void compile(JsonValue root);

private:
    using Index = SchemaField::Index;
    /// A field that is another, with a description or a default of its own.
    struct Alias {
        Index field;
        Index target;
        std::string description;
        std::string defaultJson;
        bool nullable;
    };
    /// Whose schema is read.
    struct Where {
        bool isNative = false;
        int depth = 0;
    };

    Index add(JsonValue schema, Where where);
    Index definition(std::string_view reference, JsonValue referring);
    void fill(Index index, JsonValue schema, Where where);
    void fillType(SchemaField &field, JsonValue schema) const;
    void fillChecks(SchemaField &field, JsonValue schema) const;
    void fillMembers(Index index, JsonValue schema, Where where);
    void embed(Index index);
    [[nodiscard]] std::string defaultOf(JsonValue schema, Where where) const;
    Index anything();

    const OpenApiSchemas &m_schemas;
    ObjectSchema &m_into;
    std::map<std::string, Index, std::less<>> m_definitions; ///< by reference
    std::vector<Alias> m_aliases;
    Index m_anything = SchemaField::none;
};

} // namespace kube
