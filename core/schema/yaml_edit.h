// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_tree.h"
#include "core/schema/yaml_outline.h"

namespace kube {

/// The smallest change of a text that makes one change of its value: what stands elsewhere stays byte for byte, order,
/// comments and quotes among it. It has been read anew: nothing else has another value after it.
struct YamlEdit {
    TextRange range;   ///< of the text as it was
    std::string text;  ///< to stand there
    YamlOutline after; ///< of the text with it
};

// Errors of all these: BadInput with a sentence for people that says why the text alone can be changed there: what is
// written once and repeated by an alias, what cannot be read, a path that leads nowhere. Paths to items have their index.
// Of texts of several documents the first is changed. Thread: any.

/// The field has this value, what is missing on the way to it is made; a list's item one behind its last is added to it.
/// A value of the same type keeps its quotes, as far as it can. New members go where the order of their neighbours has them.
[[nodiscard]] Result<YamlEdit> setYamlValue(const YamlOutline &outline, const SchemaPath &path, const JsonNode &value);
/// The member or item is there no more; what holds it stays, and be it empty. Comments on its lines go with it.
[[nodiscard]] Result<YamlEdit> removeYamlValue(const YamlOutline &outline, const SchemaPath &path);
/// Before the item that has this index now; the list's size: at its end.
[[nodiscard]] Result<YamlEdit> insertYamlItem(const YamlOutline &outline, const SchemaPath &list, int index, const JsonNode &value);
/// The item and the one behind it change places.
[[nodiscard]] Result<YamlEdit> swapYamlItems(const YamlOutline &outline, const SchemaPath &item);
/// A member gets another key, and stays where it is.
[[nodiscard]] Result<YamlEdit> renameYamlKey(const YamlOutline &outline, const SchemaPath &member, const std::string &key);

/// What a person means who writes this where a field may hold values of several types: what a plain scalar is to YAML.
[[nodiscard]] JsonNode plainYamlValue(std::string_view written);

} // namespace kube
