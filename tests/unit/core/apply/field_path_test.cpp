// SPDX-License-Identifier: Apache-2.0
#include "core/apply/list_keys.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/apply/quoted.h"

namespace field_path_test {

using namespace kube;
using kube::test::q;

namespace {

JsonNode pod()
{
    return JsonNode::parse(q("{'apiVersion':'v1','metadata':{'annotations':{'a.b/c':'1','a':'2'}},'spec':{'containers':[{'name':'x','image':'1'},{'name':'we\\'b','ports':[{'containerPort':80}],'args':['q']}]}}"),
                           "pod")
        .value();
}

std::string valueAt(const JsonNode &document, const FieldPath &path)
{
    const JsonNode *const found = findField(document, path);
    return found ? jsonText(*found) : "-";
}

} // namespace

class FieldPathTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whatServersWriteIsRead()
    {
        const JsonNode document = pod();
        QCOMPARE(valueAt(document, parseFieldPath(".metadata.annotations.a.b/c", &document)), std::string("\"1\""));
        QCOMPARE(valueAt(document, parseFieldPath(".metadata.annotations.a", &document)), std::string("\"2\""));
        QCOMPARE(valueAt(document, parseFieldPath("metadata.annotations[a.b/c]")), std::string("\"1\""));
        QCOMPARE(valueAt(document, parseFieldPath("spec.containers[0].image")), std::string("\"1\""));
        QCOMPARE(valueAt(document, parseFieldPath(q(".spec.containers[name='x'].image"))), std::string("\"1\""));
        QCOMPARE(valueAt(document, parseFieldPath(q(".spec.containers[name='we\\'b'].ports[containerPort=80,protocol='TCP']"))),
                 (q("{'containerPort':80}")));
        QCOMPARE(valueAt(document, parseFieldPath(q(".spec.containers[1].args[='q']"))), std::string("\"q\""));
        QCOMPARE(valueAt(document, parseFieldPath(".spec.containers[7].image")), std::string("-"));
    }

    void aPathIsWrittenAsItIsRead()
    {
        for (const std::string &text : std::vector<std::string>{"spec.replicas", "metadata.labels[app.kubernetes.io/name]", q("spec.containers[name='web'].env[name='A'].value"),
                                 "spec.ports[0].port", q("metadata.finalizers[='a/b']")}) {
            QCOMPARE(fieldPathText(parseFieldPath(text)), text);
        }
    }

    void nonsenseIsReadToItsEnd()
    {
        for (const std::string &text : std::vector<std::string>{"", ".", "..", "[", "[[", "a[", "]", "a]b", "a..b", "[=", "[a=", q("[a='"), std::string("]"), "a.[0]", "["})
            QVERIFY(parseFieldPath(text).size() < 5);
    }

    void keysOfFieldsV1AreSteps()
    {
        QCOMPARE(*parseFieldsV1Key("f:spec"), FieldStep::name("spec"));
        QCOMPARE(*parseFieldsV1Key("f:a:b"), FieldStep::name("a:b"));
        QCOMPARE(*parseFieldsV1Key(q("k:{'name':'x'}")), FieldStep::key(q("{'name':'x'}")));
        QCOMPARE(*parseFieldsV1Key("i:3"), FieldStep::at(3));
        QVERIFY(!parseFieldsV1Key("."));
        QVERIFY(!parseFieldsV1Key("x:1"));
        QVERIFY(!parseFieldsV1Key("i:x"));
    }

    void aFieldIsMadeWithItsWay()
    {
        JsonNode document = JsonNode::object();
        setField(document, parseFieldPath(q("spec.containers[name='a'].image")), JsonNode::parse("\"i\"", "v").value());
        QCOMPARE(jsonText(document), (q("{'spec':{'containers':[{'name':'a','image':'i'}]}}")));
        removeField(document, parseFieldPath(q("spec.containers[name='a']")));
        removeField(document, parseFieldPath("spec.nothing.there"));
        QCOMPARE(jsonText(document), (q("{'spec':{'containers':[]}}")));
    }

    void aPlaceIsGivenByIndices()
    {
        const auto place = jsonPathOf(pod(), parseFieldPath(q("spec.containers[name='we\\'b'].args")));
        QVERIFY(place);
        QCOMPARE(*place, (JsonPath{std::string("spec"), std::string("containers"), std::size_t(1), std::string("args")}));
        QVERIFY(!jsonPathOf(pod(), parseFieldPath("spec.volumes")));
    }

    void listsOfOtherGroupsAreOneValueUnlessTheyArePodTemplates()
    {
        const auto own = defaultListKeys(GroupVersionKind{"", "v1", "Service"});
        const auto other = defaultListKeys(GroupVersionKind{"example.com", "v1", "Foo"});
        QCOMPARE(own->of({"spec", "ports"}), (ListShape{ListShape::Kind::Map, {"port", "protocol"}}));
        QCOMPARE(other->of({"spec", "ports"}), ListShape{});
        QCOMPARE(other->of({"spec", "template", "spec", "containers"}), (ListShape{ListShape::Kind::Map, {"name"}}));
        QCOMPARE(own->of({"spec", "template", "spec", "containers", "ports"}), (ListShape{ListShape::Kind::Map, {"containerPort", "protocol"}}));
        QCOMPARE(own->of({"metadata", "finalizers"}).kind, ListShape::Kind::Set);
        QCOMPARE(own->of({"spec", "containers", "args"}).kind, ListShape::Kind::Atomic);
    }
};

ORRERY_APPLESS_TEST(FieldPathTest)
} // namespace field_path_test
#include "field_path_test.moc"
