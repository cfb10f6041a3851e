// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/rest_config.h"
#include "core/base/result.h"

#include <QSslConfiguration>

namespace kube {

/// What Qt needs to know of a TlsConfig. Errors: Tls, whose place is the file if it came from one.
[[nodiscard]] Result<QSslConfiguration> sslConfiguration(const TlsConfig &tls);

/// tls with the bytes its files hold now; a file that cannot be read or is empty keeps what was there.
[[nodiscard]] TlsConfig rereadFiles(const TlsConfig &tls);

} // namespace kube
