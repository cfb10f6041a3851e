// SPDX-License-Identifier: Apache-2.0
// Details and menu speak of the page one looks at, never of another tab's object.
#include "tests/gui/support/demo_home.h"
#include "tests/support/test_program.h"
#include "ui/models/object_overview.h"
#include "ui/views/logs/log_page.h"

#include <QClipboard>
#include <QLabel>

namespace page_selection_test {

using namespace orrery;
using namespace orrery::test;

class PageSelectionTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoHome> m_home;
    std::unique_ptr<Window> m_window;

    [[nodiscard]] DetailsPanel *details() const { return m_window->workspace->details(); }
    /// Of what the details speak; empty: of nothing.
    [[nodiscard]] QString shown() const
    {
        return details()->object() ? QString::fromStdString(details()->object()->key().name) : QString();
    }
    [[nodiscard]] QString words() const
    {
        QStringList words;
        for (const QLabel *label : details()->findChildren<QLabel *>()) {
            if (label->isVisible())
                words << label->text();
        }
        return words.join(QLatin1Char('\n'));
    }
    void select()
    {
        m_window->selectFirst();
        const QString name = QString::fromStdString(m_window->page()->selectedObject()->name);
        QTRY_COMPARE_WITH_TIMEOUT(shown(), name, Patience);
    }
    void open(const char *group, const char *plural)
    {
        m_window->open(group, plural);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isLive(), Patience);
    }

private Q_SLOTS:
    void initTestCase() { m_home = std::make_unique<DemoHome>(); }
    void cleanupTestCase() { m_home.reset(); }
    void init()
    {
        m_window = std::make_unique<Window>(m_home->line("pods"));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isLive(), Patience);
        select();
    }
    void cleanup() { m_window.reset(); }

    void anotherTableWithNothingSelectedHasItsRoomToItself()
    {
        open("apps", "deployments");
        QVERIFY(!details()->isVisible());
        QCOMPARE(shown(), QString());
        m_window->main.showDetails(true); // who asks for them is told
        QVERIFY2(words().contains(QStringLiteral("Nothing selected")), qPrintable(words()));
        QVERIFY(!m_window->action(ActionId::ShowYaml)->isEnabled());
        QVERIFY(!m_window->action(ActionId::CopyName)->isEnabled());
    }

    void detailsComeBackWithAnObjectUnlessSomebodyHasClosedThem()
    {
        open("apps", "deployments");
        QVERIFY(!details()->isVisible());
        m_window->main.tabs()->turn(-1);
        QVERIFY(details()->isVisible());
        m_window->main.tabs()->turn(1);
        QVERIFY(!details()->isVisible());
        select();
        QVERIFY(details()->isVisible());
        m_window->main.showDetails(false);
        m_window->main.tabs()->turn(-1);
        QVERIFY(!details()->isVisible());
    }

    void turningTabsShowsEachTabsOwnObject()
    {
        const QString pod = shown();
        open("apps", "deployments");
        select();
        const QString deployment = shown();
        QVERIFY(pod != deployment);
        m_window->main.tabs()->turn(-1);
        QTRY_COMPARE_WITH_TIMEOUT(shown(), pod, Patience);
        QVERIFY(m_window->action(ActionId::ShowLogs)->isEnabled());
        m_window->main.tabs()->turn(1);
        QTRY_COMPARE_WITH_TIMEOUT(shown(), deployment, Patience);
        QVERIFY(!m_window->action(ActionId::ShowLogs)->isEnabled());
    }

    void aLogsDetailsAreItsPods()
    {
        const QString pod = shown();
        m_window->action(ActionId::ShowLogs)->trigger();
        QVERIFY(qobject_cast<LogPage *>(m_window->main.tabs()->currentPage()));
        QCOMPARE(shown(), pod);
        open("apps", "deployments");
        QCOMPARE(shown(), QString());
        m_window->main.tabs()->turn(-1);
        QTRY_COMPARE_WITH_TIMEOUT(shown(), pod, Patience);
        QVERIFY(m_window->action(ActionId::ShowLogs)->isEnabled());
    }

    void theDetailsComeBackWhenAnEditorHasClosed()
    {
        const QString pod = shown();
        QVERIFY(details()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->action(ActionId::EditObject)->isEnabled(), Patience);
        m_window->action(ActionId::EditObject)->trigger();
        QVERIFY(!details()->isVisible());
        m_window->main.tabs()->closePage(m_window->main.tabs()->currentPage());
        QVERIFY(details()->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(shown(), pod, Patience);
    }

    void aClickOnTheSelectedRowShowsItsDetails()
    {
        m_window->main.showDetails(false);
        const TableView *table = m_window->page()->table();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->currentIndex()).center());
        QVERIFY(details()->isVisible());
    }

    void whatAFilterHidesStaysInTheDetails()
    {
        const QString pod = shown();
        m_window->page()->setFilter(QStringLiteral("nothing is called so"));
        QCOMPARE(m_window->page()->rows(), 0);
        QCOMPARE(shown(), pod);
        QVERIFY(m_window->action(ActionId::ShowYaml)->isEnabled());
    }

    void whatAFilterHidesIsSaidToBeHidden()
    {
        m_window->page()->setFilter(QStringLiteral("nothing is called so"));
        QVERIFY2(words().contains(QStringLiteral("hidden by the filter")), qPrintable(words()));
        m_window->page()->setFilter({});
        QVERIFY2(!words().contains(QStringLiteral("hidden by the filter")), qPrintable(words()));
        QCOMPARE(m_window->page()->selectedRows(), 1);
    }

    void aDeletedObjectIsReplacedByNobodyAndNothingActsOnIt()
    {
        const kube::ObjectKey key = *m_window->page()->selectedObject();
        // What has it deleted: its controller is scaled to nothing.
        const kube::CatalogPtr catalog = m_window->clusters->catalog(m_window->workspace->currentContext());
        const kube::ClusterPorts ports = m_window->clusters->ports(m_window->workspace->currentContext());
        m_window->page()->setFilter({});
        const auto owners = ObjectOverview::of(*details()->object()).owners;
        QCOMPARE(owners.size(), 1);
        const QString deployment = owners.first().name.section(QLatin1Char('-'), 0, -2);
        const kube::ResourceInfo *info = catalog->find({"apps", "deployments"});
        QVERIFY(info);
        auto scaled = ports.scale->setScale(*info, {key.namespaceName, deployment.toStdString()}, 0, {});
        QTRY_VERIFY_WITH_TIMEOUT(words().contains(QStringLiteral("has been deleted")), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->page()->selectedObject(), Patience);
        QVERIFY2(words().contains(QString::fromStdString(key.name) + QStringLiteral(" has been deleted")), qPrintable(words()));
        QVERIFY(!m_window->page()->table()->currentIndex().isValid());
        QVERIFY(m_window->page()->rows() > 0);
        for (const ActionId id : {ActionId::ShowOverview, ActionId::ShowYaml, ActionId::ShowLogs, ActionId::ShowEvents, ActionId::Scale, ActionId::CopyName, ActionId::CopyYaml}) {
            QVERIFY(!m_window->action(id)->isEnabled());
            QCOMPARE(m_window->action(id)->toolTip(), QString::fromStdString(key.name) + QStringLiteral(" has been deleted"));
        }
    }

    void whoMayNotScaleInOneClusterMayInAnother()
    {
        open("apps", "deployments");
        select();
        const QString deployment = shown();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->action(ActionId::Scale)->isEnabled(), Patience);
        const QString viewer = QStringLiteral("demo-viewer");
        auto *tree = m_window->workspace->tree();
        tree->openContext(viewer);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->clusters->catalog(viewer), Patience);
        tree->reveal(tree->tree()->resourceIndex(viewer, {"apps", "deployments"}));
        QTest::keyClick(tree, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->workspace->currentContext(), viewer, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isLive(), Patience);
        select();
        QCOMPARE(shown(), deployment);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->action(ActionId::Scale)->isEnabled(), Patience);
        m_window->main.tabs()->turn(-1);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->action(ActionId::Scale)->isEnabled(), Patience);
        QCOMPARE(m_window->workspace->currentContext(), QStringLiteral("demo"));
        m_window->main.tabs()->turn(1);
        m_window->main.tabs()->turn(-1); // before the answer of the other cluster has come
        const kube::ResourceInfo info = m_window->page()->resource();
        auto answered = m_window->clusters->ports(viewer).cluster->mayI("update", info, "scale", m_window->page()->selectedObject()->namespaceName);
        QTRY_VERIFY_WITH_TIMEOUT(answered.isReady(), Patience);
        QVERIFY(!*answered.take());
        QTRY_COMPARE_WITH_TIMEOUT(shown(), deployment, Patience);
        QVERIFY(m_window->action(ActionId::Scale)->isEnabled());
    }

    void ofSeveralNoneIsEditedAllAreScaledAndAllNamesAreCopied()
    {
        open("apps", "deployments");
        select();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->action(ActionId::EditObject)->isEnabled(), Patience);
        m_window->page()->table()->selectAll();
        QVERIFY(!m_window->action(ActionId::EditObject)->isEnabled());
        QVERIFY(m_window->action(ActionId::EditObject)->toolTip().startsWith(QStringLiteral("Choose one object")));
        QVERIFY(m_window->action(ActionId::Scale)->isEnabled());
        m_window->action(ActionId::CopyName)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')) + 1, m_window->page()->rows());
        m_window->page()->table()->selectRow(0);
        QVERIFY(m_window->action(ActionId::EditObject)->isEnabled());
    }

    void withTwoClustersOpenTheDetailsSayWhich()
    {
        QVERIFY2(!words().contains(QStringLiteral("demo")), qPrintable(words()));
        m_window->workspace->tree()->openContext(QStringLiteral("demo-viewer"));
        QTRY_VERIFY_WITH_TIMEOUT(words().contains(QStringLiteral("· demo")), Patience);
    }

    void aRowThatAppearsInATabBehindChangesNothing()
    {
        const QString pod = shown();
        ResourcePage *pods = m_window->page();
        open("apps", "deployments");
        select();
        const QString deployment = shown();
        auto *table = pods->table();
        table->setCurrentIndex(table->model()->index(table->currentIndex().row() + 1, 1));
        QVERIFY(QString::fromStdString(pods->selectedObject()->name) != pod);
        QCOMPARE(shown(), deployment);
    }

    void closedDetailsStayClosedWhenTabsTurn()
    {
        open("apps", "deployments");
        select();
        m_window->main.showDetails(false);
        m_window->main.tabs()->turn(-1);
        QVERIFY(!details()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(details()->object(), Patience); // and say the right thing when they are opened
    }

    void theTreeFollowsThePage()
    {
        open("apps", "deployments");
        m_window->main.tabs()->turn(-1);
        QCOMPARE(m_window->workspace->tree()->currentIndex(), m_window->workspace->tree()->tree()->resourceIndex(QStringLiteral("demo"), {"", "pods"}));
    }

    void theTreeFollowsAnInstrument()
    {
        ClusterTreeView *view = m_window->workspace->tree();
        PageTabs *tabs = m_window->main.tabs();
        for (const Instrument instrument : {Instrument::Pipeline, Instrument::Requests, Instrument::Controllers, Instrument::ApiServer}) {
            const QModelIndex row = view->tree()->instrumentIndex(QStringLiteral("demo"), instrument);
            view->collapse(row.parent());
            QVERIFY(m_window->workspace->openInstrument(instrument));
            QCOMPARE(view->currentIndex(), row.parent()); // closed: its row cannot be seen
            view->expand(row.parent());
            tabs->showPage(tabs->pages().first());
            QCOMPARE(view->currentIndex(), view->tree()->resourceIndex(QStringLiteral("demo"), {"", "pods"}));
            tabs->showPage(tabs->pages().last());
            QCOMPARE(view->currentIndex(), row);
        }
    }

    void leasesAreFollowedWhereThePersonSeesThem()
    {
        ClusterTreeView *view = m_window->workspace->tree();
        const QModelIndex instrument = view->tree()->instrumentIndex(QStringLiteral("demo"), Instrument::Leases);
        const QModelIndex kind = view->tree()->resourceIndex(QStringLiteral("demo"), {"coordination.k8s.io", "leases"});
        view->reveal(instrument);
        m_window->workspace->openInstrument(Instrument::Leases);
        QCOMPARE(view->currentIndex(), instrument);
        PageTabs *tabs = m_window->main.tabs();
        const auto goAndComeBack = [tabs] {
            tabs->showPage(tabs->pages().first());
            tabs->showPage(tabs->pages().last());
        };
        goAndComeBack();
        QCOMPARE(view->currentIndex(), kind);
        view->collapse(kind.parent());
        goAndComeBack();
        QCOMPARE(view->currentIndex(), instrument);
    }

    void tabGoesInReadingOrder()
    {
        QVERIFY(QTest::qWaitForWindowActive(&m_window->main));
        m_window->workspace->tree()->setFocus();
        const auto walk = [](Qt::Key key, Qt::KeyboardModifiers modifiers) {
            QStringList order;
            QWidget *const begin = QApplication::focusWidget();
            do {
                order << QLatin1String(QApplication::focusWidget()->metaObject()->className());
                QTest::keyClick(QApplication::focusWidget(), key, modifiers);
            } while (QApplication::focusWidget() != begin && order.size() < 40);
            return order.join(QLatin1Char(' ')).remove(QStringLiteral("orrery::"));
        };
        // Back and Forward lead nowhere yet. The last two are links: to the owner, to the log.
        const QString there = QStringLiteral("ClusterTreeView PageTabs NamespacePicker QLineEdit TableView QToolButton QTabBar OverviewView ToneLabel ToneLabel");
        QCOMPARE(walk(Qt::Key_Tab, Qt::NoModifier), there);
        QStringList back = there.split(QLatin1Char(' '));
        std::reverse(back.begin() + 1, back.end());
        QCOMPARE(walk(Qt::Key_Backtab, Qt::ShiftModifier), back.join(QLatin1Char(' ')));
    }

    void withoutAPageThereAreNoDetails()
    {
        m_window->action(ActionId::CloseTab)->trigger();
        QVERIFY(!details()->isVisible());
        QVERIFY(!m_window->action(ActionId::ShowOverview)->isEnabled());
    }
};

ORRERY_TEST(PageSelectionTest)
} // namespace page_selection_test
#include "page_selection_test.moc"
