// SPDX-License-Identifier: Apache-2.0
#include "tests/cluster/examples/example_program.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QNetworkProxy>
#include <QTcpSocket>
#include <QUrl>

namespace sample_controller_cluster_test {

using kube::test::Cluster;
using kube::test::ExampleProgram;
using kube::test::examplePatience;
using kube::test::TestNamespace;

namespace {

QByteArray foo(const char *name, const char *deployment, int replicas)
{
    return QByteArray(R"({"apiVersion":"samplecontroller.k8s.io/v1alpha1","kind":"Foo","metadata":{"name":"NAME"},)"
                      R"("spec":{"deploymentName":"DEPLOYMENT","replicas":REPLICAS}})")
        .replace("NAME", name)
        .replace("DEPLOYMENT", deployment)
        .replace("REPLICAS", QByteArray::number(replicas));
}

/// A copy that stands for election in a namespace and serves its metrics.
struct Copy : ExampleProgram {
    explicit Copy(const TestNamespace &space)
        : ExampleProgram(QStringLiteral("sample-controller"),
                         with({QStringLiteral("-metrics-bind-address=127.0.0.1:0"), QStringLiteral("-leader-elect-resource-namespace=") + space.name()}))
    {
    }
    [[nodiscard]] bool leads() { return logs("Leading as"); }
    /// The line of /metrics that begins so, without that; "?" when there is none.
    [[nodiscard]] QByteArray metric(const QByteArray &begin)
    {
        const QByteArray before = "Serving metrics on ";
        if (!logs("/metrics\n"))
            return "?";
        const qsizetype at = err().indexOf(before) + before.size();
        const QUrl url(QString::fromLatin1(err().mid(at, err().indexOf('\n', at) - at)));
        QTcpSocket socket;
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
        socket.write("GET /metrics HTTP/1.1\r\nHost: test\r\n\r\n");
        if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, examplePatience))
            return "?";
        for (const QByteArray &line : socket.readAll().split('\n')) {
            if (line.startsWith(begin))
                return line.mid(begin.size());
        }
        return "?";
    }
};

} // namespace

class SampleControllerClusterTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<TestNamespace> m_space;

    /// A field of an object; empty when either is not there.
    QByteArray field(const char *object, const char *path) const
    {
        return m_space->kubectl({QStringLiteral("get"), QString::fromLatin1(object), QStringLiteral("-o"), QStringLiteral("jsonpath=") + QString::fromLatin1(path)}).out;
    }
    bool isGone(const char *object) const
    {
        const auto got = m_space->kubectl({QStringLiteral("get"), QString::fromLatin1(object), QStringLiteral("-o"), QStringLiteral("name"),
                                           QStringLiteral("--ignore-not-found")});
        return got.ok() && got.out.isEmpty();
    }
    QByteArray events(const char *foo) const
    {
        return m_space
            ->kubectl({QStringLiteral("get"), QStringLiteral("events"), QStringLiteral("--field-selector"),
                       QStringLiteral("involvedObject.kind=Foo,involvedObject.name=") + QString::fromLatin1(foo), QStringLiteral("-o"),
                       QStringLiteral("jsonpath={range .items[*]}{.type}|{.reason}|{.message}|{.source.component}{\"\\n\"}{end}")})
            .out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        kube::test::failOnWarnings();
        const QString crd = QStringLiteral(ORRERY_SOURCE_DIR "/core/examples/sample_controller/artifacts/crd.yaml");
        QVERIFY(Cluster::kubectl({QStringLiteral("apply"), QStringLiteral("-f"), crd}).ok());
        QVERIFY(Cluster::kubectl({QStringLiteral("wait"), QStringLiteral("--for=condition=Established"),
                                  QStringLiteral("crd/foos.samplecontroller.k8s.io")})
                    .ok());
    }
    void init() { m_space = std::make_unique<TestNamespace>(); }
    void cleanup() { m_space.reset(); }
    void cleanupTestCase()
    {
        QVERIFY(Cluster::kubectl({QStringLiteral("delete"), QStringLiteral("crd/foos.samplecontroller.k8s.io")}).ok());
    }

    void theExampleOfTheReadmeIsAFoo()
    {
        const QString file = QStringLiteral(ORRERY_SOURCE_DIR "/core/examples/sample_controller/artifacts/example_foo.yaml");
        QVERIFY(m_space->kubectl({QStringLiteral("apply"), QStringLiteral("-f"), file}).ok());
        QCOMPARE(field("foo/example-foo", "{.spec.deploymentName}"), QByteArray("example-foo"));
    }

    void aFooGetsADeploymentOfItsOwnAndItsStatusFollows()
    {
        Copy controller(*m_space);
        QVERIFY2(controller.leads(), controller.err().constData());
        QVERIFY(m_space->apply(foo("one", "one-deployment", 1)));
        QTRY_COMPARE_WITH_TIMEOUT(field("deployment/one-deployment", "{.spec.replicas}"), QByteArray("1"), examplePatience);
        QCOMPARE(field("deployment/one-deployment", "{.metadata.ownerReferences[0].kind}/{.metadata.ownerReferences[0].name} {.metadata.ownerReferences[0].controller}"),
                 QByteArray("Foo/one true"));
        QCOMPARE(field("deployment/one-deployment", "{.metadata.ownerReferences[0].uid}"), field("foo/one", "{.metadata.uid}"));
        QTRY_COMPARE_WITH_TIMEOUT(field("foo/one", "{.status.availableReplicas}"), QByteArray("1"), examplePatience);
        QTRY_VERIFY_WITH_TIMEOUT(events("one").contains("Normal|Synced|Foo synced successfully|sample-controller\n"), examplePatience);

        QVERIFY(m_space->apply(foo("one", "one-deployment", 2)));
        QTRY_COMPARE_WITH_TIMEOUT(field("deployment/one-deployment", "{.spec.replicas}"), QByteArray("2"), examplePatience);
        QTRY_COMPARE_WITH_TIMEOUT(field("foo/one", "{.status.availableReplicas}"), QByteArray("2"), examplePatience);

        // What somebody else does to its Deployment is undone.
        QVERIFY(m_space->kubectl({QStringLiteral("scale"), QStringLiteral("deployment/one-deployment"), QStringLiteral("--replicas=3")}).ok());
        QTRY_COMPARE_WITH_TIMEOUT(field("deployment/one-deployment", "{.spec.replicas}"), QByteArray("2"), examplePatience);

        // It goes with its Foo.
        QVERIFY(m_space->kubectl({QStringLiteral("delete"), QStringLiteral("foo/one")}).ok());
        QTRY_VERIFY_WITH_TIMEOUT(isGone("deployment/one-deployment"), examplePatience);

        controller.terminate();
        QCOMPARE(controller.exitCode(), 0);
        QVERIFY(controller.err().contains("the workers finish what they have in hand"));
    }

    void aDeploymentOfSomebodyElseIsLeftAloneAndTriedAgain()
    {
        QVERIFY(m_space->kubectl({QStringLiteral("create"), QStringLiteral("deployment"), QStringLiteral("taken"), QStringLiteral("--image=other")}).ok());
        Copy controller(*m_space);
        QVERIFY2(controller.leads(), controller.err().constData());
        QVERIFY(m_space->apply(foo("one", "taken", 1)));
        QTRY_VERIFY_WITH_TIMEOUT(
            events("one").contains("Warning|ErrResourceExists|Resource \"taken\" already exists and is not managed by Foo|sample-controller\n"),
            examplePatience);
        QCOMPARE(field("deployment/taken", "{.spec.template.spec.containers[0].image}"), QByteArray("other"));
        QTRY_VERIFY_WITH_TIMEOUT(controller.metric("workqueue_retries_total{name=\"Foos\"} ").toDouble() >= 2, examplePatience);
        QVERIFY(controller.err().contains(m_space->name().toUtf8() + "/one comes again later"));

        // Once the name is free, a retry finds it so.
        QVERIFY(m_space->kubectl({QStringLiteral("delete"), QStringLiteral("deployment/taken")}).ok());
        QTRY_COMPARE_WITH_TIMEOUT(field("deployment/taken", "{.metadata.ownerReferences[0].name}"), QByteArray("one"), examplePatience);
        QVERIFY(controller.logs(m_space->name().toUtf8() + "/one is as it should be"));
    }

    void theMetricsHaveClientGosNames()
    {
        Copy controller(*m_space);
        QVERIFY2(controller.leads(), controller.err().constData());
        QVERIFY(m_space->apply(foo("one", "one", 1)));
        QVERIFY(controller.logs(m_space->name().toUtf8() + "/one is as it should be"));
        QTRY_COMPARE_WITH_TIMEOUT(controller.metric("workqueue_depth{name=\"Foos\"} "), QByteArray("0"), examplePatience);
        for (const char *name : {"workqueue_adds_total{name=\"Foos\"} ", "workqueue_queue_duration_seconds_count{name=\"Foos\"} ",
                                 "workqueue_work_duration_seconds_count{name=\"Foos\"} "})
            QVERIFY2(controller.metric(name).toDouble() >= 1, name);
        for (const char *name : {"workqueue_unfinished_work_seconds{name=\"Foos\"} ", "workqueue_longest_running_processor_seconds{name=\"Foos\"} ",
                                 "workqueue_retries_total{name=\"Foos\"} ", "rest_client_requests_total{code=\"200\",host=\"127.0.0.1:",
                                 "rest_client_requests_total{code=\"201\",host=\"127.0.0.1:", "rest_client_request_duration_seconds_bucket{"})
            QVERIFY2(controller.metric(name) != "?", name);
        QCOMPARE(controller.metric("leader_election_master_status{name=\"sample-controller\"} "), QByteArray("1"));
    }

    void ofTwoCopiesTheSecondTakesOverWhenTheFirstIsTerminated()
    {
        auto first = std::make_unique<Copy>(*m_space);
        QVERIFY2(first->leads(), first->err().constData());
        Copy second(*m_space);
        QVERIFY2(second.logs("The lease is held by "), second.err().constData());
        QVERIFY(m_space->apply(foo("one", "one", 1)));
        QVERIFY(first->logs(m_space->name().toUtf8() + "/one is as it should be"));
        QCOMPARE(second.metric("leader_election_master_status{name=\"sample-controller\"} "), QByteArray("0"));
        QVERIFY(!second.err().contains("Foo controller: "));

        QElapsedTimer timer;
        timer.start();
        first->terminate();
        QCOMPARE(first->exitCode(), 0);
        QVERIFY(first->err().contains("the workers finish what they have in hand"));
        QVERIFY(first->err().contains("Not leading any more"));
        QVERIFY2(second.leads(), second.err().constData());
        qInfo("handed over in %lld ms", static_cast<long long>(timer.elapsed()));
        QCOMPARE(second.metric("leader_election_master_status{name=\"sample-controller\"} "), QByteArray("1"));
        QVERIFY(m_space->apply(foo("two", "two", 1)));
        QVERIFY2(second.logs(m_space->name().toUtf8() + "/two is as it should be"), second.err().constData());
    }
};

ORRERY_GUILESS_TEST(SampleControllerClusterTest)
} // namespace sample_controller_cluster_test
#include "sample_controller_cluster_test.moc"
