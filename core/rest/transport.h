// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/base/scheduler.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <memory>
#include <optional>
#include <utility>

namespace kube {

using Header = std::pair<QByteArray, QByteArray>; ///< name and value

/// One request as it goes out.
struct HttpRequest {
    /// Stream: long-lived (watch, log follow), on connections of their own.
    enum class Lane { Call, Stream };
    QByteArray method = "GET";
    QUrl url;
    QList<Header> headers;
    QByteArray body;
    Lane lane = Lane::Call;
    Duration idleTimeout = Duration::zero(); ///< no byte for so long ends it with Transport; zero: none
    bool outOfTurn = false; ///< flow control does not hold it up
    bool firstAnswer = false; ///< not sent again after an answer that asks for that
};

/// What an answer begins with.
struct HttpHead {
    int status = 0;
    QList<Header> headers;
    /// First value of that name, case-insensitively; empty when there is none.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// What a transport tells of one exchange, in this order: head once, data many times, end once. Nothing after end,
/// and nothing after the TransportStream is destroyed. All on the thread that opened it, never within open().
class TransportSink
{
public:
    virtual ~TransportSink() = default;
    virtual void head(const HttpHead &head) = 0; ///< status and headers, before any byte of the body
    virtual void data(QByteArray bytes) = 0; ///< as sent: still compressed when Content-Encoding says so
    virtual void end(std::optional<Error> error) = 0; ///< no error: the body is whole
};

/// One exchange under way; destroying it aborts.
class TransportStream
{
public:
    virtual ~TransportStream() = default;
    virtual void pause() = 0;  ///< stop reading: back-pressure reaches the server
    virtual void resume() = 0; ///< goes on after pause()
    /// Within end() and after: the connection was lost (reset, closed early), rather than refused or timed out.
    [[nodiscard]] virtual bool connectionLost() const { return false; }
};

/// Bytes over HTTP to one server as one identity. The simulator has its own; Qt Network's is QtTransport.
/// Thread: one.
class Transport
{
public:
    virtual ~Transport() = default;
    /// sink must outlive the returned stream.
    [[nodiscard]] virtual std::unique_ptr<TransportStream> open(HttpRequest request, TransportSink &sink) = 0;
    /// When the client certificate in use ends to be valid; nothing when there is none.
    [[nodiscard]] virtual std::optional<WallTime> certificateExpires() const { return std::nullopt; }
    /// Leave every pooled connection: new requests open new ones (dead path, new certificates).
    virtual void renew() = 0;
    /// Present this client certificate (PEM, from an exec plugin) from now on; another than before renews.
    /// Errors: Tls when it cannot be used.
    [[nodiscard]] virtual std::optional<Error> useClientCertificate(const QByteArray &certData, const QByteArray &keyData)
    {
        (void)certData;
        (void)keyData;
        return std::nullopt;
    }
};

} // namespace kube
