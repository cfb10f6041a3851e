// SPDX-License-Identifier: Apache-2.0
#include "core/session/feed_registry.h"
#include "core/session/informer_feed_source.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace feed_outage_test {

using namespace kube;
using namespace std::chrono_literals;

namespace {

struct Fixture : kube::test::RestFixture {
    FeedRegistry feeds{client, time, *time};
    Freshness told;
    std::shared_ptr<InformerFeedSource> source;

    void open(std::vector<std::string> namespaces)
    {
        FeedRequest request;
        request.resource.gvr = {"", "v1", "pods"};
        request.resource.kind = "Pod";
        request.resource.verbs = {"list", "watch"};
        request.scope.names = namespaces;
        source = feeds.open(request, [this](Freshness freshness) { told = std::move(freshness); });
        source->start({});
        feeds.start();
        time->run();
        const QList<Header> headers{{"Content-Type", "application/json"}};
        for (std::size_t n = 0; n < namespaces.size(); ++n) {
            server->exchanges[n]->answer(200, "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"10\"},\"items\":[]}", headers);
            time->run();
            server->last().head(200, headers);
            time->run();
        }
    }
    void hear(std::size_t watch)
    {
        server->exchanges[watch]->data("{\"type\":\"BOOKMARK\",\"object\":{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"11\"}}}\n");
        time->run();
    }
};

} // namespace

/// What a table says while the session gets no answer.
class FeedOutageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aTableIsAsOfWhatItsOwnWatchSaidLast()
    {
        Fixture f;
        f.open({"web"});
        QCOMPARE(f.told.state, FreshnessState::Live);
        f.time->advance(2s);
        f.hear(1);
        const WallTime heard = f.time->wallNow();
        f.time->advance(4s);
        const WallTime now = f.time->wallNow();
        f.feeds.setOutage(Outage{now, now - 5s, Error::transport(QStringLiteral("gone"))});
        QCOMPARE(f.told.state, FreshnessState::Reconnecting);
        QVERIFY(f.told.asOf == heard); // after the last answer of the server to the session
        f.feeds.setOutage(Outage{now, now - 3s, Error::transport(QStringLiteral("gone"))});
        QVERIFY(f.told.asOf == now - 3s); // before it
    }

    void aTableOfSeveralNamespacesIsAsOfTheOneThatSaidNothing()
    {
        Fixture f;
        f.open({"web", "db"});
        QCOMPARE(f.told.state, FreshnessState::Live);
        f.time->advance(2s);
        f.hear(2);
        f.time->advance(4s);
        const WallTime now = f.time->wallNow();
        f.feeds.setOutage(Outage{now, now - 5s, Error::transport(QStringLiteral("gone"))});
        QVERIFY(f.told.asOf == now - 5s);
    }
};

ORRERY_GUILESS_TEST(FeedOutageTest)
} // namespace feed_outage_test
#include "feed_outage_test.moc"
