// SPDX-License-Identifier: Apache-2.0
#include "core/base/log.h"

namespace kube {

Q_LOGGING_CATEGORY(logRest, "orrery.rest", QtWarningMsg)
Q_LOGGING_CATEGORY(logCache, "orrery.cache", QtWarningMsg)
Q_LOGGING_CATEGORY(logAuth, "orrery.auth", QtWarningMsg)
Q_LOGGING_CATEGORY(logSession, "orrery.session", QtWarningMsg)

QByteArray redactedHeader(const QByteArray &name, const QByteArray &value)
{
    const QByteArray lower = name.toLower();
    if (lower == "authorization" || lower == "proxy-authorization") {
        const auto space = value.indexOf(' ');
        return space < 0 ? QByteArrayLiteral("***") : value.left(space) + " ***";
    }
    if (lower == "cookie" || lower == "set-cookie" || lower == "sec-websocket-protocol")
        return QByteArrayLiteral("***");
    return value;
}

} // namespace kube
