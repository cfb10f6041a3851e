// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/rollouts/fake_workloads.h"
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/editing/replica_box.h"
#include "ui/views/rollouts/scale_list_dialog.h"
#include "ui/widgets/table_view.h"

#include <QLineEdit>

namespace scale_list_dialog_test {

using namespace orrery;
using namespace orrery::test;

class ScaleListDialogTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WorkloadFixture> m_fixture;
    std::unique_ptr<ScaleListDialog> m_dialog;

    [[nodiscard]] QAbstractItemModel *model() const { return m_dialog->findChild<TableView *>()->model(); }
    [[nodiscard]] QString cell(int row, int column) const { return model()->index(row, column).data().toString(); }
    [[nodiscard]] QPushButton *button() const { return buttonOf(m_dialog.get(), QStringLiteral("Scale")); }
    void type(const QString &number) const
    {
        auto *box = m_dialog->findChild<ReplicaBox *>();
        box->selectAll();
        QTest::keyClicks(box, number);
    }
    void read(qint64 desired, qint64 current, const char *version)
    {
        m_fixture->scale.reads.give(kube::ScaleState{desired, current, version, {}});
        m_fixture->time->run();
    }
    void answer(kube::Result<kube::ScaleState> answer)
    {
        m_fixture->scale.writes.give(std::move(answer));
        m_fixture->time->run();
    }
    void observe(const std::string &status, int generation = 2)
    {
        m_fixture->objects.tell(objectOf(WorkloadFixture::deployment("i:1", status, generation), "Deployment", "apps"));
        m_fixture->time->run();
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_fixture = std::make_unique<WorkloadFixture>();
        m_dialog = std::make_unique<ScaleListDialog>(m_fixture->ports(), m_fixture->deployments, std::vector<kube::ObjectKey>{{"shop", "web"}, {"shop", "api"}}, std::nullopt,
                                                     WorkloadFixture::now);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->show();
        m_fixture->time->run();
    }
    void cleanup()
    {
        m_dialog.reset();
        m_fixture->time->run();
    }

    void eachIsListedWithItsNumber()
    {
        QVERIFY(!button()->isEnabled());
        read(3, 3, "101");
        read(1, 1, "102");
        QCOMPARE(cell(0, 0), QStringLiteral("web"));
        QCOMPARE(cell(0, 1), QStringLiteral("3"));
        QCOMPARE(cell(1, 1), QStringLiteral("1"));
        QVERIFY(!button()->isEnabled()); // nothing is wanted yet
        QCOMPARE(unnamedWidgets(m_dialog.get()).join(QLatin1Char('\n')), QString());
    }

    void oneNumberIsForAllThatHaveAnother()
    {
        read(3, 3, "101");
        read(1, 1, "102");
        type(QStringLiteral("3"));
        QCOMPARE(cell(0, 2), QStringLiteral("3"));
        QCOMPARE(button()->text().remove(QLatin1Char('&')), QStringLiteral("Scale 1 object(s)"));
        button()->click();
        QCOMPARE(m_fixture->scale.written, QStringList{QStringLiteral("3@102")});
    }

    void eachMayHaveItsOwn()
    {
        read(3, 3, "101");
        read(1, 1, "102");
        QVERIFY(model()->setData(model()->index(0, 2), 4));
        QVERIFY(model()->setData(model()->index(1, 2), 5));
        QVERIFY(!model()->setData(model()->index(1, 2), -1));
        QVERIFY(!model()->setData(model()->index(1, 2), QStringLiteral("many")));
        button()->click();
        QCOMPARE(m_fixture->scale.written, (QStringList{QStringLiteral("4@101"), QStringLiteral("5@102")}));
    }

    void aFailureOfOneSaysSoAndKeepsTheOthers()
    {
        read(3, 3, "101");
        read(1, 1, "102");
        type(QStringLiteral("5"));
        button()->click();
        answer(kube::fail(serverError(403, "Forbidden", QStringLiteral("not this one"))));
        answer(kube::ScaleState{5, 1, "103", {}});
        QVERIFY2(cell(0, 3).contains(QStringLiteral("not this one")), qPrintable(cell(0, 3)));
        QCOMPARE(cell(1, 3), QStringLiteral("scaled"));
        QCOMPARE(cell(1, 1), QStringLiteral("1")); // from 1 …
        QCOMPARE(cell(1, 2), QStringLiteral("5")); // … to 5
        QCOMPARE(button()->text().remove(QLatin1Char('&')), QStringLiteral("Scale 1 object(s)")); // the one that failed
        QVERIFY(wordsOf(m_dialog.get()).contains(QStringLiteral("1 failed")));
    }

    void oneWhoseStatusHadMovedOnIsWrittenOverTheNewVersion()
    {
        read(3, 3, "101");
        read(5, 5, "102");
        type(QStringLiteral("5"));
        button()->click();
        answer(kube::fail(serverError(409, "Conflict", QStringLiteral("modified"))));
        read(3, 2, "103");
        QCOMPARE(m_fixture->scale.written, (QStringList{QStringLiteral("5@101"), QStringLiteral("5@103")}));
    }

    void oneThatSomebodyElseHasScaledIsLeftAlone()
    {
        read(3, 3, "101");
        read(5, 5, "102");
        type(QStringLiteral("5"));
        button()->click();
        answer(kube::fail(serverError(409, "Conflict", QStringLiteral("modified"))));
        read(9, 3, "103");
        QCOMPARE(m_fixture->scale.written.size(), 1);
        QCOMPARE(cell(0, 3), QStringLiteral("Somebody else has set it to 9 since."));
        QCOMPARE(cell(0, 1), QStringLiteral("9"));
    }

    void aWriteWithoutAnAnswerIsLookedUp()
    {
        read(3, 3, "101");
        read(5, 5, "102");
        type(QStringLiteral("5"));
        button()->click();
        answer(kube::fail(kube::Error::transport(QStringLiteral("reset by peer"))));
        read(5, 3, "103");
        QCOMPARE(cell(0, 3), QStringLiteral("scaled"));
    }

    void eachIsFollowedUntilItsReplicasAreThere()
    {
        read(3, 3, "101");
        read(5, 5, "102");
        type(QStringLiteral("5"));
        m_fixture->changes.lists["pods"] = {WorkloadFixture::waitingPod()};
        button()->click();
        answer(kube::ScaleState{5, 3, "103", {}});
        observe("'observedGeneration':2,'replicas':3,'readyReplicas':3");
        read(5, 3, "103");
        QVERIFY2(cell(0, 3).startsWith(QStringLiteral("3 of 5 replicas, 3 ready; ImagePullBackOff")), qPrintable(cell(0, 3)));
        QVERIFY(wordsOf(m_dialog.get()).contains(QStringLiteral("1 under way")));
    }

    void whenTheReplicasAreThereItIsDone()
    {
        read(3, 3, "101");
        read(5, 5, "102");
        type(QStringLiteral("5"));
        button()->click();
        answer(kube::ScaleState{5, 5, "103", {}});
        observe("'observedGeneration':2,'replicas':5,'readyReplicas':5");
        read(5, 5, "103");
        QCOMPARE(cell(0, 3), QStringLiteral("5 of 5 replicas, 5 ready"));
        QVERIFY(wordsOf(m_dialog.get()).contains(QStringLiteral("1 done")));
        QVERIFY(buttonOf(m_dialog.get(), QStringLiteral("Close")));
    }

    void oneThatCannotBeReadSaysSo()
    {
        m_fixture->scale.reads.give(kube::fail(serverError(404, "NotFound", QStringLiteral("no scale there"))));
        m_fixture->time->run();
        read(5, 5, "102");
        type(QStringLiteral("6"));
        QVERIFY(!cell(0, 3).isEmpty());
        button()->click();
        QCOMPARE(m_fixture->scale.written, QStringList{QStringLiteral("6@102")});
    }
};

ORRERY_TEST(ScaleListDialogTest)
} // namespace scale_list_dialog_test
#include "scale_list_dialog_test.moc"
