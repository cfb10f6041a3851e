// SPDX-License-Identifier: Apache-2.0
#include "core/object/yaml_text.h"

#include <algorithm>
#include <charconv>

namespace kube {

namespace {

void appendUtf8(std::string &out, char32_t code)
{
    const auto tail = [&](int shift) { out += static_cast<char>(0x80U | ((code >> shift) & 0x3fU)); };
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xc0U | (code >> 6));
        tail(0);
    } else if (code < 0x10000) {
        out += static_cast<char>(0xe0U | (code >> 12));
        tail(6);
        tail(0);
    } else if (code < 0x110000) {
        out += static_cast<char>(0xf0U | (code >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

bool isBlankByte(char c)
{
    return c == ' ' || c == '\t';
}

/// Takes the line break at `at` and what belongs to it, and writes what it means: a blank, or one "\n" for each empty line.
void foldBreak(std::string_view text, std::size_t &at, std::string &out)
{
    int breaks = 0;
    while (at < text.size() && (isBlankByte(text[at]) || text[at] == '\n' || text[at] == '\r')) {
        if (text[at] == '\r' || text[at] == '\n') {
            at += text.substr(at, 2) == "\r\n" ? 1 : 0;
            ++breaks;
        }
        ++at;
    }
    if (breaks == 1)
        out += ' ';
    else
        out.append(static_cast<std::size_t>(breaks - 1), '\n');
}

/// Blanks at the end of what has been written since `from`.
void trimEnd(std::string &out, std::size_t from)
{
    while (out.size() > from && isBlankByte(out.back()))
        out.pop_back();
}

bool isBreak(char c)
{
    return c == '\n' || c == '\r';
}

/// Takes what follows a backslash.
void escape(std::string_view text, std::size_t &at, std::string &out)
{
    const char c = text[at++];
    const auto number = [&](std::size_t digits) {
        unsigned code = 0;
        const auto part = text.substr(at, digits);
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), code, 16);
        if (error != std::errc() || end != part.data() + digits) {
            (out += '\\') += c;
            return;
        }
        at += digits;
        appendUtf8(out, code);
    };
    switch (c) {
    case '0': out += '\0'; break;
    case 'a': out += '\a'; break;
    case 'b': out += '\b'; break;
    case 't': case '\t': out += '\t'; break;
    case 'n': out += '\n'; break;
    case 'v': out += '\v'; break;
    case 'f': out += '\f'; break;
    case 'r': out += '\r'; break;
    case 'e': out += '\x1b'; break;
    case 'N': appendUtf8(out, 0x85); break;
    case '_': appendUtf8(out, 0xa0); break;
    case 'L': appendUtf8(out, 0x2028); break;
    case 'P': appendUtf8(out, 0x2029); break;
    case 'x': number(2); break;
    case 'u': number(4); break;
    case 'U': number(8); break;
    case ' ': case '"': case '/': case '\\': out += c; break;
    default: (out += '\\') += c;
    }
}

} // namespace

std::string foldedPlain(std::string_view written)
{
    std::string out;
    for (std::size_t at = 0; at < written.size();) {
        if (isBreak(written[at])) {
            trimEnd(out, 0);
            foldBreak(written, at, out);
        } else {
            out += written[at++];
        }
    }
    return out;
}

std::string singleQuoted(std::string_view inside)
{
    std::string out;
    for (std::size_t at = 0; at < inside.size();) {
        if (isBreak(inside[at])) {
            trimEnd(out, 0);
            foldBreak(inside, at, out);
        } else {
            at += inside.substr(at, 2) == "''" ? 1 : 0;
            out += inside[at++];
        }
    }
    return out;
}

std::string doubleQuoted(std::string_view inside)
{
    std::string out;
    std::size_t escaped = 0; // up to here blanks are meant
    for (std::size_t at = 0; at < inside.size();) {
        if (isBreak(inside[at])) {
            trimEnd(out, escaped);
            foldBreak(inside, at, out);
        } else if (inside[at] == '\\' && at + 1 < inside.size()) {
            ++at;
            if (isBreak(inside[at])) {
                std::string gone; // a break that is escaped is none, but empty lines after it are
                foldBreak(inside, at, gone);
                out += gone == " " ? std::string() : gone;
            } else {
                escape(inside, at, out);
            }
            escaped = out.size();
        } else {
            out += inside[at++];
        }
    }
    return out;
}

std::string blockText(const std::vector<std::string_view> &lines, const BlockHeader &header)
{
    std::size_t count = lines.size();
    while (count > 0 && lines[count - 1].empty())
        --count;
    std::string out;
    bool before = false; // is there a line of text above, and is it one that folds?
    std::size_t empty = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto line = lines[i];
        if (!header.isFolded) {
            out += i > 0 ? "\n" : "";
            out += line;
            continue;
        }
        if (line.empty()) {
            ++empty;
            continue;
        }
        const bool folds = !isBlankByte(line.front());
        const bool isFirst = i == empty;
        if (isFirst)
            out.append(empty, '\n');
        else if (folds && before)
            out += empty == 0 ? std::string(" ") : std::string(empty, '\n');
        else
            out.append(empty + 1, '\n');
        out += line;
        before = folds;
        empty = 0;
    }
    if (header.chomping == '+')
        out.append(lines.size() - count + (count > 0 ? 1 : 0), '\n');
    else if (header.chomping != '-' && count > 0)
        out += '\n';
    return out;
}

std::string withKeptLineEnds(std::string_view text, std::size_t header, std::string value)
{
    const auto lineAt = [&](std::size_t begin) { return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin); };
    const auto spacesOf = [](std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); };
    const auto signs = lineAt(header);
    const std::size_t plus = signs.find('+');
    const std::size_t content = value.find_first_not_of('\n');
    if (plus == std::string_view::npos || plus > 2 || content == std::string::npos)
        return value;
    std::size_t indent = 0;
    std::size_t ends = 0; // of the last line with content and of those behind it
    bool isFirst = true;
    for (std::size_t begin = header + signs.size() + 1; begin < text.size();) {
        const auto line = lineAt(begin);
        const std::size_t spaces = spacesOf(line);
        const bool isBlank = spaces == line.size();
        if (!isBlank && isFirst) {
            // What the value begins with is deeper than its indentation.
            const std::size_t own = spacesOf(std::string_view(value).substr(content));
            indent = spaces - std::min(spaces, own);
            isFirst = false;
        }
        const bool isMarker = indent == 0 && (line.starts_with("---") || line.starts_with("..."));
        if (!isBlank && (spaces < indent || isMarker))
            break;
        const bool isEmpty = isFirst || (isBlank && line.size() <= indent);
        begin += line.size() + 1;
        ends = (isEmpty ? ends : 0) + (begin <= text.size() ? 1 : 0);
    }
    value.resize(value.find_last_not_of('\n') + 1);
    return value.append(ends, '\n');
}

} // namespace kube
