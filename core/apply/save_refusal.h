// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apply/field_path.h"
#include "core/base/error.h"

namespace kube {

/// One thing that a server did not like, and where.
struct RefusedField {
    FieldPath path;      ///< empty: of the document as a whole
    std::string field;   ///< as the server names it; may be empty
    std::string reason;  ///< "FieldValueInvalid", "FieldValueRequired" …; "Unknown" or "Duplicate" of strict validation
    std::string message; ///< the server's words
};

/// What the causes of a 422 and the words of strict validation (400: unknown field "spec.x") name, in the document that was sent.
[[nodiscard]] std::vector<RefusedField> refusedFields(const Error &error, const JsonNode &document);

/// What a server made of the wanted fields.
struct KeptFields {
    std::vector<FieldPath> dropped; ///< not in what it would store: unknown to it, and taken out
    std::vector<FieldPath> altered; ///< there, but otherwise: normalised, defaulted or set by an admission plugin
};
/// changes: the fields that differ between the version before and wanted.
[[nodiscard]] KeptFields keptFields(const JsonNode &wanted, const JsonNode &stored, const std::vector<FieldPath> &changes);

} // namespace kube
