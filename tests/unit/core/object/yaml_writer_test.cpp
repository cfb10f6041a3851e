// SPDX-License-Identifier: Apache-2.0
#include "core/object/json.h"
#include "core/object/yaml.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QDirIterator>

#include <random>

namespace yaml_writer_test {

using namespace kube;

namespace {

std::string yamlOf(std::string_view json)
{
    const auto document = JsonDocument::parse(json);
    return document ? toYaml(document->root()) : document.error().toString().toStdString();
}

/// The JSON after a way through YAML, sorted; or why there was none.
std::string thereAndBack(std::string_view json)
{
    const auto back = yamlToJson(yamlOf(json));
    if (!back)
        return "error: " + back.error().toString().toStdString();
    const auto document = JsonDocument::parse(*back);
    return document ? sortedJson(document->root()) : document.error().toString().toStdString();
}

std::string sorted(std::string_view json)
{
    const auto document = JsonDocument::parse(json);
    return document ? sortedJson(document->root()) : document.error().toString().toStdString();
}

std::string randomText(std::mt19937 &random)
{
    static const std::vector<std::string> pieces{" ", "  ", "\n", "\n\n", "\t", ":", ": ", " #", "#", "-", "- ", "?", "? ", "'", "\"", "\\", "{", "}", "[", "]",
        ",", "&", "*", "!", "|", ">", "%", "@", "`", "~", "a", "b", "yes", "null", "true", "0", "1", "7", "0x1", ".", "e", "E", "+", "_", "---", "...", "<<", "=",
        "\r", "\x01", "\x7f", "\xc2\x85", "\xe2\x80\xa8", "\xef\xbb\xbf", "\xc3\xa9", "\xf0\x9f\x9a\x80", "\xc2\xa0", "2001-01-01", "word", "key: v"};
    std::string text;
    for (auto left = random() % 7; left > 0; --left)
        text += pieces[random() % pieces.size()];
    return text;
}

std::string randomJson(std::mt19937 &random, int depth)
{
    std::string out;
    const auto pick = depth > 4 ? random() % 5 : random() % 9;
    if (pick < 3) {
        appendJsonString(out, randomText(random));
        return out;
    }
    if (pick == 3)
        return std::vector<std::string>{"0", "-1", "12345678901", "1.5", "1e21", "1e-7", "123456789.5", "18446744073709551615", "1e19"}[random() % 9];
    if (pick == 4)
        return std::vector<std::string>{"true", "false", "null", "{}", "[]"}[random() % 5];
    const bool isObject = pick < 7;
    std::map<std::string, std::string> members;
    std::string items;
    for (auto left = random() % 5; left > 0; --left) {
        if (isObject)
            members[randomText(random)] = randomJson(random, depth + 1);
        else
            items += (items.empty() ? "" : ",") + randomJson(random, depth + 1);
    }
    for (const auto &[key, value] : members) {
        items += items.empty() ? "" : ",";
        appendJsonString(items, key);
        items += ":" + value;
    }
    return isObject ? "{" + items + "}" : "[" + items + "]";
}

} // namespace

class YamlWriterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }
    void objectsLookAsKubectlPrintsThem();
    void stringsAreQuotedAsKubectlQuotesThem_data();
    void stringsAreQuotedAsKubectlQuotesThem();
    void numbersArePrintedAsKubectlPrintsThem();
    void keysAreSortedAsKubectlSortsThem();
    void trickyStringsSurvive();
    void randomDocumentsSurvive();
    void longKeysSurvive();
    void recordedObjectsSurvive();
};

void YamlWriterTest::objectsLookAsKubectlPrintsThem()
{
    QCOMPARE(yamlOf(R"({"kind":"Pod","apiVersion":"v1","spec":{"containers":[{"name":"a","args":["-c","x"],"env":[]},{"name":"b","resources":{}}],"nn":[[1,2],[]]},"data":{"f":"l1\nl2\n","g":"x\ny"}})"),
             std::string("apiVersion: v1\ndata:\n  f: |\n    l1\n    l2\n  g: |-\n    x\n    y\nkind: Pod\nspec:\n  containers:\n  - args:\n    - -c\n    - x\n    env: []\n"
                         "    name: a\n  - name: b\n    resources: {}\n  nn:\n  - - 1\n    - 2\n  - []\n"));
    QCOMPARE(yamlOf("{}"), std::string("{}\n"));
    QCOMPARE(yamlOf("[]"), std::string("[]\n"));
    QCOMPARE(yamlOf("null"), std::string("null\n"));
    QCOMPARE(yamlOf("\"a\\nb\\n\\n\""), std::string("|+\n  a\n  b\n\n"));
    QCOMPARE(toYaml(JsonValue()), std::string());
}

void YamlWriterTest::stringsAreQuotedAsKubectlQuotesThem_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("yaml");
    const auto rows = [](const char *quote, std::initializer_list<const char *> texts) {
        for (const char *text : texts)
            QTest::newRow(text) << QByteArray(text) << quote + QByteArray(text) + quote;
    };
    rows("", {"web", "v1", "10.0.0.1", "100m", "1Gi", "nginx:1.25", "http://x:80/#y", "a b", "-c", "a-1", "x=y", "/healthz", "tRue-ish", "\xc3\xa9", "\xf0\x9f\x9a\x80",
              "it's", "a,b", "a[0]", "2001-01-01-backup", "Yes please", "1.2.3", "$(VAR)", "k8s.io/app", ".hidden", "<none>", "a:b"});
    rows("\"", {"", "true", "yes", "Yes", "y", "n", "no", "off", "null", "~", "123", "-1", "+1", "1.5", ".5", "1e3", "0x1F", "0777", "0o17", "0b1", "1_000", "12:30",
                "12:30:45", "2001-01-01", "2024-01-02T15:04:05Z", ".inf", "-.INF", ".NaN", "e0", "=", "<<", "yEs", "18446744073709551616", "0b", "0x", "08"});
    rows("'", {" a", "a ", "- a", "-", "? a", ": a", "a: b", "a:", "a #b", "#a", "*a", "&a", "!a", "%a", "@a", "`a", "[a]", "{a}", ",a", "|a", ">a", "\"a\"", "--- a", "...", "]"});
    QTest::newRow("single in single") << QByteArray("'a") << QByteArray("'''a'");
    QTest::newRow("tab") << QByteArray("a\tb") << QByteArray("\"a\\tb\"");
    QTest::newRow("carriage return") << QByteArray("a\r\nb") << QByteArray("\"a\\r\\nb\"");
    QTest::newRow("bell") << QByteArray("\x07\"\\") << QByteArray("\"\\x07\\\"\\\\\"");
    QTest::newRow("mark") << QByteArray("\xef\xbb\xbf" "a") << QByteArray("\"\\uFEFFa\"");
    QTest::newRow("separator") << QByteArray("a\xe2\x80\xa8") << QByteArray("\"a\\u2028\"");
    QTest::newRow("lines with a space at the end") << QByteArray("a \nb") << QByteArray("\"a \\nb\"");
    QTest::newRow("lines that begin with space") << QByteArray(" a\nb") << QByteArray("\" a\\nb\"");
    QTest::newRow("line that ends with a space") << QByteArray("a\nb ") << QByteArray("\"a\\nb \"");
}

void YamlWriterTest::stringsAreQuotedAsKubectlQuotesThem()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, yaml);
    std::string json = "{\"a\":";
    appendJsonString(json, text.toStdString());
    json += '}';
    QCOMPARE(yamlOf(json), "a: " + yaml.toStdString() + "\n");
    QCOMPARE(thereAndBack(json), json);
}

void YamlWriterTest::numbersArePrintedAsKubectlPrintsThem()
{
    QCOMPARE(yamlOf("[1,-5,1.5,1.0,1000000.5,0.00001,1e20,1e21,9223372036854775807,18446744073709551615,123456.7]"),
             std::string("- 1\n- -5\n- 1.5\n- 1\n- 1.0000005e+06\n- 1e-05\n- 1e+20\n- 1e+21\n- 9223372036854775807\n- 18446744073709551615\n- 123456.7\n"));
}

void YamlWriterTest::keysAreSortedAsKubectlSortsThem()
{
    QCOMPARE(yamlOf(R"({"b":1,"a10":1,"a2":1,"a-1":1,"a":1,"B":1,"1":1,"10":1,"2":1,".x":1,"a02":1,"a.b":1,"ab":1})"),
             std::string(".x: 1\n\"1\": 1\n\"2\": 1\n\"10\": 1\nB: 1\na: 1\na-1: 1\na.b: 1\na2: 1\na02: 1\na10: 1\nab: 1\nb: 1\n"));
}

void YamlWriterTest::trickyStringsSurvive()
{
    std::string json = "[";
    for (int first = 1; first < 0x80; ++first) {
        for (const char *tail : {"", " ", "a", ":", ": a", "\n", "\na", " #", "-", "1", "\n\n", "\n \n", "\ta"}) {
            json += json.size() > 1 ? "," : "";
            appendJsonString(json, std::string(1, char(first)) + tail);
        }
    }
    json += "]";
    QCOMPARE(thereAndBack(json), sorted(json));
}

void YamlWriterTest::randomDocumentsSurvive()
{
    std::mt19937 random(42); // NOLINT: the same documents each run
    for (int i = 0; i < 5000; ++i) {
        const std::string json = randomJson(random, 0);
        const std::string back = thereAndBack(json);
        QVERIFY2(back == sorted(json), (json + "\n" + yamlOf(json) + "\n" + back).c_str());
    }
}

void YamlWriterTest::longKeysSurvive()
{
    for (const std::string &key : {std::string(500, 'k'), std::string(501, 'k'), std::string(3000, 'k'), std::string(2000, ':')}) {
        for (const char *value : {"1", "{\"a\":[1]}", "[1,{\"b\":2}]", "\"x\\ny\"", "{}"}) {
            const std::string json = "{\"" + key + "\":" + value + ",\"zz\":[{\"" + key + "\":" + value + "}]}";
            QCOMPARE(thereAndBack(json), sorted(json));
        }
    }
}

void YamlWriterTest::recordedObjectsSurvive()
{
    int files = 0;
    QDirIterator found(QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/kubernetes-1.36"), {QStringLiteral("*.json")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (found.hasNext()) {
        QFile file(found.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string json = file.readAll().toStdString();
        if (!JsonDocument::parse(json)) // streams of watch events stand there too, one a line
            continue;
        QVERIFY2(thereAndBack(json) == sorted(json), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files >= 30);
}

ORRERY_GUILESS_TEST(YamlWriterTest)
} // namespace yaml_writer_test
#include "yaml_writer_test.moc"
