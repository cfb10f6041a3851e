// SPDX-License-Identifier: Apache-2.0
#include "core/verbs/metadata_rules.h"

#include <algorithm>

namespace kube {

namespace {

constexpr std::size_t longestName = 63;
constexpr std::size_t longestPrefix = 253;

bool isSmall(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isLetterOrDigit(char c)
{
    return isSmall(c) || (c >= 'A' && c <= 'Z');
}

bool isNameText(std::string_view text)
{
    return !text.empty() && isLetterOrDigit(text.front()) && isLetterOrDigit(text.back())
        && std::all_of(text.begin(), text.end(), [](char c) { return isLetterOrDigit(c) || c == '-' || c == '_' || c == '.'; });
}

bool isDnsSubdomain(std::string_view text)
{
    for (;;) {
        const std::size_t dot = text.find('.');
        const std::string_view part = text.substr(0, dot);
        if (part.empty() || !isSmall(part.front()) || !isSmall(part.back())
            || !std::all_of(part.begin(), part.end(), [](char c) { return isSmall(c) || c == '-'; }))
            return false;
        if (dot == std::string_view::npos)
            return true;
        text.remove_prefix(dot + 1);
    }
}

} // namespace

MetadataKeyProblem keyProblem(std::string_view key, PrefixCase prefixCase)
{
    if (key.empty())
        return MetadataKeyProblem::Empty;
    std::string_view name = key;
    if (const std::size_t slash = key.find('/'); slash != std::string_view::npos) {
        name = key.substr(slash + 1);
        if (name.find('/') != std::string_view::npos)
            return MetadataKeyProblem::ManySlashes;
        std::string prefix(key.substr(0, slash));
        if (prefixCase == PrefixCase::Any)
            std::transform(prefix.begin(), prefix.end(), prefix.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        if (prefix.empty())
            return MetadataKeyProblem::PrefixEmpty;
        if (prefix.size() > longestPrefix)
            return MetadataKeyProblem::PrefixTooLong;
        if (!isDnsSubdomain(prefix))
            return MetadataKeyProblem::PrefixNotDns;
    }
    if (name.empty())
        return MetadataKeyProblem::NameEmpty;
    if (name.size() > longestName)
        return MetadataKeyProblem::NameTooLong;
    return isNameText(name) ? MetadataKeyProblem::None : MetadataKeyProblem::NameCharacters;
}

ValueProblem labelValueProblem(std::string_view value)
{
    if (value.size() > longestName)
        return ValueProblem::TooLong;
    return value.empty() || isNameText(value) ? ValueProblem::None : ValueProblem::Characters;
}

std::size_t annotationBytes(const std::vector<std::pair<std::string, std::string>> &annotations)
{
    std::size_t bytes = 0;
    for (const auto &[key, value] : annotations)
        bytes += key.size() + value.size();
    return bytes;
}

} // namespace kube
