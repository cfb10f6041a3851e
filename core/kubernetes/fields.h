// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/scheduler.h"
#include "core/kubernetes/view.h"
#include "core/object/quantity.h"

#include <QByteArray>

#include <map>

namespace kube {

/// What generated accessors give: fields, lists and maps, each a View.
namespace field {

/// How a scalar stands in JSON. Value is what it reads as, Written what it is set from.
struct TextForm {
    using Value = std::string;
    using Written = std::string_view;
    [[nodiscard]] static std::optional<Value> decode(JsonValue value);
    [[nodiscard]] static std::string encode(Written text);
};
struct IntegerForm {
    using Value = std::int64_t;
    using Written = std::int64_t;
    [[nodiscard]] static std::optional<Value> decode(JsonValue value) { return value.integer(); }
    [[nodiscard]] static std::string encode(Written number) { return std::to_string(number); }
};
struct NumberForm {
    using Value = double;
    using Written = double;
    [[nodiscard]] static std::optional<Value> decode(JsonValue value) { return value.number(); }
    [[nodiscard]] static std::string encode(Written number);
};
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

/// One scalar.
template <typename Form>
class Field : public View
{
public:
    using Value = typename Form::Value;
    using Written = typename Form::Written;
    using View::View;

    [[nodiscard]] std::optional<Value> get() const
    {
        std::optional<Value> result;
        read([&](JsonValue value) { result = Form::decode(value); });
        return result;
    }
    /// What Go's zero value is there: "", 0, false, unless said otherwise.
    [[nodiscard]] Value value(Value otherwise = {}) const { return get().value_or(std::move(otherwise)); }
    void set(const Written &value) { write(Form::encode(value)); }
};

using Text = Field<TextForm>;
using Integer = Field<IntegerForm>;
using Number = Field<NumberForm>;
using Flag = Field<FlagForm>;
using Time = Field<TimeForm>;
using MicroTime = Field<MicroTimeForm>;
using Amount = Field<QuantityForm>;
using IntOrString = Field<IntOrStringForm>;
using Bytes = Field<BytesForm>;

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
[[nodiscard]] std::vector<std::string> keysOf(const View &map);

/// An array of Element, which is a View.
template <typename Element>
class List : public View
{
public:
    using View::View;
    class Iterator
    {
    public:
        Iterator(const List &list, std::size_t index) : m_list(&list), m_index(index) {}
        [[nodiscard]] Element operator*() const { return (*m_list)[m_index]; }
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

    [[nodiscard]] std::size_t size() const { return sizeOf(*this); }
    [[nodiscard]] bool isEmpty() const { return size() == 0; }
    /// Reads as absent from size() on; written to at size(), it is appended.
    [[nodiscard]] Element operator[](std::size_t index) const { return Element(*this, index); }
    /// One more: an empty object, or value.
    Element append()
    {
        const std::size_t index = size();
        List(*this, index).write("{}");
        return Element(*this, index);
    }
    void append(const auto &value) { Element(*this, size()).set(value); }

    [[nodiscard]] Iterator begin() const { return Iterator(*this, 0); }
    [[nodiscard]] Iterator end() const { return Iterator(*this, size()); }
};

/// An object whose members are all Element, which is a View.
template <typename Element>
class Map : public View
{
public:
    using View::View;
    [[nodiscard]] std::size_t size() const { return sizeOf(*this); }
    [[nodiscard]] bool isEmpty() const { return size() == 0; }
    [[nodiscard]] bool contains(std::string key) const { return Element(*this, std::move(key)).exists(); }
    [[nodiscard]] std::vector<std::string> keys() const { return keysOf(*this); }
    [[nodiscard]] Element operator[](std::string key) const { return Element(*this, std::move(key)); }
};

/// A map or list of scalars as values.
[[nodiscard]] std::map<std::string, std::string> textsOf(const Map<Text> &map);
[[nodiscard]] std::vector<std::string> textsOf(const List<Text> &list);

} // namespace field
} // namespace kube
