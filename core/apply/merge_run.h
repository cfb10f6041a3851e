// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apply/three_way_merge.h"

namespace kube {

/// One merge under way: where it is in the documents, and what it found. Inside of threeWayMerge() only; lists are in list_merge.cpp.
class MergeRun
{
public:
    MergeRun(const ListKeys &keys, MergeSide inConflict) : m_keys(keys), m_inConflict(inConflict) {}

    /// Null: not there. So is the answer.
    [[nodiscard]] std::optional<JsonNode> merge(const JsonNode *base, const JsonNode *mine, const JsonNode *theirs);
    [[nodiscard]] std::vector<MergeConflict> takeConflicts() { return std::move(m_conflicts); }

private:
    [[nodiscard]] JsonNode mergeObjects(const JsonNode &base, const JsonNode &mine, const JsonNode &theirs);
    /// Nothing when the items cannot be told apart.
    [[nodiscard]] std::optional<JsonNode> mergeLists(const JsonNode &base, const JsonNode &mine, const JsonNode &theirs);
    [[nodiscard]] std::optional<JsonNode> conflict(const JsonNode *base, const JsonNode *mine, const JsonNode *theirs);

    const ListKeys &m_keys;
    MergeSide m_inConflict;
    FieldPath m_path;
    std::vector<std::string> m_names;
    std::vector<MergeConflict> m_conflicts;
};

} // namespace kube
