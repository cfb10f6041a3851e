// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gui/support/demo_window.h"
#include "tests/support/warnings.h"

#include <QTemporaryDir>

namespace orrery::test {

/// What a test of the whole window begins with: a home folder and a demo cluster of its own.
class DemoHome
{
public:
    explicit DemoHome(const QString &pods = QStringLiteral("60"))
    {
        kube::test::failOnWarnings();
        if (!m_home.isValid())
            qFatal("there is no place for a home folder");
        qputenv("HOME", m_home.path().toLocal8Bit());
        qunsetenv("KUBECONFIG");
        m_demo = std::make_unique<DemoProcess>(QStringList{QStringLiteral("--pods"), pods});
    }
    [[nodiscard]] QString path(const char *name) const { return m_home.filePath(QLatin1String(name)); }
    [[nodiscard]] const QString &kubeconfig() const { return m_demo->kubeconfig(); }
    [[nodiscard]] CommandLine line(const char *kind = "", const char *name = "") const
    {
        CommandLine line;
        line.kubeconfig = m_demo->kubeconfig();
        line.kind = QString::fromLatin1(kind);
        line.name = QString::fromLatin1(name);
        return line;
    }

private:
    QTemporaryDir m_home;
    std::unique_ptr<DemoProcess> m_demo;
};

} // namespace orrery::test
