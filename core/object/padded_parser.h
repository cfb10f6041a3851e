// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <simdjson.h>

#include <vector>

namespace kube {

/// A parser with a buffer that has simdjson's padding.
class PaddedParser
{
public:
    /// Room for size bytes and the padding; valid until the next call.
    [[nodiscard]] char *buffer(std::size_t size);
    /// Parses the first size bytes of buffer(), integers of more than 64 bits as doubles; the element lives until the next parse.
    [[nodiscard]] simdjson::error_code parse(std::size_t size, simdjson::dom::element &root);
    [[nodiscard]] std::size_t capacity() const { return m_bytes.size(); } ///< bytes

private:
    simdjson::dom::parser m_parser;
    std::vector<char> m_bytes;
};

} // namespace kube
