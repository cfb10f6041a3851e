// SPDX-License-Identifier: Apache-2.0
#include "core/discovery/openapi_client.h"
#include "tests/support/fixtures.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace openapi_client_test {

using namespace kube;

namespace {

const char three[] = R"({"openapi":"3.0.0","components":{"schemas":{
  "io.k8s.api.apps.v1.Deployment":{"type":"object","properties":{"spec":{"default":{},"allOf":[{"$ref":"#/components/schemas/io.k8s.api.apps.v1.DeploymentSpec"}]}},
    "x-kubernetes-group-version-kind":[{"group":"apps","kind":"Deployment","version":"v1"}]},
  "io.k8s.api.apps.v1.DeploymentSpec":{"description":"what is wanted"}}}})";
const char two[] = R"({"swagger":"2.0","definitions":{
  "io.k8s.api.core.v1.Pod":{"properties":{"spec":{"$ref":"#/definitions/io.k8s.api.core.v1.PodSpec"}},
    "x-kubernetes-group-version-kind":[{"group":"","kind":"Pod","version":"v1"}]},
  "io.k8s.api.core.v1.PodSpec":{"description":"of a pod"}}})";

struct Fixture : test::RestFixture {
    OpenApiClient openapi{client, time};

    void serve(const char *path, int status, QByteArray body, QList<Header> headers = {})
    {
        server->on(QByteArray("GET ") + path, {status, std::move(body), std::move(headers)});
    }
    void serveIndex(const char *hash)
    {
        serve("/openapi/v3?timeout=32s", 200, QByteArray(R"({"paths":{"apis/apps":{"serverRelativeURL":"/openapi/v3/apis/apps?hash=1"},
            "version":{"serverRelativeURL":"/openapi/v3/version?hash=2"},
            "apis/apps/v1":{"serverRelativeURL":"/openapi/v3/apis/apps/v1?hash=)") + hash + R"("}}})");
    }
    [[nodiscard]] std::size_t asked() const { return server->exchanges.size(); }
};

} // namespace

class OpenApiClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }

    void aRealIndexNamesEveryGroupVersion()
    {
        Fixture f;
        f.serve("/openapi/v3?timeout=32s", 200, test::fixture("kubernetes-1.36/openapi/v3-index.json"));
        const auto index = f.answer(f.openapi.index());
        QVERIFY_RESULT(index);
        QCOMPARE((*index)->version, OpenApiDocument::Version::Three);
        QVERIFY((*index)->urls.at({"", "v1"}).startsWith(QStringLiteral("/openapi/v3/api/v1?hash=7C935E3BFAA5D62E8")));
        QVERIFY((*index)->urls.contains(GroupVersion{"apps", "v1"}));
        QVERIFY(!(*index)->urls.contains(GroupVersion{"", "api"}));
    }

    void aGroupVersionsDocumentIsDownloadedOnce()
    {
        Fixture f;
        f.serveIndex("A");
        f.serve("/openapi/v3/apis/apps/v1?hash=A&timeout=32s", 200, three);
        const auto first = f.answer(f.openapi.document({"apps", "v1"}));
        QVERIFY_RESULT(first);
        QCOMPARE((*first)->json, QByteArray(three));
        QCOMPARE(f.asked(), 2U);
        QCOMPARE(*f.answer(f.openapi.document({"apps", "v1"})), *first);
        QCOMPARE(f.asked(), 2U);
    }

    void whoAsksAtOnceSharesTheDownloads()
    {
        Fixture f;
        f.serveIndex("A");
        f.serve("/openapi/v3/apis/apps/v1?hash=A&timeout=32s", 200, three);
        auto first = f.openapi.document({"apps", "v1"});
        const auto second = f.answer(f.openapi.document({"apps", "v1"}));
        QVERIFY_RESULT(second);
        QCOMPARE(f.asked(), 2U);
        QVERIFY(first.isReady());
        QCOMPARE(*first.take(), *second);
    }

    void whoAsksAtOnceSharesTheOneDocumentOfAnOldServer()
    {
        Fixture f;
        f.serve("/openapi/v3?timeout=32s", 404, "404 page not found");
        f.serve("/openapi/v2?timeout=32s", 200, two);
        auto first = f.openapi.document({"apps", "v1"});
        const auto second = f.answer(f.openapi.document({"", "v1"}));
        QVERIFY_RESULT(second);
        QCOMPARE(f.asked(), 2U);
        QCOMPARE(*first.take(), *second);
    }

    void whoStopsWaitingTakesNothingFromTheOthers()
    {
        Fixture f;
        std::stop_source stop;
        auto stopped = f.openapi.index(stop.get_token());
        auto other = f.openapi.index();
        f.time->run();
        stop.request_stop();
        f.time->run();
        QCOMPARE(stopped.take().error().kind, ErrorKind::Canceled);
        QVERIFY(!other.isReady());
        f.server->last().answer(404, {});
        f.time->run();
        QVERIFY_RESULT(other.take());
        QCOMPARE(f.asked(), 1U);
    }

    void whatNobodyWaitsForAnyMoreIsGivenUpAndAskedAnew()
    {
        Fixture f;
        std::stop_source stop;
        auto stopped = f.openapi.index(stop.get_token());
        f.time->run();
        stop.request_stop();
        f.time->run();
        QCOMPARE(stopped.take().error().kind, ErrorKind::Canceled);
        QVERIFY(!f.server->last().isOpen());
        f.serveIndex("A");
        QVERIFY_RESULT(f.answer(f.openapi.index()));
        QCOMPARE(f.asked(), 2U);
    }

    void whatWasAskedBeforeAnInvalidationIsNotShared()
    {
        Fixture f;
        auto before = f.openapi.index();
        f.time->run();
        f.openapi.invalidate();
        auto after = f.openapi.index();
        f.time->run();
        QCOMPARE(f.asked(), 2U);
        for (const auto &exchange : f.server->exchanges)
            exchange->answer(404, {});
        f.time->run();
        QVERIFY_RESULT(before.take());
        QVERIFY_RESULT(after.take());
    }

    void whatHasNotChangedIsNotDownloadedAgain()
    {
        Fixture f;
        f.serveIndex("A");
        f.serveIndex("A");
        f.serveIndex("B");
        f.serve("/openapi/v3/apis/apps/v1?hash=A&timeout=32s", 200, three);
        f.serve("/openapi/v3/apis/apps/v1?hash=B&timeout=32s", 200, "{}");
        const auto first = f.answer(f.openapi.document({"apps", "v1"}));
        f.openapi.invalidate();
        QCOMPARE(*f.answer(f.openapi.document({"apps", "v1"})), *first);
        QCOMPARE(f.asked(), 3U); // the index again, and no more
        f.openapi.invalidate();
        QCOMPARE((*f.answer(f.openapi.document({"apps", "v1"})))->json, QByteArray("{}"));
    }

    void aDocumentThatMovedOnIsFoundByTheIndex_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("redirected") << 301;
        QTest::newRow("not found") << 404;
    }
    void aDocumentThatMovedOnIsFoundByTheIndex()
    {
        QFETCH(int, status);
        Fixture f;
        f.serveIndex("A");
        f.serveIndex("B");
        f.serve("/openapi/v3/apis/apps/v1?hash=A&timeout=32s", status, {}, {{"Location", "/openapi/v3/apis/apps/v1?hash=B"}});
        f.serve("/openapi/v3/apis/apps/v1?hash=B&timeout=32s", 200, three);
        QVERIFY_RESULT(f.answer(f.openapi.index()));
        const auto found = f.answer(f.openapi.document({"apps", "v1"}));
        QVERIFY_RESULT(found);
        QCOMPARE((*found)->json, QByteArray(three));
    }

    void aGroupVersionThatIsNotPublishedIsNotFound()
    {
        Fixture f;
        f.serveIndex("A");
        const auto missing = f.answer(f.openapi.document({"example.com", "v1"}));
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);
        QCOMPARE(f.asked(), 1U);
        QVERIFY(!f.answer(f.openapi.document({"example.com", "v1"})));
        QCOMPARE(f.asked(), 2U); // it may be newer than the index that was read before
    }

    void anOldServerHasOneDocumentOfEverything()
    {
        Fixture f;
        f.serve("/openapi/v3?timeout=32s", 404, "404 page not found");
        f.serve("/openapi/v2?timeout=32s", 200, two, {{"Etag", "\"one\""}});
        f.serve("/openapi/v2?timeout=32s", 304, {});
        const auto first = f.answer(f.openapi.document({"", "v1"}));
        QVERIFY_RESULT(first);
        QCOMPARE((*first)->version, OpenApiDocument::Version::Two);
        QCOMPARE(*f.answer(f.openapi.document({"apps", "v1"})), *first);
        QCOMPARE(f.asked(), 2U);
        f.openapi.invalidate();
        QCOMPARE(*f.answer(f.openapi.document({"apps", "v1"})), *first);
        QCOMPARE(f.server->last().header("If-None-Match"), QByteArray("\"one\""));
    }

    void aRefusalIsNotTakenForAnOldServer()
    {
        Fixture f;
        f.serve("/openapi/v3?timeout=32s", 403, "{}");
        QCOMPARE(f.answer(f.openapi.document({"", "v1"})).error().kind, ErrorKind::Forbidden);
        f.serve("/openapi/v3?timeout=32s", 403, "{}");
        QCOMPARE(f.asked(), 1U);
    }

    void whatIsNoIndexIsRefused()
    {
        Fixture f;
        f.serve("/openapi/v3?timeout=32s", 200, "<html>");
        QCOMPARE(f.answer(f.openapi.index()).error().kind, ErrorKind::BadInput);
    }

    void schemasAreFoundByKindAndByReference()
    {
        const auto apps = OpenApiSchemas::parse({OpenApiDocument::Version::Three, three});
        QVERIFY_RESULT(apps);
        const JsonValue deployment = apps->of({"apps", "v1", "Deployment"});
        QCOMPARE(std::string(deployment["type"].string()), std::string("object"));
        QCOMPARE(std::string(apps->resolved(deployment["properties"]["spec"])["description"].string()), std::string("what is wanted"));
        QVERIFY(!apps->of({"apps", "v1beta1", "Deployment"}).exists());
        const auto core = OpenApiSchemas::parse({OpenApiDocument::Version::Two, two});
        QVERIFY_RESULT(core);
        const JsonValue pod = core->of({"", "v1", "Pod"});
        QCOMPARE(std::string(core->resolved(pod["properties"]["spec"])["description"].string()), std::string("of a pod"));
    }

    void aReferenceToItselfEnds()
    {
        const QByteArray loop = R"({"components":{"schemas":{"a":{"$ref":"#/components/schemas/a","x-kubernetes-group-version-kind":[{"group":"","kind":"A","version":"v1"}]}}}})";
        const auto schemas = OpenApiSchemas::parse({OpenApiDocument::Version::Three, loop});
        QVERIFY_RESULT(schemas);
        QVERIFY(!schemas->resolved(schemas->of({"", "v1", "A"})).exists());
        QVERIFY(!OpenApiSchemas::parse({OpenApiDocument::Version::Two, "[]"}));
    }
};

ORRERY_GUILESS_TEST(OpenApiClientTest)
} // namespace openapi_client_test
#include "openapi_client_test.moc"
