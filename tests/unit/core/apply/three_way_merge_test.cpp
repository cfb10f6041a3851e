// SPDX-License-Identifier: Apache-2.0
#include "core/apply/three_way_merge.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/apply/quoted.h"

#include <map>
#include <random>

namespace three_way_merge_test {

using namespace kube;
using kube::test::q;

namespace {

const std::shared_ptr<const ListKeys> podKeys = defaultListKeys(GroupVersionKind{"apps", "v1", "Deployment"});

MergeResult merged(std::string_view base, std::string_view mine, std::string_view theirs, MergeSide side = MergeSide::Mine)
{
    return threeWayMerge(base, mine, theirs, *podKeys, side).value();
}

JsonNode node(std::string_view json)
{
    return JsonNode::parse(json, "test").value();
}

std::string conflictsOf(const MergeResult &result)
{
    std::string text;
    for (const MergeConflict &conflict : result.conflicts) {
        text += (text.empty() ? "" : "; ") + fieldPathText(conflict.path) + " " + conflict.base.value_or("-") + " "
            + conflict.mine.value_or("-") + " " + conflict.theirs.value_or("-");
    }
    return text;
}

using Leaves = std::map<std::string, std::string>;

/// The naive model: a document is what its leaves are, by name and key.
void flatten(const JsonNode &value, const std::string &path, const std::string &name, Leaves &leaves)
{
    if (value.isObject()) {
        for (const auto &[member, inner] : value.members)
            flatten(inner, path + "/" + member, member, leaves);
    } else if (value.isArray() && (name == "containers" || name == "env")) {
        for (const JsonNode &item : value.items)
            flatten(item, path + "[" + item.find("name")->text + "]", {}, leaves);
    } else {
        leaves[path] = jsonText(value);
    }
}

Leaves leavesOf(std::string_view json)
{
    Leaves leaves;
    flatten(node(json), {}, {}, leaves);
    return leaves;
}

class Editor
{
public:
    explicit Editor(unsigned seed) : m_random(seed) {}

    std::string document()
    {
        std::string json = q("{'metadata':{'labels':") + labels() + q("},'spec':{'replicas':1,'args':['a','b'],'containers':[");
        for (int i = 0; i < 4; ++i)
            json += (i ? "," : "") + container("c" + std::to_string(i));
        return json + "]}}";
    }
    std::string edited(const std::string &json)
    {
        JsonNode document = node(json);
        for (int edits = below(4); edits >= 0; --edits)
            edit(document);
        return jsonText(document);
    }

private:
    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    std::string number() { return std::to_string(below(3)); }
    std::string labels() { return q("{'a':'") + number() + q("','b':'") + number() + "\"}"; }
    std::string container(const std::string &name)
    {
        return q("{'name':'") + name + q("','image':'") + number() + q("','env':[{'name':'x','value':'") + number()
            + q("'},{'name':'y','value':'") + number() + "\"}]}";
    }
    void edit(JsonNode &document)
    {
        JsonNode &list = *document.find("spec")->find("containers");
        const auto some = [&](JsonNode &from) -> JsonNode * { return from.items.empty() ? nullptr : &from.items[static_cast<std::size_t>(below(int(from.items.size())))]; };
        switch (below(8)) {
        case 0: document.find("metadata")->find("labels")->set("l" + number(), node("\"" + number() + "\"")); return;
        case 1: document.find("metadata")->find("labels")->remove(below(2) ? "a" : "b"); return;
        case 2: document.find("spec")->set("args", node("[\"" + number() + "\"]")); return;
        case 3: {
            const std::string name = "n" + number();
            if (std::none_of(list.items.begin(), list.items.end(), [&](const JsonNode &item) { return item.find("name")->text == name; }))
                list.items.insert(list.items.begin() + below(int(list.items.size()) + 1), node(container(name)));
            return;
        }
        case 4:
            if (!list.items.empty())
                list.items.erase(list.items.begin() + below(int(list.items.size())));
            return;
        case 5:
            if (JsonNode *const item = some(list))
                item->set("image", node("\"" + number() + "\""));
            return;
        case 6:
            if (JsonNode *const item = some(list)) {
                if (JsonNode *const variable = some(*item->find("env")))
                    variable->set("value", node("\"" + number() + "\""));
            }
            return;
        default: std::shuffle(list.items.begin(), list.items.end(), m_random); return;
        }
    }
    std::mt19937 m_random;
};

} // namespace

class ThreeWayMergeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void fieldsOfOneSideMerge()
    {
        const auto result = merged(q("{'a':1,'b':{'c':1,'d':1}}"), q("{'a':2,'b':{'c':1}}"), q("{'a':1,'b':{'c':1,'d':1,'e':5}}"));
        QCOMPARE(conflictsOf(result), std::string());
        QVERIFY2(node(result.merged).equals(node(q("{'a':2,'b':{'c':1,'e':5}}"))), result.merged.c_str());
    }

    void whatBothChangedOtherwiseIsAConflictWithAllThreeValues()
    {
        const auto mine = merged(q("{'a':1,'b':1}"), q("{'a':2}"), q("{'a':3,'b':4}"));
        QCOMPARE(conflictsOf(mine), std::string("a 1 2 3; b 1 - 4"));
        QVERIFY(node(mine.merged).equals(node(q("{'a':2}"))));
        QVERIFY(node(merged(q("{'a':1,'b':1}"), q("{'a':2}"), q("{'a':3,'b':4}"), MergeSide::Theirs).merged).equals(node(q("{'a':3,'b':4}"))));
    }

    void bothMayAddTheSameObject()
    {
        const auto result = merged("{}", q("{'labels':{'a':'1','c':'1'}}"), q("{'labels':{'b':'1','c':'1'}}"));
        QCOMPARE(conflictsOf(result), std::string());
        QVERIFY(node(result.merged).equals(node(q("{'labels':{'a':'1','b':'1','c':'1'}}"))));
    }

    void itemsMergeByTheirKeys()
    {
        const std::string base = q("{'spec':{'containers':[{'name':'a','image':'1'},{'name':'b','image':'1'}]}}");
        const std::string mine = q("{'spec':{'containers':[{'name':'new','image':'1'},{'name':'a','image':'2'},{'name':'b','image':'1'}]}}");
        const std::string theirs = q("{'spec':{'containers':[{'name':'b','image':'1','args':['x']},{'name':'a','image':'1'},{'name':'z'}]}}");
        const auto result = merged(base, mine, theirs);
        QCOMPARE(conflictsOf(result), std::string());
        QCOMPARE(result.merged, (q("{'spec':{'containers':[{'name':'new','image':'1'},{'name':'b','image':'1','args':['x']},"
                     "{'name':'a','image':'2'},{'name':'z'}]}}")));
    }

    void anItemTakenAwayAndChangedIsAConflict()
    {
        const std::string base = q("{'env':[{'name':'A','value':'1'},{'name':'B'}]}");
        const auto result = merged(base, q("{'env':[{'name':'B'}]}"), q("{'env':[{'name':'A','value':'2'},{'name':'B'}]}"));
        QCOMPARE(conflictsOf(result), (q("env[name='A'] {'name':'A','value':'1'} - {'name':'A','value':'2'}")));
    }

    void aListWithoutKeysIsOneValue()
    {
        QCOMPARE(conflictsOf(merged(q("{'args':['a']}"), q("{'args':['a','b']}"), q("{'args':['a','c']}"))),
                 (q("args ['a'] ['a','b'] ['a','c']")));
        QCOMPARE(conflictsOf(merged(q("{'env':[]}"), q("{'env':[{'name':'a'},{'name':'a'}]}"), q("{'env':[{'name':'b'}]}"))),
                 (q("env [] [{'name':'a'},{'name':'a'}] [{'name':'b'}]")));
    }

    void setsKeepWhatEitherAdded()
    {
        const auto result = merged(q("{'metadata':{'finalizers':['a','b']}}"), q("{'metadata':{'finalizers':['b','m']}}"),
                                   q("{'metadata':{'finalizers':['a','b','t']}}"));
        QCOMPARE(result.merged, (q("{'metadata':{'finalizers':['b','m','t']}}")));
    }

    void numbersAreEqualByValue()
    {
        QCOMPARE(conflictsOf(merged(q("{'a':1}"), q("{'a':1.0}"), q("{'a':2}"))), std::string());
    }

    void whatIsNoDocumentIsRefused()
    {
        QCOMPARE(threeWayMerge("{", "{}", "{}", *podKeys).error().kind, ErrorKind::BadInput);
        QCOMPARE(threeWayMerge("{}", "", "{}", *podKeys).error().kind, ErrorKind::BadInput);
    }

    void randomEditsMergeAsTheNaiveModelSays()
    {
        int clean = 0;
        for (unsigned seed = 1; seed <= 3000; ++seed) {
            Editor editor(seed);
            const std::string base = editor.document();
            const std::string mine = editor.edited(base);
            const std::string theirs = editor.edited(base);
            const auto result = merged(base, mine, theirs);
            const auto other = merged(base, theirs, mine, MergeSide::Theirs);
            QVERIFY2(node(result.merged).equals(node(other.merged)), qPrintable(QString::number(seed)));
            QCOMPARE(result.conflicts.size(), other.conflicts.size());
            QCOMPARE(merged(base, mine, base).merged, mine);
            QCOMPARE(merged(base, base, theirs).merged, theirs);
            QVERIFY(merged(base, mine, mine).conflicts.empty());

            const Leaves before = leavesOf(base);
            const Leaves one = leavesOf(mine);
            const Leaves two = leavesOf(theirs);
            const Leaves after = leavesOf(result.merged);
            const auto at = [](const Leaves &leaves, const std::string &path) {
                const auto found = leaves.find(path);
                return found == leaves.end() ? std::string() : found->second;
            };
            Leaves all = before;
            all.insert(one.begin(), one.end());
            all.insert(two.begin(), two.end());
            clean += result.conflicts.empty() ? 1 : 0;
            for (const auto &[path, value] : all) {
                const bool isMine = at(one, path) != at(before, path);
                if (!isMine && !result.conflicts.empty())
                    continue; // inside a conflict the whole of mine is taken
                QVERIFY2(at(after, path) == (isMine ? at(one, path) : at(two, path)), (std::to_string(seed) + " " + path).c_str());
            }
        }
        QVERIFY(clean > 500);
    }
};

ORRERY_APPLESS_TEST(ThreeWayMergeTest)
} // namespace three_way_merge_test
#include "three_way_merge_test.moc"
