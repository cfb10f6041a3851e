// SPDX-License-Identifier: Apache-2.0
#include "core/object/yaml.h"
#include "core/schema/yaml_edit.h"
#include "tests/support/awkward_yaml.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace yaml_edit_test {

using namespace kube;

namespace {

JsonNode json(const char *text)
{
    return JsonNode::parse(text, "a value").value_or(JsonNode());
}

/// The text after an edit, or why there is none.
QByteArray applied(const std::string &text, const Result<YamlEdit> &edit)
{
    if (!edit)
        return "no: " + edit.error().message.toUtf8();
    std::string after = text;
    after.replace(edit->range.begin, edit->range.end - edit->range.begin, edit->text);
    return after == edit->after.text() ? QByteArray::fromStdString(after) : "the edit and the text after it differ";
}

QByteArray set(const std::string &text, const char *path, const char *value)
{
    return applied(text, setYamlValue(YamlOutline::of(text), SchemaPath::parse(path), json(value)));
}

QByteArray removed(const std::string &text, const char *path)
{
    return applied(text, removeYamlValue(YamlOutline::of(text), SchemaPath::parse(path)));
}

QByteArray inserted(const std::string &text, const char *path, int index, const char *value)
{
    return applied(text, insertYamlItem(YamlOutline::of(text), SchemaPath::parse(path), index, json(value)));
}

QByteArray swapped(const std::string &text, const char *path)
{
    return applied(text, swapYamlItems(YamlOutline::of(text), SchemaPath::parse(path)));
}

QByteArray renamed(const std::string &text, const char *path, const char *key)
{
    return applied(text, renameYamlKey(YamlOutline::of(text), SchemaPath::parse(path), key));
}

JsonNode *nodeAt(JsonNode &root, const SchemaPath &path, std::size_t steps)
{
    JsonNode *at = &root;
    for (std::size_t i = 0; i < steps && at; ++i) {
        const auto &step = path.steps[i];
        if (step.isItem)
            at = at->isArray() && static_cast<std::size_t>(step.index) < at->items.size() ? &at->items[static_cast<std::size_t>(step.index)] : nullptr;
        else
            at = at->find(step.key);
    }
    return at;
}

/// What one edit did to the value, beside what it should have done.
struct Tried {
    std::string what;
    Result<YamlEdit> edit;
    JsonNode wanted;
};

Tried tried(const YamlOutline &outline, YamlOutline::Index index, const JsonNode &root, std::uint32_t chance)
{
    static const std::vector<std::string> values{"5", "true", "\"yes\"", "\"a: b #c\"", "\"two\\nlines\\n\"", "\"one\\n\\n\"", "{}", "[]", "{\"n\":[1,{\"m\":\"\"}]}", "\" \"", "null", "\"\\u0007\""};
    const JsonNode value = json(values[chance % values.size()].c_str());
    const SchemaPath path = outline.path(index);
    Tried out{path.toText(), fail(Error::canceled()), root};
    JsonNode *holder = path.steps.empty() ? nullptr : nodeAt(out.wanted, path, path.steps.size() - 1);
    JsonNode *at = nodeAt(out.wanted, path, path.steps.size());
    const auto place = static_cast<std::ptrdiff_t>(path.steps.empty() ? 0 : path.steps.back().index);
    switch (chance / 16 % 5) {
    case 0:
        out.what += " removed";
        out.edit = removeYamlValue(outline, path);
        if (holder && holder->isArray())
            holder->items.erase(holder->items.begin() + place);
        else if (holder)
            holder->remove(path.steps.back().key);
        break;
    case 1: {
        out.what += " got a member or an item";
        SchemaPath below = path;
        const auto kind = outline.node(index).kind;
        if (kind == YamlOutline::Kind::Sequence) {
            out.edit = insertYamlItem(outline, path, static_cast<int>(chance / 128 % (at->items.size() + 1)), value);
            at->items.insert(at->items.begin() + static_cast<std::ptrdiff_t>(chance / 128 % (at->items.size() + 1)), value);
        } else {
            below.steps.push_back({"new key", -1, false});
            below.steps.push_back({"of it", -1, false});
            out.edit = setYamlValue(outline, below, value);
            if (at && !at->isObject())
                *at = JsonNode::object();
            JsonNode inner = JsonNode::object();
            inner.set("of it", value);
            if (at)
                at->set("new key", inner);
        }
        break;
    }
    case 2:
        out.what += " renamed";
        out.edit = renameYamlKey(outline, path, "renamed: to");
        for (auto &member : holder ? holder->members : out.wanted.members)
            member.first = member.first == (path.steps.empty() ? "" : path.steps.back().key) ? "renamed: to" : member.first;
        break;
    case 3:
        out.what += " swapped";
        out.edit = swapYamlItems(outline, path);
        if (out.edit)
            std::swap(holder->items[static_cast<std::size_t>(place)], holder->items[static_cast<std::size_t>(place) + 1]);
        break;
    default:
        out.what += " set";
        out.edit = setYamlValue(outline, path, value);
        if (at)
            *at = value;
    }
    return out;
}

} // namespace

class YamlEditTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }

    void aScalarChangesAloneAndKeepsItsQuotes()
    {
        QCOMPARE(set("a: 1 # one\nb:   'x'  # two\n", "a", "2"), QByteArray("a: 2 # one\nb:   'x'  # two\n"));
        QCOMPARE(set("b:   'x'  # two\n", "b", "\"it's\""), QByteArray("b:   'it''s'  # two\n"));
        QCOMPARE(set("b: \"x\"\n", "b", "\"y\""), QByteArray("b: \"y\"\n"));
        QCOMPARE(set("b: x\n", "b", "\"true\""), QByteArray("b: \"true\"\n"));
        QCOMPARE(set("b: x\n", "b", "true"), QByteArray("b: true\n"));
        QCOMPARE(set("- a\n- b # c\n", "[1]", "\"d\""), QByteArray("- a\n- d # c\n"));
        QCOMPARE(set("{a: 1, b: [x, y]}\n", "b[1]", "\"p, q\""), QByteArray("{a: 1, b: [x, \"p, q\"]}\n"));
        QCOMPARE(set("a:\nb: 1\n", "a", "\"x\""), QByteArray("a: x\nb: 1\n"));
        QCOMPARE(set("a:   # nothing yet\n", "a", "1"), QByteArray("a:   1 # nothing yet\n"));
        QCOMPARE(set("-\n- b\n", "[0]", "1"), QByteArray("- 1\n- b\n"));
    }
    void textsOfSeveralLinesAreWrittenAsLines()
    {
        QCOMPARE(set("a:\n  b: x # c\n  d: 1\n", "a.b", "\"one\\ntwo\\n\""), QByteArray("a:\n  b: | # c\n    one\n    two\n  d: 1\n"));
        QCOMPARE(set("a: |\n  one\n  two\nb: 1\n", "a", "\"one\\n\\nthree\""), QByteArray("a: |-\n  one\n\n  three\nb: 1\n"));
        QCOMPARE(set("a: |- # why\n  one\nb: 1\n", "a", "\"x\""), QByteArray("a: x # why\nb: 1\n"));
        QCOMPARE(set("a: x\nb:\n  c: 1  ", "b", "\"one\\n\""), QByteArray("a: x\nb:\n  |\n  one\n"));
        QCOMPARE(set("a: x\n", "a", "\"one\\n\\n\""), QByteArray("a: \"one\\n\\n\"\n"));
        QCOMPARE(set("- x\n- y\n", "[0]", "\"a\\nb\\n\""), QByteArray("- |\n  a\n  b\n- y\n"));
        QCOMPARE(set("a: x", "a", "\"b\\nc\\n\""), QByteArray("a: |\n  b\n  c\n"));
        QCOMPARE(set("{a: x}", "a", "\"b\\nc\\n\""), QByteArray("{a: \"b\\nc\\n\"}"));
    }
    void whatIsMissingOnTheWayIsMade()
    {
        QCOMPARE(set("kind: X\nspec:\n  a: 1\n  # of c\n  c: 2\n", "spec.b.d", "\"x\""), QByteArray("kind: X\nspec:\n  a: 1\n  b:\n    d: x\n  # of c\n  c: 2\n"));
        QCOMPARE(set("kind: X\n", "spec.list[0].name", "\"web\""), QByteArray("kind: X\nspec:\n  list:\n  - name: web\n"));
        QCOMPARE(set("z: 1\nb: 1\n", "c", "3"), QByteArray("z: 1\nb: 1\nc: 3\n"));
        QCOMPARE(set("a:\n    b: 1\n", "c.d", "3"), QByteArray("a:\n    b: 1\nc:\n    d: 3\n"));
        QCOMPARE(set("a:\n  - 1\nb: # here\n", "b[0].c", "3"), QByteArray("a:\n  - 1\nb: # here\n  - c: 3\n"));
        QCOMPARE(set("labels: {}\n", "labels.app", "\"web\""), QByteArray("labels:\n  app: web\n"));
        QCOMPARE(set("labels: {a: b}\n", "labels.app", "\"web\""), QByteArray("labels: {a: b, app: web}\n"));
        QVERIFY(set("", "a.b", "1").startsWith("no: There is no such place"));
        QCOMPARE(set("a: |+\n  x\n\n\nb: 1\n", "ab", "1"), QByteArray("a: |+\n  x\n\n\nab: 1\nb: 1\n"));
        QVERIFY(set("a: 1\n", "a.b", "1").startsWith("no: There is no such place"));
        QVERIFY(set("a: [x]\n", "a[3]", "1").startsWith("no: There is no such place"));
    }
    void whatGoesTakesItsLinesAndNothingElse()
    {
        QCOMPARE(removed("# top\na: 1 # one\n# of b\nb:\n  c: 1\nd: 2\n", "b"), QByteArray("# top\na: 1 # one\n# of b\nd: 2\n"));
        QCOMPARE(removed("a: 1\nb: 2", "b"), QByteArray("a: 1\n"));
        QCOMPARE(removed("a: >+\n  x\n  \nb: 2", "b"), QByteArray("a: >+\n  x\n  \n"));
        QCOMPARE(removed("- a: 1 # x\n  # of b\n  b: 2\n", "[0].a"), QByteArray("- # of b\n  b: 2\n"));
        QCOMPARE(removed("- a: 1\n  b: 2\n- c\n", "[0].a"), QByteArray("- b: 2\n- c\n"));
        QCOMPARE(removed("l:\n- a\n- b\n- c\n", "l[1]"), QByteArray("l:\n- a\n- c\n"));
        QCOMPARE(removed("{a: 1, b: 2, c: 3}\n", "b"), QByteArray("{a: 1, c: 3}\n"));
        QCOMPARE(removed("[1, 2]\n", "[1]"), QByteArray("[1]\n"));
        QCOMPARE(removed("a:\n  b: 1\nc: 2\n", "a.b"), QByteArray("a: {}\nc: 2\n"));
        QCOMPARE(removed("a:\n- b\nc: 2\n", "a[0]"), QByteArray("a: []\nc: 2\n"));
        QCOMPARE(removed("a:\n  # why\n  b: 1\n", "a.b"), QByteArray("a:\n  # why\n  {}\n"));
        QVERIFY(removed("a: 1\n", "b").startsWith("no: "));
    }
    void itemsAreInsertedAndMoved()
    {
        QCOMPARE(inserted("l:\n- a\n- c\n", "l", 1, "\"b\""), QByteArray("l:\n- a\n- b\n- c\n"));
        QCOMPARE(inserted("l:\n- a\n", "l", 0, "{\"x\":1,\"z\":2}"), QByteArray("l:\n- x: 1\n  z: 2\n- a\n"));
        QCOMPARE(inserted("l: [a]\n", "l", 1, "\"b\""), QByteArray("l: [a, b]\n"));
        QCOMPARE(inserted("l: []\n", "l", 0, "\"b\""), QByteArray("l:\n- b\n"));
        QCOMPARE(swapped("l:\n# first\n- a: 1 # one\n# second\n- b: 2\n  c: 3\n", "l[0]"), QByteArray("l:\n# first\n- b: 2\n  c: 3\n# second\n- a: 1 # one\n"));
        QCOMPARE(swapped("[a, b, c]\n", "[1]"), QByteArray("[a, c, b]\n"));
        QVERIFY(swapped("[a, b]\n", "[1]").startsWith("no: "));
    }
    void keysAreRenamedInTheirPlace()
    {
        QCOMPARE(renamed("a: 1\nb: 2 # x\nc: 3\n", "b", "true"), QByteArray("a: 1\n\"true\": 2 # x\nc: 3\n"));
        QCOMPARE(renamed("{a: 1}\n", "a", "x/y"), QByteArray("{x/y: 1}\n"));
        QVERIFY(renamed("a: 1\nb: 2\n", "b", "a").startsWith("no: There is an entry of that name"));
    }
    void whatAnAliasRepeatsIsRefused()
    {
        const std::string text = "a: &x\n  b: 1\nc: *x\nd: 5\n";
        QVERIFY(set(text, "a.b", "2").startsWith("no: It is written once"));
        QVERIFY(set(text, "c.b", "2").startsWith("no: It is written once"));
        QVERIFY(removed(text, "a").startsWith("no: It is written once"));
        QVERIFY(removed("a: &x {b: 1}\nc:\n  <<: *x\n  b: 2\n", "c.b").startsWith("no: It is written once"));
        QVERIFY(renamed("a: &x {b: 1}\nc:\n  <<: *x\n  b: 2\n", "c.b", "d").startsWith("no: It is written once"));
        QCOMPARE(set(text, "d", "6"), QByteArray("a: &x\n  b: 1\nc: *x\nd: 6\n"));
        QCOMPARE(set(text, "c", "6"), QByteArray("a: &x\n  b: 1\nc: 6\nd: 5\n"));
        QCOMPARE(set("a: &x 1\nb: 2\n", "a", "3"), QByteArray("a: &x 3\nb: 2\n"));
    }
    void whatCannotBeReadIsRefused()
    {
        QVERIFY(set("a: \"x\nb: 1\n", "a", "2").startsWith("no: The text cannot be read there"));
        QVERIFY(set("a\nb: 1\n", "a", "2").startsWith("no: "));
        QVERIFY(set("a: !!str 5\n", "a", "6").startsWith("no: It is written in a way"));
    }
    void lineEndsAndMarksOfTheTextStay()
    {
        QCOMPARE(set("a: 1\r\nb:\r\n  c: 2\r\n", "b.d.e", "3"), QByteArray("a: 1\r\nb:\r\n  c: 2\r\n  d:\r\n    e: 3\r\n"));
        QCOMPARE(set("\xef\xbb\xbf" "a: 1\n", "b", "3"), QByteArray("\xef\xbb\xbf" "a: 1\nb: 3\n"));
        QCOMPARE(set("---\na: 1\n---\na: 2\n", "a", "3"), QByteArray("---\na: 3\n---\na: 2\n"));
    }
    void whatIsTypedIsWhatAPlainScalarMeans()
    {
        std::string out;
        for (const char *written : {"80", "http", "1.5", "true", "~", "0x10"}) {
            plainYamlValue(written).write(out);
            out += ' ';
        }
        QCOMPARE(out, R"(80 "http" 1.5 true "~" 16 )");
    }

    /// Of any text, any edit: as another reader has it, the value is as it was but for that change; or it is refused.
    void anEditOfAnyTextChangesThatAlone()
    {
        test::AwkwardYaml yaml(11);
        std::mt19937 random(5);
        int changed = 0;
        int refused = 0;
        for (int i = 0; i < 1500; ++i) {
            const std::string text = yaml.document("a" + std::to_string(i));
            const auto before = yamlToJson(text);
            const auto outline = YamlOutline::of(text);
            if (!before || outline.size() < 2)
                continue;
            const JsonNode root = json(before->c_str());
            for (int edit = 0; edit < 12; ++edit) {
                const auto index = static_cast<YamlOutline::Index>(random() % outline.size());
                auto parent = index;
                bool isInDocument = true;
                while (outline.node(parent).parent != YamlOutline::none) {
                    isInDocument &= outline.member(outline.node(parent).parent, outline.node(parent).key) == parent || !outline.node(parent).isMember;
                    isInDocument &= !outline.node(parent).isMergeKey;
                    parent = outline.node(parent).parent;
                }
                if (!isInDocument || parent != outline.documents().front().root)
                    continue; // in a key, or a key that is there twice
                Tried one = tried(outline, index, root, static_cast<std::uint32_t>(random()));
                if (!one.edit) {
                    ++refused;
                    continue;
                }
                ++changed;
                const auto after = yamlToJson(one.edit->after.text());
                const std::string said = one.what + "\n" + text + "\nbecame\n" + one.edit->after.text();
                QVERIFY2(after.has_value(), (after ? said : after.error().toString().toStdString() + said).c_str());
                std::string wanted;
                one.wanted.write(wanted);
                QVERIFY2(json(after->c_str()).equals(one.wanted), (said + "\n" + *after + "\n" + wanted).c_str());
            }
        }
        QVERIFY2(changed > 3000 && changed > refused, qPrintable(QStringLiteral("%1 edits, %2 refused").arg(changed).arg(refused)));
    }
};

ORRERY_GUILESS_TEST(YamlEditTest)
} // namespace yaml_edit_test
#include "yaml_edit_test.moc"
