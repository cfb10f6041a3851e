// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/kubeconfig/config.h"

#include <QUrl>

namespace kube::kubeconfig {

/// The server as a URL without query, fragment and trailing slash. "HOST:PORT" alone is https when the cluster has
/// an authority or is insecure, else http. Errors: BadInput with the mend, without any password.
/// Source: client-go rest.DefaultServerURL.
[[nodiscard]] Result<QUrl> serverUrl(const Cluster &cluster);

/// Empty when there is none. Errors: BadInput when it is no http, https or socks5 URL with a host.
[[nodiscard]] Result<QUrl> proxyUrl(const Cluster &cluster);

} // namespace kube::kubeconfig
