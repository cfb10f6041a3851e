// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apply/edit_patch.h"
#include "core/apply/save_refusal.h"
#include "core/apply/three_way_merge.h"
#include "core/base/scheduler.h"
#include "core/dynamic/field_manager.h"

#include <variant>

namespace kube {

/// How an editor saves.
struct SaveConfig {
    /// The smallest patch, or server-side apply.
    enum class Method { Patch, Apply };
    /// When the difference waits for a yes. WhenNeeded: only when something was dropped or is uncertain, or a patch goes in an apply's place.
    enum class Review { Always, WhenNeeded };

    Method method = Method::Patch;
    EditPart part = EditPart::Object;                     ///< Status: by Patch alone
    Review review = Review::Always;
    std::string fieldManager = ownFieldManager;
    std::shared_ptr<const ListKeys> listKeys;             ///< null: defaultListKeys() of the object
    int tries = 8;                                        ///< of one request, while the server is busy, fails or is not reached
    int merges = 20;                                      ///< rounds of other people's changes that one save merges by itself
    Duration firstWait = std::chrono::milliseconds(500);  ///< doubled each time, up to the longest; each up to doubled by chance
    Duration longestWait = std::chrono::seconds(30);
};

/// Why a save stands where it stands.
enum class SaveReason {
    None,
    Stored,           ///< the server has it
    StoredAlready,    ///< … as was found out after the answer had been lost
    NothingToSave,    ///< the server's version says all of it
    BadText,          ///< the text is no document: error has the place
    Invalid,          ///< 422 or 400: refusals say where
    ServersFields,    ///< the only edits are of what the server keeps (status, managedFields …): dropped names them
    Forbidden,
    Unauthorized,
    NotAccepted,      ///< the server answered something else that will not change by itself
    ReadIt,           ///< the difference waits for a yes
    FieldsDropped,    ///< … and the server would drop fields: dropped names them
    OutcomeUncertain, ///< … and it could not be found out whether the last try was stored
    Throttled,        ///< 429
    ServerFailed,     ///< 5xx
    Unreachable,      ///< no answer
    SameFields,       ///< others changed the same fields: conflicts
    OtherManagers,    ///< other field managers own them: owners
    AlreadyExists,    ///< another object has the name that was to be created: conflicts
    KeepsMoving,      ///< others change it faster than it could be merged; saving again goes on
    Deleted,
    Recreated,        ///< deleted, and another object has its name: replacement
    NoDryRun,         ///< the difference waits for a yes, and is of our own making: an admission webhook forbids dry runs
};
[[nodiscard]] const char *saveReasonName(SaveReason reason); ///< "SameFields"

/// One editor's save as it stands. Whatever happens, text is what the user wrote last.
struct SaveState {
    /// What it is doing, or waits for.
    enum class Step {
        Editing,
        DryRunning,     ///< the server is asked what it would store
        Review,         ///< difference theirs → wouldStore; Confirm saves
        Saving,
        UnknownOutcome, ///< the answer was lost: finding out whether it was stored
        Refetching,     ///< theirs moved: fetching what they made
        TheirsMoved,    ///< decide: TakeTheirs, ForceMine or Edit
        FieldConflict,  ///< decide: TakeTheirs, ForceMine, Decide or Edit
        Waiting,        ///< for the server, until nextTry
        Saved,
        Refused,        ///< Edit, or Save again
        Gone,           ///< decide: CreateAnew; the text stays
    };
    /// A request of this machine.
    enum class Action { None, DryRun, Save, Fetch, FirstChange };

    Step step = Step::Editing;
    SaveReason reason = SaveReason::None;
    std::optional<Error> error;          ///< the server's or the library's words to reason

    std::string text;                    ///< the user's, whole
    std::optional<Error> textError;      ///< it is no document
    std::string typed;                   ///< text as JSON; the last that could be read
    std::string textBase;                ///< JSON of the version that typed goes on from; "{}" for an object to create
    std::string base;                    ///< … and that mine goes on from
    std::string mine;                    ///< JSON that is wanted: typed, or what decisions made of it
    std::string theirs;                  ///< JSON of the server's version as last seen, managedFields included; "": none
    std::string merged;                  ///< JSON: mine with what others changed
    EditPatch patch;                     ///< theirs → merged; where an apply has something unsaid, a patch in its place, which keeps that
    std::string wouldStore;              ///< JSON of the dry run
    std::vector<FieldPath> dropped;      ///< edits that would not be stored
    std::vector<FieldPath> altered;      ///< … that would be stored otherwise
    std::vector<RefusedField> refusals;
    std::vector<MergeConflict> conflicts;
    std::vector<FieldConflict> owners;   ///< by their managers
    std::string fetched;                 ///< JSON: newer than theirs, while the way there is being found out
    std::string replacement;             ///< JSON of the object that has the name now
    int mergedRounds = 0;                ///< how often others' changes were merged into this save
    std::optional<SteadyTime> nextTry;

    bool isCreating = false;             ///< there is no object yet, or no more
    bool isConfirmed = false;            ///< the user said yes to this save
    std::vector<FieldPath> confirmedDropped;
    std::vector<FieldConflict> forced;   ///< apply: what the user takes from other managers in this save
    bool isForced = false;               ///< apply: take those, and what we set otherwise before, from who owns them
    bool isUncertain = false;
    bool wasSent = false;                ///< a save under theirs' resourceVersion may have reached the server
    std::string savedTyped;              ///< what typed was when this save began
    Action action = Action::None;        ///< under way, or to be done at nextTry
    std::uint64_t request = 0;           ///< number of the one under way: other answers are passed over
    int failures = 0;                    ///< in a row
};

namespace save_input {
/// What a text goes on from: what the text before it did, or theirs, of which it is a rendering, edited or not.
enum class Onto { Base, Theirs };
struct Open { std::string object; };    ///< the version to begin from, as the server sent it; "": a new object
/// The whole text as it is now, and as JSON; or why it is none.
struct Edit { std::string text; Result<std::string> json; Onto onto = Onto::Base; };
struct Save {};
struct Confirm {};
struct TakeTheirs {};
struct ForceMine {};
struct Decide { std::vector<FieldPath> taken; }; ///< of a FieldConflict: theirs in these of its fields, mine by force in the others
struct CreateAnew {};                   ///< or, where another object has the name now, go on with that one
struct Cancel {};                       ///< back to editing; a save that may have been sent is not taken back
struct RetryNow {};
struct Timer {};
/// The answer to a Send or Fetch: the object as JSON.
struct Reply { std::uint64_t request = 0; Result<std::string> result; };
/// The first change after a resourceVersion; no value: it was deleted. Errors: it cannot be told.
struct FirstChange { std::uint64_t request = 0; Result<std::optional<std::string>> object; };
} // namespace save_input

/// One thing that happened, when, and a fresh random number in [0, 1).
struct SaveInput {
    std::variant<save_input::Open, save_input::Edit, save_input::Save, save_input::Confirm, save_input::TakeTheirs,
                 save_input::ForceMine, save_input::Decide, save_input::CreateAnew, save_input::Cancel, save_input::RetryNow, save_input::Timer,
                 save_input::Reply, save_input::FirstChange>
        what;
    SteadyTime now{};
    double random = 0;
};

namespace save_effect {
/// Patch, apply or create. Takes the place of the request under way, as do the next two.
struct Send { std::uint64_t request = 0; PatchType type = PatchType::Merge; std::string body; DryRun dryRun = DryRun::All; bool isCreate = false; bool force = false; };
struct Fetch { std::uint64_t request = 0; }; ///< the object as it is now
struct AskFirstChange { std::uint64_t request = 0; std::string resourceVersion; }; ///< by a watch from there
struct SetTimer { Duration delay; }; ///< wake me after that long
struct ClearTimer {};
} // namespace save_effect

/// What a step asks for.
using SaveEffect = std::variant<save_effect::Send, save_effect::Fetch, save_effect::AskFirstChange, save_effect::SetTimer, save_effect::ClearTimer>;

/// What follows from an input.
struct SaveStep {
    SaveState state;
    std::vector<SaveEffect> effects; ///< to be carried out in this order
};

/// What a save does next. Pure: the same answer for the same question. Never is a save sent again unless it is known
/// not to have been stored, or the condition that it carries (resourceVersion) lets only one of both be stored.
[[nodiscard]] SaveStep step(const SaveConfig &config, SaveState state, const SaveInput &input);
[[nodiscard]] const char *saveStepName(SaveState::Step step); ///< "DryRunning"

} // namespace kube
