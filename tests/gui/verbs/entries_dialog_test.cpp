// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/dialog_reader.h"
#include "tests/gui/support/fake_verbs.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/verbs/entries_dialog.h"
#include "ui/views/verbs/entries_model.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

namespace entries_dialog_test {

using namespace orrery;
using namespace orrery::test;

class EntriesDialogTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<kube::test::ManualTime> m_time;
    std::unique_ptr<FakeChanges> m_port;
    std::unique_ptr<QWidget> m_window;
    QPointer<EntriesDialog> m_dialog;

    void open(std::unique_ptr<EntriesKind> kind, std::vector<kube::ObjectKey> keys = {{"shop", "web"}})
    {
        kube::ResourceInfo pods;
        pods.gvr = {"", "v1", "pods"};
        pods.kind = "Pod";
        m_dialog = new EntriesDialog(*m_port, m_time, QStringLiteral("prod-eu"), std::move(kind), pods, std::move(keys), m_window.get());
        m_dialog->open();
        m_time->run();
    }
    void answer(Answers<kube::ObjectReply> &answers, const char *json)
    {
        kube::ObjectReply reply;
        reply.json = QByteArray::fromStdString(jsonText(json));
        answers.give(reply);
        m_time->run();
    }
    void refuse(int code, const char *reason, const QString &message)
    {
        m_port->writes.give(kube::fail(serverError(code, reason, message)));
        m_time->run();
    }
    [[nodiscard]] EntriesModel *model() const { return m_dialog->findChild<EntriesModel *>(); }
    void set(int row, int column, const char *text) const { QVERIFY(model()->setData(model()->index(row, column), QString::fromUtf8(text), Qt::EditRole)); }
    [[nodiscard]] QPushButton *button(const QString &begins) const { return test::visibleButton(m_dialog.get(), begins); }
    [[nodiscard]] QString words() const { return test::visibleWords(m_dialog.get()); }
    [[nodiscard]] QString standing(int row) const { return model()->index(row, model()->columnCount() - 1).data().toString(); }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_time = std::make_shared<kube::test::ManualTime>();
        m_port = std::make_unique<FakeChanges>();
        m_window = std::make_unique<QWidget>();
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_time->run();
    }

    void aLabelIsAddedChangedAndTakenAwayInOnePatch()
    {
        open(labelEntries());
        const QAbstractItemModelTester tester(model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        const char object[] = "{'metadata':{'resourceVersion':'7','labels':{'a':'1','b':'2','c':'3'}}}";
        answer(m_port->reads, object);
        QVERIFY(!button(QStringLiteral("Apply"))->isEnabled());
        set(1, 1, "9");
        QCOMPARE(standing(1), QStringLiteral("Was b=2"));
        model()->toggleRemoved({0});
        QCOMPARE(standing(0), QStringLiteral("Is taken away"));
        const int added = model()->add();
        set(added, 0, "d");
        QSignalSpy applied(m_dialog, &EntriesDialog::applied);
        button(QStringLiteral("Apply"))->click();
        answer(m_port->reads, object);
        QCOMPARE(m_port->written, QStringList{QString::fromStdString(jsonText("shop/web {'metadata':{'resourceVersion':'7','labels':{'a':null,'b':'9','d':''}}}"))});
        answer(m_port->writes, object);
        QCOMPARE(applied.size(), 1);
    }

    void whatTheServerWouldRefuseIsSaidBefore()
    {
        open(labelEntries());
        answer(m_port->reads, "{'metadata':{'labels':{'a':'1'}}}");
        set(0, 1, "no spaces");
        QVERIFY2(words().contains(QStringLiteral("A value has letters")), qPrintable(words()));
        QVERIFY(!button(QStringLiteral("Apply"))->isEnabled());
        set(0, 1, "1");
        QVERIFY(!words().contains(QStringLiteral("A value has letters")));
        const int added = model()->add();
        set(added, 0, "a");
        QVERIFY(words().contains(QStringLiteral("It stands here twice.")));
    }

    void aNewRowMayBeWrittenBeforeItsKeyIsMissed()
    {
        open(labelEntries());
        answer(m_port->reads, "{'metadata':{'labels':{'a':'1'}}}");
        const auto isMissed = [this] { return words().contains(QStringLiteral("A key is needed.")); };
        button(QStringLiteral("Add"))->click();
        QVERIFY(!isMissed());
        QCOMPARE(standing(1), QStringLiteral("Is added"));
        auto *const table = m_dialog->findChild<QTableView *>();
        auto *const field = table->findChild<QLineEdit *>();
        QVERIFY(field);
        QTest::keyClicks(field, QStringLiteral("tier"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(model()->index(1, 0).data().toString(), QStringLiteral("tier"));
        set(1, 0, ""); // still in the row
        QVERIFY(!isMissed());
        table->setCurrentIndex(model()->index(0, 0));
        QVERIFY(isMissed());
        QVERIFY(!button(QStringLiteral("Apply"))->isEnabled());
    }

    void aMissingKeyIsSaidWhenItIsApplied()
    {
        open(labelEntries());
        answer(m_port->reads, "{'metadata':{'labels':{'a':'1'}}}");
        model()->add();
        button(QStringLiteral("Apply"))->click();
        QVERIFY(words().contains(QStringLiteral("A key is needed.")));
        QCOMPARE(m_port->reads.open(), 0U);
    }

    void aRowIsLeftForWhatIsBesideTheTable()
    {
        open(labelEntries());
        answer(m_port->reads, "{'metadata':{'labels':{'a':'1'}}}");
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
        button(QStringLiteral("Add"))->click();
        auto *const field = m_dialog->findChild<QTableView *>()->findChild<QLineEdit *>();
        QTRY_VERIFY(field->hasFocus());
        QVERIFY(!words().contains(QStringLiteral("A key is needed.")));
        button(QStringLiteral("Cancel"))->setFocus();
        QVERIFY(words().contains(QStringLiteral("A key is needed.")));
    }

    void aBusyObjectIsReadAgainAndTheChangeMade()
    {
        open(labelEntries());
        answer(m_port->reads, "{'metadata':{'resourceVersion':'7','labels':{'a':'1'}}}");
        set(0, 1, "2");
        button(QStringLiteral("Apply"))->click();
        answer(m_port->reads, "{'metadata':{'resourceVersion':'8','labels':{'a':'1'}}}");
        refuse(409, "Conflict", QStringLiteral("modified"));
        answer(m_port->reads, "{'metadata':{'resourceVersion':'9','labels':{'a':'1'}}}");
        QCOMPARE(m_port->written.size(), 2);
        QVERIFY(m_port->written.back().contains(QStringLiteral("\"9\"")));
    }

    void whatSomebodyElseHasChangedIsNotOverwritten()
    {
        open(labelEntries());
        answer(m_port->reads, "{'metadata':{'resourceVersion':'7','labels':{'a':'1'}}}");
        set(0, 1, "2");
        button(QStringLiteral("Apply"))->click();
        answer(m_port->reads, "{'metadata':{'resourceVersion':'8','labels':{'a':'5'}}}");
        QVERIFY(m_port->written.isEmpty());
        answer(m_port->reads, "{'metadata':{'resourceVersion':'8','labels':{'a':'5'}}}");
        QVERIFY2(words().contains(QStringLiteral("web: it has a=5 by now")), qPrintable(words()));
        QCOMPARE(model()->index(0, 1).data().toString(), QStringLiteral("2")); // stays
        button(QStringLiteral("Apply"))->click();
        answer(m_port->reads, "{'metadata':{'resourceVersion':'8','labels':{'a':'5'}}}");
        QCOMPARE(m_port->written.size(), 1); // having seen it
    }

    void aRefusalStaysWithWhatWasTyped()
    {
        open(annotationEntries());
        answer(m_port->reads, "{'metadata':{'annotations':{'a':'1'}}}");
        set(0, 1, "two words");
        button(QStringLiteral("Apply"))->click();
        answer(m_port->reads, "{'metadata':{'annotations':{'a':'1'}}}");
        refuse(403, "Forbidden", QStringLiteral("you may not"));
        answer(m_port->reads, "{'metadata':{'annotations':{'a':'1'}}}");
        QVERIFY(words().contains(QStringLiteral("you may not")));
        QCOMPARE(model()->index(0, 1).data().toString(), QStringLiteral("two words"));
        QVERIFY(button(QStringLiteral("Apply"))->isEnabled());
    }

    void aSecretsValuesAreNotAmongItsAnnotations()
    {
        open(annotationEntries());
        answer(m_port->reads, "{'kind':'Secret','metadata':{'annotations':{'a':'1','kubectl.kubernetes.io/last-applied-configuration':'{}'}}}");
        QCOMPARE(model()->rowCount(), 1);
        QCOMPARE(model()->index(0, 0).data().toString(), QStringLiteral("a"));
    }

    void manyObjectsAreOneTable()
    {
        open(labelEntries(), {{"shop", "a"}, {"shop", "b"}});
        answer(m_port->reads, "{'metadata':{'resourceVersion':'1','labels':{'app':'web','tier':'x'}}}");
        answer(m_port->reads, "{'metadata':{'resourceVersion':'2','labels':{'app':'api'}}}");
        QCOMPARE(standing(0), QStringLiteral("Several values"));
        QCOMPARE(standing(1), QStringLiteral("On 1 of 2"));
        model()->toggleRemoved({1});
        button(QStringLiteral("Apply"))->click();
        answer(m_port->reads, "{'metadata':{'resourceVersion':'1','labels':{'app':'web','tier':'x'}}}");
        QCOMPARE(m_port->written, QStringList{QString::fromStdString(jsonText("shop/a {'metadata':{'resourceVersion':'1','labels':{'tier':null}}}"))});
    }

    void aTaintHasAnEffectToChoose()
    {
        open(taintEntries(), {{"", "n1"}});
        answer(m_port->reads, "{'metadata':{'resourceVersion':'7'},'spec':{'taints':[{'key':'kept','effect':'NoExecute','timeAdded':'t'}]}}");
        const int added = model()->add();
        set(added, 0, "tier");
        set(added, 1, "db");
        QCOMPARE(model()->index(added, 2).data().toString(), QStringLiteral("NoSchedule"));
        button(QStringLiteral("Apply"))->click();
        answer(m_port->reads, "{'metadata':{'resourceVersion':'8'},'spec':{'taints':[{'key':'kept','effect':'NoExecute','timeAdded':'t'}]}}");
        QCOMPARE(m_port->written, QStringList{QString::fromStdString(jsonText("n1 {'metadata':{'resourceVersion':'8'},'spec':{'taints':[{'key':'kept','effect':'NoExecute','timeAdded':'t'},"
                                                                              "{'key':'tier','value':'db','effect':'NoSchedule'}]}}"))});
    }

    void rowsAreAddedAndTakenAwayByKeys()
    {
        open(labelEntries());
        answer(m_port->reads, "{'metadata':{'labels':{'a':'1'}}}");
        auto *table = m_dialog->findChild<QTableView *>();
        table->setCurrentIndex(model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Delete);
        QVERIFY(model()->isRemoved(0));
        QVERIFY(button(QStringLiteral("Keep")));
        QTest::keyClick(table, Qt::Key_Delete);
        QVERIFY(!model()->isRemoved(0));
        QTest::keyClick(table, Qt::Key_Insert);
        QCOMPARE(model()->rowCount(), 2);
        QCOMPARE(unnamedWidgets(m_dialog), QStringList()); // its line is being edited
    }
};

ORRERY_TEST(EntriesDialogTest)
} // namespace entries_dialog_test
#include "entries_dialog_test.moc"
