// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/leaderelection/leader_elector.h"
#include "tests/support/manual_time.h"
#include "tests/support/warnings.h"

#include <QtTest>

namespace kube::test {

/// What happens to one request on its way.
struct Journey {
    Duration there = Duration::zero();
    Duration back = Duration::zero();
    bool lostThere = false;             ///< the server never sees it; no answer comes
    bool lostBack = false;              ///< the server carries it out; no answer comes
    std::optional<ErrorKind> refusal = {}; ///< the server answers so instead
};

/// One record with a version, on a server that requests travel to. Requests no longer waited for arrive all the same.
struct LockServer {
    struct Stored {
        ElectionRecord record;
        std::uint64_t version = 0;
    };
    std::shared_ptr<ManualTime> time = std::make_shared<ManualTime>();
    std::optional<Stored> stored;
    std::uint64_t versions = 0;
    std::vector<std::string> requests; ///< "a get", in the order of arrival
    std::function<Journey(const std::string &who, const std::string &verb)> journey = [](const auto &, const auto &) { return Journey{}; };

    void later(Duration delay, std::function<void()> task)
    {
        const std::uint64_t id = m_lastTimer++;
        m_timers.emplace(id, time->after(delay, [this, id, task = std::move(task)] {
            const auto timer = m_timers.extract(id);
            task();
        }));
    }
    void store(ElectionRecord record) { stored = Stored{std::move(record), ++versions}; }

private:
    std::uint64_t m_lastTimer = 0;
    std::map<std::uint64_t, Timer> m_timers;
};

/// A lock of one candidate on a LockServer.
class FakeLock final : public ResourceLock
{
public:
    FakeLock(LockServer &server, std::string who) : m_server(server), m_who(std::move(who)) {}

    Future<ElectionRecord> get(std::stop_token stop) override
    {
        return send("get", stop, [](LockServer &server, std::uint64_t) -> Result<LockServer::Stored> {
            if (!server.stored)
                return fail(Error{ErrorKind::NotFound, QStringLiteral("no lease"), {}, {}, {}});
            return *server.stored;
        });
    }
    Future<ElectionRecord> create(const ElectionRecord &record, std::stop_token stop) override
    {
        return send("create", stop, [record](LockServer &server, std::uint64_t) -> Result<LockServer::Stored> {
            if (server.stored)
                return fail(Error{ErrorKind::AlreadyExists, QStringLiteral("it exists"), {}, {}, {}});
            server.store(record);
            return *server.stored;
        });
    }
    Future<ElectionRecord> update(const ElectionRecord &record, std::stop_token stop) override
    {
        return send("update", stop, [record](LockServer &server, std::uint64_t version) -> Result<LockServer::Stored> {
            if (!server.stored)
                return fail(Error{ErrorKind::NotFound, QStringLiteral("no lease"), {}, {}, {}});
            if (server.stored->version != version)
                return fail(Error{ErrorKind::Conflict, QStringLiteral("modified"), {}, {}, {}});
            server.store(record);
            return *server.stored;
        });
    }
    std::string describe() const override { return "default/lock"; }

private:
    using Action = std::function<Result<LockServer::Stored>(LockServer &, std::uint64_t version)>;
    struct Sent {
        Promise<ElectionRecord> promise;
        std::optional<std::stop_callback<std::function<void()>>> canceler;
    };

    Future<ElectionRecord> send(const char *verb, const std::stop_token &stop, Action action)
    {
        auto sent = std::make_shared<Sent>();
        auto future = sent->promise.future();
        sent->canceler.emplace(stop, [raw = sent.get()] { raw->promise.finish(fail(Error::canceled())); });
        const Journey journey = m_server.journey(m_who, verb);
        const auto arrive = [this, sent, stop, journey, action, verb = std::string(verb), version = m_version] {
            m_server.requests.push_back(m_who + ' ' + verb);
            Result<LockServer::Stored> answer = journey.refusal
                ? Result<LockServer::Stored>(fail(Error{*journey.refusal, QStringLiteral("refused"), {}, {}, {}}))
                : action(m_server, version);
            m_server.later(journey.lostBack ? forever : journey.back, [this, sent, stop, answer] {
                if (stop.stop_requested())
                    return;
                if (answer)
                    m_version = answer->version;
                sent->promise.finish(answer ? Result<ElectionRecord>(answer->record) : fail(answer.error()));
            });
        };
        m_server.later(journey.lostThere ? forever : journey.there, arrive);
        return future;
    }

    static constexpr Duration forever = std::chrono::hours(1000);
    LockServer &m_server;
    std::string m_who;
    std::uint64_t m_version = 0;
};

/// A clock of its own over the same time: set differently, running at the same rate.
class SkewedTime final : public Scheduler
{
public:
    SkewedTime(ManualTime &time, Duration skew) : m_time(time), m_skew(skew) {}
    SteadyTime now() const override { return m_time.now() + m_skew; }
    WallTime wallNow() const override { return m_time.wallNow() + std::chrono::duration_cast<WallTime::duration>(m_skew); }
    Timer after(Duration delay, std::function<void()> task) override { return m_time.after(delay, std::move(task)); }

private:
    ManualTime &m_time;
    Duration m_skew;
};

/// One process that stands for election.
struct Candidate {
    LockServer &server;
    std::string identity;
    SkewedTime clock;
    FakeLock lock;
    std::vector<std::string> log;
    std::optional<std::stop_token> work;
    std::vector<std::string> events;
    std::function<void()> started;
    std::function<void()> ended;
    std::unique_ptr<LeaderElector> elector;

    Candidate(LockServer &aServer, const std::string &name, ElectorConfig config = {}, Duration skew = {}, Random random = [] { return 0.0; })
        : server(aServer), identity(name), clock(*aServer.time, skew), lock(aServer, name)
    {
        config.identity = name;
        LeaderElector::Callbacks callbacks;
        callbacks.onStartedLeading = [this](std::stop_token stop) {
            work = std::move(stop);
            log.push_back("leads");
            if (started)
                started();
        };
        callbacks.onStoppedLeading = [this] {
            log.push_back("stopped");
            if (ended)
                ended();
        };
        callbacks.recordEvent = [this](const std::string &message) { events.push_back(message); };
        callbacks.onNewLeader = [this](const std::string &leader) { log.push_back("new leader '" + leader + "'"); };
        elector = *LeaderElector::create(lock, server.time, clock, std::move(random), config, std::move(callbacks));
    }
    /// Stands, and gets the answers that need no time.
    void start()
    {
        elector->start();
        server.time->run();
        server.time->advance({});
    }
    void stop()
    {
        elector->stop();
        server.time->advance({});
    }
    [[nodiscard]] bool leads() const { return elector && work && !work->stop_requested(); }
    [[nodiscard]] ElectorState::Step step() const { return elector->status().step; }
};

} // namespace kube::test
