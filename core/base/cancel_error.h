// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"

namespace kube::error_code {

/// Values of Error::code, of Canceled: why nobody waited for the rest any more, where it is known.
inline constexpr QLatin1StringView Relisted("Relisted"); ///< everything is listed anew
inline constexpr QLatin1StringView Cut("Cut");           ///< somebody asked for it
inline constexpr QLatin1StringView Silent("Silent");     ///< nothing came for too long
inline constexpr QLatin1StringView Unused("Unused");     ///< nobody uses its informer any more

} // namespace kube::error_code

namespace kube {

/// Error::canceled() with one of these codes, or another.
[[nodiscard]] inline Error canceledFor(QLatin1StringView code)
{
    Error error = Error::canceled();
    error.code = code;
    return error;
}

} // namespace kube
