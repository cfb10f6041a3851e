// SPDX-License-Identifier: Apache-2.0
#include "core/object/json.h"
#include "core/verbs/cron_job_verbs.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace cron_job_verbs_test {

using namespace kube;

class CronJobVerbsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void suspendingNamesOneField()
    {
        QCOMPARE(suspendPatch(Suspended::Yes), QByteArray(R"({"spec":{"suspend":true}})"));
        QCOMPARE(suspendPatch(Suspended::No), QByteArray(R"({"spec":{"suspend":false}})"));
    }

    void aJobByHandIsTheTemplateOwnedByItsCronJob()
    {
        const auto cronJob = JsonDocument::parse(R"({"apiVersion":"batch/v1beta1","kind":"CronJob","metadata":{"name":"nightly","namespace":"shop","uid":"u1"},)"
            R"("spec":{"schedule":"0 3 * * *","jobTemplate":{"metadata":{"labels":{"app":"nightly"},"annotations":{"note":"a"}},)"
            R"("spec":{"backoffLimit":2,"template":{"spec":{"containers":[]}}}}}})");
        QVERIFY_RESULT(cronJob);
        const auto job = jobOf(cronJob->root(), "nightly-manual-x");
        QVERIFY_RESULT(job);
        QCOMPARE(*job, QByteArray(R"({"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"nightly-manual-x","namespace":"shop","labels":{"app":"nightly"},)"
            R"("annotations":{"cronjob.kubernetes.io/instantiate":"manual","note":"a"},)"
            R"("ownerReferences":[{"apiVersion":"batch/v1beta1","kind":"CronJob","name":"nightly","uid":"u1","controller":true}]},)"
            R"("spec":{"backoffLimit":2,"template":{"spec":{"containers":[]}}}})"));
    }

    void whatIsNoCronJobGivesNoJob()
    {
        const auto pod = JsonDocument::parse(R"({"kind":"Pod"})");
        QCOMPARE(jobOf(pod->root(), "x").error().kind, ErrorKind::BadInput);
    }

    void theNameOfAJobFitsAPodsLabel()
    {
        QCOMPARE(manualJobName("nightly", "x7k2p"), std::string("nightly-manual-x7k2p"));
        const std::string longName = manualJobName(std::string(49, 'a') + "-b" + std::string(20, 'c'), "x7k2p");
        QVERIFY(longName.size() <= 63);
        QVERIFY(longName.ends_with("a-manual-x7k2p"));
    }
};

ORRERY_GUILESS_TEST(CronJobVerbsTest)
} // namespace cron_job_verbs_test
#include "cron_job_verbs_test.moc"
