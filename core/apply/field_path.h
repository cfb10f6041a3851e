// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_edit.h"
#include "core/object/json_tree.h"

namespace kube {

/// One step to a field: a member's name, an item's index, an item of a map-like list by its keys, or an item of a set.
/// Source: structured-merge-diff fieldpath.PathElement.
struct FieldStep {
    /// How it finds what it means.
    enum class Kind { Name, Index, Key, Value };
    Kind kind = Kind::Name;
    std::string text;      ///< Name: the member; Key: a JSON object of the keys and their values; Value: JSON
    std::size_t index = 0; ///< of an Index

    [[nodiscard]] static FieldStep name(std::string name) { return {Kind::Name, std::move(name), 0}; } ///< a member
    [[nodiscard]] static FieldStep at(std::size_t index) { return {Kind::Index, {}, index}; } ///< an item by its place
    [[nodiscard]] static FieldStep key(std::string json) { return {Kind::Key, std::move(json), 0}; } ///< an item by its keys
    [[nodiscard]] static FieldStep value(std::string json) { return {Kind::Value, std::move(json), 0}; } ///< an item by itself
    friend bool operator==(const FieldStep &, const FieldStep &) = default;
};
using FieldPath = std::vector<FieldStep>; ///< from the document's root; empty: the document

/// `spec.template.spec.containers[name="web"].image`; names with dots or slashes stand in brackets: `metadata.labels[app.kubernetes.io/name]`.
[[nodiscard]] std::string fieldPathText(const FieldPath &path);
/// Reads what servers write in causes (`.metadata.annotations.example.com/a`, `spec.ports[0].port`), and fieldPathText()'s.
/// Names with dots are told from paths by the document, when one is given.
[[nodiscard]] FieldPath parseFieldPath(std::string_view text, const JsonNode *document = nullptr);
/// One key of a FieldsV1 object: `f:spec`, `k:{"name":"web"}`, `v:"a"`, `i:0`. Nothing for any other (".").
[[nodiscard]] std::optional<FieldStep> parseFieldsV1Key(std::string_view key);

/// What stands there; null when nothing does.
[[nodiscard]] const JsonNode *findField(const JsonNode &document, const FieldPath &path);
/// The same path by names and indices. Nothing when it leads nowhere.
[[nodiscard]] std::optional<JsonPath> jsonPathOf(const JsonNode &document, const FieldPath &path);
/// Makes what is missing on the way: objects, and items with their keys.
void setField(JsonNode &document, const FieldPath &path, JsonNode value);
void removeField(JsonNode &document, const FieldPath &path); ///< nothing when it is not there

/// The minified JSON of a node.
[[nodiscard]] std::string jsonText(const JsonNode &node);

} // namespace kube
