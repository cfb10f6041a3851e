// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1String>

namespace kube::error_code {

/// A value of Error::code, of Forbidden: not sent, for the context is protected and its writes are locked.
inline constexpr QLatin1StringView Protected("Protected");

} // namespace kube::error_code
