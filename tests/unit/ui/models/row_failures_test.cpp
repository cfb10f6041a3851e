// SPDX-License-Identifier: Apache-2.0
// Rows that cannot be made are failures of their keys.
#include "tests/support/lost_memory.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/ui/models/feed_fixture.h"

namespace row_failures_test {

using namespace orrery;
using namespace orrery::test;
using namespace std::chrono_literals;
using KeyEntry = kube::WorkQueueSnapshot::Entry;

class RowFailuresTest : public QObject, private FeedFixture
{
    Q_OBJECT

    /// The WORD of "bad" throws.
    [[nodiscard]] static ColumnSetPtr throwingColumns()
    {
        auto set = std::make_shared<ColumnSet>(*simpleColumns());
        set->fill = [](kube::JsonValue root, RowBuilder &row) {
            row.name();
            if (root["word"].string() == "bad")
                throw std::invalid_argument("bad word");
            row.text(root["word"].string());
        };
        return set;
    }
    static void expectNothingLeft(RowFeed &feed)
    {
        const kube::WorkQueueSnapshot after = feed.inspection()->queue(10);
        QCOMPARE(after.failing, std::size_t(0));
        QVERIFY(after.queuedKeys.empty() && after.processingKeys.empty() && after.waitingKeys.empty());
        QCOMPARE(feed.inspection()->nextDelay(), std::optional<kube::Duration>(5ms));
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init() { m_deliveries.clear(); }

    void aRowThatCannotBeMadeIsTriedAgainAfterItsDelay()
    {
        FakeSource source(m_session);
        source.put("a", "1", "x");
        source.put("b", "2", "y");
        auto lost = std::make_unique<kube::test::LostMemory>(source.get({"default", "a"}));
        source.gets = 0;
        RowFeed feed(source, simpleColumns(), true, sink());
        runAll();
        QCOMPARE(shownSorted(), strings({"a=", "b=y"})); // it is there, and nothing is said of it that is not known
        QCOMPARE(source.told, 1);
        QCOMPARE(source.gets, 2);
        for (const auto delay : {5ms, 10ms, 20ms}) {
            const int before = source.gets;
            m_session->advance(delay - 1ms);
            QCOMPARE(source.gets, before);
            m_session->advance(1ms);
            QCOMPARE(source.gets, before + 1);
        }
        const kube::WorkQueueSnapshot failing = feed.inspection()->queue(10);
        QCOMPARE(failing.failing, std::size_t(1));
        QCOMPARE(failing.retries, std::uint64_t(4));
        QCOMPARE(failing.waitingKeys.size(), std::size_t(1));
        const KeyEntry &key = failing.waitingKeys.front();
        QCOMPARE(key.key, std::string("default/a"));
        QCOMPARE(key.failures, 4);
        QCOMPARE(key.time, std::optional<kube::Duration>(40ms));
        QCOMPARE(key.nextDelay, std::optional<kube::Duration>(80ms));
        QVERIFY(key.lastFailure->at == m_session->wallNow());
        QVERIFY2(key.lastFailure->error.message.contains(QLatin1String("decompress or parse")), qPrintable(key.lastFailure->error.message));
        lost.reset();
        m_session->advance(40ms);
        m_gui->run();
        QCOMPARE(shownSorted(), strings({"a=x", "b=y"}));
        QCOMPARE(source.told, 2);
        expectNothingLeft(feed);
    }

    void aChangeThatCanBeShownEndsTheFailure()
    {
        FakeSource source(m_session);
        RowFeed feed(source, throwingColumns(), true, sink());
        source.put("a", "1", "good");
        runAll();
        source.put("a", "1", "bad");
        runAll();
        m_session->advance(1s);
        QVERIFY(feed.queue().waiting == 1 && feed.queue().failing == 1);
        m_gui->run();
        QCOMPARE(shownSorted(), strings({"a="}));
        QCOMPARE(feed.inspection()->queue(1).waitingKeys.front().lastFailure->error.message, QStringLiteral("a column threw: bad word"));
        source.put("a", "1", "better");
        runAll();
        QCOMPARE(shownSorted(), strings({"a=better"}));
        expectNothingLeft(feed);
        const int gets = source.gets;
        m_session->advance(1h);
        QCOMPARE(source.gets, gets);
    }

    void aFailingObjectThatGoesIsForgotten()
    {
        FakeSource source(m_session);
        RowFeed feed(source, throwingColumns(), true, sink());
        source.put("a", "1", "bad");
        runAll();
        source.remove("a");
        runAll();
        QCOMPARE(shownSorted(), strings({}));
        expectNothingLeft(feed);
    }

    void aFailingKeyIsRetriedAtOnceAndForgottenWhenAsked()
    {
        FakeSource source(m_session);
        source.put("a", "1", "bad");
        RowFeed feed(source, throwingColumns(), true, sink());
        runAll();
        m_session->advance(1s);
        kube::FeedInspection &inspection = *feed.inspection();
        const KeyEntry before = inspection.queue(1).waitingKeys.front();
        QCOMPARE(before.failures, 8);
        const int gets = source.gets;
        inspection.retry({"default", "a"});
        runAll();
        QCOMPARE(source.gets, gets + 1);
        KeyEntry now = inspection.queue(1).waitingKeys.front();
        QCOMPARE(now.failures, 9);
        QCOMPARE(now.time, before.nextDelay); // its delay is the next one, and it does not come at the old time too
        inspection.forget({"default", "a"});
        now = inspection.queue(1).waitingKeys.front();
        QVERIFY(now.failures == 0 && !now.lastFailure && now.nextDelay == 5ms);
        QCOMPARE(inspection.queue(0).failing, std::size_t(0));
        inspection.retry({"default", "a"});
        runAll();
        now = inspection.queue(1).waitingKeys.front();
        QVERIFY(now.failures == 1 && now.time == 5ms);
    }
};

ORRERY_GUILESS_TEST(RowFailuresTest)
} // namespace row_failures_test
#include "row_failures_test.moc"
