// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1String>

namespace kube::error_code {

/// A value of Error::code, of Unauthorized: a credential plugin gave none, so no server was asked.
inline constexpr QLatin1StringView CredentialPlugin("CredentialPlugin");

} // namespace kube::error_code
