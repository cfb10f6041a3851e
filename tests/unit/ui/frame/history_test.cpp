// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/frame/history.h"

namespace history_test {

using namespace orrery;

class HistoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void nothingIsBeforeTheFirstPlace()
    {
        History<int> history;
        QVERIFY(!history.canGoBack() && !history.canGoForward());
        QCOMPARE(history.back(), std::nullopt);
        history.visit(1);
        QVERIFY(!history.canGoBack() && !history.canGoForward());
    }
    void itGoesBackAndForward()
    {
        History<int> history;
        for (int place : {1, 2, 3})
            history.visit(place);
        QCOMPARE(history.back(), std::optional(2));
        QCOMPARE(history.back(), std::optional(1));
        QCOMPARE(history.back(), std::nullopt);
        QCOMPARE(history.forward(), std::optional(2));
        QVERIFY(history.canGoForward());
    }
    void goingOnFromTheMiddleForgetsWhatWasAhead()
    {
        History<int> history;
        for (int place : {1, 2, 3})
            history.visit(place);
        (void)history.back();
        history.visit(4);
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.back(), std::optional(2));
    }
    void theSamePlaceAgainIsNoVisit()
    {
        History<int> history;
        history.visit(1);
        history.visit(1);
        QVERIFY(!history.canGoBack());
    }
    void amendingKeepsWhatIsAhead()
    {
        History<int> history;
        for (int place : {1, 2, 3})
            history.visit(place);
        (void)history.back();
        history.amend(20);
        QCOMPARE(history.forward(), std::optional(3));
        QCOMPARE(history.back(), std::optional(20));
    }
    void placesThatAreGoneAreForgotten()
    {
        History<int> history;
        for (int place : {1, 9, 1, 2})
            history.visit(place);
        history.forget([](int place) { return place == 9; });
        QCOMPARE(history.back(), std::optional(1)); // the two ones have become one
        QVERIFY(!history.canGoBack());
        history.forget([](int place) { return place == 1; });
        QVERIFY(!history.canGoBack());
        QVERIFY(!history.canGoForward());
    }
    void theOldestLeave()
    {
        History<int> history;
        for (int place = 0; place < 150; ++place)
            history.visit(place);
        int steps = 0;
        while (history.back())
            ++steps;
        QCOMPARE(steps, static_cast<int>(History<int>::Kept) - 1);
    }
};

ORRERY_GUILESS_TEST(HistoryTest)
} // namespace history_test
#include "history_test.moc"
