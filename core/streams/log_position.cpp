// SPDX-License-Identifier: Apache-2.0
#include "core/streams/log_position.h"

#include <algorithm>
#include <cctype>

namespace kube {

namespace {

constexpr std::size_t secondLength = 19; // 2026-11-23T06:24:38

bool isTimestamp(std::string_view text)
{
    static constexpr std::string_view shape = "0000-00-00T00:00:00";
    if (text.size() <= secondLength)
        return false;
    for (std::size_t i = 0; i < secondLength; ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (shape[i] == '0' ? !digit : text[i] != shape[i])
            return false;
    }
    return true;
}

/// Without the fraction, with the zone: kubelets print that of their node.
std::string secondOf(std::string_view timestamp)
{
    const auto zone = timestamp.find_first_not_of(".0123456789", secondLength);
    return std::string(timestamp.substr(0, secondLength))
        + std::string(zone == std::string_view::npos ? std::string_view("Z") : timestamp.substr(zone));
}

std::uint64_t hashOf(const StampedLine &line)
{
    const std::hash<std::string_view> hash;
    const std::uint64_t seed = hash(line.timestamp);
    return hash(line.text) ^ (seed + 0x9e3779b97f4a7c15ULL + (seed << 6) + (seed >> 2));
}

} // namespace

StampedLine StampedLine::of(std::string_view line)
{
    const auto space = line.find(' ');
    const std::string_view first = line.substr(0, space);
    if (!isTimestamp(first))
        return {{}, line};
    return {first, space == std::string_view::npos ? std::string_view() : line.substr(space + 1)};
}

bool LogPosition::advance(const StampedLine &line)
{
    if (line.timestamp.empty())
        return true;
    const std::uint64_t hash = hashOf(line);
    if (const auto repeat = m_repeats.find(hash); repeat != m_repeats.end()) {
        if (--repeat->second == 0)
            m_repeats.erase(repeat);
        return false;
    }
    std::string second = secondOf(line.timestamp);
    // stdout and stderr may swap places: a line of an earlier second does not turn the clock back.
    if (m_second.empty() || second > m_second) {
        m_second = std::move(second);
        m_seen.clear();
        m_repeats.clear();
    } else if (second != m_second) {
        return true;
    }
    ++m_seen[hash];
    return true;
}

} // namespace kube
