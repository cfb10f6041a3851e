// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apply/field_path.h"
#include "core/base/error.h"

namespace kube {

/// One entry of metadata.managedFields: who set which fields, how and when. Source: meta/v1 ManagedFieldsEntry.
struct FieldManager {
    /// Whether it set them by server-side apply.
    enum class Operation { Apply, Update };
    std::string name;        ///< "kubectl-client-side-apply"
    Operation operation = Operation::Update;
    std::string subresource; ///< "scale", "status" …; empty: the object itself, or a server before 1.22, which does not say
    std::string apiVersion;  ///< of the fields' names
    std::string time;        ///< RFC 3339, of the last change of this entry; may be empty
    JsonNode fields;         ///< FieldsV1

    /// Does it own what stands there, or the whole of something around it?
    [[nodiscard]] bool owns(const FieldPath &path) const;
    /// … or anything within it?
    [[nodiscard]] bool ownsWithin(const FieldPath &path) const;
};

/// Who owns the fields of an object. Thread: any; a value.
class FieldOwners
{
public:
    FieldOwners() = default;
    /// Of an object with its managedFields. What is not FieldsV1 is left out. Errors: BadInput when it is no JSON document.
    [[nodiscard]] static Result<FieldOwners> parse(std::string_view object);
    explicit FieldOwners(const JsonNode &object); ///< likewise

    [[nodiscard]] const std::vector<FieldManager> &managers() const { return m_managers; } ///< in the server's order
    [[nodiscard]] std::vector<const FieldManager *> ownersOf(const FieldPath &path) const; ///< several may own one field
    [[nodiscard]] std::vector<const FieldManager *> ownersWithin(const FieldPath &path) const; ///< of it or anything in it
    /// The fields that a manager set by server-side apply; null when it has none.
    [[nodiscard]] const JsonNode *appliedBy(std::string_view manager) const;

private:
    std::vector<FieldManager> m_managers;
};

/// A field that another manager owns and a server-side apply wanted.
struct FieldConflict {
    std::string manager;
    std::string field;  ///< as the server names it
    FieldPath path;
    std::optional<std::string> value; ///< JSON of what the object has there, when that is known
};

/// What a 409 with FieldManagerConflict causes says; empty for every other error. object: as the server has it, to tell
/// names with dots and to find values; may be null.
[[nodiscard]] std::vector<FieldConflict> fieldConflicts(const Error &error, const JsonNode *object);

} // namespace kube
