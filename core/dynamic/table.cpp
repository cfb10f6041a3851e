// SPDX-License-Identifier: Apache-2.0
#include "core/dynamic/table.h"

#include "core/object/json.h"
#include "core/object/object_decoder.h"

namespace kube {

namespace {

void appendMember(std::string &json, std::string_view name, JsonValue value)
{
    json += ',';
    appendJsonString(json, name);
    json += ':';
    json += value.toJson();
}

} // namespace

QByteArray tableAccept()
{
    return QByteArrayLiteral("application/json;as=Table;v=v1;g=meta.k8s.io,application/json");
}

std::vector<TableColumnDefinition> decodeTableColumns(JsonValue columnDefinitions)
{
    std::vector<TableColumnDefinition> columns;
    columnDefinitions.forEachItem([&](JsonValue item) {
        columns.push_back({std::string(item["name"].string()), std::string(item["type"].string()),
                           std::string(item["format"].string()), std::string(item["description"].string()),
                           static_cast<int>(item["priority"].integer(0))});
    });
    return columns;
}

std::optional<std::string> tableRowDocument(JsonValue row, const GroupVersionKind &kind)
{
    const JsonValue object = row["object"];
    if (object["metadata"]["name"].string().empty())
        return std::nullopt;
    std::string json = R"({"apiVersion":)";
    appendJsonString(json, kind.groupVersion().apiVersion());
    json += R"(,"kind":)";
    appendJsonString(json, kind.kind);
    object.forEachMember([&](std::string_view name, JsonValue value) {
        if (name != "apiVersion" && name != "kind" && name != "cells" && name != "conditions")
            appendMember(json, name, value);
    });
    if (row["cells"].isArray())
        appendMember(json, "cells", row["cells"]);
    if (row["conditions"].size() > 0)
        appendMember(json, "conditions", row["conditions"]);
    json += '}';
    return json;
}

Result<Table> Table::decode(std::string_view json)
{
    const auto document = JsonDocument::parse(json);
    if (!document)
        return fail(document.error());
    const JsonValue root = document->root();
    if (root["kind"].string() != "Table")
        return fail(Error::badInput(QStringLiteral("the answer is not a Table")));
    Table table;
    table.columns = decodeTableColumns(root["columnDefinitions"]);
    table.resourceVersion = root["metadata"]["resourceVersion"].string();
    table.continueToken = root["metadata"]["continue"].string();
    table.remainingItemCount = root["metadata"]["remainingItemCount"].integer();
    table.rows.reserve(root["rows"].size());
    root["rows"].forEachItem([&](JsonValue item) {
        TableRow row;
        item["cells"].forEachItem([&](JsonValue cell) { row.cells.push_back(cell.toText()); });
        row.cells.resize(table.columns.size());
        if (!item["object"]["metadata"]["name"].string().empty()) {
            if (auto object = decodeObject(item["object"].toJson()))
                row.object = std::move(*object);
        }
        table.rows.push_back(std::move(row));
    });
    return table;
}

} // namespace kube
