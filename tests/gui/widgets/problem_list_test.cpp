// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/problem_list.h"
#include "ui/widgets/problem_model.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>

namespace problem_list_test {

using namespace orrery;

class ProblemListTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<ProblemList> m_list;

    [[nodiscard]] QListView *view() const { return m_list->findChild<QListView *>(); }
    [[nodiscard]] QString words() const { return m_list->findChild<QLabel *>()->text(); }
    static QList<TextMark> some()
    {
        return {{24, 26, 6, Tone::Failing, QStringLiteral("containerPort is a number."), {}},
                {9, 3, 7, Tone::Failing, QStringLiteral("Unknown field replica."), QStringLiteral("Did you mean replicas?")},
                {7, 11, 1, Tone::Pending, QStringLiteral("A label is a string."), QStringLiteral("Write \"7\".")}};
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_list = std::make_unique<ProblemList>();
        m_list->resize(600, 150);
        m_list->show();
        QVERIFY(QTest::qWaitForWindowActive(m_list.get()));
    }
    void cleanup() { m_list.reset(); }

    void noneIsOneQuietLine()
    {
        QCOMPARE(words(), QStringLiteral("No problems"));
        QVERIFY(!view()->isVisible());
        m_list->setProblems(some());
        QVERIFY(view()->isVisible());
        m_list->setProblems({});
        QCOMPARE(words(), QStringLiteral("No problems"));
        QVERIFY(!view()->isVisible());
    }
    void problemsAreCountedAndStandInTheOrderOfTheirLines()
    {
        m_list->setProblems(some());
        QCOMPARE(words(), QStringLiteral("✖ 2 problem(s), 1 warning(s)"));
        QStringList said;
        for (int row = 0; row < view()->model()->rowCount(); ++row)
            said << view()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        QCOMPARE(said, (QStringList{QStringLiteral("Line 7: A label is a string. Write \"7\"."), QStringLiteral("Line 9: Unknown field replica. Did you mean replicas?"),
                                    QStringLiteral("Line 24: containerPort is a number.")}));
        QCOMPARE(orrery::test::unnamedWidgets(m_list.get()), QStringList());
    }
    void returnAndAClickGoThere()
    {
        m_list->setProblems(some());
        QSignalSpy chosen(m_list.get(), &ProblemList::chosen);
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_Down);
        QTest::keyClick(view(), Qt::Key_Return);
        QCOMPARE(chosen.takeFirst(), (QVariantList{9, 3}));
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->visualRect(view()->model()->index(2, 0)).center());
        QCOMPARE(chosen.takeFirst(), (QVariantList{24, 26}));
    }
    void whoGoesThroughThemKeepsThePlaceWhileTheyBecomeFewer()
    {
        m_list->setProblems(some());
        view()->setCurrentIndex(view()->model()->index(2, 0));
        m_list->setProblems(some().mid(1));
        QCOMPARE(view()->currentIndex().row(), 1);
    }
    void whatCouldNotBeCheckedIsNotCalledGood()
    {
        m_list->setUnchecked(QStringLiteral("Not checked: the schema could not be read."));
        QCOMPARE(words(), QStringLiteral("◐ Not checked: the schema could not be read."));
    }
    void theListIsAModelAsQtWantsIt()
    {
        ProblemModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setProblems(some());
        model.setProblems({});
    }
};

ORRERY_TEST(ProblemListTest)
} // namespace problem_list_test
#include "problem_list_test.moc"
