// SPDX-License-Identifier: Apache-2.0
#include "core/manifest/manifest_reader.h"
#include "core/manifest/object_template.h"
#include "core/schema/validate.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QTest>

namespace object_template_test {

using namespace kube;

namespace {

QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

const QByteArray gadgets = json(
    "{'openapi':'3.0.0','components':{'schemas':{'G':{'type':'object','required':['spec'],'x-kubernetes-group-version-kind':[{'group':'x.io','kind':'Gadget','version':'v1'}],"
    "'properties':{'apiVersion':{'type':'string'},'kind':{'type':'string'},'metadata':{'type':'object','properties':{'name':{'type':'string'},'namespace':{'type':'string'}}},'status':{'type':'object'},"
    "'spec':{'type':'object','required':['size','mode','parts','owner'],'properties':{"
    "'size':{'type':'integer','minimum':2,'description':'How large it is. More words.'},'mode':{'type':'string','enum':['on','Auto']},"
    "'speed':{'type':'integer','description':'How fast it goes.'},'owner':{'type':'object','required':['name'],'properties':{'name':{'type':'string','default':'nobody'}}},"
    "'parts':{'type':'array','items':{'type':'object','required':['name','count'],'properties':{'name':{'type':'string','description':'Its name.'},'count':{'type':'integer'},'self':{'type':'object'}}}}}}}}}}}");

ObjectSchemaPtr gadget()
{
    const auto schemas = OpenApiSchemas::parse({OpenApiDocument::Version::Three, gadgets});
    return *ObjectSchema::of(*schemas, {"x.io", "v1", "Gadget"});
}

} // namespace

class ObjectTemplateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void everyTemplateIsOneObjectOfItsKind()
    {
        for (const GroupVersionKind &kind : templateKinds()) {
            const auto text = objectTemplate(kind, "web");
            QVERIFY2(text, kind.kind.c_str());
            const auto documents = readManifest(*text, {});
            QCOMPARE(documents.size(), std::size_t(1));
            QVERIFY2(!documents.front().problem, kind.kind.c_str());
            QVERIFY(documents.front().gvk == kind);
            QCOMPARE(documents.front().key.namespaceName, std::string("web"));
            QVERIFY2(validate(YamlOutline::of(*text), {}).empty(), kind.kind.c_str());
            QVERIFY2(text->find('$') == std::string::npos, kind.kind.c_str());
        }
    }

    void aVersionHasTheTemplateThatItTakes()
    {
        QVERIFY(objectTemplate({"autoscaling", "v2", "HorizontalPodAutoscaler"}, {})->find("metrics:") != std::string::npos);
        QVERIFY(objectTemplate({"autoscaling", "v1", "HorizontalPodAutoscaler"}, {})->find("metrics:") == std::string::npos);
        QVERIFY(objectTemplate({"batch", "v1beta1", "CronJob"}, {})->find("apiVersion: batch/v1beta1\n") == 0);
        QVERIFY(!objectTemplate({"extensions", "v1beta1", "Ingress"}, {}));
        QVERIFY(!objectTemplate({"x.io", "v1", "Gadget"}, {}));
    }

    void aSkeletonHasWhatTheSchemaAsksFor()
    {
        const std::string text = objectSkeleton(*gadget(), "web");
        QCOMPARE(QByteArray::fromStdString(text), QByteArray("apiVersion: x.io/v1\nkind: Gadget\nmetadata:\n  name: example\n  namespace: web\nspec:\n"
                                                             "  mode: \"on\"\n  owner:\n    name: nobody\n  parts:\n  - count: 0\n    # Its name\n    name: \"\"\n"
                                                             "  # How large it is\n  size: 2\n  # speed: <integer>  How fast it goes\n"));
    }

    void aSkeletonOfAnyKindIsValidByItsSchemaButForWhatIsToBeFilledIn()
    {
        const auto problems = validate(YamlOutline::of(objectSkeleton(*gadget(), {})), {gadget()});
        QVERIFY2(problems.empty(), problems.empty() ? "" : qPrintable(problems.front().message));
        QVERIFY(!readManifest(objectSkeleton(*gadget(), {}), {}).front().problem);
    }

    void theBarestHasAName()
    {
        QCOMPARE(barestObject({"", "v1", "Pod"}, {}), std::string("apiVersion: v1\nkind: Pod\nmetadata:\n  name: example\n"));
    }
};

ORRERY_GUILESS_TEST(ObjectTemplateTest)
} // namespace object_template_test
#include "object_template_test.moc"
