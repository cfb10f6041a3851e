// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"
#include "core/object/object.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kube {

/// One thing that speaks for an object being what holds its controller up. Words are the server's.
struct Suspicion {
    /// What it is; which fields say more.
    enum class Kind {
        NotObserved, ///< its controller has seen generation observed of wanted
        Deleting,    ///< it is to go, and what keeps it is its finalizers
        Condition,   ///< a condition says that it is not well: what is the type, and reason
        Event,       ///< a warning about it: reason, and how often
        Unready,     ///< observed of wanted copies are ready
        Surplus,     ///< observed copies are there, more than wanted
        Heartbeat,   ///< its Lease has not been renewed
    };
    Kind kind = Kind::Condition;
    std::string what = {};    ///< a condition's type, finalizers, a holder
    std::string reason = {};
    std::string message = {}; ///< may be empty
    std::optional<WallTime> since = std::nullopt; ///< of an Event when it was first seen
    std::optional<WallTime> last = std::nullopt;  ///< of an Event when it was last seen; never nothing there
    std::int64_t wanted = 0;
    std::int64_t observed = 0;
    std::int64_t count = 1;
    double weight = 0; ///< how much it says; only for comparing
};

/// An object that may be what a queue is busy with.
struct Suspect {
    ObjectKey key;
    std::vector<Suspicion> reasons; ///< the gravest first; never empty
    double weight = 0;              ///< of all of them
};

/// Who leads, and whether that is still true.
struct LeaseReading {
    ObjectKey key;
    std::string holder;              ///< empty: nobody
    std::optional<WallTime> renewed;
    Duration duration{};             ///< after which others may take it

    /// Nothing when it is no Lease.
    [[nodiscard]] static std::optional<LeaseReading> of(const Object &lease);
    [[nodiscard]] bool isHeld(WallTime now) const; ///< has somebody renewed it in time?
};

/// Which objects of one kind are most likely behind a queue that does not get on: what is joined is generation against
/// observedGeneration, conditions, warnings and heartbeats. Objects are looked at one by one and not kept. Value type.
class SuspectSieve
{
public:
    /// kind: of the objects. Only its Events count: of the last hour, since older ones are gone from most servers.
    SuspectSieve(std::string kind, WallTime now) : m_kind(std::move(kind)), m_now(now) {}

    void addObject(const Object &object); ///< one of the kind, in any order
    void addEvent(const Object &event); ///< of v1 or events.k8s.io/v1, before or after the objects
    /// Of kube-node-lease, when the objects are Nodes: the Lease's name is its Node's.
    void addHeartbeat(const LeaseReading &lease);
    [[nodiscard]] std::size_t looked() const { return m_looked; } ///< objects so far

    /// The likeliest first, at most so many.
    [[nodiscard]] std::vector<Suspect> suspects(std::size_t limit) const;

private:
    void add(const ObjectKey &key, Suspicion reason);

    std::string m_kind;
    WallTime m_now;
    std::size_t m_looked = 0;
    std::map<ObjectKey, std::vector<Suspicion>> m_reasons;
    std::map<ObjectKey, std::vector<Suspicion>> m_warnings; ///< of objects that have not been seen, too
};

} // namespace kube
