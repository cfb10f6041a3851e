// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/base/scheduler.h"

#include <cstdint>
#include <string>

namespace kube {

/// How far it has come.
enum class ReflectorPhase {
    Idle,         ///< not started
    Connecting,   ///< asked for the first list, no byte yet
    Loading,      ///< the first list is arriving, or its watch is being opened
    Live,         ///< the cache follows the server
    Reconnecting, ///< was live; trying again
    Forbidden,    ///< the server refuses (401, 403), whether it was live before or not
    Failed,       ///< never was live, and the last try failed
    Stopped,
};

[[nodiscard]] const char *reflectorPhaseName(ReflectorPhase phase); ///< "Live"

/// What a Reflector can say of itself; a value. session makes Freshness of it.
struct ReflectorStatus {
    /// What it is doing.
    enum class Step { None, List, Watch };

    ReflectorPhase phase = ReflectorPhase::Idle;
    WallTime since{};                   ///< when this phase began
    std::optional<WallTime> asOf;       ///< once it was live: the cache equalled the server then (now, while Live, unless it stands still)
    std::optional<Error> lastError;     ///< of the last failure; kept while trying again, cleared once Live
    Step failedStep = Step::None;       ///< what lastError came from: Forbidden lacks the right to that
    Step asked = Step::None;            ///< a list or another watch is under way because somebody asked for it: nothing has failed
    std::optional<WallTime> nextTry;    ///< while it waits to try again
    std::string lastSyncResourceVersion;
    std::size_t itemsLoaded = 0;        ///< of the list that is arriving, or of the last one
    bool synced = false;                ///< a first list was complete
    bool watchList = false;             ///< the stream that is open began with the list (KEP-3157)
    std::uint64_t lists = 0;            ///< list requests, pages included
    std::uint64_t watches = 0;          ///< watch requests
    std::uint64_t events = 0;           ///< watch events, bookmarks included
    std::uint64_t bookmarks = 0;
    std::uint64_t failures = 0;
    std::uint64_t refused = 0;          ///< objects the transform refused or that were of another kind
    std::uint64_t probes = 0;
    std::optional<WallTime> lastEventAt;
    bool heldBack = false;              ///< reading has paused because the queue is long
    bool paused = false;                ///< by Reflector::pause()
    bool standsStill = false;           ///< for one of these, or because its client or those who take from the queue are held
                                        ///< up: what is seen of the cache is as of asOf, whatever the phase says
};

} // namespace kube
