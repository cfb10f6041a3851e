// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace orrery::demo {

struct Certificate {
    QByteArray certPem;
    QByteArray keyPem;
};

/// A fresh self-signed EC certificate for 127.0.0.1, ::1 and localhost, good for a month; also its own authority.
/// Errors: Tls with OpenSSL's words.
[[nodiscard]] kube::Result<Certificate> makeCertificate();

} // namespace orrery::demo
