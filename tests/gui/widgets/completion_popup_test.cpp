// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/code_edit.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QShortcut>

namespace completion_popup_test {

using namespace orrery;

class CompletionPopupTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<QWidget> m_window;
    CodeEdit *m_edit = nullptr;

    [[nodiscard]] CompletionPopup *popup() const { return m_window->findChild<CompletionPopup *>(); }
    [[nodiscard]] QStringList offered() const
    {
        QStringList texts;
        const auto *model = popup()->findChild<QListView *>()->model();
        for (int row = 0; popup()->isVisible() && row < model->rowCount(); ++row)
            texts << model->index(row, 0).data().toString();
        return texts;
    }
    [[nodiscard]] QString current() const { return popup()->findChild<QListView *>()->currentIndex().data().toString(); }
    static QList<Completion> fields()
    {
        return {{QStringLiteral("selector"), QStringLiteral("Label selector for pods."), true, QStringLiteral("object"), QStringLiteral("selector:\n  ")},
                {QStringLiteral("replicas"), QStringLiteral("Number of desired pods."), false, QStringLiteral("integer"), {}},
                {QStringLiteral("revisionHistoryLimit"), {}, false, QStringLiteral("integer"), {}},
                {QStringLiteral("minReadySeconds"), {}, false, QStringLiteral("integer"), {}}};
    }
    void open()
    {
        m_edit->setPlainText(QString());
        QTest::keyClicks(m_edit, QStringLiteral("r"));
        m_edit->showCompletions({1, 1, 1}, fields());
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(600, 400);
        m_edit = new CodeEdit(m_window.get());
        m_edit->setAccessibleName(QStringLiteral("YAML"));
        m_edit->setGeometry(0, 0, 600, 400);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_edit->setFocus();
    }
    void cleanup() { m_window.reset(); }

    void candidatesAreAskedForAtControlSpaceAndWhileAWordIsTyped()
    {
        QSignalSpy wanted(m_edit, &CodeEdit::completionWanted);
        m_edit->setPlainText(QStringLiteral("spec:\n  "));
        m_edit->moveCursor(QTextCursor::End);
        QTest::keyClick(m_edit, Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(wanted.takeFirst(), (QVariantList{2, 3}));
        QTest::keyClicks(m_edit, QStringLiteral("r"));
        QCOMPARE(wanted.takeFirst(), (QVariantList{2, 4}));
        QTest::keyClicks(m_edit, QStringLiteral(": "));
        QTest::keyClick(m_edit, Qt::Key_Left);
        m_edit->replaceText(QStringLiteral("other"));
        QCOMPARE(wanted.count(), 0);
    }
    void whatIsTypedFiltersAndTheFocusStays()
    {
        open();
        QCOMPARE(offered(), (QStringList{QStringLiteral("replicas"), QStringLiteral("revisionHistoryLimit"), QStringLiteral("selector"), QStringLiteral("minReadySeconds")}));
        QVERIFY(m_edit->hasFocus());
        QTest::keyClicks(m_edit, QStringLiteral("e"));
        QCOMPARE(offered(), (QStringList{QStringLiteral("replicas"), QStringLiteral("revisionHistoryLimit"), QStringLiteral("minReadySeconds")}));
        QTest::keyClicks(m_edit, QStringLiteral("v"));
        QCOMPARE(offered(), QStringList{QStringLiteral("revisionHistoryLimit")});
        QTest::keyClick(m_edit, Qt::Key_Backspace);
        QCOMPARE(offered().size(), 3);
        QTest::keyClicks(m_edit, QStringLiteral("x"));
        QVERIFY(!popup()->isVisible());
        QVERIFY(m_edit->hasFocus());
    }
    void downAndReturnWriteACandidateInOneStep()
    {
        open();
        QTest::keyClick(m_edit, Qt::Key_Down);
        QCOMPARE(current(), QStringLiteral("revisionHistoryLimit"));
        QTest::keyClick(m_edit, Qt::Key_Up);
        QTest::keyClick(m_edit, Qt::Key_Up);
        QCOMPARE(current(), QStringLiteral("minReadySeconds"));
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(m_edit->toPlainText(), QStringLiteral("minReadySeconds"));
        QVERIFY(!popup()->isVisible());
        m_edit->undo();
        QCOMPARE(m_edit->toPlainText(), QStringLiteral("r"));
    }
    void aCandidateMayWriteMoreThanItsName()
    {
        m_edit->setPlainText(QStringLiteral("sel: old"));
        m_edit->goTo(1, 3);
        m_edit->showCompletions({1, 1, 3}, fields());
        QTest::keyClick(m_edit, Qt::Key_Tab);
        QCOMPARE(m_edit->toPlainText(), QStringLiteral("selector:\n  : old"));
    }
    void theRestOfTheWordIsReplacedTooWhenMoreIsTypedWithinIt()
    {
        m_edit->setPlainText(QStringLiteral("rxyz: 3"));
        m_edit->goTo(1, 2);
        m_edit->showCompletions({1, 1, 4}, fields());
        QTest::keyClicks(m_edit, QStringLiteral("ep"));
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(m_edit->toPlainText(), QStringLiteral("replicas: 3"));
    }
    void aClickWritesTheCandidate()
    {
        open();
        auto *list = popup()->findChild<QListView *>();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
        QCOMPARE(m_edit->toPlainText(), QStringLiteral("revisionHistoryLimit"));
        QVERIFY(m_edit->hasFocus());
    }
    void escapeClosesTheListAloneAndTheWordIsLeftInPeace()
    {
        QShortcut windows(QKeySequence(Qt::Key_Escape), m_window.get());
        QSignalSpy escaped(&windows, &QShortcut::activated);
        QSignalSpy wanted(m_edit, &CodeEdit::completionWanted);
        open();
        wanted.clear();
        QTest::keyClick(m_edit, Qt::Key_Escape);
        QVERIFY(!popup()->isVisible());
        QCOMPARE(escaped.count(), 0);
        QTest::keyClicks(m_edit, QStringLiteral("ep"));
        QCOMPARE(wanted.count(), 0);
        QTest::keyClicks(m_edit, QStringLiteral(" r"));
        QCOMPARE(wanted.count(), 1);
        QTest::keyClick(m_edit, Qt::Key_Escape);
        QCOMPARE(escaped.count(), 1);
    }
    void anAnswerThatComesTooLateIsDropped()
    {
        m_edit->setPlainText(QStringLiteral("a\nb"));
        m_edit->goTo(2, 2);
        m_edit->showCompletions({1, 1, 1}, fields());
        QVERIFY(!popup()->isVisible());
        m_edit->showCompletions({2, 1, 1}, {});
        QVERIFY(!popup()->isVisible());
    }
    void itClosesWhereTheCursorOrTheFocusLeavesTheWord()
    {
        open();
        QTest::keyClick(m_edit, Qt::Key_Home);
        QVERIFY(popup()->isVisible());
        m_edit->setPlainText(QStringLiteral("r\n"));
        m_edit->moveCursor(QTextCursor::End);
        QVERIFY(!popup()->isVisible());
        open();
        m_edit->clearFocus();
        QVERIFY(!popup()->isVisible());
    }
    void theChosenCandidateIsSaidInTheField()
    {
        open();
        QCOMPARE(m_edit->accessibleDescription(), QStringLiteral("replicas, integer. 1 of 4. Number of desired pods."));
        QTest::keyClick(m_edit, Qt::Key_Down);
        QTest::keyClick(m_edit, Qt::Key_Down);
        QCOMPARE(m_edit->accessibleDescription(), QStringLiteral("selector, object, required. 3 of 4. Label selector for pods."));
        QTest::keyClick(m_edit, Qt::Key_Escape);
        QCOMPARE(m_edit->accessibleDescription(), QString());
        QCOMPARE(orrery::test::unnamedWidgets(m_window.get()), QStringList());
    }
    void itStaysWithinTheWindow()
    {
        m_edit->setPlainText(QString(40, QLatin1Char('\n')));
        m_edit->moveCursor(QTextCursor::End);
        const QTextCursor end = m_edit->textCursor();
        m_edit->showCompletions({end.blockNumber() + 1, 1, 0}, fields());
        QVERIFY(popup()->isVisible());
        QVERIFY(m_window->rect().contains(popup()->geometry()));
        QVERIFY(!popup()->geometry().intersects(QRect(m_edit->viewport()->mapTo(m_window.get(), m_edit->cursorRect().topLeft()), m_edit->cursorRect().size())));
    }
    void theListIsAModelAsQtWantsIt()
    {
        CompletionList list;
        QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.setCandidates(fields());
        list.setTyped(QStringLiteral("re"));
        QCOMPARE(list.rowCount(), 3);
    }
    void theEditorAndItsListMayEndInAnyOrder()
    {
        open();
        delete m_edit;
        QVERIFY(!popup());
        m_edit = new CodeEdit(m_window.get());
        m_edit->show();
        m_edit->setFocus();
        open();
        delete popup();
        m_edit->showCompletions({1, 1, 1}, fields());
    }
};

ORRERY_TEST(CompletionPopupTest)
} // namespace completion_popup_test
#include "completion_popup_test.moc"
