// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_tree.h"
#include "core/schema/object_schema.h"
#include "core/schema/yaml_outline.h"

#include <map>
#include <set>

namespace kube {

/// What a person has opened in a form, by paths as RFC 6901 has them.
struct FormShown {
    std::set<std::string> open;            ///< objects, lists and maps that show what is in them
    std::set<std::string> wanted;          ///< fields that are not set and are shown
    std::map<std::string, std::size_t> most; ///< of long lists and maps how many are shown
    bool isNew = false;                    ///< the object does not exist yet: nothing is fixed
    bool isOfStatus = false;               ///< its status is written, and nothing else
    bool isStatusPlain = false;            ///< status is a field as any other: the kind has no subresource of that name

    static constexpr std::size_t atFirst = 50; ///< items and entries of one list or map
    /// What is opened to begin with: spec and data, and of workloads the first container.
    [[nodiscard]] static FormShown of(const YamlOutline &outline);
    void itemRemoved(const std::string &list, int index);  ///< those behind it move up
    void itemsSwapped(const std::string &list, int index); ///< it and the one behind it
    void forget(const std::string &pointer);               ///< it and all below it
};

/// One line of a form.
struct FormRow {
    /// What it is, and how it is written.
    enum class Kind {
        Object,   ///< fields by name; its own rows follow while it is open
        List,     ///< likewise, of items
        Map,      ///< likewise, of entries with keys of any name
        Text,
        Lines,    ///< a text of several lines
        Integer,
        Number,
        Boolean,
        Choice,   ///< one of its field's enumValues
        Plain,    ///< a number or a text: IntOrString, Quantity, any
        Alias,    ///< repeats what is written elsewhere
        AddField, ///< more fields of the object whose path it has
        AddItem,
        AddEntry,
        More,     ///< items or entries that are not shown
    };
    Kind kind = Kind::Text;
    SchemaPath path;
    std::string pointer; ///< RFC 6901 of the path; kind and pointer tell rows apart
    int depth = 0;       ///< 0: a member of the object itself
    std::string name;    ///< the key; of an item its name or "[0]"
    std::string text;    ///< of a scalar its value
    bool isText = false; ///< the value is a string
    std::size_t count = 0; ///< of an object, list or map what it holds; of More what is not shown
    bool isSet = false;
    bool isOpen = false;
    bool isRequired = false;
    bool isItem = false;
    bool isEntry = false;   ///< its key may be another
    bool isLast = false;    ///< of items
    bool isReadOnly = false;
    bool isFixed = false;   ///< read-only since it cannot change once the object exists
    std::string because;    ///< why it is fixed, in words; may be empty
    SchemaField::Index field = SchemaField::none; ///< none: the schema does not know it
    TextRange range;        ///< of its key and value in the text; of what is not set: empty
};

/// The lines of a form of a text, from top to bottom: what is set, in the text's order, what is required, what is wanted.
/// Costs what is shown. Thread: any.
[[nodiscard]] std::vector<FormRow> formRows(const YamlOutline &outline, const ObjectSchema &schema, const FormShown &shown);
/// Names of fields that an object could have besides what is shown, sorted.
[[nodiscard]] std::vector<std::string> addableFields(const YamlOutline &outline, const ObjectSchema &schema, const FormShown &shown, const SchemaPath &object);
/// The value that somebody means who writes a text into a row; nothing: the field is not to be set.
[[nodiscard]] std::optional<JsonNode> formValue(const FormRow &row, const ObjectSchema &schema, const std::string &text);
/// What a new entry of a map begins with.
[[nodiscard]] JsonNode firstValue(const ObjectSchema &schema, SchemaField::Index field);

} // namespace kube
