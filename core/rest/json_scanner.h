// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace kube {

/// The first byte that is not JSON's white space, or end.
[[nodiscard]] inline const char *skipSpace(const char *at, const char *end)
{
    while (at != end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
        ++at;
    return at;
}

/// Finds the end of one JSON object or array in bytes that arrive in pieces, by brackets and strings alone.
/// Thread: one.
class JsonScanner
{
public:
    explicit JsonScanner(int maxDepth) : m_maxDepth(maxDepth) {} ///< deeper nesting than maxDepth is TooDeep

    /// What the bytes so far amount to.
    enum class Outcome { NeedsMore, Ended, TooDeep };
    /// Within the document.
    struct Position {
        Outcome outcome;
        const char *at; ///< Ended: one past the closing bracket; else where scanning stopped
    };
    /// Scans on. The first byte ever given (since the last end) is the opening bracket.
    [[nodiscard]] Position scan(const char *from, const char *end);
    /// How many of the last document's members or items were objects or arrays.
    [[nodiscard]] int inner() const { return m_inner; }
    void reset() { *this = JsonScanner(m_maxDepth); } ///< before the next document

private:
    int m_maxDepth;
    int m_depth = 0;
    int m_inner = 0;
    bool m_inString = false;
    bool m_escaped = false; ///< in a string: the next byte is escaped
};

} // namespace kube
