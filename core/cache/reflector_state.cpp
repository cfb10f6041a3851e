// SPDX-License-Identifier: Apache-2.0
#include "core/cache/reflector_state.h"

namespace kube {

const char *reflectorPhaseName(ReflectorPhase phase)
{
    switch (phase) {
    case ReflectorPhase::Idle: return "Idle";
    case ReflectorPhase::Connecting: return "Connecting";
    case ReflectorPhase::Loading: return "Loading";
    case ReflectorPhase::Live: return "Live";
    case ReflectorPhase::Reconnecting: return "Reconnecting";
    case ReflectorPhase::Forbidden: return "Forbidden";
    case ReflectorPhase::Failed: return "Failed";
    case ReflectorPhase::Stopped: return "Stopped";
    }
    return "";
}

const char *listReasonName(ListReason reason)
{
    switch (reason) {
    case ListReason::First: return "First";
    case ListReason::Retry: return "Retry";
    case ListReason::Expired: return "Expired";
    case ListReason::Unavailable: return "Unavailable";
    case ListReason::ContinueExpired: return "ContinueExpired";
    case ListReason::WatchListFailed: return "WatchListFailed";
    case ListReason::WatchFailed: return "WatchFailed";
    case ListReason::WatchEndedAtOnce: return "WatchEndedAtOnce";
    case ListReason::NotOpened: return "NotOpened";
    case ListReason::Rewound: return "Rewound";
    case ListReason::Asked: return "Asked";
    }
    return "";
}

const char *reflectorStepName(ReflectorState::Step step)
{
    using S = ReflectorState::Step;
    switch (step) {
    case S::Idle: return "Idle";
    case S::Listing: return "Listing";
    case S::WatchListing: return "WatchListing";
    case S::OpeningWatch: return "OpeningWatch";
    case S::Watching: return "Watching";
    case S::WaitingToList: return "WaitingToList";
    case S::WaitingToWatch: return "WaitingToWatch";
    case S::Stopped: return "Stopped";
    }
    return "";
}

ReflectorPhase phaseOf(const ReflectorState &state)
{
    using S = ReflectorState::Step;
    if (state.step == S::Idle)
        return ReflectorPhase::Idle;
    if (state.step == S::Stopped)
        return ReflectorPhase::Stopped;
    if (state.live)
        return ReflectorPhase::Live;
    // A refusal stands until the server has said otherwise, also while it is being asked again.
    if (state.lastError && (state.lastError->is(ErrorKind::Forbidden) || state.lastError->is(ErrorKind::Unauthorized)))
        return ReflectorPhase::Forbidden;
    if (state.wasLive)
        return ReflectorPhase::Reconnecting;
    if (state.items > 0 || (state.synced && !state.lastError))
        return ReflectorPhase::Loading;
    return state.lastError ? ReflectorPhase::Failed : ReflectorPhase::Connecting;
}

bool isTooLargeResourceVersion(const Error &error)
{
    if (!error.status)
        return false;
    const Status &status = *error.status;
    if (status.hasCause(u"ResourceVersionTooLarge"))
        return true;
    const QLatin1String words("Too large resource version");
    if (status.message.contains(words))
        return true;
    return status.reason == QLatin1String("Timeout")
           && std::any_of(status.causes.begin(), status.causes.end(),
                          [&](const StatusCause &cause) { return cause.message.contains(words); });
}

} // namespace kube
