// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/page_fixture.h"
#include "tests/support/paints.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/resources/paint_watch.h"
#include "ui/widgets/table_view.h"

#include <QHeaderView>
#include <QScrollBar>

namespace paint_watch_test {

using namespace orrery;
using namespace orrery::test;
using State = kube::FreshnessState;

/// The last clock on a change's way: what is painted is counted, once, and nothing else.
class PaintWatchTest : public QObject, protected PageFixture
{
    Q_OBJECT

    std::shared_ptr<kube::test::Paints> m_paints;

    /// Pods web-100 to web-159, of which not all are in view, all painted; then somebody looks at the clocks.
    void openAndLook()
    {
        open();
        for (int i = 100; i < 160; ++i)
            put(QStringLiteral("web-%1").arg(i).toStdString(), "Running");
        tell(State::Live, 60);
        paint();
        m_feed->current->source->times = m_paints;
    }
    void change(int number, const std::string &reason)
    {
        put("web-" + std::to_string(number), reason);
        m_time->run();
    }
    void paint() { m_page->table()->viewport()->repaint(); }
    [[nodiscard]] PaintWatch *watch() const { return m_page->findChild<PaintWatch *>(); }
    [[nodiscard]] bool counted(std::size_t painted, int unseen) const { return m_paints->whole.size() == painted && m_paints->unseen == unseen; }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_paints = std::make_shared<kube::test::Paints>();
        makeCluster();
        openAndLook();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup() { close(); }

    void aPaintedChangeIsCountedOnce()
    {
        change(101, "CrashLoopBackOff");
        QVERIFY(counted(0, 0)); // the model has it, nobody has seen it
        QCOMPARE(watch()->awaited(), std::size_t(1));
        paint();
        QVERIFY(counted(1, 0));
        QVERIFY(m_paints->whole.front() >= kube::Duration::zero());
        paint();
        paint();
        QVERIFY(counted(1, 0));
        QCOMPARE(watch()->awaited(), std::size_t(0));
    }

    void theViewPaintsAChangeByItself()
    {
        change(101, "CrashLoopBackOff");
        QTRY_VERIFY(counted(1, 0));
    }

    void changesOfARowThatAreJoinedAreOneAsTheOldest()
    {
        change(101, "CrashLoopBackOff");
        change(101, "Running");
        change(101, "Error");
        paint();
        QVERIFY(counted(1, 0));
        change(101, "Running");
        paint();
        QVERIFY(counted(2, 0));
    }

    void aRowOutOfViewIsNotTimed()
    {
        change(159, "CrashLoopBackOff");
        QVERIFY(counted(0, 1));
        paint();
        m_page->table()->verticalScrollBar()->setValue(m_page->table()->verticalScrollBar()->maximum());
        paint();
        QVERIFY(counted(0, 1));
        change(159, "Running");
        paint();
        QVERIFY(counted(1, 1));
    }

    void aRowThatIsScrolledAwayBeforeItIsPaintedIsNotTimed()
    {
        change(101, "CrashLoopBackOff");
        m_page->table()->verticalScrollBar()->setValue(m_page->table()->verticalScrollBar()->maximum());
        paint();
        QVERIFY(counted(0, 1));
    }

    void paintingAnotherPlaceShowsNothingOfTheChange()
    {
        change(101, "CrashLoopBackOff");
        TableView *table = m_page->table();
        const auto paintedRow = [table](int row) { Q_EMIT table->painted(QRect(0, table->rowViewportPosition(row), table->viewport()->width(), table->rowHeight(row))); };
        paintedRow(5);
        QVERIFY(counted(0, 0));
        paintedRow(1);
        QVERIFY(counted(1, 0));
    }

    void cellsOfHiddenColumnsAreInNoView()
    {
        for (int column = 2; column < m_page->table()->model()->columnCount(); ++column)
            m_page->table()->setColumnHidden(column, true);
        change(101, "CrashLoopBackOff");
        paint();
        QVERIFY(counted(0, 1));
    }

    void aTabBehindAnotherShowsNothing()
    {
        m_page->hide();
        change(101, "CrashLoopBackOff");
        QVERIFY(counted(0, 1));
        m_page->show();
        change(102, "CrashLoopBackOff");
        m_page->hide();
        QVERIFY(counted(0, 2));
    }

    void aNewRowInViewIsTimedAndOneThatGoesIsNot()
    {
        change(99, "Running"); // sorts before all others
        paint();
        QVERIFY(counted(1, 0));
        m_feed->current->source->remove({"shop", "web-99"});
        m_time->run();
        paint();
        QVERIFY(counted(1, 0));
    }

    void nothingIsAwaitedWhileNobodyLooks()
    {
        m_feed->current->source->times = nullptr;
        change(101, "CrashLoopBackOff");
        QCOMPARE(watch()->awaited(), std::size_t(0));
        paint();
        QVERIFY(counted(0, 0));
    }
};

ORRERY_TEST(PaintWatchTest)
} // namespace paint_watch_test
#include "paint_watch_test.moc"
