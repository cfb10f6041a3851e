// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/crd_columns.h"

#include "ui/models/columns/cells.h"
#include "ui/models/columns/json_path.h"
#include "ui/models/columns/word_tone.h"

#include <cmath>

namespace orrery {

namespace {

using kube::JsonValue;

enum class Kind { String, Integer, Number, Boolean, Date };

struct Printer {
    std::optional<JsonPath> path; ///< nothing: the CRD's path is not one we can read, the cell stays empty
    Kind kind = Kind::String;
    bool isStatus = false;
};

Kind kindOf(const std::string &type)
{
    return type == "integer" ? Kind::Integer : type == "number" ? Kind::Number : type == "boolean" ? Kind::Boolean : type == "date" ? Kind::Date : Kind::String;
}

CellType typeOf(const Printer &printer)
{
    if (printer.isStatus)
        return CellType::Status;
    switch (printer.kind) {
    case Kind::Integer:
        return CellType::Number;
    case Kind::Number:
        return CellType::Quantity; // thousandths, as doubles have no other exact order here
    case Kind::Date:
        return CellType::Age;
    case Kind::String:
    case Kind::Boolean:
        break;
    }
    return CellType::Text;
}

void fillString(const std::vector<JsonValue> &found, const Printer &printer, RowBuilder &row)
{
    std::string text;
    for (const JsonValue &value : found) {
        if (&value != &found.front())
            text.push_back(' ');
        text.append(value.toText());
    }
    row.text(text, printer.isStatus ? toneOfWord(text) : Tone::Neutral);
}

void fillCell(const std::vector<JsonValue> &found, const Printer &printer, RowBuilder &row)
{
    const JsonValue value = found.empty() ? JsonValue() : found.front();
    if (value.isNull()) {
        row.text({});
        return;
    }
    switch (printer.kind) {
    case Kind::String:
        fillString(found, printer, row);
        return;
    case Kind::Integer:
        if (const auto number = value.number())
            row.number(static_cast<std::int64_t>(*number));
        else
            row.text({});
        return;
    case Kind::Number:
        if (const auto number = value.number())
            row.text(value.toText(), static_cast<CellValue>(std::llround(std::clamp(*number, -9e15, 9e15) * 1000)));
        else
            row.text({});
        return;
    case Kind::Boolean:
        if (value.isBool())
            row.text(value.toText(), printer.isStatus ? toneOfWord(value.toText()) : Tone::Neutral);
        else
            row.text({});
        return;
    case Kind::Date:
        if (const auto time = cells::time(value))
            row.age(time);
        else
            row.text("<unknown>");
        return;
    }
}

} // namespace

ColumnSetPtr crdColumns(const std::vector<kube::PrinterColumn> &columns, bool namespaced)
{
    auto set = std::make_shared<ColumnSet>();
    set->namespaced = namespaced;
    if (namespaced)
        set->columns.push_back(cells::column("NAMESPACE"));
    set->columns.push_back(cells::nameColumn());
    std::vector<Printer> printers;
    for (const kube::PrinterColumn &column : columns) {
        Printer printer;
        if (auto path = JsonPath::parse(column.jsonPath))
            printer.path = std::move(*path);
        printer.kind = kindOf(column.type);
        printer.isStatus = (printer.kind == Kind::String || printer.kind == Kind::Boolean) && holdsStatusWords(column.name);
        Column shown;
        shown.title = QString::fromStdString(column.name).toUpper();
        shown.type = typeOf(printer);
        shown.priority = column.priority;
        set->columns.push_back(std::move(shown));
        printers.push_back(std::move(printer));
    }
    if (columns.empty()) {
        set->columns.push_back(cells::ageColumn());
        printers.push_back({*JsonPath::parse(".metadata.creationTimestamp"), Kind::Date, false});
    }
    set->fill = [printers](JsonValue root, RowBuilder &row) {
        row.name();
        for (const Printer &printer : printers)
            fillCell(printer.path ? printer.path->select(root) : std::vector<JsonValue>(), printer, row);
    };
    return set;
}

} // namespace orrery
