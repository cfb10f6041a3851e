// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/yaml_tree.h"

#include <algorithm>
#include <array>

namespace kube::kubeconfig {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool allOf(std::string_view digits, std::string_view allowed)
{
    return !digits.empty() && digits.find_first_not_of(allowed) == std::string_view::npos;
}

/// [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?, which covers decimal and octal integers too.
bool isDecimal(std::string_view text)
{
    std::size_t at = 0;
    const auto digits = [&] {
        const std::size_t begin = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        return at - begin;
    };
    const std::size_t whole = digits();
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (digits() == 0 && whole == 0)
            return false;
    } else if (whole == 0) {
        return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        if (digits() == 0)
            return false;
    }
    return at == text.size();
}

bool isNumber(std::string_view written)
{
    std::string text(written);
    std::erase(text, '_');
    std::string_view rest = text;
    if (!rest.empty() && (rest.front() == '-' || rest.front() == '+'))
        rest.remove_prefix(1);
    if (rest == ".inf" || rest == ".Inf" || rest == ".INF")
        return true;
    if (written == ".nan" || written == ".NaN" || written == ".NAN")
        return true;
    if (rest.starts_with("0x") || rest.starts_with("0X"))
        return allOf(rest.substr(2), "0123456789abcdefABCDEF");
    if (rest.starts_with("0b") || rest.starts_with("0B"))
        return allOf(rest.substr(2), "01");
    if (rest.starts_with("0o") || rest.starts_with("0O"))
        return allOf(rest.substr(2), "01234567");
    return !written.empty() && written.front() != '_' && isDecimal(rest);
}

} // namespace

YamlNode::Kind kindOfPlainScalar(std::string_view text)
{
    static constexpr std::array nulls{"", "~", "null", "Null", "NULL"};
    static constexpr std::array bools{"y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE",
                                      "n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"};
    if (std::find(nulls.begin(), nulls.end(), text) != nulls.end())
        return YamlNode::Kind::Null;
    if (std::find(bools.begin(), bools.end(), text) != bools.end())
        return YamlNode::Kind::Bool;
    return isNumber(text) ? YamlNode::Kind::Number : YamlNode::Kind::String;
}

} // namespace kube::kubeconfig
