// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"
#include "core/events/object_reference.h"

#include <map>

namespace kube {

/// Source: core/v1 EventTypeNormal, EventTypeWarning.
enum class EventType { Normal, Warning };
/// "Normal".
[[nodiscard]] inline const char *eventTypeName(EventType type)
{
    return type == EventType::Normal ? "Normal" : "Warning";
}

/// What happened, in the words of who tells it.
struct EventDetails {
    ObjectReference regarding;
    EventType type = EventType::Normal;
    std::string reason; ///< short, UpperCamelCase, for machines: "ScalingReplicaSet"
    std::string action; ///< what was done, likewise; empty: the reason again
    std::string note;   ///< for people
    std::optional<ObjectReference> related;         ///< the other object, when one was made, say
    std::map<std::string, std::string> annotations; ///< of the Event
};

/// … and when it was told.
struct NotedEvent {
    EventDetails details;
    WallTime at{};
};

} // namespace kube
