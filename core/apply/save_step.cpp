// SPDX-License-Identifier: Apache-2.0
#include "core/apply/save_stepper.h"

#include <array>

namespace kube {

namespace effect = save_effect;
namespace input = save_input;
using SaveAt = SaveState::Step;
using SaveAction = SaveState::Action;

SaveStep step(const SaveConfig &config, SaveState state, const SaveInput &input)
{
    SaveStep result{std::move(state), {}};
    SaveStepper stepper{config, result.state, input, result.effects};
    std::visit([&stepper](const auto &what) { stepper.on(what); }, input.what);
    return result;
}

JsonNode nodeOfDocument(const std::string &json)
{
    auto document = json.empty() ? Result<JsonNode>(JsonNode::object()) : JsonNode::parse(json, "object");
    return document && document->isObject() ? std::move(*document) : JsonNode::object();
}

std::string metadataText(const std::string &object, std::string_view name)
{
    const JsonNode document = nodeOfDocument(object);
    const JsonNode *const value = findField(document, {FieldStep::name("metadata"), FieldStep::name(std::string(name))});
    return value && value->isString() ? value->text : std::string();
}

bool SaveStepper::isOutstanding() const
{
    return s.wasSent && (s.step == SaveAt::Saving || s.step == SaveAt::UnknownOutcome || s.step == SaveAt::Refetching);
}

std::shared_ptr<const ListKeys> SaveStepper::keys() const
{
    return config.listKeys ? config.listKeys : defaultListKeys(nodeOfDocument(s.theirs.empty() ? s.mine : s.theirs));
}

void SaveStepper::clearFindings()
{
    s.dropped.clear();
    s.altered.clear();
    s.refusals.clear();
    s.conflicts.clear();
    s.owners.clear();
    s.error.reset();
}

/// Nothing is under way any more; what was is passed over.
void SaveStepper::halt(SaveAt where, SaveReason why, std::optional<Error> error)
{
    s.step = where;
    s.reason = why;
    s.error = std::move(error);
    s.action = SaveAction::None;
    s.nextTry.reset();
    ++s.request;
    effects.emplace_back(effect::ClearTimer{});
}

void SaveStepper::on(const input::Open &open)
{
    s = SaveState{.request = s.request};
    s.theirs = open.object;
    s.isCreating = open.object.empty();
    s.textBase = s.base = s.mine = s.typed = s.isCreating ? "{}" : open.object;
    halt(SaveAt::Editing, SaveReason::None);
}

void SaveStepper::on(const input::Edit &edit)
{
    s.text = edit.text;
    s.textError = edit.json ? std::nullopt : std::optional(edit.json.error());
    if (edit.json)
        s.typed = *edit.json;
    if (edit.onto == input::Onto::Theirs && !s.theirs.empty())
        s.textBase = s.theirs;
    if (isOutstanding())
        return; // what is being saved is not what is typed now
    s.base = s.textBase;
    s.mine = s.typed;
    if (s.step == SaveAt::Gone)
        return; // the choice stays to be made
    clearFindings();
    halt(SaveAt::Editing, SaveReason::None);
}

void SaveStepper::on(const input::Save &)
{
    if (s.step == SaveAt::Editing || s.step == SaveAt::Refused || s.step == SaveAt::Saved)
        beginSave();
}

void SaveStepper::beginSave()
{
    clearFindings();
    if (s.textError) {
        halt(SaveAt::Refused, SaveReason::BadText, s.textError);
        return;
    }
    s.isConfirmed = s.isForced = s.isUncertain = s.wasSent = false;
    s.confirmedDropped.clear();
    s.forced.clear();
    if (s.typed != std::exchange(s.savedTyped, s.typed)) {
        s.base = s.textBase;
        s.mine = s.typed;
    }
    s.mergedRounds = 0;
    s.failures = 0;
    prepare();
}

bool SaveStepper::merge(MergeSide side)
{
    const auto part = [this](const std::string &json) { return jsonText(editablePart(nodeOfDocument(json), config.part)); };
    auto merged = threeWayMerge(part(s.base), part(s.mine), part(s.theirs), *keys(), side);
    s.merged = std::move(merged->merged);
    s.conflicts = std::move(merged->conflicts);
    return s.conflicts.empty();
}

/// From base, mine and theirs to what is sent.
void SaveStepper::prepare()
{
    clearFindings();
    s.wasSent = false;
    const JsonNode mine = nodeOfDocument(s.mine);
    if (s.isCreating) {
        s.merged = makeCreateDocument(mine, config.part);
        s.patch = EditPatch{.body = s.merged, .isEmpty = false};
        perform(SaveAction::DryRun);
        return;
    }
    if (!merge(MergeSide::Mine)) {
        halt(SaveAt::TheirsMoved, SaveReason::SameFields);
        return;
    }
    const JsonNode theirs = nodeOfDocument(s.theirs);
    const JsonNode merged = nodeOfDocument(s.merged);
    // The status of an object is written by its controller alone: whoever edits it means these fields.
    const bool applies = config.method == SaveConfig::Method::Apply && config.part != EditPart::Status;
    s.patch = applies ? makeApplyDocument(theirs, merged, *keys(), config.fieldManager, config.part) : makeEditPatch(theirs, merged, config.part);
    if (auto unsaid = std::move(s.patch.unsaid); !unsaid.empty()) {
        s.patch = makeEditPatch(theirs, merged, config.part);
        s.patch.unsaid = std::move(unsaid);
    }
    s.dropped = editsOfServersPart(nodeOfDocument(s.base), mine, config.part);
    if (!s.patch.isEmpty)
        perform(SaveAction::DryRun);
    else if (!s.dropped.empty())
        halt(SaveAt::Refused, SaveReason::ServersFields);
    else
        onStored(s.theirs, SaveReason::NothingToSave);
}

void SaveStepper::on(const input::Confirm &)
{
    if (s.step != SaveAt::Review)
        return;
    s.isConfirmed = true;
    s.isUncertain = false;
    s.confirmedDropped = s.dropped;
    perform(SaveAction::Save);
}

void SaveStepper::on(const input::TakeTheirs &)
{
    if (s.step == SaveAt::TheirsMoved) {
        (void)merge(MergeSide::Theirs);
        s.base = s.theirs;
        s.mine = s.merged;
        s.isConfirmed = false;
        prepare();
    } else if (s.step == SaveAt::FieldConflict) {
        std::vector<FieldPath> all;
        for (const FieldConflict &conflict : s.owners)
            all.push_back(conflict.path);
        on(input::Decide{std::move(all)});
    }
}

void SaveStepper::on(const input::ForceMine &)
{
    if (s.step == SaveAt::TheirsMoved) {
        (void)merge(MergeSide::Mine);
        s.base = s.theirs;
        s.mine = s.merged;
        s.isConfirmed = false;
        prepare();
    } else if (s.step == SaveAt::FieldConflict) {
        on(input::Decide{});
    }
}

void SaveStepper::on(const input::Decide &decide)
{
    if (s.step != SaveAt::FieldConflict)
        return;
    JsonNode mine = nodeOfDocument(s.merged);
    const JsonNode theirs = nodeOfDocument(s.theirs);
    s.forced.clear();
    for (FieldConflict &conflict : s.owners) {
        if (std::find(decide.taken.begin(), decide.taken.end(), conflict.path) == decide.taken.end())
            s.forced.push_back(std::move(conflict));
        else if (const JsonNode *const value = findField(theirs, conflict.path))
            setField(mine, conflict.path, *value);
        else
            removeField(mine, conflict.path);
    }
    s.isForced = !s.forced.empty();
    s.base = s.theirs;
    s.mine = jsonText(mine);
    prepare();
}

void SaveStepper::on(const input::CreateAnew &)
{
    if (s.step != SaveAt::Gone)
        return;
    s.isCreating = s.replacement.empty();
    s.theirs = std::exchange(s.replacement, {});
    s.isConfirmed = s.isForced = s.isUncertain = false;
    s.forced.clear();
    s.savedTyped = s.typed;
    s.failures = 0;
    prepare();
}

void SaveStepper::on(const input::Cancel &)
{
    if (!isOutstanding() && s.step != SaveAt::Gone && s.step != SaveAt::Saved) {
        s.base = s.textBase;
        s.mine = s.typed;
        halt(SaveAt::Editing, SaveReason::None);
    }
}

void SaveStepper::on(const input::RetryNow &)
{
    if (s.action != SaveAction::None && (s.nextTry || s.step == SaveAt::UnknownOutcome || s.step == SaveAt::Refetching)) {
        s.failures = 0;
        effects.emplace_back(effect::ClearTimer{});
        perform(s.action);
    }
}

void SaveStepper::on(const input::Timer &)
{
    if (s.nextTry)
        perform(s.action);
}

void SaveStepper::perform(SaveAction action)
{
    s.action = action;
    s.nextTry.reset();
    ++s.request;
    switch (action) {
    case SaveAction::DryRun:
    case SaveAction::Save: {
        const bool isDry = action == SaveAction::DryRun;
        s.step = isDry ? SaveAt::DryRunning : SaveAt::Saving;
        s.reason = SaveReason::None;
        s.wasSent = s.wasSent || !isDry;
        effects.emplace_back(effect::Send{s.request, s.patch.type, s.patch.body, isDry ? DryRun::All : DryRun::No, s.isCreating, s.isForced});
        return;
    }
    case SaveAction::Fetch: effects.emplace_back(effect::Fetch{s.request}); return;
    case SaveAction::FirstChange: effects.emplace_back(effect::AskFirstChange{s.request, metadataText(s.theirs, "resourceVersion")}); return;
    case SaveAction::None: return;
    }
}

const char *saveStepName(SaveAt where)
{
    static constexpr std::array names = {"Editing", "DryRunning", "Review", "Saving", "UnknownOutcome", "Refetching",
                                         "TheirsMoved", "FieldConflict", "Waiting", "Saved", "Refused", "Gone"};
    return names.at(static_cast<std::size_t>(where));
}

const char *saveReasonName(SaveReason reason)
{
    static constexpr std::array names = {"None", "Stored", "StoredAlready", "NothingToSave", "BadText", "Invalid", "ServersFields", "Forbidden",
                                         "Unauthorized", "NotAccepted", "ReadIt", "FieldsDropped", "OutcomeUncertain", "Throttled",
                                         "ServerFailed", "Unreachable", "SameFields", "OtherManagers", "AlreadyExists", "KeepsMoving",
                                         "Deleted", "Recreated", "NoDryRun"};
    return names.at(static_cast<std::size_t>(reason));
}

} // namespace kube
