// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/table_columns.h"

#include "ui/models/columns/cells.h"
#include "ui/models/columns/word_tone.h"

namespace orrery {

namespace {

using kube::JsonValue;

enum class Source { Name, Created, Number, Status, Text };

Source sourceOf(const kube::TableColumn &column)
{
    if (column.format == "name")
        return Source::Name;
    if (column.name == "Age" && (column.type == "string" || column.type == "date"))
        return Source::Created;
    if (column.type == "integer" || column.type == "number")
        return Source::Number;
    return holdsStatusWords(column.name) ? Source::Status : Source::Text;
}

/// "5m12s", "3d": what a rounded age sorts by, in seconds.
CellValue ageSeconds(std::string_view text)
{
    CellValue seconds = 0;
    CellValue number = -1;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            number = std::max<CellValue>(number, 0) * 10 + (c - '0');
            continue;
        }
        const CellValue unit = c == 's' ? 1 : c == 'm' ? 60 : c == 'h' ? 3600 : c == 'd' ? 86400 : c == 'y' ? 31536000 : 0;
        if (unit == 0 || number < 0)
            return noValue;
        seconds += number * unit;
        number = -1;
    }
    return number < 0 && !text.empty() ? seconds : noValue;
}

void fillTableCell(JsonValue cell, Source source, bool isDate, JsonValue root, RowBuilder &row)
{
    const std::string text = cell.toText();
    switch (source) {
    case Source::Name: // may be more than the name: "standard (default)"
        row.text(text);
        return;
    case Source::Created:
        if (const auto created = cells::created(root))
            row.age(created);
        else
            row.text(text);
        return;
    case Source::Number:
        if (const auto number = cell.integer())
            row.number(*number);
        else
            row.text(text);
        return;
    case Source::Status:
        row.text(text, toneOfWord(text));
        return;
    case Source::Text:
        row.text(text, isDate ? ageSeconds(text) : noValue);
        return;
    }
}

CellType cellTypeOf(Source source)
{
    switch (source) {
    case Source::Created:
        return CellType::Age;
    case Source::Number:
        return CellType::Number;
    case Source::Status:
        return CellType::Status;
    case Source::Name:
    case Source::Text:
        break;
    }
    return CellType::Text;
}

} // namespace

ColumnSetPtr tableColumns(const std::vector<kube::TableColumn> &columns, bool namespaced)
{
    auto set = std::make_shared<ColumnSet>();
    set->namespaced = namespaced;
    if (namespaced)
        set->columns.push_back(cells::column("NAMESPACE"));
    std::vector<std::pair<Source, bool>> sources;
    for (const kube::TableColumn &column : columns) {
        const Source source = sourceOf(column);
        Column shown;
        shown.title = QString::fromStdString(column.name).toUpper();
        shown.type = cellTypeOf(source);
        shown.priority = column.priority;
        set->columns.push_back(std::move(shown));
        sources.emplace_back(source, column.type == "date");
    }
    set->fill = [sources](JsonValue root, RowBuilder &row) {
        const JsonValue cells = root["cells"];
        for (std::size_t i = 0; i < sources.size(); ++i)
            fillTableCell(cells.at(i), sources[i].first, sources[i].second, root, row);
    };
    return set;
}

} // namespace orrery
