// SPDX-License-Identifier: Apache-2.0
#include "core/requests/shell_quote.h"

#include <algorithm>
#include <array>

namespace kube {

namespace {

bool isPlain(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9')
        || std::string_view("_-./:,@%+=").find(byte) != std::string_view::npos;
}

bool isKey(char byte)
{
    return (byte >= 0 && byte < ' ' && byte != '\t' && byte != '\n') || byte == 0x7f;
}

std::string octal(char byte)
{
    const std::array<char, 4> digits{static_cast<char>('0' + (byte >> 6)), static_cast<char>('0' + ((byte >> 3) & 7)), static_cast<char>('0' + (byte & 7)), '\0'};
    return digits.data();
}

} // namespace

std::string shellQuoted(std::string_view text)
{
    text = text.substr(0, text.find('\0'));
    if (!text.empty() && std::all_of(text.begin(), text.end(), isPlain))
        return std::string(text);
    std::string quoted = "'";
    for (const char byte : text) {
        if (byte == '\'')
            quoted += "'\\''";
        else if (isKey(byte))
            quoted += "'\"$(printf '\\" + octal(byte) + "')\"'";
        else
            quoted += byte;
    }
    return quoted + "'";
}

} // namespace kube
