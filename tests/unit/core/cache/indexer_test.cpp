// SPDX-License-Identifier: Apache-2.0
#include "core/cache/indexer.h"
#include "tests/support/test_objects.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <atomic>
#include <random>
#include <set>
#include <thread>

namespace indexer_test {

using namespace kube;
using kube::test::makeObject;

namespace {

std::vector<std::string> byLetters(const Object &object)
{
    std::set<std::string> letters;
    for (const char letter : object.uid())
        letters.insert(std::string(1, letter));
    return {letters.begin(), letters.end()};
}

std::set<std::string> names(const std::vector<ObjectPtr> &objects)
{
    std::set<std::string> result;
    for (const ObjectPtr &object : objects)
        result.insert(object->key().toString());
    return result;
}

} // namespace

class IndexerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whatIsAddedIsFoundByItsKey()
    {
        Indexer indexer;
        const auto object = makeObject("a", "1");
        indexer.add(object);
        QCOMPARE(indexer.getByKey({"default", "a"}), object);
        QCOMPARE(indexer.get(*makeObject("a", "2")), object);
        QVERIFY(!indexer.getByKey({"default", "b"}));
        QVERIFY(!indexer.getByKey({"", "a"}));
        QCOMPARE(indexer.size(), std::size_t(1));
    }

    void theNewerTakesTheOldersPlace()
    {
        Indexer indexer;
        indexer.add(makeObject("a", "1"));
        indexer.update(makeObject("a", "2"));
        QCOMPARE(indexer.size(), std::size_t(1));
        QCOMPARE(indexer.getByKey({"default", "a"})->resourceVersion(), std::string_view("2"));
        indexer.remove({"default", "a"});
        indexer.remove({"default", "a"});
        QVERIFY(indexer.isEmpty());
    }

    void anIndexFollowsItsObjects()
    {
        Indexer indexer({{"letters", byLetters}});
        indexer.add(makeObject("a", "1", "xy"));
        indexer.add(makeObject("b", "1", "yz"));
        QCOMPARE(names(*indexer.byIndex("letters", "y")), (std::set<std::string>{"default/a", "default/b"}));
        indexer.update(makeObject("a", "2", "xz"));
        QCOMPARE(names(*indexer.byIndex("letters", "y")), std::set<std::string>{"default/b"});
        QCOMPARE(names(*indexer.byIndex("letters", "z")), (std::set<std::string>{"default/a", "default/b"}));
        QCOMPARE(names(*indexer.index("letters", *makeObject("c", "1", "x"))), std::set<std::string>{"default/a"});
        QCOMPARE((*indexer.indexKeys("letters", "x")).size(), std::size_t(1));
    }

    void anUpdateOfTheSameValueShowsTheNewObject()
    {
        Indexer indexer;
        indexer.add(makeObject("a", "1"));
        indexer.update(makeObject("a", "2"));
        QCOMPARE(indexer.byIndex(Indexer::namespaceIndex, "default")->front()->resourceVersion(), std::string_view("2"));
    }

    void emptyIndexSetsAreDeleted()
    {
        Indexer indexer({{"letters", byLetters}});
        indexer.add(makeObject("a", "1", "xy"));
        indexer.update(makeObject("a", "1", "z"));
        QCOMPARE(*indexer.listIndexFuncValues("letters"), std::vector<std::string>{"z"});
        indexer.remove({"default", "a"});
        QVERIFY(indexer.listIndexFuncValues("letters")->empty());
        QCOMPARE(indexer.snapshot().indices.front().values, std::size_t(0));
    }

    void anUnknownIndexIsAnError()
    {
        const Indexer indexer;
        QVERIFY(!indexer.byIndex("nonsense", ""));
        QVERIFY(!indexer.indexKeys("nonsense", ""));
        QVERIFY(!indexer.listIndexFuncValues("nonsense"));
        QVERIFY(!indexer.index("nonsense", *makeObject("a", "1")));
    }

    void anIndexAddedLateIsFilled()
    {
        Indexer indexer;
        indexer.add(makeObject("a", "1", "xy"));
        QVERIFY_RESULT(indexer.addIndexers({{"letters", byLetters}}));
        QCOMPARE(names(*indexer.byIndex("letters", "x")), std::set<std::string>{"default/a"});
        QVERIFY(!indexer.addIndexers({{"other", byLetters}, {"letters", byLetters}}));
        QCOMPARE(indexer.indexNames(), (std::vector<std::string>{"letters", "namespace"}));
    }

    void replaceSwapsObjectsAndIndices()
    {
        Indexer indexer({{"letters", byLetters}});
        indexer.add(makeObject("a", "1", "x"));
        indexer.add(makeObject("b", "1", "x"));
        indexer.replace({makeObject("b", "2", "y"), makeObject("c", "2", "y")}, "2");
        QCOMPARE(names(indexer.list()), (std::set<std::string>{"default/b", "default/c"}));
        QCOMPARE(*indexer.listIndexFuncValues("letters"), std::vector<std::string>{"y"});
        QCOMPARE(indexer.resourceVersion(), std::string("2"));
    }

    void aNamespaceIsListedByItsIndexAndWithoutOne()
    {
        for (const bool indexed : {true, false}) {
            Indexer indexer(indexed ? Indexers{{Indexer::namespaceIndex, Indexer::indexByNamespace}} : Indexers{});
            indexer.add(makeObject(ObjectKey{"web", "a"}, "1"));
            indexer.add(makeObject(ObjectKey{"db", "a"}, "1"));
            indexer.add(makeObject(ObjectKey{"", "node"}, "1"));
            QCOMPARE(names(indexer.listByNamespace("web")), std::set<std::string>{"web/a"});
            QCOMPARE(indexer.listByNamespace("").size(), std::size_t(3));
            QVERIFY(indexer.listByNamespace("nowhere").empty());
        }
    }

    void aBatchIsOneTransactionAndTellsWhatItReplaced()
    {
        Indexer indexer;
        const auto first = makeObject("a", "1");
        indexer.add(first);
        const auto transactions = indexer.snapshot().transactions;
        const auto second = makeObject("a", "2");
        const StoreChange changes[] = {{{}, second}, {{}, makeObject("b", "2")}, {{"default", "a"}, nullptr}, {{"default", "nobody"}, nullptr}};
        const auto before = indexer.apply(changes);
        QCOMPARE(before, (std::vector<ObjectPtr>{first, nullptr, second, nullptr}));
        QCOMPARE(indexer.snapshot().transactions, transactions + 1);
        QCOMPARE(names(indexer.list()), std::set<std::string>{"default/b"});
    }

    void readersOnOtherThreadsSeeWholeBatches()
    {
        Indexer indexer;
        indexer.replace({makeObject("a", "0"), makeObject("b", "0")}, "0");
        std::atomic<bool> stop = false;
        std::atomic<int> torn = 0;
        std::vector<std::thread> readers;
        for (int i = 0; i < 3; ++i) {
            readers.emplace_back([&] {
                while (!stop) {
                    std::set<std::string_view> versions;
                    indexer.forEach([&](const ObjectPtr &object) { versions.insert(object->resourceVersion()); });
                    if (versions.size() != 1)
                        ++torn;
                    (void)indexer.byIndex(Indexer::namespaceIndex, "default");
                }
            });
        }
        for (int i = 1; i < 300; ++i) {
            const std::string version = std::to_string(i);
            const std::vector<ObjectPtr> both{makeObject("a", version), makeObject("b", version)};
            if (i % 3 == 0) {
                indexer.replace(both, version);
            } else {
                const StoreChange changes[] = {{{}, both[0]}, {{}, both[1]}};
                indexer.apply(changes);
            }
        }
        stop = true;
        for (auto &reader : readers)
            reader.join();
        QCOMPARE(torn.load(), 0);
    }

    void itDoesTheSameAsANaiveStore()
    {
        for (unsigned seed = 0; seed < 100; ++seed) {
            std::mt19937 random(seed);
            Indexer indexer({{"letters", byLetters}, {Indexer::namespaceIndex, Indexer::indexByNamespace}});
            std::map<ObjectKey, ObjectPtr> naive;
            const auto randomObject = [&] {
                const std::string uid = std::string(1, char('p' + random() % 4)) + char('p' + random() % 4);
                return makeObject({random() % 2 ? "web" : "db", std::string(1, char('a' + random() % 5))}, std::to_string(random() % 99), uid);
            };
            for (int step = 0; step < 60; ++step) {
                switch (random() % 5) {
                case 0: case 1: case 2: {
                    const auto object = randomObject();
                    indexer.add(object);
                    naive[object->key()] = object;
                    break;
                }
                case 3: {
                    const auto key = randomObject()->key();
                    indexer.remove(key);
                    naive.erase(key);
                    break;
                }
                case 4: {
                    std::vector<ObjectPtr> objects;
                    naive.clear();
                    for (unsigned i = 0; i < random() % 5; ++i)
                        objects.push_back(randomObject());
                    for (const auto &object : objects)
                        naive[object->key()] = object;
                    indexer.replace(objects, "1");
                    break;
                }
                }
                QCOMPARE(indexer.size(), naive.size());
                std::map<std::string, std::set<ObjectPtr>> letters;
                for (const auto &[key, object] : naive) {
                    QCOMPARE(indexer.getByKey(key), object);
                    for (const auto &letter : byLetters(*object))
                        letters[letter].insert(object);
                }
                QCOMPARE(indexer.listIndexFuncValues("letters")->size(), letters.size());
                std::size_t bytes = 0;
                for (const auto &[key, object] : naive)
                    bytes += object->heldBytes();
                QCOMPARE(indexer.snapshot().bytes, bytes);
                QCOMPARE(indexer.keyContents({"db/", 99}).keys.size(), std::size_t(std::count_if(naive.begin(), naive.end(), [](const auto &one) { return one.first.namespaceName == "db"; })));
                for (const auto &[letter, objects] : letters) {
                    const auto found = *indexer.byIndex("letters", letter);
                    QCOMPARE(std::set(found.begin(), found.end()), objects);
                }
            }
        }
    }
};

ORRERY_GUILESS_TEST(IndexerTest)
} // namespace indexer_test
#include "indexer_test.moc"
