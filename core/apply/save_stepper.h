// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apply/save_state.h"

namespace kube {

/// One step of a save under way: changes the state it was given and lists the effects. Inside of step() only.
/// What the user does is in save_step.cpp, what the server answers in save_reply_step.cpp, what became of
/// a save whose answer was lost in save_outcome_step.cpp.
struct SaveStepper {
    const SaveConfig &config;
    SaveState &s;
    const SaveInput &in;
    std::vector<SaveEffect> &effects;

    void on(const save_input::Open &);
    void on(const save_input::Edit &);
    void on(const save_input::Save &);
    void on(const save_input::Confirm &);
    void on(const save_input::TakeTheirs &);
    void on(const save_input::ForceMine &);
    void on(const save_input::Decide &);
    void on(const save_input::CreateAnew &);
    void on(const save_input::Cancel &);
    void on(const save_input::RetryNow &);
    void on(const save_input::Timer &);
    void on(const save_input::Reply &);
    void on(const save_input::FirstChange &);

    [[nodiscard]] bool isOutstanding() const; ///< a save may be stored at any moment
    [[nodiscard]] std::shared_ptr<const ListKeys> keys() const;
    void clearFindings();
    void halt(SaveState::Step where, SaveReason why, std::optional<Error> error = std::nullopt);
    void beginSave();
    void prepare();
    [[nodiscard]] bool merge(MergeSide side);
    void perform(SaveState::Action action);
    void wait(SaveState::Action action, const Error &error);

    void onDryRun(const std::string &object);
    void onStored(const std::string &object, SaveReason reason);
    void onFetched(const std::string &object);
    void onSendError(const Error &error);
    void onFetchError(const Error &error);
    void onNoDryRun(const Error &error);
    void refuse(const Error &error);
    void goOnUnstored();
    void adopt(const std::string &object);
    void showExisting(const std::string &object);
    [[nodiscard]] bool hasOurs(const std::string &object) const;
};

/// What an error of a server means for trying again; nothing: it will not change by itself.
[[nodiscard]] std::optional<SaveReason> passingReason(const Error &error);
[[nodiscard]] bool isFinalAnswer(const Error &error); ///< it will be the same answer for as long as the object is the same
[[nodiscard]] SaveReason refusalReason(const Error &error); ///< of one that is not passing

/// A string of metadata; "" when it is not there.
[[nodiscard]] std::string metadataText(const std::string &object, std::string_view name);
[[nodiscard]] JsonNode nodeOfDocument(const std::string &json); ///< an empty object when it is none

} // namespace kube
