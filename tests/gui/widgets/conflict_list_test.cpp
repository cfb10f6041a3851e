// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/conflict_list.h"
#include "ui/widgets/conflict_model.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace conflict_list_test {

using namespace orrery;

using Choice = ConflictChoice;

class ConflictListTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<ConflictList> m_list;

    [[nodiscard]] QTableView *table() const { return m_list->findChild<QTableView *>(); }
    [[nodiscard]] QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    [[nodiscard]] QString counted() const { return m_list->findChild<QLabel *>()->text(); }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_list = std::make_unique<ConflictList>();
        m_list->resize(700, 200);
        m_list->setRows({{QStringLiteral("spec.replicas"), QStringLiteral("3"), QStringLiteral("5"), QStringLiteral("4")},
                         {QStringLiteral("metadata.labels.team"), QString(), QStringLiteral("red"), QStringLiteral("blue")},
                         {QStringLiteral("spec.template.spec.containers[app].image"), QStringLiteral("web:1"), QStringLiteral("web:2"), QString()}});
        m_list->show();
        QVERIFY(QTest::qWaitForWindowActive(m_list.get()));
        m_list->setFocus();
    }
    void cleanup() { m_list.reset(); }

    void mAndTChooseAndTheNextUndecidedRowComes()
    {
        QSignalSpy changed(m_list.get(), &ConflictList::choicesChanged);
        QCOMPARE(counted(), QStringLiteral("0 of 3 decided"));
        QTest::keyClick(table(), Qt::Key_M);
        QCOMPARE(table()->currentIndex().row(), 1);
        QTest::keyClick(table(), Qt::Key_T);
        QTest::keyClick(table(), Qt::Key_T);
        QCOMPARE(m_list->choices(), (QList<Choice>{Choice::KeepMine, Choice::TakeTheirs, Choice::TakeTheirs}));
        QVERIFY(m_list->isDecided());
        QCOMPARE(changed.count(), 3);
        QCOMPARE(counted(), QStringLiteral("3 of 3 decided"));
        QCOMPARE(cell(0, ConflictModel::Choice), QStringLiteral("Keep mine"));
    }
    void aRowThatIsDecidedStaysSoThoughCtrlWasHeldLast()
    {
        QTest::keyPress(table(), Qt::Key_Control, Qt::ControlModifier); // as after Ctrl+S, until the next key
        QCOMPARE(QGuiApplication::keyboardModifiers(), Qt::ControlModifier);
        for (const Choice choice : {Choice::KeepMine, Choice::TakeTheirs}) {
            for (QPushButton *button : m_list->findChildren<QPushButton *>()) {
                if (button->text() == (choice == Choice::KeepMine ? QStringLiteral("Keep &mine") : QStringLiteral("Take &theirs")))
                    button->click(); // by a screen reader, say: no event says that Ctrl is up
            }
        }
        QCOMPARE(m_list->choices(), (QList<Choice>{Choice::KeepMine, Choice::TakeTheirs, Choice::Undecided}));
        QTest::keyRelease(table(), Qt::Key_Control);
    }
    void aChoiceIsForAllSelectedRowsAndMayChange()
    {
        table()->selectAll();
        QTest::keyClick(table(), Qt::Key_T);
        QCOMPARE(m_list->choices(), (QList<Choice>{Choice::TakeTheirs, Choice::TakeTheirs, Choice::TakeTheirs}));
        table()->selectRow(1);
        m_list->findChildren<QPushButton *>().first()->click();
        QCOMPARE(m_list->choices(), (QList<Choice>{Choice::TakeTheirs, Choice::KeepMine, Choice::TakeTheirs}));
    }
    void theButtonsSayForHowManyRowsTheyAre()
    {
        const auto said = [this] {
            QStringList texts;
            for (const QPushButton *button : m_list->findChildren<QPushButton *>()) {
                if (!button->isHidden())
                    texts << (button->isEnabled() ? button->text() : QStringLiteral("(%1)").arg(button->text()));
            }
            return texts;
        };
        QCOMPARE(said(), (QStringList{QStringLiteral("Keep &mine"), QStringLiteral("Take &theirs")}));
        table()->selectAll();
        QCOMPARE(said(), (QStringList{QStringLiteral("Keep &mine for the 3 selected"), QStringLiteral("Take &theirs for the 3 selected")}));
        table()->clearSelection();
        QCOMPARE(said(), (QStringList{QStringLiteral("(Keep &mine)"), QStringLiteral("(Take &theirs)")}));
        table()->selectRow(2);
        QCOMPARE(said(), (QStringList{QStringLiteral("Keep &mine"), QStringLiteral("Take &theirs")}));
    }
    void aClickOnATextTakesIt()
    {
        const auto click = [this](int row, int column) {
            QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(table()->model()->index(row, column)).center());
        };
        click(2, ConflictModel::Mine);
        click(1, ConflictModel::Theirs);
        click(0, ConflictModel::Base);
        QCOMPARE(m_list->choices(), (QList<Choice>{Choice::Undecided, Choice::TakeTheirs, Choice::KeepMine}));
    }
    void whatIsNotThereIsSaid()
    {
        QCOMPARE(cell(1, ConflictModel::Base), QStringLiteral("absent"));
        QCOMPARE(cell(2, ConflictModel::Theirs), QStringLiteral("absent"));
        QCOMPARE(orrery::test::unnamedWidgets(m_list.get()), QStringList());
        m_list->setRows({});
        QCOMPARE(counted(), QStringLiteral("No conflicts"));
        QVERIFY(m_list->isDecided());
        QTest::keyClick(table(), Qt::Key_M);
    }
    void theFieldsOfOneManagerAreChosenTogether()
    {
        QPushButton *same = nullptr;
        for (QPushButton *button : m_list->findChildren<QPushButton *>())
            same = button->text() == QStringLiteral("&Select same manager") ? button : same;
        QVERIFY(same && same->isHidden());
        m_list->setRows({{QStringLiteral("a"), {}, QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("helm")},
                         {QStringLiteral("b"), {}, QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("kubectl")},
                         {QStringLiteral("c"), {}, QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("helm")}});
        QVERIFY(!same->isHidden());
        QCOMPARE(table()->model()->headerData(ConflictModel::Base, Qt::Horizontal).toString(), QStringLiteral("Set by"));
        QTest::keyClick(table(), Qt::Key_S);
        QTest::keyClick(table(), Qt::Key_T);
        QCOMPARE(m_list->choices(), (QList<Choice>{Choice::TakeTheirs, Choice::Undecided, Choice::TakeTheirs}));
        QCOMPARE(table()->currentIndex().row(), 1);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(table()->model()->index(0, ConflictModel::Base)).center());
        QTest::keyClick(table(), Qt::Key_M);
        QCOMPARE(m_list->choices(), (QList<Choice>{Choice::KeepMine, Choice::Undecided, Choice::KeepMine}));
    }
    void theRowsAreAModelAsQtWantsIt()
    {
        ConflictModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({{QStringLiteral("a"), {}, {}, {}}, {QStringLiteral("b"), {}, {}, {}}});
        model.setChoice(1, Choice::KeepMine);
        model.setRows({});
    }
};

ORRERY_TEST(ConflictListTest)
} // namespace conflict_list_test
#include "conflict_list_test.moc"
