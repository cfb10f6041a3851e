// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/events/event_details.h"

namespace kube {

/// A snapshot of a recorder.
struct RecorderStatus {
    std::uint64_t recorded = 0; ///< told to it
    std::uint64_t dropped = 0;  ///< because too many waited
    std::uint64_t filtered = 0; ///< by the limit of a source and an object
    std::uint64_t counted = 0;  ///< to a series, which is written later
    std::uint64_t written = 0;
    std::uint64_t failed = 0;   ///< refused by the server, or given up after all tries
    std::size_t waiting = 0;    ///< to be written
    std::optional<Error> lastError; ///< of the last one that failed
};

/// Tells the cluster what a controller does, as Events that `kubectl describe` shows. To tell is free: it never waits and
/// never fails; what cannot be written in the end is counted. Source: client-go record.EventRecorder, events.EventRecorder.
class EventRecorder
{
public:
    virtual ~EventRecorder() = default;

    /// Thread: any from which the scheduler's clock may be read.
    virtual void record(EventDetails details) = 0;
    /// Thread: any.
    [[nodiscard]] virtual RecorderStatus status() const = 0;

    /// client-go's Event(): recorder.event(pod, EventType::Warning, "BackOff", "Restarting", "Back-off …").
    void event(const ObjectReference &regarding, EventType type, std::string reason, std::string action, std::string note)
    {
        record({regarding, type, std::move(reason), std::move(action), std::move(note), {}, {}});
    }
};

} // namespace kube
