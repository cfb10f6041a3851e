// SPDX-License-Identifier: Apache-2.0
#include "core/object/json.h"
#include "core/rest/list_splitter.h"
#include "tests/fuzz/fuzz.h"

namespace {

struct Cut {
    std::vector<std::string> items;
    kube::Result<kube::ListHead> head;
};

/// feed() is called with the whole input or with its pieces; one that fails early ends there, as a client does.
Cut cut(std::string_view input, kube::ListSplitter::Form form, bool pieces)
{
    kube::ListSplitter splitter(form, {2048, 4096, 64});
    Cut result;
    bool failed = false;
    const auto feed = [&](std::string_view bytes) {
        if (failed)
            return;
        splitter.feed(bytes);
        for (;;) {
            const auto item = splitter.next();
            failed = !item;
            if (!item || !*item)
                return;
            kube::test::mustHold((*item)->starts_with('{'), "an item is an object");
            kube::test::mustHold((*item)->size() <= 2048, "no item is larger than allowed");
            result.items.emplace_back(**item);
        }
    };
    if (pieces)
        kube::test::inPieces(input, feed);
    else
        feed(input);
    result.head = splitter.finish();
    kube::test::mustHold(!failed || !result.head, "an error sticks");
    kube::test::mustHold(splitter.itemCount() == result.items.size(), "items are counted");
    (void)splitter.headSoFar();
    return result;
}

/// What a whole parser makes of it: the items, when the document is a plain list that the splitter must be able to read.
bool isPlainList(std::string_view input, std::string_view key, std::vector<std::string> &items)
{
    const auto document = kube::JsonDocument::parse(input);
    if (!document || input.find('\\') != std::string_view::npos)
        return false; // a key may be written with escapes, which no server does
    int lists = 0;
    bool areObjects = true;
    document->root().forEachMember([&](std::string_view name, kube::JsonValue value) {
        if (name != key)
            return;
        ++lists;
        areObjects = areObjects && value.isArray();
        value.forEachItem([&](kube::JsonValue item) {
            areObjects = areObjects && item.isObject();
            items.push_back(item.toJson());
        });
    });
    return lists == 1 && areObjects && document->root()["kind"].string() != "Status";
}

void check(std::string_view input, kube::ListSplitter::Form form)
{
    const Cut whole = cut(input, form, false);
    const Cut pieces = cut(input, form, true);
    kube::test::mustHold(whole.items == pieces.items, "the same items, however the bytes arrive");
    kube::test::mustHold(whole.head.has_value() == pieces.head.has_value(), "the same outcome, however the bytes arrive");
    if (whole.head) {
        kube::test::mustHold(whole.head->resourceVersion == pieces.head->resourceVersion
                                 && whole.head->continueToken == pieces.head->continueToken
                                 && whole.head->remainingItemCount == pieces.head->remainingItemCount
                                 && whole.head->columnDefinitions == pieces.head->columnDefinitions,
                             "the same head, however the bytes arrive");
    }
    std::vector<std::string> expected;
    if (input.size() > 2048 || !isPlainList(input, form == kube::ListSplitter::Form::Table ? "rows" : "items", expected))
        return;
    const bool isTooDeep = !whole.head && whole.head.error().message.contains(QLatin1String("nested too deeply"));
    if (isTooDeep)
        return;
    kube::test::mustHold(whole.head.has_value(), "every plain list is read");
    kube::test::mustHold(whole.items.size() == expected.size(), "with all its items");
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const auto item = kube::JsonDocument::parse(whole.items[i]);
        kube::test::mustHold(item && item->root().toJson() == expected[i], "in their order");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input = kube::test::asText(data, size);
    check(input, kube::ListSplitter::Form::List);
    check(input, kube::ListSplitter::Form::Table);
    return 0;
}
