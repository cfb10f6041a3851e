// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/schema/problem_list.h"

#include <optional>

namespace kube {

/// Whether a document can be read, and if not why. Where: the byte of the first mistake that keeps it from being read; nothing
/// when it can be read but for keys that are there twice.
std::optional<std::uint32_t> checkSyntax(const YamlOutline &outline, const YamlOutline::Document &document, ProblemList &list);

} // namespace kube
