// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRegularExpression>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// What a schema says of one field, its references followed. Others are named by their index in its ObjectSchema.
/// Source: OpenAPI v3 and v2 as API servers publish them; kubernetes.io "Extending the API with CustomResourceDefinitions".
struct SchemaField {
    using Index = std::uint32_t; ///< of a field in its ObjectSchema
    static constexpr Index none = ~Index(0);

    /// Of its value, Kubernetes' own two among them.
    enum class Type { Any, Object, Array, String, Integer, Number, Boolean, IntOrString, Quantity };
    /// A field by its name.
    struct Property {
        std::string name;
        Index field = none;
    };
    /// Of CEL.
    struct Rule {
        std::string rule;
        std::string message; ///< may be empty
    };

    Type type = Type::Any;
    std::string typeName; ///< of what has one: "Container"; else empty
    std::string description;
    std::string format;
    std::string defaultJson; ///< empty: none
    std::vector<std::string> enumValues; ///< of strings the string itself, of others the JSON
    std::string pattern;
    QRegularExpression matcher; ///< of the pattern, with a limit of steps; invalid: the pattern cannot be used here
    std::optional<double> minimum;
    std::optional<double> maximum;
    std::optional<double> multipleOf;
    std::optional<std::int64_t> minLength;
    std::optional<std::int64_t> maxLength;
    std::optional<std::int64_t> minItems;
    std::optional<std::int64_t> maxItems;
    std::optional<std::int64_t> minProperties;
    std::optional<std::int64_t> maxProperties;
    bool minimumIsExclusive = false;
    bool maximumIsExclusive = false;
    bool uniqueItems = false;
    bool nullable = false;
    bool preservesUnknown = false; ///< members that it does not know are kept
    bool isEmbedded = false;       ///< an object of its own, with apiVersion, kind and metadata
    bool isDeprecated = false;
    bool isNative = false; ///< of Kubernetes itself, where null is as nothing
    std::string listType;  ///< atomic, set, map; empty: atomic
    std::vector<std::string> listMapKeys;
    std::string mapType; ///< atomic, granular; may be empty
    std::vector<Rule> rules;
    std::vector<std::string> required; ///< names of properties
    std::vector<Property> properties;  ///< sorted by name
    Index items = none;                ///< of an Array
    Index additional = none;           ///< of a map with any keys: its values

    [[nodiscard]] const Property *property(std::string_view name) const; ///< null when there is none
    [[nodiscard]] bool isRequired(std::string_view name) const;          ///< the property of that name
};

} // namespace kube
