// SPDX-License-Identifier: Apache-2.0
#include "tests/support/cluster.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QFile>

namespace cluster_support_test {

using kube::test::Cluster;
using kube::test::TestNamespace;

class ClusterSupportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void theKubeconfigIsThere() { QVERIFY(QFile::exists(Cluster::kubeconfig())); }
    void aNamespaceLivesAsLongAsItsObject();
    void whatIsAppliedCanBeRead();
    void aFailedCommandTellsItsExitStatus();
    void theServerComesBackAfterABounce();
};

void ClusterSupportTest::aNamespaceLivesAsLongAsItsObject()
{
    QString name;
    const auto phase = [&name] {
        return Cluster::kubectl({QStringLiteral("get"), QStringLiteral("namespace"), name, QStringLiteral("--ignore-not-found"),
                                 QStringLiteral("-o"), QStringLiteral("jsonpath={.status.phase}")})
            .out;
    };
    {
        const TestNamespace space;
        name = space.name();
        QCOMPARE(phase(), QByteArray("Active"));
    }
    QVERIFY(phase() != QByteArray("Active"));
}

void ClusterSupportTest::whatIsAppliedCanBeRead()
{
    const TestNamespace space;
    QVERIFY(space.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\ndata: {key: value}\n"));
    const auto read = space.kubectl({QStringLiteral("get"), QStringLiteral("configmap"), QStringLiteral("one"), QStringLiteral("-o"),
                                     QStringLiteral("jsonpath={.data.key}")});
    QVERIFY2(read.ok(), read.error.constData());
    QCOMPARE(read.out, QByteArray("value"));
}

void ClusterSupportTest::aFailedCommandTellsItsExitStatus()
{
    const auto read = Cluster::kubectl({QStringLiteral("get"), QStringLiteral("namespace"), QStringLiteral("there-is-none")});
    QCOMPARE(read.exitCode, 1);
    QVERIFY(read.error.contains("NotFound"));
}

void ClusterSupportTest::theServerComesBackAfterABounce()
{
    const auto bounced = Cluster::script({QStringLiteral("bounce")});
    QVERIFY2(bounced.ok(), bounced.error.constData());
    QVERIFY(Cluster::kubectl({QStringLiteral("version")}).ok());
}

ORRERY_GUILESS_TEST(ClusterSupportTest)
} // namespace cluster_support_test
#include "cluster_support_test.moc"
