// SPDX-License-Identifier: Apache-2.0
#include "core/object/json_value.h"

#include "core/object/json_write.h"

#include <limits>

namespace kube {

JsonValue JsonValue::operator[](std::string_view key) const
{
    simdjson::dom::object object;
    simdjson::dom::element found;
    if (!m_present || m_element.get(object) || object.at_key(key).get(found))
        return {};
    return JsonValue(found);
}

JsonValue JsonValue::at(std::size_t index) const
{
    simdjson::dom::array array;
    simdjson::dom::element found;
    if (!m_present || m_element.get(array) || array.at(index).get(found))
        return {};
    return JsonValue(found);
}

bool JsonValue::isNull() const
{
    return !m_present || m_element.is_null();
}

bool JsonValue::isObject() const
{
    return m_present && m_element.is_object();
}

bool JsonValue::isArray() const
{
    return m_present && m_element.is_array();
}

bool JsonValue::isString() const
{
    return m_present && m_element.is_string();
}

bool JsonValue::isNumber() const
{
    return m_present && m_element.is_number();
}

bool JsonValue::isBool() const
{
    return m_present && m_element.is_bool();
}

std::string_view JsonValue::string(std::string_view otherwise) const
{
    std::string_view text;
    return m_present && !m_element.get(text) ? text : otherwise;
}

std::optional<std::int64_t> JsonValue::integer() const
{
    std::int64_t value = 0;
    if (m_present && !m_element.get(value))
        return value;
    return std::nullopt;
}

std::optional<double> JsonValue::number() const
{
    double value = 0;
    if (m_present && !m_element.get(value))
        return value;
    return std::nullopt;
}

bool JsonValue::boolean(bool otherwise) const
{
    bool value = false;
    return m_present && !m_element.get(value) ? value : otherwise;
}

std::size_t JsonValue::size() const
{
    // simdjson's own size() saturates at 2^24 - 1: counted here, it does not.
    std::size_t count = 0;
    forEachItem([&](JsonValue) { ++count; });
    forEachMember([&](std::string_view, JsonValue) { ++count; });
    return count;
}

std::string JsonValue::toText() const
{
    if (isNull())
        return {};
    if (isString())
        return std::string(string());
    return toJson();
}

std::string JsonValue::toJson() const
{
    std::string out;
    if (m_present)
        writeJson(out, *this, MemberOrder::AsRead, 0);
    return out;
}

} // namespace kube
