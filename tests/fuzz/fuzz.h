// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace kube::test {

[[nodiscard]] inline std::string_view asText(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), size};
}

/// A property that must hold for every input: breaking it is a finding, in every build type.
inline void mustHold(bool holds, const char *what)
{
    if (!holds) {
        std::fprintf(stderr, "does not hold: %s\n", what);
        std::abort();
    }
}

/// fn(piece) for the input cut into pieces of 1 to 16 bytes. The sizes follow from the bytes, so that a finding is found
/// again; each piece is a block of its own, gone when fn returns, so that AddressSanitizer sees what outlives it.
template <typename Fn>
void inPieces(std::string_view input, Fn fn)
{
    std::uint32_t chance = 2166136261U;
    for (const char byte : input)
        chance = (chance ^ static_cast<unsigned char>(byte)) * 16777619U;
    while (!input.empty()) {
        chance = chance * 1664525U + 1013904223U;
        const std::string_view part = input.substr(0, 1 + (chance >> 28));
        const std::vector<char> piece(part.begin(), part.end());
        fn(std::string_view(piece.data(), piece.size()));
        input.remove_prefix(part.size());
    }
}

} // namespace kube::test
