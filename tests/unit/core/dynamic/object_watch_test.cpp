// SPDX-License-Identifier: Apache-2.0
#include "core/dynamic/dynamic_client.h"
#include "tests/support/fixtures.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace object_watch_test {

using namespace kube;

namespace {

const GroupVersionResource configMaps{"", "v1", "configmaps"};

struct Fixture : kube::test::RestFixture {
    DynamicClient dynamic{client, time};
    std::string log;
    std::optional<std::optional<Error>> end;

    [[nodiscard]] WatchHandler handler()
    {
        WatchHandler handler;
        handler.event = [this](WatchFrame::Type type, const ObjectPtr &object) {
            static constexpr const char *words[] = {"added ", "modified ", "deleted "};
            log += words[static_cast<int>(type)] + object->key().name + "; ";
        };
        handler.bookmark = [this](const std::string &version) { log += "bookmark " + version + "; "; };
        handler.ended = [this](std::optional<Error> error) { end = std::move(error); };
        return handler;
    }
    [[nodiscard]] ObjectWatch watch() { return dynamic.watch(configMaps, "shop", {.resourceVersion = "5"}, handler()); }
    /// Answers with so much of a body.
    void say(const QByteArray &body)
    {
        time->run();
        if (!m_begun)
            server->last().head(200, {{"Content-Type", "application/json"}});
        m_begun = true;
        server->last().data(body);
        time->run();
    }

private:
    bool m_begun = false;
};

QByteArray change(const char *type, const char *name)
{
    return QByteArray(R"({"type":")") + type + R"(","object":{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":")" + name
        + R"(","namespace":"shop","resourceVersion":"7"}}})" + '\n';
}

} // namespace

class ObjectWatchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aWatchAsksForWhatItIsToldOf()
    {
        Fixture f;
        const WatchQuery query{"a=b", "metadata.name=x", "12", 60, true};
        const auto watch = f.dynamic.watch(configMaps, "shop", query, {});
        f.time->run();
        QCOMPARE(f.server->last().line(), QByteArray("GET /api/v1/namespaces/shop/configmaps?watch=true&labelSelector=a%3Db&fieldSelector=metadata.name%3Dx"
                                                     "&resourceVersion=12&timeoutSeconds=60&allowWatchBookmarks=true"));
    }

    void changesAndBookmarksAreToldAsTheyCome()
    {
        Fixture f;
        const auto watch = f.watch();
        f.say(change("ADDED", "one") + change("MODIFIED", "one").left(20));
        QCOMPARE(f.log, std::string("added one; "));
        f.say(change("MODIFIED", "one").mid(20) + change("DELETED", "one")
              + R"({"type":"BOOKMARK","object":{"kind":"ConfigMap","apiVersion":"v1","metadata":{"resourceVersion":"9"}}})");
        QCOMPARE(f.log, std::string("added one; modified one; deleted one; bookmark 9; "));
        QVERIFY(watch.isRunning() && !f.end);
    }

    void theServersEndIsNoError()
    {
        Fixture f;
        const auto watch = f.watch();
        f.say(change("ADDED", "one"));
        f.server->last().end();
        f.time->run();
        QVERIFY(f.end && !*f.end);
        QVERIFY(!watch.isRunning());
    }

    void aBodyCutInsideAnEventIsATransportError()
    {
        Fixture f;
        const auto watch = f.watch();
        f.say(change("ADDED", "one").left(30));
        f.server->last().end();
        f.time->run();
        QVERIFY(f.end && *f.end);
        QCOMPARE((*f.end)->kind, ErrorKind::Transport);
    }

    void anErrorEventEndsTheWatch()
    {
        Fixture f;
        const auto watch = f.watch();
        f.say(kube::test::fixture("kubernetes-1.36/watch/expired-410.ndjson"));
        QVERIFY(f.end && *f.end);
        QCOMPARE((*f.end)->kind, ErrorKind::Gone);
        QVERIFY(!f.server->last().isOpen());
    }

    void aRefusalEndsTheWatch()
    {
        Fixture f;
        f.server->on("GET /api/v1/namespaces/shop/configmaps?watch=true&resourceVersion=5",
                     {403, kube::test::fixture("kubernetes-1.36/errors/403-forbidden.json")});
        const auto watch = f.watch();
        f.time->run();
        QVERIFY(f.end && *f.end);
        QCOMPARE((*f.end)->kind, ErrorKind::Forbidden);
    }

    void anEventThatIsNoObjectEndsTheWatch()
    {
        Fixture f;
        const auto watch = f.watch();
        f.say(R"({"type":"ADDED","object":{"kind":"ConfigMap"}})");
        QVERIFY(f.end && *f.end);
        QCOMPARE((*f.end)->kind, ErrorKind::BadInput);
    }

    void nothingIsToldOnceItIsStopped()
    {
        Fixture f;
        auto watch = f.watch();
        f.say(change("ADDED", "one"));
        watch.stop();
        f.say(change("ADDED", "two"));
        QCOMPARE(f.log, std::string("added one; "));
        QVERIFY(!f.end && !f.server->last().isOpen());
    }

    void aHandlerMayStopItsWatch()
    {
        Fixture f;
        ObjectWatch watch;
        int told = 0;
        WatchHandler handler;
        handler.event = [&](WatchFrame::Type, const ObjectPtr &) {
            ++told;
            watch.stop();
        };
        watch = f.dynamic.watch(configMaps, "shop", {}, std::move(handler));
        f.say(change("ADDED", "one") + change("ADDED", "two"));
        QCOMPARE(told, 1);
    }
};

ORRERY_GUILESS_TEST(ObjectWatchTest)
} // namespace object_watch_test
#include "object_watch_test.moc"
