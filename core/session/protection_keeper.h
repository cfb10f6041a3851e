// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/write_lock.h"
#include "core/session/outlet.h"
#include "core/session/ports/protection_port.h"

namespace kube {

/// Keeps the lock of a session's writes: whether its context is protected, and until when it has been unlocked.
/// Thread: the session's. Lifetime: the scheduler outlives it.
class ProtectionKeeper
{
public:
    static constexpr auto unlockedFor = std::chrono::minutes(5); ///< of unlock()

    /// name: the context's, which has to be typed.
    ProtectionKeeper(QString name, bool isProtected, Scheduler &scheduler);
    ~ProtectionKeeper();

    /// For the session's RestConfig.
    [[nodiscard]] const std::shared_ptr<WriteLock> &lock() const { return m_lock; }
    [[nodiscard]] Broadcast<Protection> &told() { return m_told; }
    [[nodiscard]] bool isProtected() const { return m_protection.isProtected; } ///< unlocked or not

    void protect();
    void lockNow();
    [[nodiscard]] Result<Protection> unlock(const QString &typedName);
    [[nodiscard]] Result<Protection> unprotect(const QString &typedName);

private:
    [[nodiscard]] std::optional<Error> unlessName(const QString &typed) const;
    void watchTheClock();
    void tell();

    QString m_name;
    Scheduler &m_scheduler;
    std::shared_ptr<WriteLock> m_lock = std::make_shared<WriteLock>();
    Protection m_protection;
    Broadcast<Protection> m_told;
    Timer m_end;
};

} // namespace kube
