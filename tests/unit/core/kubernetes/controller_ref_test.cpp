// SPDX-License-Identifier: Apache-2.0
#include "core/kubernetes/apps/v1/deployment.h"
#include "core/kubernetes/controller_ref.h"
#include "core/kubernetes/samplecontroller/v1alpha1/foo.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace controller_ref_test {

using namespace kube;
using kube::apps::v1::Deployment;
using kube::samplecontroller::v1alpha1::Foo;

namespace {

Foo foo(const char *uid)
{
    const Foo foo;
    foo.metadata().name().set("example");
    foo.metadata().uid().set(uid);
    return foo;
}

} // namespace

class ControllerRefTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aReferenceNamesItsOwnerAsController()
    {
        const Deployment deployment;
        deployment.metadata().ownerReferences().append(newControllerRef(foo("1")));
        QCOMPARE(deployment.metadata().ownerReferences().json(),
                 std::string(R"([{"apiVersion":"samplecontroller.k8s.io/v1alpha1","kind":"Foo","name":"example","uid":"1",)"
                             R"("controller":true,"blockOwnerDeletion":true}])"));
    }

    void theControllerIsFoundAmongOtherOwners()
    {
        const Deployment deployment;
        QVERIFY(!controllerOf(deployment));
        const auto other = deployment.metadata().ownerReferences().append();
        other.kind().set("Other");
        other.uid().set("0");
        QVERIFY(!controllerOf(deployment));
        deployment.metadata().ownerReferences().append(newControllerRef(foo("1")));
        QCOMPARE(controllerOf(deployment)->uid().value(), std::string("1"));
    }

    void theUidSaysWhoseAnObjectIs()
    {
        const Deployment deployment;
        QVERIFY(!isControlledBy(deployment, foo("1")));
        deployment.metadata().ownerReferences().append(newControllerRef(foo("1")));
        QVERIFY(isControlledBy(deployment, foo("1")));
        QVERIFY(!isControlledBy(deployment, foo("2"))); // made anew under the same name
    }
};

ORRERY_GUILESS_TEST(ControllerRefTest)
} // namespace controller_ref_test
#include "controller_ref_test.moc"
