// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/base/future.h"
#include "core/base/protection_error.h"
#include "core/base/scheduler.h"
#include "core/base/subscription.h"

namespace kube {

/// Whether the writes of a context are held back.
struct Protection {
    bool isProtected = false;
    std::optional<WallTime> unlockedUntil; ///< protected, but writes are let through until then
    std::uint64_t refused = 0;             ///< writes that were held back so far
    std::optional<Error> lastRefused;      ///< of which this is the last
    [[nodiscard]] bool isLocked() const { return isProtected && !unlockedUntil; } ///< are writes refused now?
};

/// The protection of one context. While it is locked no port of the session writes: the session's client refuses it
/// (WriteLock), whichever of them asked. Dry runs are let through. Thread: any; handlers run on the owner's.
class ProtectionPort
{
public:
    virtual ~ProtectionPort() = default;
    /// At once with what it is now, then with every change and every write that is held back.
    [[nodiscard]] virtual Subscription onProtection(const Owner &owner, std::function<void(Protection)> handler) = 0;
    /// From now on writes have to be unlocked. What is asked for after this is held back.
    virtual void protect() = 0;
    /// Lets writes through for five minutes. typedName: what a person typed, which has to be the context's name.
    /// Errors: BadInput, when it is another.
    [[nodiscard]] virtual Future<Protection> unlock(const QString &typedName) = 0;
    virtual void lockNow() = 0; ///< ends the five minutes
    /// The context is as any other. Errors: as of unlock().
    [[nodiscard]] virtual Future<Protection> unprotect(const QString &typedName) = 0;
};

} // namespace kube
