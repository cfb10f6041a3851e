// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace kube {

/// What code branches on. Sentences for people are made by ui/base/error_text alone.
enum class ErrorKind {
    Canceled,       ///< the caller asked, or the owner went away
    Transport,      ///< no HTTP answer: refused, reset, timed out, cut short
    Tls,            ///< the peer's certificate, ours, or the handshake
    Unauthorized,   ///< HTTP 401, or a credential that could not be obtained
    Forbidden,      ///< HTTP 403
    NotFound,       ///< HTTP 404
    Conflict,       ///< HTTP 409 but for AlreadyExists
    AlreadyExists,  ///< HTTP 409 with that reason
    Gone,           ///< HTTP 410, reasons Expired and Gone: list again
    Throttled,      ///< HTTP 429
    Invalid,        ///< HTTP 400 and 422: the server refuses the content
    Server,         ///< any other answer that is not a success
    BadInput,       ///< bytes that are not what they claim to be: files, replies, plugin output
};

/// metav1.StatusCause
struct StatusCause {
    QString reason;
    QString message;
    QString field;
};

/// metav1.Status as the server sent it, or as synthesised from an answer without one.
struct Status {
    int code = 0; ///< HTTP code
    QString reason;
    QString message;
    QString group;
    QString kind; ///< details.kind: the resource, as the server names it
    QString name;
    QString uid;
    QList<StatusCause> causes;
    std::optional<std::chrono::seconds> retryAfter;
    QString continueToken; ///< metadata.continue of a 410 that offers an inconsistent continuation

    [[nodiscard]] bool hasCause(QStringView causeReason) const; ///< is there a cause with that reason?
};

/// Values of Error::code.
namespace error_code {
inline constexpr QLatin1StringView PassphraseRequired("PassphraseRequired"); ///< a private key is encrypted
inline constexpr QLatin1StringView ReadOnly("ReadOnly");                     ///< not sent: the session is read-only
inline constexpr QLatin1StringView PassphraseWrong("PassphraseWrong");       ///< and this does not open it
} // namespace error_code

/// What went wrong, for code and for people.
struct Error {
    ErrorKind kind = ErrorKind::Server;
    QString message;              ///< the server's or the library's words, unadorned
    QString place;                ///< where: a file with line, a URL path, an entry's name; may be empty
    std::optional<Status> status; ///< set when an API server answered
    QString code;                 ///< one of error_code, for the few cases told apart within a kind; mostly empty

    [[nodiscard]] static Error canceled(); ///< of kind Canceled
    [[nodiscard]] static Error badInput(QString message, QString place = {}); ///< of kind BadInput
    [[nodiscard]] static Error transport(QString message, QString place = {}); ///< of kind Transport
    /// Kind from the reason if it is known, else from the code. Never without words, even if the server is.
    [[nodiscard]] static Error fromStatus(Status status);

    [[nodiscard]] bool is(ErrorKind other) const { return kind == other; } ///< is it of this kind?
    /// "place: message", for logs and test output.
    [[nodiscard]] QString toString() const;
};

/// "Forbidden". Not toString: Qt Test takes that name for its own, and frees what it gives.
[[nodiscard]] const char *errorKindName(ErrorKind kind);

} // namespace kube
