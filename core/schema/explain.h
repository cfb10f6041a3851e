// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/schema/object_schema.h"

#include <optional>
#include <string>
#include <vector>

namespace kube {

/// A field of a field, as a list or a form has it.
struct FieldSummary {
    std::string name;
    std::string type;        ///< "<[]Container>"
    std::string description; ///< may be empty
    bool isRequired = false;
    SchemaField::Index field = SchemaField::none;
};

/// What is known of a field, for a person. Source: kubectl explain.
struct FieldExplanation {
    GroupVersionKind kind; ///< of the object
    SchemaPath path;
    std::string name; ///< the path's last; of the object its kind
    std::string type; ///< "<[]Container>", "<map[string]string>"
    bool isRequired = false;
    bool isDeprecated = false;
    bool isImmutable = false;
    std::string immutableBecause; ///< in words; of a rule its message
    std::string description;
    SchemaField::Index field = SchemaField::none;
    std::vector<FieldSummary> fields; ///< of an object, and of a list's or a map's objects: those required first, then by name
    std::vector<std::string> limits;  ///< a sentence each: "at least 1", "one of: Always, Never", "default: TCP"
    std::vector<SchemaField::Rule> rules; ///< of CEL, of the field and of its items

    [[nodiscard]] std::string toText() const; ///< as kubectl explain lays it out, and what more is known
};

/// Nothing when the schema does not know the field. Steps to items may be left out.
[[nodiscard]] std::optional<FieldExplanation> explain(const ObjectSchema &schema, const SchemaPath &path);

/// Whether a field can change once the object exists.
struct FieldImmutability {
    /// Said by a rule or by Kubernetes itself; or guessed from a description.
    enum class Is { Mutable, Likely, Certain };
    Is is = Is::Mutable;
    std::string because; ///< in words; of a rule its message
};
/// Of the field at a path. Thread: any.
[[nodiscard]] FieldImmutability immutability(const GroupVersionKind &kind, const SchemaPath &path, const SchemaField &field);

} // namespace kube
