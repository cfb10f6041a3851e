// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/resource_info.h"
#include "ui/models/columns/column.h"

namespace orrery {

/// kubectl's columns for a built-in kind, in every version that is or was served; for others NAME and AGE with
/// known = false. Source: kubernetes pkg/printers/internalversion.
[[nodiscard]] ColumnSetPtr columnsFor(const kube::ResourceInfo &resource);

} // namespace orrery
