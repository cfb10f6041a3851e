// SPDX-License-Identifier: Apache-2.0
#include "core/restmapper/deferred_rest_mapper.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace deferred_rest_mapper_test {

using namespace kube;

namespace {

QByteArray groupsWith(const QByteArray &resources)
{
    return R"({"kind":"APIGroupDiscoveryList","apiVersion":"apidiscovery.k8s.io/v2","items":[{"metadata":{"name":"g"},"versions":[{"version":"v1","resources":[)"
        + resources + "]}]}]}";
}
const QByteArray foos = R"({"resource":"foos","scope":"Namespaced","responseKind":{"kind":"Foo"},"verbs":["list"]})";
const QByteArray bars = R"({"resource":"bars","scope":"Namespaced","responseKind":{"kind":"Bar"},"verbs":["list"]})";

struct Fixture : kube::test::RestFixture {
    DiscoveryClient discovery{client, time};
    CachedDiscovery cache{discovery, time, time};
    DeferredRestMapper mapper{cache, time};

    Fixture()
    {
        server->on("GET /api?timeout=32s", {404, R"({"kind":"Status","status":"Failure","reason":"NotFound","code":404})"});
        server->on("GET /apis?timeout=32s", {200, groupsWith(foos)});
        server->on("GET /apis?timeout=32s", {200, groupsWith(foos + ',' + bars)});
    }
};

} // namespace

class DeferredRestMapperTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void theServerIsAskedAtFirstUse()
    {
        Fixture f;
        QVERIFY(f.server->exchanges.empty());
        const auto mapping = f.answer(f.mapper.find("foo"));
        QVERIFY_RESULT(mapping);
        QCOMPARE(mapping->resource, (GroupVersionResource{"g", "v1", "foos"}));
    }

    void aNewResourceIsFoundByAskingAgain()
    {
        Fixture f;
        QVERIFY_RESULT(f.answer(f.mapper.find("foo")));
        f.time->advance(std::chrono::seconds(10));
        const auto mapping = f.answer(f.mapper.mappingFor({"g", "v1", "Bar"}));
        QVERIFY_RESULT(mapping);
        QCOMPARE(mapping->resource.resource, std::string("bars"));
        QCOMPARE(f.server->exchanges.size(), std::size_t(4));
    }

    void whatAFreshDiscoveryHasNotIsNotAskedForTwice()
    {
        Fixture f;
        const auto mapping = f.answer(f.mapper.find("bars"));
        QVERIFY(!mapping);
        QCOMPARE(mapping.error().kind, ErrorKind::NotFound);
        QCOMPARE(f.server->exchanges.size(), std::size_t(2));
    }
};

ORRERY_GUILESS_TEST(DeferredRestMapperTest)
} // namespace deferred_rest_mapper_test
#include "deferred_rest_mapper_test.moc"
