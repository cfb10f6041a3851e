// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/rollouts/fake_workloads.h"
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/rollouts/change_notice.h"
#include "ui/views/rollouts/rollout_page.h"
#include "ui/views/rollouts/undo_dialog.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/table_view.h"

#include <QProgressBar>
#include <QSignalSpy>

namespace rollout_page_test {

using namespace orrery;
using namespace orrery::test;

class RolloutPageTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WorkloadFixture> m_fixture;
    std::unique_ptr<RolloutPage> m_page;

    void show(const std::string &json)
    {
        m_fixture->objects.tell(objectOf(json, "Deployment", "apps"));
        m_fixture->time->run();
    }
    [[nodiscard]] QString cell(int row, int column) const
    {
        const QAbstractItemModel *model = m_page->findChild<TableView *>()->model();
        return model->index(row, column).data().toString();
    }
    [[nodiscard]] DiffView *diff() const { return m_page->findChild<DiffView *>(); }
    void choose(int row, QItemSelectionModel::SelectionFlags how = QItemSelectionModel::ClearAndSelect) const
    {
        QItemSelectionModel *selection = m_page->findChild<TableView *>()->selectionModel();
        selection->select(selection->model()->index(row, 0), how | QItemSelectionModel::Rows);
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_fixture = std::make_unique<WorkloadFixture>();
        m_fixture->changes.lists["replicasets"] = {WorkloadFixture::replicaSet(1, "i:1"), WorkloadFixture::replicaSet(2, "i:2"), WorkloadFixture::replicaSet(3, "i:3")};
        m_page = std::make_unique<RolloutPage>(QStringLiteral("prod"), m_fixture->ports(), m_fixture->deployments, kube::ObjectKey{"shop", "web"}, WorkloadFixture::now);
        m_page->resize(900, 600);
        m_page->show();
        m_fixture->time->run();
    }
    void cleanup()
    {
        m_page.reset();
        m_fixture->time->run();
    }

    void revisionsAreListedTheNewestFirst()
    {
        show(WorkloadFixture::deployment("i:3", rolledOut));
        QCOMPARE(cell(0, 0), QStringLiteral("3"));
        QCOMPARE(cell(0, 1), QStringLiteral("current"));
        QCOMPARE(cell(1, 1), QString());
        QCOMPARE(cell(1, 2), QStringLiteral("22h"));
        QCOMPARE(cell(1, 3), QStringLiteral("0/2"));
        QCOMPARE(cell(1, 4), QStringLiteral("s:1, i:2"));
        QCOMPARE(cell(1, 5), QStringLiteral("cause 2"));
    }

    void theStatusIsKubectlsSentence()
    {
        show(WorkloadFixture::deployment("i:3", rolledOut));
        QVERIFY2(wordsOf(m_page.get()).contains(QStringLiteral("deployment \"web\" successfully rolled out")), qPrintable(wordsOf(m_page.get())));
        QVERIFY(!m_page->findChild<QProgressBar *>()->isVisible());
        QVERIFY(!m_fixture->changes.asked.contains(QStringLiteral("pods"))); // nothing is looked for
    }

    void whatHoldsARolloutBackIsSaid()
    {
        m_fixture->changes.lists["pods"] = {WorkloadFixture::waitingPod()};
        m_fixture->changes.lists["events"] = {"{'metadata':{'name':'e','namespace':'shop'},'type':'Warning','reason':'FailedCreate','message':'exceeded quota','lastTimestamp':'2026-01-01T23:58:00Z',"
                                              "'involvedObject':{'kind':'ReplicaSet','name':'web-3','uid':'r-3'}}"};
        show(WorkloadFixture::deployment("i:3", underWay));
        const QString words = wordsOf(m_page.get());
        QVERIFY2(words.contains(QStringLiteral("1 out of 3 new replicas have been updated...")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("ImagePullBackOff, 1 Pod")) && words.contains(QStringLiteral("no such image")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("exceeded quota")) && words.contains(QStringLiteral("2m ago")), qPrintable(words));
        QCOMPARE(m_page->findChild<QProgressBar *>()->value(), 16);
    }

    void thatItIsPausedIsSaid()
    {
        show(WorkloadFixture::deployment("i:3", rolledOut, 2, "'paused':true,"));
        QVERIFY(wordsOf(m_page.get()).contains(QStringLiteral("It is paused")));
    }

    void oneRevisionIsComparedWithTheCurrentOne()
    {
        show(WorkloadFixture::deployment("i:3", rolledOut));
        QCOMPARE(diff()->changes(), 1); // the one before is chosen at first
        QVERIFY2(wordsOf(m_page.get()).contains(QStringLiteral("− Revision 3, current\n")), qPrintable(wordsOf(m_page.get())));
        choose(2);
        QVERIFY(wordsOf(m_page.get()).contains(QStringLiteral("+ Revision 1")));
        choose(0);
        QVERIFY(wordsOf(m_page.get()).contains(QStringLiteral("− Revision 2\n"))); // what the current one has brought
    }

    void twoRevisionsAreComparedWithEachOther()
    {
        show(WorkloadFixture::deployment("i:3", rolledOut));
        choose(1);
        choose(2, QItemSelectionModel::Select);
        const QString words = wordsOf(m_page.get());
        QVERIFY2(words.contains(QStringLiteral("− Revision 1")) && words.contains(QStringLiteral("+ Revision 2")), qPrintable(words));
        QVERIFY(!buttonOf(m_page.get(), QStringLiteral("Undo"))->isEnabled());
    }

    void undoIsOfferedForARevisionThatIsNotTheCurrentOne()
    {
        show(WorkloadFixture::deployment("i:3", rolledOut));
        QVERIFY(buttonOf(m_page.get(), QStringLiteral("Undo to Revision 2"))->isEnabled());
        choose(0);
        QVERIFY(!buttonOf(m_page.get(), QStringLiteral("Undo"))->isEnabled());
        choose(2);
        m_page->setWhyNoUndo(QStringLiteral("You may not"));
        QVERIFY(!buttonOf(m_page.get(), QStringLiteral("Undo"))->isEnabled());
        QCOMPARE(buttonOf(m_page.get(), QStringLiteral("Undo"))->toolTip(), QStringLiteral("You may not"));
    }

    void anUndoIsTriedAndShownBeforeItIsWritten()
    {
        const std::string now = WorkloadFixture::deployment("i:3", rolledOut);
        m_fixture->changes.objects["web"] = now;
        show(now);
        QSignalSpy undone(m_page.get(), &RolloutPage::undone);
        buttonOf(m_page.get(), QStringLiteral("Undo to Revision 2"))->click();
        m_fixture->time->run();
        QPointer<UndoDialog> dialog = m_page->findChild<UndoDialog *>();
        QVERIFY(dialog);
        QCOMPARE(m_fixture->changes.patches.size(), 1);
        QVERIFY(m_fixture->changes.patches[0].startsWith(QStringLiteral("web tried [")));
        QVERIFY(!buttonOf(dialog, QStringLiteral("Undo"))->isEnabled());
        m_fixture->answerWrite(WorkloadFixture::deployment("i:2", rolledOut));
        QCOMPARE(dialog->findChild<DiffView *>()->changes(), 1);
        QCOMPARE(unnamedWidgets(dialog).join(QLatin1Char('\n')), QString());
        buttonOf(dialog, QStringLiteral("Undo to Revision 2"))->click();
        m_fixture->time->run();
        QCOMPARE(m_fixture->changes.patches.size(), 2);
        QVERIFY(m_fixture->changes.patches[1].startsWith(QStringLiteral("web [")));
        m_fixture->answerWrite(WorkloadFixture::deployment("i:2", rolledOut, 3));
        QCOMPARE(undone.size(), 1);
        QCOMPARE(undone[0][1].toLongLong(), 2);
        QCOMPARE(undone[0][2].toLongLong(), 3);
        QTRY_VERIFY(!dialog);
    }

    void anUndoOfWhatHasChangedMeanwhileIsComparedAgain()
    {
        m_fixture->changes.objects["web"] = WorkloadFixture::deployment("i:3", rolledOut);
        UndoDialog dialog(m_fixture->ports(), m_fixture->deployments, {"shop", "web"}, 2);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        m_fixture->time->run();
        m_fixture->answerWrite(WorkloadFixture::deployment("i:2", rolledOut));
        m_fixture->changes.objects["web"] = WorkloadFixture::deployment("i:4", rolledOut, 3);
        buttonOf(&dialog, QStringLiteral("Undo to Revision 2"))->click();
        m_fixture->time->run();
        QCOMPARE(m_fixture->changes.patches.size(), 2);
        QVERIFY(m_fixture->changes.patches[1].startsWith(QStringLiteral("web tried ")));
        m_fixture->answerWrite(WorkloadFixture::deployment("i:2", rolledOut, 3));
        QVERIFY2(wordsOf(&dialog).contains(QStringLiteral("changed meanwhile")), qPrintable(wordsOf(&dialog)));
    }

    void anUndoThatHasNothingToDoSaysSo()
    {
        m_fixture->changes.objects["web"] = WorkloadFixture::deployment("i:3", rolledOut);
        UndoDialog dialog(m_fixture->ports(), m_fixture->deployments, {"shop", "web"}, 3);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        m_fixture->time->run();
        QVERIFY(wordsOf(&dialog).contains(QStringLiteral("skipped rollback (current template already matches revision 3)")));
        QVERIFY(!buttonOf(&dialog, QStringLiteral("Undo"))->isEnabled());
        QVERIFY(m_fixture->changes.patches.isEmpty());
    }

    void revisionsThatMayNotBeListedAreNotCalledNone()
    {
        m_fixture->changes.refused << QStringLiteral("replicasets");
        show(WorkloadFixture::deployment("i:3", rolledOut));
        QVERIFY2(wordsOf(m_page.get()).contains(QStringLiteral("you may not list that")), qPrintable(wordsOf(m_page.get())));
        QVERIFY(!wordsOf(m_page.get()).contains(QStringLiteral("No rollout history")));
    }

    void aNoticeFollowsWhatWasBegunUntilItIsDone()
    {
        QStringList told;
        QPointer<ChangeNotice> notice = new ChangeNotice(m_fixture->ports(), m_fixture->deployments, {"shop", "web"}, {WorkloadFollower::Purpose::Rollout, QStringLiteral("web restarted"), 3, 0},
                                                         WorkloadFixture::now);
        connect(notice, &ChangeNotice::told, this, [&told](Tone, const QString &text) { told << text; });
        show(WorkloadFixture::deployment("i:3", rolledOut)); // as it was before the restart
        QVERIFY(told.isEmpty());
        show(WorkloadFixture::deployment("i:3", "'observedGeneration':3,'replicas':3,'updatedReplicas':2,'availableReplicas':3", 3));
        QVERIFY2(told.value(0).startsWith(QStringLiteral("web restarted: Waiting for deployment \"web\" rollout to finish: 2 out of 3")), qPrintable(told.join(QLatin1Char('\n'))));
        show(WorkloadFixture::deployment("i:3", "'observedGeneration':3,'replicas':3,'updatedReplicas':3,'availableReplicas':3", 3));
        QVERIFY(told.last().endsWith(QStringLiteral("successfully rolled out")));
        QTRY_VERIFY(!notice);
    }

    void whatHasGoneIsSaid()
    {
        show(WorkloadFixture::deployment("i:3", rolledOut));
        m_fixture->objects.tell(nullptr);
        m_fixture->time->run();
        QVERIFY(wordsOf(m_page.get()).contains(QStringLiteral("It has been deleted.")));
    }

    void everythingHasAName()
    {
        show(WorkloadFixture::deployment("i:3", underWay));
        QCOMPARE(unnamedWidgets(m_page.get()).join(QLatin1Char('\n')), QString());
        QVERIFY(!m_page->accessibleName().isEmpty());
    }
};

ORRERY_TEST(RolloutPageTest)
} // namespace rollout_page_test
#include "rollout_page_test.moc"
