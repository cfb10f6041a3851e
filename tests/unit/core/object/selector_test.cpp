// SPDX-License-Identifier: Apache-2.0
#include "core/object/selector.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace selector_test {

using namespace kube;

class SelectorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }
    void selectorsArePrintedAsTheyAreRead_data();
    void selectorsArePrintedAsTheyAreRead();
    void malformedSelectorsSayWhereAndWhat_data();
    void malformedSelectorsSayWhereAndWhat();
    void labelsMatchAsTheApiMatchesThem_data();
    void labelsMatchAsTheApiMatchesThem();
    void theEmptySelectorMatchesEverything();
};

void SelectorTest::selectorsArePrintedAsTheyAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("printed");
    const auto row = [](const char *text, const char *printed) { QTest::newRow(text) << QByteArray(text) << QByteArray(printed); };
    row("app=web", "app=web");
    row("app==web", "app=web");
    row(" app = web , tier != front ", "app=web,tier!=front");
    row("app", "app");
    row("!app", "!app");
    row("! app,x", "!app,x");
    row("app in (a,b)", "app in (a,b)");
    row("app in(b,a,b)", "app in (b,a)");
    row("app notin ( a )", "app notin (a)");
    row("app in (a,)", "app in (a,)");
    row("app in (,a)", "app in (,a)");
    row("app in (in,notin)", "app in (in,notin)");
    row("app notin (,)", "app notin (,)");
    row("app in (,,a)", "app in (,a)");
    row("in", "in");
    row("in=web,!notin", "in=web,!notin");
    row("in in (in)", "in in (in)");
    row("app=in", "app=in");
    row("app=", "app=");
    row("app!=,b", "app!=,b");
    row("n>5,n<10", "n>5,n<10");
    row("example.com/app=web-1.2_3", "example.com/app=web-1.2_3");
}

void SelectorTest::selectorsArePrintedAsTheyAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, printed);
    const auto selector = LabelSelector::parse(text.toStdString());
    QVERIFY_RESULT(selector);
    QCOMPARE(selector->toString(), printed.toStdString());
    const auto again = LabelSelector::parse(selector->toString());
    QVERIFY_RESULT(again);
    QCOMPARE(again->toString(), selector->toString());
}

void SelectorTest::malformedSelectorsSayWhereAndWhat_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("word");
    const auto row = [](const char *text, const char *place, const char *word) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(place) << QByteArray(word);
    };
    row(",", "column 1", "label key");
    row("a,", "column 3", "label key");
    row("a,,b", "column 3", "label key");
    row("=a", "column 1", "label key");
    row("a b", "column 3", "operator");
    row("a=b c", "column 5", "or the end");
    row("!a=b", "column 3", "or the end");
    row("!", "column 2", "label key");
    row("a in", "column 5", "(");
    row("a in b", "column 6", "(");
    row("a in ()", "column 7", "label value");
    row("a in (b", "column 8", ")");
    row("a in (b c)", "column 9", ")");
    row("a in (b))", "column 9", "or the end");
    row("a=(", "column 3", "label value");
    row("a===b", "column 4", "label value");
    row("a>x", "column 3", "integer");
    row("a>", "column 3", "integer");
    row("a>-5", "column 3", "label value"); // no label value begins with a dash
    row("a>99999999999999999999", "column 3", "integer");
    row("-a=b", "column 1", "label key");
    row("a=b-", "column 3", "label value");
    row("a=b/c", "column 3", "label value");
    row("/a", "column 1", "label key");
    row("a/", "column 1", "label key");
    row("A.com/a", "column 1", "label key");
    row("a..b/c", "column 1", "label key");
    row("a/b/c", "column 1", "label key");
    row("\xc3\xa4=b", "column 1", "label key");
    QTest::newRow("long value") << QByteArray("a=" + QByteArray(64, 'x')) << QByteArray("column 3") << QByteArray("63");
    QTest::newRow("long key") << QByteArray(64, 'x') << QByteArray("column 1") << QByteArray("label key");
}

void SelectorTest::malformedSelectorsSayWhereAndWhat()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, place);
    QFETCH(QByteArray, word);
    const auto selector = LabelSelector::parse(text.toStdString());
    QVERIFY(!selector);
    QVERIFY(selector.error().is(ErrorKind::BadInput));
    QCOMPARE(selector.error().place, QString::fromLatin1(place));
    QVERIFY2(selector.error().message.contains(QString::fromLatin1(word)), qPrintable(selector.error().message));
}

void SelectorTest::labelsMatchAsTheApiMatchesThem_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *text, bool matches) { QTest::newRow(text) << QByteArray(text) << matches; };
    // against app=web,n=7,empty=
    row("app=web", true);
    row("app=other", false);
    row("none=web", false);
    row("app!=other", true);
    row("app!=web", false);
    row("none!=web", true);
    row("app in (a,web)", true);
    row("app in (a,b)", false);
    row("none in (a)", false);
    row("none in (,)", false);
    row("app notin (a)", true);
    row("app notin (web)", false);
    row("none notin (a)", true);
    row("app", true);
    row("none", false);
    row("!none", true);
    row("!app", false);
    row("empty=", true);
    row("empty in (,x)", true);
    row("app=", false);
    row("n>6", true);
    row("n>7", false);
    row("n<8", true);
    row("n<7", false);
    row("app>1", false);
    row("none<1", false);
    row("app=web,n>6,!none", true);
    row("app=web,n>7", false);
}

void SelectorTest::labelsMatchAsTheApiMatchesThem()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, matches);
    const auto selector = LabelSelector::parse(text.toStdString());
    QVERIFY_RESULT(selector);
    QCOMPARE(selector->matches({{"app", "web"}, {"n", "7"}, {"empty", ""}}), matches);
}

void SelectorTest::theEmptySelectorMatchesEverything()
{
    for (const char *text : {"", "  "}) {
        const auto selector = LabelSelector::parse(text);
        QVERIFY_RESULT(selector);
        QVERIFY(selector->isEmpty());
        QVERIFY(selector->matches({}));
        QCOMPARE(selector->toString(), std::string());
    }
}

ORRERY_GUILESS_TEST(SelectorTest)
} // namespace selector_test
#include "selector_test.moc"
