// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"
#include "core/rest/transport.h"

namespace kube {

/// What to add to a request so that the server knows who asks.
struct Credential {
    QList<Header> headers;      ///< Authorization
    QByteArray certData;        ///< a client certificate from an exec plugin; PEM, may be empty
    QByteArray keyData;
};

/// Supplies credentials, perhaps slowly (an exec plugin), and renews them. Thread: the session's.
class AuthProvider
{
public:
    virtual ~AuthProvider() = default;
    /// Errors: Unauthorized, naming the plugin or the file and what it said.
    [[nodiscard]] virtual Future<Credential> credential() = 0;
    /// What credential() is waiting for at this moment, and for how long; nothing: it is not. For who waits no longer.
    [[nodiscard]] virtual std::optional<Error> awaited() const { return std::nullopt; }
    /// The server answered 401 to a request with this credential: the next credential() must be fresh. True when
    /// trying again can help (the request is then replayed once).
    virtual bool rejected(const Credential &credential) = 0;
    /// Nobody has refused this credential, but it is to be made anew where that can be done: connections are, too.
    virtual void renew(const Credential &credential) { (void)rejected(credential); }
    /// Calls changed, not within a call of this, when after a rejected() that was of no help there is another credential:
    /// trying again at once can help then. One listener; a provider that cannot know never calls it.
    virtual void setOnChanged(std::function<void()> changed) { (void)changed; }
};

} // namespace kube
