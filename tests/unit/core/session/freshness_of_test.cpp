// SPDX-License-Identifier: Apache-2.0
#include "core/session/freshness_of.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace freshness_of_test {

using namespace kube;
using namespace std::chrono_literals;

namespace {

const GroupVersionResource deployments{"apps", "v1", "deployments"};
const WallTime noon = WallTime{} + 12h;

Freshness inState(FreshnessState state, std::size_t loaded = 0)
{
    Freshness freshness;
    freshness.state = state;
    freshness.loaded = loaded;
    return freshness;
}

ReflectorStatus refused(ErrorKind kind, const char *message, bool synced)
{
    ReflectorStatus status;
    status.phase = ReflectorPhase::Forbidden;
    status.lastError = Error{kind, QString::fromLatin1(message), {}, {}};
    status.failedStep = ReflectorStatus::Step::List;
    status.synced = synced;
    return status;
}

} // namespace

class FreshnessOfTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void everyPhaseMeansSomething_data()
    {
        QTest::addColumn<ReflectorPhase>("phase");
        QTest::addColumn<FreshnessState>("state");
        QTest::newRow("idle") << ReflectorPhase::Idle << FreshnessState::Idle;
        QTest::newRow("connecting") << ReflectorPhase::Connecting << FreshnessState::Connecting;
        QTest::newRow("loading") << ReflectorPhase::Loading << FreshnessState::Loading;
        QTest::newRow("live") << ReflectorPhase::Live << FreshnessState::Live;
        QTest::newRow("reconnecting") << ReflectorPhase::Reconnecting << FreshnessState::Reconnecting;
        QTest::newRow("forbidden") << ReflectorPhase::Forbidden << FreshnessState::Forbidden;
        QTest::newRow("failed") << ReflectorPhase::Failed << FreshnessState::Failed;
        QTest::newRow("stopped") << ReflectorPhase::Stopped << FreshnessState::AsOf;
    }
    void everyPhaseMeansSomething()
    {
        QFETCH(ReflectorPhase, phase);
        QFETCH(FreshnessState, state);
        ReflectorStatus status;
        status.phase = phase;
        status.since = noon;
        status.asOf = noon - 1min;
        status.itemsLoaded = 7;
        const Freshness freshness = freshnessOf(status, deployments, "web");
        QCOMPARE(freshness.state, state);
        QVERIFY(freshness.since == noon && freshness.asOf == noon - 1min);
        QCOMPARE(freshness.loaded, std::size_t(7));
        QCOMPARE(freshness.denied.has_value(), state == FreshnessState::Forbidden);
    }

    void whatIsPausedIsTrueAsOfThen()
    {
        ReflectorStatus status;
        status.phase = ReflectorPhase::Live;
        status.standsStill = true;
        status.asOf = WallTime{} + std::chrono::hours(1);
        const Freshness freshness = freshnessOf(status, {"", "v1", "pods"}, "");
        QCOMPARE(freshness.state, FreshnessState::Paused);
        QCOMPARE(freshness.asOf, *status.asOf);
        status.phase = ReflectorPhase::Reconnecting;
        QCOMPARE(freshnessOf(status, {"", "v1", "pods"}, "").state, FreshnessState::Reconnecting);
        QVERIFY(freshnessOf(status, {"", "v1", "pods"}, "").isPausedToo);
        status.standsStill = false;
        QVERIFY(!freshnessOf(status, {"", "v1", "pods"}, "").isPausedToo);
    }

    void aFirstListThatIsHeldUpIsNotOnItsWay()
    {
        ReflectorStatus status;
        status.phase = ReflectorPhase::Connecting;
        status.standsStill = true;
        QVERIFY(freshnessOf(status, deployments, {}).isHeld);
        QCOMPARE(freshnessOf(status, deployments, {}).state, FreshnessState::Connecting);
        status.heldBack = true; // there are many of them, and nobody pauses anything
        QVERIFY(!freshnessOf(status, deployments, {}).isHeld);
        status = {};
        status.phase = ReflectorPhase::Live;
        status.standsStill = true;
        QVERIFY(!freshnessOf(status, deployments, {}).isHeld);
    }

    void whatWasAskedForIsNoFailure()
    {
        ReflectorStatus status;
        status.phase = ReflectorPhase::Reconnecting;
        QCOMPARE(freshnessOf(status, deployments, {}).anew, Anew::Nothing);
        status.asked = ReflectorStatus::Step::List;
        QCOMPARE(freshnessOf(status, deployments, {}).state, FreshnessState::Reconnecting);
        QCOMPARE(freshnessOf(status, deployments, {}).anew, Anew::List);
        status.standsStill = true; // and what was asked for waits behind a pause
        QCOMPARE(freshnessOf(status, deployments, {}).state, FreshnessState::Paused);
        status.standsStill = false;
        status.asked = ReflectorStatus::Step::Watch;
        const Freshness asked = freshnessOf(status, deployments, {});
        QCOMPARE(asked.anew, Anew::Watch);
        QCOMPARE(during({noon, noon, {}}, asked).anew, Anew::Nothing); // nobody answers: that has failed
        QCOMPARE(combine({{"a", asked}, {"b", inState(FreshnessState::Reconnecting)}}).anew, Anew::Nothing);
    }

    void aRefusalNamesTheRightThatIsMissing()
    {
        ReflectorStatus status = refused(ErrorKind::Forbidden, "deployments.apps is forbidden: User \"anna\" cannot list resource \"deployments\"", false);
        Freshness freshness = freshnessOf(status, deployments, "web");
        QVERIFY(freshness.denied);
        QCOMPARE(freshness.denied->userName, std::string("anna"));
        QCOMPARE(freshness.denied->verb, std::string("list"));
        QCOMPARE(freshness.denied->resource, std::string("deployments.apps"));
        QCOMPARE(freshness.denied->namespaceName, std::string("web"));
        status.failedStep = ReflectorStatus::Step::Watch;
        freshness = freshnessOf(status, deployments, "");
        QCOMPARE(freshness.denied->verb, std::string("watch"));
        QCOMPARE(freshness.denied->namespaceName, std::string());
    }

    void aRefusedCredentialIsNoMissingRight()
    {
        QCOMPARE(freshnessOf(refused(ErrorKind::Unauthorized, "Unauthorized", false), deployments, {}).state, FreshnessState::Failed);
        QCOMPARE(freshnessOf(refused(ErrorKind::Unauthorized, "Unauthorized", true), deployments, {}).state, FreshnessState::Reconnecting);
        QVERIFY(!freshnessOf(refused(ErrorKind::Unauthorized, "Unauthorized", false), deployments, {}).denied);
    }

    void anOldErrorIsForgottenOnceLive()
    {
        ReflectorStatus status;
        status.lastError = Error::transport(QStringLiteral("cut"));
        status.phase = ReflectorPhase::Reconnecting;
        status.nextTry = noon + 5s;
        QVERIFY(freshnessOf(status, deployments, {}).reason);
        QVERIFY(freshnessOf(status, deployments, {}).nextTry == noon + 5s);
        status.phase = ReflectorPhase::Live;
        QVERIFY(!freshnessOf(status, deployments, {}).reason);
    }

    void theUserIsReadFromTheServersWords()
    {
        QCOMPARE(userOf(QStringLiteral("pods is forbidden: User \"system:anonymous\" cannot list")), std::string("system:anonymous"));
        QCOMPARE(userOf(QStringLiteral("forbidden")), std::string());
        QCOMPARE(userOf(QStringLiteral("User \"cut")), std::string());
    }

    void anOutageCoversOnlyWhatBelievesItselfLive()
    {
        const Outage outage{noon, noon - 15s, Error::transport(QStringLiteral("gone"))};
        const Freshness covered = during(outage, inState(FreshnessState::Live, 3));
        QCOMPARE(covered.state, FreshnessState::Reconnecting);
        QVERIFY(covered.since == noon && covered.asOf == noon - 15s);
        QCOMPARE(covered.reason->message, QStringLiteral("gone"));
        QCOMPARE(covered.loaded, std::size_t(3));
        QCOMPARE(during(outage, inState(FreshnessState::Forbidden)).state, FreshnessState::Forbidden);
        QCOMPARE(during(outage, inState(FreshnessState::Failed)).state, FreshnessState::Failed);
    }

    void theWorstPartCounts()
    {
        const Freshness both = combine({{"a", inState(FreshnessState::Live, 2)}, {"b", inState(FreshnessState::Reconnecting, 3)}});
        QCOMPARE(both.state, FreshnessState::Reconnecting);
        QCOMPARE(both.loaded, std::size_t(5));
        QCOMPARE(combine({{"a", inState(FreshnessState::Loading)}, {"b", inState(FreshnessState::Live)}}).state, FreshnessState::Loading);
        QCOMPARE(combine({{"a", inState(FreshnessState::Paused)}, {"b", inState(FreshnessState::Live)}}).state, FreshnessState::Paused);
        QCOMPARE(combine({}).state, FreshnessState::Idle);
    }

    void forbiddenNamespacesAmongOthersAreNamed()
    {
        const Freshness partly = combine({{"a", inState(FreshnessState::Live, 2)}, {"b", inState(FreshnessState::Forbidden)}, {"c", inState(FreshnessState::Forbidden)}});
        QCOMPARE(partly.state, FreshnessState::Live);
        QCOMPARE(partly.missingNamespaces, (std::vector<std::string>{"b", "c"}));
        const Freshness wholly = combine({{"a", inState(FreshnessState::Forbidden)}, {"b", inState(FreshnessState::Forbidden)}});
        QCOMPARE(wholly.state, FreshnessState::Forbidden);
        QVERIFY(wholly.missingNamespaces.empty());
    }
};

ORRERY_GUILESS_TEST(FreshnessOfTest)
} // namespace freshness_of_test
#include "freshness_of_test.moc"
