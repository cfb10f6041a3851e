// SPDX-License-Identifier: Apache-2.0
#include "core/apply/edit_patch.h"
#include "core/apply/write_history.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/apply/save_machine.h"

#include <QTest>

namespace write_history_test {

using namespace kube;
using kube::test::configMap;
using kube::test::q;

namespace {

const GroupResource configMaps{"", "configmaps"};

RememberedWrite write(const std::string &name, int version, const char *before, const char *after)
{
    return {configMaps, {"n", name}, configMap(version, before), configMap(version + 1, after), {}};
}

} // namespace

class WriteHistoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void theLastWriteOfAnObjectIsKept()
    {
        WriteHistory history;
        history.remember(write("a", 1, "'a':'1'", "'a':'2'"));
        history.remember(write("b", 5, "'a':'1'", "'a':'2'"));
        history.remember(write("a", 2, "'a':'2'", "'a':'3'"));
        QCOMPARE(history.lastOf(configMaps, {"n", "a"})->before, configMap(2, "'a':'2'"));
        QCOMPARE(history.lastOf(configMaps, {"n", "b"})->before, configMap(5, "'a':'1'"));
        QVERIFY(!history.lastOf(configMaps, {"n", "c"}));
        QVERIFY(!history.lastOf({"", "secrets"}, {"n", "a"}));
    }

    void aWriteThatChangedNothingIsNone()
    {
        WriteHistory history;
        history.remember(write("a", 1, "'a':'1'", "'a':'2'"));
        history.remember(write("a", 2, "'a':'2'", "'a':'2'"));
        QCOMPARE(history.lastOf(configMaps, {"n", "a"})->before, configMap(1, "'a':'1'"));
    }

    void whatTheServerKeepsIsNoPartOfARevert()
    {
        RememberedWrite one = write("a", 1, "'a':'1'", "'a':'2'");
        const JsonNode wanted = *JsonNode::parse(revertedObject(one), "wanted");
        QCOMPARE(findField(wanted, parseFieldPath("data.a"))->text, std::string("1"));
        QCOMPARE(findField(wanted, parseFieldPath("metadata.resourceVersion"))->text, std::string("2"));
        one.before.clear();
        QCOMPARE(revertedObject(one), std::string());
    }

    void aStatusThatWasWrittenWithTheRestIsTakenBackWithIt()
    {
        const auto foo = [](const char *phase) { return q("{'metadata':{'name':'a','uid':'u'},'status':{'phase':'") + phase + "\"}}"; };
        RememberedWrite one{{"example.com", "foos"}, {"n", "a"}, foo("New"), foo("Good"), {}};
        WriteHistory history;
        history.remember(one);
        QVERIFY(!history.lastOf(one.resource, one.key));
        QCOMPARE(findField(*JsonNode::parse(revertedObject(one), "wanted"), parseFieldPath("status.phase"))->text, std::string("Good"));
        one.part = EditPart::Whole;
        history.remember(one);
        QVERIFY(history.lastOf(one.resource, one.key));
        QCOMPARE(findField(*JsonNode::parse(revertedObject(one), "wanted"), parseFieldPath("status.phase"))->text, std::string("New"));
    }

    void aWriteOfTheStatusIsTakenBackInTheStatusAlone()
    {
        WriteHistory history;
        const auto withStatus = [](const char *value, int version) {
            JsonNode object = *JsonNode::parse(configMap(version, "'a':'1'"), "object");
            object.set("status", *JsonNode::parse(std::string("{\"phase\":\"") + value + "\"}", "status"));
            return jsonText(object);
        };
        const RememberedWrite one{configMaps, {"n", "a"}, withStatus("Old", 1), withStatus("New", 2), {}, EditPart::Status};
        history.remember(one);
        QVERIFY(history.lastOf(configMaps, {"n", "a"}));
        const JsonNode wanted = *JsonNode::parse(revertedObject(one), "wanted");
        QCOMPARE(findField(wanted, parseFieldPath("status.phase"))->text, std::string("Old"));
        QCOMPARE(findField(wanted, parseFieldPath("metadata.resourceVersion"))->text, std::string("2"));
        history.remember({configMaps, {"n", "b"}, withStatus("Same", 1), withStatus("Same", 2), {}, EditPart::Status});
        QVERIFY(!history.lastOf(configMaps, {"n", "b"}));
    }

    void aDeletedObjectIsMadeAnewWithoutWhatTheServerKeeps()
    {
        RememberedWrite one = write("a", 7, "'a':'1'", "'a':'2'");
        one.after.clear();
        QVERIFY(one.isDeletion() && !one.isCreation());
        const JsonNode anew = *JsonNode::parse(recreatedObject(one), "anew");
        QCOMPARE(findField(anew, parseFieldPath("data.a"))->text, std::string("1"));
        QVERIFY(findField(anew, parseFieldPath("metadata.name")));
        QVERIFY(!findField(anew, parseFieldPath("metadata.resourceVersion")));
        QVERIFY(!findField(anew, parseFieldPath("metadata.uid")));
        QVERIFY(!findField(anew, parseFieldPath("status")));
    }

    void whoeverAsksIsToldAllWritesTheNewestFirst()
    {
        std::vector<RememberedWrites> told;
        WriteHistory history([&told](RememberedWrites writes) { told.push_back(std::move(writes)); });
        history.remember(write("a", 1, "'a':'1'", "'a':'2'"));
        history.remember(write("b", 1, "'a':'1'", "'a':'2'"));
        history.remember(write("b", 2, "'a':'2'", "'a':'2'")); // nothing has changed
        QCOMPARE(told.size(), std::size_t(2));
        QCOMPARE(told.back()->size(), std::size_t(2));
        QCOMPARE(told.back()->front()->key.name, std::string("b"));
    }

    void anEvictionIsTheLastWriteAndNoWayBack()
    {
        std::vector<RememberedWrites> told;
        WriteHistory history([&told](RememberedWrites writes) { told.push_back(std::move(writes)); });
        history.remember(write("a", 1, "'a':'1'", "'a':'2'"));
        for (const char *pod : {"p", "q"})
            history.remember({{"", "pods"}, {"n", pod}, {}, {}, {}, EditPart::Object, NoRevert::Eviction});
        QCOMPARE(told.back()->size(), std::size_t(2)); // of evictions the last: a drained Node has many
        QCOMPARE(told.back()->front()->key.name, std::string("q"));
        QVERIFY(!told.back()->front()->isCreation() && !told.back()->front()->isDeletion());
        QVERIFY(history.lastOf(configMaps, {"n", "a"}));
    }

    void theOldestGoFirst()
    {
        WriteHistory history;
        for (std::size_t i = 0; i <= WriteHistory::mostWrites; ++i)
            history.remember(write(std::to_string(i), 1, "'a':'1'", "'a':'2'"));
        QVERIFY(!history.lastOf(configMaps, {"n", "0"}));
        QVERIFY(history.lastOf(configMaps, {"n", "1"}));
        const std::string large(WriteHistory::mostBytes / 2 + 1, 'x');
        history.remember({configMaps, {"n", "x"}, {}, large, {}});
        QVERIFY(history.lastOf(configMaps, {"n", "x"}));
        history.remember({configMaps, {"n", "y"}, {}, large, {}});
        QVERIFY(!history.lastOf(configMaps, {"n", "x"}));
        QVERIFY(history.lastOf(configMaps, {"n", "y"}));
    }
};

ORRERY_GUILESS_TEST(WriteHistoryTest)
} // namespace write_history_test
#include "write_history_test.moc"
