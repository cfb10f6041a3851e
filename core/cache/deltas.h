// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/object/object.h"

#include <vector>

namespace kube {

/// What happened. Source: client-go cache.DeltaType.
enum class DeltaType {
    Added,
    Updated,
    Deleted,
    Replaced,    ///< in a list that took the place of everything
    Sync,        ///< told again by a resync
    ReplacedAll, ///< a whole list; the consumer finds the differences
    SyncAll,     ///< everything is to be told again
    Bookmark,    ///< only the resourceVersion moved on
};

[[nodiscard]] const char *deltaTypeName(DeltaType type); ///< "Added"

/// One change of one object.
struct Delta {
    DeltaType type = DeltaType::Added;
    ObjectPtr object;               ///< null: a tombstone whose last state nobody has
    bool finalStateUnknown = false; ///< a tombstone: gone from a list, so object is the last state known (client-go's DeletedFinalStateUnknown)
};

/// A whole replacement or a bookmark.
struct WholeDelta {
    DeltaType type = DeltaType::Bookmark; ///< ReplacedAll, SyncAll or Bookmark
    std::vector<ObjectPtr> objects;       ///< ReplacedAll
    std::string resourceVersion;
};

/// One item of a DeltaFIFO: what happened to one key, oldest first; or, instead, one WholeDelta.
struct Deltas {
    ObjectKey key;
    std::vector<Delta> list;                ///< empty only if whole is set
    std::shared_ptr<const WholeDelta> whole;
    bool isInInitialList = false;           ///< set when it is handed out
    std::string reached = {};               ///< likewise: the resourceVersion that the store has come to with it; "": nothing is known

    [[nodiscard]] const Delta &newest() const { return list.back(); } ///< there is always one
};

/// A queue as it stands.
struct DeltaFifoSnapshot {
    std::size_t queued = 0;           ///< items in line
    std::size_t deltas = 0;           ///< in those items; a whole replacement, sync or bookmark is one
    std::size_t initialRemaining = 0; ///< items of the first list not processed yet
    bool hasSynced = false;
    bool replacing = false;           ///< between beginReplace() and endReplace()
    bool closed = false;
    bool paused = false;
    std::uint64_t received = 0;       ///< deltas queued so far
    std::uint64_t coalesced = 0;      ///< of those, joined to an item in line
    std::uint64_t deduplicated = 0;   ///< deletions that said nothing new
    std::uint64_t popped = 0;         ///< items processed
    std::uint64_t requeued = 0;
    std::uint64_t failed = 0;         ///< objects the transform refused and items that failed
};

} // namespace kube
