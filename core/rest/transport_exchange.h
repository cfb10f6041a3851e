// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/transport.h"

#include <QNetworkProxy>
#include <QSslConfiguration>

namespace kube {

/// Whether a slot of ours is running: a QObject whose signal is being handled may then not be deleted at once.
struct QtDispatch {
    int depth = 0;
};

/// One exchange over Qt Network, told to a TransportSink: what QtExchange and SocketExchange have in common. Shared by the
/// stream that the client holds and the transport, which fails it when it renews or goes. Thread: one.
class TransportExchange : public std::enable_shared_from_this<TransportExchange>
{
public:
    /// What Qt may hold for us of one answer: with it a sink that does not take makes the server wait.
    static constexpr qint64 readBufferBytes = 256 * 1024;

    /// What a transport's exchanges begin with.
    struct Setup {
        QSslConfiguration ssl;
        QString serverName; ///< to verify and ask for by SNI; empty: the URL's host
        QNetworkProxy proxy;
        std::shared_ptr<QtDispatch> dispatch;
        std::shared_ptr<Scheduler> scheduler;
        std::function<void()> identityFailed; ///< in TLS, ours or the server's; or the server does not know who asks
    };
    TransportExchange(HttpRequest request, Setup setup, TransportSink &sink);
    virtual ~TransportExchange();
    TransportExchange(const TransportExchange &) = delete;
    TransportExchange &operator=(const TransportExchange &) = delete;

    void start();
    void pause();
    void resume();
    /// No further call of the sink.
    void abandon();
    /// Ends with error, not within this call.
    void failLater(Error error, bool connectionLost);
    [[nodiscard]] bool connectionLost() const { return m_connectionLost; }

protected:
    /// Given in one turn of the event loop, so that others have theirs.
    static constexpr qint64 bytesPerTurn = 64 * 1024;

    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    [[nodiscard]] const Setup &setup() const { return m_setup; }
    /// Whom TLS expects.
    [[nodiscard]] QString expectedName() const;
    [[nodiscard]] bool isDone() const { return m_sink == nullptr; } ///< ended or abandoned
    [[nodiscard]] bool isDelivering() const { return m_sink && !m_paused; }
    [[nodiscard]] bool isHeadGiven() const { return m_headGiven; }
    /// To be called whenever something may have come: gives what can be given.
    void deliver();
    void deliverLater();
    void giveHead(HttpHead head);
    void giveData(QByteArray bytes) { m_sink->data(std::move(bytes)); }
    /// The sink's last call.
    void finish(std::optional<Error> error);
    void loseConnection() { m_connectionLost = true; }

    virtual void begin() = 0;
    /// Within deliver(): gives the sink what there is, at most bytesPerTurn and while isDelivering(), and finishes.
    virtual void give() = 0;
    /// Lets go of the reply or the socket, if it still has it; no signal of it comes after.
    virtual void drop() = 0;

private:
    void watchIdleness();
    void onIdleTimer();

    HttpRequest m_request;
    Setup m_setup;
    TransportSink *m_sink; ///< null once ended or abandoned
    bool m_headGiven = false;
    bool m_paused = false;
    bool m_deliveryQueued = false;
    bool m_connectionLost = false;
    Timer m_idleTimer;
    Timer m_delivery; ///< the next turn of a long body
    Timer m_failure;
    SteadyTime m_lastByte{};
};

/// Is that an alert of the server's? TLS 1.3 lets it refuse our certificate only after the handshake: it comes as a failed read.
[[nodiscard]] bool isTlsAlert(const QString &words);

} // namespace kube
