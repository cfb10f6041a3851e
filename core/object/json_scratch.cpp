// SPDX-License-Identifier: Apache-2.0
#include "core/object/json_scratch.h"

#include "core/object/large_integers.h"

#include <algorithm>
#include <cstring>

namespace kube {

namespace {
constexpr std::size_t largestKept = 1024 * 1024;
constexpr std::size_t mostKept = 4;
} // namespace

std::vector<std::unique_ptr<JsonScratch::Space>> &JsonScratch::spares()
{
    thread_local std::vector<std::unique_ptr<Space>> kept;
    return kept;
}

JsonScratch::JsonScratch()
{
    auto &kept = spares();
    if (kept.empty()) {
        m_space = std::make_unique<Space>();
    } else {
        m_space = std::move(kept.back());
        kept.pop_back();
    }
}

JsonScratch::~JsonScratch()
{
    auto &kept = spares();
    if (m_space->bytes.size() <= largestKept && kept.size() < mostKept)
        kept.push_back(std::move(m_space));
}

char *JsonScratch::buffer(std::size_t size)
{
    if (m_space->bytes.size() < size + simdjson::SIMDJSON_PADDING)
        m_space->bytes.resize(std::max<std::size_t>(size + size / 4, 4096) + simdjson::SIMDJSON_PADDING);
    return m_space->bytes.data();
}

simdjson::error_code JsonScratch::parseBuffer(std::size_t size, simdjson::dom::element &root)
{
    const simdjson::error_code code = m_space->parser.parse(m_space->bytes.data(), size, false).get(root);
    if (code != simdjson::NUMBER_ERROR)
        return code;
    const std::string other = withLargeIntegersAsDoubles({m_space->bytes.data(), size});
    if (other.empty())
        return code;
    std::memcpy(buffer(other.size()), other.data(), other.size());
    return m_space->parser.parse(m_space->bytes.data(), other.size(), false).get(root);
}

simdjson::error_code JsonScratch::parse(std::string_view json, simdjson::dom::element &root)
{
    char *const bytes = buffer(json.size());
    if (!json.empty())
        std::memcpy(bytes, json.data(), json.size());
    return parseBuffer(json.size(), root);
}

} // namespace kube
