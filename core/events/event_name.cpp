// SPDX-License-Identifier: Apache-2.0
#include "core/events/event_name.h"

#include <algorithm>
#include <charconv>

namespace kube {

bool isDnsSubdomain(std::string_view name)
{
    const auto isAlphanumeric = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    if (name.empty() || name.size() > 253)
        return false;
    char before = '.';
    for (const char c : name) {
        const bool atEdge = before == '.' || c == '.';
        if (!isAlphanumeric(c) && c != '-' && c != '.')
            return false;
        if (atEdge && !isAlphanumeric(c == '.' ? before : c))
            return false;
        before = c;
    }
    return isAlphanumeric(before);
}

std::string EventNames::uuid()
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text = "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx";
    for (char &c : text) {
        if (c == 'x')
            c = digits[static_cast<std::size_t>(m_random() * 16) % 16];
    }
    return text;
}

ObjectKey EventNames::next(const std::string &namespaceName, const std::string &name, WallTime at)
{
    const std::int64_t now = std::chrono::duration_cast<std::chrono::nanoseconds>(at.time_since_epoch()).count();
    m_last = std::max(now, m_last + 1);
    char hex[16];
    const auto end = std::to_chars(hex, hex + sizeof hex, static_cast<std::uint64_t>(m_last), 16);
    std::string full = name + '.' + std::string(hex, end.ptr);
    return {namespaceName.empty() ? "default" : namespaceName, isDnsSubdomain(full) ? std::move(full) : uuid()};
}

} // namespace kube
