// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/cases.h"

namespace orrery::conformance {

using namespace Qt::Literals::StringLiterals;

class ObjectCases : public Cases
{
    Q_OBJECT

public:
    using Cases::Cases;

private Q_SLOTS:
    void whatIsCreatedCanBeRead();
    void anObjectThatIsThereCannotBeCreatedAgain();
    void aNameIsGeneratedFromItsPrefix();
    void anUpdateOfAnOldVersionConflicts();
    void anUpdateThatChangesNothingKeepsTheVersion();
    void whatIsNotThereIsNotFound();
    void anUnknownResourceIsNotFound();
    void anUnknownGroupIsNotAStatus();
    void aWrongObjectIsRefusedFieldByField();
    void aWrongNameIsRefused();
    void aBodyThatIsNoJsonIsABadRequest();
    void aBodyOfAnotherKindIsABadRequest();
    void aNamespaceThatIsMissingIsNotFound();
    void aDeletionMayInsistOnUidAndVersion();
    void aCollectionIsDeletedBySelector();
    void aDryRunStoresNothing();
    void finalizersHoldAnObject();
    void dependentsGoWithTheirOwner();
    void anOrphanStays();
    void aNamespaceTakesItsObjectsAlong();
};

void ObjectCases::whatIsCreatedCanBeRead()
{
    const Answer made = api().post(path(u"configmaps"_s), configMap(u"one"_s, {{"a"_L1, "1"_L1}}, {{"x"_L1, "y"_L1}}));
    QCOMPARE(made.code, 201);
    QCOMPARE(made.contentType, QByteArray("application/json"));
    QCOMPARE(textAt(made.body, u"kind"_s), u"ConfigMap"_s);
    QCOMPARE(textAt(made.body, u"metadata.namespace"_s), space());
    for (const char *member : {"uid", "resourceVersion", "creationTimestamp"})
        QVERIFY2(!textAt(made.body, u"metadata."_s + QLatin1String(member)).isEmpty(), member);
    QCOMPARE(at(made.body, u"metadata.generation"_s), QJsonValue(QJsonValue::Undefined));
    QCOMPARE(textAt(made.body, u"metadata.managedFields.0.manager"_s), u"conformance"_s);
    const Answer read = api().get(path(u"configmaps"_s, u"one"_s));
    QCOMPARE(read.code, 200);
    QCOMPARE(read.body, made.body);
}

void ObjectCases::anObjectThatIsThereCannotBeCreatedAgain()
{
    QCOMPARE(api().post(path(u"configmaps"_s), configMap(u"twice"_s)).code, 201);
    const Answer again = api().post(path(u"configmaps"_s), configMap(u"twice"_s));
    QCOMPARE(again.code, 409);
    QCOMPARE(again.reason(), u"AlreadyExists"_s);
    QCOMPARE(again.message(), u"configmaps \"twice\" already exists"_s);
    QCOMPARE(again.body.value("details"_L1).toObject(), (QJsonObject{{"name"_L1, "twice"_L1}, {"kind"_L1, "configmaps"_L1}}));
}

void ObjectCases::aNameIsGeneratedFromItsPrefix()
{
    QJsonObject object = configMap({});
    object["metadata"_L1] = QJsonObject{{"generateName"_L1, "made-"_L1}};
    const Answer made = api().post(path(u"configmaps"_s), object);
    QCOMPARE(made.code, 201);
    QVERIFY(textAt(made.body, u"metadata.name"_s).startsWith("made-"_L1));
    QCOMPARE(textAt(made.body, u"metadata.name"_s).size(), 10);
    QCOMPARE(textAt(made.body, u"metadata.generateName"_s), u"made-"_s);
}

void ObjectCases::anUpdateOfAnOldVersionConflicts()
{
    const QJsonObject first = api().post(path(u"configmaps"_s), configMap(u"contested"_s)).body;
    QJsonObject next = first;
    next["data"_L1] = QJsonObject{{"by"_L1, "me"_L1}};
    const Answer updated = api().put(path(u"configmaps"_s, u"contested"_s), next);
    QCOMPARE(updated.code, 200);
    QVERIFY(textAt(updated.body, u"metadata.resourceVersion"_s) != textAt(first, u"metadata.resourceVersion"_s));
    const Answer late = api().put(path(u"configmaps"_s, u"contested"_s), next);
    QCOMPARE(late.code, 409);
    QCOMPARE(late.reason(), u"Conflict"_s);
    QCOMPARE(late.message(), u"Operation cannot be fulfilled on configmaps \"contested\": the object has been modified; please apply your changes to the latest version and try again"_s);
    QCOMPARE(late.body.value("details"_L1).toObject(), (QJsonObject{{"name"_L1, "contested"_L1}, {"kind"_L1, "configmaps"_L1}}));
    QCOMPARE(at(late.body, u"code"_s).toInt(), 409);
}

void ObjectCases::anUpdateThatChangesNothingKeepsTheVersion()
{
    const QJsonObject first = api().post(path(u"configmaps"_s), configMap(u"still"_s, {{"a"_L1, "1"_L1}})).body;
    const Answer same = api().put(path(u"configmaps"_s, u"still"_s), first);
    QCOMPARE(same.code, 200);
    QCOMPARE(textAt(same.body, u"metadata.resourceVersion"_s), textAt(first, u"metadata.resourceVersion"_s));
}

void ObjectCases::whatIsNotThereIsNotFound()
{
    const Answer none = api().get(path(u"configmaps"_s, u"none"_s));
    QCOMPARE(none.code, 404);
    QCOMPARE(none.reason(), u"NotFound"_s);
    QCOMPARE(none.message(), u"configmaps \"none\" not found"_s);
    QCOMPARE(none.body.value("details"_L1).toObject(), (QJsonObject{{"name"_L1, "none"_L1}, {"kind"_L1, "configmaps"_L1}}));
    const Answer grouped = api().get(path(u"apps/v1/deployments"_s, u"none"_s));
    QCOMPARE(grouped.message(), u"deployments.apps \"none\" not found"_s);
    QCOMPARE(grouped.body.value("details"_L1).toObject(), (QJsonObject{{"name"_L1, "none"_L1}, {"group"_L1, "apps"_L1}, {"kind"_L1, "deployments"_L1}}));
    QCOMPARE(api().remove(path(u"configmaps"_s, u"none"_s)).message(), u"configmaps \"none\" not found"_s);
}

void ObjectCases::anUnknownResourceIsNotFound()
{
    const Answer none = api().get(path(u"inventions"_s));
    QCOMPARE(none.code, 404);
    QCOMPARE(none.reason(), u"NotFound"_s);
    QCOMPARE(none.message(), u"the server could not find the requested resource"_s);
}

void ObjectCases::anUnknownGroupIsNotAStatus()
{
    const Answer none = api().get(u"/apis/nobody.example.com/v1/things"_s);
    QCOMPARE(none.code, 404);
    QVERIFY(none.contentType.startsWith("text/plain"));
    QVERIFY(none.body.isEmpty());
}

void ObjectCases::aWrongObjectIsRefusedFieldByField()
{
    QJsonObject object = deployment(u"wrong"_s, -1);
    QJsonObject spec = object.value("spec"_L1).toObject();
    spec["selector"_L1] = QJsonObject{{"matchLabels"_L1, QJsonObject{{"app"_L1, "other"_L1}}}};
    object["spec"_L1] = spec;
    const Answer refused = api().post(path(u"apps/v1/deployments"_s), object);
    QCOMPARE(refused.code, 422);
    QCOMPARE(refused.reason(), u"Invalid"_s);
    QCOMPARE(causesOf(refused), (QStringList{u"spec.replicas FieldValueInvalid"_s, u"spec.template.metadata.labels FieldValueInvalid"_s}));
    QVERIFY(refused.message().startsWith("Deployment.apps \"wrong\" is invalid: [spec.replicas: Invalid value: -1: must be greater than or equal to 0, "_L1));
    QCOMPARE(textAt(refused.body, u"details.name"_s), u"wrong"_s);
    QCOMPARE(textAt(refused.body, u"details.group"_s), u"apps"_s);
    QCOMPARE(textAt(refused.body, u"details.kind"_s), u"Deployment"_s);
    QCOMPARE(textAt(refused.body, u"details.causes.0.message"_s), u"Invalid value: -1: must be greater than or equal to 0"_s);
}

void ObjectCases::aWrongNameIsRefused()
{
    const Answer refused = api().post(path(u"configmaps"_s), configMap(u"Not_Good"_s));
    QCOMPARE(refused.code, 422);
    QCOMPARE(causesOf(refused), QStringList{u"metadata.name FieldValueInvalid"_s});
    QVERIFY(refused.message().startsWith("ConfigMap \"Not_Good\" is invalid: metadata.name: Invalid value: \"Not_Good\": "_L1));
}

void ObjectCases::aBodyThatIsNoJsonIsABadRequest()
{
    const Answer refused = api().send("POST", path(u"configmaps"_s), "{no", {{"Content-Type", "application/json"}}, Api::User::Admin);
    QCOMPARE(refused.code, 400);
    QCOMPARE(refused.reason(), u"BadRequest"_s);
}

void ObjectCases::aBodyOfAnotherKindIsABadRequest()
{
    QJsonObject object = configMap(u"secretly"_s);
    object["kind"_L1] = "Secret"_L1;
    const Answer refused = api().post(path(u"configmaps"_s), object);
    QCOMPARE(refused.code, 400);
    QCOMPARE(refused.reason(), u"BadRequest"_s);
}

void ObjectCases::aNamespaceThatIsMissingIsNotFound()
{
    const Answer refused = api().post(u"/api/v1/namespaces/nowhere/configmaps"_s, configMap(u"lost"_s));
    QCOMPARE(refused.code, 404);
    QCOMPARE(refused.message(), u"namespaces \"nowhere\" not found"_s);
    const Answer listed = api().get(u"/api/v1/namespaces/nowhere/configmaps"_s);
    QCOMPARE(listed.code, 200);
    QVERIFY(namesOf(listed.body).isEmpty());
}

void ObjectCases::aDeletionMayInsistOnUidAndVersion()
{
    const QJsonObject object = api().post(path(u"configmaps"_s), configMap(u"guarded"_s)).body;
    const QString uid = textAt(object, u"metadata.uid"_s);
    for (const auto &[member, value] : {std::pair{"uid"_L1, u"00000000-0000-0000-0000-000000000001"_s}, {"resourceVersion"_L1, u"1"_s}}) {
        const Answer refused = api().remove(path(u"configmaps"_s, u"guarded"_s), {{"preconditions"_L1, QJsonObject{{member, value}}}});
        QCOMPARE(refused.code, 409);
        QCOMPARE(refused.reason(), u"Conflict"_s);
        QVERIFY2(refused.message().contains(value), refused.bytes.constData());
        QCOMPARE(textAt(refused.body, u"details.name"_s), u"guarded"_s);
    }
    const Answer gone = api().remove(path(u"configmaps"_s, u"guarded"_s), {{"preconditions"_L1, QJsonObject{{"uid"_L1, uid}}}});
    QCOMPARE(gone.code, 200);
    QCOMPARE(textAt(gone.body, u"kind"_s), u"Status"_s);
    QCOMPARE(textAt(gone.body, u"status"_s), u"Success"_s);
    QCOMPARE(gone.body.value("details"_L1).toObject(), (QJsonObject{{"name"_L1, "guarded"_L1}, {"kind"_L1, "configmaps"_L1}, {"uid"_L1, uid}}));
}

void ObjectCases::aCollectionIsDeletedBySelector()
{
    for (const QString &name : {u"pick-1"_s, u"pick-2"_s, u"keep"_s})
        QCOMPARE(api().post(path(u"configmaps"_s), configMap(name, {}, {{"pick"_L1, name == "keep"_L1 ? "no"_L1 : "yes"_L1}})).code, 201);
    const Answer gone = api().remove(path(u"configmaps"_s) + u"?labelSelector=pick%3Dyes"_s);
    QCOMPARE(gone.code, 200);
    QCOMPARE(textAt(gone.body, u"kind"_s), u"ConfigMapList"_s);
    QCOMPARE(namesOf(gone.body), (QStringList{u"pick-1"_s, u"pick-2"_s}));
    QCOMPARE(namesOf(api().get(path(u"configmaps"_s) + u"?labelSelector=pick"_s).body), QStringList{u"keep"_s});
}

void ObjectCases::aDryRunStoresNothing()
{
    const Answer made = api().post(path(u"configmaps"_s) + u"?dryRun=All"_s, configMap(u"imagined"_s));
    QCOMPARE(made.code, 201);
    QCOMPARE(textAt(made.body, u"metadata.name"_s), u"imagined"_s);
    QVERIFY(!textAt(made.body, u"metadata.uid"_s).isEmpty());
    QCOMPARE(textAt(made.body, u"metadata.resourceVersion"_s), QString());
    QCOMPARE(api().get(path(u"configmaps"_s, u"imagined"_s)).code, 404);

    const QJsonObject real = api().post(path(u"configmaps"_s), configMap(u"real"_s, {{"a"_L1, "1"_L1}})).body;
    const Answer patched = api().patch(path(u"configmaps"_s, u"real"_s) + u"?dryRun=All"_s, "application/merge-patch+json", R"({"data":{"a":"2"}})");
    QCOMPARE(patched.code, 200);
    QCOMPARE(textAt(patched.body, u"data.a"_s), u"2"_s);
    QCOMPARE(api().remove(path(u"configmaps"_s, u"real"_s) + u"?dryRun=All"_s).code, 200);
    QCOMPARE(api().get(path(u"configmaps"_s, u"real"_s)).body, real);
}

void ObjectCases::finalizersHoldAnObject()
{
    QJsonObject object = configMap(u"held"_s);
    object["metadata"_L1] = QJsonObject{{"name"_L1, "held"_L1}, {"finalizers"_L1, QJsonArray{"conformance.example.com/wait"_L1}}};
    QCOMPARE(api().post(path(u"configmaps"_s), object).code, 201);
    const Answer asked = api().remove(path(u"configmaps"_s, u"held"_s));
    QCOMPARE(asked.code, 200);
    QCOMPARE(textAt(asked.body, u"kind"_s), u"ConfigMap"_s);
    QVERIFY(!textAt(asked.body, u"metadata.deletionTimestamp"_s).isEmpty());
    QCOMPARE(at(asked.body, u"metadata.deletionGracePeriodSeconds"_s).toInt(-1), 0);
    QCOMPARE(api().get(path(u"configmaps"_s, u"held"_s)).code, 200);

    Watch watch(api(), path(u"configmaps"_s) + u"?watch=true&fieldSelector=metadata.name%3Dheld&resourceVersion="_s + textAt(asked.body, u"metadata.resourceVersion"_s));
    QCOMPARE(api().patch(path(u"configmaps"_s, u"held"_s), "application/merge-patch+json", R"({"metadata":{"finalizers":null}})").code, 200);
    QCOMPARE(api().get(path(u"configmaps"_s, u"held"_s)).code, 404);
    QVERIFY(watch.waitFor([](const Watch &so) { return so.told().contains(u"DELETED held"_s); }));
}

void ObjectCases::dependentsGoWithTheirOwner()
{
    const QJsonObject owner = api().post(path(u"configmaps"_s), configMap(u"owner"_s)).body;
    QJsonObject child = configMap(u"child"_s);
    child["metadata"_L1] = QJsonObject{{"name"_L1, "child"_L1},
                                       {"ownerReferences"_L1, QJsonArray{QJsonObject{{"apiVersion"_L1, "v1"_L1}, {"kind"_L1, "ConfigMap"_L1}, {"name"_L1, "owner"_L1},
                                                                                     {"uid"_L1, textAt(owner, u"metadata.uid"_s)}}}}};
    QCOMPARE(api().post(path(u"configmaps"_s), child).code, 201);
    QCOMPARE(api().remove(path(u"configmaps"_s, u"owner"_s), {{"propagationPolicy"_L1, "Background"_L1}}).code, 200);
    QVERIFY(awaitEnd(api(), path(u"configmaps"_s), u"child"_s));
}

void ObjectCases::anOrphanStays()
{
    const QJsonObject owner = api().post(path(u"configmaps"_s), configMap(u"parent"_s)).body;
    QJsonObject child = configMap(u"orphan"_s);
    child["metadata"_L1] = QJsonObject{{"name"_L1, "orphan"_L1},
                                       {"ownerReferences"_L1, QJsonArray{QJsonObject{{"apiVersion"_L1, "v1"_L1}, {"kind"_L1, "ConfigMap"_L1}, {"name"_L1, "parent"_L1},
                                                                                     {"uid"_L1, textAt(owner, u"metadata.uid"_s)}}}}};
    QCOMPARE(api().post(path(u"configmaps"_s), child).code, 201);
    QCOMPARE(api().remove(path(u"configmaps"_s, u"parent"_s), {{"propagationPolicy"_L1, "Orphan"_L1}}).code, 200);
    QVERIFY(awaitEnd(api(), path(u"configmaps"_s), u"parent"_s));
    const QJsonObject left = await(api(), path(u"configmaps"_s), u"orphan"_s,
                                   [](const QJsonObject &object) { return at(object, u"metadata.ownerReferences"_s).toArray().isEmpty(); });
    QVERIFY(!left.isEmpty());
}

void ObjectCases::aNamespaceTakesItsObjectsAlong()
{
    const QString name = space() + u"-ends"_s;
    QCOMPARE(api().post(u"/api/v1/namespaces"_s, {{"metadata"_L1, QJsonObject{{"name"_L1, name}}}}).code, 201);
    QCOMPARE(api().post(u"/api/v1/namespaces/"_s + name + u"/configmaps"_s, configMap(u"inside"_s)).code, 201);
    const Answer asked = api().remove(u"/api/v1/namespaces/"_s + name);
    QCOMPARE(asked.code, 200);
    QCOMPARE(textAt(asked.body, u"status.phase"_s), u"Terminating"_s);
    QVERIFY(awaitEnd(api(), u"/api/v1/namespaces"_s, name));
    QCOMPARE(api().get(u"/api/v1/namespaces/"_s + name + u"/configmaps/inside"_s).code, 404);
}

int runObjectCases(Server &server, const QStringList &args)
{
    ObjectCases cases(server);
    return QTest::qExec(&cases, args);
}

} // namespace orrery::conformance

#include "object_cases.moc"
