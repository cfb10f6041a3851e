// SPDX-License-Identifier: Apache-2.0
#include "core/rest/http_response_reader.h"
#include "tests/fuzz/fuzz.h"

namespace {

struct Answer {
    std::optional<kube::HttpHead> head;
    std::string body;
    bool isWhole = false;
    bool isWholeOnceClosed = false;
    QString error;

    bool operator==(const Answer &other) const
    {
        return head.has_value() == other.head.has_value() && (!head || (head->status == other.head->status && head->headers == other.head->headers))
            && body == other.body && isWhole == other.isWhole && isWholeOnceClosed == other.isWholeOnceClosed && error == other.error;
    }
};

Answer answerOf(std::string_view input, const char *method, bool pieces)
{
    kube::HttpResponseReader reader(method);
    Answer answer;
    const auto feed = [&](std::string_view bytes) {
        const bool over = reader.isWhole() || reader.error();
        const QByteArray body = reader.feed(QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
        kube::test::mustHold(!over || body.isEmpty(), "nothing comes after the end");
        kube::test::mustHold(body.isEmpty() || reader.head(), "no body comes before the head");
        kube::test::mustHold(static_cast<std::size_t>(body.size()) <= bytes.size(), "a body is a part of what came");
        answer.body.append(body.constData(), static_cast<std::size_t>(body.size()));
    };
    if (pieces)
        kube::test::inPieces(input, feed);
    else
        feed(input);
    answer.head = reader.head();
    answer.isWhole = reader.isWhole();
    answer.isWholeOnceClosed = reader.close();
    kube::test::mustHold(!answer.isWhole || answer.isWholeOnceClosed, "what is whole stays so");
    kube::test::mustHold(!reader.error() || !answer.isWholeOnceClosed, "an answer is whole or wrong");
    answer.error = reader.error() ? reader.error()->message : QString();
    return answer;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kube::test;
    const std::string_view input = asText(data, size);
    mustHold(answerOf(input, "GET", false) == answerOf(input, "GET", true), "the same answer, however the bytes arrive");
    mustHold(answerOf(input, "HEAD", false).body.empty(), "an answer to HEAD has no body");
    // Whatever is sent in chunks comes out as it was.
    std::string chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    inPieces(input, [&chunked](std::string_view piece) {
        chunked += QByteArray::number(static_cast<qulonglong>(piece.size()), 16).toStdString() + "\r\n";
        chunked.append(piece) += "\r\n";
    });
    const Answer again = answerOf(chunked + "0\r\n\r\n", "GET", true);
    mustHold(again.isWhole && again.body == input, "chunks are read to the end");
    return 0;
}
