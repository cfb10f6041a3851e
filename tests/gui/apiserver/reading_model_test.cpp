// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/apiserver/reading_model.h"

#include <QAbstractItemModelTester>

namespace reading_model_test {

using namespace orrery;

namespace {

ReadingRow row(const char *id, double value)
{
    return {QString::fromLatin1(id), {{QString::fromLatin1(id)}, {QString::number(value), value}}};
}

} // namespace

class ReadingModelTest : public QObject
{
    Q_OBJECT

    static QString idsOf(const ReadingModel &model)
    {
        QStringList ids;
        for (const ReadingRow &row : model.rows())
            ids << row.id;
        return ids.join(QLatin1Char(' '));
    }
    static ReadingModel *makeModel(QObject *parent)
    {
        auto *model = new ReadingModel({{QStringLiteral("Name"), QStringLiteral("name")}, {QStringLiteral("Value"), QStringLiteral("value"), ReadingModel::Align::Number}}, parent);
        new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest, model);
        return model;
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void rowsStandAsTheyAreGivenUntilAColumnIsChosen()
    {
        QObject owner;
        ReadingModel *model = makeModel(&owner);
        model->setRows({row("b", 2), row("a", 10), row("c", 1)});
        QCOMPARE(idsOf(*model), QStringLiteral("b a c"));
        model->sort(1, Qt::DescendingOrder);
        QCOMPARE(idsOf(*model), QStringLiteral("a b c"));
        model->setRows({row("b", 20), row("a", 10), row("c", 1)});
        QCOMPARE(idsOf(*model), QStringLiteral("b a c"));
        model->sort(-1, Qt::AscendingOrder);
        QCOMPARE(idsOf(*model), QStringLiteral("b a c"));
    }

    void aRowKeepsItsPlaceInTheViewWhileOthersComeAndGo()
    {
        QObject owner;
        ReadingModel *model = makeModel(&owner);
        model->setRows({row("a", 1), row("b", 2), row("c", 3)});
        const QPersistentModelIndex b = model->index(1, 0);
        const QPersistentModelIndex a = model->index(0, 0);
        model->setRows({row("d", 4), row("c", 3), row("b", 5)});
        QCOMPARE(idsOf(*model), QStringLiteral("d c b"));
        QCOMPARE(b.row(), 2);
        QVERIFY(!a.isValid());
        QCOMPARE(model->rowOf(QStringLiteral("c")), 1);
        QCOMPARE(model->rowOf(QStringLiteral("a")), -1);
    }

    void onlyWhatHasChangedIsTold()
    {
        QObject owner;
        ReadingModel *model = makeModel(&owner);
        model->setRows({row("a", 1), row("b", 2)});
        QSignalSpy changed(model, &QAbstractItemModel::dataChanged);
        model->setRows({row("a", 1), row("b", 3)});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
    }
};

ORRERY_TEST(ReadingModelTest)
} // namespace reading_model_test
#include "reading_model_test.moc"
