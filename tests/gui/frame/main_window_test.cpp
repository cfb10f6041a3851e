// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/sample_cluster.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/base/icons.h"
#include "ui/base/table_roles.h"
#include "ui/base/tone.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/frame/session_store.h"
#include "ui/frame/status_face.h"
#include "ui/models/cluster_tree_model.h"
#include "ui/views/clusters/cluster_tree_view.h"
#include "ui/widgets/apply_theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/key_value_list.h"
#include "ui/widgets/namespace_picker.h"
#include "ui/widgets/page.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace main_window_test {

using namespace orrery;

namespace {

/// A page as the resources room makes it, with rows of its own.
class SamplePage final : public Page
{
public:
    SamplePage(const QString &title, IconName picture, const QString &context) : m_title(title), m_picture(picture), m_context(context)
    {
        setAccessibleName(title);
        auto *heading = new QLabel(title);
        heading->setFont(titleFont(font()));
        auto *picker = new NamespacePicker;
        picker->setChosen({QStringLiteral("payments"), QStringLiteral("web")});
        m_filter = new FilterField;
        m_filter->listenOn(this);
        auto *badge = new Badge;
        badge->setText({Tone::Ready, QStringLiteral("live"), {}, {}});
        auto *bar = new QHBoxLayout;
        bar->setContentsMargins(12, 8, 12, 8);
        for (QWidget *part : {static_cast<QWidget *>(heading), static_cast<QWidget *>(picker)})
            bar->addWidget(part);
        bar->addStretch(1);
        bar->addWidget(m_filter);
        bar->addWidget(badge);
        m_table = new TableView;
        m_table->setAccessibleName(title);
        m_model.setHorizontalHeaderLabels({QStringLiteral("Name"), QStringLiteral("Ready"), QStringLiteral("Status"), QStringLiteral("Restarts"), QStringLiteral("Age"), QStringLiteral("Node")});
        m_model.setHeaderData(0, Qt::Horizontal, true, ColumnStretchRole);
        m_model.setHeaderData(3, Qt::Horizontal, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
        m_model.setHeaderData(4, Qt::Horizontal, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
        const struct { const char *name, *ready, *status; Tone tone; const char *restarts, *age, *node; } rows[] = {
            {"web-7c9f-x2kqp", "0/1", "CrashLoopBackOff", Tone::Failing, "14", "31m", "w-12"},
            {"web-7c9f-9lmzt", "1/1", "Running", Tone::Ready, "0", "31m", "w-07"},
            {"pay-0", "0/1", "Pending", Tone::Pending, "0", "2m5s", "—"},
            {"pay-1", "1/1", "Terminating", Tone::Terminating, "2", "3d4h", "w-03"},
            {"migrate-28391", "0/1", "Completed", Tone::Completed, "0", "5d", "w-01"},
            {"web-canary-5d8f7-abcde", "0/2", "ContainerCreating", Tone::Informative, "0", "4s", "w-09"}};
        for (int i = 0; i < 30; ++i) {
            const auto &row = rows[i % 6];
            QList<QStandardItem *> items;
            for (const char *text : {row.name, row.ready, row.status, row.restarts, row.age, row.node})
                items << new QStandardItem(QString::fromUtf8(text));
            items.at(2)->setData(static_cast<int>(row.tone), ToneRole);
            for (const int right : {3, 4})
                items.at(right)->setData(static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
            if (i == 7) {
                for (QStandardItem *item : items)
                    item->setData(monotonicMsecs(), ChangedAtRole);
            }
            m_model.appendRow(items);
        }
        m_table->setModel(&m_model);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        layout->addLayout(bar);
        layout->addWidget(new ProgressLine);
        layout->addWidget(m_table, 1);
        setBackgroundRole(QPalette::Base);
        setAutoFillBackground(true);
    }
    [[nodiscard]] QString title() const override { return m_title; }
    [[nodiscard]] QIcon icon() const override { return orrery::icon(m_picture); }
    [[nodiscard]] QString contextName() const override { return m_context; }
    void focusContent() override { m_table->setFocus(); }
    void focusFilter() override { m_filter->focusField(); }
    [[nodiscard]] TableView *table() const { return m_table; }
    void rename(const QString &title)
    {
        m_title = title;
        Q_EMIT titleChanged();
    }

private:
    QString m_title;
    IconName m_picture;
    QString m_context;
    FilterField *m_filter;
    TableView *m_table;
    QStandardItemModel m_model;
};

QWidget *sampleDetails()
{
    auto *panel = new QWidget;
    panel->setFocusPolicy(Qt::StrongFocus);
    panel->setAccessibleName(QStringLiteral("Details"));
    panel->setBackgroundRole(QPalette::Base);
    panel->setAutoFillBackground(true);
    auto *title = new QLabel(QStringLiteral("web-7c9f-x2kqp"));
    title->setFont(titleFont(title->font()));
    auto *facts = new KeyValueList;
    facts->setRows({{QStringLiteral("Status"), QStringLiteral("CrashLoopBackOff"), {}, Tone::Failing, {}, false},
                    {QStringLiteral("Owner"), QStringLiteral("ReplicaSet web-7c9f"), {}, Tone::Neutral, QStringLiteral("rs"), false},
                    {QStringLiteral("Node"), QStringLiteral("w-12"), {}, Tone::Neutral, {}, false},
                    {QStringLiteral("Labels"), QStringLiteral("app=web\ntier=front"), {}, Tone::Neutral, {}, true}});
    auto *layout = new QVBoxLayout(panel);
    layout->addWidget(title);
    layout->addWidget(facts);
    layout->addStretch(1);
    return panel;
}

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<ThemeController> m_theme;
    std::unique_ptr<SessionStore> m_store;
    std::unique_ptr<ClusterTreeModel> m_tree;
    std::unique_ptr<MainWindow> m_window;
    ClusterTreeView *m_view = nullptr;
    SamplePage *m_pods = nullptr;

    void fillTree()
    {
        m_tree = std::make_unique<ClusterTreeModel>();
        m_tree->setContexts(test::sampleContexts());
        m_view = new ClusterTreeView;
        m_view->setTree(m_tree.get());
        m_view->openContext(QStringLiteral("prod-eu"));
        m_tree->setHealth(QStringLiteral("prod-eu"), test::sampleHealth());
        m_tree->setCatalog(QStringLiteral("prod-eu"), test::sampleCatalog());
        qint64 number = 100310;
        const kube::CatalogPtr catalog = test::sampleCatalog();
        for (const auto &info : catalog->resources) {
            m_tree->setCount(QStringLiteral("prod-eu"), info.gvr.groupResource(), number);
            number = number / 2 + 3;
        }
        m_view->reveal(m_tree->resourceIndex(QStringLiteral("prod-eu"), {"", "pods"}));
    }

private Q_SLOTS:
    void initTestCase()
    {
        kube::test::failOnWarnings();
        m_theme = std::make_unique<ThemeController>(*qApp, ThemeChoice::Light);
    }

    void init()
    {
        m_store = std::make_unique<SessionStore>(QString());
        m_window = std::make_unique<MainWindow>(*m_store);
        fillTree();
        m_window->setTree(m_view);
        m_window->setDetails(sampleDetails());
        m_pods = new SamplePage(QStringLiteral("Pods"), IconName::Pod, QStringLiteral("prod-eu"));
        m_window->tabs()->addPage(m_pods);
        m_window->status()->setHealth(QStringLiteral("prod-eu"), test::sampleHealth());
        m_window->status()->setMemory(148'200'000);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_tree.reset();
        m_store.reset();
    }

    void everythingThatTakesTheFocusHasAName()
    {
        m_window->showDetails(true);
        QCOMPARE(test::unnamedWidgets(m_window.get()), QStringList());
    }

    void everyMenuActionHasATextAndNoTwoShareAShortcut()
    {
        QHash<QString, QString> seen;
        for (const QAction *action : m_window->actions().all()) {
            QVERIFY(!action->text().isEmpty());
            const QString keys = action->shortcut().toString();
            QVERIFY2(keys.isEmpty() || !seen.contains(keys), qPrintable(keys + seen.value(keys)));
            seen.insert(keys, action->text());
        }
    }

    void anActionIsShownOnceItDoesSomething()
    {
        Actions &actions = m_window->actions();
        QVERIFY(!actions.action(ActionId::Scale)->isVisible());
        int scaled = 0;
        actions.setHandler(ActionId::Scale, [&] { ++scaled; });
        QVERIFY(actions.action(ActionId::Scale)->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(scaled, 1);
        actions.setUnavailable(ActionId::Scale, QStringLiteral("anna may not update deployments/scale"));
        QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(scaled, 1);
        QCOMPARE(actions.action(ActionId::Scale)->toolTip(), QStringLiteral("anna may not update deployments/scale"));
    }

    void pagesAreTabsThatOpenTurnAndClose()
    {
        PageTabs *tabs = m_window->tabs();
        auto *events = new SamplePage(QStringLiteral("Events"), IconName::Event, QStringLiteral("staging"));
        QSignalSpy shown(m_window.get(), &MainWindow::currentPageChanged);
        tabs->addPage(events);
        QCOMPARE(tabs->currentPage(), events);
        QVERIFY(shown.count() > 0);
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Events · staging — Orrery"));
        QTest::keyClick(m_window.get(), Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(tabs->currentPage(), m_pods);
        m_pods->rename(QStringLiteral("Pods in web"));
        QCOMPARE(tabs->tabText(0), QStringLiteral("Pods in web"));
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Pods in web · prod-eu — Orrery"));
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(tabs->currentPage(), nullptr);
        QVERIFY(m_window->welcome()->isVisible());
    }

    void theKeyboardGoesOnInThePageBehindAClosedOne()
    {
        PageTabs *tabs = m_window->tabs();
        auto *events = new SamplePage(QStringLiteral("Events"), IconName::Event, QStringLiteral("staging"));
        tabs->addPage(events);
        events->focusContent();
        tabs->closePage(events);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(m_pods->table()));
        m_view->setFocus();
        tabs->closePage(m_pods);
        QVERIFY(m_view->hasFocus());
    }

    void aWidePageBehindAnotherTakesNoRoom()
    {
        PageTabs *tabs = m_window->tabs();
        auto *events = new SamplePage(QStringLiteral("Events"), IconName::Event, QStringLiteral("staging"));
        tabs->addPage(events);
        const int alone = tabs->stack()->minimumSizeHint().width();
        auto *wide = new QWidget;
        wide->setMinimumWidth(4000);
        m_pods->layout()->addWidget(wide);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(tabs->stack()->minimumSizeHint().width(), alone);
        tabs->showPage(m_pods);
        QVERIFY(tabs->stack()->minimumSizeHint().width() >= 4000);
    }

    void escapeClosesTheNearestThing()
    {
        m_window->showDetails(true);
        m_window->toast()->say(Tone::Ready, QStringLiteral("Scaled web to 5"));
        m_pods->focusContent();
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QCOMPARE(m_window->toast()->text(), QString());
        QVERIFY(m_window->actions().action(ActionId::ShowDetails)->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(m_pods->table()->hasFocus());
    }

    void keysGoToTheThreeParts()
    {
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
        QVERIFY(m_view->hasFocus());
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::AltModifier);
        QVERIFY(m_pods->table()->hasFocus());
        QTest::keyClick(m_window.get(), Qt::Key_Slash);
        QVERIFY(!m_pods->table()->hasFocus());
    }

    void aContextsColourIsRemembered()
    {
        QAction *red = nullptr;
        for (QAction *action : m_window->findChildren<QAction *>()) {
            if (action->data().toString() == QLatin1String("red"))
                red = action;
        }
        QVERIFY(red);
        red->trigger();
        QVERIFY(red->isChecked());
        m_window->setCurrentContext(QStringLiteral("staging"));
        QVERIFY(!red->isChecked());
        m_window->setCurrentContext(QStringLiteral("prod-eu"));
        QVERIFY(red->isChecked());
    }

    void theTitleSaysWhatIsOnScreen()
    {
        m_window->setCurrentContext(QStringLiteral("staging"));
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Pods · prod-eu — Orrery"));
        m_window->tabs()->closePage(m_pods);
        m_window->setCurrentContext(QStringLiteral("staging"));
        QCOMPARE(m_window->windowTitle(), QStringLiteral("staging — Orrery"));
    }

    void themeAndRowHeightAreRemembered()
    {
        QSignalSpy theme(m_window.get(), &MainWindow::themeChosen);
        QSignalSpy density(m_window.get(), &MainWindow::densityChosen);
        m_window->actions().trigger(ActionId::ThemeDark);
        m_window->actions().trigger(ActionId::DensityCompact);
        QCOMPARE(theme.count(), 1);
        QCOMPARE(density.count(), 1);
        MainWindow next(*m_store);
        QCOMPARE(next.themeChoice(), ThemeChoice::Dark);
        QCOMPARE(next.density(), Density::Compact);
    }

    void theStatusFaceSaysItInWords()
    {
        QStringList words;
        for (const QLabel *label : m_window->status()->findChildren<QLabel *>())
            words << label->text();
        const QString all = words.join(QLatin1Char('|'));
        for (const char *part : {"prod-eu v1.31.2 as anna", "12 ms", "412 ev/s", "queues 0"})
            QVERIFY2(all.contains(QLatin1String(part)), qPrintable(all));
        m_window->setReadOnly(true);
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("read-only")));
        kube::Health cut = test::sampleHealth();
        cut.state = kube::HealthState::Reconnecting;
        m_window->status()->setHealth(QStringLiteral("prod-eu"), cut);
        bool said = false;
        for (const QLabel *label : m_window->status()->findChildren<QLabel *>())
            said = said || label->text().contains(QStringLiteral("reconnecting"));
        QVERIFY(said);
    }

    void theLayoutComesBack()
    {
        m_window->resize(1000, 700);
        m_window->actions().trigger(ActionId::ShowTree);
        QSignalSpy closing(m_window.get(), &MainWindow::aboutToClose);
        m_window->close();
        QCOMPARE(closing.count(), 1);
        QCOMPARE(m_store->value(QStringLiteral("window/treeShown")).toBool(), false);
    }

    /// Pictures for people: set ORRERY_SHOTS to a folder.
    void itLooksTheSameInBothThemes()
    {
        m_window->showDetails(true);
        m_pods->table()->selectRow(0);
        m_pods->focusContent();
        m_window->setCurrentContext(QStringLiteral("prod-eu"));
        m_window->tabs()->addPage(new SamplePage(QStringLiteral("Deployments"), IconName::Deployment, QStringLiteral("prod-eu")));
        m_window->tabs()->showPage(m_pods);
        m_pods->focusContent();
        const QString folder = qEnvironmentVariable("ORRERY_SHOTS");
        QSize size;
        for (const auto &[choice, name] : {std::pair(ThemeChoice::Light, "light"), std::pair(ThemeChoice::Dark, "dark")}) {
            m_theme->setChoice(choice);
            QCoreApplication::processEvents(); // a theme arrives at widgets by an event
            const QImage shot = m_window->grab().toImage();
            QVERIFY(size.isEmpty() || size == shot.size());
            size = shot.size();
            QCOMPARE(isDark(m_pods->palette()), choice == ThemeChoice::Dark);
            if (!folder.isEmpty())
                QVERIFY(shot.save(QStringLiteral("%1/window-%2.png").arg(folder, QLatin1String(name))));
        }
        m_theme->setChoice(ThemeChoice::Light);
    }
};

ORRERY_TEST(MainWindowTest)
} // namespace main_window_test
#include "main_window_test.moc"
