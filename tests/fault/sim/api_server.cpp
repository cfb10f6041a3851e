// SPDX-License-Identifier: Apache-2.0
#include "tests/fault/sim/api_server_parts.h"

#include <QUrlQuery>

namespace kube::sim {

class ApiServer::Stream final : public TransportStream
{
public:
    explicit Stream(ExchangePtr exchange) : m_exchange(std::move(exchange)) {}
    ~Stream() override { m_exchange->abandon(); }
    void pause() override { m_exchange->setPaused(true); }
    void resume() override { m_exchange->setPaused(false); }
    [[nodiscard]] bool connectionLost() const override { return m_exchange->connectionLost(); }

private:
    ExchangePtr m_exchange;
};

ApiServer::ApiServer(std::shared_ptr<test::ManualTime> time, test::ModelCluster &cluster, std::uint64_t seed, Options options,
                     Journal &journal)
    : m_time(std::move(time)), m_cluster(cluster), m_chance(seed), m_options(options), m_journal(journal)
{
    m_cluster.changed = [this](const test::ModelCluster::Change &change) { tell(change); };
}

ApiServer::~ApiServer()
{
    m_cluster.changed = nullptr;
}

std::unique_ptr<TransportStream> ApiServer::open(HttpRequest request, TransportSink &sink)
{
    ++m_requests;
    auto exchange = std::make_shared<Exchange>(m_time, m_chance, std::move(request), sink);
    Exchange *const place = exchange.get();
    exchange->gone = [this, place] { forget(place); };
    exchange->freeze(m_frozen);
    m_exchanges.push_back(exchange);
    const Duration delay = m_chance.percent(m_weather.slow) ? m_chance.upTo(std::chrono::seconds(20)) : m_chance.upTo(m_options.pause);
    exchange->later(delay, [this, place] { serve(place->shared_from_this()); });
    return std::make_unique<Stream>(std::move(exchange));
}

void ApiServer::forget(const Exchange *exchange)
{
    m_watches.remove_if([exchange](const Watch &watch) { return watch.exchange.get() == exchange; });
    std::erase_if(m_exchanges, [exchange](const ExchangePtr &other) { return other.get() == exchange; });
}

void ApiServer::renew()
{
    m_journal.note([] { return std::string("client: new connections"); });
    for (const ExchangePtr &exchange : std::vector(m_exchanges))
        exchange->drop(Error::transport(QStringLiteral("the connection was given up for a new one")), true);
}

std::size_t ApiServer::openExchanges() const
{
    return m_exchanges.size();
}

ApiServer::Asked ApiServer::Asked::of(const HttpRequest &request)
{
    Asked asked;
    const QString path = request.url.path();
    asked.version = path == QLatin1String("/version");
    if (path.startsWith(QLatin1String("/api/v1/namespaces/")))
        asked.namespaceName = path.section(QLatin1Char('/'), 4, 4).toStdString();
    asked.form = formOf(HttpHead{0, request.headers}.header("Accept").toStdString());
    for (const auto &[name, value] : QUrlQuery(request.url).queryItems(QUrl::FullyDecoded)) {
        if (name == QLatin1String("watch"))
            asked.watch = true;
        else if (name == QLatin1String("resourceVersion"))
            asked.resourceVersion = value.toStdString();
        else if (name == QLatin1String("continue"))
            asked.continueToken = value.toStdString();
        else if (name == QLatin1String("limit"))
            asked.limit = value.toULongLong();
        else if (name == QLatin1String("timeoutSeconds"))
            asked.timeoutSeconds = value.toLongLong();
        else if (name == QLatin1String("allowWatchBookmarks"))
            asked.bookmarks = true;
        else if (name == QLatin1String("sendInitialEvents"))
            asked.initialEvents = true;
    }
    return asked;
}

void ApiServer::serve(const ExchangePtr &exchange)
{
    m_journal.note([&] { return "request " + exchange->request().url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority).toStdString(); });
    if (m_weather.unreachable) {
        exchange->drop(Error::transport(QStringLiteral("connection refused")), false);
        return;
    }
    if (HttpHead{0, exchange->request().headers}.header("Authorization") != "Bearer " + m_token) {
        serveStatus(exchange, {401, "Unauthorized"});
        return;
    }
    if (m_chance.percent(m_weather.refused)) {
        refuse(exchange);
        return;
    }
    const Asked asked = Asked::of(exchange->request());
    if (asked.version)
        exchange->answer(manner(*exchange, 50), 200, R"({"major":"1","minor":"36","gitVersion":"v1.36.0"})");
    else if (asked.watch)
        serveWatch(exchange, asked);
    else
        serveList(exchange, asked);
}

Exchange::Manner ApiServer::manner(const Exchange &exchange, std::size_t size)
{
    Exchange::Manner manner;
    manner.pause = m_chance.percent(m_weather.slow) ? m_chance.upTo(std::chrono::seconds(4)) : m_options.pause;
    const auto dice = m_chance.below(20);
    manner.pieces = dice == 0 ? Exchange::Pieces::Bytes : dice < 7 ? Exchange::Pieces::Some : Exchange::Pieces::Whole;
    if (m_options.gzip && HttpHead{0, exchange.request().headers}.header("Accept-Encoding") == "gzip") {
        constexpr std::array kinds = {GzipWriter::Kind::None, GzipWriter::Kind::Members, GzipWriter::Kind::Flushed};
        manner.gzip = m_chance.of(kinds);
    }
    if (m_chance.percent(m_weather.damaged)) {
        constexpr std::array damages = {Exchange::Damage::Reset, Exchange::Damage::Closed, Exchange::Damage::Silent};
        manner.damage = m_chance.of(damages);
        manner.damageAt = m_chance.below(size + 1);
        m_journal.note([&] {
            constexpr std::array words = {"", "reset", "closed", "silent"};
            return std::string("  its answer is ") + words[static_cast<std::size_t>(manner.damage)] + " at byte " + std::to_string(manner.damageAt);
        });
    }
    return manner;
}

// ---- what goes wrong

void ApiServer::calm()
{
    m_weather = {};
    m_frozen = false;
    for (const ExchangePtr &exchange : std::vector(m_exchanges))
        exchange->heal();
}

void ApiServer::freeze(bool frozen)
{
    m_frozen = frozen;
    for (const ExchangePtr &exchange : std::vector(m_exchanges))
        exchange->freeze(frozen);
}

void ApiServer::silenceAll()
{
    for (const ExchangePtr &exchange : m_exchanges)
        exchange->silence();
}

void ApiServer::resetAll()
{
    for (const ExchangePtr &exchange : std::vector(m_exchanges))
        exchange->drop(Error::transport(QStringLiteral("connection reset by peer")), true);
}

void ApiServer::endWatches()
{
    for (const Watch &watch : m_watches)
        watch.exchange->finish();
}

void ApiServer::sendErrorToWatches()
{
    for (const Watch &watch : m_watches) {
        const WireStatus status = randomStatus();
        m_journal.note([&] { return "  ERROR event " + std::to_string(status.code); });
        watch.exchange->write(m_chance.percent(10) ? statusJson(status) : errorEventJson(status));
        watch.exchange->finish();
    }
}

WireStatus ApiServer::tooLarge()
{
    return {504, "Timeout", "Timeout: Too large resource version: 1, current: 0", "ResourceVersionTooLarge", 1};
}

WireStatus ApiServer::randomStatus()
{
    static const std::array<WireStatus, 17> list = {{{401, "Unauthorized"}, {403, "Forbidden"}, {404, "NotFound"},
        {409, "Conflict"}, {410, "Expired"}, {410, "Gone"}, {410, ""}, {422, "Invalid"}, {400, "BadRequest"},
        {429, "TooManyRequests"}, {429, "TooManyRequests"}, {500, "InternalError"}, {500, ""}, {502, ""},
        {503, "ServiceUnavailable"}, {504, "Timeout"}, {504, "Timeout", "Too large resource version"}}};
    constexpr std::array waits = {0, 0, 0, 1, 2, 5, 30};
    WireStatus status = m_chance.percent(8) ? tooLarge() : m_chance.of(list);
    status.retryAfter = m_chance.of(waits);
    return status;
}

void ApiServer::refuse(const ExchangePtr &exchange)
{
    const auto dice = m_chance.below(20);
    if (dice < 2) {
        m_journal.note([] { return std::string("  connection refused"); });
        exchange->drop(Error::transport(QStringLiteral("connection refused")), false);
    } else if (dice < 4) {
        m_journal.note([] { return std::string("  connection lost"); });
        exchange->drop(Error::transport(QStringLiteral("connection reset by peer")), true);
    } else if (dice < 5) {
        m_journal.note([] { return std::string("  no answer, ever"); });
        exchange->silence();
    } else if (dice < 7) {
        serveNonsense(exchange);
    } else {
        serveStatus(exchange, randomStatus());
    }
}

void ApiServer::serveNonsense(const ExchangePtr &exchange)
{
    struct Nonsense {
        int status;
        std::string body;
        QList<Header> headers;
    };
    static const std::array<Nonsense, 9> list = {{{200, "<html><body>log in here</body></html>", {}}, {200, "", {}}, {200, "{}", {}},
        {200, "null", {}}, {200, statusJson({500, "InternalError"}), {}}, {200, "\x1f\x8b\x08gone wrong", {{"Content-Encoding", "gzip"}}},
        {200, "{}", {{"Content-Encoding", "br"}}}, {302, "", {{"Location", "https://elsewhere.test/"}}}, {204, "", {}}}};
    const Nonsense &one = m_chance.of(list);
    m_journal.note([&] { return "  " + std::to_string(one.status) + " and nonsense: " + one.body; });
    Exchange::Manner plain = manner(*exchange, 20);
    plain.gzip = GzipWriter::Kind::None;
    exchange->answer(plain, one.status, one.body, one.headers);
}

void ApiServer::serveStatus(const ExchangePtr &exchange, const WireStatus &status)
{
    m_journal.note([&] { return "  " + std::to_string(status.code) + " " + status.reason + (status.retryAfter ? " Retry-After" : ""); });
    QList<Header> headers;
    if (status.retryAfter > 0 && m_chance.percent(70))
        headers.emplaceBack("Retry-After", QByteArray::number(status.retryAfter));
    // On its way it may lose its body, or have it replaced.
    const auto dice = m_weather.refused > 0 ? m_chance.below(10) : 9;
    const std::string body = dice == 0 ? std::string() : dice == 1 ? "<html>" + status.reason + "</html>" : statusJson(status);
    exchange->answer(manner(*exchange, body.size()), status.code, body, headers);
}

} // namespace kube::sim
