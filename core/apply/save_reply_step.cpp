// SPDX-License-Identifier: Apache-2.0
#include "core/apply/save_stepper.h"

namespace kube {

namespace input = save_input;
namespace effect = save_effect;
using SaveAt = SaveState::Step;
using SaveAction = SaveState::Action;

namespace {

constexpr int historyTries = 4;

/// What an error of a server means for trying again; nothing: it will not change by itself.
std::optional<SaveReason> passing(const Error &error)
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

/// It will be the same answer for as long as the object is the same.
bool isFinal(const Error &error)
{
    return !passing(error) && !error.is(ErrorKind::Conflict) && !error.is(ErrorKind::AlreadyExists) && !error.is(ErrorKind::NotFound);
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

void SaveStepper::on(const input::Reply &reply)
{
    if (reply.request != s.request || s.nextTry)
        return;
    const SaveAction action = s.action;
    if (action == SaveAction::Fetch) {
        if (reply.result)
            onFetched(*reply.result);
        else
            onFetchError(reply.result.error());
        return;
    }
    if (action != SaveAction::DryRun && action != SaveAction::Save)
        return;
    if (!reply.result)
        onSendError(reply.result.error());
    else if (action == SaveAction::Save)
        onStored(*reply.result, SaveReason::Stored);
    else
        onDryRun(*reply.result);
}

void SaveStepper::onDryRun(const std::string &object)
{
    s.failures = 0;
    s.wouldStore = object;
    const JsonNode merged = nodeOfDocument(s.merged);
    const JsonNode stored = editablePart(nodeOfDocument(object));
    const JsonNode before = editablePart(nodeOfDocument(s.theirs));
    KeptFields kept = keptFields(merged, stored, changedFields(before, merged, *keys()));
    s.dropped.insert(s.dropped.end(), kept.dropped.begin(), kept.dropped.end());
    s.altered.clear();
    for (FieldPath &path : kept.altered) {
        // What stays as it was has not been taken at all.
        const JsonNode *const was = findField(before, path);
        const JsonNode *const is = findField(stored, path);
        (was && is && was->equals(*is) ? s.dropped : s.altered).push_back(std::move(path));
    }
    if (!s.isCreating && s.dropped.empty() && before.equals(stored)) {
        onStored(s.theirs, SaveReason::NothingToSave);
        return;
    }
    const bool isKnown = std::all_of(s.dropped.begin(), s.dropped.end(), [this](const FieldPath &path) {
        return std::find(s.confirmedDropped.begin(), s.confirmedDropped.end(), path) != s.confirmedDropped.end();
    });
    if ((s.isConfirmed || config.review == SaveConfig::Review::WhenNeeded) && isKnown && !s.isUncertain) {
        perform(SaveAction::Save);
        return;
    }
    halt(SaveAt::Review, s.isUncertain ? SaveReason::OutcomeUncertain : !s.dropped.empty() ? SaveReason::FieldsDropped : SaveReason::ReadIt);
}

void SaveStepper::onStored(const std::string &object, SaveReason reason)
{
    s.theirs = object;
    s.isCreating = false;
    s.wasSent = false;
    s.failures = 0;
    // What is typed next goes on from the text that was saved: the server may have more, which must not look taken away.
    s.textBase = s.base = s.savedTyped;
    s.mine = s.typed;
    const bool isWhole = s.typed == s.savedTyped && !s.textError;
    halt(isWhole ? SaveAt::Saved : SaveAt::Editing, reason);
}

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
    } else if (const auto reason = passing(error)) {
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
    } else if (passing(error)) {
        wait(SaveAction::Fetch, error);
    } else if (s.wasSent) {
        s.reason = finalReason(error); // it stays unknown until the user asks again
        s.error = error;
    } else {
        halt(SaveAt::Refused, finalReason(error), error);
    }
}

void SaveStepper::onFetched(const std::string &object)
{
    if (s.isCreating) {
        if (s.wasSent && hasOurs(object))
            onStored(object, SaveReason::StoredAlready);
        else
            showExisting(object);
        return;
    }
    if (metadataText(object, "uid") != metadataText(s.theirs, "uid")) {
        s.replacement = object;
        halt(SaveAt::Gone, SaveReason::Recreated, s.error);
        return;
    }
    if (metadataText(object, "resourceVersion") == metadataText(s.theirs, "resourceVersion")) {
        // Should a lost one still arrive, only one of both is stored: they carry the same condition.
        goOnUnstored();
        return;
    }
    s.fetched = object;
    if (s.wasSent)
        perform(SaveAction::FirstChange);
    else
        adopt(object);
}

/// Another object had the name that was to be created.
void SaveStepper::showExisting(const std::string &object)
{
    s.theirs = object;
    s.isCreating = false;
    s.wasSent = false;
    (void)merge(MergeSide::Mine);
    halt(SaveAt::TheirsMoved, SaveReason::AlreadyExists, s.error);
}

/// Our save, if it was stored, was the first change after theirs: its condition let it be no other.
void SaveStepper::on(const input::FirstChange &first)
{
    if (first.request != s.request || s.action != SaveAction::FirstChange || s.nextTry)
        return;
    if (first.object) {
        if (*first.object && hasOurs(**first.object))
            onStored(s.fetched, SaveReason::StoredAlready);
        else
            adopt(s.fetched);
        return;
    }
    if (passing(first.object.error()) && s.failures < historyTries) {
        wait(SaveAction::FirstChange, first.object.error());
        return;
    }
    // The history is not to be had: what stands there now must tell.
    const std::string before = std::exchange(s.theirs, s.fetched);
    const bool isThere = merge(MergeSide::Mine) && nodeOfDocument(s.merged).equals(editablePart(nodeOfDocument(s.fetched)));
    if (isThere) {
        onStored(s.fetched, SaveReason::StoredAlready);
        return;
    }
    s.theirs = before;
    s.isUncertain = true;
    adopt(s.fetched);
}

bool SaveStepper::hasOurs(const std::string &object) const
{
    const JsonNode there = editablePart(nodeOfDocument(object));
    const JsonNode stored = editablePart(nodeOfDocument(s.wouldStore));
    const auto changes = changedFields(editablePart(nodeOfDocument(s.theirs)), nodeOfDocument(s.merged), *keys());
    return std::all_of(changes.begin(), changes.end(), [&](const FieldPath &path) {
        const JsonNode *const is = findField(there, path);
        const JsonNode *const should = findField(stored, path);
        return is && should ? is->equals(*should) : is == should;
    });
}

void SaveStepper::adopt(const std::string &object)
{
    s.theirs = object;
    s.wasSent = s.takesOwn = false;
    if (++s.mergedRounds > config.merges)
        halt(SaveAt::Refused, SaveReason::KeepsMoving, s.error);
    else
        prepare();
}

void SaveStepper::wait(SaveAction action, const Error &error)
{
    const bool isFinding = action == SaveAction::Fetch || action == SaveAction::FirstChange;
    const SaveReason reason = passing(error).value_or(SaveReason::ServerFailed);
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
