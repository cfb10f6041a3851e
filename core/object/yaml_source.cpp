// SPDX-License-Identifier: Apache-2.0
#include "core/object/yaml_source.h"

#include <algorithm>
#include <optional>

namespace kube {

namespace {

/// The character's length when it is well-formed UTF-8 and YAML allows it; else what is wrong.
struct Character {
    std::size_t size = 1;
    const char *fault = nullptr;
};

Character characterAt(std::string_view text, std::size_t at)
{
    constexpr const char *notUtf8 = "the text is not UTF-8";
    constexpr const char *control = "control characters are not allowed";
    const auto byte = [&](std::size_t offset) {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
    };
    const unsigned first = byte(0);
    if (first < 0x80) {
        const bool allowed = (first >= 0x20 && first != 0x7f) || first == '\t' || first == '\n' || first == '\r';
        return {1, allowed ? nullptr : control};
    }
    const std::size_t size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4)
        return {1, notUtf8};
    char32_t code = first & (0x7fU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xc0U) != 0x80U)
            return {1, notUtf8};
        code = (code << 6) | (byte(i) & 0x3fU);
    }
    static constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (code < smallest[size] || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
        return {1, notUtf8};
    const bool allowed = code == 0x85 || (code >= 0xa0 && code != 0xfffe && code != 0xffff);
    return {size, allowed ? nullptr : control};
}

/// Is there what could be the head of a literal or folded scalar?
bool mayHoldBlock(std::string_view text)
{
    for (std::size_t at = text.find_first_of("|>"); at != std::string_view::npos; at = text.find_first_of("|>", at + 1)) {
        if (at + 1 == text.size() || std::string_view(" \t\n+-123456789").find(text[at + 1]) != std::string_view::npos)
            return true;
    }
    return false;
}

} // namespace

Result<YamlSource> YamlSource::check(std::string_view yaml, std::size_t mostBytes)
{
    if (yaml.size() > mostBytes)
        return fail(Error::badInput(QStringLiteral("the text is larger than %1 bytes").arg(mostBytes)));
    if (yaml.starts_with("\xef\xbb\xbf"))
        yaml.remove_prefix(3);
    YamlSource source;
    source.m_text.reserve(yaml.size());
    for (std::size_t at = 0; at < yaml.size();) {
        const Character character = characterAt(yaml, at);
        if (character.fault)
            return fail(source.refused(QLatin1String(character.fault), source.m_text.size()));
        if (yaml[at] == '\r') {
            source.m_text += '\n';
            at += yaml.substr(at, 2) == "\r\n" ? 2 : 1;
        } else {
            source.m_text.append(yaml, at, character.size);
            at += character.size;
        }
    }
    // kubectl reads line by line and ends each, the last one too: a block of lines may be made of it.
    if (!source.m_text.empty() && source.m_text.back() != '\n' && mayHoldBlock(source.m_text))
        source.m_text += '\n';
    return source;
}

Error YamlSource::refused(const QString &why, std::size_t offset) const
{
    const auto before = std::string_view(m_text).substr(0, offset);
    const auto line = std::count(before.begin(), before.end(), '\n');
    const auto lineBegin = before.rfind('\n') + 1; // npos + 1 is the text's begin
    const auto column = std::count_if(before.begin() + std::ptrdiff_t(lineBegin), before.end(),
                                      [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; });
    return Error::badInput(why, QStringLiteral("line %1, column %2").arg(line + 1).arg(column + 1));
}

std::size_t YamlSource::contentAt(std::size_t offset) const
{
    while (offset < m_text.size() && (m_text[offset] == '&' || m_text[offset] == '!')) {
        offset = std::min(m_text.find_first_of(" \t\n", offset), m_text.size());
        for (;;) {
            offset = std::min(m_text.find_first_not_of(" \t\n", offset), m_text.size());
            if (offset == m_text.size() || m_text[offset] != '#')
                break;
            offset = std::min(m_text.find('\n', offset), m_text.size());
        }
    }
    return offset;
}

bool YamlSource::isKeyComplete(std::size_t offset) const
{
    const std::string_view text(m_text);
    const std::size_t before = offset == 0 ? std::string_view::npos : text.find_last_not_of(" \t", offset - 1);
    if (before != std::string_view::npos && text[before] == '?')
        return true;
    std::size_t at = contentAt(offset);
    if (at < text.size() && (text[at] == '"' || text[at] == '\'')) {
        const std::size_t end = endOfQuoted(at);
        at = end == std::string::npos ? end : text.find_first_not_of(" \t", end);
        return at != std::string_view::npos && text[at] == ':';
    }
    for (; at < text.size() && text[at] != '\n'; ++at) {
        const bool endsWord = at + 1 == text.size() || std::string_view(" \t\n").find(text[at + 1]) != std::string_view::npos;
        if (text[at] == ':' && endsWord)
            return true;
        if (text[at] == '#' && at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t'))
            return false;
    }
    return false;
}

bool YamlSource::isFirstOnLine(std::size_t offset) const
{
    const auto before = std::string_view(m_text).substr(0, offset);
    const std::size_t last = before.find_last_not_of(" \t");
    return last == std::string_view::npos || before[last] == '\n';
}

bool YamlSource::isDocumentBegin(std::size_t offset) const
{
    const std::string_view text(m_text);
    if (offset >= text.size() || text.substr(offset, 3) == "---")
        return true;
    // The content line above, if any, must end a document; nothing else may stand before on this one.
    std::size_t end = offset;
    for (bool isThisLine = true;; isThisLine = false) {
        const std::size_t newline = end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
        const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
        const auto line = text.substr(begin, end - begin);
        const std::size_t first = line.find_first_not_of(" \t");
        if (first != std::string_view::npos && line[first] != '#')
            return !isThisLine && line.starts_with("...");
        if (newline == std::string_view::npos)
            return true;
        end = newline;
    }
}

std::size_t YamlSource::endOfQuoted(std::size_t offset) const
{
    const char quote = m_text[offset];
    for (std::size_t at = offset + 1; at < m_text.size(); ++at) {
        if (m_text[at] == '\\' && quote == '"') {
            ++at;
        } else if (m_text[at] == quote) {
            if (quote == '"' || at + 1 == m_text.size() || m_text[at + 1] != quote)
                return at + 1;
            ++at;
        }
    }
    return std::string::npos;
}

} // namespace kube
