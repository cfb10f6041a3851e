// SPDX-License-Identifier: Apache-2.0
#include "core/object/json.h"
#include "core/rest/retry.h"
#include "core/rest/status_decoder.h"
#include "core/rest/warnings.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

namespace {

/// Takes the head off "HTTP/1.1 429 …", as the fixtures' .http files begin; anything else is a body alone, of a 500.
kube::HttpHead headOf(std::string_view &input)
{
    kube::HttpHead head{500, {}};
    const auto end = std::min(input.find("\n\n"), input.find("\n\r\n"));
    if (!input.starts_with("HTTP/") || end == std::string_view::npos)
        return head;
    std::string_view lines = input.substr(0, end);
    input.remove_prefix(end + (input[end + 1] == '\r' ? 3 : 2));
    for (bool isFirst = true; !lines.empty(); isFirst = false) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
        const QByteArray bytes(line.data(), static_cast<qsizetype>(line.size()));
        if (isFirst)
            head.status = bytes.mid(9, 3).toInt();
        else if (const qsizetype colon = bytes.indexOf(':'); colon > 0)
            head.headers.append({bytes.left(colon).trimmed(), bytes.mid(colon + 1).trimmed()});
    }
    return head;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kube;
    std::string_view input = test::asText(data, size);
    const HttpHead head = headOf(input);
    const auto status = failureStatus(input);
    for (const char *method : {"GET", "POST"}) {
        const Error error = errorOfAnswer(head, input, method);
        test::mustHold(!error.message.isEmpty(), "an error has words");
        test::mustHold(error.status.has_value(), "an answer's error carries its Status");
        test::mustHold(!status || error.status->reason == status->reason, "the server's own Status is kept");
        test::mustHold(status || error.message.size() < 4096 || head.status / 100 == 3, "a page of markup is no sentence");
        if (const auto after = error.status->retryAfter)
            test::mustHold(after->count() >= 0 && std::chrono::duration_cast<std::chrono::seconds>(Duration(*after)) == *after, "a pause can be counted");
        for (const int retries : {0, 1, maxRetries}) {
            const auto delay = retryDelay({method, retries, head, true});
            test::mustHold(!delay || (*delay >= Duration::zero() && retries < maxRetries), "retries end");
        }
    }
    (void)warningsOf(head.headers);
    if (const auto document = JsonDocument::parse(input)) {
        const auto parsed = failureStatus(document->root());
        test::mustHold(!status || (parsed && parsed->message == status->message), "bytes and document agree");
    }
    return 0;
}
