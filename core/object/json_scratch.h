// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/padded_parser.h"

#include <memory>
#include <string_view>
#include <vector>

namespace kube {

/// A parser and a padded buffer borrowed from this thread's store, returned when the lease ends. Leases nest:
/// each holds its own. Those that grew past a megabyte are freed rather than kept.
class JsonScratch
{
public:
    JsonScratch();
    ~JsonScratch();
    JsonScratch(const JsonScratch &) = delete;
    JsonScratch &operator=(const JsonScratch &) = delete;

    /// Room for size bytes and simdjson's padding; valid until the next call.
    [[nodiscard]] char *buffer(std::size_t size);
    /// Parses the first size bytes of buffer(); the element lives as long as this lease and its next parse.
    [[nodiscard]] simdjson::error_code parseBuffer(std::size_t size, simdjson::dom::element &root);
    /// Copies json into the buffer and parses it.
    [[nodiscard]] simdjson::error_code parse(std::string_view json, simdjson::dom::element &root);

private:
    static std::vector<std::unique_ptr<PaddedParser>> &spares();
    std::unique_ptr<PaddedParser> m_parser;
};

} // namespace kube
