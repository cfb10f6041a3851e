// SPDX-License-Identifier: Apache-2.0
#include "core/apply/owner_facts.h"
#include "core/rest/status_decoder.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/apply/quoted.h"

namespace field_owners_test {

using namespace kube;
using kube::test::q;

namespace {

JsonNode node(const std::string &json)
{
    return JsonNode::parse(json, "test").value();
}

JsonNode deployment(const std::string &metadata, const std::string &managedFields = "[]")
{
    return node(q("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web'") + metadata + q(",'managedFields':") + managedFields
                + q("},'spec':{'replicas':3,'template':{'spec':{'containers':[{'name':'c','image':'i'}]}}}}"));
}

std::string entry(const std::string &manager, const std::string &operation, const std::string &fields, const std::string &subresource = {})
{
    return q("{'manager':'") + manager + q("','operation':'") + operation + q("','apiVersion':'apps/v1','time':'2026-01-01T00:00:00Z',")
        + (subresource.empty() ? std::string() : q("'subresource':'") + subresource + q("',")) + q("'fieldsType':'FieldsV1','fieldsV1':") + fields + "}";
}

const std::string replicasField = q("{'f:spec':{'f:replicas':{}}}");

std::string namesOf(const std::vector<const FieldManager *> &managers)
{
    std::string names;
    for (const FieldManager *manager : managers)
        names += (names.empty() ? "" : " ") + manager->name;
    return names;
}

} // namespace

class FieldOwnersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whoOwnsAPathIsTold()
    {
        const std::string kubectl = q("{'f:spec':{'f:template':{'f:spec':{'f:containers':{'k:{\\'name\\':\\'c\\'}':{'.':{},'f:image':{},'f:name':{}}}}}}}");
        const FieldOwners owners(deployment({}, "[" + entry("kubectl", "Apply", kubectl) + "," + entry("hpa", "Update", replicasField, "scale") + "]"));
        QCOMPARE(owners.managers().size(), std::size_t(2));
        QCOMPARE(owners.managers()[1].subresource, std::string("scale"));
        QCOMPARE(owners.managers()[0].operation, FieldManager::Operation::Apply);
        QCOMPARE(namesOf(owners.ownersOf(parseFieldPath("spec.replicas"))), std::string("hpa"));
        QCOMPARE(namesOf(owners.ownersOf(parseFieldPath(q("spec.template.spec.containers[name='c'].image")))), std::string("kubectl"));
        QCOMPARE(namesOf(owners.ownersOf(parseFieldPath(q("spec.template.spec.containers[name='c']")))), std::string("kubectl"));
        QCOMPARE(namesOf(owners.ownersOf(parseFieldPath(q("spec.template.spec.containers[name='d'].image")))), std::string());
        QCOMPARE(namesOf(owners.ownersOf(parseFieldPath("spec"))), std::string());
        QCOMPARE(namesOf(owners.ownersWithin(parseFieldPath("spec"))), std::string("kubectl hpa"));
        QCOMPARE(namesOf(owners.ownersOf(parseFieldPath("spec.replicas.deeper"))), std::string("hpa"));
        QVERIFY(owners.appliedBy("kubectl"));
        QVERIFY(!owners.appliedBy("hpa"));
    }

    void aRecordedConflictNamesManagerFieldAndValue()
    {
        const QByteArray body = kube::test::kubernetesFixture(QStringLiteral("apply/conflict-409"));
        const Error error = errorOfAnswer({409, {}}, {body.constData(), static_cast<std::size_t>(body.size())}, "PATCH");
        const JsonNode object = node(q("{'data':{'color':'red'}}"));
        const auto conflicts = fieldConflicts(error, &object);
        QCOMPARE(conflicts.size(), std::size_t(2));
        QCOMPARE(conflicts[0].manager, std::string("alice"));
        QCOMPARE(fieldPathText(conflicts[0].path), std::string("data.color"));
        QCOMPARE(conflicts[0].value, std::optional(q("'red'")));
        QVERIFY(!conflicts[1].value);
    }

    void aConflictOfVersionsIsNoneOfFields()
    {
        const QByteArray body = kube::test::kubernetesFixture(QStringLiteral("errors/409-conflict"));
        const Error error = errorOfAnswer({409, {}}, {body.constData(), static_cast<std::size_t>(body.size())}, "PATCH");
        QVERIFY(error.is(ErrorKind::Conflict));
        QVERIFY(fieldConflicts(error, nullptr).empty());
        QVERIFY(fieldConflicts(Error::transport(QStringLiteral("cut")), nullptr).empty());
    }

    void managersOfAllSpellingsAreRead()
    {
        Status status;
        status.code = 409;
        status.reason = QStringLiteral("Conflict");
        status.causes = {{QStringLiteral("FieldManagerConflict"), QString::fromStdString(q("conflict with 'a \\'b\\'' with subresource 'scale' using apps/v1")), QStringLiteral(".spec.replicas")},
                         {QStringLiteral("FieldManagerConflict"), QStringLiteral("nonsense"), {}}};
        const auto conflicts = fieldConflicts(Error::fromStatus(status), nullptr);
        QCOMPARE(conflicts.size(), std::size_t(2));
        QCOMPARE(conflicts[0].manager, q("a 'b'"));
        QCOMPARE(conflicts[1].manager, std::string());
    }

    void toolsAreKnownByTheirMarks()
    {
        const auto tools = managingTools(deployment(q(",'labels':{'kustomize.toolkit.fluxcd.io/name':'apps'},'annotations':{"
                                                      "'argocd.argoproj.io/tracking-id':'shop:apps/Deployment:x/web','meta.helm.sh/release-name':'rel'}"),
                                                    "[" + entry("argocd-controller", "Apply", replicasField) + "]"));
        QCOMPARE(tools.size(), std::size_t(3));
        QCOMPARE(tools[0].kind, ManagingTool::Kind::ArgoCd);
        QCOMPARE(tools[0].name, std::string("shop"));
        QCOMPARE(tools[1].name, std::string("apps"));
        QCOMPARE(tools[2].evidence, std::string("annotation meta.helm.sh/release-name"));
        QCOMPARE(managingTools(deployment({}, "[" + entry("helm-controller", "Apply", replicasField) + "]")).at(0).kind, ManagingTool::Kind::FluxHelm);
        QVERIFY(managingTools(deployment({})).empty());
    }

    void whoSetsReplicasIsTold()
    {
        const auto owner = [](const std::string &metadata, const std::string &fields) { return replicasOwner(deployment(metadata, fields)); };
        QCOMPARE(owner({}, "[" + entry("kube-controller-manager", "Update", replicasField, "scale") + "]")->kind, ReplicasOwner::Kind::Autoscaler);
        QCOMPARE(owner({}, "[" + entry("kubectl", "Update", replicasField) + "," + entry("argocd-controller", "Apply", replicasField) + "]")->kind,
                 ReplicasOwner::Kind::Tool);
        QCOMPARE(owner({}, "[" + entry("kubectl", "Update", replicasField) + "]")->manager, std::string("kubectl"));
        QCOMPARE(owner(q(",'ownerReferences':[{'kind':'Deployment','name':'d','controller':true}]"), "[]")->manager, std::string("Deployment/d"));
        QVERIFY(!owner({}, "[]"));
    }

    void anAutoscalerIsFoundByItsTarget()
    {
        const std::vector<JsonNode> hpas = {
            node(q("{'metadata':{'name':'other'},'spec':{'scaleTargetRef':{'apiVersion':'apps/v1','kind':'StatefulSet','name':'web'},'maxReplicas':2}}")),
            node(q("{'metadata':{'name':'h'},'spec':{'scaleTargetRef':{'apiVersion':'apps/v1beta1','kind':'Deployment','name':'web'},'minReplicas':2,'maxReplicas':9}}"))};
        const auto found = autoscalerOf(hpas, deployment({}));
        QVERIFY(found);
        QCOMPARE(found->name, std::string("h"));
        QCOMPARE(found->least, std::int64_t(2));
        QCOMPARE(found->most, std::int64_t(9));
        QVERIFY(!autoscalerOf({hpas[0]}, deployment({})));
    }

    void nonsenseOwnsNothing()
    {
        QVERIFY(FieldOwners::parse("{").error().is(ErrorKind::BadInput));
        for (const std::string &fields : {q("1"), q("[1,{'fieldsV1':3},{'manager':'m'}]"), q("{}")})
            QVERIFY(FieldOwners(deployment({}, fields)).managers().empty());
    }
};

ORRERY_APPLESS_TEST(FieldOwnersTest)
} // namespace field_owners_test
#include "field_owners_test.moc"
