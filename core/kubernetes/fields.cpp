// SPDX-License-Identifier: Apache-2.0
#include "core/kubernetes/fields.h"

#include "core/object/json.h"
#include "core/object/json_write.h"
#include "core/object/object_meta.h"

#include <cmath>

namespace kube::field {

std::optional<std::string> TextForm::decode(JsonValue value)
{
    return value.isString() ? std::optional(std::string(value.string())) : std::nullopt;
}

std::string TextForm::encode(std::string_view text)
{
    std::string json;
    appendJsonString(json, text);
    return json;
}

std::string NumberForm::encode(double number)
{
    return std::isfinite(number) ? formatJsonNumber(number) : "null"; // JSON has no others
}

std::optional<bool> FlagForm::decode(JsonValue value)
{
    return value.isBool() ? std::optional(value.boolean()) : std::nullopt;
}

std::optional<WallTime> TimeForm::decode(JsonValue value)
{
    return parseTime(value.string());
}

std::string TimeForm::encode(WallTime time)
{
    return TextForm::encode(formatTime(time));
}

std::string MicroTimeForm::encode(WallTime time)
{
    return TextForm::encode(formatMicroTime(time));
}

std::optional<Quantity> QuantityForm::decode(JsonValue value)
{
    // Servers write strings; what people write may be a number.
    const auto quantity = Quantity::parse(value.toText());
    return quantity ? std::optional(*quantity) : std::nullopt;
}

std::optional<IntOrStringForm::Value> IntOrStringForm::decode(JsonValue value)
{
    if (const auto number = value.integer())
        return Value(*number);
    if (value.isString())
        return Value(std::string(value.string()));
    return std::nullopt;
}

std::string IntOrStringForm::encode(const Written &value)
{
    if (const auto *const number = std::get_if<std::int64_t>(&value))
        return std::to_string(*number);
    return TextForm::encode(std::get<std::string>(value));
}

std::optional<QByteArray> BytesForm::decode(JsonValue value)
{
    if (!value.isString())
        return std::nullopt;
    const std::string_view text = value.string();
    const auto bytes = QByteArray::fromBase64Encoding({text.data(), static_cast<qsizetype>(text.size())}, QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? std::optional(*bytes) : std::nullopt;
}

std::string BytesForm::encode(const QByteArray &bytes)
{
    return TextForm::encode(bytes.toBase64().toStdString());
}

Result<void> Json::set(std::string_view json)
{
    if (const auto document = JsonDocument::parse(json); !document)
        return fail(document.error());
    write(json);
    return {};
}

std::size_t sizeOf(const View &view)
{
    std::size_t size = 0;
    view.read([&](JsonValue value) { size = value.size(); });
    return size;
}

std::vector<std::string> keysOf(const View &map)
{
    std::vector<std::string> keys;
    map.read([&](JsonValue value) { value.forEachMember([&](std::string_view key, JsonValue) { keys.emplace_back(key); }); });
    return keys;
}

std::map<std::string, std::string> textsOf(const Map<Text> &map)
{
    std::map<std::string, std::string> texts;
    map.read([&](JsonValue value) {
        value.forEachMember([&](std::string_view key, JsonValue member) { texts.emplace(key, member.string()); });
    });
    return texts;
}

std::vector<std::string> textsOf(const List<Text> &list)
{
    std::vector<std::string> texts;
    list.read([&](JsonValue value) { value.forEachItem([&](JsonValue item) { texts.emplace_back(item.string()); }); });
    return texts;
}

} // namespace kube::field
