// SPDX-License-Identifier: Apache-2.0
#include "core/apply/save_stepper.h"

namespace kube {

namespace input = save_input;
using SaveAt = SaveState::Step;
using SaveAction = SaveState::Action;

namespace {

constexpr int historyTries = 4;

} // namespace

/// The server has not stored what was sent last, as it is known now.
void SaveStepper::goOnUnstored()
{
    const Error error = s.error.value_or(Error::transport(QStringLiteral("no answer")));
    if (isFinalAnswer(error))
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
        s.reason = refusalReason(error); // it stays unknown until the user asks again
        s.error = error;
    } else {
        halt(SaveAt::Refused, refusalReason(error), error);
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
    if (passingReason(first.object.error()) && s.failures < historyTries) {
        wait(SaveAction::FirstChange, first.object.error());
        return;
    }
    // The history is not to be had: what stands there now must tell.
    const std::string before = std::exchange(s.theirs, s.fetched);
    const bool isThere = merge(MergeSide::Mine) && nodeOfDocument(s.merged).equals(editablePart(nodeOfDocument(s.fetched), config.part));
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
    const JsonNode there = editablePart(nodeOfDocument(object), config.part);
    const JsonNode stored = editablePart(nodeOfDocument(s.wouldStore), config.part);
    const auto changes = changedFields(editablePart(nodeOfDocument(s.theirs), config.part), nodeOfDocument(s.merged), *keys());
    return std::all_of(changes.begin(), changes.end(), [&](const FieldPath &path) {
        const JsonNode *const is = findField(there, path);
        const JsonNode *const should = findField(stored, path);
        return is && should ? is->equals(*should) : is == should;
    });
}

void SaveStepper::adopt(const std::string &object)
{
    s.theirs = object;
    s.wasSent = s.isForced = false; // who owns what is to be asked anew
    if (++s.mergedRounds > config.merges)
        halt(SaveAt::Refused, SaveReason::KeepsMoving, s.error);
    else
        prepare();
}

} // namespace kube
