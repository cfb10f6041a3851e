// SPDX-License-Identifier: Apache-2.0
#include "core/object/json_write.h"
#include "core/object/yaml.h"
#include "core/object/yaml_scalar.h"

#include <algorithm>

namespace kube {

namespace {

/// From here on a key is written with "? ": readers take simple keys of 1024 characters at most.
constexpr std::size_t longestSimpleKey = 500;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool isAsciiDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The run of digits around this place.
std::string_view digitRun(std::string_view text, std::size_t at)
{
    std::size_t begin = at;
    while (begin > 0 && isAsciiDigit(text[begin - 1]))
        --begin;
    while (at < text.size() && isAsciiDigit(text[at]))
        ++at;
    return text.substr(begin, at - begin);
}

std::string_view withoutZeros(std::string_view digits)
{
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

/// The order of go-yaml's maps: digits after other signs, letters after digits, numbers by their value ("a2" before "a10").
bool isBefore(std::string_view left, std::string_view right)
{
    const auto [one, other] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    if (one == left.end() || other == right.end())
        return left.size() < right.size();
    if (isLetter(*one) != isLetter(*other))
        return isLetter(*other);
    if (isAsciiDigit(*one) != isAsciiDigit(*other))
        return isAsciiDigit(*other);
    if (isAsciiDigit(*one)) {
        const auto leftRun = digitRun(left, static_cast<std::size_t>(one - left.begin()));
        const auto rightRun = digitRun(right, static_cast<std::size_t>(other - right.begin()));
        const auto leftValue = withoutZeros(leftRun);
        const auto rightValue = withoutZeros(rightRun);
        if (leftValue.size() != rightValue.size())
            return leftValue.size() < rightValue.size();
        if (leftValue != rightValue)
            return leftValue < rightValue;
        if (leftRun.size() != rightRun.size())
            return leftRun.size() < rightRun.size();
    }
    return static_cast<unsigned char>(*one) < static_cast<unsigned char>(*other);
}

/// What a string holds that decides how it may be written.
struct Shape {
    bool needsEscapes = false;   ///< a character only "\x.." can carry
    bool hasNewline = false;
    bool hasTab = false;
    bool hasSpaceAtLineEnd = false;
    bool needsQuotes = false;    ///< an indicator of YAML's stands where a plain scalar may not have it
};

bool isUnprintable(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20)
        return byte != '\n' && byte != '\t';
    if (byte == 0x7f)
        return true;
    const auto next = [&](std::size_t offset) { return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U; };
    if (byte == 0xc2)
        return next(1) < 0xa0; // C1 controls, NEL among them
    if (byte == 0xe2 && next(1) == 0x80)
        return next(2) == 0xa8 || next(2) == 0xa9; // line and paragraph separators break lines in YAML 1.1
    if (byte == 0xef)
        return (next(1) == 0xbb && next(2) == 0xbf) || (next(1) == 0xbf && next(2) >= 0xbe); // BOM, U+FFFE, U+FFFF
    return false;
}

Shape shapeOf(std::string_view text)
{
    Shape shape;
    const auto isBlank = [&](std::size_t at) { return at >= text.size() || text[at] == ' ' || text[at] == '\t' || text[at] == '\n'; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        shape.needsEscapes |= isUnprintable(text, i);
        shape.hasTab |= c == '\t';
        shape.hasNewline |= c == '\n';
        shape.hasSpaceAtLineEnd |= (c == ' ' || c == '\t') && (i + 1 == text.size() || text[i + 1] == '\n');
        shape.needsQuotes |= (c == ':' && isBlank(i + 1)) || (c == '#' && i > 0 && isBlank(i - 1));
    }
    const char first = text.empty() ? '\0' : text.front();
    shape.needsQuotes |= std::string_view("#,[]{}&*!|>'\"%@`").find(first) != std::string_view::npos
        || ((first == '-' || first == '?' || first == ':') && isBlank(1)) || isBlank(0) || isBlank(text.size() - 1)
        || text.starts_with("---") || text.starts_with("...");
    return shape;
}

char32_t decode(std::string_view text, std::size_t at, std::size_t &size)
{
    const auto byte = [&](std::size_t offset) { return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U; };
    size = byte(0) >= 0xf0 ? 4 : byte(0) >= 0xe0 ? 3 : byte(0) >= 0xc0 ? 2 : 1;
    char32_t code = size == 1 ? byte(0) : byte(0) & (0x7fU >> size);
    for (std::size_t i = 1; i < size; ++i)
        code = (code << 6) | (byte(i) & 0x3fU);
    return code;
}

void appendDoubleQuoted(std::string &out, std::string_view text)
{
    static constexpr char hex[] = "0123456789ABCDEF";
    out += '"';
    for (std::size_t i = 0; i < text.size();) {
        std::size_t size = 1;
        const char32_t code = decode(text, i, size);
        switch (code) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\t': out += "\\t"; break;
        case '\r': out += "\\r"; break;
        default:
            if (!isUnprintable(text, i)) {
                out.append(text, i, size);
            } else {
                out += code > 0xff ? "\\u" : "\\x";
                for (int shift = code > 0xff ? 12 : 4; shift >= 0; shift -= 4)
                    out += hex[(code >> shift) & 15];
            }
        }
        i += size;
    }
    out += '"';
}

void appendSingleQuoted(std::string &out, std::string_view text)
{
    out += '\'';
    for (const char c : text) {
        if (c == '\'')
            out += '\'';
        out += c;
    }
    out += '\'';
}

class BlockWriter
{
public:
    explicit BlockWriter(std::string &out) : m_out(out) {}

    void document(JsonValue value)
    {
        if (isBlock(value))
            block(value, 0);
        else
            scalar(value, 0);
        if (!m_out.ends_with('\n'))
            m_out += '\n';
    }

private:
    static bool isBlock(JsonValue value) { return (value.isObject() || value.isArray()) && value.size() > 0; }

    void breakLine(int indent)
    {
        if (!m_out.ends_with('\n'))
            m_out += '\n';
        m_out.append(static_cast<std::size_t>(indent), ' ');
    }

    /// The members or items at this column; the cursor is there for the first.
    void block(JsonValue value, int indent)
    {
        bool first = true;
        if (value.isArray()) {
            value.forEachItem([&](JsonValue item) {
                if (!std::exchange(first, false))
                    breakLine(indent);
                m_out += "- ";
                if (isBlock(item))
                    block(item, indent + 2);
                else
                    scalar(item, indent + 2);
            });
            return;
        }
        std::vector<std::pair<std::string_view, JsonValue>> members;
        value.forEachMember([&](std::string_view key, JsonValue member) { members.emplace_back(key, member); });
        std::stable_sort(members.begin(), members.end(), [](const auto &left, const auto &right) { return isBefore(left.first, right.first); });
        for (const auto &[key, member] : members) {
            if (!std::exchange(first, false))
                breakLine(indent);
            writeKey(key, indent);
            if (!isBlock(member)) {
                m_out += ' ';
                scalar(member, indent + 2);
                continue;
            }
            // kubectl does not indent a list in a map; after "? " one must.
            const int inner = member.isArray() && key.size() <= longestSimpleKey ? indent : indent + 2;
            breakLine(inner);
            block(member, inner);
        }
    }

    void writeKey(std::string_view key, int indent)
    {
        const bool isLong = key.size() > longestSimpleKey;
        if (isLong)
            m_out += "? ";
        text(key, 0, false);
        if (isLong)
            breakLine(indent);
        m_out += ':';
    }

    void scalar(JsonValue value, int indent)
    {
        if (value.isString())
            text(value.string(), indent, true);
        else if (value.isObject())
            m_out += "{}";
        else if (value.isArray())
            m_out += "[]";
        else if (value.isNumber())
            m_out += number(value);
        else
            m_out += value.isBool() ? (value.boolean() ? "true" : "false") : "null";
    }

    static std::string number(JsonValue value)
    {
        std::string token = numberToken(value);
        const bool isWhole = token.find_first_of(".e") == std::string::npos && token.size() < 20;
        const bool isDouble = value.element().type() == simdjson::dom::element_type::DOUBLE;
        return isDouble && !isWhole ? formatGeneralNumber(*value.number()) : token;
    }

    void text(std::string_view text, int indent, bool literalAllowed)
    {
        const Shape shape = shapeOf(text);
        const bool beginsBlank = text.empty() || text.front() == ' ' || text.front() == '\n' || text.front() == '\t';
        if (shape.needsEscapes || (shape.hasNewline && (!literalAllowed || shape.hasSpaceAtLineEnd || beginsBlank))
            || (shape.hasTab && !shape.hasNewline)) {
            appendDoubleQuoted(m_out, text);
        } else if (shape.hasNewline) {
            literal(text, std::max(indent, 2));
        } else if (isAmbiguousPlain(text)) {
            appendDoubleQuoted(m_out, text);
        } else if (shape.needsQuotes) {
            appendSingleQuoted(m_out, text);
        } else {
            m_out += text;
        }
    }

    void literal(std::string_view text, int indent)
    {
        const bool endsWithNewline = text.back() == '\n';
        m_out += !endsWithNewline ? "|-" : text.ends_with("\n\n") ? "|+" : "|";
        std::size_t begin = 0;
        while (begin < text.size()) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            m_out += '\n';
            if (end > begin)
                m_out.append(static_cast<std::size_t>(indent), ' ').append(text, begin, end - begin);
            begin = end + 1;
        }
        if (endsWithNewline)
            m_out += '\n';
    }

    std::string &m_out;
};

} // namespace

std::string toYaml(JsonValue value)
{
    std::string out;
    if (value.exists())
        BlockWriter(out).document(value);
    return out;
}

} // namespace kube
