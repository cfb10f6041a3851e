// SPDX-License-Identifier: Apache-2.0
#include "core/schema/explain.h"
#include "core/schema/well_known_fields.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/schema/schemas.h"

namespace object_schema_test {

using namespace kube;
using namespace kube::test;

namespace {

FieldExplanation explained(const ObjectSchemaPtr &schema, const char *path)
{
    const auto found = explain(*schema, SchemaPath::parse(path));
    if (!found)
        QTest::qFail(path, __FILE__, __LINE__);
    return found.value_or(FieldExplanation{});
}

QString limits(const FieldExplanation &explanation)
{
    QStringList all;
    for (const auto &limit : explanation.limits)
        all += QString::fromStdString(limit);
    return all.join(QStringLiteral("; "));
}

} // namespace

class ObjectSchemaTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }

    void fieldsAreFoundByPathWithTheirTypes_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("type");
        const auto row = [](const char *path, const char *type) { QTest::newRow(path) << QByteArray(path) << QByteArray(type); };
        row("apiVersion", "<string>");
        row("metadata", "<ObjectMeta>");
        row("metadata.labels", "<map[string]string>");
        row("metadata.labels[app.kubernetes.io/name]", "<string>");
        row("metadata.creationTimestamp", "<string>");
        row("metadata.ownerReferences", "<[]OwnerReference>");
        row("spec", "<DeploymentSpec>");
        row("spec.replicas", "<integer>");
        row("spec.paused", "<boolean>");
        row("spec.template.spec.containers", "<[]Container>");
        row("spec.template.spec.containers[0]", "<Container>");
        row("spec.template.spec.containers[name=web].image", "<string>");
        row("spec.template.spec.containers.image", "<string>");
        row("spec.template.spec.containers.ports.containerPort", "<integer>");
        row("spec.template.spec.containers[0].resources.limits", "<map[string]Quantity>");
        row("spec.template.spec.containers[0].resources.limits.cpu", "<Quantity>");
        row("spec.template.spec.containers[0].livenessProbe.httpGet.port", "<IntOrString>");
        row("spec.template.spec.containers[0].args", "<[]string>");
        row("spec.strategy.rollingUpdate.maxSurge", "<IntOrString>");
        row("spec.template.spec.volumes[0].ephemeral.volumeClaimTemplate.spec.accessModes", "<[]string>");
    }
    void fieldsAreFoundByPathWithTheirTypes()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, type);
        QCOMPARE(explained(deploymentSchema(), path.constData()).type, type.toStdString());
    }

    void whatASchemaDoesNotKnowIsNotFound()
    {
        for (const char *path : {"spec.replica", "spec.replicas.x", "status.x.y", "x"})
            QVERIFY2(!explain(*deploymentSchema(), SchemaPath::parse(path)), path);
        const auto schemas = OpenApiSchemas::parse({OpenApiDocument::Version::Three, fixture("widgets-openapi-v3.json")});
        QVERIFY_RESULT(schemas);
        const auto none = ObjectSchema::of(*schemas, {"example.com", "v1", "Gone"});
        QVERIFY(!none && none.error().is(ErrorKind::NotFound));
    }

    void whatIsRequiredComesFirst()
    {
        const auto spec = explained(deploymentSchema(), "spec");
        QCOMPARE(spec.fields.at(0).name, std::string("selector"));
        QCOMPARE(spec.fields.at(1).name, std::string("template"));
        QVERIFY(spec.fields.at(0).isRequired && spec.fields.at(1).isRequired && !spec.fields.at(2).isRequired);
        QVERIFY(explained(deploymentSchema(), "spec.selector").isRequired);
        QVERIFY(!explained(deploymentSchema(), "spec.replicas").isRequired);
        const auto containers = explained(deploymentSchema(), "spec.template.spec.containers");
        QVERIFY(containers.isRequired);
        QCOMPARE(containers.fields.at(0).name, std::string("name"));
        QCOMPARE(limits(containers), QStringLiteral("items are told apart by name"));
    }

    void limitsAreSaid()
    {
        const auto of = [](const char *path) { return limits(explained(widgetSchema(), path)); };
        QCOMPARE(of("spec.min"), QStringLiteral("default: 0; format: int32; at least 0"));
        QCOMPARE(of("spec.max"), QStringLiteral("format: int64; at least 1; less than 500"));
        QCOMPARE(of("spec.ratio"), QStringLiteral("more than 0; a multiple of 0.500000"));
        QCOMPARE(of("spec.code"), QStringLiteral("at least 5 characters; at most 8 characters; pattern: ^[A-Z]{2}-[0-9]+$"));
        QCOMPARE(of("spec.mode"), QStringLiteral("one of: Fast, Slow, \"\"; default: Fast"));
        QCOMPARE(of("spec.level"), QStringLiteral("one of: 1, 2, 3"));
        QCOMPARE(of("spec.note"), QStringLiteral("may be null"));
        QCOMPARE(of("spec.parts"), QStringLiteral("at least 1 items; at most 3 items; items are told apart by name, protocol"));
        QCOMPARE(of("spec.tags"), QStringLiteral("no item twice"));
        QCOMPARE(of("spec.limits"), QStringLiteral("at least 1 entries; at most 2 entries"));
        QCOMPARE(of("spec.free"), QStringLiteral("takes any fields"));
        QCOMPARE(limits(explained(podSchema(), "spec.containers.ports.protocol")), QStringLiteral("one of: SCTP, TCP, UDP; default: TCP"));
        QCOMPARE(limits(explained(podSchema(), "spec.containers.ports.containerPort")), QStringLiteral("format: int32"));
    }

    void rulesOfCelAreKept()
    {
        const auto spec = explained(widgetSchema(), "spec");
        QCOMPARE(spec.rules.size(), 2U);
        QCOMPARE(spec.rules[0].message, std::string("min must not exceed max"));
        QCOMPARE(spec.rules[1].rule, std::string("self.max < 1000"));
        QVERIFY(!spec.isImmutable);
        QCOMPARE(explained(test::schemaIn("kubernetes-1.36/openapi/fixtures.example.com-v1.json", {"fixtures.example.com", "v1", "Gadget"}), "spec").rules.size(), 1U);
    }

    void whatCannotChangeSaysWhy()
    {
        const auto stated = explained(widgetSchema(), "spec.class");
        QVERIFY(stated.isImmutable && stated.isDeprecated);
        QCOMPARE(stated.immutableBecause, std::string("class is immutable"));
        QVERIFY(explained(deploymentSchema(), "spec.selector.matchLabels.app").isImmutable);
        QVERIFY(explained(deploymentSchema(), "metadata.name").isImmutable);
        QVERIFY(!explained(deploymentSchema(), "spec.replicas").isImmutable);
        QVERIFY(!explained(deploymentSchema(), "spec.template.metadata.name").isImmutable);
    }

    void whatAPodMayNotChangeItsTemplateMay()
    {
        const QByteArray two = R"({"swagger":"2.0","definitions":{
            "Pod":{"type":"object","properties":{"spec":{"$ref":"#/definitions/PodSpec"}},"x-kubernetes-group-version-kind":[{"group":"","kind":"Pod","version":"v1"}]},
            "Deployment":{"type":"object","properties":{"spec":{"type":"object","properties":{"template":{"type":"object","properties":{"spec":{"$ref":"#/definitions/PodSpec"}}}}}},
              "x-kubernetes-group-version-kind":[{"group":"apps","kind":"Deployment","version":"v1"}]},
            "PodSpec":{"type":"object","properties":{"workingDir":{"type":"string","description":"Where it runs. Cannot be updated."},
              "key":{"type":"string","description":"This field is immutable."}}}}})";
        const auto schemas = OpenApiSchemas::parse({OpenApiDocument::Version::Two, two});
        QVERIFY_RESULT(schemas);
        const auto pod = ObjectSchema::of(*schemas, {"", "v1", "Pod"});
        const auto deployment = ObjectSchema::of(*schemas, {"apps", "v1", "Deployment"});
        QVERIFY_RESULT(pod);
        QVERIFY_RESULT(deployment);
        QVERIFY(explained(*pod, "spec.workingDir").isImmutable);
        QVERIFY(!explained(*deployment, "spec.template.spec.workingDir").isImmutable);
        QVERIFY(explained(*deployment, "spec.template.spec.key").isImmutable);
    }

    void anEmbeddedObjectHasItsOwnKind()
    {
        const auto embedded = explained(widgetSchema(), "spec.template");
        QCOMPARE(embedded.fields.size(), 3U);
        QCOMPARE(embedded.fields[0].name, std::string("apiVersion"));
        QVERIFY(embedded.fields[0].isRequired);
    }

    void swaggerTwoIsReadAsWell()
    {
        const QByteArray two = R"({"swagger":"2.0","definitions":{
            "io.k8s.api.core.v1.Pod":{"type":"object","properties":{"spec":{"description":"Wanted.","$ref":"#/definitions/io.k8s.api.core.v1.PodSpec"}},
              "x-kubernetes-group-version-kind":[{"group":"","kind":"Pod","version":"v1"}]},
            "io.k8s.api.core.v1.PodSpec":{"description":"of a pod","type":"object","required":["containers"],"properties":{
              "containers":{"type":"array","items":{"$ref":"#/definitions/io.k8s.api.core.v1.Container"},"x-kubernetes-patch-merge-key":"name"}}},
            "io.k8s.api.core.v1.Container":{"type":"object","properties":{"limits":{"type":"object","additionalProperties":{"$ref":"#/definitions/io.k8s.apimachinery.pkg.api.resource.Quantity"}},
              "port":{"$ref":"#/definitions/io.k8s.apimachinery.pkg.util.intstr.IntOrString"},"self":{"$ref":"#/definitions/io.k8s.api.core.v1.Container"}}},
            "io.k8s.apimachinery.pkg.api.resource.Quantity":{"type":"string"},
            "io.k8s.apimachinery.pkg.util.intstr.IntOrString":{"type":"string","format":"int-or-string"}}})";
        const auto schemas = OpenApiSchemas::parse({OpenApiDocument::Version::Two, two});
        QVERIFY_RESULT(schemas);
        const auto pod = ObjectSchema::of(*schemas, {"", "v1", "Pod"});
        QVERIFY_RESULT(pod);
        QCOMPARE(explained(*pod, "spec").description, std::string("Wanted."));
        QCOMPARE(explained(*pod, "spec.containers.limits").type, std::string("<map[string]Quantity>"));
        QCOMPARE(explained(*pod, "spec.containers.port").type, std::string("<IntOrString>"));
        QCOMPARE(explained(*pod, "spec.containers.self.self.self").type, std::string("<Container>"));
    }

    void anExplanationReadsAsKubectlPrintsIt()
    {
        const QString text = QString::fromStdString(explained(widgetSchema(), "spec.parts").toText());
        QVERIFY2(text.startsWith(QStringLiteral("GROUP:      example.com\nKIND:       Widget\nVERSION:    v1\n\nFIELD: parts <[]Object> -required-\n")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("DESCRIPTION:\n    Parts it is made of.\n")), qPrintable(text));
        QVERIFY2(text.endsWith(QStringLiteral("FIELDS:\n  name\t<string> -required-\n  protocol\t<string>\n  weight\t<integer>\n")), qPrintable(text));
    }

    void namesOfLiveObjectsAreWantedWhereTheyBelong()
    {
        const auto wanted = [](const char *path, const GroupVersionKind &kind = {"apps", "v1", "Deployment"}) {
            return QString::fromStdString(referenceWantedAt(kind, SchemaPath::parse(path)).kind);
        };
        const std::string pod = "spec.template.spec.";
        QCOMPARE(wanted((pod + "containers[0].envFrom[0].configMapRef.name").c_str()), QStringLiteral("ConfigMap"));
        QCOMPARE(wanted((pod + "containers[name=a].env[name=b].valueFrom.secretKeyRef.name").c_str()), QStringLiteral("Secret"));
        QCOMPARE(wanted((pod + "volumes[0].persistentVolumeClaim.claimName").c_str()), QStringLiteral("PersistentVolumeClaim"));
        QCOMPARE(wanted((pod + "volumes[0].projected.sources[0].secret.name").c_str()), QStringLiteral("Secret"));
        QCOMPARE(wanted((pod + "serviceAccountName").c_str()), QStringLiteral("ServiceAccount"));
        QCOMPARE(wanted((pod + "imagePullSecrets[0].name").c_str()), QStringLiteral("Secret"));
        QCOMPARE(wanted((pod + "containers[0].name").c_str()), QString());
        QCOMPARE(wanted("spec.storageClassName", {"", "v1", "PersistentVolumeClaim"}), QStringLiteral("StorageClass"));
        QCOMPARE(wanted("roleRef.name", {"rbac.authorization.k8s.io", "v1", "ClusterRoleBinding"}), QStringLiteral("ClusterRole"));
        const auto hook = referenceWantedAt({"admissionregistration.k8s.io", "v1", "ValidatingWebhookConfiguration"}, SchemaPath::parse("webhooks[0].clientConfig.service.name"));
        QCOMPARE(hook.nameSpace, ObjectReferenceWanted::Namespace::Named);
        QCOMPARE(hook.namespacePath.toText(), std::string("webhooks[0].clientConfig.service.namespace"));
    }
};

ORRERY_GUILESS_TEST(ObjectSchemaTest)
} // namespace object_schema_test
#include "object_schema_test.moc"
