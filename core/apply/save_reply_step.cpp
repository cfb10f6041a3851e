// SPDX-License-Identifier: Apache-2.0
#include "core/apply/save_stepper.h"

namespace kube {

namespace input = save_input;
namespace effect = save_effect;
using SaveAt = SaveState::Step;
using SaveAction = SaveState::Action;

namespace {

constexpr int historyTries = 4;

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

} // namespace kube
