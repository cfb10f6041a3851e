// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json.h"

#include <string>
#include <utility>
#include <vector>

namespace kube {

/// A document that can be changed: members in their order, numbers as the tokens they were written with.
/// Never deeper than 1024 levels: what changes it sees to that.
struct JsonNode {
    /// As JSON has them.
    enum class Kind { Null, Bool, Number, String, Array, Object };
    using Member = std::pair<std::string, JsonNode>; ///< of an object

    Kind kind = Kind::Null;
    bool truth = false;           ///< of a Bool
    std::string text;             ///< of a String; the token of a Number
    std::vector<JsonNode> items;  ///< of an Array
    std::vector<Member> members;  ///< of an Object; each name once: the last of a document wins

    static constexpr int deepest = 1024;

    // Written out: a pair of itself cannot be asked about what is not declared yet.
    JsonNode(); ///< null
    ~JsonNode();
    JsonNode(const JsonNode &);     ///< deep
    JsonNode(JsonNode &&) noexcept; ///< leaves null or what it was
    JsonNode &operator=(const JsonNode &); ///< deep
    JsonNode &operator=(JsonNode &&) noexcept; ///< likewise

    /// Errors: BadInput. what names the document in the message.
    [[nodiscard]] static Result<JsonNode> parse(std::string_view json, const char *what);
    [[nodiscard]] static JsonNode object(); ///< with no members

    [[nodiscard]] bool isObject() const { return kind == Kind::Object; } ///< of that kind?
    [[nodiscard]] bool isArray() const { return kind == Kind::Array; } ///< of that kind?
    [[nodiscard]] bool isNull() const { return kind == Kind::Null; } ///< of that kind?
    [[nodiscard]] bool isString() const { return kind == Kind::String; } ///< of that kind?

    [[nodiscard]] JsonNode *find(std::string_view name); ///< the member; null when there is none
    [[nodiscard]] const JsonNode *find(std::string_view name) const; ///< the member; null when there is none
    /// Replaces in place or appends.
    void set(std::string_view name, JsonNode value);
    bool remove(std::string_view name); ///< false when there is no such member

    [[nodiscard]] int depth() const; ///< 1 for a scalar
    [[nodiscard]] std::size_t weight() const; ///< bytes it holds, about
    void write(std::string &out) const; ///< minified

    /// Numbers by value (1, 1.0 and 1e0 are equal), members in any order.
    [[nodiscard]] bool equals(const JsonNode &other) const;
};

} // namespace kube
