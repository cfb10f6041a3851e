// SPDX-License-Identifier: Apache-2.0
#include "core/object/object_decoder.h"
#include "tests/support/manual_time.h"
#include "tests/support/warnings.h"
#include "tests/unit/ui/models/test_rows.h"
#include "ui/models/row_feed.h"

#include <map>
#include <random>
#include <set>

using namespace orrery;
using namespace orrery::test;

namespace {

class FakeSource final : public kube::FeedSource
{
public:
    explicit FakeSource(std::shared_ptr<kube::test::ManualTime> time) : m_time(time), m_executor(time) {}
    void start(Handler handler) override
    {
        m_handler = std::move(handler);
        for (const auto &[key, object] : m_objects)
            m_handler.changed(key, true);
    }
    [[nodiscard]] kube::ObjectPtr get(const kube::ObjectKey &key) const override
    {
        ++gets;
        const auto found = m_objects.find(key);
        return found == m_objects.end() ? nullptr : found->second;
    }
    [[nodiscard]] std::size_t size() const override { return m_objects.size(); }
    [[nodiscard]] const kube::ExecutorPtr &executor() const override { return m_executor; }
    [[nodiscard]] kube::Scheduler &scheduler() const override { return *m_time; }
    void reconciled(const kube::ObjectKey &) override { ++told; }
    [[nodiscard]] std::function<void()> delivering() override
    {
        return [this] { ++delivered; };
    }

    void put(const std::string &name, const std::string &uid, const std::string &word, bool initial = false)
    {
        const std::string json = R"({"metadata":{"namespace":"default","name":")" + name + R"(","uid":")" + uid + R"("},"word":")" + word + R"("})";
        const kube::ObjectKey key{"default", name};
        m_objects[key] = *kube::decodeObject(json, {"", "v1", "Thing"});
        if (m_handler.changed)
            m_handler.changed(key, initial);
    }
    void remove(const std::string &name)
    {
        m_objects.erase({"default", name});
        m_handler.changed({"default", name}, false);
    }
    void columns(const std::vector<kube::TableColumn> &columns) { m_handler.columns(columns); }

    mutable int gets = 0;
    int told = 0;
    int delivered = 0;

private:
    std::shared_ptr<kube::test::ManualTime> m_time;
    kube::ExecutorPtr m_executor;
    std::map<kube::ObjectKey, kube::ObjectPtr> m_objects;
    Handler m_handler;
};

} // namespace

class RowFeedTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<kube::test::ManualTime> m_session = std::make_shared<kube::test::ManualTime>();
    std::shared_ptr<kube::test::ManualTime> m_gui = std::make_shared<kube::test::ManualTime>();
    std::shared_ptr<char> m_alive = std::make_shared<char>();
    std::vector<RowDelivery> m_deliveries;

    [[nodiscard]] RowFeed::Sink sink()
    {
        return {m_gui, m_alive, [this](RowDelivery delivery) { m_deliveries.push_back(std::move(delivery)); }, m_gui};
    }
    [[nodiscard]] std::map<Slot, std::string> shown() const
    {
        std::map<Slot, std::string> rows;
        for (const RowDelivery &delivery : m_deliveries) {
            if (delivery.columns)
                rows.clear();
            for (const RowChange &change : delivery.batch) {
                if (change.row)
                    rows[change.slot] = std::string(change.row->name()) + "=" + std::string(change.row->cell(2));
                else
                    rows.erase(change.slot);
            }
        }
        return rows;
    }
    [[nodiscard]] QStringList shownSorted() const
    {
        QStringList list;
        for (const auto &[slot, text] : shown())
            list.append(QString::fromStdString(text));
        list.sort();
        return list;
    }
    void runAll()
    {
        m_session->run();
        m_gui->run();
    }

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
        QVERIFY(!inspection.nextDelay());
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

QTEST_GUILESS_MAIN(RowFeedTest)
#include "row_feed_test.moc"
