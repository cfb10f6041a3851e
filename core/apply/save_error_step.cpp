// SPDX-License-Identifier: Apache-2.0
#include "core/apply/save_stepper.h"

namespace kube {

namespace effect = save_effect;
using SaveAt = SaveState::Step;
using SaveAction = SaveState::Action;

std::optional<SaveReason> passingReason(const Error &error)
{
    if (error.is(ErrorKind::Throttled))
        return SaveReason::Throttled;
    if (error.is(ErrorKind::Transport) || error.is(ErrorKind::Canceled))
        return SaveReason::Unreachable;
    // An answer that cannot be read says as little as none.
    if (error.is(ErrorKind::BadInput))
        return SaveReason::ServerFailed;
    if (error.is(ErrorKind::Server) && error.status && error.status->code >= 500)
        return SaveReason::ServerFailed;
    return std::nullopt;
}

namespace {

/// It will be the same answer for as long as the object is the same.
bool isFinal(const Error &error)
{
    return !passingReason(error) && !error.is(ErrorKind::Conflict) && !error.is(ErrorKind::AlreadyExists) && !error.is(ErrorKind::NotFound);
}

SaveReason finalReason(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Invalid: return SaveReason::Invalid;
    case ErrorKind::Forbidden: return SaveReason::Forbidden;
    case ErrorKind::Unauthorized: return SaveReason::Unauthorized;
    case ErrorKind::Tls: return SaveReason::Unreachable;
    default: return SaveReason::NotAccepted;
    }
}

} // namespace

void SaveStepper::onSendError(const Error &error)
{
    const bool isSave = s.action == SaveAction::Save;
    if (error.is(ErrorKind::Conflict) && !isSave) {
        const JsonNode theirs = nodeOfDocument(s.theirs);
        auto owners = fieldConflicts(error, &theirs);
        // What we have set by patches is ours as well: an apply takes that from us by force, and from nobody else.
        const auto isOurs = [this](const FieldConflict &one) { return one.manager == config.fieldManager; };
        if (std::erase_if(owners, isOurs) > 0 && owners.empty() && !s.takesOwn) {
            s.takesOwn = true;
            perform(SaveAction::DryRun);
            return;
        }
        if (!owners.empty()) {
            s.owners = std::move(owners);
            halt(SaveAt::FieldConflict, SaveReason::OtherManagers, error);
            return;
        }
    }
    // What the dry run let pass is refused because the object has moved: by others, or by this very save, when the client
    // below sent it again as the server asked (Retry-After).
    const bool isOfMovedObject = isSave && isFinal(error);
    if (error.is(ErrorKind::Conflict) || error.is(ErrorKind::AlreadyExists) || isOfMovedObject) {
        s.step = SaveAt::Refetching;
        s.error = error;
        perform(SaveAction::Fetch);
    } else if (error.is(ErrorKind::NotFound) && !s.isCreating) {
        halt(SaveAt::Gone, SaveReason::Deleted, error);
    } else if (const auto reason = passingReason(error)) {
        if (isSave && *reason != SaveReason::Throttled) {
            s.step = SaveAt::UnknownOutcome;
            wait(SaveAction::Fetch, error);
        } else {
            wait(s.action, error);
        }
    } else {
        refuse(error);
    }
}

void SaveStepper::refuse(const Error &error)
{
    s.refusals = refusedFields(error, nodeOfDocument(s.merged));
    halt(SaveAt::Refused, finalReason(error), error);
}

/// The server has not stored what was sent last, as it is known now.
void SaveStepper::goOnUnstored()
{
    const Error error = s.error.value_or(Error::transport(QStringLiteral("no answer")));
    if (isFinal(error))
        refuse(error);
    else
        wait(s.wasSent ? SaveAction::Save : SaveAction::DryRun, error);
}

void SaveStepper::onFetchError(const Error &error)
{
    if (error.is(ErrorKind::NotFound)) {
        if (s.isCreating)
            goOnUnstored();
        else
            halt(SaveAt::Gone, SaveReason::Deleted, error);
    } else if (passingReason(error)) {
        wait(SaveAction::Fetch, error);
    } else if (s.wasSent) {
        s.reason = finalReason(error); // it stays unknown until the user asks again
        s.error = error;
    } else {
        halt(SaveAt::Refused, finalReason(error), error);
    }
}

void SaveStepper::wait(SaveAction action, const Error &error)
{
    const bool isFinding = action == SaveAction::Fetch || action == SaveAction::FirstChange;
    const SaveReason reason = passingReason(error).value_or(SaveReason::ServerFailed);
    ++s.request;
    if (++s.failures > config.tries) {
        if (!isFinding || !s.wasSent) {
            halt(SaveAt::Refused, reason, error);
            return;
        }
        s.action = action; // RetryNow goes on; until then it is not known
        s.nextTry.reset();
        s.reason = reason;
        s.error = error;
        return;
    }
    double factor = 1 + in.random;
    for (int i = 1; i < s.failures && factor < 1e6; ++i)
        factor *= 2;
    const double most = static_cast<double>(config.longestWait.count()) * (1 + in.random);
    Duration delay(static_cast<Duration::rep>(std::min(static_cast<double>(config.firstWait.count()) * factor, most)));
    if (error.status && error.status->retryAfter)
        delay = std::max<Duration>(delay, *error.status->retryAfter);
    s.action = action;
    s.nextTry = in.now + delay;
    s.reason = reason;
    s.error = error;
    if (!isFinding)
        s.step = SaveAt::Waiting;
    effects.emplace_back(effect::SetTimer{delay});
}

} // namespace kube
