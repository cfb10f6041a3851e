// SPDX-License-Identifier: Apache-2.0
#include "core/rest/watch_decoder.h"
#include "tests/fuzz/fuzz.h"

namespace {

struct Seen {
    std::vector<std::string> frames;
    bool isComplete = false;
};

Seen decode(std::string_view input, bool pieces)
{
    using kube::WatchFrame;
    kube::WatchDecoder decoder({4096, 64});
    Seen seen;
    bool failed = false;
    const auto feed = [&](std::string_view bytes) {
        if (failed)
            return;
        decoder.feed(bytes);
        for (;;) {
            const auto frame = decoder.next();
            failed = !frame;
            if (!frame || !*frame)
                return;
            kube::test::mustHold((*frame)->object.starts_with('{'), "an event's object is an object");
            kube::test::mustHold(((*frame)->type == WatchFrame::Type::Error) == (*frame)->error.has_value(), "errors alone have one");
            kube::test::mustHold((*frame)->type == WatchFrame::Type::Bookmark || (*frame)->resourceVersion.empty(), "bookmarks alone move");
            seen.frames.push_back(std::to_string(static_cast<int>((*frame)->type)) + std::string((*frame)->object)
                                  + (*frame)->resourceVersion + ((*frame)->initialEventsEnd ? "end" : ""));
        }
    };
    if (pieces)
        kube::test::inPieces(input, feed);
    else
        feed(input);
    const auto error = decoder.finish();
    kube::test::mustHold(!failed || error, "an error sticks");
    seen.isComplete = !error;
    return seen;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input = kube::test::asText(data, size);
    const Seen whole = decode(input, false);
    const Seen pieces = decode(input, true);
    kube::test::mustHold(whole.frames == pieces.frames, "the same events, however the bytes arrive");
    kube::test::mustHold(whole.isComplete == pieces.isComplete, "the same outcome, however the bytes arrive");
    return 0;
}
