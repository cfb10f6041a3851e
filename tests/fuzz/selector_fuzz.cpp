// SPDX-License-Identifier: Apache-2.0
#include "core/object/selector.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kube;
    const auto selector = LabelSelector::parse(test::asText(data, size));
    if (!selector) {
        test::mustHold(!selector.error().place.isEmpty(), "an error has its place");
        return 0;
    }
    const LabelSelector::Labels labels{{"app", "web"}, {"n", "5"}, {"empty", ""}};
    const std::string printed = selector->toString();
    const auto again = LabelSelector::parse(printed);
    test::mustHold(again.has_value(), "what is printed can be read");
    test::mustHold(again->toString() == printed, "printing is stable");
    test::mustHold(again->matches(labels) == selector->matches(labels), "it matches the same");
    return 0;
}
