// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/session/ports/connection_fault.h"

#include <map>
#include <optional>
#include <vector>

namespace kube {

/// The faults in force on one informer's connection. Thread: the session's. Lifetime: the scheduler outlives it, and it
/// outlives its bearers.
class ConnectionFaults
{
public:
    /// What carries faults out: an operation under way.
    class Bearer
    {
    public:
        virtual ~Bearer() = default;
        [[nodiscard]] virtual bool isOpenWatch() const { return false; }
        virtual void refuse(Error) {} ///< the server ends it so; an open watch alone is told. It may be destroyed within
        virtual void countsChanged() {} ///< of the refusals in force. It may be destroyed within
        virtual void settle() = 0; ///< what is in force has changed, as to delay and freeze. It may be destroyed within
    };

    explicit ConnectionFaults(Scheduler &scheduler) : m_scheduler(scheduler) {}

    void inject(const ConnectionFault &fault);
    void clear();
    [[nodiscard]] std::vector<ConnectionFault> inForce() const;
    [[nodiscard]] bool isQuiet() const { return m_faults.empty(); } ///< is none in force?

    /// How a request that begins now is answered, if not by the server; counts as one answer.
    [[nodiscard]] std::optional<Error> takeRefusal();
    [[nodiscard]] Duration delay() const;
    [[nodiscard]] bool isFrozen() const { return m_frozenSince.has_value(); }
    [[nodiscard]] std::optional<WallTime> frozenSince() const { return m_frozenSince; }

    void add(Bearer *bearer) { m_bearers.push_back(bearer); }
    void remove(Bearer *bearer) { std::erase(m_bearers, bearer); }

private:
    void settleAll();
    void tellSoon();

    Scheduler &m_scheduler;
    std::map<ConnectionFault::Kind, ConnectionFault> m_faults;
    std::vector<Bearer *> m_bearers;
    std::optional<WallTime> m_frozenSince;
    Timer m_thaw;
    Timer m_telling;
};

} // namespace kube
