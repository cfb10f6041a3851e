// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace kube {

/// Cuts bytes that arrive in pieces into lines. Bytes stay bytes: a character cut by a piece's end is whole again in
/// its line. Thread: one.
class LineSplitter
{
public:
    /// Longer lines are cut there.
    explicit LineSplitter(std::size_t maxLineBytes = 256 * 1024) : m_maxLineBytes(maxLineBytes) {}

    /// fn(std::string_view line), without its "\n" (or "\r\n"), for each line that is whole now. A longer line than
    /// allowed is given cut at a whole character; what follows of it is dropped.
    template <typename Fn>
    void feed(std::string_view bytes, Fn fn)
    {
        while (!bytes.empty()) {
            const auto end = bytes.find('\n');
            keep(bytes.substr(0, end));
            if (end == std::string_view::npos)
                return;
            bytes.remove_prefix(end + 1);
            finishLine();
            fn(std::string_view(m_line));
            m_line.clear();
            m_full = false;
        }
    }
    /// The last line when it has no end of its own; empty when there is none.
    [[nodiscard]] std::string_view rest() const { return m_line; }
    /// Forgets what has no end yet.
    void clear()
    {
        m_line.clear();
        m_full = false;
    }

private:
    void keep(std::string_view bytes);
    void finishLine();

    std::size_t m_maxLineBytes;
    std::string m_line;
    bool m_full = false; ///< the line has been cut
};

} // namespace kube
