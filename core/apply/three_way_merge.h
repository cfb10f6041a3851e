// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apply/list_keys.h"

namespace kube {

/// A place that both sides changed, each otherwise. The values are JSON; nothing: it is not there.
struct MergeConflict {
    FieldPath path;
    std::optional<std::string> base;
    std::optional<std::string> mine;
    std::optional<std::string> theirs;
};

/// What two changes of one document make together.
struct MergeResult {
    std::string merged; ///< minified; at each conflict it has the side that was asked for
    std::vector<MergeConflict> conflicts;
};

/// One of two who changed a document.
enum class MergeSide { Mine, Theirs };

/// Merges what two made of base. A field that one side changed is that side's; one that both changed alike is no
/// conflict; else it is, and merged has it as inConflict says. Lists merge item by item where keys tell how (an item that
/// one side took away and the other changed is a conflict), and are one value where keys do not, or where an item lacks
/// its key or two have the same. Items keep their side's order; new ones stand behind what they stood behind.
/// Merging the other way round gives an equal document, with the conflicts' sides changed over.
/// Errors: BadInput when one is no JSON document.
[[nodiscard]] Result<MergeResult> threeWayMerge(std::string_view base, std::string_view mine, std::string_view theirs,
                                                const ListKeys &keys, MergeSide inConflict = MergeSide::Mine);

} // namespace kube
