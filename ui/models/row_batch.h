// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/row_store.h"

namespace orrery {

/// What became of one slot since it was last told.
struct RowChange {
    Slot slot = 0;
    RowPtr row;           ///< null: gone. Another uid than before: another object took the slot
    bool initial = false; ///< part of the first list: nothing that should catch the eye
};

/// At most one change a slot. Apply all of it.
using RowBatch = std::vector<RowChange>;

} // namespace orrery
