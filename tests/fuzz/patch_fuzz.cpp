// SPDX-License-Identifier: Apache-2.0
#include "core/object/json.h"
#include "core/object/patch.h"
#include "tests/fuzz/fuzz.h"

/// The input is two documents with a line of "%%" between them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kube;
    const auto text = test::asText(data, size);
    const auto cut = text.find("\n%%\n");
    if (cut == std::string_view::npos)
        return 0;
    const auto left = text.substr(0, cut);
    const auto right = text.substr(cut + 4);
    for (const auto &result : {applyJsonPatch(left, right), applyMergePatch(left, right)})
        test::mustHold(!result || JsonDocument::parse(*result).has_value(), "a patched document is JSON");
    const auto patch = makeMergePatch(left, right);
    if (!patch)
        return 0;
    const auto reached = applyMergePatch(left, *patch);
    test::mustHold(reached.has_value(), "a made patch applies");
    const auto rest = makeMergePatch(*reached, right);
    test::mustHold(rest.has_value(), "the result compares");
    const auto reachedAgain = applyMergePatch(*reached, *rest);
    test::mustHold(reachedAgain && *reachedAgain == *reached, "a made patch leads all the way");
    return 0;
}
