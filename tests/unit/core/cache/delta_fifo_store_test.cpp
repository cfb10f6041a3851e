// SPDX-License-Identifier: Apache-2.0
#include "core/cache/delta_fifo.h"
#include "core/cache/indexer.h"
#include "tests/support/delta_text.h"
#include "tests/support/test_objects.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace delta_fifo_store_test {

using namespace kube;
using kube::test::makeObject;
using kube::test::popAll;
using kube::test::popText;

namespace {

std::string versions(const std::vector<ObjectPtr> &objects)
{
    std::string text;
    for (const ObjectPtr &object : objects)
        text += (text.empty() ? "" : " ") + object->key().name + std::string(object->resourceVersion());
    return text;
}

/// Does what it is told, by the names of the interface alone.
void fill(Store &store)
{
    QVERIFY_RESULT(store.add(makeObject("a", "1")));
    QVERIFY_RESULT(store.add(makeObject("b", "1")));
    QVERIFY_RESULT(store.update(makeObject("a", "2")));
    QVERIFY_RESULT(store.remove(makeObject("b", "3")));
    QVERIFY_RESULT(store.resync());
}

} // namespace

class DeltaFifoStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void anIndexerAndAQueueAreStores()
    {
        Indexer indexer;
        fill(indexer);
        QCOMPARE(versions(indexer.list()), std::string("a2"));
        QVERIFY_RESULT(indexer.replace({makeObject("c", "4")}, "4"));
        QVERIFY_RESULT(indexer.remove(ObjectKey{"default", "c"}));
        QVERIFY(indexer.isEmpty());

        DeltaFIFO queue;
        fill(queue);
        QCOMPARE(popAll(queue), std::string("default/a: Added 1, Updated 2; default/b: Added 1, Deleted 3"));
        QVERIFY(queue.isEmpty());
    }

    void asAStoreAQueueShowsTheNewestOfWhatWaits()
    {
        Indexer known;
        QVERIFY_RESULT(known.add(makeObject("known", "1")));
        DeltaFIFO queue({.knownObjects = &known});
        fill(queue); // the resync brings what is known
        const Store &store = queue;
        QCOMPARE(versions(store.list()), std::string("a2 b3 known1"));
        QCOMPARE(store.listKeys(), (std::vector<ObjectKey>{{"default", "a"}, {"default", "b"}, {"default", "known"}}));
        QCOMPARE(store.getByKey({"default", "a"})->resourceVersion(), std::string_view("2"));
        QCOMPARE(store.get(*makeObject("b", "9"))->resourceVersion(), std::string_view("3")); // the object that is gone
        QVERIFY(!store.getByKey({"default", "nobody"}));
        QCOMPARE(kube::test::textOf(*queue.deltasOf({"default", "a"})), std::string("default/a: Added 1, Updated 2"));
        QVERIFY(!queue.deltasOf({"default", "nobody"}));
        popText(queue);
        QVERIFY(!store.getByKey({"default", "a"})); // no longer waits
    }

    void bookmarksWaitUnderNoKey()
    {
        DeltaFIFO queue;
        queue.bookmark("7");
        QVERIFY(!queue.isEmpty());
        QVERIFY(queue.list().empty() && queue.listKeys().empty());
    }

    void inFrontOfAWholeReplacementAKeyMayWaitTwice()
    {
        DeltaFIFO queue({.replaceMode = DeltaFIFO::ReplaceMode::Whole});
        QVERIFY_RESULT(queue.add(makeObject("a", "1")));
        QVERIFY_RESULT(queue.add(makeObject("b", "1")));
        QVERIFY_RESULT(queue.replace({makeObject("a", "2")}, "2"));
        QCOMPARE(versions(queue.list()), std::string("a1 b1"));
        QVERIFY_RESULT(queue.update(makeObject("a", "3")));
        QCOMPARE(versions(queue.list()), std::string("b1 a3"));
        QCOMPARE(queue.getByKey({"default", "a"})->resourceVersion(), std::string_view("3"));
        QCOMPARE(queue.getByKey({"default", "b"})->resourceVersion(), std::string_view("1"));
    }

    void aKeyRemovedWithoutItsObjectIsATombstoneOfWhatIsKnown()
    {
        Indexer known;
        QVERIFY_RESULT(known.add(makeObject("known", "1")));
        QVERIFY_RESULT(known.add(makeObject("queued", "1")));
        DeltaFIFO queue({.knownObjects = &known});
        QVERIFY_RESULT(queue.update(makeObject("queued", "2")));
        for (const char *name : {"known", "queued", "nobody"})
            QVERIFY_RESULT(queue.remove(ObjectKey{"default", name}));
        QCOMPARE(popAll(queue), std::string("default/queued: Updated 2, Deleted~ 2; default/known: Deleted~ 1"));
    }

    void addIfNotPresentGivesWayToNewerDeltas()
    {
        DeltaFIFO fifo;
        Queue &queue = fifo;
        QVERIFY_RESULT(queue.add(makeObject("a", "1")));
        const auto item = queue.tryPop([](const Deltas &) { return std::nullopt; });
        QVERIFY(queue.addIfNotPresent(**item));
        QVERIFY(!queue.addIfNotPresent(**item));
        QVERIFY_RESULT(queue.update(makeObject("a", "2"))); // joins what was given back
        QCOMPARE(popAll(fifo), std::string("default/a: Added 1, Updated 2"));
        QVERIFY(!queue.addIfNotPresent(Deltas{})); // nothing in it
    }

    void nothingIsPutBackIntoAClosedQueue()
    {
        DeltaFIFO queue;
        QVERIFY_RESULT(queue.add(makeObject("a", "1")));
        queue.close();
        const auto failing = [](const Deltas &) { return std::optional(PopFailure{0, Error::badInput(QStringLiteral("no")), true}); };
        QVERIFY(!queue.pop(failing));
        QVERIFY(queue.isEmpty());
    }
};

ORRERY_GUILESS_TEST(DeltaFifoStoreTest)
} // namespace delta_fifo_store_test
#include "delta_fifo_store_test.moc"
