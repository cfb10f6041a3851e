// SPDX-License-Identifier: Apache-2.0
#include "core/base/log.h"

#include <algorithm>
#include <iterator>

namespace kube {

Q_LOGGING_CATEGORY(logRest, "orrery.rest", QtWarningMsg)
Q_LOGGING_CATEGORY(logCache, "orrery.cache", QtWarningMsg)
Q_LOGGING_CATEGORY(logAuth, "orrery.auth", QtWarningMsg)
Q_LOGGING_CATEGORY(logSession, "orrery.session", QtWarningMsg)

namespace {

bool isScheme(const QByteArray &word)
{
    static const char *const known[] = {"bearer", "basic", "digest", "negotiate", "ntlm"};
    return std::any_of(std::begin(known), std::end(known), [&](const char *scheme) { return word.toLower() == scheme; });
}

bool isSecret(const QByteArray &name)
{
    static const char *const telling[] = {"authorization", "cookie", "token", "secret", "password", "api-key", "apikey", "sec-websocket-protocol"};
    return std::any_of(std::begin(telling), std::end(telling), [&](const char *word) { return name.contains(word); });
}

} // namespace

QByteArray redactedHeader(const QByteArray &name, const QByteArray &value)
{
    const QByteArray lower = name.toLower();
    if (!isSecret(lower))
        return value;
    const QByteArray scheme = value.left(value.indexOf(' '));
    const bool keepsScheme = lower.contains("authorization") && value.contains(' ') && isScheme(scheme);
    return keepsScheme ? scheme + " ***" : QByteArrayLiteral("***");
}

} // namespace kube
