// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/reflector_status.h"

#include <vector>

namespace kube {

/// Why a Reflector began a list.
enum class ListReason {
    First,
    Retry,            ///< the list before it failed
    Expired,          ///< the watch's resourceVersion is too old (410)
    Unavailable,      ///< the server does not have the resourceVersion that was asked for: the most recent instead
    ContinueExpired,  ///< the token of a later page is too old: everything at once
    WatchListFailed,  ///< a streaming list was refused, or did not come to its end
    WatchFailed,      ///< the watch ended with an error that says nothing of how to go on
    WatchEndedAtOnce, ///< it was over before it told anything
    NotOpened,        ///< no watch could be opened
    Rewound,          ///< the server went back to an older resourceVersion
    Asked,            ///< by Reflector::relist()
};

[[nodiscard]] const char *listReasonName(ListReason reason); ///< "First"

/// Everything a Reflector can say of itself; a value.
struct ReflectorSnapshot : ReflectorStatus {
    /// One list.
    struct List {
        /// What has become of it.
        enum class End {
            UnderWay,
            Whole,
            Failed,
            GivenUp, ///< another was begun in its place
        };
        WallTime at{};
        ListReason reason = ListReason::First;
        std::optional<Error> after; ///< what had failed when it was begun
        End end = End::UnderWay;
        std::optional<Error> error; ///< why it failed
    };
    std::string name;             ///< the resource and its scope
    std::string step;             ///< what it is doing: "Listing", "Watching", …
    std::uint64_t relists = 0;    ///< lists begun after the first, pages not counted
    std::vector<List> lastLists;  ///< begun last, oldest first; at most 16
    std::string lastBookmark;     ///< the resourceVersion of the last bookmark; "": none yet
    std::optional<std::uint64_t> bytes; ///< of bodies read so far, where the ListerWatcher counts them
    std::size_t backlog = 0;      ///< changes that wait in the queue it fills
    WallTime takenAt{};           ///< what all this is as of
};

} // namespace kube
