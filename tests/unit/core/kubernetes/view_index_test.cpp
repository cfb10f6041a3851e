// SPDX-License-Identifier: Apache-2.0
#include "core/kubernetes/core/v1/config_map.h"
#include "core/kubernetes/view_index.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <random>

namespace view_index_test {

using namespace kube;

namespace {

/// JSON without its quotes, in which moc would lose its way.
std::string json(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

class RandomJson
{
public:
    explicit RandomJson(unsigned seed) : m_random(seed) {}

    std::string document() { return ' ' + container('{', '}', 4) + ' '; }
    JsonPath path()
    {
        JsonPath path{std::string(name())};
        for (unsigned i = below(4); i > 0; --i) {
            if (below(2) == 0)
                path.emplace_back(std::size_t(below(3)));
            else
                path.emplace_back(std::string(name()));
        }
        return path;
    }

private:
    static constexpr const char *names[] = {"a", "b", "c/d", "e\"f", "g"};
    static constexpr const char *spellings[] = {"a", "b", "c\\/d", "e\\\"f", "\\u0067"};

    const char *name() { return names[below(std::size(names))]; }
    std::string value(int depth)
    {
        switch (below(depth > 0 ? 8 : 5)) {
        case 0: return "null";
        case 1: return std::to_string(below(1000)) + ".5e1";
        case 2: return json("'a } ] , \\' \\\\'");
        case 3: return "true";
        case 4: return json("''");
        case 5: case 6: return container('{', '}', depth);
        default: return container('[', ']', depth);
        }
    }
    unsigned below(std::size_t end) { return unsigned(m_random() % end); }
    std::string space() { return std::string(below(3), ' '); }
    std::string container(char open, char close, int depth)
    {
        std::string text(1, open);
        const unsigned count = below(7);
        for (unsigned i = 0; i < count; ++i) {
            text += space();
            if (open == '{')
                text += '"' + std::string(spellings[below(std::size(spellings))]) + '"' + space() + ':' + space();
            text += value(depth - 1) + space() + (i + 1 < count ? "," : "");
        }
        return text + space() + close;
    }

    std::mt19937 m_random;
};

} // namespace

class ViewIndexTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void itFindsWhatASearchThroughTheBytesFinds()
    {
        int found = 0;
        for (unsigned seed = 0; seed < 1000; ++seed) {
            RandomJson random(seed);
            const std::string document = random.document();
            ViewIndex index;
            for (int i = 0; i < 60; ++i) {
                const JsonPath path = random.path();
                const auto expected = findJson(document, path);
                const auto got = index.find(document, path);
                QVERIFY2(got == expected, qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(QString::fromStdString(document))));
                found += expected && !path.empty();
            }
        }
        QVERIFY(found > 1000); // else this has tried nothing
    }

    void anObjectIsWalkedThroughOnceHoweverOftenItIsRead()
    {
        std::string document = json("{'data':{");
        for (int i = 0; i < 20'000; ++i)
            document += json((i ? "," : "") + std::string("'k") + std::to_string(i) + "':'v" + std::to_string(i) + "'");
        document += "}}";
        ViewIndex index;
        for (int i = 0; i < 20'000; ++i) {
            const auto found = index.find(document, {std::string("data"), "k" + std::to_string(i)});
            QVERIFY(found && *found == json("'v" + std::to_string(i) + "'"));
        }
        QCOMPARE(index.walked(), std::size_t(2));
    }

    void aLargeObjectReadsAndWritesAsASmallOneDoes()
    {
        for (const std::size_t padding : {10, 300 * 1024}) {
            kube::core::v1::ConfigMap map;
            map.data()["pad"].set(std::string(padding, 'x'));
            for (int i = 0; i < 500; ++i)
                map.data()["k" + std::to_string(i)].set(std::to_string(i));
            for (int i = 0; i < 500; ++i)
                QCOMPARE(map.data()["k" + std::to_string(i)].value(), std::to_string(i));
            QCOMPARE(map.data().keys().size(), std::size_t(501));
            QCOMPARE(map.data()["pad"].value().size(), padding);
            QVERIFY(!map.data()["none"].exists());
            QVERIFY(!map.data()["none"].get());
            QVERIFY(!map.binaryData().exists());
            QCOMPARE(map.data()["none"].json(), std::string("null"));
            map.data()["k7"].set("changed");
            QCOMPARE(map.data()["k7"].value() + map.data()["k8"].value(), std::string("changed8"));
            map.data()["k7"].remove();
            QVERIFY(!map.data()["k7"].exists());
            QCOMPARE(map.data()["k499"].json(), json("'499'"));
            std::string seen;
            map.data().read([&](JsonValue data) {
                map.data()["k8"].set("written meanwhile");
                seen = std::string(data["k8"].string()) + ' ' + map.data()["k8"].value();
            });
            QCOMPARE(seen, std::string("8 written meanwhile"));
        }
    }
};

ORRERY_GUILESS_TEST(ViewIndexTest)
} // namespace view_index_test
#include "view_index_test.moc"
