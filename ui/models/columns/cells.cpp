// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/cells.h"

#include "core/object/object_meta.h"

#include <algorithm>
#include <map>

namespace orrery::cells {

Column column(const char *title, CellType type, int characters)
{
    Column column;
    column.title = QString::fromLatin1(title);
    column.type = type;
    column.characters = characters;
    return column;
}

Column wide(const char *title, CellType type, int characters)
{
    Column result = column(title, type, characters);
    result.priority = 1;
    return result;
}

Column stretched(Column column)
{
    column.stretch = true;
    return column;
}

std::optional<kube::WallTime> time(kube::JsonValue value)
{
    const auto text = value.string();
    return text.empty() ? std::nullopt : kube::parseTime(text);
}

std::optional<kube::WallTime> created(kube::JsonValue root)
{
    return time(root["metadata"]["creationTimestamp"]);
}

std::string_view capitalBool(kube::JsonValue value, std::string_view otherwise)
{
    if (!value.isBool())
        return otherwise;
    return value.boolean() ? "True" : "False";
}

std::string joined(kube::JsonValue array, std::string_view separator, std::string_view key)
{
    std::string result;
    bool first = true;
    array.forEachItem([&](kube::JsonValue item) {
        if (!std::exchange(first, false))
            result.append(separator);
        result.append((key.empty() ? item : item[key]).string());
    });
    return result;
}

std::string joined(const std::vector<std::string> &texts, std::string_view separator)
{
    std::string result;
    for (const std::string &text : texts) {
        if (&text != &texts.front())
            result.append(separator);
        result.append(text);
    }
    return result;
}

std::string firstThree(const std::vector<std::string> &texts, std::size_t count, std::string_view otherwise)
{
    constexpr std::size_t most = 3;
    std::string result = joined(texts.size() > most ? std::vector<std::string>(texts.begin(), texts.begin() + most) : texts, ",");
    if (count > most)
        return result + " + " + std::to_string(count - most) + " more...";
    return result.empty() ? std::string(otherwise) : result;
}

std::string labels(kube::JsonValue map)
{
    std::map<std::string_view, std::string_view> sorted;
    map.forEachMember([&](std::string_view key, kube::JsonValue value) { sorted.emplace(key, value.string()); });
    std::string result;
    for (const auto &[key, value] : sorted) {
        if (!result.empty())
            result.push_back(',');
        result.append(key).append("=").append(value);
    }
    return result.empty() ? "<none>" : result;
}

std::string selector(kube::JsonValue selector, std::string_view otherwise)
{
    std::vector<std::pair<std::string, std::string>> parts; // key, text
    selector["matchLabels"].forEachMember([&](std::string_view key, kube::JsonValue value) {
        parts.emplace_back(key, std::string(key) + "=" + std::string(value.string()));
    });
    selector["matchExpressions"].forEachItem([&](kube::JsonValue expression) {
        const std::string key(expression["key"].string());
        const auto op = expression["operator"].string();
        std::vector<std::string> values;
        expression["values"].forEachItem([&](kube::JsonValue value) { values.emplace_back(value.string()); });
        std::sort(values.begin(), values.end());
        if (op == "In")
            parts.emplace_back(key, key + " in (" + joined(values, ",") + ")");
        else if (op == "NotIn")
            parts.emplace_back(key, key + " notin (" + joined(values, ",") + ")");
        else if (op == "Exists")
            parts.emplace_back(key, key);
        else if (op == "DoesNotExist")
            parts.emplace_back(key, "!" + key);
    });
    std::stable_sort(parts.begin(), parts.end(), [](const auto &left, const auto &right) { return left.first < right.first; });
    std::string result;
    for (const auto &[key, text] : parts) {
        if (!result.empty())
            result.push_back(',');
        result.append(text);
    }
    return result.empty() ? std::string(otherwise) : result;
}

void containers(kube::JsonValue podSpec, RowBuilder &row)
{
    row.text(joined(podSpec["containers"], ",", "name"));
    row.text(joined(podSpec["containers"], ",", "image"));
}

void readyOf(std::int64_t ready, std::int64_t desired, RowBuilder &row)
{
    const Tone tone = desired == 0 && ready == 0 ? Tone::Completed : ready >= desired ? Tone::Ready : Tone::Pending;
    row.text(std::to_string(ready) + "/" + std::to_string(desired), ready, tone);
}

std::string_view conditionStatus(kube::JsonValue conditions, std::string_view type)
{
    std::string_view status;
    conditions.forEachItem([&](kube::JsonValue condition) {
        if (condition["type"].string() == type)
            status = condition["status"].string();
    });
    return status;
}

} // namespace orrery::cells
