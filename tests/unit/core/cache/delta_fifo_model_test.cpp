// SPDX-License-Identifier: Apache-2.0
#include "core/cache/delta_fifo.h"
#include "core/cache/process_deltas.h"
#include "tests/support/test_objects.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <random>
#include <set>

namespace delta_fifo_model_test {

using namespace kube;
using kube::test::makeObject;

namespace {

/// What of a queue may pass while it is paused, counted by hand.
struct NaiveGate {
    bool paused = false;
    std::size_t steps = 0;

    [[nodiscard]] std::size_t allowance(std::size_t wanted) const { return paused ? std::min(wanted, steps) : wanted; }
};

/// The three looks at what waits agree with each other.
bool looksAgree(const DeltaFIFO &queue)
{
    std::set<ObjectKey> keys;
    std::size_t backlog = 0;
    const DeltaFifoContents contents = queue.contents({"", std::size_t(-1)});
    for (const auto &item : contents.items) {
        backlog += item.chain.size();
        if (item.key != ObjectKey{})
            keys.insert(item.key);
    }
    const auto listed = queue.listKeys();
    const DeltaFifoSnapshot snapshot = queue.snapshot();
    return contents.items.size() == queue.len() && snapshot.queued == queue.len() && backlog == queue.backlog()
           && snapshot.deltas == backlog && std::set(listed.begin(), listed.end()) == keys && listed.size() == keys.size()
           && std::all_of(keys.begin(), keys.end(), [&](const ObjectKey &key) {
                  const auto deltas = queue.deltasOf(key);
                  return deltas && queue.getByKey(key) == deltas->newest().object;
              })
           && queue.list().size() <= keys.size();
}

/// Applies every change at once: what the store has to be when the queue is empty.
using Truth = std::map<ObjectKey, ObjectPtr>;

bool equal(const Indexer &store, const Truth &truth)
{
    if (store.size() != truth.size())
        return false;
    return std::all_of(truth.begin(), truth.end(), [&](const auto &entry) {
        const ObjectPtr found = store.getByKey(entry.first);
        return found && found->uid() == entry.second->uid() && found->resourceVersion() == entry.second->resourceVersion();
    });
}

} // namespace

class DeltaFifoModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whateverIsInterleavedTheStoreBecomesTheTruth_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("an item for each object") << int(DeltaFIFO::ReplaceMode::PerObject);
        QTest::newRow("whole replacements") << int(DeltaFIFO::ReplaceMode::Whole);
    }

    void whateverIsInterleavedTheStoreBecomesTheTruth()
    {
        QFETCH(int, mode);
        for (unsigned seed = 0; seed < 300; ++seed) {
            std::mt19937 random(seed);
            Indexer store;
            DeltaFIFO queue({.knownObjects = &store, .replaceMode = DeltaFIFO::ReplaceMode(mode)});
            Truth truth;
            std::map<ObjectKey, std::string> told; // key to the uid that handlers have been told of
            bool wrongTelling = false;
            bool wasSynced = false;
            int version = 0;
            const auto make = [&](int name) {
                const auto known = truth.find({"default", std::to_string(name)});
                const std::string uid = known != truth.end() && random() % 4 ? std::string(known->second->uid()) : "u" + std::to_string(version);
                return makeObject(std::to_string(name), std::to_string(++version), uid);
            };
            const auto tell = [&](const Notification &notification) {
                switch (notification.type) {
                case Notification::Type::Add:
                    wrongTelling = wrongTelling || !told.emplace(notification.key(), notification.now->uid()).second;
                    break;
                case Notification::Type::Update:
                    wrongTelling = wrongTelling || !told.contains(notification.key()) || told[notification.key()] != notification.now->uid();
                    break;
                case Notification::Type::Delete:
                    wrongTelling = wrongTelling || told.erase(notification.key()) != 1;
                    break;
                }
            };
            const auto pop = [&](std::size_t limit) {
                return queue.popBatch(limit, [&](std::span<const Deltas> batch) {
                    std::vector<PopFailure> failures;
                    std::vector<Deltas> good;
                    for (std::size_t i = 0; i < batch.size(); ++i) {
                        if (random() % 10 == 0)
                            failures.push_back({i, Error::badInput(QStringLiteral("later")), true});
                        else
                            good.push_back(batch[i]);
                    }
                    processDeltas(store, good, tell);
                    return failures;
                });
            };
            NaiveGate gate;
            bool wrongGate = false;
            const auto popGated = [&](std::size_t limit) {
                const std::size_t waiting = queue.len(), most = gate.allowance(limit);
                const std::size_t popped = pop(limit);
                wrongGate = wrongGate || popped > most || (popped == 0) != (waiting == 0 || most == 0);
                if (gate.paused)
                    gate.steps -= popped;
            };
            bool streaming = false;
            Truth streamed;
            for (int step = 0; step < 120; ++step) {
                const int name = int(random() % 6);
                const unsigned action = streaming ? 8 + random() % 10 : random() % 18;
                if (action < 4) {
                    const auto object = make(name);
                    const bool isNew = truth.insert_or_assign(object->key(), object).second;
                    QVERIFY_RESULT(isNew ? queue.add(object) : queue.update(object));
                } else if (action < 6) {
                    const auto object = make(name);
                    truth.erase(object->key());
                    QVERIFY_RESULT(random() % 2 ? queue.remove(object) : queue.remove(object->key()));
                } else if (action == 6) {
                    truth.clear();
                    std::vector<ObjectPtr> list;
                    for (int i = 0; i < 6; ++i) {
                        if (random() % 2)
                            list.push_back(make(i));
                    }
                    for (const auto &object : list)
                        truth.emplace(object->key(), object);
                    QVERIFY_RESULT(queue.replace(list, std::to_string(version)));
                } else if (action == 7) {
                    queue.resync();
                } else if (action < 10) {
                    popGated(1 + random() % 4);
                } else if (action == 10) {
                    queue.bookmark(std::to_string(version));
                } else if (action == 14) {
                    queue.pause();
                    gate.paused = true;
                } else if (action == 15) {
                    queue.resume();
                    gate = {};
                } else if (action == 16) {
                    const std::size_t count = random() % 3;
                    queue.step(count);
                    gate.steps += gate.paused ? count : 0;
                } else if (action == 17) {
                    // A consumer that cannot now takes an item and gives it back.
                    const bool may = queue.len() > 0 && gate.allowance(1) > 0;
                    const auto item = queue.tryPop([](const Deltas &) { return std::nullopt; });
                    wrongGate = wrongGate || item.has_value() != may;
                    if (item && gate.paused)
                        --gate.steps;
                    QVERIFY(!item || queue.addIfNotPresent(**item) || !(*item)->whole);
                } else if (!streaming || random() % 8 == 0) {
                    queue.beginReplace();
                    streaming = true;
                    streamed.clear();
                } else if (random() % 4) {
                    const auto object = make(name);
                    streamed.insert_or_assign(object->key(), object);
                    QVERIFY_RESULT(queue.replaceItem(object));
                } else if (random() % 2) {
                    streamed.erase({"default", std::to_string(name)});
                    queue.replaceRemoved({"default", std::to_string(name)});
                } else {
                    queue.endReplace(std::to_string(version));
                    truth = streamed;
                    streaming = false;
                }
                QVERIFY2(!(wasSynced && !queue.hasSynced()), "hasSynced went back");
                wasSynced = queue.hasSynced();
                QVERIFY2(looksAgree(queue), "seed " + QByteArray::number(seed));
                QVERIFY2(!wrongGate, "seed " + QByteArray::number(seed));
            }
            queue.resume();
            if (streaming) {
                queue.endReplace(std::to_string(version));
                truth = streamed;
            }
            while (pop(3)) { }
            const QByteArray where = QByteArrayLiteral("seed ") + QByteArray::number(seed);
            QVERIFY2(equal(store, truth), where);
            QVERIFY2(!wrongTelling, where);
            QVERIFY2(queue.hasSynced() && queue.snapshot().initialRemaining == 0, where);
            QVERIFY2(told.size() == truth.size(), where);
        }
    }
};

ORRERY_GUILESS_TEST(DeltaFifoModelTest)
} // namespace delta_fifo_model_test
#include "delta_fifo_model_test.moc"
