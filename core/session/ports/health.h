// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/base/scheduler.h"

#include <cstdint>
#include <string>

namespace kube {

/// How a cluster is reached.
enum class HealthState { Closed, Connecting, Live, Reconnecting, Forbidden, Failed };

/// A cluster session as a whole, for the tree's dot and the status bar.
struct Health {
    HealthState state = HealthState::Closed;
    WallTime since{};
    std::optional<Error> reason;         ///< why it is not live; while live: it answers, but asks for patience
    std::string serverVersion;           ///< gitVersion of /version
    std::string userName;                ///< who the server says we are, or the kubeconfig's user
    std::optional<std::chrono::microseconds> latency; ///< of the last probe
    std::size_t watches = 0;             ///< open now
    double eventsPerSecond = 0;          ///< watch events over the last seconds
    std::uint64_t events = 0;            ///< watch events since the session began
    std::size_t queued = 0;              ///< keys waiting in work queues: in line, or for their time (a retry); not those in work
    std::uint64_t bytesReceived = 0;
    std::string credentialNote;          ///< "kept for this run only: no keychain" and the like; empty: nothing to say
};

} // namespace kube
