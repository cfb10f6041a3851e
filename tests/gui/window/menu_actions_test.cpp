// SPDX-License-Identifier: Apache-2.0
// What the menus offer, and that each of it does something or says why not.
#include "tests/gui/support/demo_home.h"
#include "tests/support/test_program.h"
#include "ui/views/clusters/credential_dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace menu_actions_test {

using namespace orrery;
using namespace orrery::test;

class MenuActionsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoHome> m_home;

    [[nodiscard]] QString write(const char *name, const QByteArray &content) const
    {
        QFile file(m_home->path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the file could not be written");
        return file.fileName();
    }
    [[nodiscard]] QByteArray demoConfig() const
    {
        QFile file(m_home->kubeconfig());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("there is no kubeconfig of the demo");
        return file.readAll();
    }
    static QStringList contexts(const Window &window)
    {
        QStringList names;
        for (const kube::ContextInfo &info : window.clusters->contexts())
            names << info.name;
        return names;
    }
    static QString copied() { return QGuiApplication::clipboard()->text(); }

private Q_SLOTS:
    void initTestCase() { m_home = std::make_unique<DemoHome>(); }
    void cleanupTestCase() { m_home.reset(); }

    void everyEntryOfAMenuDoesSomethingOrSaysWhyNot()
    {
        Window window(m_home->line("pods"));
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        int entries = 0;
        const QList<QAction *> known = window.main.actions().all();
        const std::function<void(const QMenu *)> walk = [&](const QMenu *menu) {
            for (QAction *action : menu->actions()) {
                if (action->menu())
                    walk(action->menu());
                if (!known.contains(action))
                    continue;
                ++entries;
                // What the chosen kind has not is hidden; without a handler it would be for ever.
                QVERIFY2(action->isVisible() || window.main.actions().hasHandler(action), qPrintable(action->text()));
                QVERIFY2(action->isEnabled() || !action->toolTip().isEmpty(), qPrintable(action->text()));
            }
        };
        for (const QAction *top : window.main.findChild<QMenuBar *>()->actions())
            walk(top->menu());
        QCOMPARE(entries, static_cast<int>(known.size()));
    }

    void aTokenCanBeEnteredWhereNothingCouldBeOpened()
    {
        CommandLine asked = m_home->line("pods");
        asked.server = QStringLiteral("https://127.0.0.1:1");
        Window window(asked);
        QTRY_COMPARE_WITH_TIMEOUT(window.clusters->health(QStringLiteral("demo")).state, kube::HealthState::Failed, Patience);
        for (const ActionId id : {ActionId::EnterToken, ActionId::EnterPassphrase, ActionId::RetryNow, ActionId::Refresh})
            QVERIFY(window.action(id)->isEnabled());
        window.action(ActionId::EnterToken)->trigger();
        QVERIFY(window.main.findChild<CredentialDialog *>());
    }

    void theClusterMenuIsAboutTheContextInTroubleThatIsChosenInTheTree()
    {
        CommandLine asked = m_home->line("pods");
        asked.kubeconfig = write("partly.yaml", demoConfig().replace("clusters:\n", "clusters:\n- name: gone\n  cluster: {server: \"https://127.0.0.1:1\"}\n")
                                                    .replace("name: demo-viewer\n  context: {cluster: demo,", "name: demo-viewer\n  context: {cluster: gone,"));
        Window window(asked);
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        auto *tree = window.workspace->tree();
        tree->openContext(QStringLiteral("demo-viewer"));
        QTRY_COMPARE_WITH_TIMEOUT(window.clusters->health(QStringLiteral("demo-viewer")).state, kube::HealthState::Failed, Patience);
        const auto asksFor = [&window] {
            window.action(ActionId::EnterToken)->trigger();
            std::unique_ptr<CredentialDialog> dialog(window.main.findChild<CredentialDialog *>());
            QString text;
            for (const QLabel *label : dialog->findChildren<QLabel *>())
                text += label->text();
            return text.contains(QStringLiteral("demo-viewer")) ? QStringLiteral("demo-viewer") : QStringLiteral("demo");
        };
        QCOMPARE(asksFor(), QStringLiteral("demo")); // of the table that is looked at
        tree->setCurrentIndex(tree->tree()->contextIndex(QStringLiteral("demo-viewer")));
        QCOMPARE(asksFor(), QStringLiteral("demo-viewer"));
    }

    void refreshIsOfTheClusterLookedAtNotOfTheOneInTroubleThatIsChosenInTheTree()
    {
        CommandLine asked = m_home->line("pods");
        asked.kubeconfig = write("half.yaml", demoConfig().replace("clusters:\n", "clusters:\n- name: gone\n  cluster: {server: \"https://127.0.0.1:1\"}\n")
                                                  .replace("name: demo-viewer\n  context: {cluster: demo,", "name: demo-viewer\n  context: {cluster: gone,"));
        Window window(asked);
        int discovered = 0;
        const auto connection = connect(window.clusters.get(), &Clusters::catalogChanged, this, [&discovered](const QString &context) {
            discovered += context == QLatin1String("demo") ? 1 : 0;
        });
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        auto *tree = window.workspace->tree();
        tree->openContext(QStringLiteral("demo-viewer"));
        QTRY_COMPARE_WITH_TIMEOUT(window.clusters->health(QStringLiteral("demo-viewer")).state, kube::HealthState::Failed, Patience);
        tree->setCurrentIndex(tree->tree()->contextIndex(QStringLiteral("demo-viewer")));
        QTRY_VERIFY_WITH_TIMEOUT(discovered >= 2, Patience); // a first answer is asked for again, and then believed
        const int before = discovered;
        window.action(ActionId::Refresh)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(discovered > before, Patience);
        disconnect(connection);
    }

    void aContextThatCannotBeUsedSaysWhyInPlaceOfConnecting()
    {
        CommandLine asked = m_home->line("pods");
        asked.kubeconfig = write("userless.yaml", demoConfig().replace("name: demo-viewer\n  context: {cluster: demo, user: ", "name: demo-viewer\n  context: {cluster: demo, user: not-"));
        Window window(asked);
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        auto *tree = window.workspace->tree();
        tree->setCurrentIndex(tree->tree()->contextIndex(QStringLiteral("demo-viewer")));
        QVERIFY(!window.action(ActionId::Connect)->isEnabled());
        QVERIFY2(window.action(ActionId::Connect)->toolTip().contains(QStringLiteral("user \"not-")), qPrintable(window.action(ActionId::Connect)->toolTip()));
        tree->setCurrentIndex(tree->tree()->contextIndex(QStringLiteral("demo-nobody")));
        QVERIFY(window.action(ActionId::Connect)->isEnabled());
    }

    void aKubeconfigIsOpenedBesideTheFirst()
    {
        const QString file = write("other.yaml", demoConfig().replace("name: demo-viewer", "name: looks-only").replace("current-context: demo\n", "current-context: looks-only\n"));
        Window window(m_home->line("pods"));
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        window.action(ActionId::OpenKubeconfig)->trigger();
        auto *dialog = window.main.findChild<QFileDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->windowTitle(), QStringLiteral("Open Kubeconfig"));
        dialog->findChild<QLineEdit *>()->setText(file);
        QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(contexts(window),
                                  QStringList({QStringLiteral("demo"), QStringLiteral("demo-viewer"), QStringLiteral("demo-nobody"), QStringLiteral("demo (other.yaml)"),
                                               QStringLiteral("looks-only"), QStringLiteral("demo-nobody (other.yaml)")}),
                                  Patience);
        QVERIFY2(window.main.toast()->text().contains(QStringLiteral("other.yaml")), qPrintable(window.main.toast()->text()));
        QVERIFY(window.isLive()); // what is open stays so
        // The file's own context is chosen, not opened; Connect opens it.
        QVERIFY(!window.clusters->isOpen(QStringLiteral("looks-only")));
        QVERIFY(window.action(ActionId::Connect)->isEnabled());
        window.action(ActionId::Connect)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window.clusters->catalog(QStringLiteral("looks-only")), Patience);
        QVERIFY(!window.action(ActionId::Connect)->isEnabled());
        QCOMPARE(window.action(ActionId::Connect)->toolTip(), QStringLiteral("looks-only is open"));
        window.workspace->addKubeconfig(file);
        QCOMPARE(contexts(window).size(), 6); // once is enough
    }

    void aDamagedFileIsSaidAndChangesNothing()
    {
        Window window(m_home->line("pods"));
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        window.workspace->addKubeconfig(write("damaged.yaml", "apiVersion: v1\nkind: Config\nclusters: [\n"));
        QCOMPARE(contexts(window).size(), 3);
        QVERIFY2(window.main.toast()->text().contains(QStringLiteral("damaged.yaml")), qPrintable(window.main.toast()->text()));
    }

    void whereThereIsNoneItIsOpenedFromTheMiddle()
    {
        CommandLine line;
        Window window(line);
        QVERIFY(!window.cannotStart.isEmpty());
        QCOMPARE(window.main.welcome()->button()->text(), QStringLiteral("Open Kubeconfig…"));
        window.main.welcome()->button()->click();
        QVERIFY(window.main.findChild<QFileDialog *>());
        window.main.findChild<QFileDialog *>()->reject();
        window.workspace->addKubeconfig(m_home->kubeconfig());
        QCOMPARE(contexts(window).size(), 3);
        QVERIFY(!window.main.welcome()->button()->isVisible());
        window.action(ActionId::Connect)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window.clusters->catalog(QStringLiteral("demo")), Patience);
    }

    void yamlIsCopiedWhole()
    {
        Window window(m_home->line("pods"));
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        QVERIFY(!window.action(ActionId::CopyYaml)->isEnabled());
        window.selectFirst();
        QTRY_VERIFY_WITH_TIMEOUT(window.action(ActionId::CopyYaml)->isEnabled(), Patience);
        window.action(ActionId::CopyYaml)->trigger();
        const QString name = QStringLiteral("  name: ") + QString::fromStdString(window.page()->selectedObject()->name);
        QTRY_VERIFY_WITH_TIMEOUT(copied().contains(name), Patience);
        QVERIFY2(copied().startsWith(QStringLiteral("apiVersion: v1\n")), qPrintable(copied()));
        QVERIFY(copied().contains(QStringLiteral("kind: Pod\n")));
    }

    void aSecretIsCopiedAsItIsShown()
    {
        Window window(m_home->line("secrets"));
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        window.selectFirst();
        QTRY_VERIFY_WITH_TIMEOUT(window.action(ActionId::CopyYaml)->isEnabled(), Patience);
        window.action(ActionId::CopyYaml)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(copied().contains(QStringLiteral("kind: Secret")), Patience);
        QVERIFY2(copied().contains(QStringLiteral("••••••")), qPrintable(copied()));
        for (auto *button : window.details()->findChildren<QToolButton *>()) {
            if (button->text() == QStringLiteral("Show values"))
                button->setChecked(true);
        }
        // At once, though the text that shows them is still being made.
        window.action(ActionId::CopyYaml)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!copied().contains(QStringLiteral("••••••")), Patience);
        QVERIFY(copied().contains(QStringLiteral("kind: Secret")));
    }
};

ORRERY_TEST(MenuActionsTest)
} // namespace menu_actions_test
#include "menu_actions_test.moc"
