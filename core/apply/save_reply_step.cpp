// SPDX-License-Identifier: Apache-2.0
#include "core/apply/save_stepper.h"

namespace kube {

namespace input = save_input;
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

bool isFinalAnswer(const Error &error)
{
    return !passingReason(error) && !error.is(ErrorKind::Conflict) && !error.is(ErrorKind::AlreadyExists) && !error.is(ErrorKind::NotFound);
}

/// Source: k8s.io/apiserver pkg/admission/plugin/webhook/errors NewDryRunUnsupportedErr.
static bool forbidsDryRun(const Error &error)
{
    return error.is(ErrorKind::Invalid) && error.message.contains(QLatin1String("does not support dry run"));
}

SaveReason refusalReason(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Invalid: return SaveReason::Invalid;
    case ErrorKind::Forbidden: return SaveReason::Forbidden;
    case ErrorKind::Unauthorized: return SaveReason::Unauthorized;
    case ErrorKind::Tls: return SaveReason::Unreachable;
    default: return SaveReason::NotAccepted;
    }
}

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
    const JsonNode stored = editablePart(nodeOfDocument(object), config.part);
    const JsonNode before = editablePart(nodeOfDocument(s.theirs), config.part);
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
    const bool needsNoYes = config.review == SaveConfig::Review::WhenNeeded && s.patch.unsaid.empty();
    if ((s.isConfirmed || needsNoYes) && isKnown && !s.isUncertain) {
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
        // What we have set by patches is ours as well, and what was decided is not asked again: of these two an apply may take by force.
        const auto mayBeTaken = [this](const FieldConflict &one) {
            return one.manager == config.fieldManager
                || std::any_of(s.forced.begin(), s.forced.end(), [&one](const FieldConflict &other) { return other.manager == one.manager && other.path == one.path; });
        };
        if (!owners.empty() && !s.isForced && std::all_of(owners.begin(), owners.end(), mayBeTaken)) {
            s.isForced = true;
            perform(SaveAction::DryRun);
            return;
        }
        std::erase_if(owners, [this](const FieldConflict &one) { return one.manager == config.fieldManager; });
        std::stable_sort(owners.begin(), owners.end(), [](const FieldConflict &one, const FieldConflict &other) { return one.manager < other.manager; });
        if (!owners.empty()) {
            s.owners = std::move(owners);
            halt(SaveAt::FieldConflict, SaveReason::OtherManagers, error);
            return;
        }
    }
    // What the dry run let pass is refused because the object has moved: by others, or by this very save, when the client
    // below sent it again as the server asked (Retry-After).
    const bool isOfMovedObject = isSave && isFinalAnswer(error);
    if (error.is(ErrorKind::Conflict) || error.is(ErrorKind::AlreadyExists) || isOfMovedObject) {
        s.step = SaveAt::Refetching;
        s.error = error;
        perform(SaveAction::Fetch);
    } else if (error.is(ErrorKind::NotFound) && !s.isCreating) {
        halt(SaveAt::Gone, SaveReason::Deleted, error);
    } else if (!isSave && forbidsDryRun(error)) {
        onNoDryRun(error);
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

/// Nobody but us knows what would be stored: a person is to look at that.
void SaveStepper::onNoDryRun(const Error &error)
{
    s.failures = 0;
    s.wouldStore = jsonText(withServersPart(nodeOfDocument(s.merged), nodeOfDocument(s.theirs), config.part));
    if (s.isConfirmed && !s.isUncertain)
        perform(SaveAction::Save);
    else
        halt(SaveAt::Review, s.isUncertain ? SaveReason::OutcomeUncertain : SaveReason::NoDryRun, error);
}

void SaveStepper::refuse(const Error &error)
{
    s.refusals = refusedFields(error, nodeOfDocument(s.merged));
    halt(SaveAt::Refused, refusalReason(error), error);
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
