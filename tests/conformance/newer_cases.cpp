// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/cases.h"
#include "tests/support/fixtures.h"

#include <QJsonDocument>
#include <QSet>

namespace orrery::conformance {

using namespace Qt::Literals::StringLiterals;
using kube::test::kubernetesFixture;

namespace {

constexpr auto aggregatedForm = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";
constexpr auto tableForm = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";
constexpr auto metadataForm = "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io,application/json";

QString typeOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null: return u"null"_s;
    case QJsonValue::Bool: return u"boolean"_s;
    case QJsonValue::Double: return u"number"_s;
    case QJsonValue::String: return u"string"_s;
    case QJsonValue::Array: return u"array"_s;
    default: return u"object"_s;
    }
}

/// Every path in a document with its type, items of lists as one.
void collect(const QJsonValue &value, const QString &path, QSet<QString> &shape)
{
    shape.insert(path + u' ' + typeOf(value));
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        collect(it.value(), path + u'.' + it.key(), shape);
    for (const QJsonValue &item : value.toArray())
        collect(item, path + u"[]"_s, shape);
}

QSet<QString> shapeOf(const QJsonValue &value)
{
    QSet<QString> shape;
    collect(value, {}, shape);
    return shape;
}

/// What ours has that the recorded one has not.
QString beyond(const QJsonValue &ours, const QJsonValue &recorded)
{
    QStringList more = (shapeOf(ours) - shapeOf(recorded)).values();
    more.sort();
    return more.join(u"; "_s);
}

QJsonObject recorded(const char *name)
{
    return QJsonDocument::fromJson(kubernetesFixture(QLatin1String(name))).object();
}

QList<QJsonObject> recordedEvents(const char *name)
{
    QList<QJsonObject> events;
    for (const QByteArray &line : kubernetesFixture(QLatin1String(name)).split('\n')) {
        if (!line.trimmed().isEmpty())
            events.append(QJsonDocument::fromJson(line).object());
    }
    return events;
}

QJsonObject recordedBookmark(const char *name)
{
    QJsonObject found;
    for (const QJsonObject &event : recordedEvents(name)) {
        if (textAt(event, u"type"_s) == "BOOKMARK"_L1 && found.isEmpty())
            found = event;
    }
    return found;
}

QByteArray recordedHeader(const char *name, const QByteArray &header)
{
    for (const QByteArray &line : kube::test::fixture(u"kubernetes-1.36/"_s + QLatin1String(name) + u".http"_s).split('\n')) {
        if (line.toLower().startsWith(header.toLower() + ':'))
            return line.mid(header.size() + 1).trimmed();
    }
    return {};
}

QJsonObject find(const QJsonObject &list, const QString &group, const QString &resource)
{
    for (const QJsonValue &item : list.value("items"_L1).toArray()) {
        if (textAt(item, u"metadata.name"_s) != group)
            continue;
        for (const QJsonValue &entry : at(item, u"versions.0.resources"_s).toArray()) {
            if (textAt(entry, u"resource"_s) == resource)
                return entry.toObject();
        }
    }
    return {};
}

} // namespace

class NewerCases : public Cases
{
    Q_OBJECT

public:
    using Cases::Cases;

private Q_SLOTS:
    void discoveryIsAggregatedInTheRecordedShape_data();
    void discoveryIsAggregatedInTheRecordedShape();
    void anAggregatedResourceIsDescribedAsRecorded();
    void whoDoesNotAskForV2GetsTheOlderForm();
    void unchangedDiscoveryIsNotSentAgain();
    void openApiIsIndexedInTheRecordedShape();
    void openApiDescribesAGroup();
    void aFieldThatNobodyKnowsIsToldWhenAsked();
    void initialEventsEndWithAnAnnotatedBookmark();
    void initialEventsOfAnEmptyListAreTheBookmarkAlone();
    void initialEventsComeAsTableAndAsMetadata();
    void initialEventsNeedAMatch();
    void aVersionNotYetThereEndsInitialEvents();
};

void NewerCases::discoveryIsAggregatedInTheRecordedShape_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("core") << u"/api"_s << QByteArray("discovery/api-aggregated");
    QTest::newRow("groups") << u"/apis"_s << QByteArray("discovery/apis-aggregated");
}

void NewerCases::discoveryIsAggregatedInTheRecordedShape()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, name);
    const Answer answer = api().get(path, aggregatedForm);
    QCOMPARE(answer.code, 200);
    QCOMPARE(answer.contentType, recordedHeader(name.constData(), "Content-Type"));
    const QJsonObject real = recorded(name.constData());
    QCOMPARE(textAt(answer.body, u"kind"_s), textAt(real, u"kind"_s));
    QCOMPARE(textAt(answer.body, u"apiVersion"_s), textAt(real, u"apiVersion"_s));
    QCOMPARE(beyond(answer.body, real), QString());
}

void NewerCases::anAggregatedResourceIsDescribedAsRecorded()
{
    const QJsonObject ours = api().get(u"/apis"_s, aggregatedForm).body;
    const QJsonObject real = recorded("discovery/apis-aggregated");
    QCOMPARE(find(ours, u"apps"_s, u"deployments"_s), find(real, u"apps"_s, u"deployments"_s));
    QCOMPARE(find(ours, u"coordination.k8s.io"_s, u"leases"_s), find(real, u"coordination.k8s.io"_s, u"leases"_s));
    QCOMPARE(find(ours, u"samplecontroller.k8s.io"_s, u"foos"_s).keys(), find(real, u"samplecontroller.k8s.io"_s, u"foos"_s).keys());
}

void NewerCases::whoDoesNotAskForV2GetsTheOlderForm()
{
    const Answer answer = api().get(u"/apis"_s, "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json");
    QCOMPARE(answer.contentType, QByteArray("application/json"));
    QCOMPARE(textAt(answer.body, u"kind"_s), u"APIGroupList"_s);
    QCOMPARE(beyond(answer.body, recorded("discovery/apis-legacy")), QString());
}

void NewerCases::unchangedDiscoveryIsNotSentAgain()
{
    const Answer first = api().get(u"/apis"_s, aggregatedForm);
    const QByteArray tag = first.etag;
    QVERIFY(tag.startsWith('"') && tag.endsWith('"') && tag.size() > 2);
    const Answer again = api().send("GET", u"/apis"_s, {}, {{"Accept", aggregatedForm}, {"If-None-Match", tag}}, Api::User::Admin);
    QCOMPARE(again.code, 304);
    QVERIFY(again.bytes.isEmpty());
}

void NewerCases::openApiIsIndexedInTheRecordedShape()
{
    const Answer answer = api().get(u"/openapi/v3"_s);
    QCOMPARE(answer.code, 200);
    const QJsonObject ours = answer.body.value("paths"_L1).toObject();
    const QJsonObject real = recorded("openapi/v3-index").value("paths"_L1).toObject();
    for (const QString &path : {u"api/v1"_s, u"apis/apps/v1"_s, u"apis/batch/v1"_s, u"apis/samplecontroller.k8s.io/v1alpha1"_s}) {
        QCOMPARE(ours.value(path).toObject().keys(), real.value(path).toObject().keys());
        const QString url = textAt(ours.value(path), u"serverRelativeURL"_s);
        QVERIFY2(url.startsWith(u"/openapi/v3/"_s + path + u"?hash="_s), qPrintable(url));
    }
}

void NewerCases::aFieldThatNobodyKnowsIsToldWhenAsked()
{
    QJsonObject object = deployment(u"misspelt"_s, 0);
    QJsonObject spec = object.value("spec"_L1).toObject();
    spec["replicaz"_L1] = 1;
    object["spec"_L1] = spec;
    const QString deployments = path(u"apps/v1/deployments"_s);
    const Answer refused = api().post(deployments + u"?fieldValidation=Strict"_s, object);
    QCOMPARE(refused.code, 400);
    QCOMPARE(refused.reason(), u"BadRequest"_s);
    QCOMPARE(refused.message(), u"Deployment in version \"v1\" cannot be handled as a Deployment: strict decoding error: unknown field \"spec.replicaz\""_s);
    QCOMPARE(api().post(deployments + u"?fieldValidation=Warn&dryRun=All"_s, object).code, 201);
    QCOMPARE(api().post(deployments + u"?fieldValidation=Strict"_s, deployment(u"misspelt"_s, 0)).code, 201);
    const Answer patch = api().patch(deployments + u"/misspelt?fieldValidation=Strict"_s, "application/merge-patch+json", R"({"spec":{"template":{"spec":{"hostname":"a","hostnam":"b"}}}})");
    QCOMPARE(patch.code, 422);
    QVERIFY2(patch.message().endsWith("strict decoding error: unknown field \"spec.template.spec.hostnam\""_L1), qPrintable(patch.message()));
}

void NewerCases::openApiDescribesAGroup()
{
    const QString url = textAt(api().get(u"/openapi/v3"_s).body.value("paths"_L1).toObject().value("apis/apps/v1"_L1), u"serverRelativeURL"_s);
    const Answer answer = api().get(url);
    QCOMPARE(answer.code, 200);
    QVERIFY(textAt(answer.body, u"openapi"_s).startsWith("3."_L1));
    const QJsonObject schemas = at(answer.body, u"components.schemas"_s).toObject();
    QVERIFY(schemas.contains("io.k8s.api.apps.v1.Deployment"_L1));
    QCOMPARE(textAt(schemas.value("io.k8s.api.apps.v1.Deployment"_L1), u"x-kubernetes-group-version-kind.0.kind"_s), u"Deployment"_s);
}

void NewerCases::initialEventsEndWithAnAnnotatedBookmark()
{
    const QJsonObject object = api().post(path(u"configmaps"_s), configMap(u"initial"_s, {}, {{"in"_L1, "initial"_L1}})).body;
    Watch watch(api(), path(u"configmaps"_s) + u"?watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true&labelSelector=in%3Dinitial"_s);
    QVERIFY(watch.waitForEvents(2));
    QCOMPARE(watch.told(), (QStringList{u"ADDED initial"_s, u"BOOKMARK "_s}));
    const QJsonObject bookmark = watch.events().at(1);
    QCOMPARE(textAt(bookmark, u"object.metadata.annotations.k8s\\.io/initial-events-end"_s), u"true"_s);
    QVERIFY(textAt(bookmark, u"object.metadata.resourceVersion"_s).toULongLong() >= textAt(object, u"metadata.resourceVersion"_s).toULongLong());
    QCOMPARE(beyond(bookmark, recordedBookmark("watch/initial-events")), QString());
    QCOMPARE(api().remove(path(u"configmaps"_s, u"initial"_s)).code, 200);
    QVERIFY(watch.waitForEvents(3));
    QCOMPARE(watch.told().at(2), u"DELETED initial"_s);
}

void NewerCases::initialEventsOfAnEmptyListAreTheBookmarkAlone()
{
    Watch watch(api(), path(u"configmaps"_s) + u"?watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true&labelSelector=in%3Dnothing"_s);
    QVERIFY(watch.waitForEvents(1));
    QCOMPARE(watch.told(), QStringList{u"BOOKMARK "_s});
}

void NewerCases::initialEventsComeAsTableAndAsMetadata()
{
    QCOMPARE(api().post(path(u"configmaps"_s), configMap(u"formed"_s, {}, {{"in"_L1, "forms"_L1}})).code, 201);
    const QString query = path(u"configmaps"_s) + u"?watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true&labelSelector=in%3Dforms"_s;
    Watch table(api(), query, tableForm);
    QVERIFY(table.waitForEvents(2));
    const QJsonObject realTable = recordedBookmark("watch/initial-events-table");
    QCOMPARE(textAt(table.events().at(1), u"type"_s), u"BOOKMARK"_s);
    QCOMPARE(textAt(table.events().at(1), u"object.kind"_s), u"Table"_s);
    QCOMPARE(textAt(table.events().at(1), u"object.rows.0.object.metadata.annotations.k8s\\.io/initial-events-end"_s), u"true"_s);
    QCOMPARE(at(table.events().at(1), u"object.rows.0.cells"_s).toArray().size(), 3);
    QCOMPARE(beyond(table.events().at(1), realTable), QString());
    Watch partial(api(), query, metadataForm);
    QVERIFY(partial.waitForEvents(2));
    QCOMPARE(textAt(partial.events().at(0), u"object.kind"_s), u"PartialObjectMetadata"_s);
    QCOMPARE(beyond(partial.events().at(1), recordedBookmark("watch/initial-events-partial-metadata")), QString());
}

void NewerCases::initialEventsNeedAMatch()
{
    const Answer refused = api().get(path(u"configmaps"_s) + u"?watch=true&sendInitialEvents=true"_s);
    QCOMPARE(refused.code, 422);
    QCOMPARE(causesOf(refused), QStringList{u"resourceVersionMatch FieldValueForbidden"_s});
}

void NewerCases::aVersionNotYetThereEndsInitialEvents()
{
    Watch watch(api(), path(u"configmaps"_s) + u"?watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true&resourceVersion=999999999999"_s);
    QVERIFY(watch.waitForEvents(1));
    const QJsonObject real = recordedEvents("watch/initial-events-too-large").constFirst();
    QCOMPARE(textAt(watch.events().at(0), u"type"_s), textAt(real, u"type"_s));
    QCOMPARE(at(watch.events().at(0), u"object.code"_s), at(real, u"object.code"_s));
    QCOMPARE(textAt(watch.events().at(0), u"object.reason"_s), textAt(real, u"object.reason"_s));
    QCOMPARE(beyond(watch.events().at(0), real), QString());
}

int runNewerCases(Server &server, const QStringList &args)
{
    NewerCases cases(server);
    return QTest::qExec(&cases, args);
}

} // namespace orrery::conformance

#include "newer_cases.moc"
