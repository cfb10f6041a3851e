// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QLoggingCategory>

namespace kube {

Q_DECLARE_LOGGING_CATEGORY(logRest)
Q_DECLARE_LOGGING_CATEGORY(logCache)
Q_DECLARE_LOGGING_CATEGORY(logAuth)
Q_DECLARE_LOGGING_CATEGORY(logSession)

/// The header value as it may be logged: that of any header whose name tells of a credential is masked; a known
/// scheme of Authorization (Bearer, Basic, …) stays.
[[nodiscard]] QByteArray redactedHeader(const QByteArray &name, const QByteArray &value);

} // namespace kube
