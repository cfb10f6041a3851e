// SPDX-License-Identifier: Apache-2.0
// Names, references and the JSON of Events.
#include "core/events/core_event.h"
#include "core/events/event_name.h"
#include "core/events/series_event.h"
#include "core/kubernetes/core/v1/config_map.h"
#include "core/object/object_decoder.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/events/recorder_fixture.h"

namespace event_writing_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::detailsOf;

namespace {

/// JSON without its quotes, in which moc would lose its way.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace

class EventWritingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aNameIsTheObjectsWithTheTimeInHex()
    {
        EventNames names([] { return 0.0; });
        const WallTime at{std::chrono::nanoseconds(0x17)};
        QCOMPARE(names.next("shop", "web", at), (ObjectKey{"shop", "web.17"}));
        QCOMPARE(names.next("shop", "web", at), (ObjectKey{"shop", "web.18"}));
        QCOMPARE(names.next("", "node-1", at + 1us), (ObjectKey{"default", "node-1.3ff"}));
    }

    void aTypedObjectIsReferredToAsAnyOther()
    {
        const auto map = kube::core::v1::ConfigMap::decode(std::string_view(
            json("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'one','namespace':'web','uid':'7','resourceVersion':'5'}}").constData()));
        QVERIFY_RESULT(map);
        QCOMPARE(ObjectReference::to(*map).toJson(), ObjectReference::to(**map->toObject()).toJson());
        QCOMPARE(ObjectReference::to(*map), (ObjectReference{"v1", "ConfigMap", "web", "one", "7", "5", {}}));
    }

    void anObjectWhoseNameIsNoneForAnEventGetsARandomOne()
    {
        EventNames names([] { return 0.99; });
        QCOMPARE(names.next("", "system:node", WallTime{} + 1us).name, std::string("ffffffff-ffff-4fff-8fff-ffffffffffff"));
        QVERIFY(names.next("", std::string(250, 'a'), WallTime{} + 1us).name.starts_with("ffffffff-"));
    }

    void subdomainsAreTold()
    {
        for (const char *good : {"a", "a.b", "a-b.c-d", "1.2", "web.17"})
            QVERIFY2(isDnsSubdomain(good), good);
        for (const char *bad : {"", ".", "a.", ".a", "a..b", "-a", "a-", "a.-b", "a-.b", "A", "a_b", "a:b"})
            QVERIFY2(!isDnsSubdomain(bad), bad);
    }

    void aReferenceIsMadeOfAnObject()
    {
        const auto object = decodeObject(json("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','namespace':'shop','uid':'u','resourceVersion':'3'}}").toStdString());
        QVERIFY_RESULT(object);
        QCOMPARE(ObjectReference::to(**object).toJson(),
                 json("{'apiVersion':'apps/v1','kind':'Deployment','namespace':'shop','name':'web','uid':'u','resourceVersion':'3'}").toStdString());
    }

    void aCoreEventIsWrittenAsClientGoDoes()
    {
        CoreEvent event{{"shop", "web.17"}, detailsOf("yes"), {"kubelet", "node-1"}, WallTime(1'767'366'245s), WallTime(1'767'366'305s), 3};
        event.details.annotations["a"] = "";
        QCOMPARE(event.toJson(),
                 json("{'apiVersion':'v1','kind':'Event','metadata':{'name':'web.17','namespace':'shop','annotations':{'a':''}},"
                "'involvedObject':{'apiVersion':'v1','kind':'Pod','namespace':'shop','name':'web','uid':'uid-1','resourceVersion':'7'},"
                      "'type':'Normal','reason':'Pulled','message':'yes','source':{'component':'kubelet','host':'node-1'},"
                      "'firstTimestamp':'2026-01-02T15:04:05Z','lastTimestamp':'2026-01-02T15:05:05Z','count':3,"
                      "'reportingComponent':'kubelet','reportingInstance':'node-1'}"));
        QCOMPARE(event.countPatch(), json("{'count':3,'lastTimestamp':'2026-01-02T15:05:05Z','message':'yes'}"));
    }

    void aSeriesEventIsWrittenAsClientGoDoes()
    {
        SeriesEvent event{{"shop", "web.17"}, detailsOf("yes"), "example.com/c", "c-1", WallTime(1'767'366'245s) + 5us, {}};
        event.details.type = EventType::Warning;
        event.details.related = ObjectReference{"v1", "Node", {}, "n", {}, {}, {}};
        QCOMPARE(event.toJson(),
                 json("{'apiVersion':'events.k8s.io/v1','kind':'Event','metadata':{'name':'web.17','namespace':'shop'},"
                      "'eventTime':'2026-01-02T15:04:05.000005Z','reportingController':'example.com/c','reportingInstance':'c-1',"
                      "'action':'Pulling','reason':'Pulled',"
                      "'regarding':{'apiVersion':'v1','kind':'Pod','namespace':'shop','name':'web','uid':'uid-1','resourceVersion':'7'},"
                      "'related':{'apiVersion':'v1','kind':'Node','name':'n'},'note':'yes','type':'Warning'}"));
        event.series = SeriesEvent::Series{2, WallTime(1'767'366'246s)};
        const QByteArray series = json("'series':{'count':2,'lastObservedTime':'2026-01-02T15:04:06.000000Z'}");
        QVERIFY(event.toJson().contains(series));
        QCOMPARE(event.seriesPatch(), '{' + series + '}');
    }

    void whatTheServerInsistsOnIsSupplied()
    {
        SeriesEvent event{{"shop", "web.17"}, detailsOf(std::string(1021, 'x') + "éé"), "example.com/c", "c-1", {}, {}};
        event.details.action.clear();
        const QByteArray written = event.toJson();
        QVERIFY(written.contains(json("'action':'Pulled'")));
        QVERIFY(written.contains('"' + QByteArray(1021, 'x') + "…\""));
    }
};

ORRERY_GUILESS_TEST(EventWritingTest)
} // namespace event_writing_test
#include "event_writing_test.moc"
