// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_value.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kube {

/// Which map of strings of an object's metadata.
enum class MetadataMap { Labels, Annotations };
using StringPairs = std::vector<std::pair<std::string, std::string>>; ///< each key once

/// One key of a map, as it is to be.
struct MetadataChange {
    std::string key;
    std::optional<std::string> before; ///< what it was when the change was decided; none: it was not there
    std::optional<std::string> after;  ///< none: it is taken away
    friend bool operator==(const MetadataChange &, const MetadataChange &) = default;
};

[[nodiscard]] StringPairs metadataMap(MetadataMap map, JsonValue object); ///< of a whole document, in its order

/// What turns one map into the other, by keys.
[[nodiscard]] std::vector<MetadataChange> metadataChanges(const StringPairs &from, const StringPairs &to);
/// Those changes of which the object has something else by now than was seen: carrying them out would undo what somebody
/// else has done. What is there already as it is to be does not count.
[[nodiscard]] std::vector<MetadataChange> movedChanges(const std::vector<MetadataChange> &changes, const StringPairs &now);

/// An RFC 7386 patch of those keys alone: others, and whoever changes them, are left in peace. resourceVersion: of the
/// object that the changes were held against; the server answers Conflict when it has another by then.
[[nodiscard]] QByteArray metadataPatch(MetadataMap map, const std::vector<MetadataChange> &changes, const std::string &resourceVersion);

} // namespace kube
