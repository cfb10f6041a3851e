// SPDX-License-Identifier: Apache-2.0
#include "core/cache/reflector_stepper.h"

namespace kube {

namespace effect = reflector_effect;
namespace input = reflector_input;
using Step = ReflectorState::Step;

void ReflectorStepper::sendWatch(ListOptions options)
{
    s.watchBegan = in.now;
    s.lastActivity = in.now;
    s.probeBegan = in.now;
    s.watchEvents = 0;
    s.unorderedStart = options.resourceVersion.empty() || options.resourceVersion == "0";
    // Spread, so that watches opened together do not end together.
    const auto least = std::chrono::duration<double>(config.minWatchTimeout).count();
    options.timeoutSeconds = static_cast<std::int64_t>(least * (1.0 + in.random));
    s.watchTimeout = std::chrono::seconds(options.timeoutSeconds);
    options.allowWatchBookmarks = true;
    ++s.requestsSinceWait;
    endProbe();
    emit(effect::StartWatch{std::move(options)});
}

void ReflectorStepper::openWatch()
{
    s.step = Step::OpeningWatch;
    ListOptions options = scope();
    options.resourceVersion = s.lastSyncResourceVersion;
    sendWatch(std::move(options));
    emit(effect::SetWatchdog{config.openLate});
}

void ReflectorStepper::on(const input::WatchOpened &)
{
    if (s.step == Step::OpeningWatch)
        becomeLive();
}

void ReflectorStepper::becomeLive()
{
    s.step = Step::Watching;
    s.live = true;
    s.wasLive = true;
    s.asked = ReflectorStatus::Step::None;
    s.lastError.reset();
    s.failedStep = ReflectorStatus::Step::None;
    s.openFailures = 0;
    s.lastActivity = in.now;
    s.lastProof = in.now;
    endProbe();
    mindSilence();
}

void ReflectorStepper::on(const input::Event &event)
{
    switch (s.step) {
    case Step::WatchListing:
        onInitialEvent(event.event);
        break;
    case Step::OpeningWatch:
        becomeLive();
        [[fallthrough]];
    case Step::Watching:
        onLiveEvent(event.event);
        break;
    default:
        break;
    }
}

void ReflectorStepper::onLiveEvent(const WatchEvent &event)
{
    s.lastActivity = in.now;
    s.lastProof = in.now;
    ++s.watchEvents;
    endProbe();
    if (event.type == WatchEventType::Error) {
        onWatchError(event.error.value_or(Error::badInput(QStringLiteral("an error event without an error"))));
        return;
    }
    s.bookmarksSeen = s.bookmarksSeen || event.type == WatchEventType::Bookmark;
    // What could not be read is passed over, and the stream goes on.
    if (event.resourceVersion.empty() || (event.type != WatchEventType::Bookmark && !event.object))
        return;
    if (isRewound(event.resourceVersion)) {
        onRewound(event.resourceVersion);
        return;
    }
    if (event.type != WatchEventType::Added)
        s.unorderedStart = false;
    if (!s.unorderedStart)
        s.lastSyncResourceVersion = event.resourceVersion;
    if (event.type == WatchEventType::Bookmark)
        emit(effect::Bookmark{event.resourceVersion});
    else
        emit(effect::ApplyEvent{});
}

bool ReflectorStepper::isRewound(const std::string &resourceVersion) const
{
    return s.ordered && !s.unorderedStart
           && compareResourceVersions(resourceVersion, s.lastSyncResourceVersion) == std::strong_ordering::less;
}

void ReflectorStepper::onRewound(const std::string &resourceVersion)
{
    // The server's store was restored: it may never tell what was lost, so ask for everything.
    s.rewoundFrom = s.lastSyncResourceVersion;
    s.resourceVersionUnavailable = true;
    Error error;
    error.kind = ErrorKind::Gone;
    error.message = QStringLiteral("the server went back from resource version %1 to %2")
                        .arg(QString::fromStdString(s.lastSyncResourceVersion), QString::fromStdString(resourceVersion));
    fail(ListReason::Rewound, error);
}

void ReflectorStepper::onWatchError(const Error &error)
{
    if (relistsAtOnce(error))
        return;
    if (error.is(ErrorKind::Throttled)) {
        waitAfter(Step::WaitingToWatch, ReflectorStatus::Step::Watch, error);
    } else if (mayRetryInternalError(error)) {
        emit(effect::Report{error});
        openWatch();
    } else {
        fail(error.is(ErrorKind::Gone) ? ListReason::Expired : ListReason::WatchFailed, error);
    }
}

bool ReflectorStepper::relistsAtOnce(const Error &error)
{
    if (!error.is(ErrorKind::Gone) || !s.watchedFirst)
        return false;
    s.listReason = ListReason::Expired;
    s.live = false;
    s.asked = ReflectorStatus::Step::None;
    s.lastError = error;
    s.failedStep = ReflectorStatus::Step::Watch;
    endProbe();
    emit(effect::Report{error});
    beginRound();
    return true;
}

bool ReflectorStepper::mayRetryInternalError(const Error &error)
{
    if (!error.status || error.status->reason != QLatin1String("InternalError"))
        return false;
    if (!s.internalErrorsSince || in.now - s.lastInternalError > config.internalErrorQuiet)
        s.internalErrorsSince = in.now;
    s.lastInternalError = in.now;
    return config.maxInternalErrorRetry > Duration::zero()
           && in.now - *s.internalErrorsSince <= config.maxInternalErrorRetry;
}

void ReflectorStepper::on(const input::WatchEnd &end)
{
    if (s.step == Step::Watching)
        s.lastProof = in.now;
    if (s.step == Step::WatchListing) {
        onWatchListEnd(end.error);
        return;
    }
    if (s.step == Step::OpeningWatch && end.error) {
        onOpenError(*end.error);
        return;
    }
    if (s.step != Step::Watching && s.step != Step::OpeningWatch)
        return;
    if (end.error && !end.error->is(ErrorKind::Transport)) {
        onWatchError(*end.error);
        return;
    }
    if (in.now - s.watchBegan < config.veryShortWatch && s.watchEvents == 0) {
        // Opening it again at once could go on for ever.
        fail(ListReason::WatchEndedAtOnce,
             end.error.value_or(Error::transport(QStringLiteral("the server ended a watch at once"))));
        return;
    }
    if (end.error) {
        reopen(*end.error);
        return;
    }
    openWatch();
}

void ReflectorStepper::on(const input::CutWatch &)
{
    if (s.step != Step::Watching && s.step != Step::OpeningWatch)
        return;
    s.live = false;
    s.lastError.reset(); // nobody shall say that the server does not answer
    s.failedStep = ReflectorStatus::Step::None;
    s.asked = ReflectorStatus::Step::Watch;
    openWatch();
}

void ReflectorStepper::onOpenError(const Error &error)
{
    const bool unanswered = error.is(ErrorKind::Transport) && ++s.openFailures < config.openFailures;
    if (unanswered || error.is(ErrorKind::Throttled)) {
        waitAfter(Step::WaitingToWatch, ReflectorStatus::Step::Watch, error);
        return;
    }
    s.openFailures = 0;
    if (!relistsAtOnce(error))
        fail(error.is(ErrorKind::Gone) ? ListReason::Expired : ListReason::NotOpened, error);
}

// ---- a streaming watch instead of a list

void ReflectorStepper::startWatchList()
{
    s.step = Step::WatchListing;
    ListOptions options = scope();
    options.sendInitialEvents = true;
    options.resourceVersionMatch = "NotOlderThan";
    options.resourceVersion = s.resourceVersionUnavailable ? std::string() : s.lastSyncResourceVersion;
    s.watchedFirst = false;
    beginContent();
    sendWatch(std::move(options));
    emit(effect::SetWatchdog{config.watchListSilence});
}

void ReflectorStepper::onInitialEvent(const WatchEvent &event)
{
    switch (event.type) {
    case WatchEventType::Error:
        onWatchListEnd(event.error.value_or(Error::badInput(QStringLiteral("an error event without an error"))));
        return;
    case WatchEventType::Bookmark:
        if (!event.initialEventsEnd) {
            s.bookmarksSeen = true; // the end promises none: a server sends them only once something has happened to it
            return;
        }
        s.unorderedStart = false;
        complete(event.resourceVersion);
        becomeLive();
        return;
    case WatchEventType::Added:
        if (event.object)
            countItem();
        break;
    case WatchEventType::Modified:
    case WatchEventType::Deleted:
        // No sign of progress: a server that knows nothing of initial events sends these for ever.
        break;
    }
    if (event.object)
        emit(effect::ApplyItem{});
}

void ReflectorStepper::onWatchListEnd(const std::optional<Error> &error)
{
    if (!error) {
        s.watchListFailed = true;
        s.listReason = ListReason::WatchListFailed;
        emit(effect::CancelOperation{});
        startList();
        return;
    }
    if (retryUnavailable(*error)) {
        startWatchList();
        return;
    }
    if (error->is(ErrorKind::Transport) || error->is(ErrorKind::Throttled) || error->is(ErrorKind::Gone)) {
        fail(ListReason::Retry, *error);
        return;
    }
    s.watchListFailed = true;
    s.listReason = ListReason::WatchListFailed;
    emit(effect::Report{*error});
    startList();
}

} // namespace kube
