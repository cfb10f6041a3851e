// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// The word that was meant: another case of it, or the nearest by a few letters. Empty when none is near.
[[nodiscard]] std::string_view meantWord(std::string_view written, const std::vector<std::string_view> &words);
[[nodiscard]] bool isSameButCase(std::string_view left, std::string_view right); ///< of ASCII letters

/// A name made of a text: letters made small, what a DNS-1123 name may not hold made "-".
[[nodiscard]] std::string asName(std::string_view text);
enum class NameRule { Label, Subdomain, Label1035 };
/// Whether it is a DNS-1123 label (63), a DNS-1123 subdomain (253) or a DNS-1035 label (63).
[[nodiscard]] bool isName(std::string_view text, NameRule rule);

/// A quantity that was meant by one that cannot be read: "1GB" is "1G", "500mi" is "500Mi". Empty when it is anyone's guess.
[[nodiscard]] std::string meantQuantity(std::string_view written);

} // namespace kube
