// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/rest_client.h"
#include "tests/fault/sim/api_server.h"
#include "tests/fault/sim/follower.h"
#include "tests/fault/sim/pressure.h"

namespace kube::sim {

class Tokens;

/// One story made of one seed: a cluster that changes, a server that fails, followers whose handlers come and go; then
/// the faults end, and everything must be as the server has it within a bounded time, and quiet once it is stopped.
class Run
{
public:
    struct Verdict {
        std::string wrong;       ///< empty: all is well
        Duration convergence{};  ///< from the end of the faults on; zero when it was stopped before
        int waits = 0;           ///< back-offs begun since, of one follower at most
        std::size_t requests = 0;
    };

    Run(std::uint64_t seed, Journal &journal);
    ~Run();
    [[nodiscard]] Verdict play();

private:
    void makeServer();
    void makeFollower(const std::string &name);
    void act();
    void actOnServer();
    void changeWeather();
    void change(std::uint64_t times);
    void sleep();
    void rewind();
    void pauseAWhile();
    void press();
    [[nodiscard]] std::string believesTheDead();
    [[nodiscard]] bool isWrong();
    void calm();
    [[nodiscard]] std::string difference() const;
    [[nodiscard]] Duration taken() const;
    void await(SteadyTime since, const std::vector<int> &waits, int mostWaits);
    [[nodiscard]] std::vector<int> waits() const;
    void converge();
    void live();
    void stopAll();

    std::shared_ptr<test::ManualTime> m_time = std::make_shared<test::ManualTime>();
    Chance m_chance;
    Journal &m_journal;
    Pressure m_pressure;
    test::ModelCluster m_cluster;
    ApiServer::Options m_serverOptions;
    std::shared_ptr<ApiServer> m_server;
    std::shared_ptr<Tokens> m_tokens;
    std::unique_ptr<RestClient> m_client;
    std::vector<std::unique_ptr<Follower>> m_followers;
    std::optional<std::pair<test::ModelCluster::Objects, std::uint64_t>> m_checkpoint;
    bool m_mayRewind = false;
    bool m_restored = false; ///< the cluster, from m_checkpoint
    bool m_frozen = false;
    /// Since when each follower could have found that out, and what was taken() then.
    std::vector<std::pair<SteadyTime, Duration>> m_deadSince;
    Verdict m_verdict;
};

} // namespace kube::sim
