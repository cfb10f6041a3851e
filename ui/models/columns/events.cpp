// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/cells.h"
#include "ui/models/columns/kind_columns.h"

#include <algorithm>
#include <cctype>

namespace orrery {

namespace {

using kube::JsonValue;
using namespace cells;

/// The member of whichever version this is: events.k8s.io/v1 calls the old ones deprecatedX and note.
JsonValue either(JsonValue root, std::string_view core, std::string_view events)
{
    const JsonValue value = root[core];
    return value.isNull() ? root[events] : value;
}

std::string target(JsonValue object)
{
    std::string text(object["kind"].string());
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (const auto name = object["name"].string(); !name.empty())
        text.append("/").append(name);
    return text;
}

std::string source(JsonValue root)
{
    const JsonValue old = either(root, "source", "deprecatedSource");
    const auto controller = orElse(root["reportingComponent"].string(), root["reportingController"].string());
    std::string text(orElse(old["component"].string(), controller));
    if (const auto instance = orElse(old["host"].string(), root["reportingInstance"].string()); !instance.empty())
        text.append(", ").append(instance);
    return text;
}

std::string_view trimmed(std::string_view text)
{
    static constexpr std::string_view space = " \t\r\n";
    const auto begin = text.find_first_not_of(space);
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

void fillEvent(JsonValue root, RowBuilder &row)
{
    const auto eventTime = time(root["eventTime"]);
    const auto firstStamp = time(either(root, "firstTimestamp", "deprecatedFirstTimestamp"));
    const auto first = firstStamp ? firstStamp : eventTime;
    const auto lastStamp = time(either(root, "lastTimestamp", "deprecatedLastTimestamp"));
    auto last = lastStamp ? lastStamp : first;
    std::int64_t count = either(root, "count", "deprecatedCount").integer(0);
    if (const JsonValue series = root["series"]; series.isObject()) {
        last = time(series["lastObservedTime"]);
        count = series["count"].integer(0);
    } else if (count == 0) {
        count = 1; // a single event of the new API has none
    }
    const JsonValue object = either(root, "involvedObject", "regarding");
    const auto type = root["type"].string();
    row.age(last);
    row.text(type, type == "Warning" ? Tone::Failing : type == "Normal" ? Tone::Neutral : Tone::Informative);
    row.text(root["reason"].string());
    row.text(target(object));
    row.text(object["fieldPath"].string());
    row.text(source(root));
    row.text(trimmed(either(root, "message", "note").string()));
    row.age(first);
    row.number(count);
    row.name();
}

} // namespace

void addEvents(KindList &kinds)
{
    kinds.push_back({{"", "events.k8s.io"},
                     "events",
                     {column("LAST SEEN", CellType::Age, 9), column("TYPE", CellType::Status, 10), column("REASON"), column("OBJECT"),
                      wide("SUBOBJECT"), wide("SOURCE"), stretched(column("MESSAGE")), wide("FIRST SEEN", CellType::Age, 9),
                      column("COUNT", CellType::Number), wide("NAME")},
                     fillEvent});
}

} // namespace orrery
