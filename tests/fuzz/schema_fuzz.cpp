// SPDX-License-Identifier: Apache-2.0
#include "core/object/yaml.h"
#include "core/schema/complete.h"
#include "core/schema/explain.h"
#include "core/schema/validate.h"
#include "core/schema/yaml_cursor.h"
#include "core/schema/yaml_edit.h"
#include "tests/fuzz/fuzz.h"

namespace {

using namespace kube;

const char document[] = R"({"openapi":"3.0.0","components":{"schemas":{"T":{"type":"object","required":["spec"],
  "x-kubernetes-group-version-kind":[{"group":"","kind":"T","version":"v1"}],"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},
  "metadata":{"type":"object","properties":{"name":{"type":"string"},"labels":{"type":"object","additionalProperties":{"type":"string"}}}},
  "spec":{"type":"object","properties":{"self":{"$ref":"#/components/schemas/T"},"mode":{"type":"string","enum":["A","B"]},"n":{"type":"integer","minimum":1},
    "on":{"type":"boolean"},"p":{"type":"string","pattern":"^(a+)+$"},"size":{"x-kubernetes-int-or-string":true},
    "list":{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],"items":{"type":"object","properties":{"name":{"type":"string"}}}}}}}}}}})";

ObjectSchemaPtr schema()
{
    const auto schemas = OpenApiSchemas::parse({OpenApiDocument::Version::Three, document});
    return *ObjectSchema::of(*schemas, {"", "v1", "T"});
}

void checkNode(const YamlOutline &outline, YamlOutline::Index index, YamlOutline::Index parent)
{
    const auto &node = outline.node(index);
    const auto size = outline.text().size();
    test::mustHold(node.parent == parent, "a child knows its parent");
    test::mustHold(node.keyRange.begin <= node.keyRange.end && node.keyRange.end <= size, "a key is in the text");
    test::mustHold(node.range.begin <= node.range.end && node.range.end <= size, "a value is in the text");
    for (const auto child : node.children)
        checkNode(outline, child, index);
}

/// An edit of any text is the text that it says it is, or there is none.
void checkEdits(const YamlOutline &outline)
{
    const YamlOutline::Index step = std::max<YamlOutline::Index>(1, static_cast<YamlOutline::Index>(outline.size() / 20));
    JsonNode value = JsonNode::object();
    value.set("a: b", plainYamlValue("1"));
    for (YamlOutline::Index i = 0; i < outline.size(); i += step) {
        const SchemaPath path = outline.path(i);
        for (const auto &edit : {setYamlValue(outline, path, value), setYamlValue(outline, path, plainYamlValue("two")), removeYamlValue(outline, path),
                                 insertYamlItem(outline, path, 0, value), swapYamlItems(outline, path), renameYamlKey(outline, path, "key")}) {
            if (!edit)
                continue;
            std::string text = outline.text();
            text.replace(edit->range.begin, edit->range.end - edit->range.begin, edit->text);
            test::mustHold(text == edit->after.text(), "an edit makes the text that it says");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const ObjectSchemaPtr known = schema();
    const std::string text(test::asText(data, std::min<std::size_t>(size, 20'000)));
    const auto outline = YamlOutline::of(text);
    test::mustHold(!outline.documents().empty(), "there is a document");
    std::uint32_t end = 0;
    for (const auto &one : outline.documents()) {
        test::mustHold(one.range.begin >= end && one.range.end >= one.range.begin, "documents follow one another");
        end = one.range.end;
        if (one.root != YamlOutline::none)
            checkNode(outline, one.root, YamlOutline::none);
    }
    test::mustHold(end == text.size(), "they are the whole text");
    for (const auto &problem : validate(outline, {known})) {
        test::mustHold(problem.range.end <= text.size() && problem.line > 0 && problem.column > 0 && problem.length >= 0, "a problem is in the text");
        test::mustHold(!problem.message.isEmpty() && !problem.mend.isEmpty(), "it says what to do");
    }
    const TextLines lines(text);
    const std::uint32_t step = std::max<std::uint32_t>(1, static_cast<std::uint32_t>(text.size() / 50));
    for (std::uint32_t offset = 0; offset <= text.size(); offset += step) {
        const auto found = complete(outline, lines.place(offset), *known);
        test::mustHold(found.replaces.begin <= found.replaces.end && found.replaces.end <= text.size(), "what is replaced is in the text");
        if (const auto at = outline.nodeAt(offset); at != YamlOutline::none)
            static_cast<void>(explain(*known, outline.path(at)));
    }
    checkEdits(outline);
    static_cast<void>(explain(*known, SchemaPath::parse(text)));
    static_cast<void>(SchemaPath::parsePointer(text));
    return 0;
}
