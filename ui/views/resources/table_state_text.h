// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/freshness.h"
#include "core/session/ports/resource_info.h"
#include "ui/models/row_filter.h"
#include "ui/widgets/empty_state.h"

#include <QStringList>

#include <optional>

namespace orrery {

/// What stands in a table's place.
enum class TableAction { None, ClearFilter, AllNamespaces, Retry };
struct TableState {
    EmptyStateText text;
    TableAction action = TableAction::None;
};

/// How a table stands: what decides what is said of it.
struct TableStanding {
    const kube::ResourceInfo &resource;
    const kube::NamespaceScope &scope;
    const kube::Freshness &freshness;
    qint64 rows = 0;     ///< that pass the filter
    qint64 objects = 0;  ///< all of them, as far as they have come
    bool hasFilter = false;
    bool hasSelectors = false;
    bool onlyWarnings = false; ///< of events, and that is all the filter
    std::optional<RowFilter::Problem> filterProblem = {};
    QStringList missing = {};  ///< namespaces of the scope that the server does not have
    bool isUndefined = false;  ///< its CustomResourceDefinition was deleted
};

/// Is what would fill the table held back since before anything came to it? It was never true then, as of no time.
[[nodiscard]] bool isUnfilled(const TableStanding &standing);
/// Nothing when the table itself is to be shown: it has rows, or is still loading and shows its shape.
[[nodiscard]] std::optional<TableState> describe(const TableStanding &standing);
/// What is wrong with the filter, while nothing passes it; empty: nothing is.
[[nodiscard]] QString filterProblemText(const TableStanding &standing);
/// "37 of 100,310", "5 pods", "loading, 1,024 so far": above the table.
[[nodiscard]] QString countText(const TableStanding &standing);

} // namespace orrery
