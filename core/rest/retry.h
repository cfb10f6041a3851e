// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/transport.h"

namespace kube {

/// How one attempt of a call ended, as far as trying again depends on it.
struct Attempt {
    QByteArray method;
    int retriesBefore = 0;       ///< 0: this was the first attempt
    HttpHead head;               ///< status 0: no answer came
    bool connectionLost = false; ///< reset or closed before an answer; refused and timed out are not that
};

inline constexpr int maxRetries = 10;

/// How long to wait before sending the request again; nothing: do not. Again means: the server asked for it (429 or
/// 5xx with a Retry-After of whole seconds, any verb), or the connection of a GET or HEAD was lost: at once the first time,
/// since a pooled connection may have been closed while idle, and after a second from then on.
/// Source: client-go rest/with_retry.go.
[[nodiscard]] std::optional<Duration> retryDelay(const Attempt &attempt);

} // namespace kube
