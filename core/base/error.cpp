// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.h"

#include <algorithm>
#include <utility>

namespace kube {

namespace {

ErrorKind kindOf(const Status &status)
{
    static const struct { const char *reason; ErrorKind kind; } known[] = {
        {"Unauthorized", ErrorKind::Unauthorized},
        {"Forbidden", ErrorKind::Forbidden},
        {"NotFound", ErrorKind::NotFound},
        {"AlreadyExists", ErrorKind::AlreadyExists},
        {"Conflict", ErrorKind::Conflict},
        {"Gone", ErrorKind::Gone},
        {"Expired", ErrorKind::Gone},
        {"Invalid", ErrorKind::Invalid},
        {"BadRequest", ErrorKind::Invalid},
        {"TooManyRequests", ErrorKind::Throttled},
    };
    for (const auto &entry : known) {
        if (status.reason == QLatin1String(entry.reason))
            return entry.kind;
    }
    switch (status.code) {
    case 400:
    case 422: return ErrorKind::Invalid;
    case 401: return ErrorKind::Unauthorized;
    case 403: return ErrorKind::Forbidden;
    case 404: return ErrorKind::NotFound;
    case 409: return ErrorKind::Conflict;
    case 410: return ErrorKind::Gone;
    case 429: return ErrorKind::Throttled;
    default: return ErrorKind::Server;
    }
}

} // namespace

bool Status::hasCause(QStringView causeReason) const
{
    return std::any_of(causes.begin(), causes.end(),
                       [&](const StatusCause &cause) { return cause.reason == causeReason; });
}

Error Error::canceled()
{
    return {ErrorKind::Canceled, QStringLiteral("canceled"), {}, std::nullopt};
}

Error Error::badInput(QString message, QString place)
{
    return {ErrorKind::BadInput, std::move(message), std::move(place), std::nullopt};
}

Error Error::transport(QString message, QString place)
{
    return {ErrorKind::Transport, std::move(message), std::move(place), std::nullopt};
}

Error Error::fromStatus(Status status)
{
    QString words = status.message;
    if (words.isEmpty()) {
        words = !status.reason.isEmpty() ? QStringLiteral("the server gave no message but the reason %1").arg(status.reason)
            : status.code != 0           ? QStringLiteral("the server answered %1 without saying why").arg(status.code)
                                         : QStringLiteral("the server did not say why");
    }
    Error error{kindOf(status), std::move(words), {}, std::nullopt};
    error.status = std::move(status);
    return error;
}

QString Error::toString() const
{
    const QString text = message.isEmpty() ? QString::fromLatin1(errorKindName(kind)) : message;
    return place.isEmpty() ? text : place + QStringLiteral(": ") + text;
}

const char *errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Canceled: return "Canceled";
    case ErrorKind::Transport: return "Transport";
    case ErrorKind::Tls: return "Tls";
    case ErrorKind::Unauthorized: return "Unauthorized";
    case ErrorKind::Forbidden: return "Forbidden";
    case ErrorKind::NotFound: return "NotFound";
    case ErrorKind::Conflict: return "Conflict";
    case ErrorKind::AlreadyExists: return "AlreadyExists";
    case ErrorKind::Gone: return "Gone";
    case ErrorKind::Throttled: return "Throttled";
    case ErrorKind::Invalid: return "Invalid";
    case ErrorKind::Server: return "Server";
    case ErrorKind::BadInput: return "BadInput";
    }
    return "Unknown";
}

} // namespace kube
