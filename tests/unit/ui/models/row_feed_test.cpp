// SPDX-License-Identifier: Apache-2.0
#include "tests/support/paints.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/ui/models/feed_fixture.h"

#include <map>
#include <random>
#include <set>

namespace row_feed_test {

using namespace orrery;
using namespace orrery::test;
using namespace std::chrono_literals;

class RowFeedTest : public QObject, private FeedFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init() { m_deliveries.clear(); }

    void whatIsCachedAlreadyComesAsTheInitialList()
    {
        FakeSource source(m_session);
        source.put("a", "1", "x");
        source.put("b", "2", "y");
        RowFeed feed(source, simpleColumns(), true, sink());
        QVERIFY(m_deliveries.empty());
        runAll();
        QCOMPARE(m_deliveries.size(), std::size_t(1));
        QVERIFY(m_deliveries[0].batch[0].initial);
        QCOMPARE(shownSorted(), strings({"a=x", "b=y"}));
    }

    void aThousandChangesOfOneObjectAreOneRowUpdate()
    {
        FakeSource source(m_session);
        RowFeed feed(source, simpleColumns(), true, sink());
        for (int i = 0; i < 1000; ++i)
            source.put("a", "1", "w" + std::to_string(i));
        runAll();
        QCOMPARE(source.gets, 1);
        QCOMPARE(m_deliveries.size(), std::size_t(1));
        QCOMPARE(m_deliveries[0].batch.size(), std::size_t(1));
        QCOMPARE(shownSorted(), strings({"a=w999"}));
        QCOMPARE(feed.queue().collapsed, std::uint64_t(999));
    }

    void aPausedFeedKeepsItsKeysAndIsSteppedKeyByKey()
    {
        FakeSource source(m_session);
        RowFeed feed(source, simpleColumns(), true, sink());
        kube::FeedInspection &inspection = *feed.inspection();
        inspection.stage().pause();
        source.put("a", "1", "x");
        source.put("b", "2", "y");
        runAll();
        QCOMPARE(inspection.queue(10).queuedKeys.front().key, std::string("default/a"));
        QCOMPARE(inspection.rows(), std::size_t(0));
        inspection.stage().step();
        runAll();
        QCOMPARE(shownSorted(), strings({"a=x"}));
        inspection.stage().resume();
        runAll();
        QCOMPARE(shownSorted(), strings({"a=x", "b=y"}));
        QCOMPARE(inspection.rows(), std::size_t(2));
        QCOMPARE(inspection.nextDelay(), std::optional<kube::Duration>(5ms));
    }

    void aRetriedKeyIsReconciledAndItsSourceIsTold()
    {
        FakeSource source(m_session);
        source.put("a", "1", "x");
        RowFeed feed(source, simpleColumns(), true, sink());
        runAll();
        QCOMPARE(source.told, 1);
        feed.inspection()->forget({"default", "a"});
        feed.inspection()->retry({"default", "a"});
        runAll();
        QCOMPARE(source.told, 2);
        QCOMPARE(source.gets, 2);
    }

    void aDeliveryIsTimedUntilTheGuiHasIt()
    {
        FakeSource source(m_session);
        source.put("a", "1", "x");
        RowFeed feed(source, simpleColumns(), true, sink());
        m_session->run();
        QCOMPARE(source.delivered, 0);
        m_gui->run();
        QCOMPARE(source.delivered, 1);
    }

    void aRowIsStampedWithItsCellsWhileSomebodyLooks()
    {
        FakeSource source(m_session);
        source.put("a", "1", "x", true);
        RowFeed feed(source, simpleColumns(), true, sink());
        runAll();
        QVERIFY(m_deliveries.back().stamps.empty());
        source.times = std::make_shared<kube::test::Paints>();
        source.put("a", "1", "y");
        runAll();
        QCOMPARE(m_deliveries.back().stamps.size(), std::size_t(1));
        const RowStamp &stamp = m_deliveries.back().stamps.at(m_deliveries.back().batch.front().slot);
        QCOMPARE(stamp.cells, std::uint64_t(1) << 2);
        QCOMPARE(stamp.change.times, source.times);
        source.put("b", "2", "x");
        runAll();
        QCOMPARE(m_deliveries.back().stamps.begin()->second.cells, ~std::uint64_t(0)); // all of it is new
        source.remove("b");
        runAll();
        QVERIFY(m_deliveries.back().stamps.empty());
    }

    void changesThatWaitForTheGuiAreStampedAsTheOldest()
    {
        FakeSource source(m_session);
        source.times = std::make_shared<kube::test::Paints>();
        RowFeed feed(source, simpleColumns(), true, sink());
        const kube::SteadyTime first = m_session->now();
        source.put("a", "1", "x");
        m_session->run();
        m_session->pass(std::chrono::seconds(1));
        source.put("a", "1", "y");
        source.put("b", "1", "y");
        m_session->run();
        source.remove("b");
        m_session->run();
        m_gui->run();
        QCOMPARE(m_deliveries.size(), std::size_t(1));
        QCOMPARE(m_deliveries.front().stamps.size(), std::size_t(1));
        QVERIFY(m_deliveries.front().stamps.begin()->second.change.received == first);
    }

    void whatTheGuiHasNotFetchedYetIsReplacedNotAppended()
    {
        FakeSource source(m_session);
        RowFeed feed(source, simpleColumns(), true, sink());
        for (int i = 0; i < 20; ++i) {
            source.put("a", "1", "w" + std::to_string(i));
            m_session->run();
        }
        source.remove("a");
        m_session->run();
        m_gui->run();
        QCOMPARE(m_deliveries.size(), std::size_t(1));
        QCOMPARE(m_deliveries[0].batch.size(), std::size_t(1));
        QVERIFY(!m_deliveries[0].batch[0].row);
    }

    void anObjectWhoseCellsDidNotChangeIsNotToldAgain()
    {
        FakeSource source(m_session);
        RowFeed feed(source, simpleColumns(), true, sink());
        source.put("a", "1", "x");
        runAll();
        source.put("a", "1", "x");
        runAll();
        QCOMPARE(m_deliveries.size(), std::size_t(1));
        source.put("a", "2", "x"); // another object
        runAll();
        QCOMPARE(m_deliveries.size(), std::size_t(2));
    }

    void manyRowsComeInSeveralDeliveries()
    {
        FakeSource source(m_session);
        RowFeed feed(source, simpleColumns(), true, sink());
        for (std::size_t i = 0; i < RowOutbox::mostInBatch * 2 + 10; ++i)
            source.put("p" + std::to_string(i), std::to_string(i), "x", true);
        runAll();
        QCOMPARE(m_deliveries.size(), std::size_t(3));
        QCOMPARE(shown().size(), RowOutbox::mostInBatch * 2 + 10);
    }

    void theServersColumnsComeBeforeTheirRows()
    {
        FakeSource source(m_session);
        RowFeed feed(source, nullptr, true, sink());
        source.put("a", "1", "x");
        runAll();
        QVERIFY(m_deliveries.empty());
        source.columns({{"Name", "string", "name", 0}, {"Age", "string", "", 0}});
        runAll();
        QVERIFY(m_deliveries.at(0).columns);
        QCOMPARE(m_deliveries[0].columns->columns.size(), std::size_t(3));
        QCOMPARE(shown().size(), std::size_t(1));
        // The same columns again (a new watch) change nothing; others start anew.
        source.columns({{"Name", "string", "name", 0}, {"Age", "string", "", 0}});
        runAll();
        const std::size_t before = m_deliveries.size();
        source.columns({{"Name", "string", "name", 0}});
        runAll();
        QCOMPARE(m_deliveries[before].columns->columns.size(), std::size_t(2));
        QCOMPARE(shown().size(), std::size_t(1));
    }

    void nothingIsDeliveredToAViewThatIsGone()
    {
        FakeSource source(m_session);
        auto feed = std::make_unique<RowFeed>(source, simpleColumns(), true, sink());
        source.put("a", "1", "x");
        m_session->run();
        m_alive.reset();
        m_gui->run();
        QVERIFY(m_deliveries.empty());
        m_alive = std::make_shared<char>();
        feed.reset();
        source.put("a", "1", "y"); // the source lives on
        runAll();
        QVERIFY(m_deliveries.empty());
    }

    void rowsAgreeWithTheCacheUnderRandomChanges()
    {
        std::mt19937 random(7);
        FakeSource source(m_session);
        RowFeed feed(source, simpleColumns(), true, sink());
        std::map<std::string, std::string> expected;
        for (int step = 0; step < 3000; ++step) {
            const std::string name = "p" + std::to_string(random() % 60);
            if (expected.contains(name) && random() % 3 == 0) {
                expected.erase(name);
                source.remove(name);
            } else {
                const std::string word = "w" + std::to_string(random() % 5);
                expected[name] = word;
                source.put(name, "u" + std::to_string(random() % 3), word);
            }
            if (random() % 4 == 0)
                m_session->run();
            if (random() % 9 == 0)
                m_gui->run();
        }
        runAll();
        QStringList wanted;
        for (const auto &[name, word] : expected)
            wanted.append(QString::fromStdString(name + "=" + word));
        wanted.sort();
        QCOMPARE(shownSorted(), wanted);
    }
};

ORRERY_GUILESS_TEST(RowFeedTest)
} // namespace row_feed_test
#include "row_feed_test.moc"
