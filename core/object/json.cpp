// SPDX-License-Identifier: Apache-2.0
#include "core/object/json.h"

#include "core/object/json_write.h"
#include "core/object/large_integers.h"
#include "core/object/valid_utf8.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

namespace kube {

Result<JsonDocument> JsonDocument::parse(std::string_view json)
{
    auto parser = std::make_unique<simdjson::dom::parser>();
    simdjson::dom::element root;
    // The parser copies into a padded buffer of its own: json may end at a page's end.
    simdjson::error_code code = parser->parse(json.data(), json.size(), true).get(root);
    if (code == simdjson::NUMBER_ERROR) {
        if (const std::string other = withLargeIntegersAsDoubles(json); !other.empty())
            code = parser->parse(other.data(), other.size(), true).get(root);
    }
    if (code)
        return fail(Error::badInput(QString::fromUtf8(simdjson::error_message(code))));
    return JsonDocument(std::move(parser), root);
}

void appendJsonString(std::string &out, std::string_view text)
{
    if (!isValidUtf8(text)) {
        appendJsonString(out, validUtf8(text));
        return;
    }
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(text, plain, i - plain);
        plain = i + 1;
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            out += "\\u00";
            out += hex[c >> 4];
            out += hex[c & 15];
        }
    }
    out.append(text, plain, text.size() - plain);
    out += '"';
}

std::string formatJsonNumber(double value)
{
    const double size = std::abs(value);
    const bool exponent = size != 0 && (size < 1e-6 || size >= 1e21);
    char text[400];
    const auto format = exponent || size >= 1e15 ? std::chars_format::scientific : std::chars_format::fixed;
    std::string out(text, std::to_chars(text, text + sizeof text, value, format).ptr);
    if (exponent) {
        // Go writes 1e-9 where to_chars writes 1e-09.
        if (const auto at = out.find("e-0"); at != std::string::npos)
            out.erase(at + 2, 1);
    } else if (const auto at = out.find("e+"); at != std::string::npos) {
        // The shortest digits and then zeros, where the fixed format would give all digits of the binary value.
        const auto power = static_cast<std::size_t>(std::stoi(out.substr(at + 2)));
        out.erase(at);
        std::erase(out, '.');
        const std::size_t digits = out.size() - (value < 0 ? 1 : 0);
        if (digits <= power)
            out.append(power + 1 - digits, '0');
        else if (digits > power + 1)
            out.insert(out.size() - (digits - power - 1), 1, '.');
    }
    return out;
}

std::string numberToken(JsonValue number)
{
    std::int64_t whole = 0;
    if (!number.element().get(whole))
        return std::to_string(whole);
    std::uint64_t large = 0;
    if (number.element().type() == simdjson::dom::element_type::UINT64 && !number.element().get(large))
        return std::to_string(large);
    return formatJsonNumber(number.number().value_or(0));
}

namespace {

class Writer
{
public:
    Writer(std::string &out, MemberOrder order, int indent) : m_out(out), m_order(order), m_indent(indent) {}

    void value(JsonValue value, int depth)
    {
        if (value.isObject())
            object(value, depth);
        else if (value.isArray())
            array(value, depth);
        else if (value.isString())
            appendJsonString(m_out, value.string());
        else if (value.isNumber())
            m_out += numberToken(value);
        else if (value.isBool())
            m_out += value.boolean() ? "true" : "false";
        else
            m_out += "null";
    }

private:
    void breakLine(int depth)
    {
        if (m_indent > 0) {
            m_out += '\n';
            m_out.append(static_cast<std::size_t>(m_indent) * static_cast<std::size_t>(depth), ' ');
        }
    }

    void object(JsonValue value, int depth)
    {
        bool first = true;
        const auto member = [&](std::string_view key, JsonValue child) {
            if (!std::exchange(first, false))
                m_out += ',';
            breakLine(depth + 1);
            appendJsonString(m_out, key);
            m_out += m_indent > 0 ? ": " : ":";
            this->value(child, depth + 1);
        };
        m_out += '{';
        if (m_order == MemberOrder::Sorted) {
            std::vector<std::pair<std::string_view, JsonValue>> members;
            value.forEachMember([&](std::string_view key, JsonValue child) { members.emplace_back(key, child); });
            std::stable_sort(members.begin(), members.end(),
                             [](const auto &left, const auto &right) { return left.first < right.first; });
            for (const auto &[key, child] : members)
                member(key, child);
        } else {
            value.forEachMember(member);
        }
        if (!first)
            breakLine(depth);
        m_out += '}';
    }

    void array(JsonValue value, int depth)
    {
        bool first = true;
        m_out += '[';
        value.forEachItem([&](JsonValue item) {
            if (!std::exchange(first, false))
                m_out += ',';
            breakLine(depth + 1);
            this->value(item, depth + 1);
        });
        if (!first)
            breakLine(depth);
        m_out += ']';
    }

    std::string &m_out;
    MemberOrder m_order;
    int m_indent;
};

} // namespace

void writeJson(std::string &out, JsonValue value, MemberOrder order, int indent)
{
    Writer(out, order, indent).value(value, 0);
}

std::string sortedJson(JsonValue value, int indent)
{
    std::string out;
    if (value.exists())
        writeJson(out, value, MemberOrder::Sorted, indent);
    return out;
}

} // namespace kube
