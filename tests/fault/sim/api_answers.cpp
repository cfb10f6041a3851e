// SPDX-License-Identifier: Apache-2.0
#include "tests/fault/sim/api_server_parts.h"

namespace kube::sim {

namespace {

/// "t.VERSION.OFFSET"
std::pair<std::uint64_t, std::uint64_t> decodeToken(const std::string &token)
{
    const auto dot = token.rfind('.');
    return {std::stoull(token.substr(2, dot - 2)), std::stoull(token.substr(dot + 1))};
}

} // namespace

void ApiServer::serveList(const ExchangePtr &exchange, const Asked &asked)
{
    ListPart part;
    part.version = m_cluster.version();
    std::uint64_t offset = 0;
    if (!asked.continueToken.empty()) {
        std::tie(part.version, offset) = decodeToken(asked.continueToken);
        if (part.version < m_cluster.compacted() || part.version > m_cluster.version()) {
            serveStatus(exchange, {410, "Expired", "the provided continue parameter is too old"});
            return;
        }
    } else if (asked.from() > m_cluster.version()) {
        serveStatus(exchange, tooLarge());
        return;
    } else if (m_options.watchCache && !asked.resourceVersion.empty() && m_chance.percent(30)) {
        // A watch cache that lags: anything that is not older than asked for.
        const std::uint64_t least = std::max(asked.from(), m_cluster.compacted());
        if (least < part.version)
            part.version = least + m_chance.below(part.version - least + 1);
    }
    const auto objects = part.version == m_cluster.version() ? m_cluster.objects() : m_cluster.at(part.version);
    for (const auto &[name, object] : objects) {
        if (asked.covers(name))
            part.items.emplace_back(name, object);
    }
    part.items.erase(part.items.begin(), part.items.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(offset, part.items.size())));
    const bool pages = asked.limit > 0 && !(asked.resourceVersion == "0" && m_options.watchCache);
    if (pages && part.items.size() > asked.limit) {
        part.items.resize(asked.limit);
        part.continueToken = "t." + std::to_string(part.version) + "." + std::to_string(offset + asked.limit);
    }
    m_journal.note([&] { return "  list of " + std::to_string(part.items.size()) + " at " + std::to_string(part.version); });
    std::string body = listJson(asked.form, part);
    const auto sent = manner(*exchange, body.size());
    if (sent.gzip == GzipWriter::Kind::None || body.size() < 3) {
        exchange->answer(sent, 200, body);
        return;
    }
    exchange->begin(sent, 200);
    const auto middle = m_chance.below(body.size());
    exchange->write(body.substr(0, middle));
    exchange->write(body.substr(middle));
    exchange->finish();
}

void ApiServer::serveWatch(const ExchangePtr &exchange, const Asked &asked)
{
    const bool streams = asked.initialEvents && m_options.watchLists == WatchLists::Served;
    if (asked.initialEvents && m_options.watchLists == WatchLists::Refused) {
        serveStatus(exchange, {422, "Invalid", "sendInitialEvents: Forbidden: sendInitialEvents is forbidden for watch"});
        return;
    }
    if (streams && asked.from() > m_cluster.version()) {
        serveStatus(exchange, tooLarge());
        return;
    }
    const bool synthetic = streams || asked.from() == 0;
    const bool expired = !synthetic && asked.from() < m_cluster.compacted();
    if (expired && !m_options.goneAsEvent) {
        serveStatus(exchange, {410, "Expired", "too old resource version"});
        return;
    }
    exchange->begin(manner(*exchange, 1500), 200);
    if (expired) {
        m_journal.note([] { return std::string("  410 as an ERROR event"); });
        exchange->write(errorEventJson({410, "Expired", "too old resource version"}));
        exchange->finish();
        return;
    }
    Watch &watch = m_watches.emplace_back();
    watch.exchange = exchange;
    watch.asked = asked;
    if (synthetic) {
        sendInitialEvents(watch, asked);
    } else {
        watch.from = asked.from();
        for (const auto &change : m_cluster.history()) {
            if (change.version > watch.from && asked.covers(change.name))
                send(watch, change.type, change.name, change.object);
        }
    }
    if (m_options.bookmarks && asked.bookmarks)
        bookmarkLater(watch);
    if (asked.timeoutSeconds > 0)
        watch.timeoutTimer = m_time->after(std::chrono::seconds(asked.timeoutSeconds), [exchange = exchange.get()] { exchange->finish(); });
    if (m_chance.percent(m_weather.refused))
        misbehave(watch);
}

void ApiServer::sendInitialEvents(Watch &watch, const Asked &asked)
{
    for (const auto &[name, object] : m_cluster.objects()) {
        if (asked.covers(name))
            send(watch, WatchEventType::Added, name, object);
    }
    watch.from = m_cluster.version();
    if (!asked.initialEvents || m_options.watchLists != WatchLists::Served)
        return;
    if (m_chance.percent(m_weather.lostBookmarks)) {
        m_journal.note([] { return std::string("  the end of the initial events is missing"); });
        return;
    }
    watch.exchange->write(bookmarkJson(asked.form, m_cluster.version(), true));
}

void ApiServer::misbehave(Watch &watch)
{
    const auto dice = m_chance.below(8);
    if (dice < 3) {
        const WireStatus status = randomStatus();
        m_journal.note([&] { return "  then an ERROR event " + std::to_string(status.code); });
        watch.exchange->write(errorEventJson(status));
        watch.exchange->finish();
    } else if (dice < 4) {
        watch.exchange->finish();
    } else if (dice < 5) {
        m_journal.note([] { return std::string("  then no event but markup"); });
        watch.exchange->write("<html>");
        watch.exchange->finish();
    } else if (dice < 6) {
        // Something of another kind, without a name: to be passed over.
        watch.exchange->write(R"({"type":"ADDED","object":{"kind":"ConfigMap","apiVersion":"v1","metadata":{}}})" "\n");
    } else if (dice < 7) {
        m_journal.note([] { return std::string("  then silence"); });
        watch.exchange->silence();
    } else {
        watch.exchange->fail(Error::transport(QStringLiteral("connection reset by peer")), true);
    }
}

void ApiServer::bookmarkLater(Watch &watch)
{
    // The list keeps a watch's address; its timer dies with it.
    const Duration pause = std::chrono::seconds(55) + m_chance.upTo(std::chrono::seconds(10));
    watch.bookmarkTimer = m_time->after(pause, [this, &watch] {
        if (!m_chance.percent(m_weather.lostBookmarks))
            watch.exchange->write(bookmarkJson(watch.asked.form, m_cluster.version(), false));
        bookmarkLater(watch);
    });
}

void ApiServer::send(Watch &watch, WatchEventType type, const std::string &name, const test::ModelCluster::Object &object)
{
    watch.exchange->write(eventJson(watch.asked.form, type, name, object, std::exchange(watch.isFirst, false)));
}

bool ApiServer::isSettled() const
{
    return std::all_of(m_exchanges.begin(), m_exchanges.end(), [](const ExchangePtr &exchange) { return exchange->isSettled(); })
           && std::all_of(m_watches.begin(), m_watches.end(), [this](const Watch &watch) { return watch.from <= m_cluster.version(); });
}

bool ApiServer::hasHalfOpen() const
{
    return std::any_of(m_exchanges.begin(), m_exchanges.end(), [](const ExchangePtr &exchange) { return exchange->isHalfOpen(); });
}

bool ApiServer::isWatched(const std::string &namespaceName) const
{
    return std::any_of(m_watches.begin(), m_watches.end(), [&](const Watch &watch) {
        const bool endless = watch.asked.initialEvents && m_options.watchLists == WatchLists::Ignored; // waits for their end
        return watch.asked.namespaceName == namespaceName && !endless && watch.from <= m_cluster.version() && watch.exchange->isSettled();
    });
}

void ApiServer::tell(const test::ModelCluster::Change &change)
{
    for (Watch &watch : m_watches) {
        if (change.version > watch.from && watch.asked.covers(change.name))
            send(watch, change.type, change.name, change.object);
    }
}

} // namespace kube::sim
