// SPDX-License-Identifier: Apache-2.0
#include "core/cache/delta_fifo.h"
#include "core/cache/indexer.h"
#include "tests/support/delta_text.h"
#include "tests/support/test_objects.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <atomic>
#include <thread>

namespace delta_fifo_test {

using namespace kube;
using kube::test::makeObject;
using kube::test::popAll;
using kube::test::popText;

class DeltaFifoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void changesOfAQueuedKeyJoinItsItem()
    {
        DeltaFIFO queue;
        QVERIFY_RESULT(queue.add(makeObject("a", "1")));
        QVERIFY_RESULT(queue.update(makeObject("a", "2")));
        QVERIFY_RESULT(queue.remove(makeObject("a", "3")));
        QCOMPARE(queue.len(), std::size_t(1));
        QCOMPARE(popText(queue), std::string("default/a: Added 1, Updated 2, Deleted 3"));
        QCOMPARE(queue.len(), std::size_t(0));
    }

    void anUpdateDoesNotMoveAKeyInLine()
    {
        DeltaFIFO queue;
        for (const char *name : {"a", "b", "c", "b", "a"})
            QVERIFY_RESULT(queue.add(makeObject(name, "1")));
        QCOMPARE(popAll(queue), std::string("default/a: Added 1, Added 1; default/b: Added 1, Added 1; default/c: Added 1"));
    }

    void ofTwoDeletionsTheOneWithTheObjectIsKept()
    {
        Indexer known;
        known.add(makeObject("a", "1"));
        known.add(makeObject("b", "1"));
        DeltaFIFO queue({.knownObjects = &known});
        QVERIFY_RESULT(queue.remove(makeObject("a", "5")));
        QVERIFY_RESULT(queue.replace({}, "6")); // both are gone: tombstones
        QVERIFY_RESULT(queue.remove(makeObject("b", "7")));
        QCOMPARE(popAll(queue), std::string("default/a: Deleted 5; default/b: Deleted 7"));
        QCOMPARE(queue.snapshot().deduplicated, std::uint64_t(2));
    }

    void addsAndUpdatesAreNotDeduplicated()
    {
        DeltaFIFO queue;
        QVERIFY_RESULT(queue.update(makeObject("a", "1")));
        QVERIFY_RESULT(queue.update(makeObject("a", "1")));
        QCOMPARE(popText(queue), std::string("default/a: Updated 1, Updated 1"));
    }

    void aDeletionOfAKeyNeitherKnownNorQueuedIsDropped()
    {
        Indexer known;
        DeltaFIFO queue({.knownObjects = &known});
        QVERIFY_RESULT(queue.remove(makeObject("a", "1")));
        QCOMPARE(queue.len(), std::size_t(0));
        known.add(makeObject("a", "1"));
        QVERIFY_RESULT(queue.remove(makeObject("a", "1")));
        QCOMPARE(queue.len(), std::size_t(1));

        DeltaFIFO alone;
        QVERIFY_RESULT(alone.remove(makeObject("a", "1")));
        QCOMPARE(alone.len(), std::size_t(0));
        QVERIFY_RESULT(alone.add(makeObject("a", "1")));
        QVERIFY_RESULT(alone.remove(makeObject("a", "2")));
        QCOMPARE(popText(alone), std::string("default/a: Added 1, Deleted 2"));
    }

    void resyncTellsKnownObjectsWithNothingQueued()
    {
        Indexer known;
        known.add(makeObject("a", "1"));
        known.add(makeObject("b", "1"));
        DeltaFIFO queue({.knownObjects = &known});
        QVERIFY_RESULT(queue.update(makeObject("a", "2")));
        queue.resync();
        QCOMPARE(popAll(queue), std::string("default/a: Updated 2; default/b: Sync 1"));
    }

    void resyncWithoutKnownObjectsIsNothing()
    {
        DeltaFIFO queue;
        queue.resync();
        QCOMPARE(queue.len(), std::size_t(0));
    }

    void theTransformRunsOnceOnWhatArrives()
    {
        Indexer known;
        known.add(makeObject("gone", "1"));
        int runs = 0;
        DeltaFIFO queue({.knownObjects = &known, .transform = [&](ObjectPtr object) {
            ++runs;
            return Result<ObjectPtr>(std::move(object));
        }});
        QVERIFY_RESULT(queue.add(makeObject("a", "1")));
        QVERIFY_RESULT(queue.remove(makeObject("a", "2")));
        QCOMPARE(runs, 2);
        QVERIFY_RESULT(queue.replace({makeObject("b", "1")}, "3")); // and a tombstone, which is not transformed
        QCOMPARE(runs, 3);
        popAll(queue);
        queue.resync();
        QCOMPARE(runs, 3);
    }

    void whatTheTransformRefusesIsNotQueued()
    {
        DeltaFIFO queue({.transform = [](ObjectPtr object) -> Result<ObjectPtr> {
            if (object->key().name == "bad")
                return fail(Error::badInput(QStringLiteral("bad")));
            return object;
        }});
        QVERIFY(!queue.add(makeObject("bad", "1")));
        QCOMPARE(queue.len(), std::size_t(0));
        QVERIFY(!queue.replace({makeObject("bad", "1"), makeObject("good", "1")}, "1"));
        QCOMPARE(popAll(queue), std::string("default/good: Replaced 1"));
        QCOMPARE(queue.snapshot().failed, std::uint64_t(2));
    }

    void anItemGivenBackIsQueuedUnlessThereIsNewer()
    {
        DeltaFIFO queue;
        QVERIFY_RESULT(queue.add(makeObject("a", "1")));
        const auto item = queue.tryPop([](const Deltas &) { return std::nullopt; });
        QVERIFY(queue.addIfNotPresent(**item));
        QVERIFY(!queue.addIfNotPresent(**item));
        QCOMPARE(popAll(queue), std::string("default/a: Added 1"));
        QVERIFY_RESULT(queue.update(makeObject("a", "2")));
        QVERIFY(!queue.addIfNotPresent(**item));
        QCOMPARE(popAll(queue), std::string("default/a: Updated 2"));
    }

    void anItemGivenBackDuringTheFirstListDoesNotMakeItWhole()
    {
        DeltaFIFO queue;
        queue.beginReplace();
        QVERIFY_RESULT(queue.replaceItem(makeObject("a", "1")));
        const auto item = queue.tryPop([](const Deltas &) { return std::nullopt; });
        QVERIFY(queue.addIfNotPresent(**item));
        popAll(queue);
        QVERIFY(!queue.hasSynced());
        queue.endReplace("1");
        popAll(queue);
        QVERIFY(queue.hasSynced());
    }

    void nothingIsGivenBackToAClosedQueue()
    {
        DeltaFIFO queue;
        QVERIFY_RESULT(queue.add(makeObject("a", "1")));
        const auto item = queue.tryPop([](const Deltas &) { return std::nullopt; });
        queue.close();
        QVERIFY(!queue.addIfNotPresent(**item));
        QCOMPARE(queue.len(), std::size_t(0));
    }

    void aFailedItemIsRequeuedWhenAskedFor()
    {
        DeltaFIFO queue;
        QVERIFY_RESULT(queue.replace({makeObject("a", "1"), makeObject("b", "1")}, "1"));
        const auto failing = [](bool requeue) {
            return [requeue](const Deltas &) { return std::optional(PopFailure{0, Error::badInput(QStringLiteral("no")), requeue}); };
        };
        QVERIFY(!*queue.tryPop(failing(true)));
        QCOMPARE(queue.len(), std::size_t(2));
        QVERIFY(!queue.hasSynced());
        QVERIFY(!*queue.tryPop(failing(false))); // b, lost
        QCOMPARE(queue.len(), std::size_t(1));
        QVERIFY(!queue.hasSynced()); // a still waits
        QCOMPARE(popAll(queue), std::string("default/a: Replaced 1"));
        QVERIFY(queue.hasSynced());
    }

    void aBatchHoldsUpToItsLimit()
    {
        DeltaFIFO queue;
        for (const char *name : {"a", "b", "c", "a"})
            QVERIFY_RESULT(queue.add(makeObject(name, "1")));
        std::vector<std::size_t> sizes;
        const auto process = [&](std::span<const Deltas> batch) {
            sizes.push_back(batch.size());
            return std::vector<PopFailure>();
        };
        while (queue.popBatch(2, process)) { }
        QCOMPARE(sizes, (std::vector<std::size_t>{2, 1}));
    }

    void aBatchRequeuesOnlyWhatFailed()
    {
        DeltaFIFO queue;
        for (const char *name : {"a", "b", "c"})
            QVERIFY_RESULT(queue.add(makeObject(name, "1")));
        QCOMPARE(queue.popBatch(10, [](std::span<const Deltas>) {
            return std::vector<PopFailure>{{1, Error::badInput(QStringLiteral("no")), true}};
        }), std::size_t(3));
        QCOMPARE(popAll(queue), std::string("default/b: Added 1"));
    }

    void aClosedQueueHandsOutWhatItHasAndThenEnds()
    {
        DeltaFIFO queue;
        QVERIFY_RESULT(queue.add(makeObject("a", "1")));
        queue.close();
        QVERIFY(queue.isClosed());
        const auto nothing = [](const Deltas &) { return std::nullopt; };
        QVERIFY_RESULT(queue.pop(nothing));
        const auto end = queue.pop(nothing);
        QVERIFY(!end && end.error().is(ErrorKind::Canceled));
    }

    void closeWakesABlockedPop()
    {
        DeltaFIFO queue;
        std::atomic<bool> ended = false;
        std::thread worker([&] {
            while (queue.pop([](const Deltas &) { return std::nullopt; })) { }
            ended = true;
        });
        QVERIFY_RESULT(queue.add(makeObject("a", "1")));
        while (queue.len() > 0)
            std::this_thread::yield();
        queue.close();
        worker.join();
        QVERIFY(ended);
    }

    void aThreadMayFeedWhatAnotherPops()
    {
        Indexer store;
        DeltaFIFO queue({.knownObjects = &store});
        std::thread consumer([&] {
            while (queue.pop([&](const Deltas &deltas) -> std::optional<PopFailure> {
                if (deltas.newest().type == DeltaType::Deleted)
                    store.remove(deltas.key);
                else
                    store.update(deltas.newest().object);
                return std::nullopt;
            })) { }
        });
        for (int i = 0; i < 2000; ++i) {
            const auto object = makeObject(std::to_string(i % 17), std::to_string(i));
            if (i % 5 == 4)
                QVERIFY_RESULT(queue.remove(object));
            else if (i % 97 == 0)
                queue.resync();
            else
                QVERIFY_RESULT(queue.update(object));
        }
        QVERIFY_RESULT(queue.replace({makeObject("x", "1"), makeObject("y", "1")}, "1"));
        queue.close();
        consumer.join();
        QCOMPARE(store.size(), std::size_t(2));
    }

    void theWakeUpComesOnceAfterAnEmptyAnswer()
    {
        DeltaFIFO queue;
        int woken = 0;
        queue.setWakeUp([&] { ++woken; });
        QVERIFY_RESULT(queue.add(makeObject("a", "1")));
        QVERIFY_RESULT(queue.add(makeObject("b", "1")));
        QCOMPARE(woken, 1);
        popAll(queue);
        QVERIFY_RESULT(queue.add(makeObject("a", "1")));
        QCOMPARE(woken, 2);
    }

    void aPausedQueueHandsOutNothingUntilAStepOrTheEnd()
    {
        DeltaFIFO queue;
        int woken = 0;
        queue.setWakeUp([&] { ++woken; });
        for (const char *name : {"a", "b", "c"})
            QVERIFY_RESULT(queue.add(makeObject(name, "1")));
        QCOMPARE(woken, 1);
        queue.pause();
        QVERIFY(queue.isPaused() && queue.snapshot().paused);
        QCOMPARE(popAll(queue), std::string());
        QVERIFY_RESULT(queue.update(makeObject("a", "2"))); // joins
        QCOMPARE(woken, 1); // for nothing
        queue.step();
        QCOMPARE(woken, 2);
        QCOMPARE(popAll(queue), std::string("default/a: Added 1, Updated 2"));
        queue.step(1);
        QCOMPARE(queue.popBatch(10, [](std::span<const Deltas>) { return std::vector<PopFailure>(); }), std::size_t(1));
        queue.resume();
        QVERIFY(!queue.isPaused());
        QCOMPARE(popAll(queue), std::string("default/c: Added 1"));
        QCOMPARE(queue.len(), std::size_t(0));
    }

    void aBlockedPopWaitsForTheEndOfThePause()
    {
        DeltaFIFO queue;
        queue.pause();
        std::atomic<int> popped = 0;
        std::thread worker([&] {
            while (queue.pop([&](const Deltas &) {
                ++popped;
                return std::nullopt;
            })) { }
        });
        for (const char *name : {"a", "b", "c"})
            QVERIFY_RESULT(queue.add(makeObject(name, "1")));
        queue.step(2);
        while (queue.len() > 1)
            std::this_thread::yield();
        QCOMPARE(popped.load(), 2);
        queue.close(); // which ends the pause: what waits is still handed out
        worker.join();
        QCOMPARE(popped.load(), 3);
        queue.pause();
        QVERIFY(!queue.isPaused());
    }

    void theConsumerIsToldWhenTheQueueHasDrained()
    {
        DeltaFIFO queue;
        int drained = 0;
        queue.setDrained(1, [&] { ++drained; });
        for (const char *name : {"a", "b", "c"})
            QVERIFY_RESULT(queue.add(makeObject(name, "1")));
        popText(queue);
        QCOMPARE(drained, 0);
        popText(queue);
        QCOMPARE(drained, 1);
        popText(queue);
        QCOMPARE(drained, 1);
    }
};

ORRERY_GUILESS_TEST(DeltaFifoTest)
} // namespace delta_fifo_test
#include "delta_fifo_test.moc"
