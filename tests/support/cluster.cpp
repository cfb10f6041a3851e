// SPDX-License-Identifier: Apache-2.0
#include "tests/support/cluster.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QThread>
#include <QUuid>

namespace kube::test {

namespace {

constexpr int kMilliseconds = 120'000;

QString fromEnvironment(const char *name)
{
    const QString value = qEnvironmentVariable(name);
    if (value.isEmpty())
        qFatal("%s is not set: run this test by ctest, which starts the API server it needs", name);
    return value;
}

Cluster::Output run(const QStringList &args, const QByteArray &input)
{
    QProcess process;
    process.start(fromEnvironment("ORRERY_CLUSTER"), args);
    process.write(input);
    process.closeWriteChannel();
    Cluster::Output output;
    const bool finished = process.waitForFinished(kMilliseconds);
    output.out = process.readAllStandardOutput();
    output.error = process.readAllStandardError();
    if (finished && process.exitStatus() == QProcess::NormalExit)
        output.exitCode = process.exitCode();
    else
        qWarning("%s: %s", qPrintable(args.join(u' ')), qPrintable(process.errorString()));
    return output;
}

} // namespace

QString Cluster::kubeconfig()
{
    return fromEnvironment("ORRERY_TEST_KUBECONFIG");
}

Cluster::Output Cluster::kubectl(const QStringList &args, const QByteArray &input)
{
    return run(QStringList{QStringLiteral("kubectl")} + args, input);
}

bool Cluster::apply(const QString &nameSpace, const QByteArray &yaml)
{
    const Output output = kubectl({QStringLiteral("-n"), nameSpace, QStringLiteral("apply"), QStringLiteral("-f"), QStringLiteral("-")}, yaml);
    if (!output.ok())
        qWarning("kubectl apply: %s", output.error.constData());
    return output.ok();
}

Cluster::Output Cluster::script(const QStringList &args)
{
    return run(args, {});
}

TestNamespace::TestNamespace(const QString &prefix)
    : m_name(prefix + u'-' + QUuid::createUuid().toString(QUuid::Id128).left(10))
{
    const Cluster::Output output = Cluster::kubectl({QStringLiteral("create"), QStringLiteral("namespace"), m_name});
    if (!output.ok())
        qWarning("kubectl create namespace: %s", output.error.constData());
    // No Pod is admitted before the namespace's service account is there: after an outage its controller takes a while.
    Cluster::Output account;
    QElapsedTimer waited;
    for (waited.start(); !account.ok() && waited.elapsed() < kMilliseconds; QThread::msleep(100))
        account = kubectl({QStringLiteral("get"), QStringLiteral("serviceaccount"), QStringLiteral("default"), QStringLiteral("-o"), QStringLiteral("name")});
    if (!account.ok())
        qWarning("namespace %s has no service account: %s", qPrintable(m_name), account.error.constData());
}

TestNamespace::~TestNamespace()
{
    Cluster::kubectl({QStringLiteral("delete"), QStringLiteral("namespace"), m_name, QStringLiteral("--wait=false")});
}

Cluster::Output TestNamespace::kubectl(const QStringList &args, const QByteArray &input) const
{
    return Cluster::kubectl(QStringList{QStringLiteral("-n"), m_name} + args, input);
}

} // namespace kube::test
