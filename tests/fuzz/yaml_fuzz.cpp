// SPDX-License-Identifier: Apache-2.0
#include "core/object/json.h"
#include "core/object/yaml.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kube;
    YamlLimits limits;
    limits.bytes = 1024 * 1024;
    limits.nodes = 50'000;
    const auto documents = yamlStreamToJson(test::asText(data, size), limits);
    const auto single = yamlToJson(test::asText(data, size), limits);
    if (!documents) {
        test::mustHold(!single, "no single document where there is no stream");
        return 0;
    }
    for (const auto &json : *documents) {
        const auto document = JsonDocument::parse(json);
        test::mustHold(document.has_value(), "what is read is JSON");
        const std::string yaml = toYaml(document->root());
        const auto back = yamlToJson(yaml);
        test::mustHold(back.has_value(), "what is written can be read");
        const auto backDocument = JsonDocument::parse(*back);
        test::mustHold(backDocument && sortedJson(backDocument->root()) == sortedJson(document->root()), "nothing is lost on the way");
    }
    return 0;
}
