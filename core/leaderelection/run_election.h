// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/event_loop.h"
#include "core/leaderelection/leader_elector.h"

namespace kube {

/// What a program does about an election. Everything but onStartedLeading is called on the loop's thread.
struct ElectionCallbacks {
    /// The work. It has a thread of its own, as client-go's has a goroutine, and returns soon after stop is requested. It may
    /// ask Clientsets and DynamicClients; what else lives on the loop, by base/call_on.h.
    std::function<void(std::stop_token stop)> onStartedLeading;
    std::function<void()> onStoppedLeading; ///< at the end, once, also when it never led
    std::function<void(const std::string &identity)> onNewLeader; ///< empty: nobody leads
    std::function<void(const Error &)> onError; ///< each request that failed; unset: logged
};

/// Stands for election, works when it leads, and returns when stop is requested, when the work returns or when the lease is
/// lost. Turns the loop of this thread meanwhile. A lease is given up (config.releaseOnCancel) after the work has returned:
/// where client-go asks the program to see to that, here nobody else begins before. One that is lost is left to run out.
/// Errors: BadInput, at once, as LeaderElector::create(). Source: client-go leaderelection.RunOrDie.
[[nodiscard]] Result<void> runElection(const std::stop_token &stop, ResourceLock &lock, const EventLoop &loop, ElectorConfig config,
                                       ElectionCallbacks callbacks);

} // namespace kube
