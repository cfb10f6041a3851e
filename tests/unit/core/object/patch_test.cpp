// SPDX-License-Identifier: Apache-2.0
#include "core/object/patch.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <random>

namespace patch_test {

using namespace kube;

namespace {

std::string shown(const Result<std::string> &result)
{
    return result ? *result : "error: " + result.error().toString().toStdString();
}

std::string randomJson(std::mt19937 &random, int depth)
{
    const auto pick = random() % (depth > 3 ? 4 : 6);
    std::string out;
    switch (pick) {
    case 0: return std::to_string(random() % 5);
    case 1: return "\"s" + std::to_string(random() % 3) + "\"";
    case 2: return random() % 2 ? "true" : "false";
    case 3: return random() % 2 ? "1.50" : "[1,{\"a\":2}]";
    default: break;
    }
    for (const char *key : {"a", "b", "c", "d"}) {
        if (random() % 2)
            out += (out.empty() ? "" : ",") + std::string("\"") + key + "\":" + randomJson(random, depth + 1);
    }
    return "{" + out + "}";
}

} // namespace

class PatchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }
    void mergePatchesFollowTheStandardsExamples_data();
    void mergePatchesFollowTheStandardsExamples();
    void numbersKeepTheirTokens();
    void theLastOfARepeatedNameCounts();
    void mergePatchesAreSmallest_data();
    void mergePatchesAreSmallest();
    void aMadePatchLeadsFromOneToTheOther();
    void jsonPatchesFollowTheStandard_data();
    void jsonPatchesFollowTheStandard();
    void failedOperationsAreNamed_data();
    void failedOperationsAreNamed();
    void aFailedTestIsInvalid();
    void copiesCannotExplode();
    void depthCannotExplode();
    void malformedInputIsRefused();
};

void PatchTest::mergePatchesFollowTheStandardsExamples_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("result");
    auto row = [n = 0](const char *target, const char *patch, const char *result) mutable {
        QTest::addRow("%d: %s", ++n, patch) << QByteArray(target) << QByteArray(patch) << QByteArray(result);
    };
    // RFC 7386, appendix A
    row(R"({"a":"b"})", R"({"a":"c"})", R"({"a":"c"})");
    row(R"({"a":"b"})", R"({"b":"c"})", R"({"a":"b","b":"c"})");
    row(R"({"a":"b"})", R"({"a":null})", R"({})");
    row(R"({"a":"b","b":"c"})", R"({"a":null})", R"({"b":"c"})");
    row(R"({"a":["b"]})", R"({"a":"c"})", R"({"a":"c"})");
    row(R"({"a":"c"})", R"({"a":["b"]})", R"({"a":["b"]})");
    row(R"({"a":{"b":"c"}})", R"({"a":{"b":"d","c":null}})", R"({"a":{"b":"d"}})");
    row(R"({"a":[{"b":"c"}]})", R"({"a":[1]})", R"({"a":[1]})");
    row(R"(["a","b"])", R"(["c","d"])", R"(["c","d"])");
    row(R"({"a":"b"})", R"(["c"])", R"(["c"])");
    row(R"({"a":"foo"})", R"(null)", R"(null)");
    row(R"({"a":"foo"})", R"("bar")", R"("bar")");
    row(R"({"e":null})", R"({"a":1})", R"({"e":null,"a":1})");
    row(R"([1,2])", R"({"a":"b","c":null})", R"({"a":"b"})");
    row(R"({})", R"({"a":{"bb":{"ccc":null}}})", R"({"a":{"bb":{}}})");
}

void PatchTest::mergePatchesFollowTheStandardsExamples()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, result);
    QCOMPARE(shown(applyMergePatch(target.toStdString(), patch.toStdString())), result.toStdString());
}

void PatchTest::numbersKeepTheirTokens()
{
    const std::string target = "{\"a-1\":1.0,\"s\":\"-5 \\\" 6\",\"b\":1E2, \"c\" : 12345678901234567}";
    const std::string merged = "{\"a-1\":1.0,\"s\":\"-5 \\\" 6\",\"b\":1E2,\"c\":12345678901234567,\"d\":0.10}";
    QCOMPARE(shown(applyMergePatch(target, "{\"d\":0.10}")), merged);
}

void PatchTest::theLastOfARepeatedNameCounts()
{
    QCOMPARE(shown(applyMergePatch(R"({"a":1,"b":2,"a":3})", "{}")), std::string(R"({"a":3,"b":2})"));
}

void PatchTest::mergePatchesAreSmallest_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("patch");
    const auto row = [](const char *name, const char *from, const char *to, const char *patch) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QByteArray(patch);
    };
    row("same", R"({"a":1,"b":[1]})", R"({"b":[1.0],"a":1})", "{}");
    row("changed", R"({"a":{"b":1,"c":2}})", R"({"a":{"b":1,"c":3}})", R"({"a":{"c":3}})");
    row("removed", R"({"a":1,"b":2})", R"({"b":2})", R"({"a":null})");
    row("added", R"({})", R"({"a":{"b":1}})", R"({"a":{"b":1}})");
    row("lists are whole", R"({"a":[1,2]})", R"({"a":[1,2,3]})", R"({"a":[1,2,3]})");
    row("null is absent", R"({"a":{"c":1}})", R"({"a":{"c":1},"b":null})", "{}");
    row("to null", R"({"a":1})", R"({"a":null})", R"({"a":null})");
    row("neighbours beyond doubles", R"({"a":9007199254740993})", R"({"a":9007199254740992})", R"({"a":9007199254740992})");
    row("not objects", R"([1])", R"({"a":1})", R"({"a":1})");
}

void PatchTest::mergePatchesAreSmallest()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, patch);
    QCOMPARE(shown(makeMergePatch(from.toStdString(), to.toStdString())), patch.toStdString());
}

void PatchTest::aMadePatchLeadsFromOneToTheOther()
{
    std::mt19937 random(7); // NOLINT: the same documents each run
    for (int i = 0; i < 3000; ++i) {
        const std::string from = randomJson(random, 0);
        const std::string to = randomJson(random, 0);
        const auto patch = makeMergePatch(from, to);
        QVERIFY_RESULT(patch);
        const auto reached = applyMergePatch(from, *patch);
        QVERIFY_RESULT(reached);
        const auto difference = makeMergePatch(*reached, to);
        QVERIFY_RESULT(difference);
        const bool isObject = to.front() == '{';
        QVERIFY2(isObject ? *difference == "{}" : *reached == to, (from + "  ->  " + to + "  by  " + *patch).c_str());
    }
}

void PatchTest::jsonPatchesFollowTheStandard_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *name, const char *target, const char *patch, const char *result) {
        QTest::newRow(name) << QByteArray(target) << QByteArray(patch) << QByteArray(result);
    };
    // RFC 6902, appendix A
    row("add member", R"({"foo":"bar"})", R"([{"op":"add","path":"/baz","value":"qux"}])", R"({"foo":"bar","baz":"qux"})");
    row("add item", R"({"foo":["bar","baz"]})", R"([{"op":"add","path":"/foo/1","value":"qux"}])", R"({"foo":["bar","qux","baz"]})");
    row("remove member", R"({"baz":"qux","foo":"bar"})", R"([{"op":"remove","path":"/baz"}])", R"({"foo":"bar"})");
    row("remove item", R"({"foo":["bar","qux","baz"]})", R"([{"op":"remove","path":"/foo/1"}])", R"({"foo":["bar","baz"]})");
    row("replace", R"({"baz":"qux","foo":"bar"})", R"([{"op":"replace","path":"/baz","value":"boo"}])", R"({"baz":"boo","foo":"bar"})");
    row("move", R"({"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}})", R"([{"op":"move","from":"/foo/waldo","path":"/qux/thud"}])",
        R"({"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}})");
    row("move item", R"({"foo":["all","grass","cows","eat"]})", R"([{"op":"move","from":"/foo/1","path":"/foo/3"}])", R"({"foo":["all","cows","eat","grass"]})");
    row("test", R"({"baz":"qux","foo":["a",2,"c"]})", R"([{"op":"test","path":"/baz","value":"qux"},{"op":"test","path":"/foo/1","value":2.0}])",
        R"({"baz":"qux","foo":["a",2,"c"]})");
    row("add nested", R"({"foo":"bar"})", R"([{"op":"add","path":"/child","value":{"grandchild":{}}}])", R"({"foo":"bar","child":{"grandchild":{}}})");
    row("unknown members are ignored", R"({"foo":"bar"})", R"([{"op":"add","path":"/baz","value":"qux","xyz":123}])", R"({"foo":"bar","baz":"qux"})");
    row("escapes", R"({"/":9,"~1":10})", R"([{"op":"test","path":"/~01","value":10},{"op":"remove","path":"/~1"}])", R"({"~1":10})");
    row("append", R"({"foo":["bar"]})", R"([{"op":"add","path":"/foo/-","value":["abc","def"]}])", R"({"foo":["bar",["abc","def"]]})");
    row("copy", R"({"a":{"b":[1]}})", R"([{"op":"copy","from":"/a/b","path":"/c"},{"op":"add","path":"/c/0","value":0}])", R"({"a":{"b":[1]},"c":[0,1]})");
    row("whole document", R"({"a":1})", R"([{"op":"replace","path":"","value":[1]}])", "[1]");
    row("add replaces", R"({"a":1,"b":2})", R"([{"op":"add","path":"/a","value":3}])", R"({"a":3,"b":2})");
    row("empty name", R"({"":1})", R"([{"op":"replace","path":"/","value":2}])", R"({"":2})");
    row("move onto itself", R"({"a":1})", R"([{"op":"move","from":"/a","path":"/a"}])", R"({"a":1})");
    row("in order", "{}", R"([{"op":"add","path":"/a","value":[]},{"op":"add","path":"/a/-","value":1},{"op":"add","path":"/a/0","value":0}])", R"({"a":[0,1]})");
    row("nothing", R"({"a":1.0})", "[]", R"({"a":1.0})");
}

void PatchTest::jsonPatchesFollowTheStandard()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, result);
    QCOMPARE(shown(applyJsonPatch(target.toStdString(), patch.toStdString())), result.toStdString());
}

void PatchTest::failedOperationsAreNamed_data()
{
    QTest::addColumn<QByteArray>("operation");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char *operation, const char *place) { QTest::newRow(operation) << QByteArray(operation) << QByteArray(place); };
    row(R"({"op":"add","path":"/baz/bat","value":1})", "operation 1 (add /baz/bat)");
    row(R"({"op":"add","path":"/list/3","value":1})", "operation 1 (add /list/3)");
    row(R"({"op":"add","path":"/list/01","value":1})", "operation 1 (add /list/01)");
    row(R"({"op":"add","path":"/list/+1","value":1})", "operation 1 (add /list/+1)");
    row(R"({"op":"add","path":"/list/99999999999999999999","value":1})", "operation 1 (add /list/99999999999999999999)");
    row(R"({"op":"add","path":"foo","value":1})", "operation 1 (add foo)");
    row(R"({"op":"add","path":"/a~2","value":1})", "operation 1 (add /a~2)");
    row(R"({"op":"add","path":"/x"})", "operation 1 (add /x)");
    row(R"({"op":"remove","path":"/none"})", "operation 1 (remove /none)");
    row(R"({"op":"remove","path":"/list/-"})", "operation 1 (remove /list/-)");
    row(R"({"op":"replace","path":"/none","value":1})", "operation 1 (replace /none)");
    row(R"({"op":"replace","path":"/list/2","value":1})", "operation 1 (replace /list/2)");
    row(R"({"op":"test","path":"/none","value":null})", "operation 1 (test /none)");
    row(R"({"op":"move","from":"/list","path":"/list/0"})", "operation 1 (move /list/0)");
    row(R"({"op":"copy","from":"/none","path":"/x"})", "operation 1 (copy /x)");
    row(R"({"op":"copy","path":"/x"})", "operation 1 (copy /x)");
    row(R"({"op":"spoil","path":"/x","value":1})", "operation 1 (spoil /x)");
    row(R"({"op":"add","value":1})", "operation 1 (add)");
    row(R"({"path":"/x","value":1})", "operation 1");
    row("5", "operation 1");
}

void PatchTest::failedOperationsAreNamed()
{
    QFETCH(QByteArray, operation);
    QFETCH(QByteArray, place);
    const auto result = applyJsonPatch(R"({"foo":"bar","list":[1,2]})",
                                       R"([{"op":"test","path":"/foo","value":"bar"},)" + operation.toStdString() + "]");
    QVERIFY(!result);
    QVERIFY2(result.error().is(ErrorKind::BadInput), qPrintable(result.error().toString()));
    QCOMPARE(result.error().place, QString::fromLatin1(place));
    QVERIFY(!result.error().message.isEmpty());
}

void PatchTest::aFailedTestIsInvalid()
{
    const auto result = applyJsonPatch(R"({"a":"10"})", R"([{"op":"test","path":"/a","value":10}])");
    QVERIFY(!result);
    QVERIFY(result.error().is(ErrorKind::Invalid));
    QCOMPARE(result.error().place, QStringLiteral("operation 0 (test /a)"));
}

void PatchTest::copiesCannotExplode()
{
    std::string patch = "[";
    for (int i = 0; i < 64; ++i)
        patch += std::string(i ? "," : "") + R"({"op":"copy","from":"","path":"/)" + std::to_string(i) + "\"}";
    const auto result = applyJsonPatch(R"({"a":"some text"})", patch + "]");
    QVERIFY(!result);
    QVERIFY(result.error().message.contains(QStringLiteral("too")));
}

void PatchTest::depthCannotExplode()
{
    const std::string deep = std::string(600, '[') + std::string(600, ']');
    std::string path;
    for (int i = 0; i < 599; ++i)
        path += "/0";
    const auto result = applyJsonPatch(deep, R"([{"op":"add","path":")" + path + R"(/0","value":)" + deep + "}]");
    QVERIFY(!result);
    QVERIFY(result.error().message.contains(QStringLiteral("too deep")));
}

void PatchTest::malformedInputIsRefused()
{
    for (const auto &result : {applyMergePatch("{", "{}"), applyMergePatch("{}", "x"), makeMergePatch("", "{}"), makeMergePatch("{}", ""),
                               applyJsonPatch("{", "[]"), applyJsonPatch("{}", "["), applyJsonPatch("{}", "{}")}) {
        QVERIFY(!result);
        QVERIFY(result.error().is(ErrorKind::BadInput));
    }
}

ORRERY_GUILESS_TEST(PatchTest)
} // namespace patch_test
#include "patch_test.moc"
