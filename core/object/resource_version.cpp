// SPDX-License-Identifier: Apache-2.0
#include "core/object/resource_version.h"

#include <algorithm>

namespace kube {

namespace {

bool isWellFormed(std::string_view text)
{
    return !text.empty() && text.front() != '0'
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::optional<std::strong_ordering> compareResourceVersions(std::string_view left, std::string_view right)
{
    if (!isWellFormed(left) || !isWellFormed(right))
        return std::nullopt;
    if (left.size() != right.size())
        return left.size() <=> right.size();
    return left.compare(right) <=> 0;
}

} // namespace kube
