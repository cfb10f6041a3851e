// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/cluster.h"

#include <QProcess>
#include <QtTest>

namespace kube::test {

inline constexpr int examplePatience = 60000; ///< for an event of a program and a real server, in milliseconds

/// One of the programs of core/examples, running; killed with this object if it still does.
class ExampleProgram
{
public:
    explicit ExampleProgram(const QString &name, const QStringList &arguments = {}, const QProcessEnvironment &environment = withoutPod())
    {
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(ORRERY_BINARY_DIR "/bin/examples/") + name, arguments);
    }
    ~ExampleProgram()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
    ExampleProgram(const ExampleProgram &) = delete;
    ExampleProgram &operator=(const ExampleProgram &) = delete;

    /// -kubeconfig of the test cluster, and more.
    [[nodiscard]] static QStringList with(const QStringList &more = {})
    {
        return QStringList{QStringLiteral("-kubeconfig"), Cluster::kubeconfig()} + more;
    }
    /// This test's environment, as no Pod has it.
    [[nodiscard]] static QProcessEnvironment withoutPod()
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"KUBERNETES_SERVICE_HOST", "KUBERNETES_SERVICE_PORT", "POD_NAMESPACE", "KUBECONFIG"})
            environment.remove(QString::fromLatin1(name));
        return environment;
    }

    [[nodiscard]] const QByteArray &out() { return m_out += m_process.readAllStandardOutput(); }
    [[nodiscard]] const QByteArray &err() { return m_err += m_process.readAllStandardError(); }
    [[nodiscard]] bool says(const QByteArray &text) { return QTest::qWaitFor([&] { return out().contains(text); }, examplePatience); }
    [[nodiscard]] bool logs(const QByteArray &text) { return QTest::qWaitFor([&] { return err().contains(text); }, examplePatience); }
    void pressReturn() { m_process.write("\n"); }
    void terminate() { m_process.terminate(); }
    /// Its exit code, once it has ended; -1 when it crashed or does not end.
    [[nodiscard]] int exitCode()
    {
        if (!QTest::qWaitFor([&] { return m_process.state() == QProcess::NotRunning; }, examplePatience))
            return -1;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

private:
    QProcess m_process;
    QByteArray m_out;
    QByteArray m_err;
};

} // namespace kube::test
