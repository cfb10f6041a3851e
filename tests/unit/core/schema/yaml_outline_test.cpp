// SPDX-License-Identifier: Apache-2.0
#include "core/object/yaml.h"
#include "core/schema/yaml_cursor.h"
#include "core/schema/yaml_outline.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace yaml_outline_test {

using namespace kube;

namespace {

const char deployment[] = "apiVersion: apps/v1\n"
                          "kind: Deployment\n"
                          "metadata:\n"
                          "  labels: {app.kubernetes.io/name: \"web\"} # a comment\n"
                          "spec:\n"
                          "  template:\n"
                          "    spec:\n"
                          "      containers:\n"
                          "      - image: nginx\n"
                          "        name: web\n"
                          "      - name: other\n"
                          "        args:\n"
                          "        - |\n"
                          "          one\n"
                          "          two\n"
                          "        - last\n";

/// The text with "¦" where the cursor is.
struct WithCursor {
    std::string text;
    std::uint32_t offset;
    explicit WithCursor(std::string marked) : text(std::move(marked))
    {
        offset = static_cast<std::uint32_t>(text.find("\u00a6"));
        text.erase(offset, 2);
    }
};

} // namespace

class YamlOutlineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }

    void placesCountLinesAndUtf16Columns()
    {
        const std::string text = "a: \u00e9\n\U0001F680 b\r\nc";
        const TextLines lines(text);
        QCOMPARE(lines.count(), 3);
        QVERIFY((lines.place(static_cast<std::uint32_t>(text.find('b'))) == TextPlace{2, 4}));
        QCOMPARE(lines.offset({2, 4}), static_cast<std::uint32_t>(text.find('b')));
        QVERIFY((lines.place(static_cast<std::uint32_t>(text.size())) == TextPlace{3, 2}));
        QCOMPARE(lines.offset({1, 99}), 5U);
        QCOMPARE(lines.offset({99, 1}), static_cast<std::uint32_t>(text.size() - 1));
    }

    void everyNodeHasItsPath()
    {
        const auto outline = YamlOutline::of(deployment);
        const auto at = [&](const char *word) {
            return outline.path(outline.nodeAt(static_cast<std::uint32_t>(outline.text().find(word))));
        };
        QCOMPARE(at("nginx").toText(), std::string("spec.template.spec.containers[name=web].image"));
        QCOMPARE(at("nginx").toPointer(), std::string("/spec/template/spec/containers/0/image"));
        QCOMPARE(at("\"web\"").toText(), std::string("metadata.labels[app.kubernetes.io/name]"));
        QCOMPARE(at("\"web\"").toPointer(), std::string("/metadata/labels/app.kubernetes.io~1name"));
        QCOMPARE(at("two").toText(), std::string("spec.template.spec.containers[name=other].args[0]"));
        QCOMPARE(at("containers:").toText(), std::string("spec.template.spec.containers"));
    }

    void everyPathHasItsRange()
    {
        const auto outline = YamlOutline::of(deployment);
        const auto valueAt = [&](const char *path) {
            const auto index = outline.find(SchemaPath::parse(path));
            return index == YamlOutline::none ? std::string("none") : std::string(outline.textOf(outline.node(index).range));
        };
        QCOMPARE(valueAt("kind"), std::string("Deployment"));
        QCOMPARE(valueAt("metadata.labels[app.kubernetes.io/name]"), std::string("\"web\""));
        QCOMPARE(valueAt("spec.template.spec.containers[name=web].image"), std::string("nginx"));
        QCOMPARE(valueAt("spec.template.spec.containers[1].args[0]"), std::string("|\n          one\n          two"));
        QCOMPARE(valueAt("spec.template.spec.containers[2]"), std::string("none"));
        const auto labels = outline.find(SchemaPath::parsePointer("/metadata/labels/app.kubernetes.io~1name"));
        QVERIFY(labels != YamlOutline::none);
        QCOMPARE(std::string(outline.textOf(outline.node(labels).keyRange)), std::string("app.kubernetes.io/name"));
    }

    void valuesAreThoseThatKubectlReads_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        for (const char *yaml : {deployment, "a: 1\nb: [x, {k: z}]\n", "a: \"\\x41\\u00e9\\n\"\nb: 'it''s'\nc: on\nd: 0777\ne: 1e3\n",
                                 "a: |\n  x\n   y\n\nb: |-\n  z\nc: |+\n  w\n\n", "a: >-\n  f\n  g\n\n  h\n   more\n  k\n", "a: f\n  g\n\n  h\n",
                                 "a:\n- 1\n- - 2\n  - 3\n- b: 4\n  c: 5\n", "1: a\ntrue: b\n1.50: c\n\"2\": d\n", "? a\n? \"b\"\n", "{a, b: , c}",
                                 "a: ~\nb : # none\n\"c\":\n&x d:\n!!str e: null\n", "a: !!str 5\nb: !!int \"5\"\nd: !mine 5\ne: !!str\n",
                                 "%YAML 1.1\n---\na: 1\n...\n", "{\"a\": [1, 2.5, \"x\\\"y\", null, true],\n\"b\": {\"c\": \"\\u00e9\"}}", "text",
                                 "a: http://x:80/#y # z\n", "\xef\xbb\xbf" "a: |\r\n  x\r\n  y\r\nb:\r\n- 1\r\n- \"p\r\n  q\"\r\n", "a: [b: c, d]\n",
                                 "- \"a\n  b\\\n  c\n\n  d\"\n", "--- |\n  x\n", "a: &x\n  k: v\n", "a: b\n  - c\n", "? a\n: - b\n  - c\n", "a:\n  # c\n\n  b: 1\n",
                                 "- |2-\n   x\n- >\n\n  y\n", "a: 'b\n\n  c'\n", "- - - a\n    - b\n  - c\n- d\n", "a: {b: [c,\n d], \"e\":1}\n",
                                 "a: |+\n  x", "a: |+\n  x\n", "a: |+\n  x\n\n", "a: |+\n  x\n  ", "a: |+\n  x\n  \n", "a: |+\n  x\n\n ", "a: |+\n  x\n\n  ", "a: |+\n  x\n   ",
                                 "a: |+\n\n\n", "a: |+\n\n", "a: |+\n", "a: |+", "a: |+\n ", "a: |+\n  \n", "a: |\n\n\n", "a: |\n  x\n  ", "a: |\n  x\n\n ", "a: |-\n  x\n  ",
                                 "a: |\n  x\n   ", "a: |-\n  x\n   ", "a: >+\n  x\n\n", "a: >+\n  x\n  ", "a: >+\n  x\n\n  y\n\n", "a:\n  b: |+\n    x\n\n  c: 1\n", "a:\n  b: |+\n    x\n\n# c\n",
                                 "a: |+\n  x\n\n...\n", "- |+\n  x\n\n- y\n", "|+\n x\n\n", "a: |2+\n  x\n\n", "a: |+\n  x\r\n\r\n", "a: |+\n  x\n\n\n"})
            QTest::addRow("%s", yaml) << QByteArray(yaml);
    }
    void valuesAreThoseThatKubectlReads()
    {
        QFETCH(QByteArray, yaml);
        const auto read = yamlToJson(yaml.toStdString());
        QVERIFY_RESULT(read);
        const auto outline = YamlOutline::of(yaml.toStdString());
        QCOMPARE(QString::fromStdString(outline.toJson(outline.documents().front().root)), QString::fromStdString(*read));
    }

    void aTextMayHoldSeveralDocuments()
    {
        const auto outline = YamlOutline::of("# first\na: 1\n---\nb: 2\n---\n# none\n---\n- c\n...\nd: 4\n");
        QCOMPARE(outline.documents().size(), 5U);
        QStringList values;
        for (const auto &document : outline.documents())
            values += QString::fromStdString(outline.toJson(document.root));
        QCOMPARE(values.join(u' '), QStringLiteral("{\"a\":1} {\"b\":2} null [\"c\"] {\"d\":4}"));
        QCOMPARE(outline.documentAt(static_cast<std::uint32_t>(outline.text().find("b: 2"))), 1U);
        QCOMPARE(outline.find(SchemaPath::parse("b")), YamlOutline::none);
        QVERIFY(outline.find(SchemaPath::parse("b"), 1) != YamlOutline::none);
    }

    void aBrokenTextKeepsWhatIsNotBroken_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const char *yaml, const char *json) { QTest::newRow(name) << QByteArray(yaml) << QByteArray(json); };
        row("a key in the making", "a: 1\nrepl\nb: 2\n", "{\"a\":1,\"repl\":null,\"b\":2}");
        row("as the first", "spec:\n  repl\n  b: 2\n", "{\"spec\":{\"repl\":null,\"b\":2}}");
        row("an open quote", "a: \"x\nb: 2\n", "{\"a\":\"x\",\"b\":2}");
        row("an open single quote", "a:\n  b: 'x\n  c: it's\nd: 1\n", "{\"a\":{\"b\":\"x\",\"c\":\"it's\"},\"d\":1}");
        row("an open list", "a: [1, 2\nb: 2\nc: [3]\n", "{\"a\":[1,2],\"b\":2,\"c\":[3]}");
        row("an open map", "a:\n  b: {c: 1\n  d: 2\n", "{\"a\":{\"b\":{\"c\":1},\"d\":2}}");
        row("too deep", "a: 1\n   b: 2\nc: 3\n", "{\"a\":{\"b\":2},\"c\":3}");
        row("between two levels", "a:\n    b: 1\n  c: 2\nd: 3\n", "{\"a\":{\"b\":1,\"c\":2},\"d\":3}");
        row("two values", "a: b: c\nd: 1\n", "{\"a\":\"b: c\",\"d\":1}");
        row("text behind a quote", "a: \"b\" c\nd: 1\n", "{\"a\":\"b\",\"d\":1}");
        row("a list behind a value", "a: \"1\"\n  - b\nc: 2\n", "{\"a\":[\"b\"],\"c\":2}");
        row("the wrong bracket", "a: [1}\nb: 2\n", "{\"a\":[1],\"b\":2}");
        row("a tab", "a:\n\tb: 1\n", "{\"a\":{\"b\":1}}");
    }
    void aBrokenTextKeepsWhatIsNotBroken()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QByteArray, json);
        const auto outline = YamlOutline::of(yaml.toStdString());
        QCOMPARE(QString::fromStdString(outline.toJson(outline.documents().front().root)), QString::fromUtf8(json));
    }

    void aCursorStandsAtKeysValuesAndWhereTheyWouldBe_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("at");
        const auto row = [](const char *name, const char *yaml, const char *at) { QTest::newRow(name) << QByteArray(yaml) << QByteArray(at); };
        row("nothing is written", "¦", "Inside");
        row("in a key", "spec:\n  rep¦licas: 1\n", "Key spec.replicas 'replicas'");
        row("a key in the making", "spec:\n  a: 1\n  rep¦\n", "Key spec.rep 'rep'");
        row("the only one", "spec:\n  rep¦\n", "Value spec 'rep'");
        row("in a value", "spec:\n  a: x¦y\n", "Value spec.a 'xy'");
        row("where a value would be", "spec:\n  a: ¦\n  b: 1\n", "Value spec.a ''");
        row("right behind the colon", "spec:\n  a:¦\n", "Elsewhere");
        row("a member of the map above", "spec:\n  a: 1\n  ¦\n", "Inside spec");
        row("a member of one further out", "a: 1\nspec:\n  b:\n    c: 1\n  ¦\n", "Inside spec");
        row("a member of the root", "spec:\n  b:\n    c: 1\n¦\n", "Inside ");
        row("the first of a map", "spec:\n  a:\n    ¦\n  b: 1\n", "Inside spec.a");
        row("another of an item", "spec:\n- name: x\n  ¦\n", "Inside spec[name=x]");
        row("another item, or a key", "spec:\n- name: x\n¦\n", "Inside  or spec");
        row("another item", "a:\n  spec:\n    - name: x\n    ¦\n", "Inside a.spec");
        row("behind a dash", "spec:\n- ¦\n", "Inside spec[0]");
        row("in braces", "spec: {a: 1, ¦}\n", "Inside spec");
        row("in brackets", "spec: [¦]\n", "Inside spec");
        row("in a comment", "spec: # x¦\n", "Elsewhere");
        row("in a text", "spec: |\n  x¦\n", "Elsewhere");
        row("in a second document", "a: 1\n---\nb:\n  ¦\n", "Inside b");
        row("a blank line between", "a:\n  b: 1\n\n  ¦\n\n  c: 2\n", "Inside a");
    }
    void aCursorStandsAtKeysValuesAndWhereTheyWouldBe()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QByteArray, at);
        const WithCursor given(yaml.toStdString());
        const auto outline = YamlOutline::of(given.text);
        const YamlCursor cursor = cursorAt(outline, given.offset);
        static const char *names[] = {"Elsewhere", "Key", "Value", "Inside"};
        std::string found = names[static_cast<int>(cursor.part)];
        if (cursor.part != YamlCursor::Part::Elsewhere && cursor.node != YamlOutline::none)
            found += " " + outline.path(cursor.node).toText();
        if (cursor.part == YamlCursor::Part::Key || cursor.part == YamlCursor::Part::Value)
            found += " '" + std::string(outline.textOf(cursor.replaces)) + "'";
        if (cursor.list != YamlOutline::none)
            found += " or " + outline.path(cursor.list).toText();
        QCOMPARE(QString::fromStdString(found), QString::fromUtf8(at));
    }

    void anotherAnchorsNameIsKept()
    {
        const auto outline = YamlOutline::of("a: &x {k: 1}\nb: *x\nc:\n  <<: *x\n");
        QCOMPARE(outline.node(outline.find(SchemaPath::parse("a"))).anchor, std::string("&x"));
        QCOMPARE(outline.node(outline.find(SchemaPath::parse("b"))).kind, YamlOutline::Kind::Alias);
        const auto merge = outline.find(SchemaPath::parse("c.<<"));
        QVERIFY(merge != YamlOutline::none && outline.node(merge).isMergeKey);
    }

    void whatIsNestedWithoutEndIsReadAsText()
    {
        for (const char *bracket : {"[", "{a: ", "- ", "? ", "a: [", "- [\n", "\"", "a:\n "}) {
            std::string deep;
            for (int i = 0; i < 20000; ++i)
                deep += bracket;
            QVERIFY(YamlOutline::of(deep).size() > 0);
        }
    }

    void aKeyBeyondSinglePrecisionIsNamedAsReadersNameIt()
    {
        const YamlOutline outline = YamlOutline::of("{" + std::string(50, '6') + ": 1, -" + std::string(50, '6') + ": 2, 1.5: 3}\n");
        for (const char *key : {".inf", "-.inf", "1.5"})
            QVERIFY2(outline.find(SchemaPath{{{key}}}) != YamlOutline::none, key);
    }

    void aStopRequestEndsIt()
    {
        std::stop_source stop;
        stop.request_stop();
        std::string text;
        for (int i = 0; i < 1000; ++i)
            text += "a" + std::to_string(i) + ": 1\n";
        QVERIFY(YamlOutline::of(text, stop.get_token()).size() < 10);
    }
};

ORRERY_GUILESS_TEST(YamlOutlineTest)
} // namespace yaml_outline_test
#include "yaml_outline_test.moc"
