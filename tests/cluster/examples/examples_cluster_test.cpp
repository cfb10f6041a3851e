// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/loader.h"
#include "core/kubeconfig/overrides.h"
#include "tests/cluster/examples/example_program.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace examples_cluster_test {

using kube::test::Cluster;
using kube::test::ExampleProgram;
using kube::test::TestNamespace;

namespace {

const char pod[] = R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"example"},"spec":{"containers":[{"name":"web","image":"nginx"}]}})";

kube::EffectiveContext contextOf(const char *name)
{
    kube::LoadingRules rules;
    rules.explicitFile = Cluster::kubeconfig();
    kube::ConfigOverrides overrides;
    overrides.context = QString::fromLatin1(name);
    return kube::applyOverrides(kube::KubeconfigLoader(rules).load()->config, overrides).value();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ExamplesClusterTest : public QObject
{
    Q_OBJECT
private:
    static QByteArray deployment(const char *path)
    {
        return Cluster::kubectl({QStringLiteral("-n"), QStringLiteral("default"), QStringLiteral("get"), QStringLiteral("deployment"),
                                 QStringLiteral("demo-deployment"), QStringLiteral("-o"), QStringLiteral("jsonpath=") + QString::fromLatin1(path)})
            .out;
    }

    static bool deploymentIsGone()
    {
        const auto got = Cluster::kubectl({QStringLiteral("-n"), QStringLiteral("default"), QStringLiteral("get"), QStringLiteral("deployment"),
                                           QStringLiteral("demo-deployment"), QStringLiteral("-o"), QStringLiteral("name"),
                                           QStringLiteral("--ignore-not-found")});
        return got.ok() && got.out.isEmpty();
    }

    /// What it said, without other tests' Deployments in that namespace.
    static QByteArray transcriptOf(ExampleProgram &example)
    {
        QByteArray lines;
        for (const QByteArray &line : example.out().split('\n')) {
            if (!line.startsWith(" * ") || line.startsWith(" * demo-deployment "))
                lines += line + '\n';
        }
        lines.chop(1);
        return lines;
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aDeploymentGoesThroughItsStepsAtEachReturn_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("typed") << QStringLiteral("create-update-delete-deployment");
        QTest::newRow("dynamic") << QStringLiteral("dynamic-create-update-delete-deployment");
    }
    void aDeploymentGoesThroughItsStepsAtEachReturn()
    {
        QFETCH(QString, program);
        const char state[] = "{.spec.replicas} {.spec.template.spec.containers[0].image}";
        QVERIFY(Cluster::kubectl({QStringLiteral("-n"), QStringLiteral("default"), QStringLiteral("delete"), QStringLiteral("deployment"),
                                  QStringLiteral("demo-deployment"), QStringLiteral("--ignore-not-found"), QStringLiteral("--wait")})
                    .ok());
        QByteArray transcript = "Creating deployment...\nCreated deployment \"demo-deployment\".\n-> Press Return key to continue.";
        ExampleProgram example(program, ExampleProgram::with());
        QVERIFY2(example.says("continue."), example.err().constData());
        QCOMPARE(transcriptOf(example), transcript);
        QCOMPARE(deployment(state), QByteArray("2 nginx:1.12"));
        QCOMPARE(transcriptOf(example), transcript); // it waits

        example.pressReturn();
        transcript += "\nUpdating deployment...\nUpdated deployment...\n-> Press Return key to continue.";
        QVERIFY2(example.says("Updated deployment...\n-> Press"), example.err().constData());
        QCOMPARE(deployment(state), QByteArray("1 nginx:1.13"));
        QCOMPARE(transcriptOf(example), transcript);

        example.pressReturn();
        transcript += "\nListing deployments in namespace \"default\":\n * demo-deployment (1 replicas)\n-> Press Return key to continue.";
        QVERIFY2(example.says("replicas)\n-> Press"), example.err().constData());
        QCOMPARE(transcriptOf(example), transcript);

        example.pressReturn();
        QCOMPARE(example.exitCode(), 0);
        transcript += "\nDeleting deployment...\nDeleted deployment.\n";
        QCOMPARE(transcriptOf(example), transcript);
        QCOMPARE(example.err(), QByteArray());
        QTRY_VERIFY_WITH_TIMEOUT(deploymentIsGone(), kube::test::examplePatience);
    }

    void aProgramOutsideCountsThePods()
    {
        const TestNamespace space;
        QVERIFY(space.apply(pod));
        ExampleProgram example(QStringLiteral("out-of-cluster-client-configuration"), {QStringLiteral("--kubeconfig=") + Cluster::kubeconfig()});
        QVERIFY2(example.says("default/example-xxxxx is none of them\n"), example.err().constData());
        QVERIFY(QRegularExpression(QStringLiteral("^Pods in the cluster: [1-9]\\d*\n")).match(QString::fromUtf8(example.out())).hasMatch());
        example.terminate();
        QCOMPARE(example.exitCode(), 0);
    }

    void theMasterFlagNamesAnotherServer()
    {
        const QByteArray closed = "https://127.0.0.1:1";
        ExampleProgram example(QStringLiteral("out-of-cluster-client-configuration"), ExampleProgram::with({QStringLiteral("-master"), QString::fromLatin1(closed)}));
        QCOMPARE(example.exitCode(), 1);
        QCOMPARE(example.out(), QByteArray());
        QVERIFY2(example.err().startsWith('F'), example.err().constData());
    }

    void aPodFindsItsClusterByItsServiceAccount()
    {
        const kube::EffectiveContext admin = contextOf("token-admin");
        const QTemporaryDir root;
        const QString account = root.filePath(QStringLiteral("var/run/secrets/kubernetes.io/serviceaccount"));
        QVERIFY(QDir().mkpath(account));
        write(account + QStringLiteral("/token"), admin.user.token);
        write(account + QStringLiteral("/namespace"), "default");
        const QByteArray authority = admin.cluster.certificateAuthorityData;
        write(account + QStringLiteral("/ca.crt"), authority.isEmpty() ? read(admin.cluster.certificateAuthority) : authority);
        const QUrl server(admin.cluster.server);
        auto environment = ExampleProgram::withoutPod();
        environment.insert(QStringLiteral("KUBERNETES_SERVICE_HOST"), server.host());
        environment.insert(QStringLiteral("KUBERNETES_SERVICE_PORT"), QString::number(server.port()));
        ExampleProgram example(QStringLiteral("in-cluster-client-configuration"), {QStringLiteral("-root"), root.path()}, environment);
        QVERIFY2(example.says("default/example-xxxxx is none of them\n"), example.err().constData());
        QVERIFY(example.out().startsWith("Pods in the cluster: "));
        example.terminate();
        QCOMPARE(example.exitCode(), 0);
    }

    void whereThereIsNoPodTheInClusterExampleSaysSo()
    {
        ExampleProgram example(QStringLiteral("in-cluster-client-configuration"));
        QCOMPARE(example.exitCode(), 1);
        QVERIFY2(example.err().contains("in no Pod: without KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT"), example.err().constData());
    }

    void theWorkqueueTellsWhatHappensToPods()
    {
        const TestNamespace space;
        ExampleProgram example(QStringLiteral("workqueue"), ExampleProgram::with({QStringLiteral("-namespace"), space.name()}));
        QVERIFY(example.logs("Pod controller: filling the cache"));
        QVERIFY(space.apply(pod));
        QVERIFY2(example.says(space.name().toUtf8() + "/example is there, in version "), example.err().constData());
        QVERIFY(space.kubectl({QStringLiteral("delete"), QStringLiteral("pod"), QStringLiteral("example"), QStringLiteral("--now")}).ok());
        QVERIFY(example.says(space.name().toUtf8() + "/example is gone\n"));
        example.terminate();
        QCOMPARE(example.exitCode(), 0);
        QVERIFY(example.err().contains("Pod controller: the workers finish"));
    }

    void ofTwoCandidatesTheSecondLeadsWhenTheFirstEnds()
    {
        const TestNamespace space;
        const auto candidate = [&](const char *id) {
            return ExampleProgram::with({QStringLiteral("-lease-lock-name=example"), QStringLiteral("-lease-lock-namespace=") + space.name(),
                                         QStringLiteral("-id"), QString::fromLatin1(id)});
        };
        ExampleProgram first(QStringLiteral("leader-election"), candidate("one"));
        QVERIFY2(first.logs("Leading: the work begins"), first.err().constData());
        ExampleProgram second(QStringLiteral("leader-election"), candidate("two"));
        QVERIFY2(second.logs("one leads\n"), second.err().constData());
        QVERIFY(!second.err().contains("Leading: the work begins"));
        first.terminate();
        QCOMPARE(first.exitCode(), 0);
        QVERIFY(first.err().contains("Told to end: the election is left"));
        QVERIFY(first.err().contains("one leads no longer"));
        QVERIFY2(second.logs("Leading: the work begins"), second.err().constData());
        second.terminate();
        QCOMPARE(second.exitCode(), 0);
    }

    void anElectionWithoutALockIsRefused()
    {
        ExampleProgram example(QStringLiteral("leader-election"), ExampleProgram::with());
        QCOMPARE(example.exitCode(), 1);
        const QRegularExpression klog(QStringLiteral("^F\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d{6} +\\d+ leader_election\\.cpp:\\d+\\] which Lease\\? "
                                                     "-lease-lock-name is not given\n$"));
        QVERIFY2(klog.match(QString::fromUtf8(example.err())).hasMatch(), example.err().constData());
    }

    void aMistypedFlagEndsWithTheUsage()
    {
        ExampleProgram example(QStringLiteral("workqueue"), {QStringLiteral("-kubecfg")});
        QCOMPARE(example.exitCode(), 2);
        QVERIFY(example.err().startsWith("flag provided but not defined: -kubecfg\nUsage of "));
        ExampleProgram help(QStringLiteral("workqueue"), {QStringLiteral("-h")});
        QCOMPARE(help.exitCode(), 0);
        QVERIFY(help.err().contains("  -kubeconfig string\n"));
    }
};

ORRERY_GUILESS_TEST(ExamplesClusterTest)
} // namespace examples_cluster_test
#include "examples_cluster_test.moc"
