// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/paint_times.h"
#include "ui/models/row_store.h"

#include <unordered_map>

namespace orrery {

/// What became of one slot since it was last told.
struct RowChange {
    Slot slot = 0;
    RowPtr row;           ///< null: gone. Another uid than before: another object took the slot
    bool initial = false; ///< part of the first list: nothing that should catch the eye
};

/// At most one change a slot. Apply all of it.
using RowBatch = std::vector<RowChange>;

/// A row on its way to the screen while somebody looks at the clocks.
struct RowStamp {
    kube::ChangeStamp change;
    std::uint64_t cells = 0; ///< by bit: the columns whose cells look different since the row was last told; all of a new row
};
using RowStamps = std::unordered_map<Slot, RowStamp>; ///< empty while nobody looks

} // namespace orrery
