// SPDX-License-Identifier: Apache-2.0
#include "core/session/once_feed_source.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace once_feed_source_test {

using namespace kube;
using namespace std::chrono_literals;

namespace {

struct Fixture : kube::test::RestFixture {
    std::vector<Freshness> told;
    QByteArray changed;
    std::vector<std::string> columns;
    int columnsTold = 0;
    std::unique_ptr<OnceFeedSource> source;

    void open(std::vector<std::string> namespaces = {}, FeedRequest::Form form = FeedRequest::Form::Objects)
    {
        FeedRequest request;
        request.resource.gvr = {"metrics.k8s.io", "v1beta1", "pods"};
        request.resource.kind = "PodMetrics";
        request.resource.verbs = {"get", "list"};
        request.scope.names = std::move(namespaces);
        request.form = form;
        source = std::make_unique<OnceFeedSource>(client, request, time, *time, [this](Freshness freshness) { told.push_back(std::move(freshness)); });
        source->start({[this](const ObjectKey &key, bool initial) { changed += (initial ? "!" : "") + QByteArray::fromStdString(key.name) + (source->get(key) ? " " : "- "); },
                       [this](const std::vector<TableColumn> &now) {
                           ++columnsTold;
                           columns.clear();
                           for (const TableColumn &column : now)
                               columns.push_back(column.name);
                       }});
    }
    void answerWith(const QByteArray &body, int status = 200)
    {
        time->run();
        server->last().answer(status, body);
        time->run();
        time->advance(0s);
    }
    void list(const QByteArray &names)
    {
        QByteArray items;
        for (const QByteArray &name : names.split(' '))
            items += (items.isEmpty() ? "" : ",") + QByteArray(R"({"metadata":{"name":")") + name + R"(","namespace":"web"},"window":"15s"})";
        answerWith(R"({"kind":"PodMetricsList","apiVersion":"metrics.k8s.io/v1beta1","metadata":{},"items":[)" + items + "]}");
    }
    [[nodiscard]] FreshnessState state() const { return told.back().state; }
};

} // namespace

class OnceFeedSourceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whatWasReadIsTrueAsOfThen()
    {
        Fixture f;
        f.open();
        QCOMPARE(f.state(), FreshnessState::Connecting);
        f.list("a b");
        QCOMPARE(f.state(), FreshnessState::AsOf);
        QVERIFY(f.told.back().asOf == f.time->wallNow());
        QCOMPARE(f.told.back().loaded, std::size_t(2));
        QCOMPARE(f.changed, QByteArray("!a !b "));
    }

    void itIsReadAgainEveryFifteenSecondsAndWhenAsked()
    {
        Fixture f;
        f.open();
        f.list("a b");
        f.changed.clear();
        f.time->advance(15s);
        f.list("b c");
        QCOMPARE(f.changed, QByteArray("a- b c "));
        QVERIFY(f.told.back().asOf == f.time->wallNow());
        QCOMPARE(f.source->size(), std::size_t(2));
        const std::size_t before = f.server->exchanges.size();
        f.source->readNow();
        f.time->run();
        QCOMPARE(f.server->exchanges.size(), before + 1);
    }

    void aReadingThatFailsLeavesWhatWasReadAndIsTriedAgain()
    {
        Fixture f;
        f.open();
        f.answerWith("{}", 403);
        QCOMPARE(f.state(), FreshnessState::Forbidden);
        QCOMPARE(f.told.back().denied->verb, std::string("list"));
        f.time->advance(15s);
        f.list("a");
        QCOMPARE(f.state(), FreshnessState::AsOf);
        QVERIFY(!f.told.back().reason && !f.told.back().denied);
        const WallTime read = f.told.back().asOf;
        f.time->advance(15s);
        f.answerWith("{}", 404);
        QCOMPARE(f.state(), FreshnessState::Reconnecting);
        QVERIFY(f.told.back().asOf == read && f.told.back().nextTry && f.told.back().reason);
        QCOMPARE(f.source->size(), std::size_t(1));
    }

    void severalNamespacesAreReadOneAfterTheOther()
    {
        Fixture f;
        f.open({"db", "web"});
        f.list("a");
        QCOMPARE(f.state(), FreshnessState::Connecting);
        f.list("b");
        QCOMPARE(f.state(), FreshnessState::AsOf);
        QCOMPARE(f.source->size(), std::size_t(2));
    }

    void whereTheServerPrintsItsColumnsAreTold()
    {
        Fixture f;
        f.open({}, FeedRequest::Form::Table);
        f.answerWith(R"({"kind":"Table","apiVersion":"meta.k8s.io/v1","metadata":{},"columnDefinitions":[{"name":"Name","type":"string","format":"name","priority":0},{"name":"cpu","type":"string","format":"","priority":0}],"rows":[{"cells":["a","5m"],"object":{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1","metadata":{"name":"a","namespace":"web"}}}]})");
        QCOMPARE(f.state(), FreshnessState::AsOf);
        QCOMPARE(f.columns, (std::vector<std::string>{"Name", "cpu"}));
        QCOMPARE(f.changed, QByteArray("!a "));
    }

    void whereItDoesNotPrintThereAreNoColumnsButObjects()
    {
        Fixture f;
        f.open({}, FeedRequest::Form::Table);
        f.list("a");
        QCOMPARE(f.columnsTold, 1);
        QVERIFY(f.columns.empty());
        QCOMPARE(f.source->size(), std::size_t(1));
    }
};

ORRERY_GUILESS_TEST(OnceFeedSourceTest)
} // namespace once_feed_source_test
#include "once_feed_source_test.moc"
