// SPDX-License-Identifier: Apache-2.0
#include "core/object/object_decoder.h"
#include "tests/gui/support/json_text.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/models/object_overview.h"

namespace object_overview_test {

using namespace orrery;

class ObjectOverviewTest : public QObject
{
    Q_OBJECT

    static ObjectOverview overviewOf(const char *json, const char *kind)
    {
        const auto object = kube::decodeObject(test::jsonText(json), {"", "v1", kind});
        if (!object)
            qFatal("%s", qPrintable(object.error().toString()));
        return ObjectOverview::of(**object);
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void logsOfferContainersAsWrittenInitContainersLast()
    {
        const auto overview = overviewOf("{'metadata':{'name':'a'},'spec':{'initContainers':[{'name':'setup'}],'containers':[{'name':'app'},{'name':'proxy'},{'name':'agent'}]}}", "Pod");
        QCOMPARE(overview.logContainers(), QStringList({QStringLiteral("app"), QStringLiteral("proxy"), QStringLiteral("agent"), QStringLiteral("setup")}));
    }

    void theDefaultContainerComesFirst()
    {
        const auto overview = overviewOf("{'metadata':{'name':'a','annotations':{'kubectl.kubernetes.io/default-container':'proxy'}},'spec':{'containers':[{'name':'app'},{'name':'proxy'}]}}", "Pod");
        QCOMPARE(overview.logContainers(), QStringList({QStringLiteral("proxy"), QStringLiteral("app")}));
        const auto wrong = overviewOf("{'metadata':{'name':'a','annotations':{'kubectl.kubernetes.io/default-container':'gone'}},'spec':{'containers':[{'name':'app'}]}}", "Pod");
        QCOMPARE(wrong.logContainers(), QStringList(QStringLiteral("app")));
    }

    void aLeasesHolderIsSplitIntoItsHostAndWhatMakesItUnique()
    {
        const auto overview = overviewOf("{'kind':'Lease','metadata':{'name':'kube-scheduler'},'spec':{'holderIdentity':'node_1_5e0c','leaseDurationSeconds':15,'leaseTransitions':2,"
                                         "'acquireTime':'2026-01-01T00:30:00.000000Z','renewTime':'2026-01-01T00:57:00.000000Z'}}", "Lease");
        QStringList facts;
        for (const Fact &fact : overview.facts)
            facts << fact.name + QLatin1Char('=') + fact.value;
        QCOMPARE(facts.join(QLatin1Char('|')),
                 QStringLiteral("Holder=node_1|Holder's id=5e0c|Leads since=2026-01-01T00:30:00.000000Z|Says renewed=2026-01-01T00:57:00.000000Z|Runs out after=15s|Transitions=2"));
        QCOMPARE(overview.holderPods, QStringList({QStringLiteral("node_1"), QStringLiteral("kube-scheduler-node_1")}));
        const auto node = overviewOf("{'kind':'Lease','metadata':{'name':'n'},'spec':{'holderIdentity':'n'}}", "Lease");
        QCOMPARE(node.facts.size(), 1);
        QVERIFY(overviewOf("{'kind':'Lease','metadata':{'name':'n'},'spec':{'holderIdentity':''}}", "Lease").holderPods.isEmpty());
    }

    void aNodesTaintsAreWrittenAsKubectlDoes()
    {
        const auto overview = overviewOf("{'kind':'Node','metadata':{'name':'n'},'spec':{'taints':[{'key':'dedicated','value':'gpu','effect':'NoSchedule'},"
                                         "{'key':'node.kubernetes.io/unreachable','effect':'NoExecute','timeAdded':'2026-01-01T00:30:00Z'}]}}", "Node");
        QCOMPARE(overview.taints.size(), 2);
        QCOMPARE(overview.taints.first().text, QStringLiteral("dedicated=gpu:NoSchedule"));
        QVERIFY(!overview.taints.first().since);
        QCOMPARE(overview.taints.last().text, QStringLiteral("node.kubernetes.io/unreachable:NoExecute"));
        QCOMPARE(overview.taints.last().since, kube::parseTime("2026-01-01T00:30:00Z"));
        QVERIFY(overviewOf("{'kind':'Node','metadata':{'name':'n'}}", "Node").taints.isEmpty());
    }

    void kubectlsCopyOfASecretIsHidden()
    {
        constexpr auto json = "{'metadata':{'name':'a','annotations':{'kubectl.kubernetes.io/last-applied-configuration':'{\\'data\\':{\\'a\\':\\'c2VjcmV0\\'}}','note':'kept'}},'data':{'a':'c2VjcmV0'}}";
        for (const auto &[key, value] : overviewOf(json, "Secret").annotations)
            QVERIFY2(!value.contains(QStringLiteral("c2VjcmV0")), qPrintable(value));
        bool shown = false;
        for (const auto &[key, value] : overviewOf(json, "ConfigMap").annotations)
            shown = shown || value.contains(QStringLiteral("c2VjcmV0"));
        QVERIFY(shown); // of anything else it is nothing to hide
    }

    void anEventSaysWhatItIsAboutHowOftenAndWhoSaysSo()
    {
        const auto facts = [](const char *json) {
            QStringList list;
            for (const Fact &fact : overviewOf(json, "Event").facts)
                list << fact.name + QLatin1Char('=') + fact.value;
            return list.join(QLatin1Char('\n'));
        };
        const QString old = facts("{'kind':'Event','metadata':{'name':'e'},'type':'Warning','reason':'BackOff','involvedObject':{'kind':'Pod','name':'web-1'},"
                                  "'count':17,'source':{'component':'kubelet','host':'node-1'},'lastTimestamp':'2026-11-23T06:00:00Z'}");
        for (const char *fact : {"Object=Pod web-1", "Count=17", "Source=kubelet, node-1", "Last seen=2026-11-23T06:00:00Z"})
            QVERIFY2(old.contains(QLatin1String(fact)), qPrintable(old));
        const QString newer = facts("{'kind':'Event','metadata':{'name':'e'},'regarding':{'kind':'Node','name':'node-1'},'series':{'count':3},'reportingController':'node-controller'}");
        for (const char *fact : {"Object=Node node-1", "Count=3", "Source=node-controller"})
            QVERIFY2(newer.contains(QLatin1String(fact)), qPrintable(newer));
    }

    void whatAnEventIsAboutIsALinkToIt()
    {
        const auto linked = [](const char *json) {
            const QList<Fact> facts = overviewOf(json, "Event").facts;
            const auto object = std::find_if(facts.begin(), facts.end(), [](const Fact &fact) { return fact.name == QLatin1String("Object"); });
            return object == facts.end() || !object->object ? QString() : object->object->apiVersion + u' ' + object->object->kind + u' ' + object->object->name;
        };
        QCOMPARE(linked("{'kind':'Event','metadata':{'name':'e'},'involvedObject':{'apiVersion':'apps/v1','kind':'Deployment','name':'web'}}"), QStringLiteral("apps/v1 Deployment web"));
        QCOMPARE(linked("{'kind':'Event','metadata':{'name':'e'},'regarding':{'kind':'Node','name':'node-1'}}"), QStringLiteral(" Node node-1"));
        QCOMPARE(linked("{'kind':'Event','metadata':{'name':'e'},'involvedObject':{}}"), QString());
    }

    void aFactThatIsATimeIsKnownAsOne()
    {
        const auto overview = overviewOf("{'kind':'CronJob','metadata':{'name':'c'},'spec':{'schedule':'* * * * *'},'status':{'lastScheduleTime':'2026-11-23T06:00:00Z'}}", "CronJob");
        QCOMPARE(overview.facts.size(), 2);
        QVERIFY(!overview.facts[0].time);
        QCOMPARE(overview.facts[1].name, QStringLiteral("Last schedule"));
        QVERIFY(overview.facts[1].time && overview.facts[1].time == kube::parseTime("2026-11-23T06:00:00Z"));
    }

    void conditionsThatAreBadWhenTrueAreKnown()
    {
        const auto overview = overviewOf("{'metadata':{'name':'n'},'status':{'conditions':[{'type':'Ready','status':'True'},{'type':'MemoryPressure','status':'False'},"
        "{'type':'DiskPressure','status':'True'},{'type':'Available','status':'False'},{'type':'Odd','status':'Unknown'}]}}", "Node");
        QList<Tone> tones;
        for (const ConditionView &condition : overview.conditions)
            tones << condition.tone;
        QCOMPARE(tones, QList<Tone>({Tone::Ready, Tone::Ready, Tone::Failing, Tone::Pending, Tone::Completed}));
    }

    void aContainersStateHasItsReasonAndExitCode()
    {
        const auto overview = overviewOf("{'metadata':{'name':'p'},'spec':{'containers':[{'name':'a'},{'name':'b'},{'name':'c'}]},'status':{'containerStatuses':["
        "{'name':'a','ready':true,'state':{'running':{}}},"
        "{'name':'b','restartCount':3,'state':{'waiting':{'reason':'CrashLoopBackOff','message':'back-off 5m0s'}}},"
        "{'name':'c','state':{'terminated':{'exitCode':137,'reason':'OOMKilled'}}}]}}", "Pod");
        QCOMPARE(overview.containers.size(), 3);
        QCOMPARE(overview.containers[0].tone, Tone::Ready);
        QCOMPARE(overview.containers[1].state, QStringLiteral("CrashLoopBackOff"));
        QCOMPARE(overview.containers[1].message, QStringLiteral("back-off 5m0s"));
        QCOMPARE(overview.containers[1].restarts, 3);
        QCOMPARE(overview.containers[2].message, QStringLiteral("exit code 137"));
        QCOMPARE(overview.containers[2].tone, Tone::Failing);
    }
};

ORRERY_GUILESS_TEST(ObjectOverviewTest)
} // namespace object_overview_test
#include "object_overview_test.moc"
