// SPDX-License-Identifier: Apache-2.0
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/ui/models/test_rows.h"
#include "ui/base/table_roles.h"
#include "ui/models/resource_table_model.h"

#include <QAbstractItemModelTester>

#include <map>
#include <random>
#include <set>

namespace resource_table_model_test {

using namespace orrery;
using namespace orrery::test;

namespace {

/// The same rows kept the simple way.
class NaiveTable
{
public:
    void apply(const RowBatch &batch)
    {
        for (const RowChange &change : batch) {
            if (change.row)
                m_rows[change.slot] = change.row;
            else
                m_rows.erase(change.slot);
        }
    }
    [[nodiscard]] QStringList names(const RowSort &sort, const RowFilter &filter) const
    {
        std::vector<RowPtr> rows;
        for (const auto &[slot, row] : m_rows) {
            if (filter.matches(*row))
                rows.push_back(row);
        }
        std::sort(rows.begin(), rows.end(), [&](const RowPtr &a, const RowPtr &b) { return sort.isLess(*a, *b); });
        QStringList names;
        for (const RowPtr &row : rows)
            names.append(QString::fromStdString(std::string(row->uid())));
        return names;
    }
    [[nodiscard]] bool has(Slot slot) const { return m_rows.contains(slot); }
    [[nodiscard]] RowPtr at(Slot slot) const { return m_rows.contains(slot) ? m_rows.at(slot) : nullptr; }
    [[nodiscard]] std::size_t count() const { return m_rows.size(); }

private:
    std::map<Slot, RowPtr> m_rows;
};

QStringList uidsOf(const ResourceTableModel &model)
{
    QStringList uids;
    for (int row = 0; row < model.rowCount(); ++row)
        uids.append(model.index(row, 0).data(IdentityRole).toString());
    return uids;
}

} // namespace

class ResourceTableModelTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<kube::test::ManualTime> m_gui = std::make_shared<kube::test::ManualTime>();
    std::shared_ptr<kube::test::ManualTime> m_background = std::make_shared<kube::test::ManualTime>();

    [[nodiscard]] std::unique_ptr<ResourceTableModel> makeModel(std::size_t computeHereBelow = 4096)
    {
        ResourceTableModel::Environment environment;
        environment.gui = m_gui;
        environment.background = m_background;
        environment.computeHereBelow = computeHereBelow;
        return std::make_unique<ResourceTableModel>(simpleColumns(), environment);
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void rowsAreInTheNaturalOrderOfTheirNames()
    {
        const auto model = makeModel();
        QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        model->apply({{0, simpleRow("pod-10", "c", "x", 1)}, {1, simpleRow("pod-9", "b", "x", 1)}, {2, simpleRow("Pod-1", "a", "x", 1)}});
        QCOMPARE(uidsOf(*model), strings({"a", "b", "c"}));
        QCOMPARE(model->index(1, 1).data().toString(), QStringLiteral("pod-9"));
        QCOMPARE(model->objectCount(), 3);
    }

    void anOrderComputedElsewhereSwapsInAndMeanwhileTheOldOneGoesOn()
    {
        const auto model = makeModel(0);
        QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        model->apply({{0, simpleRow("a", "a", "x", 3)}, {1, simpleRow("b", "b", "x", 2)}, {2, simpleRow("c", "c", "x", 1)}});
        model->sort(3, Qt::AscendingOrder);
        QVERIFY(model->isOrdering());
        QCOMPARE(uidsOf(*model), strings({"a", "b", "c"}));
        // Changes between the snapshot and its result are not lost.
        model->apply({{1, nullptr}, {3, simpleRow("d", "d", "x", 2)}, {0, simpleRow("a", "a", "x", 0)}});
        QCOMPARE(uidsOf(*model), strings({"a", "c", "d"}));
        m_background->run();
        m_gui->run();
        QVERIFY(!model->isOrdering());
        QCOMPARE(uidsOf(*model), strings({"a", "c", "d"}));
        model->apply({{0, simpleRow("a", "a", "x", 9)}});
        QCOMPARE(uidsOf(*model), strings({"c", "d", "a"}));
    }

    void aResultThatCameTooLateIsDropped()
    {
        const auto model = makeModel(0);
        model->apply({{0, simpleRow("a", "a", "red", 3)}, {1, simpleRow("b", "b", "blue", 2)}});
        m_background->run();
        model->setFilterText(QStringLiteral("red"));
        model->setFilterText(QStringLiteral("blue"));
        QSignalSpy ordered(model.get(), &ResourceTableModel::orderChanged);
        m_background->run();
        m_gui->run();
        QCOMPARE(ordered.count(), 1);
        QCOMPARE(uidsOf(*model), strings({"b"}));
        QCOMPARE(model->objectCount(), 2);
    }

    void aModelThatGoesWhileItsOrderIsComputedHearsNoMore()
    {
        auto model = makeModel(0);
        model->apply({{0, simpleRow("a", "a", "red", 3)}});
        model->sort(1, Qt::DescendingOrder);
        m_background->run();
        model.reset();
        m_gui->run();
        m_background->run();
    }

    void persistentIndexesFollowTheirObject()
    {
        const auto model = makeModel();
        QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        model->apply({{0, simpleRow("a", "a", "x", 1)}, {1, simpleRow("b", "b", "x", 2)}, {2, simpleRow("c", "c", "x", 3)}});
        const QPersistentModelIndex b(model->index(1, 2));
        model->sort(3, Qt::DescendingOrder);
        model->apply({{1, simpleRow("b", "b", "y", 0)}});
        QCOMPARE(b.row(), 2);
        QCOMPARE(b.column(), 2);
        QCOMPARE(b.data().toString(), QStringLiteral("y"));
        model->setFilterText(QStringLiteral("word:y"));
        QCOMPARE(b.row(), 0);
        model->setFilterText(QStringLiteral("word:x"));
        QVERIFY(!b.isValid());
    }

    void anotherObjectOfTheSameNameIsAnotherRow()
    {
        const auto model = makeModel();
        model->apply({{0, simpleRow("a", "first", "x", 1)}});
        const QPersistentModelIndex first(model->index(0, 0));
        model->apply({{0, simpleRow("a", "second", "x", 1)}});
        QVERIFY(!first.isValid());
        QCOMPARE(uidsOf(*model), strings({"second"}));
    }

    void aChangedCellSaysWhen()
    {
        const auto model = makeModel();
        model->apply({{0, simpleRow("a", "a", "x", 1), true}});
        QVERIFY(!model->index(0, 2).data(ChangedAtRole).isValid());
        model->apply({{0, simpleRow("a", "a", "y", 1)}});
        QVERIFY(model->index(0, 2).data(ChangedAtRole).toLongLong() > 0);
        QVERIFY(!model->index(0, 3).data(ChangedAtRole).isValid());
    }

    void anUpdateThatMovesNothingIsToldAsItsCellsAlone()
    {
        const auto model = makeModel();
        model->apply({{0, simpleRow("a", "a", "x", 1)}, {1, simpleRow("b", "b", "x", 1)}, {2, simpleRow("c", "c", "x", 1)}});
        QSignalSpy changed(model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy layouts(model.get(), &QAbstractItemModel::layoutChanged);
        model->apply({{2, simpleRow("c", "c", "y", 1)}, {1, simpleRow("b", "b", "y", 1)}});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex(), model->index(1, 2));
        QCOMPARE(changed[0][1].toModelIndex(), model->index(2, 2));
        QCOMPARE(layouts.count(), 0);
    }

    void workOnTheGuiThreadGrowsWithTheChangesNotTheRows()
    {
        constexpr std::size_t rows = 20'000;
        const auto model = makeModel();
        RowBatch all;
        for (std::size_t i = 0; i < rows; ++i)
            all.push_back({static_cast<Slot>(i), simpleRow("pod-" + std::to_string(i), std::to_string(i), "x", std::int64_t(i)), true});
        model->apply(std::move(all));
        QCOMPARE(model->rowCount(), int(rows));
        const std::uint64_t log2Rows = 16;

        const auto comparisonsOf = [&](auto work) {
            const std::uint64_t before = model->comparisons();
            work();
            return model->comparisons() - before;
        };
        RowBatch updates;
        for (std::size_t i = 0; i < 1000; ++i)
            updates.push_back({static_cast<Slot>(i * 17), simpleRow("pod-" + std::to_string(i * 17), std::to_string(i * 17), "y", 0)});
        QVERIFY(comparisonsOf([&] { model->apply(std::move(updates)); }) <= 1000 * 2 * log2Rows);

        RowBatch inserts;
        for (std::size_t i = 0; i < 1000; ++i)
            inserts.push_back({static_cast<Slot>(rows + i), simpleRow("new-" + std::to_string(i * 7919 % 1000), std::to_string(i) + "n", "y", 0)});
        QVERIFY(comparisonsOf([&] { model->apply(std::move(inserts)); }) <= 1000 * 3 * log2Rows);

        RowBatch removals;
        for (std::size_t i = 0; i < 1000; ++i)
            removals.push_back({static_cast<Slot>(i * 19), nullptr});
        QVERIFY(comparisonsOf([&] { model->apply(std::move(removals)); }) <= 1000 * 3 * log2Rows);

        // A sort compares nothing here but for what changed meanwhile.
        const QPersistentModelIndex kept(model->index(5, 0));
        QCOMPARE(comparisonsOf([&] { model->sort(3, Qt::DescendingOrder); }), std::uint64_t(0));
        m_background->run();
        QVERIFY(comparisonsOf([&] { m_gui->run(); }) <= log2Rows);
        QVERIFY(kept.isValid());
    }

    void itAgreesWithANaiveTableUnderRandomChanges_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 12; ++seed)
            QTest::newRow(qPrintable(QStringLiteral("seed %1").arg(seed))) << seed;
    }
    void itAgreesWithANaiveTableUnderRandomChanges()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const auto below = [&](unsigned n) { return n == 0 ? 0 : random() % n; };
        const auto model = makeModel(seed % 2 == 0 ? 0 : 4096);
        QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        NaiveTable naive;
        RowSort sort;
        QString filter;
        std::map<QString, QPersistentModelIndex> held;
        unsigned uids = 0;
        static const char *const words[] = {"red", "green", "blue"};
        for (int step = 0; step < 60; ++step) {
            switch (below(8)) {
            case 0: {
                const int column = int(below(5)) - 1;
                const auto order = below(2) ? Qt::AscendingOrder : Qt::DescendingOrder;
                sort = column < 0 ? RowSort() : RowSort{column, simpleColumns()->columns[std::size_t(column)].type, order};
                model->sort(column, order);
                break;
            }
            case 1:
                filter = below(2) ? QString() : QString::fromLatin1(words[below(3)]);
                model->setFilterText(filter);
                break;
            default: {
                RowBatch batch;
                const unsigned size = below(4) == 0 ? 200 : 1 + below(12);
                std::set<Slot> used;
                for (unsigned i = 0; i < size; ++i) {
                    const Slot slot = below(300);
                    if (!used.insert(slot).second)
                        continue;
                    const RowPtr before = naive.at(slot);
                    if (before && below(4) == 0) {
                        batch.push_back({slot, nullptr});
                    } else {
                        const bool same = before && below(6) != 0;
                        const std::string name = same ? std::string(before->name()) : "pod-" + std::to_string(below(1000));
                        const std::string uid = same ? std::string(before->uid()) : std::to_string(++uids) + "u";
                        batch.push_back({slot, simpleRow(name, uid, words[below(3)], below(50), same ? before->namespaceName() : below(2) ? "a" : "b")});
                    }
                }
                naive.apply(batch);
                model->apply(std::move(batch));
            }
            }
            if (below(3) != 0) {
                m_background->run();
                m_gui->run();
            }
            if (!model->isOrdering()) {
                const RowFilter parsed = RowFilter::parse(filter, *simpleColumns(), {});
                QCOMPARE(uidsOf(*model), naive.names(sort, parsed));
            }
            QCOMPARE(std::size_t(model->objectCount()), naive.count());
            for (const auto &[uid, index] : held) {
                if (index.isValid())
                    QCOMPARE(index.data(IdentityRole).toString(), uid);
            }
            held.clear();
            for (int i = 0; i < 5 && model->rowCount() > 0; ++i) {
                const QModelIndex index = model->index(int(below(unsigned(model->rowCount()))), int(below(4)));
                held[index.data(IdentityRole).toString()] = index;
            }
        }
    }
};

ORRERY_GUILESS_TEST(ResourceTableModelTest)
} // namespace resource_table_model_test
#include "resource_table_model_test.moc"
