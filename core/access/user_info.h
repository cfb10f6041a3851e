// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace kube {

/// Who the server says we are. Source: authentication/v1 UserInfo.
struct UserInfo {
    std::string name;
    std::string uid;
    std::vector<std::string> groups;

    /// Of a SelfSubjectReview. Errors: BadInput when it is none.
    [[nodiscard]] static Result<UserInfo> decode(std::string_view json);
};

} // namespace kube
