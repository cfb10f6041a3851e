// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/clockwork/pipeline_page_fixture.h"
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/test_program.h"
#include "ui/base/format.h"
#include "ui/views/clockwork/clipped_label.h"
#include "ui/views/clockwork/fault_dialog.h"
#include "ui/views/clockwork/stage_panel.h"
#include "ui/widgets/bead_rail.h"
#include "ui/widgets/table_view.h"

#include <QComboBox>
#include <QLineEdit>

namespace pipeline_page_test {

using namespace orrery;
using namespace orrery::test;
using namespace std::chrono_literals;

class PipelinePageTest : public QObject, private PipelinePageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beforeAll(); }
    void cleanupTestCase() { afterAll(); }
    void init() { before(); }
    void cleanup() { after(); }

    void beforeTheFirstReadingItSaysWhatItWaitsFor()
    {
        QVERIFY(!m_page->hasContent());
        QVERIFY(visibleWords(m_page.get()).contains(QStringLiteral("Looking into the machinery")));
        m_snapshot.pipelines.clear();
        tell();
        QVERIFY(visibleWords(m_page.get()).contains(QStringLiteral("No informer runs")));
    }

    void itWatchesForAsLongAsItExists()
    {
        QCOMPARE(m_port->watchers, 1);
        m_page->hide();
        QCOMPARE(m_port->watchers, 1); // pauses hold in a tab that is not seen
        m_page.reset();
        QCOMPARE(m_port->watchers, 0);
    }

    void everyStageShowsItsFigure()
    {
        tell();
        QVERIFY(m_page->hasContent());
        QCOMPARE(column(Stage::Connection)->dial()->reading().figure, QStringLiteral("1"));
        QCOMPARE(column(Stage::Indexer)->dial()->reading().figure, QStringLiteral("120"));
        QCOMPARE(column(Stage::Table)->dial()->reading().figure, QStringLiteral("120"));
        QVERIFY(visibleWords(m_page.get()).contains(QStringLiteral("p50 2 · p99 2 ms")));
        QCOMPARE(informers()->model()->rowCount(), 2);
        QCOMPARE(informers()->model()->index(1, 4).data().toString(), bytes(10'000));
    }

    void everyFigureIsThereForAScreenReader()
    {
        tell();
        QCOMPARE(unnamedWidgets(m_page.get()), QStringList());
        for (const Stage stage : allStages) {
            choose(stage);
            QCOMPARE(unnamedWidgets(m_page.get()), QStringList());
            QAccessibleInterface *dial = QAccessible::queryAccessibleInterface(column(stage)->dial());
            QCOMPARE(dial->text(QAccessible::Name), stageTitle(stage));
            QVERIFY(dial->text(QAccessible::Description).contains(column(stage)->reading().state));
            QVERIFY(dial->state().checked);
        }
    }

    void aPausedStageSaysSoAndCanBeSteppedAndResumed()
    {
        tell();
        QVERIFY(!gate(Stage::Queue, GateButton::Sign::Step)->isEnabled());
        QTest::keyClick(gate(Stage::Queue, GateButton::Sign::Pause), Qt::Key_Space);
        QCOMPARE(m_port->commands.takeLast(), QStringLiteral("pods 2 0"));
        m_snapshot.pipelines.front().paused = {kube::PipelineStage::Queue};
        tell();
        QVERIFY(visibleWords(column(Stage::Queue)).contains(QStringLiteral("paused")));
        QVERIFY(m_page->strip()->rail()->isHeld(static_cast<std::size_t>(Stage::Queue)));
        QVERIFY(!m_page->strip()->rail()->isHeld(static_cast<std::size_t>(Stage::Indexer)));
        gate(Stage::Queue, GateButton::Sign::Step)->click();
        QCOMPARE(m_port->commands.takeLast(), QStringLiteral("pods 2 1"));
        QCOMPARE(gate(Stage::Queue, GateButton::Sign::Resume)->accessibleName(), QStringLiteral("Resume the DeltaFIFO"));
        gate(Stage::Queue, GateButton::Sign::Resume)->click();
        QCOMPARE(m_port->commands.takeLast(), QStringLiteral("pods 2 2"));
        visibleButton(m_page.get(), QStringLiteral("Resume all"))->click();
        QCOMPARE(m_port->commands.takeLast(), QStringLiteral("pods 2 2"));
    }

    void stagesWithoutAGateHaveNoButtons()
    {
        tell();
        for (const GateButton *button : column(Stage::Indexer)->findChildren<GateButton *>())
            QVERIFY(!button->isVisible());
    }

    void theKeyboardGoesFromDialToDialAndOpensOne()
    {
        tell();
        m_page->activateWindow();
        m_page->focusContent();
        Dial *reflector = column(Stage::Reflector)->dial();
        QTRY_VERIFY(reflector->hasFocus());
        QTest::keyClick(reflector, Qt::Key_Right);
        QVERIFY(column(Stage::Queue)->dial()->hasFocus());
        QCOMPARE(m_page->findChild<StagePanel *>()->stage(), Stage::Reflector); // looked at, not chosen
        QTest::keyClick(column(Stage::Queue)->dial(), Qt::Key_Return);
        QCOMPARE(m_page->findChild<StagePanel *>()->stage(), Stage::Queue);
        QVERIFY(column(Stage::Queue)->dial()->isChecked());
        QVERIFY(!reflector->isChecked());
    }

    void aStageInTroubleSaysWhyUnderIt()
    {
        m_snapshot.pipelines.front().faults = {{kube::ConnectionFault::Kind::Gone, 2, {}}};
        tell();
        QCOMPARE(column(Stage::Connection)->dial()->reading().state, DialState::Trouble);
        QVERIFY(column(Stage::Connection)->findChild<ClippedLabel *>()->text().contains(QStringLiteral("Injected: 410 Gone, 2 to go.")));
    }

    void whatIsInsideIsShownForTheChosenStage()
    {
        m_port->waiting.items = {{{"shop", "web-0"}, {{kube::DeltaType::Updated, "9", false}}, 0, 0, false}};
        m_port->keys.keys = {{"shop", "web-0"}, {"shop", "web-1"}};
        tell();
        QCOMPARE(contents()->model()->index(0, 1).data().toString(), QStringLiteral("the first"));
        choose(Stage::Queue);
        QCOMPARE(shown(), QStringList{QStringLiteral("shop/web-0")});
        choose(Stage::Indexer);
        QCOMPARE(contents()->model()->rowCount(), 2);
        contents()->selectRow(1);
        m_time->run();
        QCoreApplication::processEvents(); // new labels are laid out by an event
        QVERIFY2(visibleWords(m_page.get()).contains(QStringLiteral("uid-1")), qPrintable(visibleWords(m_page.get())));
        choose(Stage::Connection);
        QCOMPARE(shown(), QStringList{QStringLiteral("WATCH")});
        choose(Stage::Table);
        QCOMPARE(shown(), QStringList{QStringLiteral("pods")});
    }

    void keysAreSearchedByAnyPartOfThem()
    {
        tell();
        choose(Stage::Indexer);
        m_port->asked.clear();
        auto *search = m_page->findChild<QLineEdit *>();
        search->setText(QStringLiteral("shop/w"));
        m_time->run();
        QCOMPARE(m_port->asked, QStringList{QStringLiteral("keys shop/w")});
        tell();
        QCOMPARE(m_port->asked.size(), 1); // the cache has not changed
        QVERIFY(m_page->closeNearest());
        QVERIFY(search->text().isEmpty());
        auto *choice = m_page->findChild<StagePanel *>()->findChild<QComboBox *>();
        choice->setCurrentIndex(1);
        m_time->run();
        QCOMPARE(m_port->asked.last(), QStringLiteral("index namespace "));
    }

    void aFailingKeyIsShownWithItsErrorAndItsNextDelay()
    {
        kube::WorkQueueSnapshot::Entry failing{"shop/web-0", 3s, 9, 0, false};
        failing.lastFailure = {kube::Error::badInput(QStringLiteral("a column threw: stoi")), m_snapshot.takenAt - 2s};
        failing.nextDelay = 2560ms;
        m_port->work.waiting = m_port->work.queued = 1;
        m_port->work.waitingKeys = {failing};
        m_port->work.queuedKeys = {{"shop/web-1", 3ms, 0, 0, false}};
        tell();
        choose(Stage::WorkQueue);
        const QAbstractItemModel *model = contents()->model();
        const auto cells = [model](int row) {
            QStringList texts;
            for (int column = 0; column < model->columnCount(); ++column)
                texts << model->index(row, column).data().toString();
            return texts;
        };
        QCOMPARE(cells(1), (QStringList{QStringLiteral("shop/web-0"), QStringLiteral("delayed"), QStringLiteral("in 3.0 s"), QStringLiteral("9"), QStringLiteral("2.6 s"), QStringLiteral("2s ago"), QStringLiteral("a column threw: stoi")}));
        QCOMPARE(cells(0), (QStringList{QStringLiteral("shop/web-1"), QStringLiteral("ready"), QStringLiteral("3 ms"), QStringLiteral("0"), QStringLiteral("–"), QString(), QString()}));
        contents()->selectRow(1);
        QCoreApplication::processEvents(); // new labels are laid out by an event
        QVERIFY2(visibleWords(m_page.get()).contains(QStringLiteral("a column threw: stoi")), qPrintable(visibleWords(m_page.get())));
    }

    void aKeyOfTheWorkQueueIsRetriedAndForgotten()
    {
        m_port->work.queued = 1;
        m_port->work.queuedKeys = {{"shop/web-0", 3ms, 1, 0, false}};
        tell();
        choose(Stage::WorkQueue);
        QCOMPARE(m_port->asked.last(), QStringLiteral("table 7"));
        QVERIFY(!visibleButton(m_page.get(), QStringLiteral("Retry key"))->isEnabled());
        contents()->selectRow(0);
        visibleButton(m_page.get(), QStringLiteral("Retry key"))->click();
        visibleButton(m_page.get(), QStringLiteral("Forget failures"))->click();
        QCOMPARE(m_port->commands, (QStringList{QStringLiteral("retry 7 shop/web-0"), QStringLiteral("forget 7 shop/web-0")}));
    }

    void theReflectorIsMadeToListAndToWatchAnew()
    {
        tell();
        visibleButton(m_page.get(), QStringLiteral("Relist now"))->click();
        visibleButton(m_page.get(), QStringLiteral("Cut watch"))->click();
        QCOMPARE(m_port->commands, (QStringList{QStringLiteral("relist"), QStringLiteral("cut")}));
    }

    void aFaultIsInjectedAfterItWasSaidWhatItDoes()
    {
        tell();
        choose(Stage::Connection);
        visibleButton(m_page.get(), QStringLiteral("Inject"))->click();
        auto *dialog = m_page->findChild<FaultDialog *>();
        QVERIFY(dialog && !dialog->isModal());
        QVERIFY(visibleWords(dialog).contains(QStringLiteral("410 Gone at once")));
        QVERIFY2(visibleWords(dialog).contains(QStringLiteral("Connection of Pod in prod")), qPrintable(visibleWords(dialog)));
        QCOMPARE(unnamedWidgets(dialog), QStringList());
        dialog->findChild<QComboBox *>()->setCurrentIndex(1);
        visibleButton(dialog, QStringLiteral("Inject"))->click();
        QCOMPARE(m_port->injected.size(), 1U);
        QCOMPARE(m_port->injected.front().kind, kube::ConnectionFault::Kind::TooManyRequests);
        QVERIFY(m_port->injected.front().duration == 5s);
        m_port->faults.give(kube::fail(kube::Error::badInput(QStringLiteral("nobody watches"))));
        m_time->run();
        QVERIFY(dialog->isVisible());
        QVERIFY2(visibleWords(dialog).contains(QStringLiteral("nobody watches")), qPrintable(visibleWords(dialog)));
        visibleButton(dialog, QStringLiteral("Inject"))->click();
        m_port->faults.give(m_port->injected);
        m_time->run();
        QVERIFY(!dialog->isVisible());
        m_snapshot.pipelines.front().faults = m_port->injected;
        tell();
        choose(Stage::Table); // wherever one looks
        visibleButton(m_page.get(), QStringLiteral("Clear faults"))->click();
        QCOMPARE(m_port->commands.last(), QStringLiteral("clear"));
    }

    void itShowsTheKindThatOneComesFrom()
    {
        kube::PipelineSnapshot other = m_snapshot.pipelines.front();
        other.key.resource = {"apps", "v1", "deployments"};
        other.kind = "Deployment";
        m_snapshot.pipelines.push_back(other);
        m_page->showKind(other.key.resource); // before anything is known
        tell();
        QVERIFY(visibleWords(m_page.get()).contains(QStringLiteral("deployments.apps")));
        m_page->showKind(m_snapshot.pipelines.front().key.resource);
        QVERIFY(!visibleWords(m_page.get()).contains(QStringLiteral("deployments.apps · ")));
        m_page->showKind({"", "v1", "secrets"}); // no informer runs for it
        tell();
        QVERIFY(!visibleWords(m_page.get()).contains(QStringLiteral("deployments.apps · ")));
    }

    void relistingIsAskedOnceALook()
    {
        tell();
        choose(Stage::Reflector);
        auto *relist = visibleButton(m_page.get(), QStringLiteral("Relist now"));
        m_port->commands.clear();
        for (int clicks = 0; clicks < 5; ++clicks)
            relist->click();
        QCOMPARE(m_port->commands.size(), 1);
        m_snapshot.takenAt += 1s;
        m_snapshot.pipelines.front().informer.reflector.asked = kube::ReflectorStatus::Step::List;
        tell();
        relist->click();
        QCOMPARE(m_port->commands.size(), 1);
        m_snapshot.takenAt += 1s;
        m_snapshot.pipelines.front().informer.reflector.asked = kube::ReflectorStatus::Step::None;
        tell();
        relist->click();
        QCOMPARE(m_port->commands.size(), 2);
    }

    void aValueOfAnIndexIsOpenedAndLeft()
    {
        tell();
        choose(Stage::Indexer);
        m_time->run();
        m_port->values.values = {{"default", 18}};
        auto *search = m_page->findChild<QLineEdit *>();
        search->setText(QStringLiteral("q"));
        m_page->findChild<StagePanel *>()->findChild<QComboBox *>()->setCurrentIndex(1);
        m_time->run();
        QCOMPARE(m_port->asked.last(), QStringLiteral("index namespace "));
        auto *table = m_page->findChild<StagePanel *>()->findChild<TableView *>();
        Q_EMIT table->activated(table->model()->index(0, 0));
        m_time->run();
        QCOMPARE(m_port->asked.last(), QStringLiteral("bucket namespace default "));
        QVERIFY(m_page->closeNearest());
        m_time->run();
        QCOMPARE(m_port->asked.last(), QStringLiteral("index namespace "));
    }

    void thereIsOneFaultDialogAndItIsAboutTheKindThatIsShown()
    {
        tell();
        choose(Stage::Connection);
        QPushButton *inject = visibleButton(m_page.get(), QStringLiteral("Inject"));
        inject->click();
        inject->click();
        const auto open = [this] {
            QList<FaultDialog *> shown = m_page->findChildren<FaultDialog *>();
            shown.removeIf([](const FaultDialog *dialog) { return !dialog->isVisible(); });
            return shown;
        };
        QCOMPARE(open().size(), 1);
        informers()->selectRow(1);
        m_time->run();
        inject->click();
        QCOMPARE(open().size(), 1);
        QVERIFY(visibleWords(open().front()).contains(QStringLiteral("Deployment")));
    }

    void aProtectedContextIsNotMadeToFail()
    {
        m_page.reset();
        m_protection->now.isProtected = true;
        makePage();
        tell();
        choose(Stage::Connection);
        const QPushButton *inject = visibleButton(m_page.get(), QStringLiteral("Inject"));
        QVERIFY(!inject->isEnabled());
        QVERIFY(inject->toolTip().contains(QStringLiteral("“prod” is protected")));
        QVERIFY(visibleWords(m_page.get()).contains(QStringLiteral("“prod” is protected"))); // who has no mouse reads it too
    }

    void anotherKindIsChosenInTheList()
    {
        tell();
        informers()->selectRow(1);
        m_time->run();
        QVERIFY(visibleWords(m_page.get()).contains(QStringLiteral("Deployment")));
        QCOMPARE(column(Stage::Indexer)->dial()->reading().figure, QStringLiteral("900"));
        m_snapshot.pipelines.pop_back(); // it is used no more
        tell();
        QCOMPARE(column(Stage::Indexer)->dial()->reading().figure, QStringLiteral("120"));
    }

    void itIsWholeFromRightToLeftAndInLight()
    {
        m_theme->setChoice(ThemeChoice::Light);
        m_page->setLayoutDirection(Qt::RightToLeft);
        tell();
        QVERIFY(column(Stage::Connection)->x() > column(Stage::Table)->x());
        QVERIFY(!m_page->grab().isNull());
        for (std::size_t track = 0; track + 1 < allStages.size(); ++track)
            QVERIFY(m_page->strip()->rail()->placeOf(track).width() > 20);
        m_theme->setChoice(ThemeChoice::Dark);
    }
};

ORRERY_TEST(PipelinePageTest)
} // namespace pipeline_page_test
#include "pipeline_page_test.moc"
