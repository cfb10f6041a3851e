// SPDX-License-Identifier: Apache-2.0
#include "core/object/json.h"
#include "core/object/json_edit.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <algorithm>
#include <random>

namespace json_edit_test {

using namespace kube;

namespace {

constexpr std::size_t first = 0;

/// Bytes that a parser would not give back as they are: spaces, escapes, spellings of numbers, a name with an escape.
const std::string document = R"({ "a" : 1.0, "b":{"x":"<","y" : [10, 2e1 ,"s"], "n":null},
  "kA":"}{",
  "e":{}, "l":[ ] })";

// Without \" in a raw string, and not within a macro: moc loses its way.
const std::string quoted = "a\"b";
const std::string withQuoted = "{\"a\\\"b\":1}";
const std::string tricky = "{\"x\":[1,\"\\\"]\"]}";
const std::string braces = "\"}{\"";

} // namespace

class JsonEditTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aValueIsFoundAsItsBytes()
    {
        QCOMPARE(findJson(document, {"a"}), std::optional<std::string_view>("1.0"));
        QCOMPARE(findJson(document, {"b", "y", std::size_t(1)}), std::optional<std::string_view>("2e1"));
        QCOMPARE(findJson(document, {"kA"}), std::optional<std::string_view>(braces));
        QCOMPARE(findJson(document, {"l"}), std::optional<std::string_view>("[ ]"));
        QCOMPARE(findJson(document, {}), std::optional<std::string_view>(document));
        QVERIFY(!findJson(document, {"b", "z"}));
        QVERIFY(!findJson(document, {"a", "z"}));
        QVERIFY(!findJson(document, {"b", "y", std::size_t(3)}));
        QVERIFY(!findJson(document, {"b", first}));
    }

    void aValueIsReplacedAndNothingElse()
    {
        std::string expected = document;
        expected.replace(expected.find("2e1"), 3, "3");
        QCOMPARE(withJson(document, {"b", "y", std::size_t(1)}, "3"), expected);
        QCOMPARE(withJson("7", {}, "8"), std::string("8"));
    }

    void whatIsMissingIsMade()
    {
        QCOMPARE(withJson(R"({"a":1})", {"b"}, "2"), std::string(R"({"a":1,"b":2})"));
        QCOMPARE(withJson("{ }", {"a"}, "1"), std::string(R"({"a":1 })"));
        QCOMPARE(withJson(R"({"a": {} })", {"a", "b", "c", first, "d"}, "1"), std::string(R"({"a": {"b":{"c":[{"d":1}]}} })"));
        QCOMPARE(withJson("[1]", {std::size_t(9)}, "2"), std::string("[1,2]"));
        QCOMPARE(withJson("{}", {quoted}, "1"), withQuoted);
        QCOMPARE(findJson(withQuoted, {quoted}), std::optional<std::string_view>("1"));
    }

    void whatIsNeitherObjectNorArrayGivesWay()
    {
        QCOMPARE(withJson(R"({"a":null,"b":1})", {"a", "c"}, "2"), std::string(R"({"a":{"c":2},"b":1})"));
        QCOMPARE(withJson(R"({"a":{"x":1}})", {"a", first}, "2"), std::string(R"({"a":[2]})"));
    }

    void aMemberGoesWithItsComma()
    {
        const std::string json = R"({"a":1, "b":2 ,"c":3})";
        QCOMPARE(withoutJson(json, {"a"}), std::string(R"({"b":2 ,"c":3})"));
        QCOMPARE(withoutJson(json, {"b"}), std::string(R"({"a":1 ,"c":3})"));
        QCOMPARE(withoutJson(json, {"c"}), std::string(R"({"a":1, "b":2})"));
        QCOMPARE(withoutJson(R"({ "a":1 })", {"a"}), std::string("{  }"));
        QCOMPARE(withoutJson("[1, 2,3]", {first}), std::string("[2,3]"));
        QCOMPARE(withoutJson("[1, 2,3]", {std::size_t(1)}), std::string("[1,3]"));
        QCOMPARE(withoutJson(json, {"z"}), json);
        QCOMPARE(withoutJson(json, {"a", "z"}), json);
    }

    void ofARepeatedNameTheFirstCounts()
    {
        const std::string json = R"({"a":1,"a":2})";
        QCOMPARE(findJson(json, {"a"}), std::optional<std::string_view>("1"));
        QCOMPARE(withJson(json, {"a"}, "3"), std::string(R"({"a":3,"a":2})"));
    }

    /// After any change the document is valid and holds the value.
    void randomChangesKeepTheDocumentValid()
    {
        std::mt19937 random(7);
        const auto pick = [&](std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random); };
        const std::vector<std::string> names{"a", "b", "x", "y", "kA", "new"};
        std::string json = document;
        for (int round = 0; round < 5000; ++round) {
            JsonPath path;
            for (std::size_t depth = 1 + pick(3); depth > 0; --depth)
                path.push_back(pick(3) == 0 ? JsonStep(pick(3)) : JsonStep(names[pick(names.size())]));
            if (pick(3) == 0) {
                json = withoutJson(json, path);
            } else {
                const std::string value = pick(2) == 0 ? tricky : std::to_string(round);
                json = withJson(json, path, value);
                // An index past the end appends, so only names say where the value is now.
                if (std::all_of(path.begin(), path.end(), [](const JsonStep &step) { return std::holds_alternative<std::string>(step); }))
                    QCOMPARE(findJson(json, path).value_or("?"), std::string_view(value));
            }
            const auto parsed = JsonDocument::parse(json);
            QVERIFY2(parsed, json.c_str());
            if (json.size() > 20000)
                json = document;
        }
    }
};

ORRERY_GUILESS_TEST(JsonEditTest)
} // namespace json_edit_test
#include "json_edit_test.moc"
