// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/schema/object_schema.h"
#include "core/schema/well_known_fields.h"
#include "core/schema/yaml_outline.h"

#include <optional>
#include <string>
#include <vector>

namespace kube {

/// What could stand at a cursor.
struct Completion {
    /// One of them.
    struct Candidate {
        /// What it is.
        enum class Kind {
            Key,   ///< a field; its text ends with ":"
            Enum,  ///< one of the values that a field may have
            Value, ///< true, false, a default
        };
        std::string text;   ///< to write in place of the range
        Kind kind = Kind::Key;
        std::string detail; ///< "<[]Container>", "default"
        bool isRequired = false;
        bool isDeprecated = false;
    };
    TextRange replaces; ///< in bytes of the text; empty at a blank place
    TextPlace begin;    ///< the same as an editor counts
    TextPlace end;
    SchemaPath path; ///< of what is being written: an object's for keys, the field's for values
    std::vector<Candidate> candidates; ///< those that may follow what is written already, required ones first, then by name
    /// Names of live objects are wanted here: the caller knows them.
    std::optional<ObjectReferenceWanted> wanted;
};

/// Keys that are not there yet, enums, booleans. Of a text that cannot be read it gives what indentation tells. Nothing in comments
/// and in texts of several lines. Candidates are chosen by the letters between the range's begin and the cursor.
/// Thread: any.
[[nodiscard]] Completion complete(const YamlOutline &outline, TextPlace cursor, const ObjectSchema &schema);

} // namespace kube
