// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/gvk.h"
#include "core/object/json_value.h"
#include "core/object/object.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <vector>

namespace kube {

/// Asks for a list or watch as the server would print it; servers without that form answer with objects.
[[nodiscard]] QByteArray tableAccept();

/// Source: meta/v1 TableColumnDefinition.
struct TableColumnDefinition {
    std::string name;
    std::string type;   ///< string, integer, number, boolean, date
    std::string format; ///< "name" marks the primary column
    std::string description;
    int priority = 0;   ///< above 0: only in the wide view
};

/// One object in the server's columns.
struct TableRow {
    std::vector<std::string> cells; ///< as kubectl prints them; as many as there are columns
    ObjectPtr object;               ///< its metadata; null when the server was asked for none
};

/// A list in the server's own columns. Source: meta/v1 Table (KEP: server-side printing).
struct Table {
    std::vector<TableColumnDefinition> columns;
    std::vector<TableRow> rows;
    std::string resourceVersion;
    std::string continueToken;
    std::optional<std::int64_t> remainingItemCount;

    /// Errors: BadInput when it is no Table.
    [[nodiscard]] static Result<Table> decode(std::string_view json);
};

/// Of the array columnDefinitions; empty when it is null, as in every event of a watch but the first.
[[nodiscard]] std::vector<TableColumnDefinition> decodeTableColumns(JsonValue columnDefinitions);

/// A row as a document of the kind it stands for: what the row's object carries (its metadata), and the row's
/// "cells" and "conditions" beside it. Nothing when the row has no object with a name: the zero row of a bookmark.
[[nodiscard]] std::optional<std::string> tableRowDocument(JsonValue row, const GroupVersionKind &kind);

} // namespace kube
