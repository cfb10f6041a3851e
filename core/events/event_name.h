// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/backoff.h"
#include "core/object/object_key.h"

namespace kube {

/// Namespaces and names of Events, no two of one object alike. Thread: one.
/// Source: client-go tools/record/util.GenerateEventName.
class EventNames
{
public:
    explicit EventNames(Random random) : m_random(std::move(random)) {}

    /// "OBJECT.HEX": the time in nanoseconds, a little later when it is the last one's; a random UUID when that would be
    /// no name for an Event. In the object's namespace, or in "default" when it has none.
    [[nodiscard]] ObjectKey next(const std::string &namespaceName, const std::string &name, WallTime at);

private:
    [[nodiscard]] std::string uuid();

    Random m_random;
    std::int64_t m_last = 0;
};

/// RFC 1123: what most names must be.
[[nodiscard]] bool isDnsSubdomain(std::string_view name);

} // namespace kube
