// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/ui/models/test_rows.h"
#include "ui/models/natural_compare.h"
#include "ui/models/row_filter.h"
#include "ui/models/row_order.h"

namespace row_test {

using namespace orrery;
using namespace orrery::test;
using namespace std::chrono_literals;

namespace {

const kube::WallTime now{1'800'000'000s};

ColumnSet timedColumns()
{
    ColumnSet set;
    const std::pair<const char *, CellType> columns[] = {{"NAME", CellType::Text},       {"RESTARTS", CellType::NumberAgo},
                                                         {"AGE", CellType::Age},         {"DURATION", CellType::Elapsed},
                                                         {"CAPACITY", CellType::Quantity}, {"UP-TO-DATE", CellType::Number}};
    for (const auto &[title, type] : columns) {
        Column column;
        column.title = QString::fromLatin1(title);
        column.type = type;
        set.columns.push_back(column);
    }
    return set;
}

struct Timed {
    std::int64_t restarts = 0;
    std::optional<kube::WallTime> last;
    std::optional<kube::WallTime> born;
    std::optional<kube::WallTime> start;
    std::optional<kube::WallTime> end;
    std::string capacity;
    std::int64_t number = 0;
};

RowPtr timedRow(const std::string &name, const Timed &timed)
{
    RowBuilder builder;
    builder.begin("", name, "uid-" + name);
    builder.name();
    builder.numberAgo(timed.restarts, timed.last);
    builder.age(timed.born);
    builder.elapsed(timed.start, timed.end);
    builder.quantity(timed.capacity);
    builder.number(timed.number);
    return builder.finish(6);
}

} // namespace

class RowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aRowKeepsItsKeyUidAndCells()
    {
        const RowPtr row = simpleRow("web-1", "1234", "Running", 5, "shop");
        QCOMPARE(row->key(), (kube::ObjectKey{"shop", "web-1"}));
        QVERIFY(row->uid() == "1234");
        QVERIFY(row->cell(0) == "shop");
        QVERIFY(row->cell(1) == "web-1");
        QVERIFY(row->cell(2) == "Running");
        QVERIFY(row->cell(3) == "5");
        QCOMPARE(row->value(3), CellValue(5));
        QVERIFY(row->cell(4).empty());
        QCOMPARE(row->value(-1), noValue);
        QVERIFY(row->searchText(true) == "shop\x1fweb-1\x1fRunning\x1f" "5");
        QVERIFY(row->searchText(false) == "web-1\x1fRunning\x1f" "5");
    }

    void lineBreaksAndEndlessTextsAreTamed()
    {
        RowBuilder builder;
        builder.begin("", "a", "u");
        builder.text("one\ntwo\x1fthree");
        std::string endless;
        for (int i = 0; i < 5000; ++i)
            endless += "\xC3\xA4";
        builder.text(endless);
        const RowPtr row = builder.finish(2);
        QVERIFY(row->cell(0) == "one two three");
        QVERIFY(row->cell(1).size() <= RowBuilder::maxCellBytes + 3);
        QVERIFY(QString::fromUtf8(row->cell(1).data(), qsizetype(row->cell(1).size())).endsWith(QChar(0x2026)));
        QVERIFY(!QString::fromUtf8(row->cell(1).data(), qsizetype(row->cell(1).size())).contains(QChar::ReplacementCharacter));
    }

    void timesAreReadWhenLookedAt()
    {
        const RowPtr row = timedRow("a", {7, now - 5min, now - 3h, now - 90s, std::nullopt, "10Gi", 0});
        QCOMPARE(cellText(*row, 1, CellType::NumberAgo, now), QStringLiteral("7 (5m ago)"));
        QCOMPARE(cellText(*row, 1, CellType::NumberAgo, now + 5min), QStringLiteral("7 (10m ago)"));
        QCOMPARE(cellText(*row, 2, CellType::Age, now), QStringLiteral("3h"));
        QCOMPARE(cellText(*row, 3, CellType::Elapsed, now), QStringLiteral("90s"));
        const RowPtr other = timedRow("b", {0, std::nullopt, std::nullopt, now - 90s, now - 30s, "", 0});
        QCOMPARE(cellText(*other, 1, CellType::NumberAgo, now), QStringLiteral("0"));
        QCOMPARE(cellText(*other, 2, CellType::Age, now), QStringLiteral("<unknown>"));
        QCOMPARE(cellText(*other, 3, CellType::Elapsed, now), QStringLiteral("60s"));
        QCOMPARE(cellText(*timedRow("c", {}), 3, CellType::Elapsed, now), QString());
    }

    void columnsSortByWhatTheyMean_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<CellType>("type");
        QTest::addColumn<QString>("ascending");
        QTest::addColumn<QString>("descending");
        QTest::newRow("restarts") << 1 << CellType::NumberAgo << QStringLiteral("cba") << QStringLiteral("abc");
        QTest::newRow("age, youngest first, unknown last") << 2 << CellType::Age << QStringLiteral("bac") << QStringLiteral("abc");
        QTest::newRow("duration, running after finished") << 3 << CellType::Elapsed << QStringLiteral("abc") << QStringLiteral("bac");
        QTest::newRow("quantity") << 4 << CellType::Quantity << QStringLiteral("bac") << QStringLiteral("abc");
        QTest::newRow("number") << 5 << CellType::Number << QStringLiteral("bac") << QStringLiteral("cab");
    }
    void columnsSortByWhatTheyMean()
    {
        QFETCH(int, column);
        QFETCH(CellType, type);
        QFETCH(QString, ascending);
        QFETCH(QString, descending);
        const std::vector<RowPtr> rows = {timedRow("a", {100, now, now - 1h, now - 2h, now - 1h, "1Gi", 20}),
                                          timedRow("b", {20, now, now - 1min, now - 10s, std::nullopt, "900Mi", 3}),
                                          timedRow("c", {3, std::nullopt, std::nullopt, std::nullopt, std::nullopt, "", 100})};
        const auto sorted = [&](Qt::SortOrder order) {
            auto copy = rows;
            const RowSort sort{column, type, order};
            std::sort(copy.begin(), copy.end(), [&](const RowPtr &left, const RowPtr &right) { return sort.isLess(*left, *right); });
            QString names;
            for (const RowPtr &row : copy)
                names.append(QString::fromStdString(std::string(row->name())));
            return names;
        };
        QCOMPARE(sorted(Qt::AscendingOrder), ascending);
        QCOMPARE(sorted(Qt::DescendingOrder), descending);
    }

    void namesAreComparedNaturally()
    {
        QVERIFY(naturalCompare("pod-2", "pod-10") < 0);
        QVERIFY(naturalCompare("pod-10", "pod-9") > 0);
        QVERIFY(naturalCompare("a", "B") < 0);
        QVERIFY(naturalCompare("v1.9", "v1.10") < 0);
        QVERIFY(naturalCompare("a", "a1") < 0);
        QCOMPARE(naturalCompare("x07", "x07"), 0);
        QVERIFY(naturalCompare("x7", "x07") != 0);
        QCOMPARE(naturalCompare("x7", "x07"), -naturalCompare("x07", "x7"));
        QVERIFY(naturalCompare("10.0.0.9", "10.0.0.10") < 0);
        QVERIFY(naturalCompare("99999999999999999999998", "99999999999999999999999") < 0);
    }

    void filterWords_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *filter, bool matches) { QTest::newRow(filter) << QString::fromUtf8(filter) << matches; };
        row("", true);
        row("web", true);
        row("WEB run", true);
        row("web stop", false);
        row("!stop", true);
        row("!run", false);
        row("word:unn", true);
        row("name:unn", false);
        row("word=running", true);
        row("word=run", false);
        row("word!=Running", false);
        row("count>4", true);
        row("count>5", false);
        row("count>=5", true);
        row("count<6", true);
        row("co<6", true);
        row("\"web-1\x1frun\"", true); // only a person who types a control character gets across cells
        row("shop", true);
        row("nginx:1.27", false);
        row("na:web", false); // NAME or NAMESPACE: no column, so a word
        row("count>many", false);
    }
    void filterWords()
    {
        QFETCH(QString, filter);
        QFETCH(bool, matches);
        const RowPtr row = simpleRow("web-1", "1", "Running", 5, "shop");
        QCOMPARE(RowFilter::parse(filter, *simpleColumns(), now).matches(*row), matches);
    }

    void theNamespaceIsSearchedOnlyWhenItIsShown()
    {
        RowFilter filter = RowFilter::parse(QStringLiteral("shop"), *simpleColumns(), now);
        const RowPtr row = simpleRow("web-1", "1", "Running", 5, "shop");
        QVERIFY(filter.matches(*row));
        filter.setSearchesNamespace(false);
        QVERIFY(!filter.matches(*row));
    }

    void filtersCompareAgesQuantitiesAndRestarts()
    {
        const RowPtr row = timedRow("a", {7, now - 5min, now - 3h, std::nullopt, std::nullopt, "10Gi", 3});
        const RowPtr fresh = timedRow("b", {7, std::nullopt, now - 3min, std::nullopt, std::nullopt, "1Gi", 3});
        const auto matches = [&](const char *text, const RowPtr &of) {
            return RowFilter::parse(QString::fromLatin1(text), timedColumns(), now).matches(*of);
        };
        QVERIFY(matches("age>1h", row));
        QVERIFY(!matches("age<1h", row));
        QVERIFY(matches("age<1h", fresh));
        QVERIFY(matches("age<1h30m", fresh));
        QVERIFY(matches("restarts>6", row));
        QVERIFY(matches("restarts>6", fresh));
        QVERIFY(!matches("restarts>7", fresh));
        QVERIFY(matches("capacity>5Gi", row));
        QVERIFY(!matches("capacity>5Gi", fresh));
        QVERIFY(RowFilter::parse(QStringLiteral("age<1h"), timedColumns(), now).isTimed());
    }

    void whatIsWrongWithAWordIsTold()
    {
        using Kind = RowFilter::Problem::Kind;
        const auto problem = [](const char *text) { return RowFilter::parse(QString::fromLatin1(text), *simpleColumns(), now).problem(); };
        QCOMPARE(problem("web foo=bar")->kind, Kind::NoSuchColumn);
        QCOMPARE(problem("foo=bar")->word, QStringLiteral("foo=bar"));
        QCOMPARE(problem("foo=bar")->columns.join(QLatin1Char(' ')), QStringLiteral("namespace name word count"));
        QCOMPARE(problem("na>3")->kind, Kind::NoSuchColumn); // NAME or NAMESPACE
        QCOMPARE(problem("count>many")->kind, Kind::NoNumber);
        QCOMPARE(problem("count>many")->value, QStringLiteral("many"));
        QCOMPARE(problem("word=")->kind, Kind::NothingToCompare);
        QCOMPARE(problem("count>")->kind, Kind::NothingToCompare);
        QCOMPARE(problem("word>b")->kind, Kind::NotComparable);
        QCOMPARE(RowFilter::parse(QStringLiteral("age<soon"), timedColumns(), now).problem()->kind, Kind::NoDuration);
        QCOMPARE(RowFilter::parse(QStringLiteral("capacity>lots"), timedColumns(), now).problem()->kind, Kind::NoQuantity);
        for (const char *right : {"web", "nginx:1.27", "word=run", "count>3", "word!=run", "!web", ""})
            QVERIFY2(!problem(right), right);
    }

    void lettersOutsideAsciiAreFoundWithoutCaseToo()
    {
        QVERIFY(containsFolded("Grüße", "grü"));
        QVERIFY(containsFolded("GRÜSSE", "grü"));
        QVERIFY(!containsFolded("Gruss", "grü"));
    }

    void aPodsRowIsCompact()
    {
        const auto columns = columnsFor(resourceInfo("", "v1", "pods"));
        RowBuilder builder;
        builder.begin("payments-production", "checkout-7c9f5d6b84-x2kqp", "8c0bb2f2-63ff-4b8d-a2a7-6d6a3f3a7b10");
        builder.namespaceName();
        builder.name();
        for (const char *text : {"1/1", "Running", "0", "", "10.128.2.171", "worker-12.example.internal", "<none>", "<none>"})
            builder.text(text);
        const RowPtr row = builder.finish(int(columns->columns.size()));
        QVERIFY2(row->heldBytes() <= 400, qPrintable(QString::number(row->heldBytes())));
    }
};

ORRERY_GUILESS_TEST(RowTest)
} // namespace row_test
#include "row_test.moc"
