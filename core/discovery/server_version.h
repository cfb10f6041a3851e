// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace kube {

/// GET /version. Source: apimachinery version.Info.
struct ServerVersion {
    std::string gitVersion; ///< "v1.36.2", perhaps with a vendor's suffix
    std::string platform;
    int major = 0;
    int minor = 0; ///< the leading digits of "20+"

    /// Errors: BadInput when the document names no gitVersion.
    [[nodiscard]] static Result<ServerVersion> parse(std::string_view json);
};

} // namespace kube
