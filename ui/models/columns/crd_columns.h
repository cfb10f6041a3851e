// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/resource_info.h"
#include "ui/models/columns/column.h"

namespace orrery {

/// Whether a custom resource's status.conditions have a column of their own, with what they come to in one word.
enum class ConditionColumn { Absent, Shown };

/// The columns of a custom resource: NAME, then its additionalPrinterColumns; AGE alone when it has none. CONDITIONS stands
/// before a last column that is a date; only in the wide view where a printer column shows a condition already.
/// Source: apiextensions-apiserver pkg/registry/customresource/tableconvertor.
[[nodiscard]] ColumnSetPtr crdColumns(const std::vector<kube::PrinterColumn> &columns, bool namespaced, ConditionColumn conditions = ConditionColumn::Absent);

} // namespace orrery
