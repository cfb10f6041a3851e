// SPDX-License-Identifier: Apache-2.0
#include "core/object/json_scratch.h"

#include <cstring>

namespace kube {

namespace {
constexpr std::size_t largestKept = 1024 * 1024;
constexpr std::size_t mostKept = 4;
} // namespace

std::vector<std::unique_ptr<PaddedParser>> &JsonScratch::spares()
{
    thread_local std::vector<std::unique_ptr<PaddedParser>> kept;
    return kept;
}

JsonScratch::JsonScratch()
{
    auto &kept = spares();
    if (kept.empty()) {
        m_parser = std::make_unique<PaddedParser>();
    } else {
        m_parser = std::move(kept.back());
        kept.pop_back();
    }
}

JsonScratch::~JsonScratch()
{
    auto &kept = spares();
    if (m_parser->capacity() <= largestKept && kept.size() < mostKept)
        kept.push_back(std::move(m_parser));
}

char *JsonScratch::buffer(std::size_t size)
{
    return m_parser->buffer(size);
}

simdjson::error_code JsonScratch::parseBuffer(std::size_t size, simdjson::dom::element &root)
{
    return m_parser->parse(size, root);
}

simdjson::error_code JsonScratch::parse(std::string_view json, simdjson::dom::element &root)
{
    char *const bytes = buffer(json.size());
    if (!json.empty())
        std::memcpy(bytes, json.data(), json.size());
    return parseBuffer(json.size(), root);
}

} // namespace kube
