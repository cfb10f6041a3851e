// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// What is wrong with the key of a label, an annotation or a taint. Source: apimachinery validation.IsQualifiedName.
enum class MetadataKeyProblem {
    None,
    Empty,
    ManySlashes,      ///< PREFIX/NAME has one
    PrefixEmpty,      ///< "/name"
    PrefixTooLong,    ///< over 253
    PrefixNotDns,     ///< no DNS subdomain: small letters, digits, '-' and '.', a letter or digit at both ends of each part
    NameEmpty,        ///< "prefix/"
    NameTooLong,      ///< over 63
    NameCharacters,   ///< letters, digits, '-', '_' and '.' only, a letter or digit at both ends
};
/// What is wrong with the value of a label or a taint. Source: apimachinery validation.IsValidLabelValue.
enum class ValueProblem {
    None,
    TooLong,    ///< over 63
    Characters, ///< as a key's name; empty is good
};

/// Are letters of a prefix folded before they are judged? They are in annotations.
enum class PrefixCase { Small, Any };

[[nodiscard]] MetadataKeyProblem keyProblem(std::string_view key, PrefixCase prefixCase = PrefixCase::Small); ///< the first that is found
[[nodiscard]] ValueProblem labelValueProblem(std::string_view value); ///< the first that is found

/// What all annotations of an object may have together, keys and values. Source: apimachinery ValidateAnnotations.
inline constexpr std::size_t annotationBytesLimit = 256 * 1024;
/// What those have.
[[nodiscard]] std::size_t annotationBytes(const std::vector<std::pair<std::string, std::string>> &annotations);

} // namespace kube
