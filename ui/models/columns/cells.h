// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_value.h"
#include "ui/models/columns/column.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What the columns of several kinds share. Source: kubernetes pkg/printers/internalversion.
namespace orrery::cells {

[[nodiscard]] Column column(const char *title, CellType type = CellType::Text, int characters = 0);
[[nodiscard]] Column wide(const char *title, CellType type = CellType::Text, int characters = 0);
[[nodiscard]] Column stretched(Column column);
[[nodiscard]] inline Column nameColumn() { return column("NAME"); }
[[nodiscard]] inline Column ageColumn() { return column("AGE", CellType::Age, 7); }

[[nodiscard]] std::optional<kube::WallTime> time(kube::JsonValue value);
[[nodiscard]] std::optional<kube::WallTime> created(kube::JsonValue root);
[[nodiscard]] inline bool isTerminating(kube::JsonValue root) { return !root["metadata"]["deletionTimestamp"].isNull(); }

[[nodiscard]] inline std::string_view orElse(std::string_view text, std::string_view otherwise) { return text.empty() ? otherwise : text; }
[[nodiscard]] inline std::string_view orNone(std::string_view text) { return orElse(text, "<none>"); }
/// "True", "False", or otherwise when absent.
[[nodiscard]] std::string_view capitalBool(kube::JsonValue value, std::string_view otherwise);

/// The texts of an array of strings; with key, of that member of each item.
[[nodiscard]] std::string joined(kube::JsonValue array, std::string_view separator, std::string_view key = {});
[[nodiscard]] std::string joined(const std::vector<std::string> &texts, std::string_view separator);
/// The first three, then " + 2 more..."; otherwise when there is none.
[[nodiscard]] std::string firstThree(const std::vector<std::string> &texts, std::size_t count, std::string_view otherwise);

/// "a=1,b=2" by key, "<none>" when empty. Source: apimachinery labels.FormatLabels.
[[nodiscard]] std::string labels(kube::JsonValue map);
/// A LabelSelector as text, otherwise when it selects nothing or everything. Source: metav1.FormatLabelSelector.
[[nodiscard]] std::string selector(kube::JsonValue selector, std::string_view otherwise = "<none>");

/// CONTAINERS, IMAGES of a pod's spec.
void containers(kube::JsonValue podSpec, RowBuilder &row);

/// "3/5", sorted by how many are ready; toned by whether all are.
void readyOf(std::int64_t ready, std::int64_t desired, RowBuilder &row);

/// status of the condition of that type; empty when there is none.
[[nodiscard]] std::string_view conditionStatus(kube::JsonValue conditions, std::string_view type);

} // namespace orrery::cells
