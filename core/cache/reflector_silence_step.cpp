// SPDX-License-Identifier: Apache-2.0
#include "core/cache/reflector_stepper.h"

namespace kube {

namespace effect = reflector_effect;
namespace input = reflector_input;
using Step = ReflectorState::Step;

void ReflectorStepper::on(const input::Held &)
{
    s.held = true;
    emit(effect::ClearWatchdog{});
    endProbe();
}

void ReflectorStepper::on(const input::Released &)
{
    s.held = false;
    s.released = in.now;
    s.lastActivity = in.now;
    s.probeBegan = in.now;
    mindSilence();
}

void ReflectorStepper::on(const input::WatchdogTimer &)
{
    mindSilence();
}

/// Looks how long what is under way has been silent, does what that asks for, and sets the watchdog for the next look.
void ReflectorStepper::mindSilence()
{
    if (s.held)
        return;
    switch (s.step) {
    case Step::Listing:
        callIdle(config.idleProbe, config.listSilence, "the server sent nothing more of the list");
        break;
    case Step::WatchListing:
        watchListIdle();
        break;
    case Step::OpeningWatch:
        s.live = s.live && in.now < s.lastActivity + config.openLate;
        if (s.live)
            emit(effect::SetWatchdog{s.lastActivity + config.openLate - in.now});
        else
            callIdle(config.openProbe, config.openSilence, "the server did not answer the watch");
        break;
    case Step::Watching:
        watchIdle();
        break;
    default:
        break;
    }
}

/// One call may hang alone, as those of an API behind a dead Service do: then it is given up, and no other with it.
void ReflectorStepper::callIdle(Duration ask, Duration patience, const char *why)
{
    const SteadyTime over = s.lastActivity + patience;
    if (in.now >= over && !s.probing) {
        giveUp(Error::transport(QString::fromLatin1(why)));
        return;
    }
    const auto look = askAfter(ask);
    if (!look)
        losePath(Error::transport(QStringLiteral("the server did not answer")));
    else
        emit(effect::SetWatchdog{(s.probing ? *look : std::min(*look, over)) - in.now});
}

void ReflectorStepper::watchListIdle()
{
    const SteadyTime over = s.lastActivity + config.watchListSilence;
    if (in.now < over) {
        emit(effect::SetWatchdog{over - in.now});
        return;
    }
    s.watchListFailed = true;
    s.watchListSilent = true;
    s.listReason = ListReason::WatchListFailed;
    emit(effect::CancelOperation{});
    startList();
}

void ReflectorStepper::watchIdle()
{
    if (s.released > s.watchBegan) // what we would not read before, its end too, is still to be read
        s.watchTimeout = std::max(s.watchTimeout, s.lastActivity - s.watchBegan);
    const SteadyTime overdue = s.watchBegan + s.watchTimeout + config.deadlineSlack;
    const SteadyTime silent = s.lastActivity + config.bookmarkSilence;
    if (in.now >= overdue || (in.now >= silent && s.bookmarksSeen)) {
        giveUp(Error::transport(QStringLiteral("the watch fell silent")));
        return;
    }
    if (in.now >= silent) {
        // Its connection may have been dropped without a word, while the server answers on others: a probe cannot tell.
        openWatch();
        return;
    }
    if (const auto look = askAfter(config.idleProbe))
        emit(effect::SetWatchdog{std::min({overdue, silent, *look}) - in.now});
    else
        losePath(Error::transport(QStringLiteral("the server did not answer")));
}

/// After so much silence asks whether the server lives. When to look next; nothing: it did not answer.
std::optional<SteadyTime> ReflectorStepper::askAfter(Duration silence)
{
    if (!s.probing) {
        const SteadyTime ask = std::max(s.lastActivity, s.probeBegan) + silence;
        if (in.now < ask)
            return ask;
        startProbe();
    }
    const SteadyTime unanswered = s.probeBegan + config.probePatience;
    return in.now < unanswered ? std::optional(unanswered) : std::nullopt;
}

void ReflectorStepper::startProbe()
{
    s.probing = true;
    s.probeBegan = in.now;
    emit(effect::StartProbe{});
}

void ReflectorStepper::endProbe()
{
    if (std::exchange(s.probing, false))
        emit(effect::CancelProbe{});
}

void ReflectorStepper::on(const input::ProbeEnd &end)
{
    if (!std::exchange(s.probing, false))
        return;
    // Any answer of the server's own shows that it lives, a refusal too.
    if (end.error && (end.error->is(ErrorKind::Transport) || end.error->is(ErrorKind::Tls))) {
        losePath(*end.error);
        return;
    }
    if (s.step == Step::Watching)
        s.lastProof = in.now;
    mindSilence();
}

/// The server does not answer on this path, whatever is under way on it.
void ReflectorStepper::losePath(const Error &why)
{
    emit(effect::Renew{});
    giveUp(why);
}

void ReflectorStepper::giveUp(const Error &why)
{
    switch (s.step) {
    case Step::Listing: fail(ListReason::Retry, why); break;
    case Step::OpeningWatch: onOpenError(why); break;
    case Step::Watching: reopen(why); break;
    default: break;
    }
}

/// The stream is dead although nobody has said so: another one, from where this one stood.
void ReflectorStepper::reopen(const Error &why)
{
    s.live = false;
    s.lastError = why;
    s.failedStep = ReflectorStatus::Step::Watch;
    emit(effect::Report{why});
    openWatch();
}

} // namespace kube
