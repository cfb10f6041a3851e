// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/transport.h"

#include <QStringList>

#include <functional>

namespace kube {

/// Texts of the Warning headers of code 299, in order; several may share a header. A header that is not well formed
/// gives those before the fault. Source: RFC 7234 section 5.5, as apimachinery's net.ParseWarningHeaders reads it.
[[nodiscard]] QStringList warningsOf(const QList<Header> &headers);

/// For RestConfig::onWarnings: hands each text on the first time only. Remembers the last thousand.
[[nodiscard]] std::function<void(const QStringList &)> warningsOnce(std::function<void(const QString &)> tell);

} // namespace kube
