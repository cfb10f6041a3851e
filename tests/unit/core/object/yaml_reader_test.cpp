// SPDX-License-Identifier: Apache-2.0
#include "core/object/yaml.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace yaml_reader_test {

using namespace kube;

class YamlReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }
    void plainScalarsAreResolvedAsKubectlResolvesThem_data();
    void plainScalarsAreResolvedAsKubectlResolvesThem();
    void documentsAreReadAsJson_data();
    void documentsAreReadAsJson();
    void mistakesAreRefusedAtTheirPlace_data();
    void mistakesAreRefusedAtTheirPlace();
    void streamsAreReadDocumentByDocument_data();
    void streamsAreReadDocumentByDocument();
    void whatDoesNotFitIsNoDocumentOfItsOwn();
    void lineEndsAndByteOrderMarksDoNotMatter();
    void limitsHold();
    void aBillionLaughsAreRefused();
    void aliasesOfLongTextsAreRefused();
};

void YamlReaderTest::plainScalarsAreResolvedAsKubectlResolvesThem_data()
{
    QTest::addColumn<QByteArray>("scalar");
    QTest::addColumn<QByteArray>("json");
    const auto rows = [](const char *json, std::initializer_list<const char *> scalars) {
        for (const char *scalar : scalars)
            QTest::newRow(scalar) << QByteArray(scalar) << (json ? QByteArray(json) : '"' + QByteArray(scalar) + '"');
    };
    rows("true", {"y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"});
    rows("false", {"n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"});
    rows("null", {"", "~", "null", "Null", "NULL"});
    rows("15", {"15", "017", "0xF", "0b1111", "0o17", "+15", "1_5", "0x0_f"});
    rows("8", {"08", "8.", "8.0", "08.0"});
    rows("511", {"0777"});
    rows("-10", {"-10", "-0xA", "-0b1010", "-012"});
    rows("0", {"0", "-0", "+0", "00"});
    rows("0.5", {".5", "0.5", "+.5", "5e-1"});
    rows("1000", {"1e3", "1E+3", "1_000"});
    rows("1e+30", {"1e30", "1000000000000000000000000000000"});
    rows("9223372036854775807", {"9223372036854775807", "+9223372036854775807"});
    rows("-9223372036854775808", {"-9223372036854775808"});
    rows("18446744073709551615", {"18446744073709551615", "0xffffffffffffffff"});
    rows("1.8446744073709552e+19", {"18446744073709551616"});
    rows("-1e+19", {"-10000000000000000000"});
    rows("0", {"1e-999", "0.0"});
    rows(nullptr, {"tRue", "yEs", "nULL", "12:30", "12:30:45", "2001-01-01", "2001-01-01T00:00:00Z", "1,000", "0x", "0b", "0b12", "0o8", "+",
                   ".", "..", "1.2.3", "10.0.0.1", "1e", "e5", "1e999", "_1", "1Gi", "100m", "v1", "<<", "=", ".5.", "1 2", "0xg", "--1", "+-1", "inf", "nan", "-x"});
}

void YamlReaderTest::plainScalarsAreResolvedAsKubectlResolvesThem()
{
    QFETCH(QByteArray, scalar);
    QFETCH(QByteArray, json);
    const auto read = yamlToJson("a: " + scalar.toStdString());
    QVERIFY_RESULT(read);
    QCOMPARE(*read, "{\"a\":" + json.toStdString() + "}");
}

void YamlReaderTest::documentsAreReadAsJson_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *yaml, const char *json) { QTest::newRow(name) << QByteArray(yaml) << QByteArray(json); };
    row("nothing", "", "null");
    row("a comment", "# only\n", "null");
    row("keys that are not finite", "? .Inf\n: 1\n? -.inf\n: 2\n? .NaN\n: 3\n", "{\".inf\":1,\"-.inf\":2,\".nan\":3}");
    row("keys beyond single precision", "1e300: 4\n-1e39: 5\n", "{\".inf\":4,\"-.inf\":5}");
    row("order is kept", "b: 1\na: [x, {k: z}]\n", "{\"b\":1,\"a\":[\"x\",{\"k\":\"z\"}]}");
    row("quoted", "a: \"1\"\nb: 'yes'\nc: \"\\x41\\u00e9\\n\"\nd: 'it''s'", "{\"a\":\"1\",\"b\":\"yes\",\"c\":\"A\u00e9\\n\",\"d\":\"it's\"}");
    row("literal without an end of its last line, which kubectl gives it", "a: |\n  x", "{\"a\":\"x\\n\"}");
    row("literal that keeps a last line of blanks", "a: |+\n  x\n\n  ", "{\"a\":\"x\\n\\n\\n\"}");
    row("folded that keeps a last line of blanks", "a: >+\n  x\n  ", "{\"a\":\"x\\n\\n\"}");
    row("literal", "a: |\n  x\n   y\n\nb: |-\n  z\nc: |+\n  w\n\n", "{\"a\":\"x\\n y\\n\",\"b\":\"z\",\"c\":\"w\\n\\n\"}");
    row("folded", "a: >-\n  f\n  g\n\n  h\n", "{\"a\":\"f g\\nh\"}");
    row("folded, line ends kept", "a: >+\n  f\n  g\n\nb: >2+\n\n    h\n\n\nc: >+\n  i\n", "{\"a\":\"f g\\n\\n\",\"b\":\"\\n  h\\n\\n\\n\",\"c\":\"i\\n\"}");
    row("escapes of line ends", "a: \"\\N\\_\\L\\P\"\n", "{\"a\":\"\u0085\u00a0\u2028\u2029\"}");
    row("folded plain", "a: f\n  g\n", "{\"a\":\"f g\"}");
    row("list at the key's column", "a:\n- 1\n- - 2\n  - 3\n- b: 4\n  c: 5\n", "{\"a\":[1,[2,3],{\"b\":4,\"c\":5}]}");
    row("keys of any scalar", "1: a\ntrue: b\n1.50: c\n\"2\": d\n", "{\"1\":\"a\",\"true\":\"b\",\"1.5\":\"c\",\"2\":\"d\"}");
    row("a set", "? a\n? \"b\"\n", "{\"a\":null,\"b\":null}");
    row("a set in braces", "{a, b: , c}", "{\"a\":null,\"b\":null,\"c\":null}");
    row("nulls of all kinds", "a: ~\nb : # none\n\"c\":\n&x d:\n!!str e: null\n", "{\"a\":null,\"b\":null,\"c\":null,\"d\":null,\"e\":null}");
    row("empty values", "a:\nb: {}\nc: []\n", "{\"a\":null,\"b\":{},\"c\":[]}");
    row("aliases", "a: &x {k: [1]}\nb: *x\n", "{\"a\":{\"k\":[1]},\"b\":{\"k\":[1]}}");
    row("merge keys", "a: &x {k: 1, l: 2}\nb:\n  k: 3\n  <<: *x\n", "{\"a\":{\"k\":1,\"l\":2},\"b\":{\"k\":3,\"l\":2}}");
    row("merge lists", "a: &x {k: 1}\nb: &z {k: 2, m: 3}\nc:\n  <<: [*x, *z]\n", "{\"a\":{\"k\":1},\"b\":{\"k\":2,\"m\":3},\"c\":{\"k\":1,\"m\":3}}");
    row("a quoted << is a key", "\"<<\": 1\n", "{\"<<\":1}");
    row("tags", "a: !!str 5\nb: !!int \"5\"\nc: !!float 5\nd: !mine 5\ne: !!str\nf: ! 5\n", "{\"a\":\"5\",\"b\":5,\"c\":5,\"d\":\"5\",\"e\":\"\",\"f\":\"5\"}");
    row("one document with marks", "%YAML 1.1\n---\na: 1\n...\n", "{\"a\":1}");
    row("an empty one after it", "a: 1\n---\n", "{\"a\":1}");
    row("json", "{\"a\": [1, 2.5, \"x\\\"y\", null, true], \"b\": {\"c\": \"\\u00e9\"}}", "{\"a\":[1,2.5,\"x\\\"y\",null,true],\"b\":{\"c\":\"\u00e9\"}}");
    row("a bare scalar", "text", "\"text\"");
    row("colons and hashes", "a: http://x:80/#y\n", "{\"a\":\"http://x:80/#y\"}");
    row("a comment behind", "a: b # c\n", "{\"a\":\"b\"}");
    row("beyond the basic plane", "a: \xf0\x9f\x9a\x80\n", "{\"a\":\"\xf0\x9f\x9a\x80\"}");
    row("a byte order mark inside", "a: \"\\uFEFFx\"\n", "{\"a\":\"\xef\xbb\xbfx\"}");
}

void YamlReaderTest::documentsAreReadAsJson()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, json);
    const auto read = yamlToJson(yaml.toStdString());
    QVERIFY_RESULT(read);
    QCOMPARE(*read, json.toStdString());
}

void YamlReaderTest::mistakesAreRefusedAtTheirPlace_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("word");
    const auto row = [](const char *name, const char *yaml, const char *place, const char *word) {
        QTest::newRow(name) << QByteArray(yaml) << QByteArray(place) << QByteArray(word);
    };
    row("comma", ",a: b", "line 1, column 1", "cannot begin");
    row("comma after a document", "a: 1\n...\n, b\n", "line 3, column 1", "cannot begin");
    row("double quote open", "a: \"b", "line 1, column 6", "not closed");
    row("single quote open", "a: 'b\nc: d\n", "line 1, column 4", "not closed");
    row("quote open at the escape", "\"a\\", "line 1, column 4", "");
    row("text after a quote", "a: \"b\" c", "line 1, column 8", "map");
    row("list open", "a: [1, 2", "line 1, column 9", "\"]\"");
    row("map open", "{a: 1", "line 1, column 6", "\"}\"");
    row("two values", "a: b: c", "line 1, column 5", "map");
    row("a tab for indentation", "a:\n\t- b", "line 2, column 2", "");
    row("wrong indentation", "a:\n  b: 1\n c: 2", "line 3, column 2", "indented");
    row("a key twice", "a: 1\nb: 2\na: 3", "line 3, column 1", "\"a\" is there twice");
    row("a key twice, spelt otherwise", "1: a\n\"1\": b", "line 2, column 1", "twice");
    row("a key twice within", "x:\n- {k: 1, k: 2}", "line 2, column 10", "twice");
    row("after wide characters", "\u00e9\u00e9: 1\n\u00e9: {\u00e9: 1, \u00e9: 2}", "line 2, column 11", "twice");
    row("a map as key", "? {a: b}\n: c", "line 1, column 3", "scalar");
    row("null as key", "~: a", "line 1, column 1", "null");
    row("an unknown alias", "a: *b", "line 1, column 4", "anchor");
    row("an alias of itself", "a: &x [*x]", "line 1, column 8", "contains itself");
    row("not a number of JSON's", "a: .inf", "line 1, column 4", "JSON");
    row("two documents", "a: 1\n---\nb: 2", "line 3, column 1", "more than one");
    row("a merge of a scalar", "<<: 5", "line 1, column 5", "map");
    row("a wrong tag", "a: !!int x", "line 1, column 4", "!!int");
    row("an unhandled tag", "a: !!binary aGk=", "line 1, column 4", "!!binary");
    row("not UTF-8", "a: b\nc: \xff", "line 2, column 4", "UTF-8");
    row("overlong UTF-8", "\xc0\x80", "line 1, column 1", "UTF-8");
    row("a surrogate", "a: \xed\xa0\x80", "line 1, column 4", "UTF-8");
    row("UTF-8 cut short", "a: \xe2\x82", "line 1, column 4", "UTF-8");
    row("a control character", "a: \x01", "line 1, column 4", "control");
    row("a delete", "a: \x7f", "line 1, column 4", "control");
    row("a key without a colon", "a: 1\nreplicas 3\n", "line 2, column 1", "\":\"");
    row("a key without a colon before others", "a:\n  \"k\"\n  b: 2\n", "line 3, column 3", "");
    row("a key without a colon within", "a:\n- b: 1\n  c # d:\n", "line 3, column 3", "\":\"");
    row("a quoted key without a colon", "a: 1\n\"b: c\"\n", "line 2, column 1", "\":\"");
    row("a comma too many", "a: [1, , 2]", "line 1, column 8", "missing");
    row("a directive without a document", "%YAML 1.1\na: 1", "line 2, column 1", "belongs");
    row("a text's indentation behind a tag", "- !!str |2\n   b", "line 1, column 9", "indentation");
    row("a text less deep than its tag", "- !!str |\n # b", "line 2, column 2", "deeper");
    row("a reserved indicator", "a: @b", "line 1, column 4", "quotes");
}

void YamlReaderTest::mistakesAreRefusedAtTheirPlace()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, place);
    QFETCH(QByteArray, word);
    const auto read = yamlToJson(yaml.toStdString());
    QVERIFY2(!read, read ? read->c_str() : "");
    QVERIFY(read.error().is(ErrorKind::BadInput));
    QCOMPARE(read.error().place, QString::fromLatin1(place));
    QVERIFY2(read.error().message.contains(QString::fromLatin1(word)), qPrintable(read.error().message));
}

void YamlReaderTest::streamsAreReadDocumentByDocument_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QList<QByteArray>>("documents");
    QTest::newRow("nothing") << QByteArray() << QList<QByteArray>{};
    QTest::newRow("one") << QByteArray("a: 1\n") << QList<QByteArray>{"{\"a\":1}"};
    QTest::newRow("three") << QByteArray("---\na: 1\n---\n[2]\n---\nx\n") << QList<QByteArray>{"{\"a\":1}", "[2]", "\"x\""};
    QTest::newRow("empty ones") << QByteArray("---\n---\n# none\n---\na: 1\n---\nnull\n---\n") << QList<QByteArray>{"{\"a\":1}"};
    QTest::newRow("ended ones") << QByteArray("a: 1\n...\n# then\n\nb: 2\n...\n---\nc: 3\n") << QList<QByteArray>{"{\"a\":1}", "{\"b\":2}", "{\"c\":3}"};
    QTest::newRow("anchors do not cross") << QByteArray("a: &x 1\n---\nb: 2\n") << QList<QByteArray>{"{\"a\":1}", "{\"b\":2}"};
    QTest::newRow("directives") << QByteArray("a: 1\n...\n%YAML 1.1\n---\nb: 2\n") << QList<QByteArray>{"{\"a\":1}", "{\"b\":2}"};
}

void YamlReaderTest::streamsAreReadDocumentByDocument()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QList<QByteArray>, documents);
    const auto read = yamlStreamToJson(yaml.toStdString());
    QVERIFY_RESULT(read);
    QList<QByteArray> found;
    for (const auto &document : *read)
        found.append(QByteArray::fromStdString(document));
    QCOMPARE(found, documents);
}

void YamlReaderTest::whatDoesNotFitIsNoDocumentOfItsOwn()
{
    for (const char *yaml : {"- a\nb: c\n", "[a]\nb\n", "{a: 1}\n{b: 2}\n", "\"a\"\n\"b\"\n"}) {
        const auto read = yamlStreamToJson(yaml);
        QVERIFY2(!read, yaml);
        QCOMPARE(read.error().place, QStringLiteral("line 2, column 1"));
    }
}

void YamlReaderTest::lineEndsAndByteOrderMarksDoNotMatter()
{
    const auto windows = yamlToJson("\xef\xbb\xbf" "a: |\r\n  x\r\n  y\r\nb:\r\n- 1\r\n- \"p\r\n  q\"\r\n");
    QVERIFY_RESULT(windows);
    QCOMPARE(*windows, std::string("{\"a\":\"x\\ny\\n\",\"b\":[1,\"p q\"]}"));
    const auto mistake = yamlToJson("\xef\xbb\xbf" "a: 1\r\nb: 2\ra: 3\r\n");
    QVERIFY(!mistake);
    QCOMPARE(mistake.error().place, QStringLiteral("line 3, column 1"));
}

void YamlReaderTest::limitsHold()
{
    YamlLimits limits;
    limits.bytes = 10;
    QVERIFY(!yamlToJson("a: 12345678", limits));
    limits = {};
    limits.depth = 3;
    QVERIFY_RESULT(yamlToJson("[[[1]]]", limits));
    QVERIFY(!yamlToJson("[[[[1]]]]", limits));
    limits = {};
    limits.nodes = 5;
    QVERIFY_RESULT(yamlToJson("[1, 2, 3, 4]", limits));
    QVERIFY(!yamlToJson("[1, 2, 3, 4, 5]", limits));
    for (const char *bracket : {"[", "{a: ", "- ", "? "}) {
        std::string deep;
        for (int i = 0; i < 20000; ++i)
            deep += bracket;
        const auto read = yamlToJson(deep);
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(QStringLiteral("deeper")), qPrintable(read.error().toString()));
    }
}

void YamlReaderTest::aBillionLaughsAreRefused()
{
    std::string yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    std::string merges = "m0: &m0 {k0: v}\n";
    for (int i = 1; i < 40; ++i) {
        const std::string now = std::to_string(i);
        const std::string before = "*a" + std::to_string(i - 1);
        yaml += "a" + now + ": &a" + now + " [" + before + ", " + before + ", " + before + ", " + before + "]\n";
        merges += "m" + now + ": &m" + now + " {<<: [*m" + std::to_string(i - 1) + ", *m" + std::to_string(i - 1) + "], k" + now + ": v}\n";
    }
    for (const auto &laughs : {yaml, merges}) {
        const auto read = yamlToJson(laughs);
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(QStringLiteral("expanded")), qPrintable(read.error().toString()));
    }
}

void YamlReaderTest::aliasesOfLongTextsAreRefused()
{
    YamlLimits limits;
    limits.bytes = 100'000;
    std::string yaml = "a: &a " + std::string(10'000, 'x') + "\nb:\n";
    for (int i = 0; i < 20; ++i)
        yaml += "- *a\n";
    const auto read = yamlToJson(yaml, limits);
    QVERIFY(!read);
    QVERIFY(read.error().message.contains(QStringLiteral("aliases")));
}

ORRERY_GUILESS_TEST(YamlReaderTest)
} // namespace yaml_reader_test
#include "yaml_reader_test.moc"
