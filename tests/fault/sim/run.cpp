// SPDX-License-Identifier: Apache-2.0
#include "tests/fault/sim/run.h"

#include "tests/fault/sim/tokens.h"

#include <numeric>

namespace kube::sim {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t mostRequests = 3000; ///< a run that makes more is going round in circles
constexpr Duration deathNoticed = 45s;     ///< a server that says nothing is not called live any more

} // namespace

Run::Run(std::uint64_t seed, Journal &journal) : m_chance(seed), m_journal(journal), m_pressure(seed, journal), m_cluster([this] {
    // Where another digit begins, and versions beyond 32 and 53 bits.
    constexpr std::array<std::uint64_t, 6> versions = {1, 95, 9'990, 999'990, 4'294'967'290, 9'007'199'254'740'990};
    return m_chance.of(versions);
}())
{
    m_journal.begin(m_time);
    makeServer();
    m_tokens = std::make_shared<Tokens>(m_time, m_chance.next());
    m_server->setToken(m_tokens->rotate());
    (void)m_tokens->rejected({{{"Authorization", "Bearer "}}, {}, {}});
    RestConfig config;
    config.host = QUrl(QStringLiteral("https://sim.test"));
    config.auth = m_tokens;
    config.disableCompression = m_chance.percent(10);
    if (m_chance.percent(20)) {
        config.qps = 1;
        config.burst = 1 + static_cast<int>(m_chance.below(3));
    }
    m_client = std::make_unique<RestClient>(config, RestClient::Parts{m_server, m_time, m_time, [] { return 0.5; }});
    change(m_chance.below(16));
    makeFollower("all");
    if (m_chance.percent(25))
        makeFollower("a");
}

Run::~Run()
{
    m_followers.clear();
    m_client.reset();
    m_time->run(); // what still waits for its turn holds the executor that it waits in
}

void Run::makeServer()
{
    constexpr std::array kinds = {ApiServer::WatchLists::Served, ApiServer::WatchLists::Served, ApiServer::WatchLists::Refused,
                                  ApiServer::WatchLists::Ignored};
    m_serverOptions.watchLists = m_chance.of(kinds);
    m_serverOptions.bookmarks = m_chance.percent(80);
    m_serverOptions.watchCache = m_chance.percent(70);
    m_serverOptions.goneAsEvent = m_chance.percent(50);
    m_serverOptions.gzip = m_chance.percent(60);
    m_mayRewind = m_serverOptions.bookmarks && m_chance.percent(40);
    m_server = std::make_shared<ApiServer>(m_time, m_cluster, m_chance.next(), m_serverOptions, m_journal);
    m_journal.note([&] {
        constexpr std::array words = {"served", "refused", "ignored"};
        const auto no = [](bool is) { return is ? "" : "no "; };
        return std::string("a server with ") + no(m_serverOptions.bookmarks) + "bookmarks, " + no(m_serverOptions.watchCache) + "watch cache, "
               + no(m_serverOptions.gzip) + "gzip; initial events " + words[static_cast<std::size_t>(m_serverOptions.watchLists)];
    });
}

void Run::makeFollower(const std::string &name)
{
    using Form = DynamicListerWatcher::Form;
    constexpr std::array forms = {Form::Objects, Form::Objects, Form::Table, Form::Metadata};
    constexpr std::array<std::int64_t, 5> pages = {0, 0, 1, 3, 7};
    constexpr std::array<std::size_t, 4> batches = {1, 2, 100, 100};
    constexpr std::array resyncs = {0s, 0s, 0s, 0s, 5s, 60s};
    Follower::Options options;
    options.name = name;
    options.namespaceName = name == "all" ? "" : name;
    options.form = m_chance.of(forms);
    options.informer.reflector.watchList = m_chance.percent(50);
    options.informer.reflector.pageSize = m_chance.of(pages);
    options.informer.reflector.maxInternalErrorRetry = m_chance.percent(20) ? Duration(1min) : Duration::zero();
    options.informer.batch = m_chance.of(batches);
    options.informer.defaultResyncPeriod = m_chance.of(resyncs);
    options.slowTransform = m_chance.percent(25) ? Duration(3ms) : Duration::zero();
    m_pressure.settle(options.informer);
    m_journal.note([&] {
        constexpr std::array words = {"objects", "tables", "metadata"};
        return "follower " + name + " of " + words[static_cast<std::size_t>(options.form)] + ", pages of "
               + std::to_string(options.informer.reflector.pageSize) + (options.informer.reflector.watchList ? ", streaming lists" : "");
    });
    m_followers.push_back(std::make_unique<Follower>(*m_client, m_time, m_chance.next(), std::move(options), m_journal));
    if (m_chance.percent(80))
        m_followers.back()->addHandler();
}

// ---- the faults

void Run::change(std::uint64_t times)
{
    for (std::uint64_t i = 0; i < times; ++i) {
        const std::string name = (m_chance.percent(60) ? "a/" : "b/") + std::to_string(m_chance.below(10));
        const auto dice = m_chance.below(10);
        m_journal.note([&] { return (dice < 6 ? "put " : dice < 8 ? "remove " : "recreate ") + name; });
        if (dice < 6)
            m_cluster.put(name);
        else if (dice < 8)
            m_cluster.remove(name);
        else
            m_cluster.recreate(name);
    }
}

void Run::changeWeather()
{
    constexpr std::array<unsigned, 6> shares = {0, 0, 0, 20, 50, 100};
    ApiServer::Weather weather;
    if (m_chance.percent(75))
        weather = {m_chance.of(shares), m_chance.of(shares), m_chance.of(shares), m_chance.of(shares), m_chance.percent(8)};
    m_journal.note([&] {
        return "weather: refused " + std::to_string(weather.refused) + ", damaged " + std::to_string(weather.damaged) + ", slow "
               + std::to_string(weather.slow) + ", lost bookmarks " + std::to_string(weather.lostBookmarks) + (weather.unreachable ? ", unreachable" : "");
    });
    m_server->setWeather(weather);
}

void Run::sleep()
{
    // A machine's steady clock stands still while it sleeps, or it does not.
    const bool jumps = m_chance.percent(50);
    m_journal.note([&] { return std::string("eight hours of sleep") + (jumps ? ", seen by the clock" : ""); });
    m_server->silenceAll();
    change(m_chance.below(12));
    if (m_chance.percent(60))
        m_cluster.compact();
    if (jumps)
        m_time->pass(8h);
}

void Run::rewind()
{
    if (!m_mayRewind)
        return;
    if (!m_checkpoint) {
        m_checkpoint = m_cluster.checkpoint();
        // Once versions have passed the old ones again, nobody can tell: so they are far apart.
        m_cluster.skipVersions(1'000'000);
        return;
    }
    m_journal.note([] { return std::string("etcd is restored"); });
    m_cluster.restore(*m_checkpoint);
    m_server->resetAll();
    m_restored = true;
    m_mayRewind = false;
}

void Run::act()
{
    Follower &follower = *m_followers[m_chance.below(m_followers.size())];
    switch (m_chance.below(24)) {
    case 0: case 1: case 2: case 3: case 4: case 5: change(1 + m_chance.below(3)); break;
    case 6: change(m_chance.below(20)); break;
    case 7: case 8: case 9: changeWeather(); break;
    case 10: follower.retryNow(); break;
    case 11: case 12: follower.addHandler(); break;
    case 13: follower.removeHandler(); break;
    case 14: sleep(); break;
    case 15: rewind(); break;
    case 16:
        m_journal.note([] { return std::string("another token"); });
        m_server->setToken(m_tokens->rotate());
        break;
    case 17: m_client->renew(); break;
    default: actOnServer(); break;
    }
}

void Run::actOnServer()
{
    switch (m_chance.below(9)) {
    case 0: m_cluster.compact(); break;
    case 1:
        if (const auto past = m_cluster.version() - std::min(m_cluster.version(), m_chance.below(12)); past > m_cluster.compacted())
            m_cluster.compact(past);
        break;
    case 2: m_cluster.skipVersions(m_chance.below(20)); break;
    case 3:
        m_journal.note([] { return std::string("watches end"); });
        m_server->endWatches();
        break;
    case 4:
        m_journal.note([] { return std::string("connections are reset"); });
        m_server->resetAll();
        break;
    case 5: m_server->sendErrorToWatches(); break;
    case 6:
        m_journal.note([] { return std::string("connections fall silent"); });
        m_server->silenceAll();
        break;
    default:
        m_frozen = !m_frozen && !m_chance.percent(50);
        m_deadSince.assign(m_followers.size(), {m_time->now(), taken()});
        m_journal.note([&] { return std::string(m_frozen ? "the server freezes" : "the server thaws"); });
        m_server->freeze(m_frozen);
    }
}

void Run::pauseAWhile()
{
    constexpr std::array<Duration, 10> pauses = {0ms, 0ms, 3ms, 3ms, 50ms, 50ms, 900ms, 5s, 20s, 70s};
    m_time->advance(m_chance.percent(3) ? Duration(10min) : m_chance.of(pauses));
}

// ---- the story

/// Somebody at the stages.
void Run::press()
{
    for (std::size_t i = 0; i < m_followers.size(); ++i) {
        Follower &follower = *m_followers[i];
        if (!follower.isStopped() && m_pressure.act(follower.name(), follower.stages()) && m_frozen)
            m_deadSince[i] = {m_time->now(), taken()};
    }
    if (m_pressure.actOnClient(*m_client->stage()) && m_frozen)
        m_deadSince.assign(m_followers.size(), {m_time->now(), taken()});
}

Duration Run::taken() const
{
    return std::accumulate(m_followers.begin(), m_followers.end(), Duration(), [](Duration sum, const auto &follower) { return sum + follower->taken(); });
}

std::string Run::believesTheDead()
{
    for (std::size_t i = 0; i < m_followers.size(); ++i) {
        const Follower &follower = *m_followers[i];
        const auto &[since, takenThen] = m_deadSince[i];
        if (follower.isHeld() || m_client->stage()->isPaused())
            m_deadSince[i] = {m_time->now(), taken()};
        // What calls take of our thread cannot be used to look.
        if (follower.isLive() && m_time->now() - since - (taken() - takenThen) > deathNoticed)
            return follower.name() + " believes a dead server to be live";
    }
    return {};
}

bool Run::isWrong()
{
    for (const auto &follower : m_followers) {
        if (m_verdict.wrong.empty())
            m_verdict.wrong = follower->wrong();
    }
    if (m_verdict.wrong.empty() && m_frozen)
        m_verdict.wrong = believesTheDead();
    if (m_verdict.wrong.empty() && m_server->requests() > mostRequests)
        m_verdict.wrong = "more requests than any fault explains";
    return !m_verdict.wrong.empty();
}

Run::Verdict Run::play()
{
    for (const auto &follower : m_followers)
        follower->run();
    const auto steps = 4 + m_chance.below(28);
    for (std::uint64_t step = 0; step < steps && !isWrong(); ++step) {
        act();
        press();
        pauseAWhile();
    }
    if (!isWrong() && m_chance.percent(85)) {
        calm();
        converge();
        if (!isWrong())
            live();
    }
    if (!isWrong())
        stopAll();
    m_verdict.requests = m_server->requests();
    m_journal.note([&] { return "end: " + (m_verdict.wrong.empty() ? std::string("well") : m_verdict.wrong); });
    return m_verdict;
}

} // namespace kube::sim
