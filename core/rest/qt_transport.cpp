// SPDX-License-Identifier: Apache-2.0
#include "core/rest/qt_transport.h"

#include "core/base/log.h"
#include "core/rest/certificates.h"
#include "core/rest/proxy_settings.h"
#include "core/rest/qt_exchange.h"
#include "core/rest/renewed_error.h"
#include "core/rest/socket_exchange.h"
#include "core/rest/tls_settings.h"
#include "core/rest/user_agent.h"

namespace kube {

namespace {

// Qt opens six connections a manager and host, and a seventh request waits, without a word, for one to end.
constexpr int callsPerManager = 6;
constexpr Duration rereadInterval = std::chrono::minutes(5);

class QtStream final : public TransportStream
{
public:
    explicit QtStream(std::shared_ptr<TransportExchange> exchange) : m_exchange(std::move(exchange)) {}
    ~QtStream() override { m_exchange->abandon(); }
    void pause() override { m_exchange->pause(); }
    void resume() override { m_exchange->resume(); }
    [[nodiscard]] bool connectionLost() const override { return m_exchange->connectionLost(); }

private:
    std::shared_ptr<TransportExchange> m_exchange;
};

} // namespace

class QtTransport::Impl
{
public:
    Impl(TlsConfig tls, QSslConfiguration ssl, QNetworkProxy proxy, std::shared_ptr<Scheduler> scheduler)
        : m_proxy(std::move(proxy)), m_scheduler(std::move(scheduler))
    {
        use(std::move(tls), std::move(ssl));
        rereadLater();
    }
    ~Impl()
    {
        for (const auto &exchange : running())
            exchange->failLater(Error::canceled(), false);
    }

    std::unique_ptr<TransportStream> open(HttpRequest request, TransportSink &sink)
    {
        if (*m_rereadDue)
            reread();
        TransportExchange::Setup setup{m_ssl, m_tls.serverName, m_proxy, m_dispatch, m_scheduler, [due = m_rereadDue] { *due = true; }};
        std::shared_ptr<TransportExchange> exchange;
        if (request.lane == HttpRequest::Lane::Stream)
            exchange = std::make_shared<SocketExchange>(std::move(request), std::move(setup), sink);
        else
            exchange = std::make_shared<QtExchange>(std::move(request), std::move(setup), freeSlot(), sink);
        std::erase_if(m_exchanges, [](const std::weak_ptr<TransportExchange> &other) { return other.expired(); });
        m_exchanges.push_back(exchange);
        exchange->start();
        return std::make_unique<QtStream>(std::move(exchange));
    }

    void renew()
    {
        m_slots.clear();
        Error error = Error::transport(QStringLiteral("the connection was given up for a new one"));
        error.code = error_code::Renewed;
        // Lost in the sense of retry: a call under way finds a new connection at once.
        for (const auto &exchange : running())
            exchange->failLater(error, true);
        m_exchanges.clear();
    }

    void reread()
    {
        rereadLater();
        *m_rereadDue = false;
        TlsConfig now = rereadFiles(m_tls);
        if (now.caData == m_tls.caData && now.certData == m_tls.certData && now.keyData == m_tls.keyData)
            return;
        auto ssl = sslConfiguration(now);
        if (!ssl) {
            qCDebug(logRest) << "keeping the certificates in use:" << ssl.error().toString();
            return;
        }
        use(std::move(now), std::move(*ssl));
        renew();
    }

    std::optional<Error> useClientCertificate(const QByteArray &certData, const QByteArray &keyData)
    {
        if (certData == m_tls.certData && keyData == m_tls.keyData)
            return std::nullopt;
        TlsConfig tls = m_tls;
        tls.certData = certData;
        tls.keyData = keyData;
        tls.keyPassphrase.clear();
        tls.certFile.clear();
        tls.keyFile.clear();
        auto ssl = sslConfiguration(tls);
        if (!ssl)
            return std::move(ssl.error());
        use(std::move(tls), std::move(*ssl));
        renew();
        return std::nullopt;
    }

    [[nodiscard]] std::optional<WallTime> certificateExpires() const { return m_certificateExpires; }

private:
    [[nodiscard]] std::vector<std::shared_ptr<TransportExchange>> running() const
    {
        std::vector<std::shared_ptr<TransportExchange>> exchanges;
        for (const auto &weak : m_exchanges) {
            if (auto exchange = weak.lock())
                exchanges.push_back(std::move(exchange));
        }
        return exchanges;
    }

    std::shared_ptr<QtConnectionSlot> freeSlot()
    {
        std::shared_ptr<QtConnectionSlot> found;
        // One idle manager is kept with its warm connections; further ones (and their threads) go.
        std::erase_if(m_slots, [&found](const std::shared_ptr<QtConnectionSlot> &slot) {
            if (!found && slot->inUse() < callsPerManager) {
                found = slot;
                return false;
            }
            return found && slot->inUse() == 0;
        });
        if (!found) {
            found = std::make_shared<QtConnectionSlot>(m_proxy, m_dispatch);
            m_slots.push_back(found);
        }
        return found;
    }

    void use(TlsConfig tls, QSslConfiguration ssl)
    {
        m_tls = std::move(tls);
        m_ssl = std::move(ssl);
        m_certificateExpires = earliestExpiry(m_ssl.localCertificateChain());
    }

    /// By a timer, for a watch may go on for hours with no other request.
    void rereadLater()
    {
        if (!m_tls.caFile.isEmpty() || !m_tls.certFile.isEmpty() || !m_tls.keyFile.isEmpty())
            m_rereadTimer = m_scheduler->after(rereadInterval, [this] { reread(); });
    }

    TlsConfig m_tls;
    QSslConfiguration m_ssl;
    QNetworkProxy m_proxy;
    std::shared_ptr<Scheduler> m_scheduler;
    std::shared_ptr<QtDispatch> m_dispatch = std::make_shared<QtDispatch>();
    std::shared_ptr<bool> m_rereadDue = std::make_shared<bool>(false); ///< set by exchanges whose identity failed
    std::optional<WallTime> m_certificateExpires;
    Timer m_rereadTimer;
    std::vector<std::shared_ptr<QtConnectionSlot>> m_slots;
    std::vector<std::weak_ptr<TransportExchange>> m_exchanges;
};

QtTransport::QtTransport(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
QtTransport::~QtTransport() = default;

Result<std::shared_ptr<QtTransport>> QtTransport::create(const RestConfig &config, std::shared_ptr<Scheduler> scheduler)
{
    auto ssl = sslConfiguration(config.tls);
    if (!ssl)
        return fail(std::move(ssl.error()));
    auto proxyUrl = config.proxy.isEmpty() ? proxyFromEnvironment(config.host, systemEnvironment()) : Result<QUrl>(config.proxy);
    if (!proxyUrl)
        return fail(std::move(proxyUrl.error()));
    auto proxy = qtProxy(*proxyUrl, config.userAgent.isEmpty() ? defaultUserAgent() : config.userAgent);
    if (!proxy)
        return fail(std::move(proxy.error()));
    return std::shared_ptr<QtTransport>(new QtTransport(
        std::make_unique<Impl>(config.tls, std::move(*ssl), std::move(*proxy), std::move(scheduler))));
}

std::unique_ptr<TransportStream> QtTransport::open(HttpRequest request, TransportSink &sink)
{
    return m_impl->open(std::move(request), sink);
}

std::optional<WallTime> QtTransport::certificateExpires() const
{
    return m_impl->certificateExpires();
}

void QtTransport::renew()
{
    m_impl->reread();
    m_impl->renew();
}

std::optional<Error> QtTransport::useClientCertificate(const QByteArray &certData, const QByteArray &keyData)
{
    return m_impl->useClientCertificate(certData, keyData);
}

} // namespace kube
