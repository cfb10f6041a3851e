// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/scheduler.h"
#include "core/kubernetes/view.h"
#include "core/object/quantity.h"

#include <QByteArray>

#include <iterator>
#include <map>

namespace kube {

/// What generated accessors give: fields, lists and maps, each a View.
namespace field {

/// @cond

/// How a scalar stands in JSON. Value is what it reads as, Written what it is set from.
struct TextForm {
    using Value = std::string;
    using Written = std::string_view;
    [[nodiscard]] static std::optional<Value> decode(JsonValue value);
    [[nodiscard]] static std::string encode(Written text);
};
/// Whole numbers.
struct IntegerForm {
    using Value = std::int64_t;
    using Written = std::int64_t;
    [[nodiscard]] static std::optional<Value> decode(JsonValue value) { return value.integer(); }
    [[nodiscard]] static std::string encode(Written number) { return std::to_string(number); }
};
/// Numbers with a fraction.
struct NumberForm {
    using Value = double;
    using Written = double;
    [[nodiscard]] static std::optional<Value> decode(JsonValue value) { return value.number(); }
    [[nodiscard]] static std::string encode(Written number);
};
/// true and false.
struct FlagForm {
    using Value = bool;
    using Written = bool;
    [[nodiscard]] static std::optional<Value> decode(JsonValue value);
    [[nodiscard]] static std::string encode(Written flag) { return flag ? "true" : "false"; }
};
/// metav1.Time: seconds.
struct TimeForm {
    using Value = WallTime;
    using Written = WallTime;
    [[nodiscard]] static std::optional<Value> decode(JsonValue value);
    [[nodiscard]] static std::string encode(Written time);
};
/// metav1.MicroTime: microseconds.
struct MicroTimeForm : TimeForm {
    [[nodiscard]] static std::string encode(Written time);
};
/// resource.Quantity: read as a number, set as it is to be spelled ("500m"), so that the spelling is the writer's.
struct QuantityForm {
    using Value = Quantity;
    using Written = std::string_view;
    [[nodiscard]] static std::optional<Value> decode(JsonValue value);
    [[nodiscard]] static std::string encode(Written text) { return TextForm::encode(text); }
};
/// A port by number or name, a count or a percentage.
struct IntOrStringForm {
    using Value = std::variant<std::int64_t, std::string>;
    using Written = Value;
    [[nodiscard]] static std::optional<Value> decode(JsonValue value);
    [[nodiscard]] static std::string encode(const Written &value);
};
/// Bytes as base64.
struct BytesForm {
    using Value = QByteArray;
    using Written = QByteArray;
    [[nodiscard]] static std::optional<Value> decode(JsonValue value);
    [[nodiscard]] static std::string encode(const Written &bytes);
};

/// @endcond

/// One scalar.
template <typename Form>
class Field : public View
{
public:
    using Value = typename Form::Value;     ///< what it reads as
    using Written = typename Form::Written; ///< what it is set from
    using View::View;

    /// Nothing when it is absent or of another type.
    [[nodiscard]] std::optional<Value> get() const
    {
        std::optional<Value> result;
        read([&](JsonValue value) { result = Form::decode(value); });
        return result;
    }
    /// What Go's zero value is there: "", 0, false, unless said otherwise.
    [[nodiscard]] Value value(Value otherwise = {}) const { return get().value_or(std::move(otherwise)); }
    void set(const Written &value) { write(Form::encode(value)); } ///< makes the field, and what it stands in
};

using Text = Field<TextForm>; ///< a string: U+FFFD is written for each byte that is no UTF-8
using Integer = Field<IntegerForm>; ///< a whole number
using Number = Field<NumberForm>; ///< a number with a fraction; null is written for NaN and infinity
using Flag = Field<FlagForm>; ///< true or false
using Time = Field<TimeForm>; ///< RFC 3339, to the second
using MicroTime = Field<MicroTimeForm>; ///< RFC 3339, to the microsecond
using Amount = Field<QuantityForm>; ///< "500m", "1Gi"
using IntOrString = Field<IntOrStringForm>; ///< a number or a word
using Bytes = Field<BytesForm>; ///< in base64

/// A value without a schema.
class Json : public View
{
public:
    using View::View;
    /// Errors: BadInput when it is no JSON; nothing is written then.
    Result<void> set(std::string_view json);
};

/// How many items or members there are.
[[nodiscard]] std::size_t sizeOf(const View &view);
[[nodiscard]] std::vector<std::string> keysOf(const View &map); ///< in the document's order; none of what is no object

/// An array of Element, which is a View.
template <typename Element>
class List : public View
{
public:
    using View::View;
    /// Over the items, in order.
    class Iterator
    {
    public:
        Iterator(const List &list, std::size_t index) : m_list(&list), m_index(index) {} ///< list outlives it
        [[nodiscard]] Element operator*() const { return (*m_list)[m_index]; } ///< as operator[] of the list
        /// The next item.
        Iterator &operator++()
        {
            ++m_index;
            return *this;
        }
        friend bool operator==(const Iterator &, const Iterator &) = default;

    private:
        const List *m_list;
        std::size_t m_index;
    };

    [[nodiscard]] std::size_t size() const { return sizeOf(*this); } ///< 0 when it is absent
    [[nodiscard]] bool isEmpty() const { return size() == 0; }       ///< or absent
    /// Reads as absent from size() on; written to at size(), it is appended.
    [[nodiscard]] Element operator[](std::size_t index) const { return Element(*this, index); }
    /// One more: an empty object, or value.
    Element append()
    {
        const std::size_t index = size();
        List(*this, index).write("{}");
        return Element(*this, index);
    }
    void append(const auto &value) { Element(*this, size()).set(value); } ///< makes the list when there is none

    [[nodiscard]] Iterator begin() const { return Iterator(*this, 0); } ///< the first item
    [[nodiscard]] Iterator end() const { return Iterator(*this, size()); } ///< behind the last
};

/// An object whose members are all Element, which is a View.
template <typename Element>
class Map : public View
{
public:
    using View::View;
    [[nodiscard]] std::size_t size() const { return sizeOf(*this); } ///< 0 when it is absent
    [[nodiscard]] bool isEmpty() const { return size() == 0; }       ///< or absent
    [[nodiscard]] bool contains(std::string key) const { return Element(*this, std::move(key)).exists(); } ///< and is it not null?
    [[nodiscard]] std::vector<std::string> keys() const { return keysOf(*this); } ///< in the document's order
    /// Reads as absent when there is none of that key; written to, it is added.
    [[nodiscard]] Element operator[](std::string key) const { return Element(*this, std::move(key)); }

    /// Over the members there were at begin(), in the document's order: key and element.
    class Iterator
    {
    public:
        explicit Iterator(const Map &map) : m_map(&map), m_keys(map.keys()) {} ///< map outlives it
        /// The key, and the element as operator[] of the map gives it.
        [[nodiscard]] std::pair<std::string, Element> operator*() const { return {m_keys[m_index], (*m_map)[m_keys[m_index]]}; }
        /// The next member.
        Iterator &operator++()
        {
            ++m_index;
            return *this;
        }
        friend bool operator==(const Iterator &it, std::default_sentinel_t) { return it.m_index == it.m_keys.size(); }

    private:
        const Map *m_map;
        std::vector<std::string> m_keys;
        std::size_t m_index = 0;
    };
    [[nodiscard]] Iterator begin() const { return Iterator(*this); } ///< the first member
    [[nodiscard]] std::default_sentinel_t end() const { return {}; } ///< behind the last
};

/// A map or list of scalars as values.
[[nodiscard]] std::map<std::string, std::string> textsOf(const Map<Text> &map);
[[nodiscard]] std::vector<std::string> textsOf(const List<Text> &list); ///< in their order

} // namespace field
} // namespace kube
