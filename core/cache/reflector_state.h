// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/backoff.h"
#include "core/cache/lister_watcher.h"
#include "core/cache/reflector_snapshot.h"

#include <variant>
#include <vector>

namespace kube {

/// The numbers a Reflector goes by. Source: client-go cache.Reflector, kube-rs watcher.
struct ReflectorConfig {
    Backoff::Config backoff;                                          ///< 800 ms · 2ⁿ to 30 s, each up to doubled
    Duration refusedDelay = std::chrono::seconds(30);                 ///< after 401 and 403: 30 to 60 s
    std::int64_t pageSize = 0;                                        ///< zero: 500 where the server pages, else whole
    Duration minWatchTimeout = std::chrono::minutes(5);               ///< each watch asks for 1 to 2 times this
    Duration veryShortWatch = std::chrono::seconds(1);                ///< a watch that ends sooner, with no event, has failed
    Duration maxInternalErrorRetry = Duration::zero();                ///< how long an InternalError event may be answered by a new watch
    Duration internalErrorQuiet = std::chrono::minutes(1);            ///< after so long without one the above begins anew
    bool watchList = false;                                           ///< begin with a streaming watch (KEP-3157); falls back
    Duration watchListSilence = std::chrono::seconds(30);             ///< such a stream without an event: list instead
    Duration listSilence = std::chrono::seconds(60);                  ///< a list without a byte has failed
    Duration openLate = std::chrono::seconds(3);                      ///< a watch not opened by then is no longer called Live
    Duration openProbe = std::chrono::seconds(15);                    ///< … by then: ask whether the server lives
    Duration openSilence = std::chrono::seconds(30);                  ///< … and by then has failed
    int openFailures = 10;                                            ///< that many watches without an answer: list again
    Duration idleProbe = std::chrono::seconds(30);                    ///< a list or watch silent for so long: ask whether the server lives
    Duration probePatience = std::chrono::seconds(15);                ///< how long it may take to answer
    Duration bookmarkSilence = std::chrono::seconds(100);             ///< a watch that had bookmarks (one a minute) and now is silent is dead;
                                                                      ///< any other is opened again, from where it stands
    Duration deadlineSlack = std::chrono::seconds(5);                 ///< over the timeout a watch asked for
    std::string labelSelector;
    std::string fieldSelector;
};

/// What a reflector knows between two inputs.
struct ReflectorState {
    /// What it is doing.
    enum class Step {
        Idle,
        Listing,      ///< a page is under way
        WatchListing, ///< a streaming watch before the end of its initial events
        OpeningWatch,
        Watching,
        WaitingToList,
        WaitingToWatch,
        Stopped,
    };

    Step step = Step::Idle;
    std::string lastSyncResourceVersion; ///< "": never synced
    bool resourceVersionUnavailable = false; ///< the server no longer (or not yet) knows it: list the most recent
    bool paginatedResult = false;        ///< the server pages even at "0": its watch cache is off, so ask for pages always
    bool synced = false;                 ///< a list was complete
    bool live = false;                   ///< … and its watch is open, or being opened again after a clean end
    bool wasLive = false;
    bool watchListFailed = false;        ///< this time only: list instead
    bool watchListSilent = false;        ///< … because it never came to its end; if the list does, the server ignores it
    bool watchListUnsupported = false;   ///< it does: never again
    bool bookmarksSeen = false;
    bool ordered = true;                 ///< resourceVersions of this resource compare; false once they proved not to
    std::string rewoundFrom;             ///< relisting because a lower resourceVersion than this one came

    // The list under way.
    ListReason listReason = ListReason::First; ///< why it was begun, or why the next will be
    ListOptions list;
    std::string listResourceVersion;     ///< what its first page asked for
    std::string firstPageResourceVersion;
    bool firstPage = true;
    bool fullListTried = false;          ///< a later page was Expired: the whole at once
    bool unavailableTried = false;       ///< Expired or too large: asked again for the most recent
    std::size_t items = 0;               ///< of this list; of the one before until this one brings the first
    bool itemsBegun = false;

    // The watch under way.
    SteadyTime watchBegan{};
    Duration watchTimeout{};
    std::uint64_t watchEvents = 0;
    bool watchedFirst = false;           ///< what a wait ended with was a watch, and nothing was listed since
    bool unorderedStart = false;         ///< begun at "" or "0": synthetic Added events are in no order
    int openFailures = 0;                ///< in a row, for want of an answer
    SteadyTime lastActivity{};           ///< what silence is counted from
    SteadyTime lastProof{};              ///< when the watch last was known to be whole
    bool held = false;                   ///< by ourselves
    SteadyTime released{};               ///< when it last ceased to be
    bool probing = false;
    SteadyTime probeBegan{};             ///< of the last probe of this list or watch
    std::optional<SteadyTime> internalErrorsSince;
    SteadyTime lastInternalError{};

    Duration backoff{};                  ///< the present delay without its jitter
    SteadyTime lastBackoff{};
    int requestsSinceWait = 0;
    std::optional<SteadyTime> nextTry;
    std::optional<Error> lastError;
    ReflectorStatus::Step failedStep = ReflectorStatus::Step::None;
    ReflectorStatus::Step asked = ReflectorStatus::Step::None; ///< what somebody asked for, until it is live or has failed
};

namespace reflector_input {
struct Start {};
struct Stop {};
struct RetryNow {};
struct Relist {};                                     ///< somebody asked for everything anew
struct CutWatch {};                                   ///< … or to see what a cut connection does
struct Held {};                                       ///< we read nothing from now on: silence says nothing
struct Released {};
struct RetryTimer {};
struct WatchdogTimer {};
struct Item {};                                       ///< the list brought an object
struct ListEnd { Result<ListMeta> result; }; ///< a list is whole, or failed
struct WatchOpened {};
struct Event { WatchEvent event; }; ///< a watch told something
struct WatchEnd { std::optional<Error> error; }; ///< a watch ended; no error: properly
struct ProbeEnd { std::optional<Error> error; }; ///< a probe was answered; no error: the server is there
} // namespace reflector_input

/// One thing that happened, when, and a fresh random number in [0, 1).
struct ReflectorInput {
    std::variant<reflector_input::Start, reflector_input::Stop, reflector_input::RetryNow, reflector_input::Relist,
                 reflector_input::CutWatch, reflector_input::Held, reflector_input::Released, reflector_input::RetryTimer,
                 reflector_input::WatchdogTimer, reflector_input::Item, reflector_input::ListEnd,
                 reflector_input::WatchOpened, reflector_input::Event, reflector_input::WatchEnd,
                 reflector_input::ProbeEnd>
        what;
    SteadyTime now{};
    double random = 0;
};

namespace reflector_effect {
struct StartList { ListOptions options; };  ///< takes the place of the operation under way
struct StartWatch { ListOptions options; }; ///< begin this watch
struct CancelOperation {};
struct BeginStreaming { ListReason reason; }; ///< items go to the queue as they come
struct BeginCollecting { ListReason reason; }; ///< items are kept aside; what was collected before is dropped
struct Complete { std::string resourceVersion; }; ///< what was streamed or collected is everything
struct ApplyItem {};                        ///< a streaming watch's event belongs to what is streamed or collected
struct ApplyEvent {};                       ///< the input's event goes to the queue
struct Bookmark { std::string resourceVersion; }; ///< the store is at this version
struct SetRetryTimer { Duration delay; }; ///< wake me after that long
struct ClearRetryTimer {};
struct SetWatchdog { Duration delay; }; ///< wake me when nothing has come for that long
struct ClearWatchdog {};
struct StartProbe {};
struct CancelProbe {};
struct Renew {};                            ///< the server did not answer a probe: leave every connection for new ones
struct Report { Error error; };             ///< a try has failed
} // namespace reflector_effect

/// What a step asks for.
using ReflectorEffect =
    std::variant<reflector_effect::StartList, reflector_effect::StartWatch, reflector_effect::CancelOperation,
                 reflector_effect::BeginStreaming, reflector_effect::BeginCollecting, reflector_effect::Complete,
                 reflector_effect::ApplyItem, reflector_effect::ApplyEvent, reflector_effect::Bookmark,
                 reflector_effect::SetRetryTimer, reflector_effect::ClearRetryTimer, reflector_effect::SetWatchdog,
                 reflector_effect::ClearWatchdog, reflector_effect::StartProbe, reflector_effect::CancelProbe,
                 reflector_effect::Renew, reflector_effect::Report>;

/// What follows from an input.
struct ReflectorStep {
    ReflectorState state;
    std::vector<ReflectorEffect> effects; ///< to be carried out in this order
};

/// What a Reflector does next. Pure: the same answer for the same question. Source: client-go cache.Reflector's
/// ListAndWatch, as far as it can be told from outside.
[[nodiscard]] ReflectorStep step(const ReflectorConfig &config, ReflectorState state, const ReflectorInput &input);

/// What a state looks like from outside.
[[nodiscard]] ReflectorPhase phaseOf(const ReflectorState &state);
[[nodiscard]] const char *reflectorStepName(ReflectorState::Step step); ///< "Listing"

/// 504 with cause ResourceVersionTooLarge, or the words of servers before 1.18.6.
[[nodiscard]] bool isTooLargeResourceVersion(const Error &error);

} // namespace kube
