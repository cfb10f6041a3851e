// SPDX-License-Identifier: Apache-2.0
#include "core/object/json.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace json_test {

using namespace kube;

namespace {

std::string reprinted(std::string_view json)
{
    const auto document = JsonDocument::parse(json);
    return document ? document->root().toJson() : "error: " + document.error().toString().toStdString();
}

} // namespace

class JsonTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }
    void aMissingMemberReadsAsAbsent();
    void aMemberOfAnotherTypeReadsAsAbsent();
    void integersKeepAll64Bits();
    void membersComeInTheDocumentsOrder();
    void aScalarsTextIsWhatKubectlPrints();
    void numbersArePrintedAsGoPrintsThem_data();
    void numbersArePrintedAsGoPrintsThem();
    void stringsKeepTheirBytes();
    void bytesThatAreNoUtf8AreReplacedAsGoReplacesThem_data();
    void bytesThatAreNoUtf8AreReplacedAsGoReplacesThem();
    void sortedJsonSortsEachLevel();
    void sortedJsonIndents();
    void malformedDocumentsAreRefused_data();
    void malformedDocumentsAreRefused();
    void depthIsLimited();
    void aDocumentMayBeMoved();
    void anAbsentValueIsEmptyInEveryWay();
};

void JsonTest::aMissingMemberReadsAsAbsent()
{
    const auto document = JsonDocument::parse(R"({"a":{"b":null}})");
    QVERIFY_RESULT(document);
    const JsonValue root = document->root();
    QVERIFY(root["a"].isObject());
    QVERIFY(root["a"]["b"].exists());
    QVERIFY(root["a"]["b"].isNull());
    QVERIFY(!root["a"]["c"].exists());
    QVERIFY(!root["a"]["c"]["d"]["e"].exists());
    QVERIFY(!root.at(0).exists());
}

void JsonTest::aMemberOfAnotherTypeReadsAsAbsent()
{
    const auto document = JsonDocument::parse(R"({"s":"x","n":1,"l":[1,"two"],"t":true})");
    QVERIFY_RESULT(document);
    const JsonValue root = document->root();
    QCOMPARE(root["n"].string("none"), std::string_view("none"));
    QVERIFY(!root["s"].integer());
    QCOMPARE(root["s"].integer(7), std::int64_t(7));
    QVERIFY(!root["s"].number());
    QVERIFY(root["s"].boolean(true));
    QVERIFY(!root["s"]["x"].exists());
    QCOMPARE(root["l"].at(1).string(), std::string_view("two"));
    QVERIFY(!root["l"].at(2).exists());
    QCOMPARE(root["l"].size(), std::size_t(2));
    QCOMPARE(root.size(), std::size_t(4));
    QCOMPARE(root["s"].size(), std::size_t(0));
}

void JsonTest::integersKeepAll64Bits()
{
    const auto document = JsonDocument::parse("[9223372036854775807,-9223372036854775808,18446744073709551615,9007199254740993]");
    QVERIFY_RESULT(document);
    QCOMPARE(document->root().at(0).integer(), std::optional(std::numeric_limits<std::int64_t>::max()));
    QCOMPARE(document->root().at(1).integer(), std::optional(std::numeric_limits<std::int64_t>::min()));
    QVERIFY(!document->root().at(2).integer());
    QCOMPARE(document->root().toJson(),
             std::string("[9223372036854775807,-9223372036854775808,18446744073709551615,9007199254740993]"));
}

void JsonTest::membersComeInTheDocumentsOrder()
{
    const auto document = JsonDocument::parse(R"({"z":1,"a":2,"m":3})");
    QVERIFY_RESULT(document);
    std::string keys;
    document->root().forEachMember([&](std::string_view key, JsonValue) { keys += key; });
    QCOMPARE(keys, std::string("zam"));
    QCOMPARE(document->root().toJson(), std::string(R"({"z":1,"a":2,"m":3})"));
}

void JsonTest::aScalarsTextIsWhatKubectlPrints()
{
    const auto document = JsonDocument::parse(R"({"s":"a \"b\"","i":3,"f":1.5,"b":false,"n":null,"o":{"k":[1]}})");
    QVERIFY_RESULT(document);
    const JsonValue root = document->root();
    QCOMPARE(root["s"].toText(), std::string("a \"b\""));
    QCOMPARE(root["i"].toText(), std::string("3"));
    QCOMPARE(root["f"].toText(), std::string("1.5"));
    QCOMPARE(root["b"].toText(), std::string("false"));
    QCOMPARE(root["n"].toText(), std::string());
    QCOMPARE(root["x"].toText(), std::string());
    QCOMPARE(root["o"].toText(), std::string(R"({"k":[1]})"));
}

void JsonTest::numbersArePrintedAsGoPrintsThem_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("printed");
    QTest::newRow("whole") << QByteArray("1.0") << QByteArray("1");
    QTest::newRow("thousand") << QByteArray("1e3") << QByteArray("1000");
    QTest::newRow("tenth") << QByteArray("0.1") << QByteArray("0.1");
    QTest::newRow("small") << QByteArray("1e-9") << QByteArray("1e-9");
    QTest::newRow("small two digits") << QByteArray("1e-10") << QByteArray("1e-10");
    QTest::newRow("not yet small") << QByteArray("0.000001") << QByteArray("0.000001");
    QTest::newRow("large") << QByteArray("1e21") << QByteArray("1e+21");
    QTest::newRow("not yet large") << QByteArray("1e20") << QByteArray("100000000000000000000");
    QTest::newRow("beyond 64 bits") << QByteArray("18446744073709551616.0") << QByteArray("18446744073709552000");
    QTest::newRow("large with a fraction") << QByteArray("-1234567890123456.5") << QByteArray("-1234567890123456.5");
    QTest::newRow("large and whole") << QByteArray("1234567890123456e0") << QByteArray("1234567890123456");
    QTest::newRow("largest") << QByteArray("1.7976931348623157e308") << QByteArray("1.7976931348623157e+308");
    QTest::newRow("negative zero") << QByteArray("-0.0") << QByteArray("-0");
    QTest::newRow("integer of more than 64 bits") << QByteArray("-922337202685477580230") << QByteArray("-922337202685477500000");
    QTest::newRow("integer of just more") << QByteArray("18446744073709551616") << QByteArray("18446744073709552000");
    QTest::newRow("integer") << QByteArray("-42") << QByteArray("-42");
}

void JsonTest::numbersArePrintedAsGoPrintsThem()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, printed);
    QCOMPARE(reprinted(json.toStdString()), printed.toStdString());
}

void JsonTest::stringsKeepTheirBytes()
{
    const std::string text("\xef\xbb\xbf\"\\\b\f\n\r\t\x01\x1f\x7f/\xc3\xa9\xf0\x9f\x9a\x80\xe2\x80\xa8");
    std::string json;
    appendJsonString(json, text);
    const auto document = JsonDocument::parse(json);
    QVERIFY_RESULT(document);
    QCOMPARE(document->root().string(), std::string_view(text));
    QCOMPARE(document->root().toJson(), json);
    std::string withNull;
    appendJsonString(withNull, std::string_view("a\0b", 3));
    QCOMPARE(withNull, std::string("\"a\\u0000b\""));
}

void JsonTest::bytesThatAreNoUtf8AreReplacedAsGoReplacesThem_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("Latin-1") << QByteArray("caf\xe9!") << QByteArray("caf\uFFFD!");
    QTest::newRow("cut short") << QByteArray("\xc3\xa9\xe2\x82") << QByteArray("\u00e9\uFFFD\uFFFD");
    QTest::newRow("a surrogate") << QByteArray("\xed\xa0\x80") << QByteArray("\uFFFD\uFFFD\uFFFD");
    QTest::newRow("overlong") << QByteArray("\xc0\xaf\xf0\x9f\x9a\x80") << QByteArray("\uFFFD\uFFFD\U0001F680");
    QTest::newRow("beyond Unicode") << QByteArray("\xf4\x90\x80\x80") << QByteArray("\uFFFD\uFFFD\uFFFD\uFFFD");
}

void JsonTest::bytesThatAreNoUtf8AreReplacedAsGoReplacesThem()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, written);
    std::string json;
    appendJsonString(json, text.toStdString());
    QCOMPARE(json, '"' + written.toStdString() + '"');
    QVERIFY_RESULT(JsonDocument::parse(json));
}

void JsonTest::sortedJsonSortsEachLevel()
{
    const auto document = JsonDocument::parse(R"({"b":{"d":1,"c":[{"f":1,"e":2}]},"a":1,"B":2})");
    QVERIFY_RESULT(document);
    QCOMPARE(sortedJson(document->root()), std::string(R"({"B":2,"a":1,"b":{"c":[{"e":2,"f":1}],"d":1}})"));
}

void JsonTest::sortedJsonIndents()
{
    const auto document = JsonDocument::parse(R"({"b":[1,{"c":2}],"a":{},"d":[]})");
    QVERIFY_RESULT(document);
    QCOMPARE(sortedJson(document->root(), 2),
             std::string("{\n  \"a\": {},\n  \"b\": [\n    1,\n    {\n      \"c\": 2\n    }\n  ],\n  \"d\": []\n}"));
}

void JsonTest::malformedDocumentsAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {"", "{", "{\"a\"}", "[1,]", "nul", "\"a", "{} {}", "{'a':1}", "01", "1e999", "\"\xff\""})
        QTest::newRow(json) << QByteArray(json);
    QTest::newRow("raw control character") << QByteArray("\"a\nb\"");
    QTest::newRow("lone surrogate") << QByteArray("\"\\ud800\"");
}

void JsonTest::malformedDocumentsAreRefused()
{
    QFETCH(QByteArray, json);
    const auto document = JsonDocument::parse(json.toStdString());
    QVERIFY(!document);
    QVERIFY(document.error().is(ErrorKind::BadInput));
    QVERIFY(!document.error().message.isEmpty());
}

void JsonTest::depthIsLimited()
{
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    QVERIFY_RESULT(JsonDocument::parse(nested(1000)));
    QVERIFY(!JsonDocument::parse(nested(1025)));
    QVERIFY(!JsonDocument::parse(nested(100000)));
}

void JsonTest::aDocumentMayBeMoved()
{
    auto document = JsonDocument::parse(R"({"a":"text"})");
    QVERIFY_RESULT(document);
    const JsonValue root = document->root();
    const JsonDocument moved = std::move(*document);
    QCOMPARE(root["a"].string(), std::string_view("text"));
    QCOMPARE(moved.root()["a"].string(), std::string_view("text"));
}

void JsonTest::anAbsentValueIsEmptyInEveryWay()
{
    const JsonValue absent;
    QVERIFY(!absent.exists() && absent.isNull() && !absent.isObject() && !absent.isArray() && !absent.isString()
            && !absent.isNumber() && !absent.isBool());
    QCOMPARE(absent.size(), std::size_t(0));
    QCOMPARE(absent.toJson(), std::string());
    QCOMPARE(sortedJson(absent), std::string());
    QVERIFY(!absent.integer() && !absent.number() && absent.string().empty());
}

ORRERY_GUILESS_TEST(JsonTest)
} // namespace json_test
#include "json_test.moc"
