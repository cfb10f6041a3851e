// SPDX-License-Identifier: Apache-2.0
#include "core/base/await.h"
#include "core/leaderelection/run_election.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <mutex>

namespace run_election_test {

using namespace kube;
using namespace std::chrono_literals;

namespace {

/// What happened, from any thread.
class Log
{
public:
    void add(std::string line)
    {
        const std::lock_guard lock(m_mutex);
        m_lines.push_back(std::move(line));
    }
    [[nodiscard]] std::vector<std::string> lines() const
    {
        const std::lock_guard lock(m_mutex);
        return m_lines;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<std::string> m_lines;
};

/// A record in memory, which answers at once.
class MemoryLock final : public ResourceLock
{
public:
    explicit MemoryLock(Log &log) : m_log(log) {}
    std::optional<ElectionRecord> record;
    bool takenByOthers = false; ///< at our next update
    Result<void> valid;

    Future<ElectionRecord> get(std::stop_token) override { return answer(); }
    Future<ElectionRecord> create(const ElectionRecord &created, std::stop_token) override { return write(created); }
    Future<ElectionRecord> update(const ElectionRecord &updated, std::stop_token) override
    {
        if (takenByOthers) {
            record->holderIdentity = "other";
            return Future<ElectionRecord>::ready(fail(Error{ErrorKind::Conflict, QStringLiteral("modified"), {}, {}, {}}));
        }
        return write(updated);
    }
    Result<void> validate() const override { return valid; }
    std::string describe() const override { return "default/lock"; }

private:
    Future<ElectionRecord> answer() const
    {
        if (!record)
            return Future<ElectionRecord>::ready(fail(Error{ErrorKind::NotFound, QStringLiteral("no lease"), {}, {}, {}}));
        return Future<ElectionRecord>::ready(*record);
    }
    Future<ElectionRecord> write(const ElectionRecord &written)
    {
        if (!record || record->holderIdentity != written.holderIdentity)
            m_log.add("lease of '" + written.holderIdentity + "'");
        record = written;
        return answer();
    }
    Log &m_log;
};

ElectorConfig config()
{
    ElectorConfig config;
    config.identity = "me";
    config.retryPeriod = 10ms;
    config.releaseOnCancel = true;
    return config;
}

} // namespace

class RunElectionTest : public QObject
{
    Q_OBJECT
private:
    using Lines = std::vector<std::string>;
    std::unique_ptr<EventLoop> m_loop;
    std::unique_ptr<Log> m_log;
    std::unique_ptr<MemoryLock> m_lock;
    std::stop_source m_stop;

    ElectionCallbacks callbacks(std::function<void(std::stop_token)> work)
    {
        ElectionCallbacks callbacks;
        callbacks.onStartedLeading = [this, work = std::move(work)](std::stop_token stop) {
            m_log->add("work");
            work(std::move(stop));
            m_log->add("work has returned");
        };
        callbacks.onStoppedLeading = [this] { m_log->add("stopped"); };
        callbacks.onError = [](const Error &) {};
        return callbacks;
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_loop = std::make_unique<EventLoop>();
        m_log = std::make_unique<Log>();
        m_lock = std::make_unique<MemoryLock>(*m_log);
        m_stop = {};
    }
    void cleanup()
    {
        m_lock.reset();
        m_loop.reset();
    }

    void theLeaseIsGivenUpAfterTheWorkHasReturned()
    {
        const auto elected = runElection(m_stop.get_token(), *m_lock, *m_loop, config(), callbacks([this](std::stop_token stop) {
                                             m_stop.request_stop();
                                             waitFor(stop);
                                         }));
        QVERIFY_RESULT(elected);
        QCOMPARE(m_log->lines(), (Lines{"lease of 'me'", "work", "work has returned", "lease of ''", "stopped"}));
    }

    void workThatReturnsByItselfEndsTheElection()
    {
        QVERIFY_RESULT(runElection(m_stop.get_token(), *m_lock, *m_loop, config(), callbacks([](std::stop_token) {})));
        QCOMPARE(m_log->lines(), (Lines{"lease of 'me'", "work", "work has returned", "lease of ''", "stopped"}));
    }

    void whoNeverLedStopsAtOnce()
    {
        m_lock->record.emplace();
        m_lock->record->holderIdentity = "other";
        m_lock->record->leaseDurationSeconds = 15;
        auto all = callbacks([](std::stop_token) { QFAIL("another leads"); });
        all.onNewLeader = [this](const std::string &leader) {
            m_log->add("new leader " + leader);
            m_stop.request_stop();
        };
        QVERIFY_RESULT(runElection(m_stop.get_token(), *m_lock, *m_loop, config(), all));
        QCOMPARE(m_log->lines(), (Lines{"new leader other", "stopped"}));
        QCOMPARE(m_lock->record->holderIdentity, std::string("other"));
    }

    void aLeaseThatIsLostEndsTheWork()
    {
        const auto elected = runElection(m_stop.get_token(), *m_lock, *m_loop, config(), callbacks([this](std::stop_token stop) {
                                             m_loop->executor()->post([this] { m_lock->takenByOthers = true; });
                                             waitFor(stop);
                                         }));
        QVERIFY_RESULT(elected);
        QCOMPARE(m_log->lines(), (Lines{"lease of 'me'", "work", "work has returned", "stopped"}));
        QVERIFY(!m_stop.stop_requested());
        QCOMPARE(m_lock->record->holderIdentity, std::string("other"));
    }

    void stopAskedForBeforehandLetsNobodyLead()
    {
        m_stop.request_stop();
        QVERIFY_RESULT(runElection(m_stop.get_token(), *m_lock, *m_loop, config(), callbacks([](std::stop_token stop) { waitFor(stop); })));
        QCOMPARE(m_log->lines().back(), std::string("stopped"));
        QVERIFY(!m_lock->record || m_lock->record->holderIdentity.empty());
    }

    void aRequestThatFailsIsLoggedWhereNobodyAsksForErrors()
    {
        auto silent = callbacks([this](std::stop_token stop) {
            m_loop->executor()->post([this] { m_lock->takenByOthers = true; });
            waitFor(stop);
        });
        silent.onError = nullptr;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^the election by default/lock: .*modified")));
        QVERIFY_RESULT(runElection(m_stop.get_token(), *m_lock, *m_loop, config(), silent));
    }

    void whatCannotWorkIsRefusedAtOnce()
    {
        QVERIFY(!runElection({}, *m_lock, *m_loop, config(), {}));
        auto nobody = config();
        nobody.identity.clear();
        QVERIFY(!runElection({}, *m_lock, *m_loop, nobody, callbacks([](std::stop_token) {})));
        m_lock->valid = fail(Error::badInput(QStringLiteral("no name")));
        QVERIFY(!runElection({}, *m_lock, *m_loop, config(), callbacks([](std::stop_token) {})));
        QVERIFY(m_log->lines().empty());
    }
};

ORRERY_GUILESS_TEST(RunElectionTest)
} // namespace run_election_test
#include "run_election_test.moc"
