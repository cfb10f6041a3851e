// SPDX-License-Identifier: Apache-2.0
#include "tests/fault/sim/run.h"

namespace kube::sim {

using namespace std::chrono_literals;

namespace {

constexpr Duration patience = 5min;    ///< to converge once the faults have ended: dropNoticed, a back-off and lists
constexpr Duration dropNoticed = 120s; ///< one connection that was dropped without a word is left

std::string seconds(Duration duration)
{
    return std::to_string(std::chrono::duration<double>(duration).count()) + " s";
}

} // namespace

void Run::calm()
{
    m_journal.note([] { return std::string("the faults end"); });
    m_server->calm();
    m_frozen = false;
    m_client->stage()->resume();
    for (const auto &follower : m_followers) {
        if (!follower->isStopped())
            Pressure::end(follower->stages());
    }
}

/// What somebody does not know, or may yet not be told, of the cluster; a watch between two requests is no watch.
std::string Run::difference() const
{
    if (!m_server->isSettled())
        return "a connection is not settled";
    for (const auto &follower : m_followers) {
        if (follower->isStopped())
            continue;
        if (auto missing = follower->difference(m_cluster); !missing.empty())
            return missing;
        if (!m_server->isWatched(follower->namespaceName()))
            return follower->name() + " has no watch at the server";
    }
    return {};
}

std::vector<int> Run::waits() const
{
    std::vector<int> waits;
    for (const auto &follower : m_followers)
        waits.push_back(follower->waits());
    return waits;
}

void Run::await(SteadyTime since, const std::vector<int> &before, int most)
{
    const Duration takenBefore = taken();
    for (;;) {
        const std::string missing = difference();
        const Duration passed = m_time->now() - since;
        const auto now = waits();
        int begun = 0;
        for (std::size_t i = 0; i < now.size(); ++i)
            begun = std::max(begun, now[i] - before[i]);
        m_verdict.waits = std::max(m_verdict.waits, begun);
        if (begun > most)
            m_verdict.wrong = "it took " + std::to_string(begun) + " back-offs to converge";
        else if (missing.empty())
            return;
        else if (passed > patience)
            m_verdict.wrong = missing + " " + seconds(passed) + " after the faults";
        else if (m_server->hasHalfOpen() && passed - (taken() - takenBefore) > dropNoticed)
            m_verdict.wrong = "a connection is half open " + seconds(passed) + " after the faults";
        else if (!m_time->advanceToNextTimer())
            m_verdict.wrong = missing + " and nothing waits";
        if (isWrong())
            return;
    }
}

void Run::converge()
{
    // One for a fault that is noticed only now, or for connections that another follower gives up for its own; and one for
    // a restored etcd, which only a bookmark tells of.
    const int mostWaits = static_cast<int>(m_followers.size()) + (m_restored ? 1 : 0);
    const SteadyTime calm = m_time->now();
    const auto before = waits();
    m_time->advance(1s); // for what is under way
    await(calm, before, mostWaits);
    m_verdict.convergence = m_time->now() - calm;
}

void Run::live()
{
    // It goes on: a few changes, at once; now and then for as long as a watch lasts.
    const auto before = waits();
    change(1 + m_chance.below(4));
    m_time->advance(m_chance.percent(10) ? Duration(12min) : Duration(3s));
    for (const auto &follower : m_followers) {
        if (!follower->isStopped() && !isWrong() && m_server->isWatched(follower->namespaceName()))
            m_verdict.wrong = follower->difference(m_cluster);
    }
    // A watch that has ended in time, or was opened again for its silence, may be too old by now: one list more.
    if (!isWrong())
        await(m_time->now(), before, 1);
    for (const auto &follower : m_followers) {
        if (!follower->isStopped() && m_verdict.wrong.empty())
            m_verdict.wrong = follower->contentDifference();
    }
    if (!m_verdict.wrong.empty())
        m_verdict.wrong += ", later";
}

void Run::stopAll()
{
    for (const auto &follower : m_followers) {
        if (m_chance.percent(30))
            follower->destroy();
        else
            follower->stop();
    }
    m_time->run();
    if (m_server->openExchanges() > 0)
        m_verdict.wrong = "an exchange is open after the end";
    change(10);
    m_time->advance(1h);
    if (m_verdict.wrong.empty() && m_time->timers() > 0)
        m_verdict.wrong = "a timer is left after the end";
    (void)isWrong();
}

} // namespace kube::sim
