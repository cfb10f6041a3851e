// SPDX-License-Identifier: Apache-2.0
#include "core/kubernetes/apiextensions/v1/custom_resource_definition.h"
#include "core/kubernetes/core/v1/config_map.h"
#include "core/kubernetes/core/v1/pod.h"
#include "core/kubernetes/core/v1/secret.h"
#include "core/kubernetes/coordination/v1/lease.h"
#include "core/object/object_meta.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace view_test {

using namespace kube;
using kube::core::v1::Container;
using kube::core::v1::Pod;

namespace {

// Without \" in a raw string, and not within a macro: moc loses its way.
const std::string writtenPod = R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","labels":{"app.kubernetes.io/name":)" "\"web \\\"1\\\"\"" R"(}},)"
                               R"("spec":{"securityContext":{"seccompProfile":{"type":"RuntimeDefault"}}}})";

/// A Pod with this spec, and no more.
Pod podWith(const std::string &spec)
{
    return *Pod::decode(R"({"apiVersion":"v1","kind":"Pod","spec":)" + spec + "}");
}

} // namespace

class ViewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whatIsNotThereReadsAsAbsent()
    {
        const Pod pod;
        QVERIFY(!pod.spec().exists());
        QVERIFY(!pod.spec().affinity().nodeAffinity().exists());
        QCOMPARE(pod.spec().nodeName().get(), std::optional<std::string>());
        QCOMPARE(pod.spec().nodeName().value("none"), std::string("none"));
        QCOMPARE(pod.spec().containers().size(), std::size_t(0));
        QVERIFY(!pod.spec().containers()[3].name().exists());
        QCOMPARE(pod.spec().json(), std::string("null"));
        QCOMPARE(pod.json(), std::string(R"({"apiVersion":"v1","kind":"Pod"})"));
    }

    void whatIsOfAnotherTypeReadsAsAbsent()
    {
        const Pod pod = podWith(R"({"nodeName":5,"containers":{"a":1},"hostNetwork":"true","terminationGracePeriodSeconds":null})");
        QVERIFY(!pod.spec().nodeName().get());
        QVERIFY(!pod.spec().hostNetwork().get());
        QVERIFY(!pod.spec().terminationGracePeriodSeconds().exists());
        QVERIFY(!pod.spec().containers()[0].exists());
    }

    void scalarsReadAndWriteTheirForms()
    {
        Pod pod = podWith(R"({"containers":[{"livenessProbe":{"httpGet":{"port":"http"}},"resources":{"limits":{"cpu":"1500m","memory":2}}}]})");
        const Container container = pod.spec().containers()[0];
        QCOMPARE(container.livenessProbe().httpGet().port().value(), (field::IntOrString::Value("http")));
        container.livenessProbe().httpGet().port().set(std::int64_t(80));
        QCOMPARE(container.livenessProbe().httpGet().port().value(), (field::IntOrString::Value(std::int64_t(80))));
        QCOMPARE(container.resources().limits()["cpu"].value().milliValue(), std::int64_t(1500));
        QCOMPARE(container.resources().limits()["memory"].value().value(), std::int64_t(2));
        container.resources().limits()["cpu"].set("0.50");
        QCOMPARE(container.resources().limits()["cpu"].json(), std::string(R"("0.50")"));
        container.livenessProbe().periodSeconds().set(-1);
        container.tty().set(false);
        QCOMPARE(container.livenessProbe().periodSeconds().value(), std::int64_t(-1));
        QCOMPARE(container.tty().get(), std::optional(false));

        kube::core::v1::Secret secret;
        secret.data()["key"].set(QByteArray("\x00\xff", 2));
        QCOMPARE(secret.data()["key"].json(), std::string(R"("AP8=")"));
        QCOMPARE(secret.data()["key"].value(), QByteArray("\x00\xff", 2));
        QVERIFY(!kube::core::v1::Secret::decode(R"({"apiVersion":"v1","kind":"Secret","data":{"key":"*"}})")->data()["key"].get());
    }

    void timesAreSecondsAndMicroTimesAreMicroseconds()
    {
        const auto time = *parseTime("2026-01-02T15:04:05.678901Z");
        Pod pod;
        pod.status().startTime().set(time);
        QCOMPARE(pod.status().startTime().json(), std::string(R"("2026-01-02T15:04:05Z")"));
        kube::coordination::v1::Lease lease;
        lease.spec().renewTime().set(time);
        QCOMPARE(lease.spec().renewTime().json(), std::string(R"("2026-01-02T15:04:05.678901Z")"));
        QVERIFY(lease.spec().renewTime().value() == time);
    }

    void writingMakesWhatIsMissingOnTheWay()
    {
        Pod pod;
        pod.metadata().name().set("web");
        pod.metadata().labels()["app.kubernetes.io/name"].set("web \"1\"");
        pod.spec().securityContext().seccompProfile().type().set("RuntimeDefault");
        QCOMPARE(pod.json(), writtenPod);
        QCOMPARE(pod.key(), (ObjectKey{"", "web"}));
    }

    void listsGrowByTheirEnd()
    {
        Pod pod;
        Container web = pod.spec().containers().append();
        web.name().set("web");
        web.args().append("--a");
        web.args().append("--b");
        Container sidecar;
        sidecar.name().set("sidecar");
        pod.spec().containers().append(sidecar);
        std::string names;
        for (const Container &container : pod.spec().containers())
            names += container.name().value() + " ";
        QCOMPARE(names, std::string("web sidecar "));
        QCOMPARE(field::textsOf(web.args()), (std::vector<std::string>{"--a", "--b"}));
        pod.spec().containers()[0].remove();
        QCOMPARE(pod.spec().json(), std::string(R"({"containers":[{"name":"sidecar"}]})"));
        sidecar.name().set("other");
        QCOMPARE(pod.spec().containers()[0].name().value(), std::string("sidecar"));
    }

    void mapsHaveTheirKeys()
    {
        kube::core::v1::ConfigMap map;
        map.data()["b"].set("1");
        map.data()["a"].set("2");
        QCOMPARE(map.data().keys(), (std::vector<std::string>{"b", "a"}));
        QVERIFY(map.data().contains("a") && !map.data().contains("c"));
        QCOMPARE(field::textsOf(map.data()), (std::map<std::string, std::string>{{"a", "2"}, {"b", "1"}}));
        std::string told;
        for (const auto &[key, value] : map.data())
            told += key + "=" + value.value() + " ";
        QCOMPARE(told, std::string("b=1 a=2 "));
        for (auto [key, value] : map.data())
            value.set(key);
        QCOMPARE(map.data().json(), std::string(R"({"b":"b","a":"a"})"));
        map.data()["b"].remove();
        QCOMPARE(map.data().json(), std::string(R"({"a":"a"})"));
        map.data().remove();
        QVERIFY(!map.data().exists());
        QVERIFY(map.data().begin() == map.data().end());
    }

    void aStructIsSetFromAnother()
    {
        Pod pod = podWith(R"({"nodeName":"n","containers":[]})");
        Pod other;
        other.spec().set(pod.spec());
        QCOMPARE(other.spec().json(), pod.spec().json());
        other.spec().set(Pod().spec());
        QVERIFY(!other.spec().exists());
        pod.remove();
        QCOMPARE(pod.json(), std::string("{}"));
    }

    void aValueWithoutASchemaMustBeJson()
    {
        kube::meta::v1::ManagedFieldsEntry entry;
        QVERIFY(entry.fieldsV1().set(R"({"f:spec":{}})"));
        QCOMPARE(entry.fieldsV1().json(), std::string(R"({"f:spec":{}})"));
        QCOMPARE(entry.fieldsV1().set("{").error().kind, ErrorKind::BadInput);
        QCOMPARE(entry.fieldsV1().json(), std::string(R"({"f:spec":{}})"));
    }

    void copiesReferToOneDocumentAndDeepCopiesToTheirOwn()
    {
        Pod pod;
        const Pod same = pod;
        const Pod other = pod.deepCopy();
        pod.spec().nodeName().set("n");
        QCOMPARE(same.spec().nodeName().value(), std::string("n"));
        QVERIFY(!other.spec().exists());
    }

    void readingMayBeNestedAndMayWrite()
    {
        const Pod one = podWith(R"({"nodeName":"one"})");
        const Pod two = podWith(R"({"nodeName":"two"})");
        std::string seen;
        one.spec().read([&](JsonValue spec) {
            seen += two.spec().nodeName().value() + " ";
            one.spec().nodeName().set("three");
            seen += one.spec().nodeName().value() + " ";
            seen += spec["nodeName"].string();
        });
        QCOMPARE(seen, std::string("two three one"));
        QCOMPARE(one.spec().nodeName().value() + two.spec().nodeName().value(), std::string("threetwo"));
    }

    void aLargeDocumentIsReadToo()
    {
        kube::core::v1::ConfigMap map;
        map.data()["large"].set(std::string(2 * 1024 * 1024, 'x'));
        map.data()["small"].set("s");
        QCOMPARE(map.data()["small"].value(), std::string("s"));
        QCOMPARE(map.data()["large"].value().size(), std::size_t(2 * 1024 * 1024));
    }

    void textThatIsNoUtf8IsWrittenWithReplacements_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("small document") << 1;
        QTest::newRow("large document") << 300'000;
    }

    void textThatIsNoUtf8IsWrittenWithReplacements()
    {
        QFETCH(int, size);
        kube::core::v1::ConfigMap map;
        map.data()["other"].set(std::string(std::size_t(size), 'x'));
        map.data()["text"].set("caf\xe9");
        QCOMPARE(map.data()["text"].value(), std::string("caf\uFFFD"));
        map.data()["caf\xe9"].set("first");
        map.data()["caf\xe9"].set("second");
        QCOMPARE(map.data()["caf\xe9"].value(), std::string("second"));
        QCOMPARE(map.data().keys(), (std::vector<std::string>{"other", "text", "caf\uFFFD"}));
        QVERIFY_RESULT(kube::core::v1::ConfigMap::decode(map.json()));
    }

    void whatJsonCannotHoldReadsAsAbsent()
    {
        kube::apiextensions::v1::JSONSchemaProps schema;
        schema.maximum().set(std::numeric_limits<double>::quiet_NaN());
        QVERIFY(!schema.maximum().exists());
        schema.description().set("d");
        QCOMPARE(schema.description().value(), std::string("d"));
        // Each by itself may be as deep.
        kube::core::v1::ConfigMap map;
        QVERIFY_RESULT(map.metadata().managedFields()[0].fieldsV1().set(std::string(1022, '[') + std::string(1022, ']')));
        QCOMPARE(map.metadata().name().value("none"), std::string("none"));
    }

    void aViewKeepsItsDocument()
    {
        std::optional<Pod> pod = podWith(R"({"nodeName":"n"})");
        const auto spec = pod->spec();
        pod.reset();
        QCOMPARE(spec.nodeName().value(), std::string("n"));
    }
};

ORRERY_GUILESS_TEST(ViewTest)
} // namespace view_test
#include "view_test.moc"
