// SPDX-License-Identifier: Apache-2.0
#include "core/streams/line_splitter.h"

#include <algorithm>

namespace kube {

namespace {

/// Takes the bytes of an unfinished UTF-8 character off the end.
void dropPartialCharacter(std::string &text)
{
    std::size_t trailing = 0;
    while (trailing < 4 && trailing < text.size()) {
        const auto byte = static_cast<unsigned char>(text[text.size() - 1 - trailing]);
        if ((byte & 0xC0) != 0x80) {
            const std::size_t needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
            if (trailing + 1 < needed)
                text.resize(text.size() - trailing - 1);
            return;
        }
        ++trailing;
    }
}

} // namespace

void LineSplitter::keep(std::string_view bytes)
{
    if (m_full)
        return;
    const std::size_t room = m_maxLineBytes - m_line.size();
    m_line.append(bytes.substr(0, room));
    if (bytes.size() > room) {
        m_full = true;
        dropPartialCharacter(m_line);
    }
}

void LineSplitter::finishLine()
{
    if (m_line.ends_with('\r'))
        m_line.pop_back();
}

} // namespace kube
