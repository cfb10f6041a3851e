// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apply/field_owners.h"
#include "core/apply/save_refusal.h"
#include "core/base/scheduler.h"
#include "core/dynamic/field_manager.h"
#include "core/dynamic/write_options.h"
#include "core/manifest/manifest_document.h"
#include "core/restmapper/rest_mapper.h"

#include <QStringList>

#include <variant>

namespace kube {

/// How a set of documents is sent.
struct ManifestConfig {
    /// Server-side apply, or creation: what exists already is then left as it is.
    enum class Method { Apply, Create };

    Method method = Method::Apply;
    std::string fieldManager = ownFieldManager;
    std::string namespaceName = "default";               ///< of documents that name none
    Duration pause = std::chrono::milliseconds(500);     ///< between two looks at what is not ready yet
    int looks = 120;                                     ///< for a kind of this set to be served, and the like
};

/// What became of one document.
enum class ManifestVerdict {
    None,        ///< not sent
    WouldCreate, ///< dry run: …
    WouldChange,
    WouldStay,
    NotTried,    ///< its dry run cannot work: see ManifestItem::notTried
    NotAllowed,  ///< not sent: a right is missing, see ManifestItem::missingVerb
    Created,
    Configured,
    Unchanged,
    Conflict,    ///< other managers own fields of it: owners
    Exists,      ///< it was to be created, and there is one
    Failed,      ///< error, in the server's words
};
[[nodiscard]] const char *manifestVerdictName(ManifestVerdict verdict); ///< "WouldCreate"

/// Why a dry run was not tried.
enum class ManifestNotTried {
    No,
    NamespaceOfTheSet, ///< the set makes its namespace
    KindOfTheSet,      ///< the set makes the definition of its kind
};

/// One document on its way.
struct ManifestItem {
    ManifestDocument document;
    std::optional<RestMapping> mapping; ///< where it is served, once that is known
    ObjectKey key;                      ///< as it is sent
    bool isDefaulted = false;           ///< the namespace is the configuration's
    ManifestVerdict verdict = ManifestVerdict::None;
    ManifestNotTried notTried = ManifestNotTried::No;
    bool isStoredKnown = false;         ///< whether there is such an object was found out
    std::string stored;                 ///< JSON of it as it was before; "": there was none
    std::string result;                 ///< JSON that would be stored, or is
    std::string missingVerb;            ///< of NotAllowed: "patch"
    std::vector<FieldPath> dropped;     ///< fields of the document that are not in it
    std::vector<FieldConflict> owners;
    std::vector<RefusedField> refusals;
    std::optional<Error> error;
    QStringList warnings;               ///< the server's
    std::optional<ManifestPlace> sameAs; ///< the same object stands there, too, before this
    bool isForced = false;              ///< fields are taken from other managers

    [[nodiscard]] bool isApplied() const; ///< Created, Configured or Unchanged
    [[nodiscard]] bool isRefused() const; ///< NotAllowed, Conflict, Exists or Failed
    /// Of a CustomResourceDefinition: what it defines; an empty kind of all others.
    [[nodiscard]] GroupVersionKind defines() const;
};

/// A set of documents as it stands.
struct ManifestState {
    /// What is being done with them.
    enum class Run { None, DryRun, Apply };
    /// With the current one.
    enum class Phase { Idle, Resolving, Fetching, Asking, Sending, Establishing, Pausing };

    std::vector<ManifestItem> items;  ///< in the order of the text
    Run run = Run::None;
    Phase phase = Phase::Idle;
    std::vector<std::size_t> queue;   ///< of the run: what is still to be done, the current one first
    std::size_t runSize = 0;          ///< how many the run has in all
    bool isStopping = false;          ///< after the current one
    bool wasStopped = false;          ///< the last run was
    bool refusedInDryRun = false;     ///< the conflicts that stand are of a dry run
    std::uint64_t request = 0;        ///< number of the one under way: other answers are passed over
    int looks = 0;                    ///< so far, at what is not ready

    [[nodiscard]] bool isRunning() const { return run != Run::None; } ///< is a run under way?
};

namespace manifest_input {
struct Begin { std::vector<ManifestDocument> documents; }; ///< what was there goes
struct DryRun {};                                 ///< all that can be sent
struct Apply {};                                  ///< what is not applied yet and may be, in the order that the set needs
struct RetryRefused {};                           ///< of the last run, the same again
struct Force { std::size_t item = 0; };           ///< a Conflict: that one alone, taking the fields
struct Stop {};                                   ///< after the document that is under way
/// Where a Resolve's kind is served.
struct Resolved { std::uint64_t request = 0; Result<RestMapping> mapping; };
/// A Fetch's object as JSON.
struct Fetched { std::uint64_t request = 0; Result<std::string> object; };
/// The answer to an Ask: the first of its verbs that one may not; "" when one may, or nobody can say.
struct Allowed { std::uint64_t request = 0; std::string missingVerb; };
/// What a server has stored, or would.
struct Answer { std::string json; bool isCreated = false; QStringList warnings; };
/// The answer to a Send.
struct Answered { std::uint64_t request = 0; Result<Answer> answer; };
struct Timer {};
} // namespace manifest_input

/// One thing that happened.
using ManifestInput = std::variant<manifest_input::Begin, manifest_input::DryRun, manifest_input::Apply, manifest_input::RetryRefused, manifest_input::Force,
                                   manifest_input::Stop, manifest_input::Resolved, manifest_input::Fetched, manifest_input::Answered, manifest_input::Timer,
                                   manifest_input::Allowed>;

namespace manifest_effect {
/// isFresh: the server is asked, since it may know more than it did.
struct Resolve { std::uint64_t request = 0; GroupVersionKind kind; bool isFresh = false; };
/// The object as it is stored.
struct Fetch { std::uint64_t request = 0; GroupVersionResource resource; ObjectKey key; };
/// Whether one may do all of that with the object; the server decides in any case.
struct Ask { std::uint64_t request = 0; std::vector<std::string> verbs; GroupVersionResource resource; ObjectKey key; };
/// One write, or its dry run.
struct Send { std::uint64_t request = 0; GroupVersionResource resource; ObjectKey key; std::string body; DryRun dryRun = DryRun::All; bool isCreate = false; bool force = false; };
/// A Timer is fed after that delay.
struct SetTimer { Duration delay; };
} // namespace manifest_effect

/// What a step asks for.
using ManifestEffect = std::variant<manifest_effect::Resolve, manifest_effect::Fetch, manifest_effect::Ask, manifest_effect::Send, manifest_effect::SetTimer>;

/// What follows from an input.
struct ManifestStep {
    ManifestState state;
    std::vector<ManifestEffect> effects; ///< to be carried out in this order
};

/// What is done next with a set: one document after another, Namespaces and CustomResourceDefinitions first, and after a definition a wait until its kind is
/// served. Nothing is sent of a document that one has no right to write. A document that is refused holds up none behind it. Pure: the same answer for the same question.
[[nodiscard]] ManifestStep step(const ManifestConfig &config, ManifestState state, const ManifestInput &input);

/// The order in which a set is applied: Namespaces, then definitions, then the others as they stand.
[[nodiscard]] std::vector<std::size_t> applyOrder(const std::vector<ManifestItem> &items);

} // namespace kube
