// SPDX-License-Identifier: Apache-2.0
#include "core/manifest/manifest_reader.h"
#include "core/manifest/manifest_split.h"
#include "tests/fuzz/fuzz.h"

#include "core/object/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kube;
    const std::string_view text = test::asText(data, std::min<std::size_t>(size, 20'000));
    const char *end = text.data();
    for (const ManifestPiece &piece : splitManifest(text)) {
        test::mustHold(piece.text.data() >= end && piece.text.data() + piece.text.size() <= text.data() + text.size(), "pieces follow one another");
        test::mustHold(piece.line > 0 && piece.column > 0, "a piece has a place");
        end = piece.text.data() + piece.text.size();
    }
    const auto documents = readManifest(text, {}, {.documents = 50, .documentBytes = 4000});
    test::mustHold(documents.size() <= 51, "no more than the most, and the word of it");
    for (const ManifestDocument &one : documents) {
        test::mustHold(one.place.line > 0 && one.place.column > 0, "a document has a place");
        if (one.problem) {
            test::mustHold(!one.problem->message.isEmpty() && !one.problem->mend.isEmpty(), "it says what to do");
            test::mustHold(one.problem->place.line > 0 && one.problem->place.column > 0, "a problem has a place");
        } else {
            test::mustHold(JsonDocument::parse(one.json).has_value(), "what can be sent is JSON");
            test::mustHold(!one.gvk.kind.empty() && !one.gvk.version.empty(), "it has a kind");
            test::mustHold(!one.key.name.empty() || !one.generateName.empty(), "it has a name, or will get one");
        }
    }
    static_cast<void>(repeatedDocuments(documents, "default"));
    return 0;
}
