// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/rollouts/fake_workloads.h"
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/rollouts/workload_list_dialog.h"
#include "ui/widgets/table_view.h"

#include <QAbstractItemModelTester>

namespace workload_list_dialog_test {

using namespace orrery;
using namespace orrery::test;

class WorkloadListDialogTest : public QObject
{
    Q_OBJECT
    using Verb = WorkloadListDialog::Verb;

    std::unique_ptr<WorkloadFixture> m_fixture;
    std::unique_ptr<WorkloadListDialog> m_dialog;

    void open(Verb verb, const std::vector<kube::ObjectKey> &keys = {{"shop", "web"}, {"shop", "api"}})
    {
        m_dialog = std::make_unique<WorkloadListDialog>(m_fixture->ports(), m_fixture->deployments, keys, verb, WorkloadFixture::now);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->show();
        m_fixture->time->run();
    }
    [[nodiscard]] QAbstractItemModel *model() const { return m_dialog->findChild<TableView *>()->model(); }
    [[nodiscard]] QString result(int row) const { return model()->index(row, 1).data().toString(); }
    void press(const char *begins)
    {
        buttonOf(m_dialog.get(), QString::fromLatin1(begins))->click();
        m_fixture->time->run();
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_fixture = std::make_unique<WorkloadFixture>();
        m_fixture->changes.objects = {{"web", WorkloadFixture::deployment("i:1", rolledOut)}, {"api", WorkloadFixture::deployment("i:1", rolledOut)}};
    }
    void cleanup()
    {
        m_dialog.reset();
        m_fixture->time->run();
    }

    void allAreListedAndNothingIsWrittenBeforeItIsAskedFor()
    {
        open(Verb::Restart);
        const QAbstractItemModelTester tester(model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY2(m_dialog->windowTitle().startsWith(QStringLiteral("Restart 2 object")), qPrintable(m_dialog->windowTitle()));
        QCOMPARE(model()->index(0, 0).data().toString(), QStringLiteral("web"));
        QVERIFY2(wordsOf(m_dialog.get()).contains(QStringLiteral("replaced by new ones")), qPrintable(wordsOf(m_dialog.get())));
        QVERIFY(m_fixture->changes.patches.isEmpty());
        QVERIFY(buttonOf(m_dialog.get(), QStringLiteral("Restart 2"))->isEnabled());
        QCOMPARE(unnamedWidgets(m_dialog.get()).join(QLatin1Char('\n')), QString());
    }

    void eachIsWrittenAndFollowedUntilItsRolloutHasEnded()
    {
        open(Verb::Restart, {{"shop", "web"}, {"other", "api"}});
        QCOMPARE(model()->index(0, 0).data().toString(), QStringLiteral("shop/web"));
        press("Restart 2");
        QCOMPARE(m_fixture->changes.patches.size(), 2);
        QVERIFY(m_fixture->changes.patches[0].startsWith(QStringLiteral("web ")));
        QVERIFY(m_fixture->changes.patches[1].contains(QStringLiteral("restartedAt")));
        QVERIFY(!buttonOf(m_dialog.get(), QStringLiteral("Restart"))->isEnabled());
        m_fixture->answerWrite(WorkloadFixture::deployment("i:1", rolledOut, 3));
        m_fixture->refuseWrite(serverError(403, "Forbidden", QStringLiteral("you may not")));
        QCOMPARE(result(0), QStringLiteral("restarted"));
        QVERIFY2(result(1).contains(QStringLiteral("you may not")), qPrintable(result(1)));
        m_fixture->objects.tell(objectOf(WorkloadFixture::deployment("i:1", rolledOut, 2), "Deployment", "apps")); // of before the write
        m_fixture->time->run();
        QCOMPARE(result(0), QStringLiteral("restarted"));
        m_fixture->objects.tell(objectOf(WorkloadFixture::deployment("i:1", underWay, 3), "Deployment", "apps"));
        m_fixture->time->advance(std::chrono::seconds(1));
        QVERIFY2(result(0).startsWith(QStringLiteral("Waiting for deployment")), qPrintable(result(0)));
        m_fixture->objects.tell(objectOf(WorkloadFixture::deployment("i:1", "'observedGeneration':3,'replicas':3,'updatedReplicas':3,'availableReplicas':3,'readyReplicas':3", 3), "Deployment", "apps"));
        m_fixture->time->advance(std::chrono::seconds(1));
        QVERIFY2(result(0).contains(QStringLiteral("successfully rolled out")), qPrintable(result(0)));
        QVERIFY2(wordsOf(m_dialog.get()).contains(QStringLiteral("1 done · 1 not carried out")), qPrintable(wordsOf(m_dialog.get())));
        press("Restart 1"); // the one that has failed
        QCOMPARE(m_fixture->changes.patches.size(), 3);
        QVERIFY(m_fixture->changes.patches.last().startsWith(QStringLiteral("api ")));
    }

    void whatIsPausedAlreadyIsSaidInKubectlsWords()
    {
        m_fixture->changes.objects["web"] = WorkloadFixture::deployment("i:1", rolledOut, 2, "'paused':true,");
        open(Verb::Pause);
        press("Pause 2");
        QCOMPARE(m_fixture->changes.patches.size(), 1);
        QVERIFY2(result(0).contains(QStringLiteral("already paused")), qPrintable(result(0)));
        m_fixture->answerWrite(WorkloadFixture::deployment("i:1", rolledOut, 3, "'paused':true,"));
        QCOMPARE(result(1), QStringLiteral("paused"));
        QVERIFY(!buttonOf(m_dialog.get(), QStringLiteral("Pause"))->isEnabled()); // nothing would come of it
        QVERIFY(buttonOf(m_dialog.get(), QStringLiteral("Close")));
    }

    void whatIsResumedIsFollowed()
    {
        m_fixture->changes.objects["web"] = WorkloadFixture::deployment("i:1", rolledOut, 2, "'paused':true,");
        open(Verb::Resume, {{"shop", "web"}});
        press("Resume 1");
        m_fixture->answerWrite(WorkloadFixture::deployment("i:1", rolledOut, 3));
        QCOMPARE(result(0), QStringLiteral("resumed"));
    }
};

ORRERY_TEST(WorkloadListDialogTest)
} // namespace workload_list_dialog_test
#include "workload_list_dialog_test.moc"
