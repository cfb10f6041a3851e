// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"
#include "core/object/object_key.h"

#include <map>
#include <set>

namespace orrery::demo {

/// What a controller has asked for and its cache does not show yet. Until it does, the cache's count is not one to act
/// by: an informer that lags would have the same Pods made twice.
/// Source: kubernetes pkg/controller/controller_utils.go, ControllerExpectations, by names instead of counts.
class Expectations
{
public:
    /// The dependent is about to be made, or removed, for that owner.
    void expect(const kube::ObjectKey &owner, const kube::ObjectKey &dependent, kube::SteadyTime now);
    /// The cache shows it, or it was refused.
    void settle(const kube::ObjectKey &owner, const kube::ObjectKey &dependent);
    /// Whether everything expected for that owner has come, or the last of it is five minutes overdue: what was made
    /// and removed while the informer listed anew is never seen.
    [[nodiscard]] bool areMet(const kube::ObjectKey &owner, kube::SteadyTime now);
    void forget(const kube::ObjectKey &owner) { m_open.erase(owner); }

private:
    struct Open {
        std::set<kube::ObjectKey> dependents; ///< never empty
        kube::SteadyTime since;
    };
    std::map<kube::ObjectKey, Open> m_open;
};

} // namespace orrery::demo
