// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/base/scheduler.h"

#include <mutex>

namespace kube {

class LeaderElector;

/// What a /healthz that is there before the election asks: an error when the lease is ours but could not be renewed for
/// longer than its duration and tolerated, so that whoever watches ends this process.
/// Thread: any, as LeaderElector::check(). Source: client-go leaderelection.HealthzAdaptor.
class LeaderHealthzAdaptor
{
public:
    /// tolerated: beyond the lease's duration.
    explicit LeaderHealthzAdaptor(Duration tolerated) : m_tolerated(tolerated) {}

    /// Null: none, as before the first call. It must be taken out again before it dies.
    void setLeaderElector(const LeaderElector *elector);
    [[nodiscard]] std::optional<Error> check() const; ///< nothing: all is well, or there is no elector

private:
    const Duration m_tolerated;
    mutable std::mutex m_mutex;
    const LeaderElector *m_elector = nullptr;
};

} // namespace kube
