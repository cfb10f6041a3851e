// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QUrl>

#include <functional>
#include <optional>

namespace kube {

/// A request that a read-only session would not let through, and that was sent: how it ended.
struct CompletedWrite {
    QByteArray method;
    QUrl url;               ///< its query says whether it was a dry run
    QByteArray contentType; ///< of the body
    QByteArray body;        ///< as sent, Secrets and all
    int status = 0;         ///< HTTP code of the last answer; 0: none came
    int attempts = 1;       ///< how often it was sent, as Retry-After had it
    std::optional<Error> error; ///< none: a success. Canceled: nobody waits any more, and the server may have done it
};

/// Who is told of each write. Thread: the client's, within its calls and within its end: it must not call the client.
using WriteObserver = std::function<void(const CompletedWrite &)>;

} // namespace kube
