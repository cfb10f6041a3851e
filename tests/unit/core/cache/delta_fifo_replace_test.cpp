// SPDX-License-Identifier: Apache-2.0
#include "core/cache/delta_fifo.h"
#include "core/cache/indexer.h"
#include "tests/support/delta_text.h"
#include "tests/support/test_objects.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace delta_fifo_replace_test {

using namespace kube;
using kube::test::makeObject;
using kube::test::popAll;
using kube::test::popText;

class DeltaFifoReplaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void replaceMakesDeletionsOfWhatIsKnownOrQueued()
    {
        Indexer known;
        known.add(makeObject("known", "1"));
        known.add(makeObject("kept", "1"));
        DeltaFIFO queue({.knownObjects = &known});
        QVERIFY_RESULT(queue.add(makeObject("queued", "2")));
        QVERIFY_RESULT(queue.replace({makeObject("kept", "3"), makeObject("new", "3")}, "3"));
        QCOMPARE(popAll(queue), std::string("default/queued: Added 2, Deleted~ 2; default/kept: Replaced 3; "
                                            "default/new: Replaced 3; default/known: Deleted~ 1"));
    }

    void replaceWithoutKnownObjectsDeletesWhatIsOnlyQueued()
    {
        DeltaFIFO queue;
        QVERIFY_RESULT(queue.add(makeObject("queued", "1")));
        QVERIFY_RESULT(queue.replace({makeObject("new", "2")}, "2"));
        QCOMPARE(popAll(queue), std::string("default/queued: Added 1, Deleted~ 1; default/new: Replaced 2"));
    }

    void aDeletionQueuedBeforeTheListThatHasTheKeyIsToldToo()
    {
        Indexer known;
        known.add(makeObject("a", "1"));
        DeltaFIFO queue({.knownObjects = &known});
        QVERIFY_RESULT(queue.remove(makeObject("a", "2")));
        QVERIFY_RESULT(queue.replace({makeObject("a", "3")}, "3"));
        QCOMPARE(popAll(queue), std::string("default/a: Deleted 2, Replaced 3"));
    }

    void replaceMaySayWhatItIs()
    {
        DeltaFIFO queue({.replaceType = DeltaType::Sync});
        QVERIFY_RESULT(queue.replace({makeObject("a", "1")}, "1"));
        QCOMPARE(popAll(queue), std::string("default/a: Sync 1"));
    }

    void anEmptyReplacementHasSyncedAtOnce()
    {
        DeltaFIFO queue;
        int woken = 0;
        queue.setWakeUp([&] { ++woken; });
        QVERIFY(!queue.hasSynced());
        QVERIFY_RESULT(queue.replace({}, "1"));
        QVERIFY(queue.hasSynced());
        QCOMPARE(woken, 1);
    }

    void aChangeBeforeAnyReplacementMeansSynced()
    {
        DeltaFIFO queue;
        QVERIFY_RESULT(queue.add(makeObject("a", "1")));
        QVERIFY(queue.hasSynced());
    }

    void hasSyncedOnlyAfterTheLastOfTheFirstListIsProcessed()
    {
        Indexer known;
        known.add(makeObject("gone", "1"));
        DeltaFIFO queue({.knownObjects = &known});
        QVERIFY_RESULT(queue.replace({makeObject("a", "1"), makeObject("b", "1")}, "1"));
        QVERIFY_RESULT(queue.update(makeObject("a", "2"))); // joins
        QVERIFY_RESULT(queue.add(makeObject("later", "2")));
        std::vector<bool> initial;
        const auto process = [&](const Deltas &deltas) {
            initial.push_back(deltas.isInInitialList);
            return std::nullopt;
        };
        for (int i = 0; i < 3; ++i) {
            QVERIFY(!queue.hasSynced());
            QVERIFY(queue.tryPop(process));
        }
        QVERIFY(queue.hasSynced());
        QVERIFY(queue.tryPop(process));
        QCOMPARE(initial, (std::vector<bool>{true, true, true, false}));
        QVERIFY_RESULT(queue.replace({makeObject("c", "9")}, "9"));
        QVERIFY(queue.hasSynced()); // never goes back
    }

    void aBatchKeepsTheFirstListApart()
    {
        DeltaFIFO queue;
        QVERIFY_RESULT(queue.replace({makeObject("a", "1"), makeObject("b", "1")}, "1"));
        QVERIFY_RESULT(queue.add(makeObject("c", "2")));
        std::vector<std::size_t> sizes;
        while (queue.popBatch(100, [&](std::span<const Deltas> batch) {
            sizes.push_back(batch.size());
            return std::vector<PopFailure>();
        })) { }
        QCOMPARE(sizes, (std::vector<std::size_t>{2, 1}));
    }

    void aStreamedListIsHandedOutAsItArrives()
    {
        Indexer known;
        DeltaFIFO queue({.knownObjects = &known});
        queue.beginReplace();
        QVERIFY_RESULT(queue.replaceItem(makeObject("a", "1")));
        std::vector<bool> initial;
        const auto process = [&](const Deltas &deltas) {
            initial.push_back(deltas.isInInitialList);
            return std::nullopt;
        };
        QVERIFY(queue.tryPop(process));
        QVERIFY(!queue.hasSynced());
        QVERIFY_RESULT(queue.replaceItem(makeObject("b", "1")));
        queue.endReplace("7");
        QVERIFY(!queue.hasSynced());
        QVERIFY(queue.tryPop(process));
        QVERIFY(!queue.hasSynced());
        QCOMPARE(popText(queue), std::string("Bookmark @7")); // the end
        QVERIFY(queue.hasSynced());
        QCOMPARE(initial, (std::vector<bool>{true, true}));
    }

    void aStreamedListThatIsEmptyHasSyncedAfterItsEnd()
    {
        DeltaFIFO queue;
        queue.beginReplace();
        queue.endReplace("7");
        QVERIFY(!queue.hasSynced());
        popAll(queue);
        QVERIFY(queue.hasSynced());
    }

    void aStreamedListCutShortStartsOver()
    {
        Indexer known;
        DeltaFIFO queue({.knownObjects = &known});
        const auto intoStore = [&](const Deltas &deltas) {
            if (!deltas.whole)
                known.add(deltas.newest().object);
            return std::nullopt;
        };
        queue.beginReplace();
        QVERIFY_RESULT(queue.replaceItem(makeObject("processed", "1")));
        QVERIFY_RESULT(queue.replaceItem(makeObject("again", "1")));
        while (queue.tryPop(intoStore)) { }
        QVERIFY_RESULT(queue.replaceItem(makeObject("queued", "1")));
        queue.beginReplace();
        QVERIFY_RESULT(queue.replaceItem(makeObject("again", "2")));
        queue.endReplace("7");
        QCOMPARE(popAll(queue), std::string("default/queued: Replaced 1, Deleted~ 1; default/again: Replaced 2; "
                                            "default/processed: Deleted~ 1; Bookmark @7"));
        QVERIFY(queue.hasSynced());
    }

    void anItemThatGoesBeforeTheEndOfItsStreamIsDeleted()
    {
        Indexer known;
        DeltaFIFO queue({.knownObjects = &known});
        queue.beginReplace();
        QVERIFY_RESULT(queue.replaceItem(makeObject("a", "1")));
        queue.replaceRemoved({"default", "a"});
        queue.replaceRemoved({"default", "never"});
        queue.endReplace("7");
        QCOMPARE(popAll(queue), std::string("default/a: Replaced 1, Deleted 1; Bookmark @7"));
    }

    void bookmarksInARowAreOne()
    {
        DeltaFIFO queue;
        QVERIFY_RESULT(queue.add(makeObject("a", "1")));
        queue.bookmark("5");
        queue.bookmark("6");
        QVERIFY_RESULT(queue.update(makeObject("a", "7"))); // still joins a's item
        QCOMPARE(popAll(queue), std::string("default/a: Added 1, Updated 7; Bookmark @6"));
    }

    void aWholeReplacementIsOneItemThatNothingOvertakes()
    {
        Indexer known;
        DeltaFIFO queue({.knownObjects = &known, .replaceMode = DeltaFIFO::ReplaceMode::Whole});
        QVERIFY_RESULT(queue.add(makeObject("a", "1")));
        QVERIFY_RESULT(queue.replace({makeObject("a", "2"), makeObject("b", "2")}, "2"));
        QVERIFY_RESULT(queue.update(makeObject("a", "3")));
        QVERIFY_RESULT(queue.remove(makeObject("b", "4"))); // not known yet, but it will be
        QCOMPARE(popAll(queue), std::string("default/a: Added 1; ReplacedAll default/a default/b @2; "
                                            "default/a: Updated 3; default/b: Deleted 4"));
    }

    void aWholeReplacementCountsAsTheFirstList()
    {
        DeltaFIFO queue({.replaceMode = DeltaFIFO::ReplaceMode::Whole});
        QVERIFY_RESULT(queue.replace({makeObject("a", "2"), makeObject("b", "2")}, "2"));
        QVERIFY(!queue.hasSynced());
        popText(queue);
        QVERIFY(queue.hasSynced());
    }

    void aWholeResyncIsOneItem()
    {
        Indexer known;
        known.add(makeObject("a", "1"));
        DeltaFIFO queue({.knownObjects = &known, .replaceMode = DeltaFIFO::ReplaceMode::Whole});
        queue.resync();
        QCOMPARE(popAll(queue), std::string("SyncAll @"));
    }
};

ORRERY_GUILESS_TEST(DeltaFifoReplaceTest)
} // namespace delta_fifo_replace_test
#include "delta_fifo_replace_test.moc"
