// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"

#include <QLatin1String>

namespace kube {

namespace error_code {
/// A value of Error::code, of any kind: no server said it, it is a ConnectionFault.
inline constexpr QLatin1StringView Injected("Injected");
} // namespace error_code

/// What is to go wrong on the connection of one informer, as though its server did it. It is made up between the client and
/// the Reflector: no server and no other informer notices.
struct ConnectionFault {
    /// One of each may be in force; another of the same takes its place.
    enum class Kind {
        Gone,            ///< 410: the watch that is open is told so at once, then as many requests as count has left
        TooManyRequests, ///< 429 with a Retry-After of duration in whole seconds, at least one; as Gone
        ServerError,     ///< 500; as Gone
        Delay,           ///< everything it tells comes duration later, until it is cleared
        Freeze,          ///< nothing is heard or answered for so long as duration; zero: until it is cleared
    };
    Kind kind = Kind::Gone;
    int count = 1;                       ///< answers that are still to go wrong: lists, pages, watches; of the first three kinds
    Duration duration = Duration::zero(); ///< see Kind
};

} // namespace kube
