// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/cluster/clockwork/clockwork_cluster.h"
#include "tests/cluster/examples/example_program.h"

namespace kube::test {

/// The sample controller, and how often each key has ended well and badly, by its log.
struct SampleController : ExampleProgram {
    explicit SampleController(const TestNamespace &space)
        : ExampleProgram(QStringLiteral("sample-controller"), with({QStringLiteral("-metrics-bind-address=") + ClockworkCluster::address() + QStringLiteral(":8080"),
                                                                    QStringLiteral("-leader-elect-resource-namespace=") + space.name()}))
    {
    }
    [[nodiscard]] QString url() const { return QStringLiteral("http://%1:8080/metrics").arg(ClockworkCluster::address()); }
    [[nodiscard]] int endedWell(const TestNamespace &space, const QByteArray &name) { return ends(key(space, name) + " is as it should be"); }
    [[nodiscard]] int failed(const TestNamespace &space, const QByteArray &name) { return ends(key(space, name) + " comes again later"); }
    [[nodiscard]] int failed() { return ends(" comes again later"); }

private:
    [[nodiscard]] static QByteArray key(const TestNamespace &space, const QByteArray &name) { return "] " + space.name().toUtf8() + '/' + name; }
    [[nodiscard]] int ends(const QByteArray &words)
    {
        QCoreApplication::processEvents(); // what it has written by now
        return static_cast<int>(err().count(words));
    }
};

} // namespace kube::test
