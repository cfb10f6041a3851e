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
    switch (s.step) {
    case Step::Listing: emit(effect::SetWatchdog{config.listSilence}); break;
    case Step::WatchListing: emit(effect::SetWatchdog{config.watchListSilence}); break;
    case Step::OpeningWatch: emit(effect::SetWatchdog{config.openLate}); break;
    case Step::Watching: watchIdle(); break;
    default: break;
    }
}

void ReflectorStepper::on(const input::WatchdogTimer &)
{
    if (s.held)
        return;
    const auto silentFor = [this](Duration limit) {
        const Duration left = limit - (in.now - s.lastActivity);
        if (left <= Duration::zero())
            return true;
        emit(effect::SetWatchdog{left});
        return false;
    };
    switch (s.step) {
    case Step::Listing:
        if (silentFor(config.listSilence)) {
            emit(effect::Renew{});
            fail(ListReason::Retry, Error::transport(QStringLiteral("the server sent nothing more of the list")));
        }
        break;
    case Step::WatchListing:
        if (silentFor(config.watchListSilence)) {
            s.watchListFailed = true;
            s.watchListSilent = true;
            s.listReason = ListReason::WatchListFailed;
            emit(effect::CancelOperation{});
            startList();
        }
        break;
    case Step::OpeningWatch:
        s.live = false;
        if (silentFor(config.openSilence)) {
            emit(effect::Renew{});
            onOpenError(Error::transport(QStringLiteral("the server did not answer the watch")));
        }
        break;
    case Step::Watching:
        watchIdle();
        break;
    default:
        break;
    }
}

/// Looks how long the watch has been silent, does what that asks for, and sets the watchdog for the next look.
void ReflectorStepper::watchIdle()
{
    if (s.held)
        return;
    if (s.released > s.watchBegan) // what we would not read before, its end too, is still to be read
        s.watchTimeout = std::max(s.watchTimeout, s.lastActivity - s.watchBegan);
    const SteadyTime overdue = s.watchBegan + s.watchTimeout + config.deadlineSlack;
    const SteadyTime silent = s.lastActivity + config.bookmarkSilence;
    if (in.now >= overdue || (in.now >= silent && s.bookmarksSeen)) {
        emit(effect::Renew{});
        reopen(Error::transport(QStringLiteral("the watch fell silent")));
        return;
    }
    if (in.now >= silent) {
        // Its connection may have been dropped without a word, while the server answers on others: a probe cannot tell.
        openWatch();
        return;
    }
    SteadyTime next = std::min(overdue, silent);
    if (s.probing) {
        const SteadyTime unanswered = s.probeBegan + config.probePatience;
        if (in.now >= unanswered) {
            emit(effect::Renew{});
            reopen(Error::transport(QStringLiteral("the server did not answer")));
            return;
        }
        next = std::min(next, unanswered);
    } else {
        const SteadyTime ask = std::max(s.lastActivity, s.probeBegan) + config.idleProbe;
        if (in.now >= ask) {
            startProbe();
            return;
        }
        next = std::min(next, ask);
    }
    emit(effect::SetWatchdog{next - in.now});
}

void ReflectorStepper::startProbe()
{
    s.probing = true;
    s.probeBegan = in.now;
    emit(effect::StartProbe{});
    emit(effect::SetWatchdog{config.probePatience});
}

void ReflectorStepper::endProbe()
{
    if (std::exchange(s.probing, false))
        emit(effect::CancelProbe{});
}

void ReflectorStepper::on(const input::ProbeEnd &end)
{
    if (!std::exchange(s.probing, false) || s.step != Step::Watching)
        return;
    // Any answer of the server's own shows that it lives, a refusal too.
    if (end.error && (end.error->is(ErrorKind::Transport) || end.error->is(ErrorKind::Tls))) {
        emit(effect::Renew{});
        reopen(*end.error);
        return;
    }
    s.lastProof = in.now;
    watchIdle();
}

/// The stream is dead although nobody has said so, or was cut: another one, from where this one stood.
void ReflectorStepper::reopen(const Error &why)
{
    s.live = false;
    s.lastError = why;
    s.failedStep = ReflectorStatus::Step::Watch;
    emit(effect::Report{why});
    openWatch();
}

} // namespace kube
