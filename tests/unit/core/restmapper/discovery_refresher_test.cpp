// SPDX-License-Identifier: Apache-2.0
#include "core/restmapper/discovery_refresher.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace discovery_refresher_test {

using namespace kube;
using namespace std::chrono_literals;

namespace {

const QByteArray definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const QByteArray services = "/apis/apiregistration.k8s.io/v1/apiservices";

QByteArray emptyList(const char *version)
{
    return QByteArray(R"({"kind":"ThingList","apiVersion":"v1","metadata":{"resourceVersion":")") + version + R"("},"items":[]})";
}

QByteArray eventOf(const char *type, const char *version)
{
    return QByteArray(R"({"type":")") + type + R"(","object":{"kind":"K","apiVersion":"v1","metadata":{"name":"a","uid":"u","resourceVersion":")" + version + R"("}}})" "\n";
}

struct Fixture : test::RestFixture {
    DynamicClient dynamic{client, time};
    int changes = 0;
    std::unique_ptr<DiscoveryRefresher> refresher;

    void begin()
    {
        refresher = std::make_unique<DiscoveryRefresher>(dynamic, time, time, [] { return 0.0; }, [this] { ++changes; });
        time->run();
    }
    void serveLists()
    {
        server->on("GET " + definitions + "?limit=1", {200, emptyList("7")});
        server->on("GET " + services + "?limit=1", {200, emptyList("9")});
    }
    /// The newest watch of a collection from that version; null when there is none.
    test::FakeTransport::Exchange *watchOf(const QByteArray &path, const char *version)
    {
        const QByteArray line = "GET " + path + "?watch=true&resourceVersion=" + version + "&allowWatchBookmarks=true";
        for (auto each = server->exchanges.rbegin(); each != server->exchanges.rend(); ++each) {
            if ((*each)->line() == line && (*each)->isOpen())
                return each->get();
        }
        return nullptr;
    }
};

} // namespace

class DiscoveryRefresherTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }

    void whatIsThereAtFirstIsNoChange()
    {
        Fixture f;
        f.serveLists();
        f.begin();
        QVERIFY(f.watchOf(definitions, "7"));
        QVERIFY(f.watchOf(services, "9"));
        f.time->advance(1h);
        QCOMPARE(f.changes, 0);
    }

    void aFlockOfChangesIsToldOnce()
    {
        Fixture f;
        f.serveLists();
        f.begin();
        auto *crds = f.watchOf(definitions, "7");
        auto *apis = f.watchOf(services, "9");
        crds->head(200);
        apis->head(200);
        crds->data(eventOf("ADDED", "10"));
        crds->data(eventOf("MODIFIED", "11"));
        apis->data(eventOf("DELETED", "12"));
        QCOMPARE(f.changes, 0);
        f.time->advance(1s);
        QCOMPARE(f.changes, 1);
        apis->data(eventOf("MODIFIED", "13"));
        f.time->advance(1s);
        QCOMPARE(f.changes, 2);
    }

    void aWatchThatEndsGoesOnFromWhereItWas()
    {
        Fixture f;
        f.serveLists();
        f.begin();
        auto *crds = f.watchOf(definitions, "7");
        crds->head(200);
        crds->data(eventOf("ADDED", "10"));
        crds->data(eventOf("BOOKMARK", "20"));
        crds->end();
        f.time->advance(1s);
        QCOMPARE(f.changes, 1);
        QVERIFY(f.watchOf(definitions, "20"));
        f.time->advance(1h);
        QCOMPARE(f.changes, 1);
    }

    void aGapIsAChange()
    {
        Fixture f;
        f.serveLists();
        f.begin();
        f.watchOf(services, "9")->answer(410, R"({"kind":"Status","status":"Failure","reason":"Expired","code":410})");
        f.time->advance(1s);
        QVERIFY(f.watchOf(services, "9"));
        f.time->advance(1s);
        QCOMPARE(f.changes, 1);
    }

    void whatMayNotBeWatchedIsTriedAgainAtLength()
    {
        Fixture f;
        f.server->on("GET " + definitions + "?limit=1", {200, emptyList("7")});
        f.server->on("GET " + services + "?limit=1", {403, "{}"});
        f.begin();
        f.time->advance(10min);
        const auto asked = std::count_if(f.server->exchanges.begin(), f.server->exchanges.end(), [](const auto &each) { return each->request.url.path() == QString::fromLatin1(services); });
        QVERIFY2(asked > 5 && asked < 30, qPrintable(QString::number(asked)));
        QVERIFY(f.watchOf(definitions, "7"));
        QCOMPARE(f.changes, 0);
    }

    void whoIsToldMayEndIt()
    {
        Fixture f;
        f.serveLists();
        f.refresher = std::make_unique<DiscoveryRefresher>(f.dynamic, f.time, f.time, [] { return 0.0; }, [&f] {
            ++f.changes;
            f.refresher.reset();
        });
        f.time->run();
        auto *crds = f.watchOf(definitions, "7");
        crds->head(200);
        crds->data(eventOf("ADDED", "10"));
        f.time->advance(1s);
        QCOMPARE(f.changes, 1);
        QVERIFY(!f.watchOf(definitions, "7"));
        QCOMPARE(f.time->timers(), 0U);
    }
};

ORRERY_GUILESS_TEST(DiscoveryRefresherTest)
} // namespace discovery_refresher_test
#include "discovery_refresher_test.moc"
