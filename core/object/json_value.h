// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kube {

/// A read-only look into a parsed document. A member that is not there, or is of another type, reads as absent:
/// bytes of a server never throw here. Valid only while its document is (within Object::read, or beside a
/// JsonDocument). Thread: that of the document.
class JsonValue
{
public:
    JsonValue() = default;
    /// Of a parser that outlives it.
    explicit JsonValue(simdjson::dom::element element) : m_element(element), m_present(true) {}

    /// The member, absent when this is no object or has no such key.
    [[nodiscard]] JsonValue operator[](std::string_view key) const;
    [[nodiscard]] JsonValue at(std::size_t index) const; ///< absent when this is no array or a shorter one

    [[nodiscard]] bool exists() const { return m_present; } ///< present, null included
    [[nodiscard]] bool isNull() const;                       ///< absent or null
    [[nodiscard]] bool isObject() const; ///< of that type?
    [[nodiscard]] bool isArray() const; ///< of that type?
    [[nodiscard]] bool isString() const; ///< of that type?
    [[nodiscard]] bool isNumber() const; ///< of that type?
    [[nodiscard]] bool isBool() const; ///< of that type?

    [[nodiscard]] std::string_view string(std::string_view otherwise = {}) const; ///< otherwise when it is no string
    [[nodiscard]] std::optional<std::int64_t> integer() const; ///< nothing when it is no whole number of 64 bits
    /// Otherwise when it is no whole number.
    [[nodiscard]] std::int64_t integer(std::int64_t otherwise) const { return integer().value_or(otherwise); }
    [[nodiscard]] std::optional<double> number() const; ///< nothing when it is no number
    [[nodiscard]] bool boolean(bool otherwise = false) const; ///< otherwise when it is no boolean
    /// Members of an object or items of an array; 0 for anything else.
    [[nodiscard]] std::size_t size() const;
    /// The text of a scalar as kubectl would print it; JSON for objects and arrays; "" when absent or null.
    [[nodiscard]] std::string toText() const;
    /// Minified JSON of this value.
    [[nodiscard]] std::string toJson() const;

    /// fn(JsonValue) for each item of an array, nothing otherwise.
    template <typename Fn>
    void forEachItem(Fn fn) const
    {
        simdjson::dom::array array;
        if (m_present && !m_element.get(array)) {
            for (const auto item : array)
                fn(JsonValue(item));
        }
    }
    /// fn(std::string_view key, JsonValue) for each member of an object, in the document's order.
    template <typename Fn>
    void forEachMember(Fn fn) const
    {
        simdjson::dom::object object;
        if (m_present && !m_element.get(object)) {
            for (const auto field : object)
                fn(field.key, JsonValue(field.value));
        }
    }
    /// For what this class does not offer; only when exists().
    [[nodiscard]] simdjson::dom::element element() const { return m_element; }

private:
    simdjson::dom::element m_element;
    bool m_present = false;
};

} // namespace kube
