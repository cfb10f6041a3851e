// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/cases.h"

#include <algorithm>

namespace orrery::conformance {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject kindOf(const QString &group, const QString &version, const QString &kind)
{
    return {{"group"_L1, group}, {"kind"_L1, kind}, {"version"_L1, version}};
}

QStringList parametersOf(const QJsonValue &operation)
{
    QStringList names;
    for (const QJsonValue &parameter : at(operation, u"parameters"_s).toArray())
        names.append(textAt(parameter, u"name"_s) + u' ' + textAt(parameter, u"in"_s));
    return names;
}

} // namespace

/// /openapi/v2: what kubectl validates by, explains from, and asks whether a write may be dry.
class SchemaCases : public Cases
{
    Q_OBJECT

public:
    using Cases::Cases;

private Q_SLOTS:
    void itIsOfTheOlderForm();
    void everyKindIsDefined();
    void referencesAreToDefinitions();
    void whatIsOneOfTwoTypesIsCalledAString();
    void itTellsWhichWritesMayBeDry();
    void kubectlGetsItsOwnForm();

private:
    const QJsonObject &document()
    {
        if (m_document.isEmpty())
            m_document = api().get(u"/openapi/v2"_s).body;
        return m_document;
    }
    [[nodiscard]] QJsonValue definition(const QString &name) { return document().value("definitions"_L1).toObject().value(name); }

    QJsonObject m_document;
};

void SchemaCases::itIsOfTheOlderForm()
{
    QCOMPARE(textAt(document(), u"swagger"_s), u"2.0"_s);
    QCOMPARE(textAt(document(), u"info.title"_s), u"Kubernetes"_s);
    QVERIFY(!document().contains("components"_L1));
}

void SchemaCases::everyKindIsDefined()
{
    QJsonArray defined;
    for (const QJsonValue &schema : document().value("definitions"_L1).toObject()) {
        for (const QJsonValue &kind : at(schema, u"x-kubernetes-group-version-kind"_s).toArray())
            defined.append(kind);
    }
    const auto check = [&](const QString &where, const QString &group, const QString &version) {
        for (const QJsonValue &resource : api().get(where).body.value("resources"_L1).toArray()) {
            const QString name = textAt(resource, u"name"_s);
            if (!name.contains(u'/'))
                QVERIFY2(defined.contains(kindOf(group, version, textAt(resource, u"kind"_s))), qPrintable(name));
        }
    };
    check(u"/api/v1"_s, {}, u"v1"_s);
    check(u"/apis/apps/v1"_s, u"apps"_s, u"v1"_s);
    check(u"/apis/rbac.authorization.k8s.io/v1"_s, u"rbac.authorization.k8s.io"_s, u"v1"_s);
}

void SchemaCases::referencesAreToDefinitions()
{
    const QJsonValue spec = at(definition(u"io.k8s.api.apps.v1.Deployment"_s), u"properties.spec"_s);
    QCOMPARE(textAt(spec, u"$ref"_s), u"#/definitions/io.k8s.api.apps.v1.DeploymentSpec"_s);
    const QJsonValue containers = at(definition(u"io.k8s.api.core.v1.PodSpec"_s), u"properties.containers"_s);
    QCOMPARE(textAt(containers, u"type"_s), u"array"_s);
    QCOMPARE(textAt(containers, u"items.$ref"_s), u"#/definitions/io.k8s.api.core.v1.Container"_s);
    QCOMPARE(textAt(containers, u"x-kubernetes-patch-merge-key"_s), u"name"_s);
}

void SchemaCases::whatIsOneOfTwoTypesIsCalledAString()
{
    const QJsonValue either = definition(u"io.k8s.apimachinery.pkg.util.intstr.IntOrString"_s);
    QCOMPARE(textAt(either, u"type"_s), u"string"_s);
    QCOMPARE(textAt(either, u"format"_s), u"int-or-string"_s);
    const QJsonValue quantity = definition(u"io.k8s.apimachinery.pkg.api.resource.Quantity"_s);
    QCOMPARE(textAt(quantity, u"type"_s), u"string"_s);
    QVERIFY(at(quantity, u"oneOf"_s).isUndefined());
}

void SchemaCases::itTellsWhichWritesMayBeDry()
{
    const QJsonObject paths = document().value("paths"_L1).toObject();
    const std::pair<QString, QJsonObject> objects[] = {
        {u"/apis/apps/v1/namespaces/{namespace}/deployments/{name}"_s, kindOf(u"apps"_s, u"v1"_s, u"Deployment"_s)},
        {u"/api/v1/namespaces/{name}"_s, kindOf({}, u"v1"_s, u"Namespace"_s)},
        {u"/apis/rbac.authorization.k8s.io/v1/clusterroles/{name}"_s, kindOf(u"rbac.authorization.k8s.io"_s, u"v1"_s, u"ClusterRole"_s)}};
    for (const auto &[path, kind] : objects) {
        const QJsonValue patch = at(paths.value(path), u"patch"_s);
        QVERIFY2(patch.isObject(), qPrintable(path));
        QCOMPARE(at(patch, u"x-kubernetes-group-version-kind"_s).toObject(), kind);
        const QStringList parameters = parametersOf(patch);
        QVERIFY2(parameters.contains(u"body body"_s) && parameters.contains(u"dryRun query"_s), qPrintable(parameters.join(u',')));
    }
}

void SchemaCases::kubectlGetsItsOwnForm()
{
    const Answer answer = api().get(u"/openapi/v2"_s, "application/com.github.proto-openapi.spec.v2@v1.0+protobuf");
    QCOMPARE(answer.code, 200);
    // gnostic's Document begins with its first field, the version.
    QCOMPARE(answer.bytes.left(5), QByteArray("\x0a\x03" "2.0"));
    QVERIFY(answer.bytes.contains("io.k8s.api.apps.v1.DeploymentSpec"));
}

int runSchemaCases(Server &server, const QStringList &args)
{
    SchemaCases cases(server);
    return QTest::qExec(&cases, args);
}

} // namespace orrery::conformance

#include "schema_cases.moc"
