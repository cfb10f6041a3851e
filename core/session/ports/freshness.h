// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/base/scheduler.h"
#include "core/session/ports/connection_fault.h"

#include <optional>
#include <string>
#include <vector>

namespace kube {

/// What a table's badge says.
enum class FreshnessState {
    Idle,          ///< not opened
    Connecting,    ///< asked, no byte yet
    Loading,       ///< the first list is arriving: loaded so far
    Live,          ///< synced, and the watch is open
    Paused,        ///< would be live, but what is shown is held back; true as of asOf
    Reconnecting,  ///< was live; what is shown is as of asOf; trying again
    Forbidden,     ///< the server refuses; see denied
    Failed,        ///< never was live, and the last try failed; trying again at nextTry
    AsOf,          ///< read once (the resource cannot be watched); true as of asOf
};

/// The right that is missing. Empty namespaceName: cluster-wide.
struct DeniedRight {
    std::string userName; ///< as the server names it; may be empty
    std::string verb;
    std::string resource; ///< "pods" or "deployments.apps"
    std::string namespaceName;
};

/// What somebody asked for on purpose, and is under way.
enum class Anew {
    Nothing,
    List,  ///< everything is listed again
    Watch, ///< another watch is opened, from where the last one stood
};

/// What a view may say of how true it is. A value; the worst of its parts when a view has several.
struct Freshness {
    FreshnessState state = FreshnessState::Idle;
    std::size_t loaded = 0;               ///< objects in the cache
    WallTime since{};                     ///< when this state began
    WallTime asOf{};                      ///< what is shown was true then; only if it ever was live
    std::optional<WallTime> nextTry;      ///< when reconnecting or failed
    std::optional<Error> reason;          ///< the last error, in the server's words
    Anew anew = Anew::Nothing;            ///< why it is reconnecting, when nothing has failed
    bool isHeld = false;                  ///< connecting or loading, but somebody holds that up
    bool isPausedToo = false;             ///< reconnecting, and what would come then is held back
    std::optional<DeniedRight> denied;    ///< Forbidden
    std::vector<ConnectionFault> faults;  ///< put in by hand, in force on what it is read over
    std::vector<std::string> missingNamespaces; ///< parts of the scope that are forbidden while others are live
};

} // namespace kube
