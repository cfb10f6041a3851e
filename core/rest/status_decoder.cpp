// SPDX-License-Identifier: Apache-2.0
#include "core/rest/status_decoder.h"

#include "core/object/json.h"

#include <algorithm>
#include <limits>

namespace kube {

namespace {

constexpr std::size_t shownBytes = 2048;

QString utf8(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

/// The checks of /readyz: those that failed first, which stand anywhere in it and are what matters where it is cut.
std::string failuresFirst(std::string_view body)
{
    std::string failed, rest;
    while (!body.empty()) {
        const std::string_view line = body.substr(0, body.find('\n') == std::string_view::npos ? body.size() : body.find('\n') + 1);
        (line.starts_with("[-]") ? failed : rest).append(line);
        body.remove_prefix(line.size());
    }
    return failed + rest;
}

/// Whole characters only: a cut inside one would show a replacement character.
QString shortened(std::string_view body)
{
    std::size_t length = std::min(body.size(), shownBytes);
    while (length < body.size() && length > 0 && (static_cast<unsigned char>(body[length]) & 0xC0) == 0x80)
        --length;
    return utf8(body.substr(0, length)).trimmed();
}

struct Synthesised {
    const char *reason;
    const char *message;
};

/// Source: apimachinery api/errors NewGenericServerResponse.
Synthesised synthesise(int code, const QByteArray &method)
{
    switch (code) {
    case 400: return {"BadRequest", "the server rejected our request for an unknown reason"};
    case 401: return {"Unauthorized", "the server has asked for the client to provide credentials"};
    case 403: return {"Forbidden", "the server does not allow this request"};
    case 404: return {"NotFound", "the server could not find the requested resource"};
    case 405: return {"MethodNotAllowed", "the server does not allow this method on the requested resource"};
    case 406: return {"NotAcceptable", "the server was unable to respond with a content type that the client supports"};
    case 409:
        return method == "POST" ? Synthesised{"AlreadyExists", "the server reported a conflict"}
                                : Synthesised{"Conflict", "the server reported a conflict"};
    case 410: return {"", "the requested version is no longer available"};
    case 413: return {"", "the request is too large for the server"};
    case 415: return {"UnsupportedMediaType", "the media type of the request is not supported by the server"};
    case 422: return {"Invalid", "the server rejected our request due to an error in our request"};
    case 429: return {"TooManyRequests", "the server has received too many requests and has asked us to try again later"};
    case 503: return {"ServiceUnavailable", "the server is currently unable to handle the request"};
    case 504: return {"Timeout", "the server was unable to return a response in the time allotted"};
    default: break;
    }
    if (code >= 500)
        return {"InternalError", "an error on the server has prevented the request from succeeding"};
    return {"", "the server responded with an unexpected status"};
}

std::optional<std::chrono::seconds> retryAfterOf(const HttpHead &head)
{
    bool isInteger = false;
    const int seconds = head.header("Retry-After").trimmed().toInt(&isInteger);
    if (!isInteger || seconds < 0)
        return std::nullopt;
    return std::chrono::seconds(seconds);
}

} // namespace

bool isSuccess(int httpStatus)
{
    return (httpStatus >= 200 && httpStatus <= 206) || httpStatus == 101 || httpStatus == 304;
}

std::optional<Status> failureStatus(JsonValue root)
{
    if (root["kind"].string() != "Status" || root["status"].string() == "Success")
        return std::nullopt;
    const std::string_view apiVersion = root["apiVersion"].string();
    if (!apiVersion.empty() && apiVersion != "v1")
        return std::nullopt;
    Status status;
    status.code = static_cast<int>(root["code"].integer(0));
    status.reason = utf8(root["reason"].string());
    status.message = utf8(root["message"].string());
    status.continueToken = utf8(root["metadata"]["continue"].string());
    const JsonValue details = root["details"];
    status.group = utf8(details["group"].string());
    status.kind = utf8(details["kind"].string());
    status.name = utf8(details["name"].string());
    status.uid = utf8(details["uid"].string());
    // An int32 in the API; anything larger would overflow once it is counted in nanoseconds.
    if (const auto seconds = details["retryAfterSeconds"].integer(); seconds && *seconds > 0)
        status.retryAfter = std::chrono::seconds(std::min<std::int64_t>(*seconds, std::numeric_limits<std::int32_t>::max()));
    details["causes"].forEachItem([&status](JsonValue cause) {
        status.causes.append({utf8(cause["reason"].string()), utf8(cause["message"].string()), utf8(cause["field"].string())});
    });
    return status;
}

std::optional<Status> failureStatus(std::string_view json)
{
    // A Status names its kind early; only what might be one is parsed.
    if (json.substr(0, 4096).find("\"Status\"") == std::string_view::npos)
        return std::nullopt;
    const auto document = JsonDocument::parse(json);
    return document ? failureStatus(document->root()) : std::nullopt;
}

Error errorOfAnswer(const HttpHead &head, std::string_view body, const QByteArray &method)
{
    if (auto status = failureStatus(body)) {
        if (status->code == 0)
            status->code = head.status;
        if (!status->retryAfter)
            status->retryAfter = retryAfterOf(head);
        return Error::fromStatus(std::move(*status));
    }
    Status status;
    status.code = head.status;
    status.retryAfter = retryAfterOf(head);
    if (head.status >= 300 && head.status < 400) {
        // Following would hand the credentials to whoever the answer names.
        status.message = QStringLiteral("the server redirects to %1").arg(QString::fromUtf8(head.header("Location")));
        return Error::fromStatus(std::move(status));
    }
    const auto [reason, message] = synthesise(head.status, method);
    status.reason = QString::fromLatin1(reason);
    status.message = QString::fromLatin1(message);
    const bool isCheckList = body.starts_with("[+]") || body.starts_with("[-]");
    if (const QString words = isCheckList && body.size() > shownBytes ? shortened(failuresFirst(body)) : shortened(body); !words.isEmpty()) {
        status.causes.append({QStringLiteral("UnexpectedServerResponse"), words, {}});
        // A proxy's page of markup explains nothing in a sentence; the cause keeps it.
        if (!words.startsWith(QLatin1Char('<')))
            status.message += QStringLiteral(" (%1)").arg(words);
    } else if (head.status < 400) {
        status.message += QStringLiteral(" %1").arg(head.status);
    }
    return Error::fromStatus(std::move(status));
}

} // namespace kube
