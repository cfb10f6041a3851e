// SPDX-License-Identifier: Apache-2.0
#include "app/demo/store/api_store.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace api_store_test {

using orrery::demo::ApiStore;
using orrery::demo::StoreEvent;
using orrery::demo::withResourceVersion;

const kube::GroupResource things{"", "things"};

std::string thing(const std::string &name, const std::string &more = {}, const std::string &owner = {})
{
    const std::string owners = owner.empty() ? std::string() : R"(,"ownerReferences":[{"kind":"Thing","name":"o","uid":")" + owner + "\"}]";
    return R"({"kind":"Thing","metadata":{"name":")" + name + R"(","namespace":"x")" + owners + "}" + (more.empty() ? "" : ",\"data\":\"" + more + '"') + '}';
}

std::string told(const StoreEvent &event)
{
    const char *types[] = {"added ", "modified ", "deleted ", "ended"};
    return types[static_cast<int>(event.type)] + (event.object ? event.object->key.name : std::string());
}

std::string told(const std::vector<StoreEvent> &events)
{
    std::string text;
    for (const StoreEvent &event : events)
        text += told(event) + ';';
    return text;
}

} // namespace api_store_test

namespace api_store_test { // anew: moc loses count of braces in raw strings

class ApiStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void theVersionIsWrittenIntoMetadata_data();
    void theVersionIsWrittenIntoMetadata();
    void everyWriteIsARevisionOfTheWholeStore();
    void aWriteThatChangesNothingIsNone();
    void anUpdateMayInsistOnARevision();
    void historyIsToldFromARevisionOn();
    void historyThatIsNoLongerThereIsGone();
    void aCompactionForgetsHistory();
    void changesAreTold();
    void aNamespaceIsListedAlone();
    void ownersAreKnown();
    void aDroppedResourceEnds();
};

void ApiStoreTest::theVersionIsWrittenIntoMetadata_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("replaced") << R"({"metadata":{"name":"a","resourceVersion":"3"}})" << R"({"metadata":{"name":"a","resourceVersion":"70"}})";
    QTest::newRow("added") << R"({"metadata":{"name":"a"}})" << R"({"metadata":{"resourceVersion":"70","name":"a"}})";
    QTest::newRow("added to nothing") << R"({"metadata":{}})" << R"({"metadata":{"resourceVersion":"70"}})";
    QTest::newRow("within a text") << R"({"a":"\"resourceVersion\":\"1\"","metadata":{"resourceVersion":"1"}})" << R"({"a":"\"resourceVersion\":\"1\"","metadata":{"resourceVersion":"70"}})";
    QTest::newRow("of another object") << R"({"involvedObject":{"resourceVersion":"9"},"metadata":{"resourceVersion":"1"}})"
                                       << R"({"involvedObject":{"resourceVersion":"9"},"metadata":{"resourceVersion":"70"}})";
    QTest::newRow("of another object behind") << R"({"metadata":{"name":"a"},"involvedObject":{"resourceVersion":"9"}})"
                                              << R"({"metadata":{"resourceVersion":"70","name":"a"},"involvedObject":{"resourceVersion":"9"}})";
    QTest::newRow("no metadata") << "{}" << "{}";
}

void ApiStoreTest::theVersionIsWrittenIntoMetadata()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QCOMPARE(QString::fromStdString(withResourceVersion(before.toStdString(), 70)), after);
}

void ApiStoreTest::everyWriteIsARevisionOfTheWholeStore()
{
    ApiStore store;
    const auto first = store.create(things, thing("a"));
    const auto second = store.create({"g", "others"}, thing("a"));
    QVERIFY(first && second);
    QCOMPARE((*second)->revision, (*first)->revision + 1);
    QCOMPARE(store.revision(), (*second)->revision);
    QVERIFY((*first)->json.find("\"resourceVersion\":\"" + std::to_string((*first)->revision) + '"') != std::string::npos);
    const auto again = store.create(things, thing("a"));
    QVERIFY(!again && again.error().is(kube::ErrorKind::AlreadyExists));
    const auto gone = store.remove(things, {"x", "a"});
    QCOMPARE((*gone)->revision, store.revision());
    QVERIFY(!store.get(things, {"x", "a"}));
}

void ApiStoreTest::aWriteThatChangesNothingIsNone()
{
    ApiStore store;
    const auto made = store.create(things, thing("a", "1"));
    const auto same = store.update(things, {"x", "a"}, thing("a", "1"));
    QCOMPARE((*same)->revision, (*made)->revision);
    QCOMPARE(store.since(things, (*made)->revision)->size(), std::size_t(0));
}

void ApiStoreTest::anUpdateMayInsistOnARevision()
{
    ApiStore store;
    const auto made = store.create(things, thing("a", "1"));
    QVERIFY(store.update(things, {"x", "a"}, thing("a", "2"), (*made)->revision));
    const auto late = store.update(things, {"x", "a"}, thing("a", "3"), (*made)->revision);
    QVERIFY(!late && late.error().is(kube::ErrorKind::Conflict));
    const auto none = store.update(things, {"x", "b"}, thing("b"));
    QVERIFY(!none && none.error().is(kube::ErrorKind::NotFound));
}

void ApiStoreTest::historyIsToldFromARevisionOn()
{
    ApiStore store;
    const auto made = store.create(things, thing("a", "1"));
    QVERIFY(store.update(things, {"x", "a"}, thing("a", "2")));
    QVERIFY(store.create(things, thing("b")));
    QVERIFY(store.remove(things, {"x", "a"}));
    QCOMPARE(told(*store.since(things, (*made)->revision)), std::string("modified a;added b;deleted a;"));
    QCOMPARE(told(*store.since(things, store.revision())), std::string());
    QCOMPARE((*store.since(things, (*made)->revision))[0].previous->revision, (*made)->revision);
}

void ApiStoreTest::historyThatIsNoLongerThereIsGone()
{
    ApiStore store(2);
    const auto made = store.create(things, thing("a", "0"));
    for (const char *data : {"1", "2", "3"})
        QVERIFY(store.update(things, {"x", "a"}, thing("a", data)));
    const auto old = store.since(things, (*made)->revision);
    QVERIFY(!old && old.error().is(kube::ErrorKind::Gone));
    QCOMPARE(told(*store.since(things, (*made)->revision + 1)), std::string("modified a;modified a;"));
}

void ApiStoreTest::aCompactionForgetsHistory()
{
    ApiStore store;
    const auto made = store.create(things, thing("a"));
    QVERIFY(store.create(things, thing("b")));
    store.compact();
    QVERIFY(!store.since(things, (*made)->revision));
    QVERIFY(store.since(things, store.revision()));
    QVERIFY(store.get(things, {"x", "a"}));
}

void ApiStoreTest::changesAreTold()
{
    ApiStore store;
    std::vector<StoreEvent> events;
    auto subscription = store.subscribe(things, [&](const StoreEvent &event) { events.push_back(event); });
    QVERIFY(store.create(things, thing("a")));
    QVERIFY(store.create({"", "others"}, thing("b")));
    QVERIFY(store.remove(things, {"x", "a"}));
    QCOMPARE(told(events), std::string("added a;deleted a;"));
    subscription.reset();
    QVERIFY(store.create(things, thing("c")));
    QCOMPARE(events.size(), std::size_t(2));
}

void ApiStoreTest::aNamespaceIsListedAlone()
{
    ApiStore store;
    QVERIFY(store.create(things, thing("b")));
    QVERIFY(store.create(things, thing("a")));
    QVERIFY(store.create(things, R"({"metadata":{"name":"c","namespace":"xx"}})"));
    QCOMPARE(store.list(things, "x").size(), std::size_t(2));
    QCOMPARE(store.list(things, "x").front()->key.name, std::string("a"));
    QCOMPARE(store.list(things, {}).size(), std::size_t(3));
}

void ApiStoreTest::ownersAreKnown()
{
    ApiStore store;
    QVERIFY(store.create(things, thing("a", {}, "u-1")));
    QVERIFY(store.create(things, thing("b", {}, "u-1")));
    QCOMPARE(store.ownedBy("u-1").size(), std::size_t(2));
    QVERIFY(store.update(things, {"x", "b"}, thing("b", {}, "u-2")));
    QCOMPARE(store.ownedBy("u-1").size(), std::size_t(1));
    QCOMPARE(store.ownedBy("u-2").front().key.name, std::string("b"));
    QVERIFY(store.remove(things, {"x", "b"}));
    QVERIFY(store.ownedBy("u-2").empty());
}

void ApiStoreTest::aDroppedResourceEnds()
{
    ApiStore store;
    const auto made = store.create(things, thing("a"));
    std::vector<StoreEvent> events;
    const auto subscription = store.subscribe(things, [&](const StoreEvent &event) { events.push_back(event); });
    store.drop(things);
    QCOMPARE(told(events), std::string("deleted a;ended;"));
    QCOMPARE(store.size(things), std::size_t(0));
    QVERIFY(!store.since(things, (*made)->revision));
}

ORRERY_GUILESS_TEST(ApiStoreTest)
} // namespace api_store_test
#include "api_store_test.moc"
