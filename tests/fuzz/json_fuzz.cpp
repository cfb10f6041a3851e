// SPDX-License-Identifier: Apache-2.0
#include "core/object/json.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kube;
    const auto document = JsonDocument::parse(test::asText(data, size));
    if (!document)
        return 0;
    const std::string printed = document->root().toJson();
    const auto again = JsonDocument::parse(printed);
    test::mustHold(again.has_value(), "what is printed can be read");
    const std::string second = again->root().toJson();
    // -0.0 is printed as Go prints it, and what is read of that is the integer 0, as in Go.
    test::mustHold(second == printed || printed.find("-0") != std::string::npos, "printing is stable");
    const auto third = JsonDocument::parse(second);
    test::mustHold(third && third->root().toJson() == second, "printing is stable the second time");
    test::mustHold(JsonDocument::parse(sortedJson(document->root(), 2)).has_value(), "the sorted form can be read");
    return 0;
}
