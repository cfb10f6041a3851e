// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <optional>
#include <string_view>

namespace kube {

/// Compares resourceVersions of one resource: decimal without leading zero, any length. Nothing when either is
/// malformed ("" and "0" included): then only equality means anything.
/// Source: apimachinery util/resourceversion (Kubernetes 1.35).
[[nodiscard]] std::optional<std::strong_ordering> compareResourceVersions(std::string_view left, std::string_view right);

} // namespace kube
