// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/crd_columns.h"

#include "ui/models/columns/cells.h"
#include "ui/models/columns/json_path.h"
#include "ui/models/columns/word_tone.h"
#include "ui/models/conditions.h"

#include <charconv>
#include <cmath>

namespace orrery {

namespace {

using kube::JsonValue;

enum class Kind { String, Integer, Number, Boolean, Date, Conditions };

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
    case Kind::Conditions:
        return CellType::Status;
    case Kind::String:
    case Kind::Boolean:
        break;
    }
    return CellType::Text;
}

Printer printerOf(const kube::PrinterColumn &column)
{
    Printer printer;
    if (auto path = JsonPath::parse(column.jsonPath))
        printer.path = std::move(*path);
    printer.kind = kindOf(column.type);
    printer.isStatus = (printer.kind == Kind::String || printer.kind == Kind::Boolean) && holdsStatusWords(column.name);
    return printer;
}

/// Where CONDITIONS stands among the printers; nothing: nowhere.
std::optional<std::size_t> placeOfConditions(const std::vector<kube::PrinterColumn> &columns, ConditionColumn conditions)
{
    const bool isTaken = std::any_of(columns.begin(), columns.end(), [](const kube::PrinterColumn &column) {
        return QString::fromStdString(column.name).compare(QLatin1String("conditions"), Qt::CaseInsensitive) == 0;
    });
    if (conditions == ConditionColumn::Absent || isTaken)
        return std::nullopt;
    return !columns.empty() && columns.back().type == "date" ? columns.size() - 1 : columns.size();
}

bool showsACondition(const kube::PrinterColumn &column)
{
    return column.priority == 0 && column.jsonPath.find("status.conditions[") != std::string::npos && column.jsonPath.ends_with(".status");
}

/// A number that is no int64, as Go's %v has it.
std::string floatText(double number)
{
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::scientific).ptr;
    const std::string scientific(text, end);
    const int exponent = std::stoi(scientific.substr(scientific.find('e') + 1));
    if (exponent < -4 || exponent >= 6)
        return scientific;
    return std::string(text, std::to_chars(text, text + sizeof text, number, std::chars_format::fixed).ptr);
}

/// As jsonpath's PrintResults of one result.
std::string printed(const JsonValue &value)
{
    if (value.isNull())
        return "<no value>";
    if (value.isNumber() && value.toText().find_first_of(".e") != std::string::npos)
        return floatText(*value.number());
    return value.toText();
}

void fillDate(const JsonValue &value, RowBuilder &row)
{
    if (!value.isString())
        row.text({});
    else if (const auto time = cells::time(value); time || value.string().empty())
        row.age(time);
    else
        row.text("<invalid>");
}

void fillBoolean(const JsonValue &value, const Printer &printer, RowBuilder &row)
{
    const std::string text = value.isBool() ? value.toText() : std::string();
    row.text(text, printer.isStatus ? toneOfWord(text) : Tone::Neutral);
}

void fillNumber(const JsonValue &value, Kind kind, RowBuilder &row)
{
    const auto number = value.number();
    if (!number)
        row.text({});
    else if (kind == Kind::Integer)
        row.number(value.integer().value_or(static_cast<std::int64_t>(std::clamp(*number, -9e18, 9e18))));
    else
        row.text(value.toText(), static_cast<CellValue>(std::llround(std::clamp(*number, -9e15, 9e15) * 1000)));
}

/// Of several results the first is shown, as the server has it.
void fillCell(const std::vector<JsonValue> &found, const Printer &printer, RowBuilder &row)
{
    if (found.empty()) {
        row.text({});
        return;
    }
    const JsonValue &value = found.front();
    switch (printer.kind) {
    case Kind::String: {
        const std::string text = printed(value);
        row.text(text, printer.isStatus ? toneOfWord(text) : Tone::Neutral);
        return;
    }
    case Kind::Integer:
    case Kind::Number:
        fillNumber(value, printer.kind, row);
        return;
    case Kind::Boolean:
        fillBoolean(value, printer, row);
        return;
    case Kind::Date:
        fillDate(value, row);
        return;
    case Kind::Conditions:
        return;
    }
}

} // namespace

ColumnSetPtr crdColumns(const std::vector<kube::PrinterColumn> &columns, bool namespaced, ConditionColumn conditions)
{
    auto set = std::make_shared<ColumnSet>();
    set->namespaced = namespaced;
    if (namespaced)
        set->columns.push_back(cells::column("NAMESPACE"));
    set->columns.push_back(cells::nameColumn());
    std::vector<Printer> printers;
    const auto place = placeOfConditions(columns, conditions);
    const auto addConditions = [&] {
        printers.push_back({std::nullopt, Kind::Conditions, true});
        const bool isSaid = std::any_of(columns.begin(), columns.end(), showsACondition);
        set->columns.push_back(isSaid ? cells::wide("CONDITIONS", CellType::Status) : cells::column("CONDITIONS", CellType::Status));
    };
    for (const kube::PrinterColumn &column : columns) {
        if (place == printers.size())
            addConditions();
        Printer printer = printerOf(column);
        Column shown;
        shown.title = QString::fromStdString(column.name).toUpper();
        shown.type = typeOf(printer);
        shown.priority = column.priority;
        set->columns.push_back(std::move(shown));
        printers.push_back(std::move(printer));
    }
    if (place == printers.size())
        addConditions();
    if (columns.empty()) {
        set->columns.push_back(cells::ageColumn());
        printers.push_back({*JsonPath::parse(".metadata.creationTimestamp"), Kind::Date, false});
    }
    set->fill = [printers](JsonValue root, RowBuilder &row) {
        row.name();
        for (const Printer &printer : printers) {
            if (printer.kind == Kind::Conditions) {
                const ConditionSummary summary = conditionSummary(root);
                row.text(summary.text, summary.tone);
            } else {
                fillCell(printer.path ? printer.path->select(root) : std::vector<JsonValue>(), printer, row);
            }
        }
    };
    return set;
}

} // namespace orrery
