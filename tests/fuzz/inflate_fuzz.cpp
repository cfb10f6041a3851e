// SPDX-License-Identifier: Apache-2.0
#include "core/rest/inflate.h"
#include "tests/fuzz/fuzz.h"

#include <zlib.h>

namespace {

constexpr std::size_t most = 4 * 1024 * 1024; // a bomb has shown itself by then

struct Unpacked {
    std::string bytes;
    bool isWhole = false;
};

Unpacked unpack(std::string_view input, bool pieces)
{
    kube::GzipInflater inflater;
    Unpacked result;
    bool failed = false;
    const auto feed = [&](std::string_view bytes) {
        inflater.feed(QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
        while (!failed && result.bytes.size() < most) {
            const auto piece = inflater.next();
            failed = !piece;
            if (!piece || !*piece)
                return;
            kube::test::mustHold(!(*piece)->isEmpty(), "no piece is empty");
            kube::test::mustHold(static_cast<std::size_t>((*piece)->size()) <= kube::GzipInflater::pieceBytes, "memory does not follow the ratio");
            result.bytes.append((*piece)->data(), static_cast<std::size_t>((*piece)->size()));
        }
    };
    if (pieces)
        kube::test::inPieces(input, feed);
    else
        feed(input);
    const auto error = inflater.finish();
    kube::test::mustHold(!failed || error, "an error sticks");
    result.isWhole = !error;
    return result;
}

std::string packed(std::string_view bytes)
{
    z_stream stream{};
    deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string result(deflateBound(&stream, bytes.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    deflate(&stream, Z_FINISH);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    return result;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kube;
    const std::string_view input = test::asText(data, size);
    const Unpacked whole = unpack(input, false);
    const Unpacked pieces = unpack(input, true);
    if (whole.bytes.size() < most && pieces.bytes.size() < most) {
        test::mustHold(whole.bytes == pieces.bytes, "the same bytes, however they arrive");
        test::mustHold(whole.isWhole == pieces.isWhole, "the same outcome, however they arrive");
    }
    // What was packed, in two members, comes out as it was.
    const std::string two = packed(input.substr(0, size / 2)) + packed(input.substr(size / 2));
    const Unpacked again = unpack(two, true);
    test::mustHold(again.isWhole && again.bytes == input, "two members are read to the end");
    return 0;
}
