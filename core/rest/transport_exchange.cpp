// SPDX-License-Identifier: Apache-2.0
#include "core/rest/transport_exchange.h"

#include <QScopedValueRollback>

namespace kube {

TransportExchange::TransportExchange(HttpRequest request, Setup setup, TransportSink &sink)
    : m_request(std::move(request)), m_setup(std::move(setup)), m_sink(&sink)
{
}

TransportExchange::~TransportExchange() = default;

void TransportExchange::start()
{
    begin();
    m_lastByte = m_setup.scheduler->now();
    watchIdleness();
}

QString TransportExchange::expectedName() const
{
    return m_setup.serverName.isEmpty() ? m_request.url.host() : m_setup.serverName;
}

void TransportExchange::deliver()
{
    if (!isDelivering() || m_deliveryQueued)
        return;
    // The sink may drop the stream, the transport, everything: this exchange goes last but for the count, which
    // tells it that a signal is still being handled.
    const auto dispatch = m_setup.dispatch;
    const QScopedValueRollback running(dispatch->depth, dispatch->depth + 1);
    const auto keep = shared_from_this();
    m_lastByte = m_setup.scheduler->now();
    give();
}

void TransportExchange::deliverLater()
{
    if (std::exchange(m_deliveryQueued, true))
        return;
    m_delivery = m_setup.scheduler->after(Duration::zero(), [this] {
        m_deliveryQueued = false;
        deliver();
    });
}

void TransportExchange::giveHead(HttpHead head)
{
    m_headGiven = true;
    // An expired client certificate is refused so: its files may hold the next one.
    if (head.status == 401)
        m_setup.identityFailed();
    m_sink->head(head);
}

void TransportExchange::finish(std::optional<Error> error)
{
    m_idleTimer.reset();
    TransportSink *sink = std::exchange(m_sink, nullptr);
    drop();
    if (sink)
        sink->end(std::move(error));
}

void TransportExchange::abandon()
{
    m_sink = nullptr;
    m_idleTimer.reset();
    drop();
}

void TransportExchange::pause()
{
    m_paused = true;
}

void TransportExchange::resume()
{
    if (!std::exchange(m_paused, false))
        return;
    m_lastByte = m_setup.scheduler->now();
    deliverLater();
}

void TransportExchange::failLater(Error error, bool connectionLost)
{
    if (!m_sink)
        return;
    drop();
    m_idleTimer.reset();
    m_failure = m_setup.scheduler->after(Duration::zero(), [this, error = std::move(error), connectionLost] {
        const auto keep = shared_from_this();
        m_connectionLost = connectionLost;
        finish(error);
    });
}

void TransportExchange::watchIdleness()
{
    if (m_request.idleTimeout <= Duration::zero())
        return;
    const Duration silence = m_setup.scheduler->now() - m_lastByte;
    m_idleTimer = m_setup.scheduler->after(m_request.idleTimeout - silence, [this] { onIdleTimer(); });
}

void TransportExchange::onIdleTimer()
{
    // Silence of our own making is not the server's.
    if (m_paused)
        m_lastByte = m_setup.scheduler->now();
    if (m_setup.scheduler->now() - m_lastByte < m_request.idleTimeout) {
        watchIdleness();
        return;
    }
    const auto keep = shared_from_this();
    const auto seconds = std::chrono::duration<double>(m_request.idleTimeout).count();
    finish(Error::transport(QStringLiteral("not a byte came for %1 s").arg(seconds)));
}

bool isTlsAlert(const QString &words)
{
    return words.contains(QLatin1String("alert")) || words.contains(QLatin1String("SSL"))
        || words.contains(QLatin1String("certificate"));
}

} // namespace kube
