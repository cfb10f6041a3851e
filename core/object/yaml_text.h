// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// The string that a plain scalar of several lines means.
[[nodiscard]] std::string foldedPlain(std::string_view written);
/// The string between single quotes.
[[nodiscard]] std::string singleQuoted(std::string_view inside);
/// The string between double quotes; an escape that is none stands as it is.
[[nodiscard]] std::string doubleQuoted(std::string_view inside);

/// What a block scalar's header says.
struct BlockHeader {
    bool isFolded = false;
    char chomping = ' '; ///< '-', '+' or ' '
    int indent = 0;      ///< 0: of the first line
};
/// The string of a block scalar's lines, their indentation gone.
[[nodiscard]] std::string blockText(const std::vector<std::string_view> &lines, const BlockHeader &header);

/// The value of a folded block scalar with the line ends that "+" keeps; header: where its ">" is in the text.
[[nodiscard]] std::string withKeptLineEnds(std::string_view text, std::size_t header, std::string value);

} // namespace kube
