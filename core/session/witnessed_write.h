// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/session_core.h"

namespace kube {

/// Carries out a write of an existing object after a look at it, and remembers what it was when the write succeeds. The
/// session must be open. after: JSON of the object out of the write's answer, "" when it is deleted; nothing when that is of a part of it only (a Scale):
/// then it is looked at again, and nobody waits for that. Thread: the session's.
template <typename T>
[[nodiscard]] Future<T> witnessed(SessionCore &core, const GroupVersionResource &resource, const ObjectKey &key, std::function<Future<T>(SessionClients &)> write,
                                  std::function<std::optional<std::string>(const T &)> after)
{
    // Who may not read the object may still write it: then there is nothing to go back to.
    return then(core.clients()->dynamic->get(resource, key), core.owner(), [&core, resource, key, write = std::move(write), after = std::move(after)](Result<ObjectReply> before) {
        return then(write(*core.clients()), core.owner(), [&core, resource, key, after, before = std::move(before)](Result<T> answer) -> Result<T> {
            if (!before || !answer)
                return answer;
            const auto remember = [&core, resource, key, was = before->json.toStdString()](std::string is) {
                core.history().remember({resource.groupResource(), key, was, std::move(is), core.scheduler()->wallNow()});
            };
            if (auto is = after(*answer)) {
                remember(std::move(*is));
                return answer;
            }
            then(core.clients()->dynamic->get(resource, key), core.owner(), [remember](Result<ObjectReply> now) {
                if (now)
                    remember(now->json.toStdString());
            });
            return answer;
        });
    });
}

} // namespace kube
