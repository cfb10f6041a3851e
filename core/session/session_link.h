// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/session_thread.h"

namespace kube {

class SessionCore;

/// How ports on any thread reach the core of their session. Once the session has ended, posts are dropped and
/// questions end as Canceled.
struct SessionLink {
    ExecutorPtr executor;
    SessionCore *core = nullptr; ///< used on the session's thread only
    std::atomic<std::uint64_t> nextId = 1;
};
using SessionLinkPtr = std::shared_ptr<SessionLink>; ///< held by every port

/// Runs fn(SessionCore &) on the session's thread, unless it has ended.
template <typename Fn>
void post(const SessionLinkPtr &link, Fn fn)
{
    link->executor->post([link, fn = std::move(fn)]() mutable {
        if (link->core)
            fn(*link->core);
    });
}

/// fn(SessionCore &) returns a Future<T>.
template <typename T, typename Fn>
Future<T> ask(const SessionLinkPtr &link, Fn fn)
{
    return ask<T>(link->executor, [link, fn = std::move(fn)]() mutable {
        return link->core ? fn(*link->core) : Future<T>::ready(fail(Error::canceled()));
    });
}

} // namespace kube
