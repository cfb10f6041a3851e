// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/reflector.h"

namespace kube {

/// Who follows a reflector's status. Thread: the reflector's.
struct Reflector::Subscribers {
    using Handler = std::shared_ptr<const std::function<void(const ReflectorStatus &)>>;
    std::map<std::uint64_t, Handler> handlers;
    std::uint64_t counter = 0;
};

} // namespace kube
