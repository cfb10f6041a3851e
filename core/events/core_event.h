// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/events/event_details.h"

#include <QByteArray>

namespace kube {

/// Who tells of it: "deployment-controller" and the node it runs on, which may be empty.
struct EventSource {
    std::string component;
    std::string host;
};

/// A core/v1 Event as a recorder writes it: the same again is counted.
struct CoreEvent {
    ObjectKey key;
    EventDetails details;
    EventSource source;
    WallTime firstTimestamp{}; ///< written in whole seconds
    WallTime lastTimestamp{};
    std::int64_t count = 1;

    [[nodiscard]] QByteArray toJson() const; ///< as it is written to the server
    /// The strategic merge patch that brings an earlier one up to this: count, lastTimestamp and message.
    [[nodiscard]] QByteArray countPatch() const;
};

} // namespace kube
