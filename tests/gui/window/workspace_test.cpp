// SPDX-License-Identifier: Apache-2.0
// Rooms joined: the whole window on a demo cluster, offscreen.
#include "tests/gui/support/demo_home.h"
#include "tests/support/test_program.h"
#include "ui/models/resource_table_model.h"
#include "ui/views/editing/scale_dialog.h"
#include "ui/views/logs/log_page.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/namespace_panel.h"
#include "ui/widgets/namespace_picker.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace workspace_test {

using namespace orrery;
using namespace orrery::test;

class WorkspaceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoHome> m_home;

    [[nodiscard]] CommandLine line(const char *kind = "", const char *name = "") const { return m_home->line(kind, name); }
    static QString cell(const Window &window, const char *column, int row)
    {
        const auto *model = qobject_cast<ResourceTableModel *>(window.page()->table()->model());
        return model->index(row, model->columnSet()->indexOf(QLatin1String(column))).data().toString();
    }
    static QString welcome(const Window &window)
    {
        QStringList texts;
        for (const QLabel *label : window.main.welcome()->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts.join(QLatin1Char('\n'));
    }

private Q_SLOTS:
    void initTestCase() { m_home = std::make_unique<DemoHome>(); }
    void cleanupTestCase() { m_home.reset(); }

    void itOpensPodsOfTheCurrentContext()
    {
        Window window(line());
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        QCOMPARE(window.tabs(), QStringList(QStringLiteral("Pods")));
        QVERIFY(window.page()->rows() > 0);
        QCOMPARE(window.workspace->currentContext(), QStringLiteral("demo"));
        QVERIFY(window.main.windowTitle().startsWith(QStringLiteral("Pods · demo")));
        QVERIFY(!window.clusters->isOpen(QStringLiteral("demo-viewer"))); // others stay untouched
    }

    void aNameIsSelectedAndItsDetailsAreShown()
    {
        CommandLine asked = line("deploy", "api");
        asked.namespaceName = QStringLiteral("payments");
        Window window(asked);
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive() && window.page()->selectedObject(), Patience);
        QCOMPARE(window.page()->selectedObject()->name, std::string("api"));
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace->details()->object(), Patience);
        QVERIFY(window.workspace->details()->isVisible());
    }

    void anUnknownKindSaysSoWithAHint()
    {
        Window window(line("podz"));
        QTRY_VERIFY_WITH_TIMEOUT(!window.cannotStart.isEmpty(), Patience);
        QVERIFY2(welcome(window).contains(QStringLiteral("no resource \"podz\"")), qPrintable(welcome(window)));
        QVERIFY2(welcome(window).contains(QStringLiteral("Did you mean pods")), qPrintable(welcome(window)));
        QVERIFY2(window.cannotStart.contains(QStringLiteral("Did you mean pods")), qPrintable(window.cannotStart));
        QVERIFY(!window.page());
    }

    void aContextThatDoesNotExistIsSaidInTheMiddle()
    {
        CommandLine asked = line();
        asked.context = QStringLiteral("nope");
        Window window(asked);
        QVERIFY2(welcome(window).contains(QStringLiteral("there is no context \"nope\"")), qPrintable(welcome(window)));
        QVERIFY(!window.cannotStart.isEmpty());
    }

    void aServerThatDoesNotAnswerIsSaidInTheMiddleAndCanBeTriedAgain()
    {
        CommandLine asked = line();
        asked.server = QStringLiteral("https://127.0.0.1:1");
        Window window(asked);
        QTRY_VERIFY2_WITH_TIMEOUT(welcome(window).contains(QStringLiteral("The server does not answer")), qPrintable(welcome(window)), Patience);
        QCOMPARE(window.main.welcome()->button()->text(), QStringLiteral("Try again now"));
        window.main.welcome()->button()->click();
        QVERIFY(!window.page());
    }

    void theTreeOpensKindsAndComesBackToTheirTab()
    {
        Window window(line());
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        window.open("apps", "deployments");
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        window.open("", "pods");
        QCOMPARE(window.tabs(), QStringList({QStringLiteral("Pods"), QStringLiteral("Deployments")}));
        QCOMPARE(window.page()->title(), QStringLiteral("Pods"));
    }

    void actionsSayWhyTheyCannotBeUsed()
    {
        Window window(line("nodes"));
        QVERIFY(!window.action(ActionId::Scale)->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        window.selectFirst();
        QVERIFY(!window.action(ActionId::ShowLogs)->isEnabled());
        QCOMPARE(window.action(ActionId::ShowLogs)->toolTip(), QStringLiteral("Only Pods have logs"));
        QCOMPARE(window.action(ActionId::Scale)->toolTip(), QStringLiteral("Node has no scale"));
    }

    void scalingIsSeenInTheTable()
    {
        CommandLine asked = line("deploy", "api");
        asked.namespaceName = QStringLiteral("payments");
        Window window(asked);
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive() && window.page()->selectedObject(), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(window.action(ActionId::Scale)->isEnabled(), Patience);
        window.action(ActionId::Scale)->trigger();
        auto *dialog = window.main.findChild<ScaleDialog *>();
        QVERIFY(dialog);
        auto *number = dialog->findChild<QSpinBox *>();
        QTRY_VERIFY_WITH_TIMEOUT(number->isEnabled(), Patience);
        const int wanted = number->value() + 2;
        number->selectAll();
        QTest::keyClicks(number, QString::number(wanted));
        QTest::keyClick(number, Qt::Key_Return);
        const auto row = [&] { return window.page()->table()->currentIndex().row(); };
        QTRY_COMPARE_WITH_TIMEOUT(cell(window, "ready", row()), QStringLiteral("%1/%1").arg(wanted), Patience);
        QCOMPARE(window.page()->selectedObject()->name, std::string("api"));
    }

    void aReadOnlyWindowScalesNothing()
    {
        CommandLine asked = line("deploy", "api");
        asked.namespaceName = QStringLiteral("payments");
        asked.readOnly = true;
        Window window(asked);
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive() && window.page()->selectedObject(), Patience);
        QVERIFY(!window.action(ActionId::Scale)->isEnabled());
        QCOMPARE(window.action(ActionId::Scale)->toolTip(), QStringLiteral("Orrery is read-only"));
        QVERIFY(window.main.windowTitle().contains(QStringLiteral("read-only")));
    }

    void whoMayNotScaleIsToldSo()
    {
        CommandLine asked = line("deploy", "api");
        asked.context = QStringLiteral("demo-viewer");
        asked.namespaceName = QStringLiteral("payments");
        Window window(asked);
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive() && window.page()->selectedObject(), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(!window.action(ActionId::Scale)->isEnabled(), Patience);
        QVERIFY2(window.action(ActionId::Scale)->toolTip().contains(QStringLiteral("may not")), qPrintable(window.action(ActionId::Scale)->toolTip()));
    }

    void whoMayNotListNamespacesTypesOne()
    {
        CommandLine asked = line("pods");
        asked.context = QStringLiteral("demo-nobody");
        Window window(asked);
        QTRY_VERIFY_WITH_TIMEOUT(window.page() && window.page()->freshness().state == kube::FreshnessState::Forbidden, Patience);
        auto *picker = window.page()->findChild<NamespacePicker *>();
        picker->click();
        auto *panel = picker->panel();
        QVERIFY(panel->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(panel->findChild<QLabel *>()->text().contains(QStringLiteral("Type a namespace's name.")), Patience);
        QTest::keyClicks(panel->findChild<QLineEdit *>(), QStringLiteral("payments"));
        QTest::keyClick(panel->findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(window.page()->state().scope.names, std::vector<std::string>{"payments"});
        QTRY_COMPARE_WITH_TIMEOUT(window.page()->freshness().state, kube::FreshnessState::Forbidden, Patience);
    }

    void theEventsOfAnObjectAreNotTheEventsOfTheCluster()
    {
        CommandLine asked = line("deploy", "api");
        asked.namespaceName = QStringLiteral("payments");
        Window window(asked);
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive() && window.workspace->details()->object(), Patience);
        window.action(ActionId::ShowEvents)->trigger();
        QVERIFY(!window.page()->state().selectors.fields.empty());
        QCOMPARE(window.page()->title(), QStringLiteral("Events of api"));
        window.main.tabs()->turn(-1);
        window.action(ActionId::ShowEvents)->trigger();
        QCOMPARE(window.tabs().size(), 2); // the same tab again
        window.action(ActionId::ClusterEvents)->trigger();
        QCOMPARE(window.tabs().size(), 3);
        QVERIFY(window.page()->state().selectors.fields.empty());
        QCOMPARE(window.page()->title(), QStringLiteral("Events"));
        QVERIFY(window.page()->state().scope.isAll());
    }

    void anOwnerIsShownWhereverTheTabLooked()
    {
        Window window(line("replicasets"));
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        window.open("apps", "deployments");
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        window.page()->setScope({{"platform"}});
        window.page()->setFilter(QStringLiteral("nothing is called so"));
        const kube::ResourceInfo deployments = window.page()->resource();
        window.workspace->selectObject(QStringLiteral("demo"), deployments, {"payments", "api"});
        QTRY_VERIFY_WITH_TIMEOUT(window.page()->selectedObject(), Patience);
        QCOMPARE(*window.page()->selectedObject(), (kube::ObjectKey{"payments", "api"}));
    }

    void aPodsLogOpensWithItsContainers()
    {
        Window window(line("pods"));
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        window.selectFirst();
        QTRY_VERIFY_WITH_TIMEOUT(window.workspace->details()->object(), Patience);
        window.action(ActionId::ShowLogs)->trigger();
        auto *log = qobject_cast<LogPage *>(window.main.tabs()->currentPage());
        QVERIFY(log);
        QVERIFY(log->findChild<QComboBox *>()->count() > 0);
    }

    void theTreeSaysHowManyThereAre()
    {
        Window window(line("pods"));
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        ClusterTreeModel *tree = window.workspace->tree()->tree();
        const auto count = [&](const char *group, const char *plural) {
            return tree->resourceIndex(QStringLiteral("demo"), {group, plural}).data(ClusterTreeModel::CountTextRole).toString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(count("", "pods"), QString::number(window.page()->objects()), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(!count("apps", "deployments").isEmpty(), Patience);
        QVERIFY(count("", "configmaps").isEmpty()); // its group is closed
        // What a table watches is counted with it, change by change.
        const kube::ClusterPorts ports = window.clusters->ports(QStringLiteral("demo"));
        const kube::ResourceInfo deployments = *window.clusters->catalog(QStringLiteral("demo"))->find({"apps", "deployments"});
        const qint64 before = window.page()->objects();
        const auto scale = [&](std::int64_t replicas) { auto asked = ports.scale->setScale(deployments, {"payments", "api"}, replicas, {}); };
        scale(60);
        QTRY_VERIFY_WITH_TIMEOUT(window.page()->objects() > before + 20, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(count("", "pods"), QString::number(window.page()->objects()), Patience);
        scale(3);
        QTRY_VERIFY_WITH_TIMEOUT(window.page()->objects() < before + 20, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(count("", "pods"), QString::number(window.page()->objects()), Patience);
    }

    void whatOneTableCountsAnotherOfThatKindDoesNotEnd()
    {
        Window window(line("events"));
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        const auto counts = [&window] {
            ClusterTreeModel *tree = window.workspace->tree()->tree();
            return tree->resourceIndex(QStringLiteral("demo"), {"", "events"}).data(Qt::ToolTipRole).toString();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(counts().contains(QStringLiteral("live")), qPrintable(counts()), Patience);
        window.open("apps", "deployments");
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        window.selectFirst();
        window.action(ActionId::ShowEvents)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive() && !window.page()->state().selectors.fields.empty(), Patience);
        QVERIFY2(counts().contains(QStringLiteral("live")), qPrintable(counts()));
        window.action(ActionId::CloseTab)->trigger();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(window.tabs().size(), 2);
        QVERIFY2(counts().contains(QStringLiteral("live")), qPrintable(counts()));
    }
};

ORRERY_TEST(WorkspaceTest)
} // namespace workspace_test
#include "workspace_test.moc"
