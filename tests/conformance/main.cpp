// SPDX-License-Identifier: Apache-2.0
// The same cases against the demo cluster and a real API server: what the demo says, the real one says too.
#include "tests/conformance/cases.h"

#include "core/base/ending_threads.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    using namespace orrery::conformance;
    QCoreApplication application(argc, argv);
    kube::endAfterNetworkThreads();
    const QStringList args = QCoreApplication::arguments();
    Server server;
    int failures = 0;
    for (const auto run : {runObjectCases, runPatchCases, runListCases, runWatchCases, runTableCases, runEventCases, runRightsCases, runWorkloadCases, runRolloutCases,
                           runDefinitionCases, runGarbageCases, runSchemaCases})
        failures += run(server, args);
    failures += server.isNew() ? runNewerCases(server, args) : runOlderCases(server, args);
    return failures == 0 ? 0 : 1;
}
