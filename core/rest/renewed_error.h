// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1String>

namespace kube::error_code {

/// A value of Error::code, of Transport: Transport::renew() gave the connection up for a new one; the server is not to blame.
inline constexpr QLatin1StringView Renewed("Renewed");

} // namespace kube::error_code
