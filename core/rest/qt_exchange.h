// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/transport_exchange.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace kube {

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

/// A short call: one reply of a QNetworkAccessManager's, which keeps its connections warm.
class QtExchange final : public TransportExchange
{
public:
    QtExchange(HttpRequest request, Setup setup, std::shared_ptr<QtConnectionSlot> slot, TransportSink &sink);
    ~QtExchange() override;

private:
    void begin() override;
    void give() override;
    void drop() override;
    void onSslErrors(const QList<QSslError> &errors);
    void takeHead();
    [[nodiscard]] std::optional<Error> errorOfReply();
    [[nodiscard]] QNetworkRequest qtRequest() const;

    std::shared_ptr<QtConnectionSlot> m_slot;
    std::unique_ptr<QObject> m_context;
    QNetworkReply *m_reply = nullptr; ///< child of the slot's manager
    bool m_replyFinished = false;
    std::optional<Error> m_tlsError;
};

} // namespace kube
