// SPDX-License-Identifier: Apache-2.0
#include "core/session/catalog_keeper.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QRegularExpression>

namespace catalog_keeper_test {

using namespace kube;
using namespace std::chrono_literals;

QByteArray version(const QByteArray &name, const QByteArray &kind, bool stale)
{
    if (stale)
        return R"({"version":"v1","freshness":"Stale"})";
    return R"({"version":"v1","freshness":"Current","resources":[{"resource":")" + kind.toLower() + R"(s","scope":"Namespaced","verbs":["list"],"responseKind":{"group":")"
        + name + R"(","version":"v1","kind":")" + kind + R"("}}]})";
}

/// A server that names what the test wants it to name: "apps:Deployment planets.example.com:Planet", "!" for stale.
struct Fixture : kube::test::RestFixture {
    DiscoveryClient discovery{client, time};
    CachedDiscovery cache{discovery, time, time};
    CatalogPtr catalog;
    int told = 0;
    CatalogKeeper keeper{cache, time, *time, [] { return 0.0; }, QStringLiteral("fake"), [this](CatalogPtr found) {
        catalog = std::move(found);
        ++told;
    }};

    static QByteArray answerOf(const QByteArray &groups)
    {
        QByteArray items;
        for (const QByteArray &one : groups.split(' ')) {
            const QByteArray name = one.split(':').front();
            const QByteArray kind = one.split(':').back();
            items += (items.isEmpty() ? "" : ",") + QByteArray(R"({"metadata":{"name":")") + name + R"("},"versions":[)"
                + version(name, kind.startsWith('!') ? kind.mid(1) : kind, kind.startsWith('!')) + "]}";
        }
        return R"({"kind":"APIGroupDiscoveryList","apiVersion":"apidiscovery.k8s.io/v2","items":[)" + items + "]}";
    }
    /// Answers what is asked now, with that; how many questions there were.
    int answer(const QByteArray &groups, int status = 200)
    {
        time->run();
        int asked = 0;
        for (; m_seen < server->exchanges.size(); ++m_seen) {
            auto &exchange = *server->exchanges[m_seen];
            if (exchange.line().startsWith("GET /apis?")) {
                ++asked;
                exchange.answer(status, status == 200 ? answerOf(groups) : QByteArray(R"({"kind":"Status","status":"Failure","reason":"Forbidden","code":403})"));
            } else {
                exchange.answer(404, R"({"kind":"Status","status":"Failure","reason":"NotFound","code":404})");
            }
            time->run();
        }
        return asked;
    }
    /// As answer(), over a while, each question as it comes.
    int answerFor(Duration while_, const QByteArray &groups)
    {
        int asked = answer(groups);
        for (Duration passed{}; passed < while_; passed += 1s) {
            time->advance(1s);
            asked += answer(groups);
        }
        return asked;
    }
    [[nodiscard]] QByteArray kinds() const
    {
        QByteArray text;
        for (const ResourceInfo &resource : catalog->resources)
            text += (text.isEmpty() ? "" : " ") + QByteArray::fromStdString(resource.kind) + (resource.unconfirmed ? "?" : "");
        return text;
    }

private:
    std::size_t m_seen = 0;
};

const QByteArray whole = "apps:Deployment batch:Job example.com:Planet";

} // namespace catalog_keeper_test

namespace catalog_keeper_test { // anew: moc loses count of braces in raw strings

class CatalogKeeperTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void twoAnswersThatAreTheSameAreBelieved()
    {
        Fixture f;
        f.keeper.renew();
        QCOMPARE(f.answer(whole), 1);
        QCOMPARE(f.kinds(), QByteArray("Deployment Job Planet"));
        QCOMPARE(f.answerFor(5min, whole), 1);
        QVERIFY(f.catalog->failures.empty());
    }

    void inAnOutageNothingIsAskedAndNothingSaidOfWhatWasUnderWay()
    {
        Fixture f;
        f.keeper.renew();
        QCOMPARE(f.answer(whole), 1);
        f.time->advance(5s); // asked again, as nothing agrees with the first answer yet
        f.keeper.pause();
        QCOMPARE(f.answer({}, 403), 1);
        QCOMPARE(f.answerFor(5min, whole), 0);
        f.keeper.renew();
        QCOMPARE(f.answer(whole), 1);
        QCOMPARE(f.kinds(), QByteArray("Deployment Job Planet"));
    }

    void aServerThatIsStartingIsAskedUntilItNamesEverything()
    {
        Fixture f;
        f.keeper.renew();
        f.answer("apps:Deployment");
        QCOMPARE(f.kinds(), QByteArray("Deployment"));
        QVERIFY(f.answerFor(5s, whole) >= 1);
        QCOMPARE(f.kinds(), QByteArray("Deployment Job Planet"));
    }

    void whatAnAnswerAfterAnOutageLacksStaysMarkedUntilItIsNamedAgain()
    {
        Fixture f;
        f.keeper.renew();
        f.answerFor(10s, whole);
        f.keeper.renew();
        f.answer("example.com:Planet");
        QCOMPARE(f.kinds(), QByteArray("Planet Deployment? Job?"));
        QCOMPARE(f.catalog->failures.size(), std::size_t(2));
        QCOMPARE(f.catalog->failures.front().first, std::string("apps/v1"));
        QVERIFY(f.answerFor(30s, "example.com:Planet") >= 3);
        QCOMPARE(f.kinds(), QByteArray("Planet Deployment? Job?"));
        f.answerFor(3min, whole);
        QCOMPARE(f.kinds(), QByteArray("Deployment Job Planet"));
        QVERIFY(f.catalog->failures.empty());
        QCOMPARE(f.answerFor(5min, whole), 0);
    }

    void whatStaysAwayHasGone()
    {
        Fixture f;
        f.keeper.renew();
        f.answerFor(10s, whole);
        f.keeper.refresh();
        f.answer("apps:Deployment example.com:Planet");
        QCOMPARE(f.kinds(), QByteArray("Deployment Planet Job?"));
        f.answerFor(3min, "apps:Deployment example.com:Planet");
        QCOMPARE(f.kinds(), QByteArray("Deployment Planet"));
        QCOMPARE(f.answerFor(5min, "apps:Deployment example.com:Planet"), 0);
    }

    void whatCouldNotBeReadStaysForAsLongAsThatIsSo()
    {
        Fixture f;
        f.keeper.renew();
        f.answerFor(10s, whole);
        f.keeper.refresh();
        f.answer("apps:!Deployment batch:Job example.com:Planet");
        QVERIFY(f.answerFor(10min, "apps:!Deployment batch:Job example.com:Planet") >= 5);
        QCOMPARE(f.kinds(), QByteArray("Job Planet Deployment?"));
        QCOMPARE(f.catalog->failures.size(), std::size_t(1));
        f.answerFor(2min, whole);
        QCOMPARE(f.kinds(), QByteArray("Deployment Job Planet"));
    }

    void aDeletedDefinitionTakesItsKindAlong()
    {
        Fixture f;
        f.keeper.renew();
        f.answerFor(10s, whole);
        f.keeper.definitionDeleted("planets.example.com");
        f.answerFor(1s, whole); // the server does not know yet
        QCOMPARE(f.kinds(), QByteArray("Deployment Job Planet"));
        f.answerFor(3s, "apps:Deployment batch:Job");
        QCOMPARE(f.kinds(), QByteArray("Deployment Job"));
        f.keeper.definitionChanged("planets.example.com");
        f.answerFor(10s, whole);
        f.keeper.refresh();
        f.answerFor(10s, "apps:Deployment batch:Job");
        QCOMPARE(f.kinds(), QByteArray("Deployment Job Planet?")); // nobody has deleted that one
    }

    void aKindThatIsServedWithoutItsDefinitionIsDoubtedForAMinute()
    {
        Fixture f;
        f.keeper.renew();
        f.answerFor(10s, whole);
        f.keeper.definitionDeleted("planets.example.com");
        QVERIFY(f.answerFor(3min, whole) >= 3);
        QCOMPARE(f.answerFor(10min, whole), 0);
        QCOMPARE(f.kinds(), QByteArray("Deployment Job Planet"));
        f.keeper.refresh();
        f.answer("apps:Deployment batch:Job");
        QCOMPARE(f.kinds(), QByteArray("Deployment Job Planet?")); // as any that is lacking
    }

    void deletionsAreRememberedForAMinuteAndUntilTheirKindsHaveGone()
    {
        Fixture f;
        f.keeper.renew();
        f.answerFor(10s, whole);
        for (int i = 0; i < 300; ++i) { // a test of somebody's that makes one after the other, each of another name
            f.keeper.definitionDeleted("things.run-" + std::to_string(i) + ".example.com");
            f.answerFor(2s, whole);
        }
        QVERIFY(f.keeper.deletions() <= 31U);
        f.keeper.definitionDeleted("planets.example.com");
        f.answerFor(3min, "apps:Deployment batch:Job example.com:!Planet"); // its group version cannot be read
        QCOMPARE(f.keeper.deletions(), 1U);
        QCOMPARE(f.kinds(), QByteArray("Deployment Job Planet?"));
        f.answerFor(1min, "apps:Deployment batch:Job");
        QCOMPARE(f.kinds(), QByteArray("Deployment Job"));
        f.answerFor(5min, "apps:Deployment batch:Job");
        QCOMPARE(f.keeper.deletions(), 0U);
    }

    void aFlockOfDefinitionsIsOneQuestion()
    {
        Fixture f;
        f.keeper.renew();
        f.answerFor(10s, whole);
        for (int i = 0; i < 5; ++i) {
            f.keeper.definitionChanged("planets.example.com");
            f.time->advance(200ms);
        }
        QCOMPARE(f.answerFor(5min, whole), 1);
    }

    void anErrorKeepsWhatIsKnownAndAsksAgain()
    {
        Fixture f;
        f.keeper.renew();
        f.answerFor(10s, whole);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("fake: discovery: ")));
        f.keeper.refresh();
        QCOMPARE(f.answer({}, 403), 1);
        QCOMPARE(f.kinds(), QByteArray("Deployment Job Planet"));
        QVERIFY(f.answerFor(3s, whole) >= 1);
    }

    void whileTheServerIsAwayNothingIsAsked()
    {
        Fixture f;
        f.keeper.renew();
        f.answer("apps:Deployment");
        f.keeper.pause();
        QCOMPARE(f.answerFor(5min, whole), 0);
        f.keeper.renew();
        QCOMPARE(f.answer(whole), 1);
    }

    void whatWasAskedBeforeAnOutageIsNotWaitedFor()
    {
        Fixture f;
        f.keeper.renew();
        f.time->run();
        const std::size_t hanging = f.server->exchanges.size();
        f.keeper.renew();
        f.time->run();
        QVERIFY(f.server->exchanges.size() > hanging);
        f.answer(whole); // what waits for an answer would hold the fixture for ever
    }
};

ORRERY_GUILESS_TEST(CatalogKeeperTest)
} // namespace catalog_keeper_test
#include "catalog_keeper_test.moc"
