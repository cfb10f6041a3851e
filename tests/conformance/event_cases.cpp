// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/cases.h"

namespace orrery::conformance {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto tableForm = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";

} // namespace

/// The same Events in the core group and in events.k8s.io.
class EventCases : public Cases
{
    Q_OBJECT

public:
    using Cases::Cases;

private Q_SLOTS:
    void bothGroupsAreDiscovered();
    void whatTheCoreGroupWritesTheOtherReads();
    void whatTheNewGroupWritesTheCoreReads();
    void theNewGroupInsistsOnItsFields();
    void bothListTheSame();
    void aWatchOfOneSeesTheOthersChanges();
    void fieldsAreSelectedByTheirOwnNames();
    void bothHaveTheSameTable();
    void anEventIsOfItsObjectsNamespace();
    void aDeletionIsOfBoth();

private:
    QString core(const QString &name = {}) const { return path(u"events"_s, name); }
    QString newer(const QString &name = {}) const { return path(u"events.k8s.io/v1/events"_s, name); }
    QJsonObject about(const QString &name) const { return {{"kind"_L1, "Pod"_L1}, {"name"_L1, name}, {"namespace"_L1, space()}}; }
    QJsonObject coreEvent(const QString &name) const
    {
        return {{"apiVersion"_L1, "v1"_L1}, {"kind"_L1, "Event"_L1}, {"metadata"_L1, QJsonObject{{"name"_L1, name}, {"labels"_L1, QJsonObject{{"of"_L1, name}}}}},
                {"involvedObject"_L1, about(u"p-"_s + name)}, {"reason"_L1, "Tested"_L1}, {"message"_L1, "all is well"_L1}, {"type"_L1, "Warning"_L1}, {"count"_L1, 3},
                {"source"_L1, QJsonObject{{"component"_L1, "tester"_L1}}}, {"firstTimestamp"_L1, "2026-01-01T00:00:00Z"_L1}, {"lastTimestamp"_L1, "2026-01-01T00:05:00Z"_L1}};
    }
    QJsonObject newEvent(const QString &name) const
    {
        return {{"apiVersion"_L1, "events.k8s.io/v1"_L1}, {"kind"_L1, "Event"_L1}, {"metadata"_L1, QJsonObject{{"name"_L1, name}, {"labels"_L1, QJsonObject{{"of"_L1, name}}}}},
                {"regarding"_L1, about(u"p-"_s + name)}, {"reason"_L1, "Looked"_L1}, {"note"_L1, "seen"_L1}, {"type"_L1, "Normal"_L1}, {"action"_L1, "Look"_L1},
                {"eventTime"_L1, "2026-01-01T00:00:00.000000Z"_L1}, {"reportingController"_L1, "example.com/tester"_L1}, {"reportingInstance"_L1, "tester-1"_L1}};
    }
};

void EventCases::bothGroupsAreDiscovered()
{
    for (const QString &version : {u"/api/v1"_s, u"/apis/events.k8s.io/v1"_s}) {
        QStringList verbs;
        for (const QJsonValue &resource : api().get(version).body.value("resources"_L1).toArray()) {
            if (textAt(resource, u"name"_s) == "events"_L1)
                verbs = at(resource, u"verbs"_s).toVariant().toStringList();
        }
        QCOMPARE(verbs.join(u' '), u"create delete deletecollection get list patch update watch"_s);
    }
}

void EventCases::whatTheCoreGroupWritesTheOtherReads()
{
    const QJsonObject made = api().post(core(), coreEvent(u"old"_s)).body;
    QCOMPARE(textAt(made, u"reportingComponent"_s), QString());
    QVERIFY(at(made, u"eventTime"_s).isNull());
    const Answer read = api().get(newer(u"old"_s));
    QCOMPARE(read.code, 200);
    QCOMPARE(textAt(read.body, u"apiVersion"_s), u"events.k8s.io/v1"_s);
    QCOMPARE(textAt(read.body, u"kind"_s), u"Event"_s);
    QCOMPARE(textAt(read.body, u"metadata.uid"_s), textAt(made, u"metadata.uid"_s));
    QCOMPARE(textAt(read.body, u"note"_s), u"all is well"_s);
    QCOMPARE(at(read.body, u"regarding"_s), at(made, u"involvedObject"_s));
    QCOMPARE(at(read.body, u"deprecatedCount"_s).toInt(), 3);
    QCOMPARE(textAt(read.body, u"deprecatedLastTimestamp"_s), u"2026-01-01T00:05:00Z"_s);
    QCOMPARE(textAt(read.body, u"deprecatedSource.component"_s), u"tester"_s);
    for (const char *member : {"message", "involvedObject", "count", "source", "firstTimestamp", "reportingComponent", "reportingController"})
        QVERIFY2(!read.body.contains(QLatin1String(member)), member);
}

void EventCases::whatTheNewGroupWritesTheCoreReads()
{
    const Answer made = api().post(newer(), newEvent(u"new"_s));
    QCOMPARE(made.code, 201);
    QCOMPARE(textAt(made.body, u"apiVersion"_s), u"events.k8s.io/v1"_s);
    QCOMPARE(at(made.body, u"deprecatedSource"_s).toObject(), QJsonObject());
    QVERIFY(at(made.body, u"deprecatedFirstTimestamp"_s).isNull());
    const Answer read = api().get(core(u"new"_s));
    QCOMPARE(textAt(read.body, u"apiVersion"_s), u"v1"_s);
    QCOMPARE(textAt(read.body, u"message"_s), u"seen"_s);
    QCOMPARE(textAt(read.body, u"reportingComponent"_s), u"example.com/tester"_s);
    QCOMPARE(textAt(read.body, u"involvedObject.name"_s), u"p-new"_s);
    QVERIFY(at(read.body, u"count"_s).isUndefined());
    const Answer patched = api().patch(newer(u"new"_s), "application/merge-patch+json", R"({"series":{"count":4,"lastObservedTime":"2026-01-01T00:00:09.000000Z"}})");
    QCOMPARE(patched.code, 200);
    QCOMPARE(at(api().get(core(u"new"_s)).body, u"series.count"_s).toInt(), 4);
}

void EventCases::theNewGroupInsistsOnItsFields()
{
    QJsonObject event = newEvent(u"lacking"_s);
    event.remove("eventTime"_L1);
    event.remove("type"_L1);
    const Answer refused = api().post(newer(), event);
    QCOMPARE(refused.code, 422);
    QCOMPARE(causesOf(refused), (QStringList{u"eventTime FieldValueRequired"_s, u"type FieldValueInvalid"_s}));
    const Answer other = api().post(newer(), coreEvent(u"lacking"_s));
    QCOMPARE(other.code, 400);
    QCOMPARE(other.message(), u"the API version in the data (v1) does not match the expected API version (events.k8s.io/v1)"_s);
}

void EventCases::bothListTheSame()
{
    for (const QString &collection : {core(), newer()}) {
        const Answer list = api().get(collection + u"?labelSelector=of"_s);
        QCOMPARE(namesOf(list.body), (QStringList{u"new"_s, u"old"_s}));
        QCOMPARE(textAt(list.body, u"kind"_s), u"EventList"_s);
        QVERIFY(at(list.body, u"items.0.apiVersion"_s).isUndefined());
        QCOMPARE(list.body.value("items"_L1).toArray().at(0).toObject().contains("note"_L1), collection == newer());
    }
}

void EventCases::aWatchOfOneSeesTheOthersChanges()
{
    const QString version = textAt(api().get(newer()).body, u"metadata.resourceVersion"_s);
    Watch watch(api(), newer() + u"?watch=true&labelSelector=of%3Dold&resourceVersion="_s + version);
    QCOMPARE(api().patch(core(u"old"_s), "application/merge-patch+json", R"({"count":4,"message":"again"})").code, 200);
    QVERIFY(watch.waitForEvents(1));
    QCOMPARE(watch.told(), QStringList{u"MODIFIED old"_s});
    QCOMPARE(textAt(watch.events().at(0), u"object.apiVersion"_s), u"events.k8s.io/v1"_s);
    QCOMPARE(at(watch.events().at(0), u"object.deprecatedCount"_s).toInt(), 4);
    QCOMPARE(textAt(watch.events().at(0), u"object.note"_s), u"again"_s);
}

void EventCases::fieldsAreSelectedByTheirOwnNames()
{
    QCOMPARE(namesOf(api().get(core() + u"?fieldSelector=involvedObject.name%3Dp-old"_s).body), QStringList{u"old"_s});
    QCOMPARE(namesOf(api().get(newer() + u"?fieldSelector=regarding.name%3Dp-old"_s).body), QStringList{u"old"_s});
    QCOMPARE(namesOf(api().get(newer() + u"?fieldSelector=reportingController%3Dexample.com/tester"_s).body), QStringList{u"new"_s});
    QCOMPARE(namesOf(api().get(core() + u"?fieldSelector=type%3DWarning,involvedObject.kind%3DPod"_s).body), QStringList{u"old"_s});
    QCOMPARE(api().get(newer() + u"?fieldSelector=involvedObject.name%3Dp-old"_s).code, 400);
    QCOMPARE(api().get(core() + u"?fieldSelector=regarding.name%3Dp-old"_s).code, 400);
}

void EventCases::bothHaveTheSameTable()
{
    const QJsonObject one = api().get(core() + u"?labelSelector=of%3Dold"_s, tableForm).body;
    const QJsonObject other = api().get(newer() + u"?labelSelector=of%3Dold"_s, tableForm).body;
    QCOMPARE(at(one, u"rows.0.cells.3"_s).toString(), u"pod/p-old"_s);
    QCOMPARE(at(other, u"rows.0.cells.3"_s).toString(), u"pod/p-old"_s);
    QCOMPARE(at(other, u"rows.0.cells.6"_s).toString(), u"again"_s);
    QCOMPARE(at(other, u"columnDefinitions"_s).toArray().size(), at(one, u"columnDefinitions"_s).toArray().size());
}

void EventCases::anEventIsOfItsObjectsNamespace()
{
    QJsonObject event = coreEvent(u"stray"_s);
    event["involvedObject"_L1] = QJsonObject{{"kind"_L1, "Pod"_L1}, {"name"_L1, "p"_L1}, {"namespace"_L1, "elsewhere"_L1}};
    const Answer refused = api().post(core(), event);
    QCOMPARE(refused.code, 422);
    QCOMPARE(causesOf(refused), QStringList{u"involvedObject.namespace FieldValueInvalid"_s});
}

void EventCases::aDeletionIsOfBoth()
{
    const Answer gone = api().remove(newer(u"old"_s));
    QCOMPARE(gone.code, 200);
    QCOMPARE(textAt(gone.body, u"details.group"_s), u"events.k8s.io"_s);
    QCOMPARE(api().get(core(u"old"_s)).code, 404);
    QCOMPARE(api().get(newer(u"old"_s)).message(), u"events.events.k8s.io \"old\" not found"_s);
}

int runEventCases(Server &server, const QStringList &args)
{
    EventCases cases(server);
    return QTest::qExec(&cases, args);
}

} // namespace orrery::conformance

#include "event_cases.moc"
