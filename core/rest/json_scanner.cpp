// SPDX-License-Identifier: Apache-2.0
#include "core/rest/json_scanner.h"

#include <array>
#include <cstring>

namespace kube {

namespace {

constexpr auto structural = [] {
    std::array<bool, 256> table{};
    for (const char byte : {'"', '{', '}', '[', ']'})
        table[static_cast<unsigned char>(byte)] = true;
    return table;
}();

/// One past the closing quote, or null with escaped telling how the piece ended.
const char *endOfString(const char *from, const char *end, bool &escaped)
{
    const char *start = from;
    if (escaped && from != end) {
        ++start;
        escaped = false;
    }
    for (const char *at = start; at < end;) {
        const auto *quote = static_cast<const char *>(std::memchr(at, '"', static_cast<std::size_t>(end - at)));
        const char *stop = quote ? quote : end;
        const char *run = stop;
        while (run > start && run[-1] == '\\')
            --run;
        const bool odd = (stop - run) % 2 != 0;
        if (!quote) {
            escaped = odd;
            return nullptr;
        }
        if (!odd)
            return quote + 1;
        at = start = quote + 1;
    }
    return nullptr;
}

} // namespace

JsonScanner::Position JsonScanner::scan(const char *from, const char *end)
{
    const char *at = from;
    for (;;) {
        if (m_inString) {
            const char *after = endOfString(at, end, m_escaped);
            if (!after)
                return {Outcome::NeedsMore, end};
            m_inString = false;
            at = after;
        }
        while (at != end && !structural[static_cast<unsigned char>(*at)])
            ++at;
        if (at == end)
            return {Outcome::NeedsMore, end};
        switch (*at++) {
        case '"':
            m_inString = true;
            break;
        case '{':
        case '[':
            if (++m_depth > m_maxDepth)
                return {Outcome::TooDeep, at};
            break;
        default:
            if (--m_depth <= 0) {
                m_depth = 0;
                return {Outcome::Ended, at};
            }
            m_inner += m_depth == 1 ? 1 : 0;
        }
    }
}

} // namespace kube
