// SPDX-License-Identifier: Apache-2.0
#include "core/cache/process_deltas.h"

#include "core/cache/delta_fifo.h"
#include "tests/support/test_objects.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace process_deltas_test {

using namespace kube;
using kube::test::makeObject;

namespace {

std::string process(Indexer &store, std::vector<Deltas> batch)
{
    std::string text;
    processDeltas(store, batch, [&](const Notification &notification) {
        text += text.empty() ? "" : "; ";
        switch (notification.type) {
        case Notification::Type::Add: text += "add "; break;
        case Notification::Type::Update: text += "update "; break;
        case Notification::Type::Delete: text += notification.finalStateUnknown ? "delete~ " : "delete "; break;
        }
        text += notification.key().name + " ";
        if (notification.before)
            text += std::string(notification.before->resourceVersion()) + ">";
        if (notification.now)
            text += notification.now->resourceVersion();
    });
    return text;
}

Deltas one(DeltaType type, const ObjectPtr &object, bool finalStateUnknown = false)
{
    return {object->key(), {{type, object, finalStateUnknown}}, nullptr, false};
}

Deltas whole(DeltaType type, std::vector<ObjectPtr> objects, std::string resourceVersion)
{
    return {{}, {}, std::make_shared<const WholeDelta>(WholeDelta{type, std::move(objects), std::move(resourceVersion)}), false};
}

} // namespace

class ProcessDeltasTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void anAddedOfAKnownKeyIsAnUpdate()
    {
        Indexer store;
        QCOMPARE(process(store, {one(DeltaType::Added, makeObject("a", "1"))}), std::string("add a 1"));
        QCOMPARE(process(store, {one(DeltaType::Added, makeObject("a", "2"))}), std::string("update a 1>2"));
    }

    void theStoreStandsAtWhatItHasReached()
    {
        Indexer store;
        DeltaFIFO::Options options;
        options.knownObjects = &store;
        DeltaFIFO queue(std::move(options));
        const auto pop = [&](std::size_t limit = 100) {
            queue.popBatch(limit, [&store](std::span<const Deltas> batch) {
                processDeltas(store, batch, [](const Notification &) {});
                return std::vector<PopFailure>();
            });
            return store.resourceVersion();
        };
        queue.bookmark("3");
        QCOMPARE(pop(), std::string("3"));
        QVERIFY_RESULT(queue.add(makeObject("a", "4")));
        QCOMPARE(pop(), std::string("4"));
        QVERIFY_RESULT(queue.add(makeObject("b", "5")));
        QVERIFY_RESULT(queue.add(makeObject("c", "6")));
        QVERIFY_RESULT(queue.update(makeObject("b", "7")));
        QCOMPARE(pop(1), std::string("4")); // c of 6 still waits
        QCOMPARE(pop(1), std::string("7"));
        QVERIFY_RESULT(queue.remove(makeObject("a", "8")));
        QCOMPARE(pop(), std::string("8"));
        queue.beginReplace(); // what a list brings says only at its end as of when it is
        QVERIFY_RESULT(queue.replaceItem(makeObject("a", "2")));
        QCOMPARE(pop(), std::string("8"));
        queue.endReplace("9");
        pop();
        QCOMPARE(pop(), std::string("9"));
    }

    void anUpdatedOfAnUnknownKeyIsAnAdd()
    {
        Indexer store;
        QCOMPARE(process(store, {one(DeltaType::Updated, makeObject("a", "2"))}), std::string("add a 2"));
    }

    void aDeletedOfAnUnknownKeyIsNothing()
    {
        Indexer store;
        QCOMPARE(process(store, {one(DeltaType::Deleted, makeObject("a", "2"))}), std::string());
    }

    void aDeletionCarriesTheLastStateThereIs()
    {
        Indexer store;
        store.add(makeObject("a", "1"));
        QCOMPARE(process(store, {one(DeltaType::Deleted, makeObject("a", "2"))}), std::string("delete a 2>"));
        store.add(makeObject("a", "1"));
        Deltas unknown{{"default", "a"}, {{DeltaType::Deleted, nullptr, true}}, nullptr, false};
        QCOMPARE(process(store, {unknown}), std::string("delete~ a 1>"));
        QVERIFY(store.isEmpty());
    }

    void anotherUidIsADeletionAndAnAdd()
    {
        Indexer store;
        store.add(makeObject("a", "1", "old"));
        QCOMPARE(process(store, {one(DeltaType::Replaced, makeObject("a", "5", "new"))}), std::string("delete~ a 1>; add a 5"));
    }

    void theDeltasOfOneItemAreToldInOrder()
    {
        Indexer store;
        const Deltas item{{"default", "a"},
                          {{DeltaType::Added, makeObject("a", "1")}, {DeltaType::Deleted, makeObject("a", "2")}, {DeltaType::Added, makeObject("a", "3", "new")}},
                          nullptr, false};
        QCOMPARE(process(store, {item}), std::string("add a 1; delete a 2>; add a 3"));
    }

    void aBatchIsOneTransaction()
    {
        Indexer store;
        process(store, {one(DeltaType::Added, makeObject("a", "1")), one(DeltaType::Added, makeObject("b", "1"))});
        QCOMPARE(store.snapshot().transactions, std::uint64_t(1));
    }

    void aWholeReplacementTellsDeletionsFirst()
    {
        Indexer store;
        store.add(makeObject("a", "1"));
        store.add(makeObject("b", "1"));
        store.add(makeObject("c", "1", "old"));
        QCOMPARE(process(store, {whole(DeltaType::ReplacedAll, {makeObject("d", "2"), makeObject("b", "2"), makeObject("c", "2", "new")}, "9")}),
                 std::string("delete~ a 1>; add d 2; update b 1>2; delete~ c 1>; add c 2"));
        QCOMPARE(store.resourceVersion(), std::string("9"));
        QCOMPARE(store.size(), std::size_t(3));
    }

    void aWholeResyncTellsEverythingAgain()
    {
        Indexer store;
        store.add(makeObject("a", "1"));
        QCOMPARE(process(store, {whole(DeltaType::SyncAll, {}, {})}), std::string("update a 1>1"));
    }

    void whatWasBeforeIsTheVeryObjectTheStoreHeld()
    {
        Indexer store;
        std::vector<ObjectPtr> told;
        const auto tell = [&told](const Notification &notification) { told.push_back(notification.before); };
        const auto first = makeObject("a", "1"), second = makeObject("a", "2"), again = makeObject("a", "2"), third = makeObject("a", "3");
        store.add(first);
        processDeltas(store, std::vector{one(DeltaType::Updated, second)}, tell);
        processDeltas(store, std::vector{whole(DeltaType::ReplacedAll, {again}, "2")}, tell); // unchanged, and yet another object
        processDeltas(store, std::vector{one(DeltaType::Updated, third)}, tell);
        processDeltas(store, std::vector{whole(DeltaType::SyncAll, {}, {})}, tell);
        QVERIFY((told == std::vector<ObjectPtr>{first, second, again, third}));
    }

    void aBookmarkMovesOnlyTheResourceVersion()
    {
        Indexer store;
        QCOMPARE(process(store, {whole(DeltaType::Bookmark, {}, "9")}), std::string());
        QCOMPARE(store.resourceVersion(), std::string("9"));
    }
};

ORRERY_GUILESS_TEST(ProcessDeltasTest)
} // namespace process_deltas_test
#include "process_deltas_test.moc"
