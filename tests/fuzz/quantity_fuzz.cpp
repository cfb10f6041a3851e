// SPDX-License-Identifier: Apache-2.0
#include "core/object/quantity.h"
#include "tests/fuzz/fuzz.h"

#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kube;
    const auto quantity = Quantity::parse(test::asText(data, size));
    if (!quantity)
        return 0;
    const auto again = Quantity::parse(std::to_string(quantity->milliValue()) + "m");
    test::mustHold(again && *again == *quantity, "thousandths read back as themselves");
    const auto whole = Quantity::parse(std::to_string(quantity->value()));
    test::mustHold(whole && (quantity->milliValue() >= 0 ? *whole >= *quantity : *whole <= *quantity), "units round away from zero");
    return 0;
}
