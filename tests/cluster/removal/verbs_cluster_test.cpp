// SPDX-License-Identifier: Apache-2.0
// The patches of small verbs on a real server, beside what kubectl shows.
#include "core/dynamic/dynamic_client.h"
#include "core/verbs/cron_job_verbs.h"
#include "core/verbs/metadata_verbs.h"
#include "core/verbs/node_verbs.h"
#include "tests/support/cluster_client.h"
#include "tests/support/test_program.h"

namespace verbs_cluster_test {

using namespace kube;
using kube::test::ClusterClient;
using kube::test::TestNamespace;

namespace {

const GroupVersionResource configMaps{"", "v1", "configmaps"};
const GroupVersionResource nodes{"", "v1", "nodes"};
const GroupVersionResource cronJobs{"batch", "v1beta1", "cronjobs"};
const GroupVersionResource jobs{"batch", "v1", "jobs"};

struct Fixture : ClusterClient {
    DynamicClient dynamic{*rest, executor};
    TestNamespace space;

    [[nodiscard]] ObjectKey key(const char *name) const { return {space.name().toStdString(), name}; }
    [[nodiscard]] JsonDocument get(const GroupVersionResource &resource, const ObjectKey &key)
    {
        const auto reply = answer(dynamic.get(resource, key));
        auto document = JsonDocument::parse(reply ? reply->json.toStdString() : "{}");
        return std::move(*document);
    }
    [[nodiscard]] Result<ObjectReply> patch(const GroupVersionResource &resource, const ObjectKey &key, const QByteArray &patch)
    {
        return answer(dynamic.patch(resource, key, PatchType::Merge, patch));
    }
    [[nodiscard]] QByteArray shown(const QStringList &args) const { return space.kubectl(args).out.trimmed(); }
};

const char cron[] = "apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: nightly}\n"
                    "spec: {schedule: '0 3 1 1 *', jobTemplate: {metadata: {labels: {app: nightly}}, spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: i}]}}}}}\n";

} // namespace

class VerbsClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void labelsAreAddedChangedAndTakenAway()
    {
        Fixture f;
        QVERIFY(f.space.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one, labels: {a: '1', b: '2'}}\n"));
        const JsonDocument before = f.get(configMaps, f.key("one"));
        const std::string version(before.root()["metadata"]["resourceVersion"].string());
        const auto changes = metadataChanges(metadataMap(MetadataMap::Labels, before.root()), {{"b", "3"}, {"example.com/c", ""}});
        QVERIFY_RESULT(f.patch(configMaps, f.key("one"), metadataPatch(MetadataMap::Labels, changes, version)));
        QCOMPARE(f.shown({QStringLiteral("get"), QStringLiteral("configmap"), QStringLiteral("one"), QStringLiteral("-o"), QStringLiteral("jsonpath={.metadata.labels}")}),
                 QByteArray(R"({"b":"3","example.com/c":""})"));
        QCOMPARE(f.patch(configMaps, f.key("one"), metadataPatch(MetadataMap::Labels, changes, version)).error().kind, ErrorKind::Conflict);
    }

    void aTaintIsPutAndTakenAndTheOthersStay()
    {
        Fixture f;
        QVERIFY(kube::test::Cluster::kubectl({QStringLiteral("taint"), QStringLiteral("node"), QStringLiteral("node-1"), QStringLiteral("kept=yes:PreferNoSchedule")}).ok());
        const JsonDocument before = f.get(nodes, {{}, "node-1"});
        const Taint mine{"orrery.test/mine", "x", "PreferNoSchedule"};
        QVERIFY_RESULT(f.patch(nodes, {{}, "node-1"}, taintPatch(before.root(), {{mine}, {}})));
        const QStringList show{QStringLiteral("get"), QStringLiteral("node"), QStringLiteral("node-1"), QStringLiteral("-o"), QStringLiteral("jsonpath={.spec.taints[*].key}")};
        QCOMPARE(f.shown(show), QByteArray("kept orrery.test/mine"));
        QCOMPARE(f.patch(nodes, {{}, "node-1"}, taintPatch(before.root(), {{}, {{"kept", "yes", "PreferNoSchedule"}}})).error().kind, ErrorKind::Conflict);
        // The kubelet's heartbeats change the Node's version, too.
        const auto takeAll = [&] {
            const JsonDocument now = f.get(nodes, {{}, "node-1"});
            return f.patch(nodes, {{}, "node-1"}, taintPatch(now.root(), {{}, {mine, {"kept", "yes", "PreferNoSchedule"}}})).has_value();
        };
        QTRY_VERIFY(takeAll());
        QCOMPARE(f.shown(show), QByteArray());
    }

    void aNodeIsCordonedAndUncordoned()
    {
        Fixture f;
        const QStringList show{QStringLiteral("get"), QStringLiteral("node"), QStringLiteral("node-1"), QStringLiteral("-o"), QStringLiteral("jsonpath={.spec.unschedulable}")};
        QVERIFY_RESULT(f.patch(nodes, {{}, "node-1"}, cordonPatch(Schedulable::No)));
        QCOMPARE(f.shown(show), QByteArray("true"));
        QVERIFY_RESULT(f.patch(nodes, {{}, "node-1"}, cordonPatch(Schedulable::Yes)));
        QCOMPARE(f.shown(show), QByteArray());
    }

    void aCronJobIsSuspendedAndStartedByHandAsKubectlDoes()
    {
        Fixture f;
        QVERIFY(f.space.apply(cron));
        QVERIFY_RESULT(f.patch(cronJobs, f.key("nightly"), suspendPatch(Suspended::Yes)));
        QCOMPARE(f.shown({QStringLiteral("get"), QStringLiteral("cronjob"), QStringLiteral("nightly"), QStringLiteral("-o"), QStringLiteral("jsonpath={.spec.suspend}")}), QByteArray("true"));
        const JsonDocument cronJob = f.get(cronJobs, f.key("nightly"));
        const auto job = jobOf(cronJob.root(), "ours");
        QVERIFY_RESULT(job);
        QVERIFY_RESULT(f.answer(f.dynamic.create(jobs, {f.space.name().toStdString(), {}}, *job)));
        QVERIFY(f.space.kubectl({QStringLiteral("create"), QStringLiteral("job"), QStringLiteral("theirs"), QStringLiteral("--from=cronjob/nightly")}).ok());
        const auto facts = [&](const QString &name) {
            return f.shown({QStringLiteral("get"), QStringLiteral("job"), name, QStringLiteral("-o"),
                            QStringLiteral("jsonpath={.metadata.annotations} {.metadata.labels.app} {.metadata.ownerReferences[0].kind}/{.metadata.ownerReferences[0].name} {.spec.template.spec.containers[0].image}")});
        };
        QCOMPARE(facts(QStringLiteral("ours")), facts(QStringLiteral("theirs")));
        QVERIFY(facts(QStringLiteral("ours")).contains("manual"));
    }
};

ORRERY_GUILESS_TEST(VerbsClusterTest)
} // namespace verbs_cluster_test
#include "verbs_cluster_test.moc"
