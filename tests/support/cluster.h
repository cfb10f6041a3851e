// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace kube::test {

/// The real API server that ctest's fixture `cluster` has started (tests/cluster/README.md). A test made with
/// orrery_cluster_test() finds it in its environment; outside ctest the first call ends the program with a sentence.
/// Calls block until the command has ended, and fail the test when it takes over two minutes.
class Cluster
{
public:
    struct Output {
        int exitCode = -1; ///< -1: it could not be started, crashed or took too long
        QByteArray out;
        QByteArray error;
        [[nodiscard]] bool ok() const { return exitCode == 0; }
    };

    /// Its contexts: cluster-admin (current), token-admin, viewer, nobody, web-only, pods-only.
    [[nodiscard]] static QString kubeconfig();

    /// The cluster's own kubectl, as cluster-admin unless args say --context.
    static Output kubectl(const QStringList &args, const QByteArray &input = {});
    /// `kubectl apply -f -` in a namespace; the failure, when there is one, is a Qt warning and so fails the test.
    static bool apply(const QString &nameSpace, const QByteArray &yaml);
    /// tests/cluster/cluster: bounce [S], freeze, thaw, status … A test that freezes also thaws, whatever happens.
    static Output script(const QStringList &args);
};

/// A namespace of a test's own, removed (without waiting) with this object.
class TestNamespace
{
public:
    explicit TestNamespace(const QString &prefix = QStringLiteral("test"));
    ~TestNamespace();
    TestNamespace(const TestNamespace &) = delete;
    TestNamespace &operator=(const TestNamespace &) = delete;

    [[nodiscard]] const QString &name() const { return m_name; }
    /// kubectl -n NAME args…
    Cluster::Output kubectl(const QStringList &args, const QByteArray &input = {}) const;
    bool apply(const QByteArray &yaml) const { return Cluster::apply(m_name, yaml); }

private:
    QString m_name;
};

} // namespace kube::test
