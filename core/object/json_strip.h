// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace kube {

/// Copies the document without metadata.managedFields, every other byte as it was; deeper members of that name stay.
/// out has room for as many bytes as json has; returns how many it got. Of what is no valid JSON object it gets anything.
[[nodiscard]] std::size_t copyWithoutManagedFields(std::string_view json, char *out);

} // namespace kube
