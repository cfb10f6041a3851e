// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/conformance/server.h"
#include "tests/support/warnings.h"

#include <QtTest>

#include <optional>

namespace orrery::conformance {

/// What every group of cases has: the server, and a namespace of its own.
class Cases : public QObject
{
    Q_OBJECT

public:
    explicit Cases(Server &server) : m_server(server) {}

private Q_SLOTS:
    void initTestCase()
    {
        kube::test::failOnWarnings();
        m_space.emplace(m_server.api());
    }
    void cleanupTestCase() { m_space.reset(); }

protected:
    [[nodiscard]] Api &api() { return m_server.api(); }
    [[nodiscard]] Server &server() { return m_server; }
    [[nodiscard]] const QString &space() const { return m_space->name(); }
    [[nodiscard]] QString path(const QString &resource, const QString &object = {}) const { return m_space->path(resource, object); }

private:
    Server &m_server;
    std::optional<Space> m_space;
};

/// Runs every group of cases of one file; the number of failures.
int runObjectCases(Server &server, const QStringList &args);
int runPatchCases(Server &server, const QStringList &args);
int runListCases(Server &server, const QStringList &args);
int runWatchCases(Server &server, const QStringList &args);
int runTableCases(Server &server, const QStringList &args);
int runEventCases(Server &server, const QStringList &args);
int runRightsCases(Server &server, const QStringList &args);
int runWorkloadCases(Server &server, const QStringList &args);
int runRolloutCases(Server &server, const QStringList &args);
int runDefinitionCases(Server &server, const QStringList &args);
int runGarbageCases(Server &server, const QStringList &args);
int runSchemaCases(Server &server, const QStringList &args);
/// What only servers from 1.30 on know, held against the recorded replies of 1.36; or that older ones do not know it.
int runNewerCases(Server &server, const QStringList &args);
int runOlderCases(Server &server, const QStringList &args);

} // namespace orrery::conformance
