// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json.h"
#include "ui/models/columns/column.h"
#include "ui/models/columns/columns.h"
#include "ui/models/row_batch.h"

#include <QString>

namespace orrery::test {

[[nodiscard]] inline kube::ResourceInfo resourceInfo(std::string group, std::string version, std::string resource, bool namespaced = true)
{
    kube::ResourceInfo info;
    info.gvr = {std::move(group), std::move(version), std::move(resource)};
    info.namespaced = namespaced;
    info.verbs = {"list", "watch", "get"};
    return info;
}

[[nodiscard]] inline QStringList strings(std::initializer_list<const char *> texts)
{
    QStringList list;
    for (const char *text : texts)
        list.append(QString::fromUtf8(text));
    return list;
}

/// A set of four columns: NAMESPACE, NAME, WORD, COUNT; rows of it are made by simpleRow().
[[nodiscard]] inline ColumnSetPtr simpleColumns()
{
    auto set = std::make_shared<ColumnSet>();
    const std::pair<const char *, CellType> columns[] = {
        {"NAMESPACE", CellType::Text}, {"NAME", CellType::Text}, {"WORD", CellType::Status}, {"COUNT", CellType::Number}};
    for (const auto &[title, type] : columns) {
        Column column;
        column.title = QString::fromLatin1(title);
        column.type = type;
        set->columns.push_back(column);
    }
    set->fill = [](kube::JsonValue root, RowBuilder &row) {
        row.name();
        row.text(root["word"].string());
        row.number(root["count"].integer(0));
    };
    return set;
}

[[nodiscard]] inline RowPtr simpleRow(const std::string &name, const std::string &uid, std::string_view word, std::int64_t count,
                                      std::string_view namespaceName = "default")
{
    RowBuilder builder;
    builder.begin(namespaceName, name, uid);
    builder.namespaceName();
    builder.name();
    builder.text(word);
    builder.number(count);
    return builder.finish(4);
}

/// The cells of a JSON document under a set, as a person reads them at that time.
[[nodiscard]] inline QStringList cellsOf(const ColumnSet &set, kube::JsonValue root, kube::WallTime now)
{
    RowBuilder builder;
    const kube::ObjectKey key{std::string(root["metadata"]["namespace"].string()), std::string(root["metadata"]["name"].string())};
    const RowPtr row = set.row(key, root["metadata"]["uid"].string(), root, builder);
    QStringList cells;
    for (int i = 0; i < row->cellCount(); ++i)
        cells.append(cellText(*row, i, set.columns[static_cast<std::size_t>(i)].type, now));
    return cells;
}

} // namespace orrery::test
