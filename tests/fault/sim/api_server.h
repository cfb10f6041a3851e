// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/fault/sim/exchange.h"
#include "tests/fault/sim/journal.h"
#include "tests/fault/sim/wire.h"

#include <list>

namespace kube::sim {

/// An API server in bytes, under manual time: it answers lists (paged, stale, as objects, tables or metadata), watches
/// (bookmarks, time-outs, initial events) and /version of a ModelCluster, and fails as its weather says.
/// Thread: one. Lifetime: outlives the streams it has opened.
class ApiServer final : public Transport
{
public:
    enum class WatchLists { Served, Refused, Ignored }; ///< of sendInitialEvents: by KEP-3157, 422, as before 1.27
    struct Options {
        WatchLists watchLists = WatchLists::Served;
        bool bookmarks = true;
        bool watchCache = true;   ///< a list at "0" ignores its limit, and may be stale
        bool goneAsEvent = false; ///< a watch that begins too far back: 200 and an ERROR event, else 410
        bool gzip = true;
        Duration pause = std::chrono::milliseconds(5); ///< at most, between two pieces of an answer
    };
    /// Shares are percentages.
    struct Weather {
        unsigned refused = 0;       ///< of requests: answered by an error, nonsense or nothing
        unsigned damaged = 0;       ///< of answers: cut, closed or silent from some byte on
        unsigned slow = 0;          ///< of answers: late, in pieces seconds apart
        unsigned lostBookmarks = 0; ///< of bookmarks and of the ends of initial events
        bool unreachable = false;   ///< connections are refused
    };

    ApiServer(std::shared_ptr<test::ManualTime> time, test::ModelCluster &cluster, std::uint64_t seed, Options options,
              Journal &journal);
    ~ApiServer() override;

    [[nodiscard]] std::unique_ptr<TransportStream> open(HttpRequest request, TransportSink &sink) override;
    void renew() override;

    void setWeather(const Weather &weather) { m_weather = weather; }
    void setToken(QByteArray token) { m_token = std::move(token); } ///< others get 401
    void calm();                       ///< no more faults; half-open connections stay so
    void freeze(bool frozen);          ///< accepts, and nothing leaves until it thaws
    void silenceAll();                 ///< every connection is half open from now on
    void resetAll();                   ///< every connection is lost
    void endWatches();                 ///< properly
    void sendErrorToWatches();         ///< a random ERROR event
    [[nodiscard]] std::size_t openExchanges() const;
    /// Nothing is on its way, no connection is half open, no watch waits for versions from before a rewind.
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] bool hasHalfOpen() const; ///< a connection that is lost without its client's knowing
    /// Whoever watches these objects ("": of every namespace) has been told everything so far, and will be told the rest.
    [[nodiscard]] bool isWatched(const std::string &namespaceName) const;
    [[nodiscard]] std::size_t requests() const { return m_requests; }

private:
    class Stream;
    struct Asked;
    struct Watch;
    using ExchangePtr = std::shared_ptr<Exchange>;

    void serve(const ExchangePtr &exchange);
    void refuse(const ExchangePtr &exchange);
    void serveNonsense(const ExchangePtr &exchange);
    void serveStatus(const ExchangePtr &exchange, const WireStatus &status);
    void serveList(const ExchangePtr &exchange, const Asked &asked);
    void serveWatch(const ExchangePtr &exchange, const Asked &asked);
    void sendInitialEvents(Watch &watch, const Asked &asked);
    void misbehave(Watch &watch);
    void bookmarkLater(Watch &watch);
    void tell(const test::ModelCluster::Change &change);
    void send(Watch &watch, WatchEventType type, const std::string &name, const test::ModelCluster::Object &object);
    void forget(const Exchange *exchange);
    [[nodiscard]] Exchange::Manner manner(const Exchange &exchange, std::size_t size);
    [[nodiscard]] WireStatus randomStatus();
    [[nodiscard]] static WireStatus tooLarge();

    std::shared_ptr<test::ManualTime> m_time;
    test::ModelCluster &m_cluster;
    Chance m_chance;
    const Options m_options;
    Journal &m_journal;
    Weather m_weather;
    QByteArray m_token;
    bool m_frozen = false;
    std::size_t m_requests = 0;
    std::vector<ExchangePtr> m_exchanges;
    std::list<Watch> m_watches;
};

} // namespace kube::sim
