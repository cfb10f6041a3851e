// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/clockwork/pipeline_page_fixture.h"
#include "tests/support/test_program.h"
#include "ui/views/clockwork/stage_body.h"
#include "ui/widgets/key_value_list.h"

#include <QScrollBar>

namespace stage_panel_test {

using namespace orrery;
using namespace orrery::test;
using namespace std::chrono_literals;

class StagePanelTest : public QObject, private PipelinePageFixture
{
    Q_OBJECT

    /// A label's change goes up through two layouts, each by an event.
    static void layOut()
    {
        for (int i = 0; i < 2; ++i)
            QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void initTestCase() { beforeAll(); }
    void cleanupTestCase() { afterAll(); }
    void init() { before(); }
    void cleanup() { after(); }

    void aNarrowPanelHasItsFactsAboveItsTableAndNothingOfItIsLost()
    {
        for (int i = 0; i < 60; ++i)
            m_port->keys.keys.emplace_back("shop", "web-" + std::to_string(i));
        tell();
        choose(Stage::Indexer);
        const auto *panel = m_page->findChild<StagePanel *>();
        const auto *facts = panel->findChild<KeyValueList *>();
        const auto topOf = [panel](const QWidget *widget) { return widget->mapTo(panel, QPoint()); };
        const auto isAbove = [&] { return topOf(facts).y() + facts->height() <= topOf(contents()).y() && contents()->width() == panel->width(); };
        QVERIFY(isAbove());
        contents()->selectRow(30);
        m_time->run();
        contents()->scrollTo(contents()->model()->index(40, 0), QAbstractItemView::PositionAtTop);
        const int scrolled = contents()->verticalScrollBar()->value();
        QVERIFY(scrolled > 0);
        m_page->resize(1700, m_page->height());
        QVERIFY(topOf(facts).x() + facts->width() <= topOf(contents()).x() && topOf(facts).y() < topOf(contents()).y() + 24);
        QCOMPARE(contents()->verticalScrollBar()->value(), scrolled);
        m_page->resize(1030, m_page->height());
        QVERIFY(isAbove());
        QCOMPARE(contents()->verticalScrollBar()->value(), scrolled);
        QVERIFY(contents()->selectionModel()->isRowSelected(30, {}));
    }

    void fiveRowsAreSeenBelowTheFactsOfEveryStage()
    {
        m_port->work.queued = 1;
        m_port->work.queuedKeys = {{"shop/web-0", 3ms, 1, 0, false}};
        m_port->waiting.items = {{{"shop", "web-0"}, {{kube::DeltaType::Updated, "9", false}}, 0, 0, false}};
        m_port->keys.keys = {{"shop", "web-0"}, {"shop", "web-1"}};
        m_snapshot.pipelines.front().informer.reflector.lastError = kube::Error::badInput(QStringLiteral("what a server says of its troubles is long, and longer than that when it has many of them"));
        tell();
        for (const Stage stage : allStages) {
            choose(stage);
            contents()->selectRow(0);
            m_time->run();
            QCoreApplication::processEvents();
            QVERIFY2(contents()->viewport()->height() >= 5 * static_cast<int>(Density::Normal), qPrintable(stageTitle(stage)));
            QVERIFY2(contents()->horizontalScrollBar()->maximum() == 0, qPrintable(stageTitle(stage)));
        }
    }

    void aKeyIsReadWholeWhereTheTableIsNarrow()
    {
        const QString key = QStringLiteral("payments/checkout-5f7d8c9b6-x2kqp");
        m_port->waiting.items = {{{"payments", "checkout-5f7d8c9b6-x2kqp"}, {{kube::DeltaType::Updated, "9", false}, {kube::DeltaType::Updated, "10", false}, {kube::DeltaType::Updated, "11", false}}, 0, 0, false}};
        m_port->work.queued = 1;
        m_port->work.queuedKeys = {{key.toStdString(), 3ms, 1, 0, false}};
        tell();
        for (const Stage stage : {Stage::Queue, Stage::WorkQueue}) {
            choose(stage);
            QVERIFY2(contents()->columnWidth(0) > contents()->fontMetrics().horizontalAdvance(key) + 16, qPrintable(stageTitle(stage)));
            QCoreApplication::processEvents(); // a view knows its length by an event
            QVERIFY2(contents()->horizontalScrollBar()->maximum() == 0, qPrintable(stageTitle(stage)));
        }
        // What does not fit is told of the chosen key.
        const int delay = 4;
        QVERIFY(contents()->isColumnHidden(delay));
        m_page->resize(1700, m_page->height());
        QVERIFY(!contents()->isColumnHidden(delay));
    }

    void theChosenKeysErrorIsReadFirst()
    {
        kube::WorkQueueSnapshot::Entry failing{"shop/web-0", 3ms, 16, 0, false};
        failing.lastFailure = {kube::Error::badInput(QStringLiteral("a column threw: what it says of its troubles is longer than half of the width")), m_snapshot.takenAt};
        m_port->work.waiting = 1;
        m_port->work.waitingKeys = {failing};
        tell();
        choose(Stage::WorkQueue);
        contents()->selectRow(0);
        m_time->run();
        const QList<KeyValue> facts = m_page->findChild<StagePanel *>()->findChild<KeyValueList *>()->rows();
        QCOMPARE(facts.at(0).key, QStringLiteral("Last error"));
        QCOMPARE(facts.at(0).value, failing.lastFailure->error.message);
        QCOMPARE(facts.at(1).value, QStringLiteral("shop/web-0"));
        QStringList keys;
        for (const KeyValue &fact : facts)
            keys << fact.key;
        QCOMPARE(keys.removeDuplicates(), 0);
    }

    void factsHaveTheHeightOfTheirOwnStage()
    {
        tell();
        QCoreApplication::processEvents();
        const auto *facts = m_page->findChild<StagePanel *>()->findChild<KeyValueList *>();
        QVERIFY(contents()->mapTo(m_page.get(), QPoint()).y() - facts->mapTo(m_page.get(), QPoint(0, facts->height())).y() < 12); // nothing is left of the widths it had before it was seen
        const int below = contents()->mapTo(m_page.get(), QPoint()).y();
        choose(Stage::Handlers);
        QCoreApplication::processEvents();
        QVERIFY(contents()->mapTo(m_page.get(), QPoint()).y() < below);
    }

    void theTableKeepsItsPlaceWhileFactsComeAndGo()
    {
        tell();
        layOut();
        const auto top = [this] { return contents()->mapTo(m_page.get(), QPoint()).y(); };
        const int calm = top();
        auto &lastError = m_snapshot.pipelines.front().informer.reflector.lastError;
        lastError = kube::Error::badInput(QStringLiteral("what a server says of its troubles is long, and needs all of the width"));
        tell();
        layOut();
        const int inTrouble = top();
        QVERIFY(inTrouble > calm);
        lastError.reset();
        tell();
        layOut();
        QCOMPARE(top(), inTrouble);
        auto *body = m_page->findChild<StageBody *>();
        QVERIFY(body->isToShrink());
        body->forgetHeight(); // as it does after a while
        QCOMPARE(top(), calm);
        QVERIFY(!body->isToShrink());
    }

    void factsThatSayTheSameAreNotLaidOutAgain()
    {
        tell();
        QCoreApplication::processEvents();
        EventCount layouts(m_page->findChild<StagePanel *>()->findChild<KeyValueList *>(), QEvent::LayoutRequest);
        tell();
        QCoreApplication::processEvents();
        QCOMPARE(layouts.count, 0);
        m_snapshot.pipelines.front().informer.reflector.events = 1'041;
        tell();
        QCoreApplication::processEvents();
        QVERIFY(layouts.count > 0);
    }
};

ORRERY_TEST(StagePanelTest)
} // namespace stage_panel_test
#include "stage_panel_test.moc"
