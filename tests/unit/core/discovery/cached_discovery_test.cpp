// SPDX-License-Identifier: Apache-2.0
#include "core/discovery/cached_discovery.h"
#include "tests/support/fixtures.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QTemporaryDir>

namespace cached_discovery_test {

using namespace kube;
using kube::test::fixture;

namespace {

const char groups[] = R"({"kind":"APIGroupList","apiVersion":"v1","groups":[
  {"name":"apps","versions":[{"groupVersion":"apps/v1","version":"v1"}],"preferredVersion":{"groupVersion":"apps/v1","version":"v1"}}]})";

const char forbidden[] = R"({"kind":"Status","status":"Failure","reason":"Forbidden","code":403})";

struct Fixture : kube::test::RestFixture {
    DiscoveryClient discovery{client, time};
    CachedDiscovery cache{discovery, time, time};

    Fixture()
    {
        server->on("GET /api?timeout=32s", {404, R"({"kind":"Status","status":"Failure","reason":"NotFound","code":404})"});
        server->on("GET /apis?timeout=32s", {200, groups});
    }
    void apps(int status)
    {
        server->on("GET /apis/apps/v1?timeout=32s",
                   status == 200 ? test::ScriptedAnswer{200, fixture("kubernetes-1.36/discovery/apis-apps-v1.json")}
                                 : test::ScriptedAnswer{status, "service unavailable", {{"Content-Type", "text/plain"}}});
    }
};

} // namespace

class CachedDiscoveryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aSecondQuestionCostsNothing()
    {
        Fixture f;
        f.apps(200);
        QVERIFY_RESULT(f.answer(f.cache.get()));
        const auto calls = f.server->exchanges.size();
        QVERIFY_RESULT(f.answer(f.cache.get()));
        QCOMPARE(f.server->exchanges.size(), calls);
    }

    void questionsAskedMeanwhileShareOneDownload()
    {
        Fixture f;
        f.apps(200);
        auto first = f.cache.get();
        auto second = f.cache.get();
        QVERIFY_RESULT(f.answer(std::move(first)));
        QVERIFY_RESULT(f.answer(std::move(second)));
        QCOMPARE(f.server->exchanges.size(), std::size_t(3));
    }

    void invalidatingAsksForEverythingAgain()
    {
        Fixture f;
        f.apps(200);
        QVERIFY_RESULT(f.answer(f.cache.get()));
        f.cache.invalidate();
        QVERIFY_RESULT(f.answer(f.cache.get()));
        QCOMPARE(f.server->exchanges.size(), std::size_t(6));
    }

    void aFailureThatMayPassIsAskedForAgain()
    {
        Fixture f;
        f.apps(503);
        f.apps(200);
        const auto broken = f.answer(f.cache.get());
        QVERIFY_RESULT(broken);
        QCOMPARE((*broken)->failures.size(), std::size_t(1));
        const auto mended = f.answer(f.cache.get());
        QVERIFY_RESULT(mended);
        QVERIFY((*mended)->failures.empty());
        QVERIFY((*mended)->find({"apps", "v1", "deployments"}));
        QCOMPARE((*mended)->group("apps")->preferredVersion, std::string("v1"));
        QCOMPARE(f.server->exchanges.size(), std::size_t(4));
    }

    void aFailureThatStaysIsNotAskedForAgain()
    {
        Fixture f;
        f.apps(403);
        QVERIFY_RESULT(f.answer(f.cache.get()));
        const auto calls = f.server->exchanges.size();
        QVERIFY_RESULT(f.answer(f.cache.get()));
        QCOMPARE(f.server->exchanges.size(), calls);
    }

    void anErrorIsNotKept()
    {
        kube::test::RestFixture other;
        DiscoveryClient discovery(other.client, other.time);
        CachedDiscovery cache(discovery, other.time, other.time);
        auto failing = cache.get();
        other.time->run();
        const auto forbidFrom = [&other](std::size_t first) {
            for (; first < other.server->exchanges.size(); ++first)
                other.server->exchanges[first]->answer(403, R"({"kind":"Status","status":"Failure","reason":"Forbidden","code":403})");
        };
        forbidFrom(0);
        QVERIFY(!other.answer(std::move(failing)));
        auto again = cache.get();
        other.time->run();
        QCOMPARE(other.server->exchanges.size(), std::size_t(4));
        QVERIFY(!again.isReady());
        forbidFrom(2);
        QVERIFY(!other.answer(std::move(again)));
    }

    void anAnswerIsForThoseWhoAskedBeforeTheNextInvalidation()
    {
        kube::test::RestFixture f;
        DiscoveryClient discovery(f.client, f.time);
        CachedDiscovery cache(discovery, f.time, f.time);
        std::vector<Future<ServerResourcesPtr>> asked;
        for (int i = 0; i < 3; ++i) {
            asked.push_back(cache.get());
            f.time->run();
            cache.invalidate();
        }
        QCOMPARE(f.server->exchanges.size(), std::size_t(6)); // two a download
        const auto ready = [&asked] {
            return std::count_if(asked.begin(), asked.end(), [](const auto &future) { return future.isReady(); });
        };
        for (std::size_t i = 0; i < 6; i += 2) {
            f.server->exchanges[i]->answer(403, forbidden);
            f.server->exchanges[i + 1]->answer(403, forbidden);
            f.time->run();
            QCOMPARE(ready(), std::ptrdiff_t(i / 2 + 1));
        }
    }

    void whatWasDownloadedIsFreshForAWhile()
    {
        Fixture f;
        f.apps(200);
        QVERIFY(!f.cache.isFresh());
        QVERIFY_RESULT(f.answer(f.cache.get()));
        QVERIFY(f.cache.isFresh());
        f.time->advance(std::chrono::seconds(10));
        QVERIFY(!f.cache.isFresh());
    }

    void anEarlierRunsAnswerIsTheFirstAndIsNotFresh()
    {
        const QTemporaryDir folder;
        const DiscoveryFile file(folder.path(), QUrl(QStringLiteral("https://server.test")));
        Fixture before;
        before.apps(200);
        before.cache.keepIn(file);
        QVERIFY_RESULT(before.answer(before.cache.get()));

        Fixture f;
        f.apps(200);
        f.time->advance(std::chrono::system_clock::now() - f.time->wallNow()); // the file's time is the system's
        f.cache.keepIn(file);
        const auto found = f.answer(f.cache.get());
        QVERIFY_RESULT(found);
        QVERIFY((*found)->find({"apps", "v1", "deployments"}));
        QVERIFY(f.server->exchanges.empty());
        QVERIFY(!f.cache.isFresh());
        f.cache.invalidate();
        QVERIFY_RESULT(f.answer(f.cache.get()));
        QCOMPARE(f.server->exchanges.size(), std::size_t(3));
        QVERIFY(f.cache.isFresh());
    }

    void whatIsMendedLaterDoesNotMakeTheFileYounger()
    {
        const QTemporaryDir folder;
        const DiscoveryFile file(folder.path(), QUrl(QStringLiteral("https://server.test")));
        Fixture f;
        f.server->on("GET /api?timeout=32s", {200, R"({"kind":"APIVersions","versions":["v1"]})"});
        f.server->on("GET /api/v1?timeout=32s", {200, fixture("kubernetes-1.36/discovery/api-v1.json")});
        f.apps(503);
        f.apps(503);
        f.apps(200);
        QVERIFY_RESULT(f.answer(f.cache.get())); // without a core group, of which there would be nothing to keep
        f.cache.invalidate();
        f.cache.keepIn(file);
        QVERIFY_RESULT(f.answer(f.cache.get()));
        QVERIFY(QFile::exists(file.path()));
        const auto age = [&file] { return QFileInfo(file.path()).lastModified(); };
        QFile written(file.path());
        QVERIFY(written.open(QIODevice::ReadWrite) && written.setFileTime(QDateTime::currentDateTime().addSecs(-3600), QFileDevice::FileModificationTime));
        written.close();
        const QDateTime downloaded = age();
        const auto mended = f.answer(f.cache.get());
        QVERIFY_RESULT(mended);
        QVERIFY((*mended)->find({"apps", "v1", "deployments"}) && (*mended)->find({"", "v1", "pods"}));
        QCOMPARE(age(), downloaded);
    }

    void whoWantsEverythingAnewGetsNoEarlierRunsAnswer()
    {
        const QTemporaryDir folder;
        Fixture f;
        f.apps(200);
        f.time->advance(std::chrono::system_clock::now() - f.time->wallNow());
        f.cache.keepIn(DiscoveryFile(folder.path(), QUrl(QStringLiteral("https://server.test"))));
        QVERIFY_RESULT(f.answer(f.cache.get()));
        Fixture again;
        again.apps(200);
        again.time->advance(std::chrono::system_clock::now() - again.time->wallNow());
        again.cache.keepIn(DiscoveryFile(folder.path(), QUrl(QStringLiteral("https://server.test"))));
        again.cache.invalidate();
        QVERIFY_RESULT(again.answer(again.cache.get()));
        QCOMPARE(again.server->exchanges.size(), std::size_t(3));
    }
};

ORRERY_GUILESS_TEST(CachedDiscoveryTest)
} // namespace cached_discovery_test
#include "cached_discovery_test.moc"
