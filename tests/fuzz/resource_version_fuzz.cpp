// SPDX-License-Identifier: Apache-2.0
#include "core/object/resource_version.h"
#include "tests/fuzz/fuzz.h"

/// The input is two versions with a newline between them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kube;
    const auto text = test::asText(data, size);
    const auto cut = text.find('\n');
    const auto left = text.substr(0, cut);
    const auto right = cut == std::string_view::npos ? left : text.substr(cut + 1);
    const auto order = compareResourceVersions(left, right);
    const auto reverse = compareResourceVersions(right, left);
    test::mustHold(order.has_value() == reverse.has_value(), "both ways compare or neither");
    if (order) {
        test::mustHold((*order < 0) == (*reverse > 0) && (*order == 0) == (left == right), "the order is one");
    }
    return 0;
}
