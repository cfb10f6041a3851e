// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kube {

/// The document without metadata.managedFields, every other byte as it was; deeper members of that name stay.
/// json must be a valid JSON object.
[[nodiscard]] std::string withoutManagedFields(std::string_view json);

} // namespace kube
