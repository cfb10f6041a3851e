// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

namespace kube {

/// A piece of a text: one YAML document with its "---", or one JSON value.
struct ManifestPiece {
    std::string_view text; ///< of the whole; without a byte order mark
    int line = 1;          ///< where it begins
    int column = 1;        ///< likewise; other than 1 for JSON values alone
    bool isJson = false;
};

/// Cuts where "---" or "..." begins a line, as YAML has it whatever stands around it, and between JSON values that follow one another.
/// Directives ("%YAML") stay with their document. What holds nothing but comments is left out.
[[nodiscard]] std::vector<ManifestPiece> splitManifest(std::string_view text);

} // namespace kube
