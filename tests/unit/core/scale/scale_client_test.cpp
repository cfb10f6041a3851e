// SPDX-License-Identifier: Apache-2.0
#include "core/dynamic/dynamic_client.h"
#include "core/scale/scale_client.h"
#include "tests/support/fixtures.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace scale_client_test {

using namespace kube;
using kube::test::fixture;

namespace {

const GroupVersionResource deployments{"apps", "v1", "deployments"};
const GroupVersionResource gadgets{"fixtures.example.com", "v1", "gadgets"};
const char webScale[] = " /apis/apps/v1/namespaces/shop/deployments/web/scale";

struct Fixture : kube::test::RestFixture {
    DynamicClient dynamic{client, time};
    ScaleClient scale{dynamic, time};

    void serve(const QByteArray &line, const char *file, int status = 200)
    {
        server->on(line, {status, fixture((QByteArray("kubernetes-1.36/scale/") + file).constData())});
    }
};

} // namespace

class ScaleClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aScaleIsRead()
    {
        Fixture f;
        f.serve(QByteArray("GET") + webScale, "deployment-get.json");
        const auto scale = f.answer(f.scale.get(deployments, {"shop", "web"}));
        QVERIFY_RESULT(scale);
        QCOMPARE(scale->replicas, std::int64_t(5));
        QCOMPARE(scale->current, std::int64_t(5));
        QCOMPARE(scale->selector, std::string("app=web"));
        QCOMPARE(scale->resourceVersion, std::string("328"));
        QCOMPARE(scale->key, (ObjectKey{"shop", "web"}));
    }

    void aCustomResourceScalesLikeAnyOther()
    {
        Fixture f;
        f.serve("GET /apis/fixtures.example.com/v1/namespaces/shop/gadgets/alpha/scale", "gadget-get.json");
        const auto scale = f.answer(f.scale.get(gadgets, {"shop", "alpha"}));
        QVERIFY_RESULT(scale);
        QCOMPARE(scale->replicas, std::int64_t(2));
        QCOMPARE(scale->selector, std::string("gadget=alpha"));
    }

    void aResourceWithoutScaleIsNotFound()
    {
        Fixture f;
        f.serve("GET /apis/samplecontroller.k8s.io/v1alpha1/namespaces/shop/foos/example-foo/scale", "foo-no-subresource-404.json", 404);
        const auto scale = f.answer(f.scale.get({"samplecontroller.k8s.io", "v1alpha1", "foos"}, {"shop", "example-foo"}));
        QCOMPARE(scale.error().kind, ErrorKind::NotFound);
    }

    void anUpdateCarriesIdentityAndVersion()
    {
        Fixture f;
        f.serve(QByteArray("PUT") + webScale, "deployment-patch.json");
        Scale wanted = *Scale::decode(fixture("kubernetes-1.36/scale/deployment-get.json"));
        wanted.replicas = 6;
        const auto scale = f.answer(f.scale.update(deployments, wanted));
        QVERIFY_RESULT(scale);
        QCOMPARE(scale->replicas, std::int64_t(6));
        QCOMPARE(scale->resourceVersion, std::string("480"));
        QCOMPARE(f.server->last().request.body,
                 QByteArray(R"({"apiVersion":"autoscaling/v1","kind":"Scale","metadata":{"name":"web","namespace":"shop",)"
                            R"("uid":"9eee970e-aae0-47ff-b45a-29f89d88e061","resourceVersion":"328"},"spec":{"replicas":6}})"));
    }

    void aConflictIsGivenAsItIs()
    {
        Fixture f;
        f.serve(QByteArray("PUT") + webScale, "deployment-put-conflict.json", 409);
        const auto scale = f.answer(f.scale.update(deployments, {{"shop", "web"}, {}, "1", 4}));
        QCOMPARE(scale.error().kind, ErrorKind::Conflict);
        QVERIFY(scale.error().message.contains(QStringLiteral("the object has been modified")));
        QCOMPARE(f.server->exchanges.size(), std::size_t(1));
    }

    void aPatchNeedsNoVersion()
    {
        Fixture f;
        f.serve(QByteArray("PATCH") + webScale + "?fieldManager=orrery", "deployment-patch.json");
        const auto scale = f.answer(f.scale.patch(deployments, {"shop", "web"}, 6, {.fieldManager = "orrery"}));
        QVERIFY_RESULT(scale);
        QCOMPARE(scale->replicas, std::int64_t(6));
        QCOMPARE(f.server->last().request.body, QByteArray(R"({"spec":{"replicas":6}})"));
        QCOMPARE(f.server->last().header("Content-Type"), QByteArray("application/merge-patch+json"));
    }

    void whatTheServerRefusesIsInvalidWithItsCauses()
    {
        Fixture f;
        f.serve("PATCH /apis/fixtures.example.com/v1/namespaces/shop/gadgets/alpha/scale", "gadget-patch-invalid.json", 422);
        const auto scale = f.answer(f.scale.patch(gadgets, {"shop", "alpha"}, 101));
        QCOMPARE(scale.error().kind, ErrorKind::Invalid);
        QCOMPARE(scale.error().status->causes.size(), 2);
    }

    void aNegativeNumberIsNotSent()
    {
        Fixture f;
        QCOMPARE(f.answer(f.scale.patch(deployments, {"shop", "web"}, -1)).error().kind, ErrorKind::BadInput);
        QCOMPARE(f.answer(f.scale.update(deployments, {{"shop", "web"}, {}, "1", -1})).error().kind, ErrorKind::BadInput);
        QVERIFY(f.server->exchanges.empty());
    }

    void olderFormsAreReadAndWrittenBackAsTheyWere()
    {
        const auto scale = Scale::decode(R"({"kind":"Scale","apiVersion":"extensions/v1beta1","metadata":{"name":"web","namespace":"shop"},
            "spec":{},"status":{"replicas":1,"selector":{"b":"2","a":"1"}}})");
        QVERIFY_RESULT(scale);
        QCOMPARE(scale->replicas, std::int64_t(0));
        QCOMPARE(scale->selector, std::string("a=1,b=2"));
        QVERIFY(scale->toJson().startsWith(R"({"apiVersion":"extensions/v1beta1","kind":"Scale")"));
        const auto withTarget = Scale::decode(R"json({"kind":"Scale","apiVersion":"apps/v1beta2","metadata":{"name":"web"},
            "spec":{"replicas":3},"status":{"replicas":1,"selector":{"a":"1"},"targetSelector":"a in (1,2)"}})json");
        QCOMPARE(withTarget->selector, std::string("a in (1,2)"));
    }

    void whatIsNoScaleIsRefused()
    {
        QCOMPARE(Scale::decode(R"({"kind":"Deployment","apiVersion":"apps/v1"})").error().kind, ErrorKind::BadInput);
        QCOMPARE(Scale::decode("").error().kind, ErrorKind::BadInput);
    }
};

ORRERY_GUILESS_TEST(ScaleClientTest)
} // namespace scale_client_test
#include "scale_client_test.moc"
