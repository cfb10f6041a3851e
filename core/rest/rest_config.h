// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"
#include "core/rest/completed_write.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <memory>

namespace kube {

class AuthProvider;
class Transport;
class WriteLock;

/// Whom to trust, and what to show of oneself. Source: client-go rest.TLSClientConfig.
struct TlsConfig {
    bool insecure = false;         ///< do not verify the server
    QString serverName;            ///< SNI and the name verified; empty: the URL's host
    QByteArray caData;             ///< PEM; empty: the system's authorities
    QByteArray certData;           ///< PEM client certificate, may hold a chain
    QByteArray keyData;            ///< PEM: RSA or EC
    QByteArray keyPassphrase;      ///< only when the key is encrypted
    /// Files the data came from, to be re-read when they change; empty when it came inline.
    QString caFile, certFile, keyFile;
};

/// As whom to act. Source: client-go rest.ImpersonationConfig.
struct Impersonation {
    QString userName;
    QString uid;
    QStringList groups;
    QMap<QString, QStringList> extra;
    [[nodiscard]] bool isEmpty() const { return userName.isEmpty(); } ///< as nobody but oneself?
};

/// How to reach one API server as one identity. A value: no file is read and nothing runs until it is used.
/// Source: client-go rest.Config.
struct RestConfig {
    QUrl host;                        ///< scheme, authority and prefix (Rancher style), without a trailing slash
    TlsConfig tls;
    std::shared_ptr<AuthProvider> auth; ///< bearer token, file, basic or exec plugin; null: none beyond TLS
    Impersonation impersonation;
    QUrl proxy;                       ///< http, https or socks5; empty: the environment's
    bool disableCompression = false;
    double qps = 50;                  ///< token bucket for short calls; <= 0: unlimited
    int burst = 100;
    Duration timeout = Duration::zero(); ///< of a whole short call; zero: none
    QByteArray userAgent;             ///< empty: defaultUserAgent(), which names the program
    bool readOnly = false;            ///< let only GET, HEAD and access reviews through
    std::shared_ptr<WriteLock> writeLock; ///< while it is locked, likewise, and dry runs; null: nothing is held back
    /// Puts something between the client and its transport (restClientFor() calls it): to count requests, say.
    std::function<std::shared_ptr<Transport>(std::shared_ptr<Transport>)> wrapTransport;
    /// Told the texts of each answer's Warning: 299 headers, on the client's thread; see warningsOnce(). Those of calls
    /// are in their Response too. Source: client-go rest.WarningHandler.
    std::function<void(const QStringList &)> onWarnings;
    /// Told of every write once it has ended, dry runs included: for an audit log. None passes it by.
    WriteObserver onWrite;
    /// How many requests RestStage::requestsAfter() remembers once they have ended; 0: nothing is paid for it.
    std::size_t rememberedRequests = 0;
};

} // namespace kube
