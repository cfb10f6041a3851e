// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/object/json_value.h"

#include <memory>
#include <string_view>

namespace kube {

/// A parsed document that owns its memory. Move-only. Thread: one at a time.
class JsonDocument
{
public:
    /// Errors: BadInput with the parser's words and, where known, the offset. Depth is limited to 1024.
    [[nodiscard]] static Result<JsonDocument> parse(std::string_view json);

    JsonDocument(JsonDocument &&) noexcept = default; ///< values of the other stay valid, and are this one's
    JsonDocument &operator=(JsonDocument &&) noexcept = default; ///< values of this one are valid no more

    [[nodiscard]] JsonValue root() const { return JsonValue(m_root); } ///< valid as long as the document

private:
    explicit JsonDocument(std::unique_ptr<simdjson::dom::parser> parser, simdjson::dom::element root)
        : m_parser(std::move(parser)), m_root(root)
    {
    }
    std::unique_ptr<simdjson::dom::parser> m_parser;
    simdjson::dom::element m_root;
};

/// Appends text as a JSON string, with its quotes: escaped where JSON must be, with U+FFFD for each byte that is no UTF-8.
void appendJsonString(std::string &out, std::string_view text);

/// The document with members sorted by their bytes at each level, as kubectl prints; indent 0 is minified.
[[nodiscard]] std::string sortedJson(JsonValue value, int indent = 0);

} // namespace kube
