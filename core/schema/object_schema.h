// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/discovery/openapi_document.h"
#include "core/schema/schema_path.h"
#include "core/schema/schema_field.h"

#include <memory>

namespace kube {

class ObjectSchema;
/// Never null where it is an answer.
using ObjectSchemaPtr = std::shared_ptr<const ObjectSchema>;

/// The fields of one kind.
/// Thread: any; immutable, and apart from the document that it was read from.
class ObjectSchema
{
public:
    using Index = SchemaField::Index; ///< of a field
    static constexpr Index none = SchemaField::none;

    /// Errors: NotFound when the document has no such kind.
    [[nodiscard]] static Result<ObjectSchemaPtr> of(const OpenApiSchemas &schemas, const GroupVersionKind &kind);

    [[nodiscard]] const GroupVersionKind &kind() const { return m_kind; } ///< whose fields they are
    [[nodiscard]] Index root() const { return 0; } ///< the object itself
    [[nodiscard]] const SchemaField &field(Index index) const { return m_fields[index]; } ///< by an index that this gave

    /// A member by that name: a property, or a value of a map; none when the schema does not know it.
    [[nodiscard]] Index member(Index object, std::string_view name) const;
    [[nodiscard]] Index items(Index array) const { return m_fields[array].items; } ///< none when it is no array
    /// The field at a path; steps to items may be left out, as kubectl explain has it.
    [[nodiscard]] Index find(const SchemaPath &path) const;
    /// As kubectl explain prints it, without "<" and ">": "[]Container", "map[string]string", "Object".
    [[nodiscard]] std::string typeText(Index index) const;

private:
    friend class SchemaCompiler;
    ObjectSchema() = default;

    GroupVersionKind m_kind;
    std::vector<SchemaField> m_fields;
};

} // namespace kube
