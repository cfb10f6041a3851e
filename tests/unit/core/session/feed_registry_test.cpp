// SPDX-License-Identifier: Apache-2.0
#include "core/base/cancel_error.h"
#include "core/session/feed_registry.h"
#include "core/session/informer_feed_source.h"
#include "tests/support/queue_worker.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace feed_registry_test {

using namespace kube;
using namespace std::chrono_literals;

ResourceInfo pods()
{
    ResourceInfo info;
    info.gvr = {"", "v1", "pods"};
    info.kind = "Pod";
    info.verbs = {"list", "watch"};
    return info;
}

QByteArray pod(const QByteArray &name, const QByteArray &version)
{
    return "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"web\",\"uid\":\"u-" + name
        + "\",\"resourceVersion\":\"" + version + "\"}}";
}

/// A table's side: what it is told.
struct Table {
    std::shared_ptr<InformerFeedSource> source;
    QByteArray changed;
    std::vector<Freshness> told;

    void open(FeedRegistry &feeds, const FeedRequest &request)
    {
        source = feeds.open(request, [this](Freshness freshness) { told.push_back(std::move(freshness)); });
        source->start({[this](const ObjectKey &key, bool initial) { changed += (initial ? "!" : "") + QByteArray::fromStdString(key.name) + ' '; }, {}});
        feeds.start();
    }
    [[nodiscard]] FreshnessState state() const { return told.empty() ? FreshnessState::Idle : told.back().state; }
};

struct Fixture : kube::test::RestFixture {
    FeedRegistry feeds{client, time, *time};

    static FeedRequest request(std::vector<std::string> namespaces = {"web"})
    {
        FeedRequest request;
        request.resource = pods();
        request.scope.names = std::move(namespaces);
        return request;
    }
    /// Answers the one list that waits, then opens the watch that follows.
    void fill(const QByteArray &items)
    {
        time->run();
        answerList(server->exchanges.size() - 1, items);
    }
    void answerList(std::size_t place, const QByteArray &items)
    {
        const QList<Header> headers{{"Content-Type", "application/json"}};
        server->exchanges[place]->answer(200, "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"10\"},\"items\":[" + items + "]}", headers);
        time->run();
        server->last().head(200, headers);
        time->run();
    }
    [[nodiscard]] std::size_t openExchanges() const
    {
        return static_cast<std::size_t>(std::count_if(server->exchanges.begin(), server->exchanges.end(), [](const auto &one) { return one->isOpen(); }));
    }
};

class FeedRegistryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void twoTablesOfTheSameShareOneInformer()
    {
        Fixture f;
        Table first, second;
        first.open(f.feeds, f.request());
        f.fill(pod("a", "1"));
        second.open(f.feeds, f.request());
        f.time->run();
        QCOMPARE(f.server->exchanges.size(), std::size_t(2)); // one list, one watch
        QCOMPARE(first.changed, QByteArray("!a "));
        QCOMPARE(second.changed, QByteArray("!a "));
        QCOMPARE(first.state(), FreshnessState::Live);
        QCOMPARE(second.state(), FreshnessState::Live);
        QVERIFY(first.source->get({"web", "a"}) == second.source->get({"web", "a"}));
        f.server->last().data("{\"type\":\"ADDED\",\"object\":" + pod("b", "11") + "}\n");
        f.time->run();
        QCOMPARE(first.changed, QByteArray("!a b "));
        QCOMPARE(second.changed, QByteArray("!a b "));
    }

    void theLastTableToCloseReleasesTheInformerAfterAWhile()
    {
        Fixture f;
        Table first, second;
        first.open(f.feeds, f.request());
        f.fill(pod("a", "1"));
        second.open(f.feeds, f.request());
        f.time->run();
        first.source.reset();
        f.time->advance(20s);
        f.server->last().data("{\"type\":\"ADDED\",\"object\":" + pod("b", "11") + "}\n");
        f.time->advance(20s);
        QCOMPARE(f.openExchanges(), std::size_t(1)); // the second still uses it
        f.server->last().data("{\"type\":\"ADDED\",\"object\":" + pod("c", "12") + "}\n");
        f.time->run();
        QCOMPARE(first.changed, QByteArray("!a "));
        QCOMPARE(second.changed, QByteArray("!a b c "));
        second.source.reset();
        f.time->advance(29s);
        QCOMPARE(f.openExchanges(), std::size_t(1)); // somebody may come back
        f.time->advance(2s);
        QCOMPARE(f.openExchanges(), std::size_t(0));
        QCOMPARE(f.feeds.activity().watches, std::size_t(0));
    }

    void aTableOpenedAgainInTimeFindsItsObjects()
    {
        Fixture f;
        Table first, second;
        first.open(f.feeds, f.request());
        f.fill(pod("a", "1"));
        first.source.reset();
        f.time->advance(20s);
        second.open(f.feeds, f.request());
        f.time->run();
        QCOMPARE(second.changed, QByteArray("!a "));
        f.server->last().data("{\"type\":\"ADDED\",\"object\":" + pod("b", "11") + "}\n"); // nor is it asked whether it lives
        f.time->advance(20s);
        QCOMPARE(f.openExchanges(), std::size_t(1));
        QCOMPARE(f.server->exchanges.size(), std::size_t(2));
    }

    void aTableWhoseStagesArePausedSaysAsOfWhenItIs()
    {
        Fixture f;
        Table table;
        table.open(f.feeds, f.request());
        f.fill(pod("a", "1"));
        const auto &informer = table.source->parts().front().informer;
        const WallTime paused = f.time->wallNow();
        for (StageControl *stage : {&informer->stages().queue, &informer->stages().handlers}) {
            stage->pause();
            f.time->run();
            QCOMPARE(table.state(), FreshnessState::Paused);
            QVERIFY(table.told.back().asOf == paused);
            stage->resume();
            f.time->run();
            QCOMPARE(table.state(), FreshnessState::Live);
        }
        f.client.stage()->pause();
        f.time->run();
        QCOMPARE(table.state(), FreshnessState::Paused);
        f.client.stage()->resume();
        f.time->run();
        QCOMPARE(table.state(), FreshnessState::Live);
    }

    void aTableThatIsOpenedWhileAllIsPausedSaysSo()
    {
        Fixture f;
        Table table;
        f.client.stage()->pause();
        table.open(f.feeds, f.request());
        f.time->run();
        QCOMPARE(table.state(), FreshnessState::Connecting);
        QVERIFY(table.told.back().isHeld);
        f.client.stage()->resume();
        f.time->run();
        QVERIFY(!table.told.back().isHeld);
        f.fill(pod("a", "1"));
        QCOMPARE(table.state(), FreshnessState::Live);
    }

    void aTableSaysWhichFaultsAreUponIt()
    {
        using Kind = ConnectionFault::Kind;
        Fixture f;
        Table table;
        table.open(f.feeds, f.request());
        f.fill(pod("a", "1"));
        QVERIFY(table.told.back().faults.empty());
        const auto &faults = table.source->parts().front().faults;
        faults->inject({Kind::Delay, 1, 5s});
        QCOMPARE(table.told.back().faults.size(), std::size_t(1));
        QCOMPARE(table.state(), FreshnessState::Live);
        faults->clear();
        QVERIFY(table.told.back().faults.empty());
        bool isLost = false;
        f.feeds.setOnLost([&isLost](const Error &) { isLost = true; });
        faults->inject({Kind::ServerError, 2, {}});
        f.time->run();
        QCOMPARE(table.state(), FreshnessState::Reconnecting);
        QCOMPARE(table.told.back().reason->code, QString(error_code::Injected));
        QCOMPARE(table.told.back().faults.front().count, 1);
        QVERIFY(!isLost); // no server is to be suspected
        table.source->setHeld(true);
        QVERIFY(table.told.back().isPausedToo && table.state() == FreshnessState::Reconnecting);
        f.time->advance(3s);
        QVERIFY(table.told.back().faults.empty());
    }

    void aKindThatIsServedAgainIsAskedForAtOnce()
    {
        Fixture f;
        Table table;
        table.open(f.feeds, f.request());
        f.time->run();
        f.server->last().answer(404, "404 page not found\n", {{"Content-Type", "text/plain"}});
        f.time->run();
        QCOMPARE(table.state(), FreshnessState::Failed);
        QVERIFY(table.told.back().nextTry);
        const std::size_t asked = f.server->exchanges.size();
        Catalog catalog;
        catalog.resources = {pods()};
        catalog.resources.front().unconfirmed = true; // the server's last answer lacked it
        f.feeds.retryServed(catalog);
        f.time->run();
        QCOMPARE(f.server->exchanges.size(), asked);
        catalog.resources.front().unconfirmed = false;
        f.feeds.retryServed(catalog);
        f.fill(pod("a", "1"));
        QCOMPARE(table.state(), FreshnessState::Live);
        f.feeds.retryServed(catalog); // and no other is disturbed
        QCOMPARE(f.openExchanges(), std::size_t(1));
    }

    void otherSelectorsAreOtherInformers()
    {
        Fixture f;
        Table plain, selected;
        plain.open(f.feeds, f.request());
        FeedRequest request = f.request();
        request.labelSelector = "app=a";
        selected.open(f.feeds, request);
        f.time->run();
        QCOMPARE(f.server->exchanges.size(), std::size_t(2));
        QVERIFY(f.server->last().line().contains("labelSelector=app"));
    }

    void severalNamespacesLookLikeOne()
    {
        Fixture f;
        Table table;
        table.open(f.feeds, f.request({"db", "web"}));
        f.time->run();
        QCOMPARE(f.server->exchanges.size(), std::size_t(2));
        QVERIFY(f.server->exchanges[0]->line().startsWith("GET /api/v1/namespaces/db/pods"));
        QVERIFY(f.server->exchanges[1]->line().startsWith("GET /api/v1/namespaces/web/pods"));
        f.answerList(1, pod("a", "1"));
        QVERIFY(table.state() != FreshnessState::Live); // one part is still missing
        f.server->exchanges[0]->answer(403, "{\"kind\":\"Status\",\"status\":\"Failure\",\"reason\":\"Forbidden\",\"message\":\"pods is forbidden: User \\\"anna\\\"\",\"code\":403}",
                                         {{"Content-Type", "application/json"}});
        f.time->run();
        QCOMPARE(table.state(), FreshnessState::Live);
        QCOMPARE(table.told.back().missingNamespaces, std::vector<std::string>{"db"});
        QCOMPARE(table.source->size(), std::size_t(1));
        QVERIFY(table.source->get({"web", "a"}) && !table.source->get({"elsewhere", "a"}));
    }

    void anOutageIsToldToOpenTablesAndToNewOnes()
    {
        Fixture f;
        Table open, late;
        open.open(f.feeds, f.request());
        f.fill(pod("a", "1"));
        const WallTime now = f.time->wallNow();
        f.feeds.setOutage(Outage{now, now - 15s, Error::transport(QStringLiteral("gone"))});
        f.time->run();
        QCOMPARE(open.state(), FreshnessState::Reconnecting);
        QVERIFY(open.told.back().asOf == now - 15s);
        QCOMPARE(open.source->size(), std::size_t(1)); // what was known stays
        late.open(f.feeds, f.request());
        f.time->run();
        QCOMPARE(late.state(), FreshnessState::Reconnecting);
        f.feeds.setOutage(std::nullopt);
        f.time->run();
        QCOMPARE(open.state(), FreshnessState::Live);
        QCOMPARE(late.state(), FreshnessState::Live);
    }

    void anObjectIsFoundInTheTableThatHasIt()
    {
        Fixture f;
        Table table;
        table.open(f.feeds, f.request());
        f.fill(pod("a", "1"));
        QVERIFY(f.feeds.sourceOf(pods().gvr, {"web", "a"}) == table.source);
        QVERIFY(!f.feeds.sourceOf(pods().gvr, {"db", "a"}));
        QVERIFY(!f.feeds.sourceOf({"", "v1", "nodes"}, {"", "a"}));
        FeedRequest narrow = f.request({"db"});
        narrow.fieldSelector = "metadata.name=b";
        Table part;
        part.open(f.feeds, narrow);
        QVERIFY(!f.feeds.sourceOf(pods().gvr, {"db", "a"})); // it may not have that one
        table.source.reset();
        QVERIFY(!f.feeds.sourceOf(pods().gvr, {"web", "a"}));
    }

    void anObserverIsToldOfItsObjectAlone()
    {
        Fixture f;
        Table table;
        table.open(f.feeds, f.request());
        f.fill(pod("a", "1") + ',' + pod("b", "2"));
        int told = 0;
        Subscription observation = table.source->observe({"web", "a"}, [&told] { ++told; });
        f.server->last().data("{\"type\":\"MODIFIED\",\"object\":" + pod("b", "11") + "}\n");
        f.time->run();
        QCOMPARE(told, 0);
        f.server->last().data("{\"type\":\"DELETED\",\"object\":" + pod("a", "12") + "}\n");
        f.time->run();
        QCOMPARE(told, 1);
        observation.reset();
        f.server->last().data("{\"type\":\"ADDED\",\"object\":" + pod("a", "13") + "}\n");
        f.time->run();
        QCOMPARE(told, 1);
    }

    void trafficIsCountedAfterItsInformerHasGone()
    {
        Fixture f;
        Table table;
        table.open(f.feeds, f.request());
        f.fill(pod("a", "1"));
        f.server->last().data("{\"type\":\"ADDED\",\"object\":" + pod("b", "11") + "}\n");
        f.time->run();
        const FeedRegistry::Activity running = f.feeds.activity();
        QCOMPARE(running.watches, std::size_t(1));
        QCOMPARE(running.events, std::uint64_t(1));
        QVERIFY(running.bytes > 0);
        table.source.reset();
        f.time->advance(31s);
        const FeedRegistry::Activity gone = f.feeds.activity();
        QVERIFY(gone.bytes >= running.bytes);
        QCOMPARE(gone.events, running.events); // since the session began
    }

    void theLogOfRequestsSaysWhyAWatchWasCanceled()
    {
        Fixture f;
        RestConfig config = Fixture::config();
        config.rememberedRequests = 20;
        RestClient client(config, {f.server, f.time, f.time, [] { return 0.5; }});
        FeedRegistry feeds(client, f.time, *f.time);
        const auto why = [&client] { return client.stage()->requestsAfter(0).ended.back().error.value_or(Error{}).code; };
        Table table;
        table.open(feeds, f.request());
        f.fill(pod("a", "1"));
        table.source->parts().front().informer->cutWatch();
        f.time->run();
        QCOMPARE(why(), QString(error_code::Cut));
        f.server->last().head(200, {{"Content-Type", "application/json"}});
        f.time->run();
        table.source->parts().front().informer->relist();
        f.time->run();
        QCOMPARE(why(), QString(error_code::Relisted));
        f.fill(pod("a", "1"));
        table.source->parts().front().faults->inject({ConnectionFault::Kind::Gone, 1, {}});
        f.time->run();
        QCOMPARE(why(), QString(error_code::Injected));
        f.fill(pod("a", "1"));
        table.source.reset();
        f.time->advance(31s);
        QCOMPARE(why(), QString(error_code::Unused));
    }

    void keysThatWaitInWorkQueuesAreCounted()
    {
        Fixture f;
        const auto rows = std::make_shared<kube::test::QueueRows>();
        const auto source = f.feeds.open(f.request(), [](const Freshness &) {});
        const std::shared_ptr<FeedWorker> worker = kube::test::QueueWorker::maker(rows)(*source);
        f.feeds.attach(source, worker);
        f.feeds.start();
        f.fill(pod("a", "1"));
        QCOMPARE(f.feeds.activity().queued, std::size_t(0));
        worker->inspection()->stage().pause();
        f.server->last().data("{\"type\":\"ADDED\",\"object\":" + pod("b", "11") + "}\n{\"type\":\"ADDED\",\"object\":" + pod("c", "12") + "}\n");
        f.time->run();
        QCOMPARE(f.feeds.activity().queued, std::size_t(2)); // in line
        rows->setFailing({"web", "b"}, true);
        worker->inspection()->stage().resume();
        f.time->run();
        QCOMPARE(f.feeds.activity().queued, std::size_t(1)); // b, for its time
    }
};

ORRERY_GUILESS_TEST(FeedRegistryTest)
} // namespace feed_registry_test
#include "feed_registry_test.moc"
