// SPDX-License-Identifier: Apache-2.0
#include "core/object/padded_parser.h"

#include "core/object/large_integers.h"

#include <algorithm>

namespace kube {

char *PaddedParser::buffer(std::size_t size)
{
    if (m_bytes.size() < size + simdjson::SIMDJSON_PADDING)
        m_bytes.resize(std::max<std::size_t>(size + size / 4, 4096) + simdjson::SIMDJSON_PADDING);
    return m_bytes.data();
}

simdjson::error_code PaddedParser::parse(std::size_t size, simdjson::dom::element &root)
{
    const simdjson::error_code code = m_parser.parse(m_bytes.data(), size, false).get(root);
    if (code != simdjson::NUMBER_ERROR)
        return code;
    const std::string other = withLargeIntegersAsDoubles({m_bytes.data(), size});
    // The buffer stays as it is: callers go on with its text. The element needs neither.
    return other.empty() ? code : m_parser.parse(other.data(), other.size(), true).get(root);
}

} // namespace kube
