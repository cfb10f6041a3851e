// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace kube {

/// A value or the Error that took its place. No exception crosses a room.
template <typename T>
using Result = tl::expected<T, Error>;

using Unexpected = tl::unexpected<Error>; ///< an Error on its way into a Result

/// A Result of any type that is this error.
[[nodiscard]] inline Unexpected fail(Error error)
{
    return Unexpected(std::move(error));
}

} // namespace kube
