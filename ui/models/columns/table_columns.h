// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/resource_feed.h"
#include "ui/models/columns/column.h"

namespace orrery {

/// The server's own columns (meta.k8s.io Table) for objects of the form {"metadata": …, "cells": [ … ]}. Ages the
/// server has rounded ("5m12s") are shown as sent; where metadata has the creation time, AGE is computed from it.
[[nodiscard]] ColumnSetPtr tableColumns(const std::vector<kube::TableColumn> &columns, bool namespaced);

} // namespace orrery
