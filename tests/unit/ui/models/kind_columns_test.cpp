// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/ui/models/test_rows.h"

#include "core/object/object_meta.h"

namespace kind_columns_test {

using namespace orrery;
using namespace orrery::test;

class KindColumnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void cellsAreKubectls_data()
    {
        QTest::addColumn<QString>("resource");
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("cells");
        const auto row = [](const char *resource, const char *json, const char *cells) {
            QTest::addRow("%s: %s", resource, cells) << QString::fromLatin1(resource) << QString::fromLatin1(json) << QString::fromLatin1(cells);
        };
        // Without NAMESPACE; the name is always n and the age 1h.
        row("apps/deployments", R"("spec":{"replicas":3},"status":{"readyReplicas":1,"updatedReplicas":2,"availableReplicas":1})", "n|1/3|2|1|60m|||");
        row("apps/deployments", R"("spec":{"replicas":0,"selector":{"matchExpressions":[{"key":"b","operator":"In","values":["y","x"]},{"key":"c","operator":"Exists"}],"matchLabels":{"a":"1"}}})",
            "n|0/0|0|0|60m|||a=1,b in (x,y),c");
        row("metrics.k8s.io/nodes", R"("usage":{"cpu":"1250300n","memory":"2048Ki"},"window":"15s")", "n|2m|2Mi|15s");
        row("metrics.k8s.io/pods", R"("containers":[{"name":"a","usage":{"cpu":"250m","memory":"10Mi"}},{"name":"b","usage":{"cpu":"1","memory":"20Mi"}}],"window":"30s")", "n|1250m|30Mi|30s");
        row("apps/statefulsets", R"("spec":{"replicas":2,"template":{"spec":{"containers":[{"name":"a","image":"i"},{"name":"b","image":"j"}]}}},"status":{"readyReplicas":2})",
            "n|2/2|60m|a,b|i,j");
        row("apps/replicasets", R"("spec":{"replicas":2},"status":{"replicas":2,"readyReplicas":1})", "n|2|2|1|60m|||<none>");
        row("core/replicationcontrollers", R"("spec":{"replicas":2,"selector":{"z":"1","a":"2"}},"status":{"replicas":2,"readyReplicas":1})", "n|2|2|1|60m|||a=2,z=1");
        row("apps/daemonsets",
            R"("spec":{"template":{"spec":{"nodeSelector":{"disk":"ssd"}}}},"status":{"desiredNumberScheduled":5,"currentNumberScheduled":4,"numberReady":3,"updatedNumberScheduled":2,"numberAvailable":1})",
            "n|5|4|3|2|1|disk=ssd|60m|||<none>");
        row("apps/controllerrevisions", R"("revision":3)", "n|<none>|3|60m");
        row("batch/jobs", R"("spec":{"completions":3},"status":{"succeeded":1,"startTime":"2026-01-01T00:30:00Z"})", "n|Running|1/3|30m|60m|||<none>");
        row("batch/jobs", R"("spec":{"parallelism":4},"status":{"succeeded":1,"startTime":"2026-01-01T00:30:00Z","completionTime":"2026-01-01T00:30:42Z","conditions":[{"type":"Complete","status":"True"}]})",
            "n|Complete|1/1 of 4|42s|60m|||<none>");
        row("batch/jobs", R"("status":{"conditions":[{"type":"Failed","status":"True"}]})", "n|Failed|0/1||60m|||<none>");
        row("batch/jobs", R"("status":{"conditions":[{"type":"Suspended","status":"True"}]})", "n|Suspended|0/1||60m|||<none>");
        row("batch/cronjobs", R"("spec":{"schedule":"*/5 * * * *","suspend":false},"status":{"active":[{},{}],"lastScheduleTime":"2026-01-01T00:58:00Z"})",
            "n|*/5 * * * *|<none>|False|2|2m|60m|||<none>");
        row("batch/cronjobs", R"("spec":{"schedule":"@daily","timeZone":"Europe/Berlin"})", "n|@daily|Europe/Berlin|<unset>|0|<none>|60m|||<none>");
        row("core/services", R"("spec":{"type":"LoadBalancer","clusterIPs":["10.0.0.1"],"ports":[{"port":80,"nodePort":30080,"protocol":"TCP"},{"port":53,"protocol":"UDP"}],"selector":{"app":"web"}})",
            "n|LoadBalancer|10.0.0.1|<pending>|80:30080/TCP,53/UDP|60m|app=web");
        row("core/services", R"("spec":{"type":"LoadBalancer","clusterIP":"10.0.0.1","externalIPs":["1.2.3.4"]},"status":{"loadBalancer":{"ingress":[{"hostname":"lb.example"},{"ip":"5.6.7.8"}]}})",
            "n|LoadBalancer|10.0.0.1|5.6.7.8,lb.example,1.2.3.4|<none>|60m|<none>");
        row("core/services", R"("spec":{"type":"ExternalName","externalName":"db.example"})", "n|ExternalName|<none>|db.example|<none>|60m|<none>");
        row("core/endpoints", R"("subsets":[{"addresses":[{"ip":"10.0.0.1"},{"ip":"fd00::1"}],"ports":[{"port":80},{"port":443}]}])",
            "n|10.0.0.1:80,[fd00::1]:80,10.0.0.1:443 + 1 more...|60m");
        row("core/endpoints", R"("subsets":[{"addresses":[{"ip":"10.0.0.1"}]}])", "n|10.0.0.1|60m");
        row("core/endpoints", R"("subsets":[])", "n|<none>|60m");
        row("discovery.k8s.io/endpointslices", R"("addressType":"IPv4","ports":[{"port":80},{"name":"http"}],"endpoints":[{"addresses":["10.0.0.1"]},{"addresses":["10.0.0.2","10.0.0.3","10.0.0.4"]}])",
            "n|IPv4|80,http|10.0.0.1,10.0.0.2,10.0.0.3 + 1 more...|60m");
        row("discovery.k8s.io/endpointslices", R"("addressType":"IPv4")", "n|IPv4|<unset>|<unset>|60m");
        row("networking.k8s.io/ingresses",
            R"("spec":{"ingressClassName":"nginx","tls":[{}],"rules":[{"host":"a"},{"host":"b"},{"host":"c"},{"host":"d"},{}]},"status":{"loadBalancer":{"ingress":[{"ip":"1.2.3.4"}]}})",
            "n|nginx|a,b,c + 2 more...|1.2.3.4|80, 443|60m");
        row("networking.k8s.io/ingresses", R"("spec":{})", "n|<none>|*||80|60m");
        row("-networking.k8s.io/ingressclasses", R"("spec":{"controller":"k8s.io/nginx","parameters":{"apiGroup":"example.com","kind":"Params","name":"p"}})",
            "n|k8s.io/nginx|Params.example.com/p|60m");
        row("networking.k8s.io/networkpolicies", R"("spec":{"podSelector":{}})", "n|<none>|60m");
        row("core/configmaps", R"("data":{"a":"1","b":"2"},"binaryData":{"c":""})", "n|3|60m");
        row("core/secrets", R"("type":"Opaque","data":{"a":"c2VjcmV0"})", "n|Opaque|1|60m");
        row("core/serviceaccounts", R"("secrets":[{}])", "n|1|60m");
        row("-core/namespaces", R"("status":{"phase":"Active"})", "n|Active|60m");
        row("core/resourcequotas", R"("status":{"hard":{"pods":"10","limits.cpu":"4","requests.cpu":"2"},"used":{"pods":"3","limits.cpu":"1"}})",
            "n|pods: 3/10, requests.cpu: 0/2|limits.cpu: 1/4|60m");
        row("core/limitranges", R"("spec":{})", "n|2026-01-01T00:00:00Z");
        row("-scheduling.k8s.io/priorityclasses", R"("value":1000,"globalDefault":true,"preemptionPolicy":"Never")", "n|1000|true|60m|Never");
        row("coordination.k8s.io/leases", R"("spec":{"holderIdentity":"me"})", "n|me|||||60m");
        row("coordination.k8s.io/leases", R"("spec":{"holderIdentity":"me_1","leaseDurationSeconds":15,"acquireTime":"2026-01-01T00:30:00.000000Z","renewTime":"2026-01-01T00:57:00.000000Z","leaseTransitions":3})",
            "n|me_1|30m|expired (3m ago)|15s|3|60m");
        row("coordination.k8s.io/leases", R"("spec":{"holderIdentity":"","leaseDurationSeconds":1,"acquireTime":"2026-01-01T00:30:00.000000Z","renewTime":"2026-01-01T00:57:00.000000Z","leaseTransitions":3})",
            "n|||released (3m ago)|1s|3|60m");
        row("-core/nodes", R"("spec":{"unschedulable":true},"status":{"conditions":[{"type":"Ready","status":"True"}],"nodeInfo":{"kubeletVersion":"v1"},"addresses":[{"type":"InternalIP","address":"10.0.0.1"}]})",
            "n|Ready,SchedulingDisabled|<none>|60m|v1|10.0.0.1|<none>|<unknown>|<unknown>|<unknown>");
        row("-core/nodes", R"("status":{"conditions":[{"type":"Ready","status":"Unknown"}],"nodeInfo":{"kubeletVersion":"v1"}})",
            "n|NotReady|<none>|60m|v1|<none>|<none>|<unknown>|<unknown>|<unknown>");
        row("-core/nodes", R"("status":{"nodeInfo":{"kubeletVersion":"v1"}})", "n|Unknown|<none>|60m|v1|<none>|<none>|<unknown>|<unknown>|<unknown>");
        row("-core/componentstatuses", R"("conditions":[{"type":"Healthy","status":"False","message":"m","error":"e"}])", "n|Unhealthy|m|e");
        row("core/events",
            R"("type":"Warning","reason":"BackOff","message":" m ","count":3,"firstTimestamp":"2026-01-01T00:30:00Z","lastTimestamp":"2026-01-01T00:59:00Z","involvedObject":{"kind":"Pod","name":"p","fieldPath":"spec.containers{a}"},"source":{"component":"kubelet","host":"n1"})",
            "60s|Warning|BackOff|pod/p|spec.containers{a}|kubelet, n1|m|30m|3|n");
        row("events.k8s.io/events",
            R"("type":"Normal","reason":"R","note":"m","eventTime":"2026-01-01T00:30:00.5Z","series":{"count":7,"lastObservedTime":"2026-01-01T00:59:00Z"},"regarding":{"kind":"Node"},"reportingController":"c")",
            "60s|Normal|R|node||c|m|30m|7|n");
        row("-core/persistentvolumes",
            R"("spec":{"capacity":{"storage":"10Gi"},"accessModes":["ReadWriteMany","ReadWriteOnce"],"persistentVolumeReclaimPolicy":"Retain","claimRef":{"namespace":"a","name":"b"},"storageClassName":"fast","volumeMode":"Block"},"status":{"phase":"Bound"})",
            "n|10Gi|RWO,RWX|Retain|Bound|a/b|fast|<unset>||60m|Block");
        row("core/persistentvolumeclaims", R"("spec":{"volumeName":"v","storageClassName":"fast"},"status":{"phase":"Bound","capacity":{"storage":"1Gi"},"accessModes":["ReadWriteOncePod"]})",
            "n|Bound|v|1Gi|RWOP|fast|<unset>|60m|<unset>");
        row("core/persistentvolumeclaims", R"("spec":{"resources":{"requests":{"storage":"1Gi"}}},"status":{"phase":"Pending"})", "n|Pending|||||<unset>|60m|<unset>");
        row("-storage.k8s.io/storageclasses", R"("provisioner":"p","allowVolumeExpansion":true)", "n|p|Delete|Immediate|true|60m");
        row("-storage.k8s.io/volumeattachments", R"("spec":{"attacher":"a","nodeName":"w","source":{"persistentVolumeName":"v"}},"status":{"attached":true})", "n|a|v|w|true|60m");
        row("-storage.k8s.io/csidrivers", R"("spec":{"attachRequired":false,"volumeLifecycleModes":["Persistent","Ephemeral"],"tokenRequests":[{"audience":"x"}]})",
            "n|false|false|false|x|false|Persistent,Ephemeral|60m");
        row("-storage.k8s.io/csinodes", R"("spec":{"drivers":[{},{}]})", "n|2|60m");
        row("rbac.authorization.k8s.io/roles", R"("rules":[])", "n|2026-01-01T00:00:00Z");
        row("-rbac.authorization.k8s.io/clusterrolebindings",
            R"("roleRef":{"kind":"ClusterRole","name":"view"},"subjects":[{"kind":"User","name":"u"},{"kind":"Group","name":"g"},{"kind":"ServiceAccount","namespace":"s","name":"a"}])",
            "n|ClusterRole/view|60m|u|g|s/a");
        row("-certificates.k8s.io/certificatesigningrequests",
            R"("spec":{"signerName":"k8s.io/x","username":"u","expirationSeconds":3600},"status":{"certificate":"x","conditions":[{"type":"Approved"}]})",
            "n|60m|k8s.io/x|u|60m|Approved,Issued");
        row("-certificates.k8s.io/certificatesigningrequests", R"("spec":{"username":"u"},"status":{})", "n|60m|<none>|u|<none>|Pending");
        row("autoscaling/horizontalpodautoscalers", R"("spec":{"scaleTargetRef":{"kind":"Deployment","name":"web"},"minReplicas":1,"maxReplicas":5,"targetCPUUtilizationPercentage":80},"status":{"currentReplicas":2,"currentCPUUtilizationPercentage":12})",
            "n|Deployment/web|cpu: 12%/80%|1|5|2|60m");
        row("autoscaling/horizontalpodautoscalers",
            R"("spec":{"scaleTargetRef":{"kind":"Deployment","name":"web"},"maxReplicas":5,"metrics":[{"type":"Resource","resource":{"name":"cpu","target":{"averageUtilization":80}}},{"type":"Pods","pods":{"target":{"averageValue":"10"}}},{"type":"External"}]},"status":{"currentMetrics":[{"type":"Resource","resource":{"current":{"averageUtilization":3}}}]})",
            "n|Deployment/web|cpu: 3%/80%, <unknown>/10 + 1 more...|<unset>|5|0|60m");
        row("policy/poddisruptionbudgets", R"("spec":{"minAvailable":"50%"},"status":{"disruptionsAllowed":2})", "n|50%|N/A|2|60m");
        row("policy/poddisruptionbudgets", R"("spec":{"maxUnavailable":1})", "n|N/A|1|0|60m");
        row("-apiregistration.k8s.io/apiservices", R"("spec":{"service":{"namespace":"a","name":"b"}},"status":{"conditions":[{"type":"Available","status":"False","reason":"ServiceNotFound"}]})",
            "n|a/b|False (ServiceNotFound)|60m");
        row("-apiregistration.k8s.io/apiservices", R"("spec":{},"status":{"conditions":[{"type":"Available","status":"True"}]})", "n|Local|True|60m");
        row("-apiextensions.k8s.io/customresourcedefinitions", R"("spec":{})", "n|2026-01-01T00:00:00Z");
        row("-admissionregistration.k8s.io/validatingwebhookconfigurations", R"("webhooks":[{},{}])", "n|2|60m");
        row("-flowcontrol.apiserver.k8s.io/flowschemas",
            R"("spec":{"priorityLevelConfiguration":{"name":"exempt"},"matchingPrecedence":1},"status":{"conditions":[{"type":"Dangling","status":"False"}]})",
            "n|exempt|1|<none>|60m|False");
        row("-flowcontrol.apiserver.k8s.io/prioritylevelconfigurations",
            R"("spec":{"type":"Limited","limited":{"nominalConcurrencyShares":20,"limitResponse":{"queuing":{"queues":128,"handSize":6,"queueLengthLimit":50}}}})",
            "n|Limited|20|128|6|50|60m");
        row("-flowcontrol.apiserver.k8s.io/prioritylevelconfigurations", R"("spec":{"type":"Exempt"})", "n|Exempt|<none>|<none>|<none>|<none>|60m");
        row("-node.k8s.io/runtimeclasses", R"("handler":"runc")", "n|runc|60m");
        row("core/podtemplates", R"("template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}})", "n|c|i|a=b");
    }
    void cellsAreKubectls()
    {
        QFETCH(QString, resource);
        QFETCH(QString, json);
        QFETCH(QString, cells);
        const bool namespaced = !resource.startsWith(u'-');
        const QString group = resource.section(u'/', 0, 0).mid(namespaced ? 0 : 1);
        const auto set = columnsFor(resourceInfo(group == QLatin1String("core") ? std::string() : group.toStdString(), "v1",
                                                 resource.section(u'/', 1).toStdString(), namespaced));
        QVERIFY(set->known);
        const QString text = QStringLiteral(R"({"metadata":{"name":"n","namespace":"%1","uid":"u","creationTimestamp":"2026-01-01T00:00:00Z"},%2})")
                                 .arg(QLatin1String(namespaced ? "ns" : ""), json);
        const auto document = kube::JsonDocument::parse(text.toStdString());
        QVERIFY_RESULT(document);
        QStringList actual = cellsOf(*set, document->root(), *kube::parseTime("2026-01-01T01:00:00Z"));
        if (namespaced)
            QCOMPARE(actual.takeFirst(), QStringLiteral("ns"));
        QCOMPARE(actual.join(u'|'), cells);
    }

    void nothingCrashesOnNonsense()
    {
        static const char *const documents[] = {"{}", "[]", "3", R"({"metadata":[],"spec":"x","status":[1],"subsets":{"a":1},"rules":7,"conditions":[[]]})"};
        static const std::pair<const char *, const char *> kinds[] = {
            {"", "pods"}, {"", "services"}, {"", "nodes"}, {"", "events"}, {"apps", "deployments"}, {"batch", "jobs"}, {"batch", "cronjobs"},
            {"autoscaling", "horizontalpodautoscalers"}, {"", "endpoints"}, {"networking.k8s.io", "ingresses"}, {"", "resourcequotas"}};
        for (const auto &[group, resource] : kinds) {
            const auto set = columnsFor(resourceInfo(group, "v1", resource));
            for (const char *json : documents) {
                const auto document = kube::JsonDocument::parse(json);
                QVERIFY_RESULT(document);
                QCOMPARE(cellsOf(*set, document->root(), {}).size(), int(set->columns.size()));
            }
        }
    }
};

ORRERY_GUILESS_TEST(KindColumnsTest)
} // namespace kind_columns_test
#include "kind_columns_test.moc"
