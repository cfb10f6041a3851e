// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/base/table_roles.h"
#include "ui/base/tone.h"
#include "ui/widgets/change_fader.h"
#include "ui/widgets/orrery_style.h"
#include "ui/widgets/status_delegate.h"
#include "ui/widgets/table_columns.h"
#include "ui/widgets/table_view.h"

#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTimer>

#include <limits>

namespace table_view_test {
using namespace orrery;

class TableViewTest : public QObject
{
    Q_OBJECT
private:
    QStandardItemModel m_model;
    std::unique_ptr<TableView> m_view;

    void addRow(const QString &name, const QString &status, Tone tone, int restarts)
    {
        auto *state = new QStandardItem(status);
        state->setData(static_cast<int>(tone), ToneRole);
        auto *number = new QStandardItem(QString::number(restarts));
        number->setData(static_cast<int>(Qt::AlignRight), Qt::TextAlignmentRole);
        m_model.appendRow({new QStandardItem(name), state, number, new QStandardItem(QStringLiteral("w-12"))});
    }

private Q_SLOTS:
    void initTestCase()
    {
        kube::test::failOnWarnings();
        QApplication::setStyle(new OrreryStyle);
    }

    void init()
    {
        m_model.clear();
        m_model.setHorizontalHeaderLabels({QStringLiteral("Name"), QStringLiteral("Status"), QStringLiteral("Restarts"), QStringLiteral("Node")});
        const char *const ids[] = {"name", "status", "restarts", "node"};
        for (int i = 0; i < 4; ++i)
            m_model.setHeaderData(i, Qt::Horizontal, QString::fromLatin1(ids[i]), ColumnIdRole);
        m_model.setHeaderData(3, Qt::Horizontal, true, ColumnWideRole);
        m_model.setHeaderData(0, Qt::Horizontal, true, ColumnStretchRole);
        for (int i = 0; i < 50; ++i)
            addRow(QStringLiteral("web-%1").arg(i), QStringLiteral("Running"), Tone::Ready, i);
        m_view = std::make_unique<TableView>();
        m_view->resize(700, 400);
        m_view->setModel(&m_model);
        m_view->show();
    }
    void cleanup() { m_view.reset(); }

    void rowsHaveTheDensitysHeight()
    {
        QCOMPARE(m_view->rowHeight(0), 24);
        m_view->setDensity(Density::Compact);
        QCOMPARE(m_view->rowHeight(0), 20);
        m_view->setDensity(Density::Roomy);
        QCOMPARE(m_view->rowHeight(49), 28);
    }

    void wideColumnsAreHiddenUntilAskedFor()
    {
        QVERIFY(m_view->isColumnHidden(3));
        const QList<QAction *> actions = m_view->columns()->actions();
        QCOMPARE(actions.size(), 4);
        QCOMPARE(actions.at(3)->text(), QStringLiteral("Node"));
        QSignalSpy changed(m_view->columns(), &TableColumns::changed);
        actions.at(3)->setChecked(true);
        QVERIFY(!m_view->isColumnHidden(3));
        QCOMPARE(changed.count(), 1);
    }

    void theLastShownColumnCannotBeHidden()
    {
        m_view->setColumnHidden(1, true);
        m_view->setColumnHidden(2, true);
        QVERIFY(!m_view->columns()->actions().at(0)->isEnabled());
        QVERIFY(m_view->columns()->actions().at(1)->isEnabled());
    }

    void theStretchingColumnTakesWhatIsLeft()
    {
        QCOMPARE(m_view->horizontalHeader()->length(), m_view->viewport()->width());
    }

    void columnsAreSizedOnceAndNotByLaterRows()
    {
        const int before = m_view->columnWidth(1);
        addRow(QStringLiteral("x"), QStringLiteral("CreateContainerConfigError and more than that"), Tone::Failing, 1);
        QCOMPARE(m_view->columnWidth(1), before);
        m_view->columns()->sizeToSample();
        QVERIFY(m_view->columnWidth(1) > before);
    }

    void aColumnGrowsWithTheTextInViewWhileThereIsRoomAndNeverShrinks()
    {
        QCoreApplication::processEvents();
        const int before = m_view->columnWidth(1);
        m_model.item(49, 1)->setText(QStringLiteral("CreateContainerConfigError")); // out of view
        m_view->columns()->growToView();
        QCOMPARE(m_view->columnWidth(1), before);
        m_model.item(2, 1)->setText(QStringLiteral("CreateContainerConfigError"));
        m_view->columns()->growToView();
        const int grown = m_view->columnWidth(1);
        QVERIFY(grown > before);
        QCOMPARE(m_view->horizontalHeader()->length(), m_view->viewport()->width()); // out of what the stretching one has too much
        m_model.item(2, 1)->setText(QStringLiteral("x"));
        m_view->columns()->growToView();
        QCOMPARE(m_view->columnWidth(1), grown);
        m_model.item(2, 1)->setText(QString(300, QLatin1Char('x')));
        m_view->resize(grown + 250, 400);
        m_view->columns()->growToView();
        QCOMPARE(m_view->horizontalHeader()->length(), m_view->viewport()->width()); // not a pixel more than there is
    }

    void aWidthThatAPersonGaveStaysAndOnlyThat()
    {
        QCoreApplication::processEvents();
        m_view->setColumnWidth(1, 60);
        const int number = m_view->columnWidth(2);
        m_model.item(2, 1)->setText(QStringLiteral("CreateContainerConfigError"));
        m_model.item(2, 2)->setText(QStringLiteral("1234567890123456"));
        m_view->columns()->growToView();
        QCOMPARE(m_view->columnWidth(1), 60);
        QVERIFY(m_view->columnWidth(2) > number);
        QCOMPARE(m_view->columns()->save().mid(0, 3), QStringList({QStringLiteral("name:0"), QStringLiteral("status:60"), QStringLiteral("restarts:0")}));
    }

    void theColumnsComeToRestWhereverALongTextIs_data()
    {
        QTest::addColumn<bool>("underTheBar");
        QTest::newRow("out of view") << false;
        QTest::newRow("in the row that the horizontal bar would cover") << true;
    }

    void theColumnsComeToRestWhereverALongTextIs()
    {
        QFETCH(const bool, underTheBar);
        m_view->resize(450, 400);
        QCoreApplication::processEvents();
        const int bottom = m_view->rowAt(m_view->viewport()->height() - 4);
        m_model.item(underTheBar ? bottom : 40, 0)->setText(QString(50, QLatin1Char('x')));
        m_view->columns()->sizeToSample();
        QCoreApplication::processEvents();
        for (int i = 0; i < 3; ++i) {
            m_view->columns()->growToView();
            QCoreApplication::processEvents(); // the bar comes or goes, and the viewport is resized
        }
        QSignalSpy resized(m_view->horizontalHeader(), &QHeaderView::sectionResized);
        m_view->columns()->growToView();
        QCoreApplication::processEvents();
        QCOMPARE(resized.count(), 0);
    }

    void aHiddenColumnKeepsTheWidthThatAPersonGave()
    {
        m_view->setColumnWidth(1, 210);
        m_view->columns()->actions().at(1)->setChecked(false);
        const QStringList saved = m_view->columns()->save();
        QVERIFY2(saved.contains(QStringLiteral("-status:210")), qPrintable(saved.join(QLatin1Char(' '))));
        TableView other;
        other.columns()->restore(saved);
        other.setModel(&m_model);
        for (TableView *view : {m_view.get(), &other}) {
            QVERIFY(view->isColumnHidden(1));
            view->columns()->actions().at(1)->setChecked(true);
            QCOMPARE(view->columnWidth(1), 210);
        }
    }

    void columnsComeBackAsTheyWereSaved()
    {
        m_view->setColumnWidth(1, 210);
        m_view->setColumnHidden(2, true);
        m_view->horizontalHeader()->moveSection(1, 0);
        const QStringList saved = m_view->columns()->save();
        QCOMPARE(saved.at(0), QStringLiteral("status:210"));
        QVERIFY(saved.contains(QStringLiteral("-restarts:0")));
        TableView other;
        other.resize(700, 400);
        other.columns()->restore(saved);
        other.setModel(&m_model);
        QCOMPARE(other.columns()->save(), saved);
    }

    void savedNonsenseIsIgnored()
    {
        m_view->columns()->restore({QStringLiteral("nope:12"), QStringLiteral(":"), QStringLiteral("name:999999"), QString()});
        QVERIFY(m_view->columnWidth(0) <= 4000);
        QVERIFY(!m_view->isColumnHidden(1));
    }

    void theSelectionIsCopiedAsTabbedLinesInVisualOrder()
    {
        m_model.item(1, 1)->setData(QStringLiteral("Run\tning"), CopyRole);
        m_view->selectRow(3);
        m_view->selectionModel()->select(m_model.index(1, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        m_view->horizontalHeader()->moveSection(2, 0);
        QCOMPARE(m_view->selectionAsTsv(), QStringLiteral("1\tweb-1\tRun ning\n3\tweb-3\tRunning\n"));
        QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), m_view->selectionAsTsv());
    }

    void homeAndEndGoThroughTheRows()
    {
        m_view->setCurrentIndex(m_model.index(7, 1));
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(m_view->currentIndex().row(), 49);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->currentIndex().row(), 0);
    }

    void tabLeavesTheTable()
    {
        QVERIFY(!m_view->tabKeyNavigation());
    }

    void aTintFadesInSixSteps()
    {
        QCOMPARE(ChangeTint::stepAt(0, 5000), 0);
        QCOMPARE(ChangeTint::stepAt(1000, 1000), 6);
        QCOMPARE(ChangeTint::stepAt(1000, 1000 + 5 * ChangeTint::StepMsecs), 1);
        QCOMPARE(ChangeTint::stepAt(1000, 1000 + 6 * ChangeTint::StepMsecs), 0);
        QCOMPARE(ChangeTint::stepAt(2000, 1000), 0);
    }

    void theFaderRunsOnlyWhileSomethingInViewFades()
    {
        ChangeFader *fader = m_view->fader();
        fader->noteChange(48, 49, 10'000); // out of view
        QVERIFY(!fader->isRunning());
        fader->noteChange(0, 0, 10'000);
        QVERIFY(fader->isRunning());
        fader->step(10'500);
        QVERIFY(fader->isRunning());
        fader->step(10'000 + 10 * ChangeTint::StepMsecs);
        QVERIFY(!fader->isRunning());
    }

    void aTintIsPaintedAwayWhateverBecameOfItsRowAndChange()
    {
        class Painted final : public QObject
        {
        public:
            QRegion region;
            bool eventFilter(QObject *, QEvent *event) override
            {
                if (event->type() == QEvent::Paint)
                    region += static_cast<QPaintEvent *>(event)->region();
                return false;
            }
        } painted;
        QCoreApplication::processEvents();
        ChangeFader *fader = m_view->fader();
        QVERIFY(!fader->isRunning());
        fader->findChild<QTimer *>()->setInterval(std::numeric_limits<int>::max()); // the only steps are those below
        // The model knows of no change: another one of the row has taken its place, or it came into view later.
        Q_EMIT m_view->findChild<StatusDelegate *>()->tintPainted(m_model.index(0, 0));
        QVERIFY(fader->isRunning());
        m_model.insertRow(0);
        QCoreApplication::processEvents();
        m_view->viewport()->installEventFilter(&painted);
        fader->step(monotonicMsecs() + 3'600'000);
        QCoreApplication::processEvents();
        QVERIFY(painted.region.contains(m_view->visualRect(m_model.index(1, 0)).center()));
        fader->step(monotonicMsecs() + 3'600'000);
        QVERIFY(!fader->isRunning());
    }

    void aCrowdOfChangesIsNotTinted()
    {
        ChangeFader *fader = m_view->fader();
        for (int i = 0; i < 25; ++i)
            fader->noteChange(i % 10, i % 10, 10'000);
        QVERIFY(fader->isCrowded());
        fader->noteChange(0, 0, 13'000);
        QVERIFY(!fader->isCrowded());
    }

    void lessMotionMeansNoFading()
    {
        auto *still = new OrreryStyle;
        still->setReducedMotion(true);
        still->setParent(m_view.get());
        m_view->setStyle(still);
        QCoreApplication::processEvents();
        m_view->fader()->noteChange(0, 0, 10'000);
        QVERIFY(!m_view->fader()->isRunning());
        const auto ground = [this] { return m_view->viewport()->grab(m_view->visualRect(m_model.index(0, 2))).toImage().pixelColor(2, 2); };
        const QColor plain = ground();
        m_model.setData(m_model.index(0, 2), monotonicMsecs(), ChangedAtRole);
        QCOMPARE(ground(), plain);
        QVERIFY(!m_view->fader()->isRunning());
    }

    void aStatusIsPaintedInItsTonesColour()
    {
        m_view->clearFocus();
        const QImage image = m_view->viewport()->grab(m_view->visualRect(m_model.index(0, 1))).toImage();
        const QColor ink = toneColor(Tone::Ready, m_view->palette());
        bool found = false;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                found = found || image.pixelColor(x, y) == ink;
        }
        QVERIFY(found);
    }

    void aSelectedRowGoesOnToTheEdgeOfTheView()
    {
        m_view->columns()->restore({QStringLiteral("name:100"), QStringLiteral("status:100"), QStringLiteral("restarts:100")});
        m_view->selectRow(1);
        const QImage picture = m_view->viewport()->grab().toImage();
        const auto at = [&](int row) { return picture.pixelColor(m_view->viewport()->width() - 4, m_view->rowViewportPosition(row) + 12); };
        QVERIFY(m_view->horizontalHeader()->length() < m_view->viewport()->width() - 100);
        QCOMPARE(at(1), m_view->palette().color(QPalette::Highlight));
        QCOMPARE(at(2), m_view->palette().color(QPalette::Base));
    }

    void theFocusMakesNoRowCurrent()
    {
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->clearFocus();
        for (const Qt::FocusReason reason : {Qt::TabFocusReason, Qt::OtherFocusReason, Qt::ShortcutFocusReason}) {
            m_view->setFocus(reason);
            QVERIFY(m_view->hasFocus());
            QVERIFY(!m_view->currentIndex().isValid());
            m_view->clearFocus();
        }
        m_view->setFocus();
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->currentIndex().row(), 0);
        QCOMPARE(m_view->selectionModel()->selectedRows().size(), 1);
    }

    void whenTheCurrentRowGoesNoneIsCurrentAndTheKeysGoOnFromThere()
    {
        QList<int> currents;
        connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, m_view.get(), [&](const QModelIndex &current) { currents << current.row(); });
        for (const int key : {Qt::Key_Down, Qt::Key_Up}) {
            m_view->selectRow(10);
            currents.clear();
            m_model.removeRow(10);
            QCOMPARE(currents, QList<int>{-1}); // no neighbour, not for a moment
            QVERIFY(!m_view->selectionModel()->hasSelection());
            m_model.removeRows(2, 3);
            m_model.insertRow(0, new QStandardItem(QStringLiteral("first")));
            QTest::keyClick(m_view.get(), static_cast<Qt::Key>(key));
            QCOMPARE(m_view->currentIndex().row(), key == Qt::Key_Down ? 8 : 7);
        }
    }

    void aLayoutThatLeavesTheCurrentRowOutKeepsItsPlace()
    {
        QSortFilterProxyModel sorted;
        sorted.setSourceModel(&m_model);
        m_view->setModel(&sorted);
        m_view->selectRow(49);
        sorted.setFilterRegularExpression(QStringLiteral("^(?!web-49)"));
        QVERIFY(!m_view->currentIndex().isValid());
        QTest::keyClick(m_view.get(), Qt::Key_Down); // the last has nothing below
        QCOMPARE(m_view->currentIndex().row(), 48);
        m_view->setModel(nullptr);
    }

    void aNewModelStartsAnew()
    {
        QStandardItemModel other(3, 2);
        m_view->setModel(&other);
        m_model.item(0, 0)->setText(QStringLiteral("changed"));
        m_model.appendColumn({new QStandardItem});
        QCOMPARE(m_view->horizontalHeader()->count(), 2);
        m_view->setModel(nullptr);
        QCOMPARE(m_view->selectionAsTsv(), QString());
    }

    void everythingHasAName()
    {
        m_view->setAccessibleName(QStringLiteral("Pods"));
        QCOMPARE(test::unnamedWidgets(m_view.get()), QStringList());
    }
};

ORRERY_TEST(TableViewTest)
} // namespace table_view_test
#include "table_view_test.moc"
