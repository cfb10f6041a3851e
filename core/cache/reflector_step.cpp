// SPDX-License-Identifier: Apache-2.0
#include "core/cache/reflector_stepper.h"

namespace kube {

namespace effect = reflector_effect;
namespace input = reflector_input;
using Step = ReflectorState::Step;

ReflectorStep step(const ReflectorConfig &config, ReflectorState state, const ReflectorInput &input)
{
    ReflectorStep result{std::move(state), {}};
    if (result.state.step != Step::Stopped)
        ReflectorStepper{config, result.state, input, result.effects}.run();
    return result;
}

void ReflectorStepper::run()
{
    std::visit([this](const auto &what) { on(what); }, in.what);
}

void ReflectorStepper::on(const input::Start &)
{
    if (s.step == Step::Idle)
        beginRound();
}

void ReflectorStepper::on(const input::Stop &)
{
    if (s.step == Step::Idle) {
        s.step = Step::Stopped;
        return;
    }
    s.step = Step::Stopped;
    s.live = false;
    s.nextTry.reset();
    emit(effect::CancelOperation{});
    emit(effect::ClearRetryTimer{});
    emit(effect::ClearWatchdog{});
    emit(effect::CancelProbe{});
}

void ReflectorStepper::on(const input::RetryNow &)
{
    s.backoff = Duration::zero(); // what is under way may yet fail with the connections of before
    if (s.step == Step::Watching) {
        mindSilence(); // what it should long have heard needs no question
        if (s.step == Step::Watching && !s.probing) {
            startProbe();
            mindSilence();
        }
        return;
    }
    if (s.step != Step::WaitingToList && s.step != Step::WaitingToWatch)
        return;
    emit(effect::ClearRetryTimer{});
    s.lastError.reset();
    s.failedStep = ReflectorStatus::Step::None;
    on(input::RetryTimer{});
}

void ReflectorStepper::on(const input::Relist &)
{
    if (s.step == Step::Idle)
        return;
    emit(effect::ClearRetryTimer{});
    endProbe();
    s.nextTry.reset();
    s.live = false;
    s.lastError.reset();
    s.failedStep = ReflectorStatus::Step::None;
    s.watchListFailed = false;
    s.asked = ReflectorStatus::Step::List;
    // Who doubts the cache wants what the server's store has now, not what a watch cache of it remembers.
    s.resourceVersionUnavailable = true;
    s.listReason = ListReason::Asked;
    beginRound();
}

void ReflectorStepper::on(const input::RetryTimer &)
{
    s.nextTry.reset();
    if (s.step == Step::WaitingToList) {
        beginRound();
    } else if (s.step == Step::WaitingToWatch) {
        s.watchedFirst = true;
        openWatch();
    }
}

// ---- list

void ReflectorStepper::beginRound()
{
    s.unavailableTried = false;
    if (config.watchList && !s.watchListFailed && !s.watchListUnsupported)
        startWatchList();
    else
        startList();
}

void ReflectorStepper::beginContent()
{
    s.itemsBegun = false;
    // Only into an empty cache may half a list be seen.
    if (s.synced)
        emit(effect::BeginCollecting{s.listReason});
    else
        emit(effect::BeginStreaming{s.listReason});
}

std::string ReflectorStepper::relistResourceVersion() const
{
    if (s.resourceVersionUnavailable)
        return {};
    // Never older than what was seen; the first time whatever is at hand.
    return s.lastSyncResourceVersion.empty() ? "0" : s.lastSyncResourceVersion;
}

void ReflectorStepper::startList()
{
    s.step = Step::Listing;
    s.fullListTried = false;
    s.firstPage = true;
    s.listResourceVersion = relistResourceVersion();
    ListOptions options = scope();
    options.resourceVersion = s.listResourceVersion;
    constexpr std::int64_t defaultPage = 500;
    const bool serverPages = s.paginatedResult || s.listResourceVersion.empty() || s.listResourceVersion == "0";
    options.limit = config.pageSize > 0 ? config.pageSize : serverPages ? defaultPage : 0;
    beginContent();
    sendList(std::move(options));
}

void ReflectorStepper::sendList(ListOptions options)
{
    s.list = std::move(options);
    s.watchedFirst = false;
    s.lastActivity = in.now;
    s.probeBegan = in.now;
    ++s.requestsSinceWait;
    endProbe();
    emit(effect::StartList{s.list});
    emit(effect::SetWatchdog{config.idleProbe});
}

void ReflectorStepper::on(const input::Item &)
{
    if (s.step == Step::Listing)
        countItem();
}

void ReflectorStepper::countItem()
{
    s.lastActivity = in.now;
    endProbe();
    if (!std::exchange(s.itemsBegun, true))
        s.items = 0;
    ++s.items;
}

void ReflectorStepper::on(const input::ListEnd &end)
{
    if (s.step != Step::Listing)
        return;
    if (!end.result) {
        onListError(end.result.error());
        return;
    }
    const ListMeta &meta = *end.result;
    if (s.firstPage)
        s.firstPageResourceVersion = meta.resourceVersion;
    if (!meta.continueToken.empty()) {
        if (s.listResourceVersion == "0")
            s.paginatedResult = true;
        s.firstPage = false;
        ListOptions next = s.list;
        next.resourceVersion.clear(); // the token stands for it
        next.resourceVersionMatch.clear();
        next.continueToken = meta.continueToken;
        sendList(std::move(next));
        return;
    }
    complete(s.firstPageResourceVersion);
    openWatch();
}

void ReflectorStepper::onListError(const Error &error)
{
    if (error.is(ErrorKind::Gone) && !s.firstPage && !s.fullListTried) {
        // The token has expired: everything at once, as of the same resourceVersion as before.
        s.fullListTried = true;
        s.firstPage = true;
        s.listReason = ListReason::ContinueExpired;
        ListOptions whole = scope();
        whole.resourceVersion = s.listResourceVersion;
        beginContent();
        sendList(std::move(whole));
        return;
    }
    if (retryUnavailable(error)) {
        startList();
        return;
    }
    fail(ListReason::Retry, error);
}

bool ReflectorStepper::retryUnavailable(const Error &error)
{
    if (!error.is(ErrorKind::Gone) && !isTooLargeResourceVersion(error))
        return false;
    s.resourceVersionUnavailable = true;
    s.listReason = ListReason::Unavailable;
    return !std::exchange(s.unavailableTried, true);
}

void ReflectorStepper::complete(const std::string &resourceVersion)
{
    if (!s.rewoundFrom.empty()) {
        // It asked because a lower one came; if nothing was rewound, they are in no order that means anything.
        if (compareResourceVersions(resourceVersion, s.rewoundFrom) != std::strong_ordering::less)
            s.ordered = false;
        s.rewoundFrom.clear();
    }
    if (!s.itemsBegun)
        s.items = 0;
    s.resourceVersionUnavailable = false;
    s.watchListFailed = false;
    s.watchListUnsupported = std::exchange(s.watchListSilent, false) || s.watchListUnsupported;
    s.synced = true;
    s.lastSyncResourceVersion = resourceVersion;
    emit(effect::Complete{resourceVersion});
}

// ---- waiting

/// Waits, then lists for that reason.
void ReflectorStepper::fail(ListReason reason, const Error &error)
{
    s.listReason = reason;
    waitAfter(Step::WaitingToList, reason == ListReason::Retry ? ReflectorStatus::Step::List : ReflectorStatus::Step::Watch, error);
}

void ReflectorStepper::waitAfter(Step next, ReflectorStatus::Step what, const Error &error)
{
    s.live = false;
    s.asked = ReflectorStatus::Step::None;
    s.watchListSilent = false; // a server that does not list either was silent for another reason
    s.lastError = error;
    s.failedStep = what;
    s.step = next;
    const Duration delay = delayAfter(error);
    s.requestsSinceWait = 0;
    s.nextTry = in.now + delay;
    emit(effect::Report{error});
    emit(effect::CancelOperation{});
    emit(effect::ClearWatchdog{});
    endProbe();
    emit(effect::SetRetryTimer{delay});
}

Duration ReflectorStepper::delayAfter(const Error &error)
{
    // At most one request in so long, also when a try takes two of them.
    const double requests = std::clamp(s.requestsSinceWait, 1, 2);
    const auto times = [](Duration delay, double factor) {
        return Duration(static_cast<Duration::rep>(static_cast<double>(delay.count()) * factor));
    };
    Duration delay;
    if (error.is(ErrorKind::Unauthorized) || error.is(ErrorKind::Forbidden)) {
        delay = times(config.refusedDelay, std::max(1.0 + in.random, requests));
    } else {
        const Backoff::Config &backoff = config.backoff;
        if (s.backoff == Duration::zero() || in.now - s.lastBackoff > backoff.resetAfter)
            s.backoff = backoff.initial;
        else
            s.backoff = std::min(backoff.cap, times(s.backoff, backoff.factor));
        s.lastBackoff = in.now;
        delay = times(s.backoff, std::max(1.0 + backoff.jitter * in.random, s.backoff == backoff.cap ? requests : 1.0));
    }
    if (error.status && error.status->retryAfter)
        delay = std::max<Duration>(delay, *error.status->retryAfter);
    return delay;
}

ListOptions ReflectorStepper::scope() const
{
    ListOptions options;
    options.labelSelector = config.labelSelector;
    options.fieldSelector = config.fieldSelector;
    return options;
}

} // namespace kube
