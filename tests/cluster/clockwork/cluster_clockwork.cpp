// SPDX-License-Identifier: Apache-2.0
// What a session tells of controllers' queues, beside what the controllers say themselves: the sample controller under
// load and failing, kube-controller-manager while 5,000 Pods roll. Runs by ../apart.
#include "core/metrics/queue_activity.h"
#include "tests/cluster/clockwork/clockwork_cluster.h"
#include "tests/cluster/clockwork/documents.h"
#include "tests/cluster/clockwork/held_calls.h"
#include "tests/cluster/clockwork/sample_controller.h"
#include "tests/support/test_program.h"

#include <QScopeGuard>

#include <cmath>
#include <limits>

namespace cluster_clockwork {

using namespace kube;
using namespace kube::test;
using namespace std::chrono_literals;

namespace {

const GroupVersionResource deployments{"apps", "v1", "deployments"};
const GroupVersionResource foos{"samplecontroller.k8s.io", "v1alpha1", "foos"};
const GroupVersionResource webhooks{"admissionregistration.k8s.io", "v1", "validatingwebhookconfigurations"};

constexpr int workers = 2;    ///< of the sample controller
constexpr int manyFoos = 300;
constexpr int failingFoos = 4;
constexpr int rolling = 50;   ///< Deployments, of as many Pods each:
constexpr int replicas = 100;

bool has(const std::vector<QueueFinding> &findings, QueueFinding::Kind kind)
{
    return std::any_of(findings.begin(), findings.end(), [kind](const QueueFinding &finding) { return finding.kind == kind; });
}

} // namespace

class ClusterClockwork : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<ClockworkCluster> m_cluster;
    std::unique_ptr<TestNamespace> m_space;
    std::unique_ptr<SampleController> m_controller;
    MetricsTarget m_sample;

    /// One reading of the sample controller's queue, which agrees with the controller.
    [[nodiscard]] std::optional<Bracket> readSample() const
    {
        auto bracket = m_cluster->read(m_sample, m_controller->url());
        const QString problem = bracket ? bracket->disagreement("Foos") : bracket.error().toString();
        if (!problem.isEmpty())
            qWarning("%s", qPrintable(problem));
        return problem.isEmpty() ? std::optional(std::move(*bracket)) : std::nullopt;
    }
    [[nodiscard]] bool isHeld(HeldCalls &held) const
    {
        // The API server takes a moment to know of a webhook: a dry run shows when it does.
        WriteOptions options;
        options.dryRun = DryRun::All;
        const auto tried = m_cluster->dynamic.create(deployments, {m_space->name().toStdString(), {}}, deployment("tried", 0), options);
        return QTest::qWaitFor([&] { return tried.isReady() || held.count() > 0; }, patience) && held.count() > 0;
    }

private Q_SLOTS:
    void initTestCase()
    {
        kube::test::failOnWarnings();
        QVERIFY2(!ClockworkCluster::address().isEmpty(), "tests/cluster/apart runs this");
        m_cluster = std::make_unique<ClockworkCluster>();
        QTRY_COMPARE_WITH_TIMEOUT(m_cluster->health.state, HealthState::Live, patience);
        const QString crd = QStringLiteral(ORRERY_SOURCE_DIR "/core/examples/sample_controller/artifacts/crd.yaml");
        QVERIFY(test::Cluster::kubectl({QStringLiteral("apply"), QStringLiteral("-f"), crd}).ok());
        QVERIFY(test::Cluster::kubectl({QStringLiteral("wait"), QStringLiteral("--for=condition=Established"), QStringLiteral("crd/foos.samplecontroller.k8s.io")}).ok());
        QVERIFY(test::Cluster::kubectl({QStringLiteral("apply"), QStringLiteral("-f"), QStringLiteral(ORRERY_SOURCE_DIR "/tests/cluster/clockwork/stand_ins.yaml")}).ok());
        m_space = std::make_unique<TestNamespace>();
        m_controller = std::make_unique<SampleController>(*m_space);
        QVERIFY2(m_controller->logs("Leading as"), m_controller->err().constData());
    }
    void cleanupTestCase()
    {
        if (QTest::currentTestFailed() && m_controller)
            qInfo("%s", m_controller->err().right(4000).constData());
        m_controller.reset();
        m_space.reset();
        m_cluster.reset();
    }

    void programsAreFoundByTheirPods()
    {
        const auto sample = m_cluster->target("sample-controller-");
        QVERIFY_RESULT(sample);
        QCOMPARE(sample->workload, std::string("Deployment/sample-controller"));
        QCOMPARE(sample->endpoint.scheme, std::string("http"));
        m_sample = *sample;
        const auto told = m_cluster->answer(m_cluster->metrics().scrape(m_sample));
        QVERIFY_RESULT(told);
        QCOMPARE(told->leads, (std::map<std::string, bool>{{"sample-controller", true}}));
        QVERIFY(told->client.requests.at("201") > 0);

        const auto manager = m_cluster->target("kube-controller-manager");
        QVERIFY_RESULT(manager);
        QCOMPARE(manager->endpoint.scheme, std::string("https"));
        QCOMPARE(manager->endpoint.port, 10257);
    }

    void theRoundsOfTheApiServersQueuesAreNoHotLoops()
    {
        const auto read = [&] { return m_cluster->answer(m_cluster->metrics().apiServer()); };
        const auto queueIn = [](const ControllerMetrics &metrics) {
            const auto at = std::find_if(metrics.queues.begin(), metrics.queues.end(), [](const QueueReading &queue) { return queue.name == "open_api_aggregation_controller"; });
            return at == metrics.queues.end() ? QueueReading() : *at;
        };
        const auto before = read();
        QVERIFY_RESULT(before);
        const SteadyTime began = std::chrono::steady_clock::now();
        auto now = before;
        const auto hasGoneRound = [&] {
            now = read();
            return now && queueIn(*now).retries >= queueIn(*before).retries.value_or(0) + 8;
        };
        QVERIFY(QTest::qWaitFor(hasGoneRound, patience));
        const auto activity = QueueActivity::between(queueIn(*before), queueIn(*now), std::chrono::steady_clock::now() - began);
        QVERIFY(activity.retriesPerSecond > 0);
        QVERIFY(findingsOf(queueIn(*now), activity).empty());
    }

    void whatWaitsAndWhoDoesNotComeBackIsSeen()
    {
        HeldCalls held;
        QVERIFY(m_space->kubectl({QStringLiteral("label"), QStringLiteral("namespace"), m_space->name(), QStringLiteral("holds=") + m_space->name()}).ok());
        QVERIFY_RESULT(m_cluster->answer(m_cluster->dynamic.create(webhooks, {}, webhook(held.url(), m_space->name().toUtf8()))));
        auto holds = qScopeGuard([&] { (void)m_cluster->answer(m_cluster->dynamic.remove(webhooks, {{}, "holds"})); });
        QVERIFY(QTest::qWaitFor([&] { return isHeld(held); }, patience));
        held.hangUp();
        QTRY_COMPARE_WITH_TIMEOUT(held.count(), 0, patience);

        const auto before = readSample();
        QVERIFY(before);
        const SteadyTime began = std::chrono::steady_clock::now();
        std::vector<QByteArray> many;
        for (int i = 0; i < manyFoos; ++i)
            many.push_back(foo("many-" + QByteArray::number(i), "many-" + QByteArray::number(i)));
        QVERIFY_RESULT(m_cluster->createAll(foos, m_space->name().toStdString(), many));

        // Both workers wait for the API server, which waits for the webhook: all others stand in line.
        std::optional<Bracket> now;
        const auto areAllThere = [&] {
            now = readSample();
            return now && held.count() == workers && now->isQuiet("Foos") && now->queue("Foos")->depth == manyFoos - workers && now->queue("Foos")->longestSeconds >= 2;
        };
        QVERIFY(QTest::qWaitFor(areAllThere, longPatience));
        const QueueReading waiting = *now->queue("Foos");
        QVERIFY(waiting.adds.value_or(-1) - before->queue("Foos")->adds.value_or(0) >= manyFoos);
        QCOMPARE(waiting.waiting.count() - waiting.working.count(), double(workers));
        QVERIFY(now->before.of("longest_running_processor_seconds", "Foos") <= waiting.longestSeconds);
        QVERIFY(waiting.longestSeconds <= now->after.of("longest_running_processor_seconds", "Foos"));
        QVERIFY(now->before.of("unfinished_work_seconds", "Foos") <= waiting.unfinishedSeconds);
        QVERIFY(waiting.unfinishedSeconds <= now->after.of("unfinished_work_seconds", "Foos"));
        QVERIFY(waiting.longestSeconds < waiting.unfinishedSeconds);
        QVERIFY(waiting.unfinishedSeconds <= workers * now->after.of("longest_running_processor_seconds", "Foos"));
        QCOMPARE(waiting.retries.value_or(-1), double(m_controller->failed()));

        // Those two fail and stand behind the others, the next two are held: more waits, and longer, than the workers can do.
        const auto isSaturated = [&] {
            held.hangUp();
            now = QTest::qWaitFor([&] { return held.count() == workers; }, patience) ? readSample() : std::nullopt;
            if (!now)
                return false;
            const QueueReading &reading = *now->queue("Foos");
            const auto activity = QueueActivity::between(*before->queue("Foos"), reading, std::chrono::steady_clock::now() - began);
            return has(findingsOf(reading, activity), QueueFinding::Kind::Saturated);
        };
        QVERIFY(QTest::qWaitFor(isSaturated, longPatience));
        QVERIFY(now->queue("Foos")->retries > waiting.retries);

        held.letGo();
        holds.dismiss();
        QVERIFY_RESULT(m_cluster->answer(m_cluster->dynamic.remove(webhooks, {{}, "holds"})));
        const auto allEndedWell = [&] {
            for (int i = 0; i < manyFoos; ++i) {
                if (m_controller->endedWell(*m_space, "many-" + QByteArray::number(i)) == 0)
                    return false;
            }
            return true;
        };
        QVERIFY(QTest::qWaitFor(allEndedWell, longPatience));
        const auto isDone = [&] {
            now = readSample();
            return now && now->isQuiet("Foos") && now->queue("Foos")->depth == 0 && now->queue("Foos")->retries == m_controller->failed();
        };
        QVERIFY(QTest::qWaitFor(isDone, longPatience));
    }

    void whatFailsIsTriedAgainEverMoreRarely()
    {
        std::vector<QByteArray> taken;
        std::vector<QByteArray> failing;
        for (int i = 0; i < failingFoos; ++i) {
            taken.push_back(deployment("taken-" + QByteArray::number(i), 0));
            failing.push_back(foo("failing-" + QByteArray::number(i), "taken-" + QByteArray::number(i)));
        }
        QVERIFY_RESULT(m_cluster->createAll(deployments, m_space->name().toStdString(), taken));
        const auto fewestFailures = [&] {
            int fewest = std::numeric_limits<int>::max();
            for (int i = 0; i < failingFoos; ++i)
                fewest = std::min(fewest, m_controller->failed(*m_space, "failing-" + QByteArray::number(i)));
            return fewest;
        };
        struct Reading {
            int failures;     ///< of each that fails, before it was asked for
            SteadyTime asked;
            SteadyTime had;
            QueueReading queue;
        };
        const auto take = [&]() -> std::optional<Reading> {
            const int failures = fewestFailures();
            const SteadyTime asked = std::chrono::steady_clock::now();
            const auto bracket = readSample();
            return bracket ? std::optional(Reading{failures, asked, std::chrono::steady_clock::now(), *bracket->queue("Foos")}) : std::nullopt;
        };
        const auto first = take();
        QVERIFY(first);
        std::vector<Reading> readings{*first};
        QVERIFY_RESULT(m_cluster->createAll(foos, m_space->name().toStdString(), failing));

        bool wasHot = false;
        double atFirst = 0; // retries a second
        std::size_t from = 0;
        const auto hasCalmedDown = [&] {
            const auto now = take();
            if (!now)
                return false;
            for (const Reading &then : readings)
                wasHot = wasHot || has(findingsOf(now->queue, QueueActivity::between(then.queue, now->queue, now->had - then.had)), QueueFinding::Kind::HotLooping);
            readings.push_back(*now);
            const Reading &then = readings[from];
            if (now->had - then.had < 5s)
                return false;
            // As a window looks, every five seconds. After so many failures a key waits 5 ms, doubled each time but the first;
            // a resync, every 30 s, tries once more.
            const auto activity = QueueActivity::between(then.queue, now->queue, now->had - then.had);
            const double longest = std::chrono::duration<double>(now->had - then.asked).count();
            const double pause = 0.005 * std::pow(2, then.failures - 1);
            const double retries = now->queue.retries.value_or(-1) - then.queue.retries.value_or(0);
            qInfo("%.1f retries/s after %d failures of each", activity.retriesPerSecond, then.failures);
            if (then.failures > 0 && retries > failingFoos * (2 + longest / pause + longest / 30))
                qWarning("%.0f retries in %.1f s, although a key waits %.1f s", retries, longest, pause);
            from = readings.size() - 1;
            atFirst = std::max(atFirst, activity.retriesPerSecond);
            return wasHot && !has(findingsOf(now->queue, activity), QueueFinding::Kind::HotLooping) && activity.retriesPerSecond <= atFirst / 4;
        };
        QVERIFY(QTest::qWaitFor(hasCalmedDown, longPatience));
        QVERIFY(readings.back().failures >= 8);

        // Each retry is a failure that the controller has logged, and most of them are of the Foos whose name is taken.
        std::optional<Bracket> now;
        const auto isQuiet = [&] {
            const int failed = m_controller->failed();
            now = readSample();
            return now && now->isQuiet("Foos") && failed == m_controller->failed();
        };
        QVERIFY(QTest::qWaitFor(isQuiet, patience));
        QCOMPARE(now->queue("Foos")->retries.value_or(-1), double(m_controller->failed()));
        QCOMPARE(now->queue("Foos")->depth.value_or(-1), 0.0);
    }

    void whoIsStuckAreTheFoosThatFail()
    {
        const std::string space = m_space->name().toStdString();
        const auto report = m_cluster->suspects("Foos", {space, "sample-controller"});
        QVERIFY_RESULT(report);
        QVERIFY((*report)->gaps.empty());
        QCOMPARE((*report)->looked, std::size_t(manyFoos + failingFoos));
        QStringList stuck;
        for (const Suspect &suspect : (*report)->suspects) {
            QCOMPARE(suspect.key.namespaceName, space);
            QCOMPARE(suspect.reasons.front().kind, Suspicion::Kind::Event);
            QCOMPARE(suspect.reasons.front().reason, std::string("ErrResourceExists"));
            QVERIFY(suspect.reasons.front().count >= 2);
            stuck.append(QString::fromStdString(suspect.key.name));
        }
        stuck.sort();
        QCOMPARE(stuck, (QStringList{QStringLiteral("failing-0"), QStringLiteral("failing-1"), QStringLiteral("failing-2"), QStringLiteral("failing-3")}));
        QCOMPARE((*report)->leases.size(), std::size_t(1));
        QVERIFY((*report)->leases.front().isHeld((*report)->takenAt));
    }

    void whileFiveThousandPodsRollTheManagersQueuesAreToldAsTheyAre()
    {
        const auto manager = m_cluster->target("kube-controller-manager");
        QVERIFY_RESULT(manager);
        const QString url = QStringLiteral("https://%1:10257/metrics").arg(ClockworkCluster::address());
        const TestNamespace space;
        QElapsedTimer timer;
        timer.start();

        std::map<std::string, double> deepest;
        int readings = 0;
        int quiet = 0;
        std::optional<Bracket> last;
        SteadyTime lastRead;
        /// Every queue of the manager, and what came since the last reading.
        const auto areToldRightly = [&] {
            const auto bracket = m_cluster->read(*manager, url);
            const SteadyTime now = std::chrono::steady_clock::now();
            if (!bracket) {
                qWarning("%s", qPrintable(bracket.error().toString()));
                return false;
            }
            for (const QString &queue : bracket->after.queues()) {
                const std::string name = queue.toStdString();
                if (const QString problem = bracket->disagreement(name); !problem.isEmpty()) {
                    qWarning("%s", qPrintable(problem));
                    return false;
                }
                quiet += bracket->isQuiet(name);
                deepest[name] = std::max(deepest[name], bracket->queue(name)->depth.value_or(-1));
                if (!last || !last->queue(name))
                    continue;
                const std::chrono::duration<double> elapsed = now - lastRead;
                const double adds = QueueActivity::between(*last->queue(name), *bracket->queue(name), elapsed).addsPerSecond * elapsed.count();
                const double fewest = bracket->before.of("adds_total", name) - last->after.of("adds_total", name);
                const double most = bracket->after.of("adds_total", name) - last->before.of("adds_total", name);
                if (adds < fewest - 0.01 || adds > most + 0.01) {
                    qWarning("%s: %.1f adds are not within %.0f and %.0f", name.c_str(), adds, fewest, most);
                    return false;
                }
            }
            last = *bracket;
            lastRead = now;
            ++readings;
            return true;
        };
        const auto isRolledOut = [&](std::int64_t generation) {
            if (!areToldRightly())
                return false;
            const auto page = m_cluster->answer(m_cluster->dynamic.list(deployments, space.name().toStdString(), {}));
            int finished = 0;
            for (const ObjectPtr &one : page ? page->items : std::vector<ObjectPtr>()) {
                one->read([&](JsonValue root) {
                    const JsonValue status = root["status"];
                    finished += status["observedGeneration"].integer(0) == generation && status["updatedReplicas"].integer(0) == replicas
                        && status["availableReplicas"].integer(0) == replicas && status["replicas"].integer(0) == replicas;
                });
            }
            return finished == rolling;
        };
        std::vector<QByteArray> many;
        for (int i = 0; i < rolling; ++i)
            many.push_back(deployment("rolling-" + QByteArray::number(i), replicas));
        QVERIFY_RESULT(m_cluster->createAll(deployments, space.name().toStdString(), many));
        QVERIFY(QTest::qWaitFor([&] { return isRolledOut(1); }, 3 * longPatience));
        qInfo("%d Pods were there after %lld s", rolling * replicas, static_cast<long long>(timer.elapsed() / 1000));

        const double syncs = last->queue("deployment")->working.count();
        std::vector<Future<ObjectReply>> restarts;
        for (int i = 0; i < rolling; ++i)
            restarts.push_back(m_cluster->dynamic.patch(deployments, {space.name().toStdString(), "rolling-" + std::to_string(i)}, PatchType::Strategic,
                                                        json("{'spec':{'template':{'metadata':{'annotations':{'kubectl.kubernetes.io/restartedAt':'2026-01-01T00:00:00Z'}}}}}")));
        for (auto &restart : restarts)
            QVERIFY_RESULT(m_cluster->answer(std::move(restart)));
        QVERIFY(QTest::qWaitFor([&] { return isRolledOut(2); }, 3 * longPatience));
        qInfo("and rolled after %lld s: %d readings, %d quiet queues in them, at most %.0f ReplicaSets and %.0f Deployments waited", static_cast<long long>(timer.elapsed() / 1000),
              readings, quiet, deepest["replicaset"], deepest["deployment"]);
        QVERIFY(deepest["replicaset"] > 0);
        QVERIFY(deepest["deployment"] > 0);
        QVERIFY(last->queue("deployment")->working.count() >= syncs + rolling);

        // At rest all of it is the same, latencies included.
        const auto isAtRest = [&] { return areToldRightly() && last->isQuiet("replicaset") && last->isQuiet("deployment"); };
        QVERIFY(QTest::qWaitFor(isAtRest, longPatience));
        QCOMPARE(last->queue("replicaset")->depth.value_or(-1), 0.0);
        QVERIFY(last->queue("replicaset")->waiting.quantile(0.99).value_or(0) > 0);
    }
};

ORRERY_GUILESS_TEST(ClusterClockwork)
} // namespace cluster_clockwork
#include "cluster_clockwork.moc"
