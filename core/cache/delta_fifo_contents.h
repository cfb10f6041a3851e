// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/deltas.h"

namespace kube {

/// What waits in a DeltaFIFO, front first; a value.
struct DeltaFifoContents {
    /// One delta.
    struct Step {
        DeltaType type = DeltaType::Added;
        std::string resourceVersion; ///< "": a tombstone whose last state nobody has
        bool finalStateUnknown = false;
    };
    /// One queued key.
    struct Item {
        ObjectKey key;                ///< empty for a whole replacement, sync or bookmark
        std::vector<Step> chain;      ///< oldest first; one step for a whole one
        std::size_t objects = 0;      ///< of a whole replacement
        std::size_t deduplicated = 0; ///< deletions that said nothing new
        bool isInitial = false;       ///< belongs to the first list
    };
    std::vector<Item> items;
    bool more = false; ///< others that match are left out
};

} // namespace kube
