// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/columns/column.h"

#include <string_view>

namespace orrery {

/// The columns of one kind, as its family's file knows them. NAMESPACE is added by columnsFor().
struct KindColumns {
    std::vector<std::string_view> groups; ///< "" is the core group
    std::string_view resource;
    std::vector<Column> columns;
    FillCells fill;
    std::function<FillCells()> makeFill = {}; ///< in place of fill, for one that remembers: made for each table
};
using KindList = std::vector<KindColumns>;

// One function a family, each in the file of its name.
void addPods(KindList &kinds);
void addWorkloads(KindList &kinds);
void addBatch(KindList &kinds);
void addServices(KindList &kinds);
void addNetworking(KindList &kinds);
void addConfig(KindList &kinds);
void addNodes(KindList &kinds);
void addLeases(KindList &kinds);
void addEvents(KindList &kinds);
void addStorage(KindList &kinds);
void addAccess(KindList &kinds);
void addAutoscaling(KindList &kinds);
void addPolicy(KindList &kinds);
void addExtensions(KindList &kinds);
void addFlowControl(KindList &kinds);
void addMetrics(KindList &kinds);

} // namespace orrery
