// SPDX-License-Identifier: Apache-2.0
// Three candidates, a server that is slow, refuses and loses, processes that end and come back: never two leaders.
#include "tests/support/test_program.h"
#include "tests/unit/core/leaderelection/election_fixture.h"

#include <random>
#include <set>

namespace elector_interleavings_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::Candidate;
using kube::test::Journey;
using kube::test::LockServer;

namespace {

class Run
{
public:
    explicit Run(std::uint64_t seed) : m_chance(seed), m_candidates(3)
    {
        m_server.journey = [this](const std::string &who, const std::string &) { return m_faults ? journey(who) : Journey{}; };
        for (std::size_t i = 0; i < m_candidates.size(); ++i)
            enter(i);
    }

    /// What went wrong, or nothing.
    QString play()
    {
        for (int i = 0; i < 400 && m_problem.isEmpty(); ++i) {
            m_server.time->advance(std::chrono::milliseconds(below(1500)));
            const std::size_t who = below(m_candidates.size());
            switch (below(40)) {
            case 0: m_candidates[who]->elector->stop(); break;
            case 1: enter(who); break; // killed, if it ran
            case 2: m_cutOff.insert(m_candidates[who]->identity); break;
            case 3: m_slow.insert(m_candidates[who]->identity); break;
            case 4: m_cutOff.clear(); break;
            case 5: m_slow.clear(); break;
            default: break;
            }
            for (std::size_t one = 0; one < m_candidates.size(); ++one) {
                if (m_candidates[one]->step() == ElectorState::Step::Stopped && below(8) == 0)
                    enter(one);
            }
        }
        m_faults = false;
        m_server.time->advance(30s);
        for (std::size_t one = 0; one < m_candidates.size(); ++one) {
            if (m_candidates[one]->step() == ElectorState::Step::Stopped)
                enter(one);
        }
        m_server.time->advance(30s);
        if (m_problem.isEmpty() && leaders() != 1)
            m_problem = QStringLiteral("%1 lead although nothing is wrong any more").arg(leaders());
        return m_problem;
    }
    [[nodiscard]] int reigns() const { return m_reigns; }

private:
    [[nodiscard]] std::uint64_t below(std::uint64_t end) { return m_chance() % end; }
    Journey journey(const std::string &who)
    {
        if (m_cutOff.contains(who))
            return {.lostThere = true};
        if (m_slow.contains(who))
            return {.back = std::chrono::milliseconds(4000 + below(1200))};
        Journey journey;
        if (below(3) == 0)
            journey.there = std::chrono::milliseconds(below(8000));
        if (below(3) == 0)
            journey.back = std::chrono::milliseconds(below(8000));
        journey.lostThere = below(12) == 0;
        journey.lostBack = below(12) == 0;
        static constexpr ErrorKind refusals[] = {ErrorKind::Conflict, ErrorKind::Forbidden, ErrorKind::Server};
        if (below(12) == 0)
            journey.refusal = refusals[below(std::size(refusals))];
        return journey;
    }
    void enter(std::size_t place)
    {
        ElectorConfig config;
        config.releaseOnCancel = below(2) == 0;
        if (m_candidates[place])
            m_candidates[place]->elector.reset();
        m_past.push_back(std::move(m_candidates[place])); // its requests may still be on their way
        m_candidates[place] = std::make_unique<Candidate>(m_server, std::to_string(m_past.size()), config,
                                                          std::chrono::seconds(below(100000)),
                                                          [this] { return static_cast<double>(below(1000)) / 1000.0; });
        m_candidates[place]->started = [this] {
            ++m_reigns;
            if (leaders() != 1)
                m_problem = QStringLiteral("%1 lead at once").arg(leaders());
        };
        m_candidates[place]->elector->start();
    }
    [[nodiscard]] int leaders() const
    {
        return static_cast<int>(std::count_if(m_candidates.begin(), m_candidates.end(), [](const auto &one) { return one && one->leads(); }));
    }

    std::mt19937_64 m_chance;
    LockServer m_server;
    std::vector<std::unique_ptr<Candidate>> m_past;
    std::vector<std::unique_ptr<Candidate>> m_candidates;
    std::set<std::string> m_cutOff; ///< nothing they send arrives
    std::set<std::string> m_slow;   ///< what they send is carried out at once and answered late
    bool m_faults = true;
    QString m_problem;
    int m_reigns = 0;
};

} // namespace

class ElectorInterleavingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void thereAreNeverTwoLeadersAndAlwaysOneAgain()
    {
        int reigns = 0;
        for (std::uint64_t seed = 1; seed <= 600; ++seed) {
            Run run(seed);
            const QString problem = run.play();
            QVERIFY2(problem.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(problem)));
            reigns += run.reigns();
        }
        QVERIFY(reigns > 2000); // else this has tried nothing
    }
};

ORRERY_GUILESS_TEST(ElectorInterleavingsTest)
} // namespace elector_interleavings_test
#include "elector_interleavings_test.moc"
