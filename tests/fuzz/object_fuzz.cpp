// SPDX-License-Identifier: Apache-2.0
#include "core/object/json.h"
#include "core/object/object_decoder.h"
#include "core/object/object_meta.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kube;
    const auto object = decodeObject(test::asText(data, size), {"", "v1", "Pod"});
    if (!object)
        return 0;
    const std::string json = (*object)->json();
    const auto document = JsonDocument::parse(json);
    test::mustHold(document.has_value(), "the held document is JSON");
    const JsonValue root = document->root();
    test::mustHold(root["apiVersion"].exists() && root["kind"].exists(), "it names its kind");
    (*object)->read([&](JsonValue same) { test::mustHold(same.toJson() == root.toJson(), "read() and json() agree"); });
    const ObjectMeta meta = ObjectMeta::of(root);
    test::mustHold(meta.name == (*object)->key().name && meta.uid == (*object)->uid(), "identity agrees with the document");
    const auto again = decodeObject(json);
    test::mustHold(again && (*again)->json() == json, "decoding it again changes nothing");
    return 0;
}
