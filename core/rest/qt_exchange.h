// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/transport.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QSslConfiguration>

namespace kube {

/// Whether a slot of ours is running: a QObject whose signal is being handled may then not be deleted at once.
struct QtDispatch {
    int depth = 0;
};

/// A manager with its own connections. Goes when the last exchange on it and the transport have let go.
class QtConnectionSlot
{
public:
    QtConnectionSlot(const QNetworkProxy &proxy, std::shared_ptr<QtDispatch> dispatch);
    ~QtConnectionSlot();
    QtConnectionSlot(const QtConnectionSlot &) = delete;
    QtConnectionSlot &operator=(const QtConnectionSlot &) = delete;

    [[nodiscard]] QNetworkAccessManager &manager() { return *m_manager; }
    [[nodiscard]] int inUse() const { return m_inUse; }
    void take() { ++m_inUse; }
    void giveBack() { --m_inUse; }

private:
    std::shared_ptr<QtDispatch> m_dispatch;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    int m_inUse = 0;
};

/// One reply of Qt's, told to a TransportSink. Shared by the stream that the client holds and the transport, which
/// fails it when it renews or goes. Thread: one.
class QtExchange : public std::enable_shared_from_this<QtExchange>
{
public:
    struct Setup {
        QSslConfiguration ssl;
        QString serverName; ///< to verify and ask for by SNI; empty: the URL's host
        std::shared_ptr<QtConnectionSlot> slot;
        std::shared_ptr<QtDispatch> dispatch;
        std::shared_ptr<Scheduler> scheduler;
        std::function<void()> identityFailed; ///< in TLS, ours or the server's; or the server does not know who asks
    };
    QtExchange(HttpRequest request, Setup setup, TransportSink &sink);
    ~QtExchange();

    void start();
    void pause();
    void resume();
    /// No further call of the sink.
    void abandon();
    /// Ends with error, not within this call.
    void failLater(Error error, bool connectionLost);
    [[nodiscard]] bool connectionLost() const { return m_connectionLost; }

private:
    void onSslErrors(const QList<QSslError> &errors);
    void deliver();
    void deliverLater();
    void giveHead();
    [[nodiscard]] qint64 unread() const;
    [[nodiscard]] QByteArray take(qint64 most); ///< the next bytes, at most so many
    void finish(std::optional<Error> error);
    void dropReply();
    void watchIdleness();
    void onIdleTimer();
    [[nodiscard]] std::optional<Error> errorOfReply();
    [[nodiscard]] QNetworkRequest qtRequest() const;

    HttpRequest m_request;
    Setup m_setup;
    TransportSink *m_sink; ///< null once ended or abandoned
    std::unique_ptr<QObject> m_context;
    QNetworkReply *m_reply = nullptr; ///< child of the slot's manager
    qint64 m_left = 0;                ///< bytes at the front of m_reply's buffer that the sink has had
    bool m_emptying = false;          ///< until that buffer is empty once: what is taken is taken out
    bool m_headGiven = false;
    bool m_replyFinished = false;
    bool m_paused = false;
    bool m_deliveryQueued = false;
    bool m_connectionLost = false;
    std::optional<Error> m_tlsError;
    Timer m_idleTimer;
    Timer m_delivery; ///< the next turn of a long body
    Timer m_failure;
    SteadyTime m_lastByte{};
};

} // namespace kube
