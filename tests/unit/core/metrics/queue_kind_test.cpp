// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/queue_kind.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace queue_kind_test {

using namespace kube;

namespace {

const std::vector<QueueKind> offered = {
    {"", "endpoints", "Endpoints"},
    {"", "nodes", "Node"},
    {"", "persistentvolumeclaims", "PersistentVolumeClaim"},
    {"", "services", "Service"},
    {"serving.knative.dev", "services", "Service"},
    {"apps", "deployments", "Deployment"},
    {"discovery.k8s.io", "endpointslices", "EndpointSlice"},
    {"policy", "poddisruptionbudgets", "PodDisruptionBudget"},
    {"samplecontroller.k8s.io", "foos", "Foo"},
    {"cert-manager.io", "certificates", "Certificate"},
};

QString kindOf(std::string_view queue, const std::vector<QueueKind> &kinds = offered)
{
    const auto at = queueKindOf(queue, kinds);
    return at ? QString::fromStdString(kinds[*at].resource + '.' + kinds[*at].group) : QString();
}

} // namespace

class QueueKindTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aQueueIsNamedAfterItsKindInManySpellings()
    {
        for (const char *name : {"deployment", "Deployments", "deployment-controller", "deployment_workqueue", "DeploymentReconciler"})
            QCOMPARE(kindOf(name), QStringLiteral("deployments.apps"));
        QCOMPARE(kindOf("Foos"), QStringLiteral("foos.samplecontroller.k8s.io"));
        QCOMPARE(kindOf("endpoint_slice"), QStringLiteral("endpointslices.discovery.k8s.io"));
    }

    void queuesOfTheControllerManagerAreKnown()
    {
        QCOMPARE(kindOf("endpoint"), QStringLiteral("endpoints."));
        QCOMPARE(kindOf("disruption"), QStringLiteral("poddisruptionbudgets.policy"));
        QCOMPARE(kindOf("node_lifecycle_controller"), QStringLiteral("nodes."));
        QCOMPARE(kindOf("pvcprotection"), QStringLiteral("persistentvolumeclaims."));
    }

    void kubernetesOwnKindComesBeforeAnotherOfItsName()
    {
        QCOMPARE(kindOf("service"), QStringLiteral("services."));
        QCOMPARE(kindOf("service", {{"serving.knative.dev", "services", "Service"}}), QStringLiteral("services.serving.knative.dev"));
        QCOMPARE(kindOf("certificate"), QStringLiteral("certificates.cert-manager.io"));
    }

    void aNameThatTellsNothingIsNoKind()
    {
        for (const char *name : {"garbage_collector_attempt_to_delete", "token_cleaner", "controller", "", "---"})
            QCOMPARE(kindOf(name), QString());
        QCOMPARE(kindOf("pvprotection"), QString()); // known, but not offered
    }
};

ORRERY_GUILESS_TEST(QueueKindTest)
} // namespace queue_kind_test
#include "queue_kind_test.moc"
