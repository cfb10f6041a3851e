// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/dynamic/write_options.h"
#include "core/object/json_value.h"
#include "core/removal/removal_target.h"

#include <memory>
#include <vector>

namespace kube {

/// How objects are made to go. Evict: Pods alone, and only as far as their PodDisruptionBudgets allow it.
enum class RemovalMeans { Delete, Evict };

/// What to delete or evict, and how.
struct RemovalOrder {
    std::vector<RemovalTarget> targets;
    std::vector<RemovalTarget> followed; ///< not sent: what goes with the targets, looked at until it has gone
    RemovalMeans means = RemovalMeans::Delete;
    std::optional<Propagation> propagation;         ///< none: the resource's default. Of Delete
    std::optional<std::int64_t> gracePeriodSeconds; ///< 0: by force, a Pod's containers may run on; none: the object's own
    GroupVersion eviction{"policy", "v1"};          ///< of the Eviction that the server takes, as discovery names it
    std::optional<Duration> timeout;                ///< of the whole; none: as long as it takes
    std::size_t parallel = 5;                       ///< requests under way at the same time
};

/// Where one object stands.
enum class RemovalPhase {
    Waiting,  ///< not sent yet
    Sent,     ///< no answer yet
    Blocked,  ///< refused for now; sent again at nextTry
    Going,    ///< the server has said yes, and it is still there
    Gone,     ///< it is not there any more
    Replaced, ///< not deleted: another object has its name, the one that was meant had gone before
    Refused,  ///< not deleted, see error
    Unseen,   ///< the server has said yes, and this identity may not look whether it has gone
    NotSent,  ///< stopped or out of time before
};

/// Why an object that is deleted is still there.
struct Lingering {
    std::optional<WallTime> deletionTimestamp; ///< when its grace ends or ended; the server's clock
    std::int64_t graceSeconds = 0;
    std::vector<std::string> finalizers;       ///< of metadata, and of a Namespace's spec
    std::vector<std::string> conditions;       ///< of a Namespace: what still holds it, in the server's words
    friend bool operator==(const Lingering &, const Lingering &) = default;

    [[nodiscard]] static Lingering of(JsonValue object); ///< of a whole document
    /// When it was deleted, as far as that is known.
    [[nodiscard]] std::optional<WallTime> since() const;
    /// Of its grace; zero when that is over or was never given.
    [[nodiscard]] std::chrono::seconds left(WallTime now) const;
};

/// One object and how far it is.
struct RemovalItem {
    RemovalTarget target;
    RemovalPhase phase = RemovalPhase::Waiting;
    std::optional<Error> error;      ///< the server's words: of the last refusal, or why it cannot be looked at just now
    std::string budget;              ///< Blocked by this PodDisruptionBudget; empty: by something else
    std::optional<WallTime> nextTry; ///< Blocked
    Lingering lingering;             ///< Going
    bool nameIsTaken = false;        ///< Gone, and another object has its name already

    [[nodiscard]] bool isSettled() const; ///< will nothing change any more?
};

/// A removal under way.
struct RemovalProgress {
    std::vector<RemovalItem> items; ///< as RemovalOrder::targets, then as followed
    bool isStopped = false;         ///< on request
    bool isTimedOut = false;

    [[nodiscard]] bool isFinished() const; ///< is nothing sent and nothing waited for any more?
    [[nodiscard]] std::size_t count(RemovalPhase phase) const; ///< items in that phase
};
using RemovalProgressPtr = std::shared_ptr<const RemovalProgress>; ///< never null

/// The PodDisruptionBudget that the server names in refusing an eviction; empty when it names none.
[[nodiscard]] std::string blockingBudget(const Error &error);
/// The body of the request that evicts that Pod.
[[nodiscard]] QByteArray evictionBody(const RemovalTarget &pod, const RemovalOrder &order);

} // namespace kube
