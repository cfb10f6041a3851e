// SPDX-License-Identifier: Apache-2.0
// Two candidates for one Lease of the real API server.
#include "core/dynamic/dynamic_client.h"
#include "core/leaderelection/leader_elector.h"
#include "core/leaderelection/lease_lock.h"
#include "tests/support/cluster_client.h"
#include "tests/support/test_program.h"

namespace leaderelection_cluster_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::ClusterClient;
using kube::test::patience;
using kube::test::TestNamespace;
using kube::test::textAt;

namespace {

const GroupVersionResource leases{"coordination.k8s.io", "v1", "leases"};

struct Candidate : ClusterClient {
    DynamicClient dynamic{*rest, executor};
    LeaseLock lock;
    std::stop_token work;
    bool led = false;
    bool stopped = false;
    std::vector<std::string> leaders;
    std::unique_ptr<LeaderElector> elector;

    Candidate(const TestNamespace &space, const std::string &identity)
        : lock(dynamic, executor, {{space.name().toStdString(), "lock"}, {{"app", "test"}}})
    {
        ElectorConfig config{identity, 8s, 6s, 300ms, true};
        LeaderElector::Callbacks callbacks;
        callbacks.onStartedLeading = [this](std::stop_token stop) {
            led = true;
            work = std::move(stop);
        };
        callbacks.onStoppedLeading = [this] { stopped = true; };
        callbacks.onNewLeader = [this](const std::string &leader) { leaders.push_back(leader); };
        elector = *LeaderElector::create(lock, executor, *scheduler, systemRandom(), config, std::move(callbacks));
        elector->start();
    }
    [[nodiscard]] bool leads() const { return led && !work.stop_requested(); }
    [[nodiscard]] QByteArray lease(const TestNamespace &space)
    {
        const auto reply = answer(dynamic.get(leases, {space.name().toStdString(), "lock"}));
        return reply ? reply->json : reply.error().toString().toUtf8();
    }
};

std::int64_t transitions(const QByteArray &lease)
{
    return JsonDocument::parse({lease.constData(), static_cast<std::size_t>(lease.size())})->root()["spec"]["leaseTransitions"].integer(-1);
}

} // namespace

class LeaderElectionClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aLeaseReleasedIsTakenByTheOther()
    {
        const TestNamespace space;
        Candidate first(space, "first");
        QTRY_VERIFY_WITH_TIMEOUT(first.leads(), patience);
        const QByteArray lease = first.lease(space);
        QCOMPARE(textAt(lease, "spec.holderIdentity"), std::string("first"));
        QCOMPARE(textAt(lease, "metadata.labels.app"), std::string("test"));
        QCOMPARE(transitions(lease), std::int64_t(0));
        Candidate second(space, "second");
        QTRY_COMPARE_WITH_TIMEOUT(second.leaders, std::vector<std::string>{"first"}, patience);
        QTRY_VERIFY_WITH_TIMEOUT(first.elector->status().renewals >= 4, patience);
        QVERIFY(first.leads());
        QVERIFY(!second.led);
        first.elector->stop();
        QVERIFY(!first.leads());
        QTRY_VERIFY_WITH_TIMEOUT(first.stopped, patience);
        QTRY_VERIFY_WITH_TIMEOUT(second.leads(), patience);
        QCOMPARE(textAt(second.lease(space), "spec.holderIdentity"), std::string("second"));
        QCOMPARE(transitions(second.lease(space)), std::int64_t(1));
        QVERIFY(!first.elector->status().lastError);
    }

    void aLeaderThatIsGoneIsSucceededOnceItsLeaseHasExpired()
    {
        const TestNamespace space;
        auto first = std::make_unique<Candidate>(space, "first");
        QTRY_VERIFY_WITH_TIMEOUT(first->leads(), patience);
        Candidate second(space, "second");
        QTRY_COMPARE_WITH_TIMEOUT(second.leaders, std::vector<std::string>{"first"}, patience);
        first.reset(); // as if killed: the lease still names it
        QCOMPARE(textAt(second.lease(space), "spec.holderIdentity"), std::string("first"));
        QVERIFY(!second.led);
        QTRY_VERIFY_WITH_TIMEOUT(second.leads(), patience);
        QCOMPARE(transitions(second.lease(space)), std::int64_t(1));
        QCOMPARE(second.leaders, (std::vector<std::string>{"first", "second"}));
    }

    void aLeaseDeletedUnderItsLeaderIsMadeAnew()
    {
        const TestNamespace space;
        Candidate first(space, "first");
        QTRY_VERIFY_WITH_TIMEOUT(first.leads(), patience);
        const std::string uid = textAt(first.lease(space), "metadata.uid");
        QVERIFY_RESULT(first.answer(first.dynamic.remove(leases, {space.name().toStdString(), "lock"})));
        const auto isAnew = [&] {
            const std::string now = textAt(first.lease(space), "metadata.uid");
            return !now.empty() && now != "?" && now != uid;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isAnew(), patience);
        QVERIFY(first.leads());
    }
};

ORRERY_GUILESS_TEST(LeaderElectionClusterTest)
} // namespace leaderelection_cluster_test
#include "leaderelection_cluster_test.moc"
