// SPDX-License-Identifier: Apache-2.0
#include "core/dynamic/dynamic_client.h"
#include "core/rollout/obstacles.h"
#include "core/rollout/rollout_status.h"
#include "core/rollout/rollout_undo.h"
#include "core/rollout/workload_kind.h"
#include "tests/support/cluster_client.h"
#include "tests/support/test_program.h"

namespace rollout_cluster_test {

using namespace kube;
using namespace kube::test;

namespace {

/// A workload of that kind whose Pods are labelled app: NAME.
QByteArray workloadYaml(const QByteArray &kind, const QByteArray &name, const QByteArray &state = "running", const QByteArray &spec = {})
{
    const QByteArray replicas = kind == "DaemonSet" ? QByteArray() : QByteArray("replicas: 2, ");
    const QByteArray service = kind == "StatefulSet" ? QByteArray("serviceName: s, ") : QByteArray();
    return "apiVersion: apps/v1\nkind: " + kind + "\nmetadata: {name: " + name + "}\nspec: {" + replicas + service + spec
        + "selector: {matchLabels: {app: w}}, template: {metadata: {labels: {app: w}, annotations: {orrery.test/state: " + state
        + "}}, spec: {initContainers: [{name: i, image: 'setup:1'}], containers: [{name: c, image: 'web:1', env: [{name: A, value: b}]}, {name: d, image: 'log:1'}]}}}\n";
}

QString lowered(const QByteArray &kind, const QByteArray &name)
{
    return QString::fromUtf8(kind.toLower() + '/' + name);
}

} // namespace

class RolloutClusterTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ClusterClient> m_direct;
    std::unique_ptr<DynamicClient> m_client;
    std::unique_ptr<TestNamespace> m_space;

    [[nodiscard]] static GroupVersionResource resourceOf(const QByteArray &kind) { return {"apps", "v1", kind.toLower().toStdString() + 's'}; }
    [[nodiscard]] JsonNode get(const QByteArray &kind, const QByteArray &name) const
    {
        const auto reply = m_direct->answer(m_client->get(resourceOf(kind), {m_space->name().toStdString(), name.toStdString()}));
        return reply ? JsonNode::parse(reply->json.toStdString(), "object").value_or(JsonNode()) : JsonNode();
    }
    [[nodiscard]] std::vector<JsonNode> list(const GroupVersionResource &resource, const JsonNode &workload) const
    {
        ListQuery query;
        query.labelSelector = resource.resource == "events" ? std::string() : selectorOf(workload);
        std::vector<JsonNode> nodes;
        const auto page = m_direct->answer(m_client->list(resource, m_space->name().toStdString(), query));
        for (const ObjectPtr &item : page ? page->items : std::vector<ObjectPtr>())
            nodes.push_back(JsonNode::parse(item->json(), "item").value());
        return nodes;
    }
    [[nodiscard]] std::vector<Revision> history(const JsonNode &workload) const
    {
        const bool isDeployment = workloadKindOf(workload) == WorkloadKind::Deployment;
        return rolloutHistory(workload, list({"apps", "v1", isDeployment ? "replicasets" : "controllerrevisions"}, workload));
    }
    [[nodiscard]] Result<ObjectReply> send(const QByteArray &kind, const QByteArray &name, const ObjectPatch &patch) const
    {
        return m_direct->answer(m_client->patch(resourceOf(kind), {m_space->name().toStdString(), name.toStdString()}, patch.type, QByteArray::fromStdString(patch.body)));
    }
    /// Ours and kubectl's word about one and the same version of the object; both empty: it never stood still.
    [[nodiscard]] std::pair<QString, QString> statuses(const QByteArray &kind, const QByteArray &name) const
    {
        for (int attempt = 0; attempt < 20; ++attempt) {
            const JsonNode before = get(kind, name);
            const auto told = m_space->kubectl({QStringLiteral("rollout"), QStringLiteral("status"), QStringLiteral("--watch=false"), lowered(kind, name)});
            if (!before.equals(get(kind, name)))
                continue;
            const QByteArray words = told.ok() ? told.out : told.error;
            return {QString::fromStdString(rolloutStatus(before).message), QString::fromUtf8(words.trimmed()).remove(QStringLiteral("error: "))};
        }
        return {};
    }
    [[nodiscard]] QString kubectlsNumbers(const QByteArray &kind, const QByteArray &name) const
    {
        QStringList numbers;
        const auto told = m_space->kubectl({QStringLiteral("rollout"), QStringLiteral("history"), lowered(kind, name)});
        for (const QByteArray &line : told.out.split('\n')) {
            bool isNumber = false;
            const int number = line.split(' ').value(0).toInt(&isNumber);
            if (isNumber)
                numbers << QString::number(number);
        }
        return numbers.join(QLatin1Char(' '));
    }
    [[nodiscard]] QString ourNumbers(const QByteArray &kind, const QByteArray &name) const
    {
        QStringList numbers;
        for (const Revision &revision : history(get(kind, name)))
            numbers << QString::number(revision.number);
        return numbers.join(QLatin1Char(' '));
    }
    void setImage(const QByteArray &kind, const QByteArray &name, const QString &image) const
    {
        QVERIFY(m_space->kubectl({QStringLiteral("set"), QStringLiteral("image"), lowered(kind, name), QStringLiteral("c=") + image}).ok());
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(kind, name), patience);
    }
    /// Its controller keeps the template it has now.
    [[nodiscard]] bool isSeen(const QByteArray &kind, const QByteArray &name) const
    {
        const auto revisions = history(get(kind, name));
        return !revisions.empty() && revisions.back().isCurrent;
    }

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }
    void init()
    {
        m_direct = std::make_unique<ClusterClient>();
        m_client = std::make_unique<DynamicClient>(*m_direct->rest, m_direct->executor);
        m_space = std::make_unique<TestNamespace>();
    }
    void cleanup()
    {
        m_client.reset();
        m_direct.reset();
        m_space.reset();
    }

    void statusIsWhatKubectlSays_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<QByteArray>("spec");
        QTest::addColumn<QString>("end"); ///< what it comes to
        const QByteArray stuck = "pending";
        QTest::newRow("a Deployment that is done") << QByteArray("Deployment") << QByteArray("running") << QByteArray() << QStringLiteral("successfully rolled out");
        QTest::newRow("a Deployment that waits") << QByteArray("Deployment") << stuck << QByteArray() << QStringLiteral("0 of 2 updated replicas are available...");
        QTest::newRow("a Deployment whose deadline is over") << QByteArray("Deployment") << stuck << QByteArray("progressDeadlineSeconds: 1, ") << QStringLiteral("exceeded its progress deadline");
        QTest::newRow("a StatefulSet that is done") << QByteArray("StatefulSet") << QByteArray("running") << QByteArray() << QStringLiteral("partitioned roll out complete: 2 new pods");
        QTest::newRow("a StatefulSet that waits") << QByteArray("StatefulSet") << stuck << QByteArray() << QStringLiteral("Waiting for 2 pods to be ready...");
        QTest::newRow("a StatefulSet by hand") << QByteArray("StatefulSet") << QByteArray("running") << QByteArray("updateStrategy: {type: OnDelete}, ") << QStringLiteral("only available for RollingUpdate");
        QTest::newRow("a DaemonSet that is done") << QByteArray("DaemonSet") << QByteArray("running") << QByteArray() << QStringLiteral("successfully rolled out");
        QTest::newRow("a DaemonSet that waits") << QByteArray("DaemonSet") << stuck << QByteArray() << QStringLiteral("updated pods are available...");
        QTest::newRow("a DaemonSet by hand") << QByteArray("DaemonSet") << QByteArray("running") << QByteArray("updateStrategy: {type: OnDelete}, ") << QStringLiteral("only available for RollingUpdate");
    }

    void statusIsWhatKubectlSays()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, state);
        QFETCH(QByteArray, spec);
        QFETCH(QString, end);
        QVERIFY(m_space->apply(workloadYaml(kind, "w", state, spec)));
        std::pair<QString, QString> told;
        const bool hasEnded = QTest::qWaitFor(
            [&] {
                told = statuses(kind, "w");
                return told.first != told.second || told.first.contains(end);
            },
            patience);
        QCOMPARE(told.first, told.second);
        QVERIFY2(hasEnded, qPrintable(told.first));
    }

    void aPartitionIsCountedAsKubectlCountsIt()
    {
        QVERIFY(m_space->apply(workloadYaml("StatefulSet", "w", "running", "updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 1}}, ")));
        QTRY_VERIFY_WITH_TIMEOUT(statuses("StatefulSet", "w").first.contains(QStringLiteral("complete: 2 new pods")), patience);
        setImage("StatefulSet", "w", QStringLiteral("web:2"));
        QTRY_VERIFY_WITH_TIMEOUT(statuses("StatefulSet", "w").first.contains(QStringLiteral("complete: 1 new pods")), patience);
        const auto told = statuses("StatefulSet", "w");
        QCOMPARE(told.first, told.second);
    }

    void historyAndUndoComeToWhatKubectlsComeTo_data()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const char *kind : {"Deployment", "StatefulSet", "DaemonSet"})
            QTest::newRow(kind) << QByteArray(kind);
    }

    void historyAndUndoComeToWhatKubectlsComeTo()
    {
        QFETCH(QByteArray, kind);
        // One after the other: with one selector they would take each other's Pods.
        const auto undone = [&](const QByteArray &name, const std::function<void()> &undo, JsonNode &after, QString &numbers) {
            QVERIFY(m_space->apply(workloadYaml(kind, name)));
            QTRY_VERIFY_WITH_TIMEOUT(isSeen(kind, name), patience);
            for (const char *image : {"web:2", "web:3"})
                setImage(kind, name, QString::fromLatin1(image));
            QCOMPARE(ourNumbers(kind, name), QStringLiteral("1 2 3"));
            QCOMPARE(kubectlsNumbers(kind, name), QStringLiteral("1 2 3"));
            undo();
            QTRY_COMPARE_WITH_TIMEOUT(ourNumbers(kind, name), QStringLiteral("2 3 4"), patience);
            QCOMPARE(kubectlsNumbers(kind, name), QStringLiteral("2 3 4"));
            after = get(kind, name);
            numbers = ourNumbers(kind, name);
            QVERIFY(m_space->kubectl({QStringLiteral("delete"), lowered(kind, name), QStringLiteral("--wait=true"), QStringLiteral("--cascade=foreground")}).ok());
        };
        JsonNode ours;
        JsonNode theirs;
        QString ourEnd;
        QString theirEnd;
        undone("w", [&] {
            const JsonNode now = get(kind, "w");
            const auto plan = undoRollout(now, history(now), 1);
            QVERIFY_RESULT(plan);
            QVERIFY_RESULT(send(kind, "w", plan->patch));
        }, ours, ourEnd);
        if (QTest::currentTestFailed())
            return;
        undone("w", [&] { QVERIFY(m_space->kubectl({QStringLiteral("rollout"), QStringLiteral("undo"), lowered(kind, "w"), QStringLiteral("--to-revision=1")}).ok()); }, theirs, theirEnd);
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(ourEnd, theirEnd);
        QCOMPARE(QString::fromStdString(podTemplateYaml(podTemplateOf(ours))), QString::fromStdString(podTemplateYaml(podTemplateOf(theirs))));
        QVERIFY(ours.find("spec")->equals(*theirs.find("spec")));
        QVERIFY(ours.find("metadata")->find("annotations")->equals(*theirs.find("metadata")->find("annotations")));
    }

    void whatKubectlSkipsOrRefusesIsSkippedOrRefusedInItsWords()
    {
        const QByteArray kind = "Deployment";
        const auto kubectl = [&](const QStringList &arguments) {
            const auto told = m_space->kubectl(arguments);
            return QString::fromUtf8(told.ok() ? told.out : told.error).trimmed();
        };
        const QString name = QStringLiteral("deployment/w");
        const QString rollout = QStringLiteral("rollout");
        QVERIFY(m_space->apply(workloadYaml(kind, "w")));
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(kind, "w"), patience);
        const auto isSaidBy = [](const QString &words, const QString &by) { return !words.isEmpty() && by.contains(words); };
        const auto check = [&](const QString &ours, const QString &theirs) { QVERIFY2(isSaidBy(ours, theirs), qPrintable(ours + QStringLiteral(" | ") + theirs)); };
        const auto undo = [&](std::int64_t revision) {
            const JsonNode now = get(kind, "w");
            const auto plan = undoRollout(now, history(now), revision);
            return plan ? QString::fromStdString(plan->skipped) : plan.error().message;
        };
        check(undo(1), kubectl({rollout, QStringLiteral("undo"), name, QStringLiteral("--to-revision=1")}));
        check(undo(9), kubectl({rollout, QStringLiteral("undo"), name, QStringLiteral("--to-revision=9")}));
        check(undo(0), kubectl({rollout, QStringLiteral("undo"), name}));
        check(resumePatch(get(kind, "w")).error().message, kubectl({rollout, QStringLiteral("resume"), name}));
        check(imagePatch(get(kind, "w"), {{"x", "y"}}).error().message, kubectl({QStringLiteral("set"), QStringLiteral("image"), name, QStringLiteral("x=y")}));
        QVERIFY_RESULT(send(kind, "w", pausePatch(get(kind, "w")).value()));
        check(pausePatch(get(kind, "w")).error().message, kubectl({rollout, QStringLiteral("pause"), name}));
        check(restartPatch(get(kind, "w"), std::chrono::system_clock::now()).error().message, kubectl({rollout, QStringLiteral("restart"), name}));
        check(undo(1), kubectl({rollout, QStringLiteral("undo"), name, QStringLiteral("--to-revision=1")}));
        QVERIFY_RESULT(send(kind, "w", resumePatch(get(kind, "w")).value()));
        check(resumePatch(get(kind, "w")).error().message, kubectl({rollout, QStringLiteral("resume"), name}));
    }

    void aRestartAndImagesReplaceThePods()
    {
        for (const QByteArray &kind : {QByteArray("Deployment"), QByteArray("StatefulSet"), QByteArray("DaemonSet")}) {
            const QByteArray name = kind.toLower();
            QVERIFY(m_space->apply(workloadYaml(kind, name).replace("app: w", "app: " + name)));
            QTRY_VERIFY_WITH_TIMEOUT(isSeen(kind, name), patience);
            QVERIFY_RESULT(send(kind, name, restartPatch(get(kind, name), std::chrono::system_clock::now()).value()));
            QTRY_COMPARE_WITH_TIMEOUT(ourNumbers(kind, name), QStringLiteral("1 2"), patience);
            QVERIFY_RESULT(send(kind, name, imagePatch(get(kind, name), {{"i", "setup:2"}, {"d", "log:2"}}).value()));
            const std::vector<ContainerImage> images = containerImages(get(kind, name));
            QCOMPARE(images.size(), std::size_t(3));
            QCOMPARE(images[0].image, std::string("setup:2"));
            QCOMPARE(images[1].image, std::string("web:1"));
            QCOMPARE(images[2].image, std::string("log:2"));
            QTRY_COMPARE_WITH_TIMEOUT(rolloutStatus(get(kind, name)).state, RolloutStatus::State::Done, patience);
        }
    }

    void anUndoThatSomebodyElseHasForestalledIsRefused()
    {
        QVERIFY(m_space->apply(workloadYaml("Deployment", "w")));
        QTRY_VERIFY_WITH_TIMEOUT(isSeen("Deployment", "w"), patience);
        setImage("Deployment", "w", QStringLiteral("web:2"));
        const JsonNode seen = get("Deployment", "w");
        const auto plan = undoRollout(seen, history(seen), 1);
        QVERIFY_RESULT(plan);
        setImage("Deployment", "w", QStringLiteral("web:3"));
        const auto sent = send("Deployment", "w", plan->patch);
        QVERIFY(!sent);
        QVERIFY(sent.error().is(ErrorKind::Invalid));
    }

    void aQuotaThatHoldsARolloutBackIsFound()
    {
        QVERIFY(m_space->apply("apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: q}\nspec: {hard: {pods: '1'}}\n"));
        QVERIFY(m_space->apply(workloadYaml("Deployment", "w")));
        std::vector<Obstacle> found;
        const auto isFrom = [&found](Obstacle::Source source) {
            return std::any_of(found.begin(), found.end(), [source](const Obstacle &one) { return one.source == source && one.reason == "FailedCreate" && one.message.find("exceeded quota") != std::string::npos; });
        };
        QTRY_VERIFY_WITH_TIMEOUT((found = obstaclesOf(get("Deployment", "w"), list({"apps", "v1", "replicasets"}, get("Deployment", "w")), {}, list({"", "v1", "events"}, {})),
                                  isFrom(Obstacle::Source::Condition) && isFrom(Obstacle::Source::Event)),
                                 patience);
    }
};

ORRERY_GUILESS_TEST(RolloutClusterTest)
} // namespace rollout_cluster_test
#include "rollout_cluster_test.moc"
