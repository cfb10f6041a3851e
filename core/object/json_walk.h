// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace kube {

/// Walks the bytes of a document known to be valid, without reading them into anything.
class JsonWalker
{
public:
    explicit JsonWalker(std::string_view json, std::size_t begin = 0) : m_json(json), m_at(begin) {}

    [[nodiscard]] std::size_t position() const { return m_at; }
    [[nodiscard]] char peek() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }
    void advance() { ++m_at; }
    void stop() { m_at = m_json.size(); } ///< ends eachMember() and eachItem()

    void skipSpace()
    {
        while (m_at < m_json.size() && isSpace(m_json[m_at]))
            ++m_at;
    }

    /// Moves past the string that begins here and returns what is between its quotes, escapes untouched.
    std::string_view string()
    {
        const std::size_t begin = ++m_at;
        while (m_at < m_json.size() && m_json[m_at] != '"')
            m_at += m_json[m_at] == '\\' ? 2 : 1;
        const auto text = m_json.substr(begin, m_at - begin);
        ++m_at;
        return text;
    }

    void skipValue()
    {
        int depth = 0;
        do {
            const char c = peek();
            if (c == '"') {
                string();
            } else if (c == '{' || c == '[') {
                ++depth;
                ++m_at;
            } else if (c == '}' || c == ']') {
                --depth;
                ++m_at;
            } else if (depth > 0) {
                ++m_at;
            } else {
                while (m_at < m_json.size() && !isSpace(peek()) && peek() != ',' && peek() != '}' && peek() != ']')
                    ++m_at;
            }
        } while (depth > 0 && m_at < m_json.size());
    }

private:
    static bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

    std::string_view m_json;
    std::size_t m_at;
};

/// Calls member(key, begin of the key) for each member of the object that begins here, placed before the value,
/// which member must move past. The key is what is between its quotes, escapes untouched.
template <typename Member>
void eachMember(JsonWalker &scan, Member member)
{
    scan.advance();
    for (;;) {
        scan.skipSpace();
        if (scan.peek() == ',') {
            scan.advance();
            continue;
        }
        if (scan.peek() != '"') {
            scan.advance();
            return;
        }
        const std::size_t begin = scan.position();
        const auto key = scan.string();
        scan.skipSpace();
        scan.advance();
        scan.skipSpace();
        member(key, begin);
    }
}

/// Calls item() for each item of the array that begins here, placed before it; item must move past it.
template <typename Item>
void eachItem(JsonWalker &scan, Item item)
{
    scan.advance();
    for (;;) {
        scan.skipSpace();
        const char c = scan.peek();
        if (c == ',') {
            scan.advance();
        } else if (c == ']' || c == '\0') {
            scan.advance();
            return;
        } else {
            item();
        }
    }
}

} // namespace kube
