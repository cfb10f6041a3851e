// SPDX-License-Identifier: Apache-2.0
#include "core/streams/line_splitter.h"
#include "core/streams/log_position.h"
#include "tests/fuzz/fuzz.h"

namespace {

constexpr std::size_t longest = 64;

std::vector<std::string> linesOf(std::string_view input, bool pieces)
{
    kube::LineSplitter splitter(longest);
    std::vector<std::string> lines;
    const auto take = [&](std::string_view line) {
        kube::test::mustHold(line.size() <= longest, "no line is longer than allowed");
        kube::test::mustHold(line.find('\n') == std::string_view::npos, "a line is one line");
        lines.emplace_back(line);
    };
    if (pieces)
        kube::test::inPieces(input, [&](std::string_view piece) { splitter.feed(piece, take); });
    else
        splitter.feed(input, take);
    lines.emplace_back(splitter.rest());
    return lines;
}

/// Read up to a cut, then the log once more from the second of the last line: no line is lost and none comes twice.
void checkTakenUp(const std::vector<std::string> &lines)
{
    kube::LogPosition position;
    std::string last;
    for (const std::string &line : lines) {
        const auto stamped = kube::StampedLine::of(line);
        kube::test::mustHold(stamped.timestamp.size() + stamped.text.size() <= line.size(), "a stamp and a text are parts of the line");
        const bool isNew = position.advance(stamped);
        kube::test::mustHold(isNew, "nothing is a repeat before a cut");
        if (!stamped.timestamp.empty())
            last = line;
    }
    if (last.empty())
        return;
    const std::string second = position.since();
    position.resume();
    std::size_t repeated = 0;
    std::size_t inSecond = 0;
    for (const std::string &line : lines) {
        kube::LogPosition alone;
        const auto stamped = kube::StampedLine::of(line);
        (void)alone.advance(stamped);
        if (stamped.timestamp.empty() || alone.since() != second)
            continue;
        ++inSecond;
        repeated += position.advance(stamped) ? 0 : 1;
    }
    kube::test::mustHold(repeated <= inSecond, "only what was seen is a repeat");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input = kube::test::asText(data, size);
    const auto whole = linesOf(input, false);
    kube::test::mustHold(whole == linesOf(input, true), "the same lines, however the bytes arrive");
    checkTakenUp(whole);
    return 0;
}
