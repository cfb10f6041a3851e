// SPDX-License-Identifier: Apache-2.0
#include "core/rest/retry.h"

namespace kube {

std::optional<Duration> retryDelay(const Attempt &attempt)
{
    if (attempt.retriesBefore >= maxRetries)
        return std::nullopt;
    const int status = attempt.head.status;
    if (status == 0) {
        if (!attempt.connectionLost || (attempt.method != "GET" && attempt.method != "HEAD"))
            return std::nullopt;
        return attempt.retriesBefore == 0 ? Duration::zero() : std::chrono::seconds(1);
    }
    if (status != 429 && status < 500)
        return std::nullopt;
    // An HTTP date is not honoured: the clocks need not agree.
    bool isInteger = false;
    const int seconds = attempt.head.header("Retry-After").trimmed().toInt(&isInteger);
    if (!isInteger || seconds < 0)
        return std::nullopt;
    return std::chrono::seconds(seconds);
}

} // namespace kube
