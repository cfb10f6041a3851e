// SPDX-License-Identifier: Apache-2.0
#include "core/object/json_strip.h"

namespace kube {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Walks the bytes of a document known to be valid.
class Scanner
{
public:
    explicit Scanner(std::string_view json) : m_json(json) {}

    [[nodiscard]] std::size_t position() const { return m_at; }
    [[nodiscard]] char peek() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }
    void advance() { ++m_at; }

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
    std::string_view m_json;
    std::size_t m_at = 0;
};

/// Calls member(key, begin of the key) for each member of the object that begins here, placed before the value,
/// which member must move past.
template <typename Member>
void eachMember(Scanner &scan, Member member)
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

} // namespace

std::string withoutManagedFields(std::string_view json)
{
    if (json.find("managedFields") == std::string_view::npos)
        return std::string(json);
    std::string out;
    out.reserve(json.size());
    std::size_t kept = 0;
    Scanner scan(json);
    scan.skipSpace();
    eachMember(scan, [&](std::string_view key, std::size_t) {
        if (key != "metadata" || scan.peek() != '{') {
            scan.skipValue();
            return;
        }
        std::size_t previousEnd = scan.position() + 1; // just past '{' or the last member that stays
        bool first = true;
        eachMember(scan, [&](std::string_view inner, std::size_t begin) {
            scan.skipValue();
            if (inner != "managedFields") {
                first = false;
                previousEnd = scan.position();
                return;
            }
            if (!first) { // the comma before it goes with it
                out.append(json, kept, previousEnd - kept);
                kept = scan.position();
            } else {
                out.append(json, kept, begin - kept);
                scan.skipSpace();
                if (scan.peek() == ',') {
                    scan.advance();
                    scan.skipSpace();
                }
                kept = scan.position();
            }
            previousEnd = kept;
        });
    });
    out.append(json, kept);
    return out;
}

} // namespace kube
