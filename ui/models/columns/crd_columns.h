// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/resource_info.h"
#include "ui/models/columns/column.h"

namespace orrery {

/// The columns of a custom resource: NAME, then its additionalPrinterColumns; AGE alone when it has none.
/// Source: apiextensions-apiserver pkg/registry/customresource/tableconvertor.
[[nodiscard]] ColumnSetPtr crdColumns(const std::vector<kube::PrinterColumn> &columns, bool namespaced);

} // namespace orrery
