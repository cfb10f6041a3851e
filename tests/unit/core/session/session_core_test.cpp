// SPDX-License-Identifier: Apache-2.0
#include "core/base/mailbox.h"
#include "core/session/session_core.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/session/session_fixture.h"

namespace session_core_test {

using namespace kube;
using kube::test::FakeCluster;
using kube::test::OpenTable;
using kube::test::podJson;
using kube::test::podList;
using kube::test::SessionFixture;
using Trust = SessionCore::Trust;

class SessionCoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whoIsToldOfTrustMayReleaseItselfAndOthersAndHoldMore()
    {
        FakeCluster server;
        const auto mailbox = Mailbox::create();
        auto core = std::make_unique<SessionCore>(server.options(), mailbox);
        core->open();
        QVERIFY(core->clients());

        QByteArray told;
        const auto say = [&told](const QByteArray &what) { return [&told, what](Trust, const std::optional<Error> &) { told += what; }; };
        auto opened = std::make_shared<int>();
        const std::weak_ptr<int> first = opened;
        core->hold(1, std::move(opened), [&](Trust, const std::optional<Error> &) {
            told += "first ";
            core->release(1);
            core->release(2);
            told += first.expired() ? "gone " : "";
        });
        core->hold(2, {}, say("second "));
        core->hold(3, {}, [&, another = say("new ")](Trust, const std::optional<Error> &) {
            told += "third ";
            core->hold(4, {}, another);
        });

        core->retryNow();
        QCOMPARE(told, QByteArray("first third "));
        QVERIFY(first.expired());
        told.clear();
        core->retryNow();
        QCOMPARE(told, QByteArray("third new "));
        core.reset();
        mailbox->close();
    }

    void watchesAreKeptWhateverTheServerAnswersItsProbe_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<HealthState>("state");
        QTest::newRow("busy") << 429 << QByteArray("TooManyRequests") << HealthState::Live;
        QTest::newRow("failing") << 503 << QByteArray("ServiceUnavailable") << HealthState::Reconnecting;
    }
    void watchesAreKeptWhateverTheServerAnswersItsProbe()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, reason);
        QFETCH(HealthState, state);
        SessionFixture f;
        const QByteArray pods = "GET /api/v1/namespaces/web/pods";
        f.server.set(pods, podList(podJson("a", "1")));
        f.open();
        QTRY_VERIFY(f.isLive() && f.catalog);
        OpenTable table;
        table.open(*f.ports().feed, f.owner);
        QTRY_COMPARE(table.freshness.state, FreshnessState::Live);
        f.server.set("GET /version", FakeCluster::refusal(status, reason, "not now"));
        f.ports().cluster->retryNow();
        QTRY_VERIFY(f.health.reason);
        QCOMPARE(f.health.state, state);
        QCOMPARE(f.health.reason->message, QStringLiteral("not now"));
        QTRY_COMPARE(table.freshness.state, state == HealthState::Live ? FreshnessState::Live : FreshnessState::Reconnecting);

        const int renewals = f.server.renewals();
        f.server.set("GET /version", FakeCluster::ok(kube::test::kubernetesFixture(QStringLiteral("discovery/version"))));
        f.ports().cluster->retryNow();
        QTRY_VERIFY(f.isLive() && !f.health.reason);
        QTRY_COMPARE(table.freshness.state, FreshnessState::Live);
        QCOMPARE(f.server.renewals(), renewals + 1); // by who asked to try now: the connections are as good as they were
        QCOMPARE(f.server.watches(pods), 1);
    }
};

ORRERY_GUILESS_TEST(SessionCoreTest)
} // namespace session_core_test
#include "session_core_test.moc"
