// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QNetworkProxy>
#include <QUrl>

#include <functional>

namespace kube {

/// Reads one environment variable.
using Environment = std::function<QString(const char *name)>;
[[nodiscard]] Environment systemEnvironment();

/// The proxy that the environment names for a server; empty: none. HTTPS_PROXY, HTTP_PROXY and NO_PROXY, upper case
/// first, then lower; never for loopback. Source: golang.org/x/net/http/httpproxy, which client-go uses.
/// Errors: BadInput naming the variable.
[[nodiscard]] Result<QUrl> proxyFromEnvironment(const QUrl &server, const Environment &environment);

/// Does NO_PROXY's list (names, .suffixes, addresses, CIDR ranges, each with an optional port; "*") hold the server?
[[nodiscard]] bool isExemptFromProxy(const QUrl &server, const QString &noProxy);

/// How Qt is told. An empty URL is no proxy. Errors: BadInput for a scheme that is not http, socks5 or socks5h
/// (https, TLS to the proxy itself, is beyond Qt Network).
[[nodiscard]] Result<QNetworkProxy> qtProxy(const QUrl &proxy, const QByteArray &userAgent);

} // namespace kube
