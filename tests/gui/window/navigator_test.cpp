// SPDX-License-Identifier: Apache-2.0
// Back and Forward, as in a browser: tables, their namespaces and objects, through closed tabs too.
#include "tests/gui/support/demo_home.h"
#include "tests/support/test_program.h"
#include "ui/views/logs/log_page.h"

namespace navigator_test {

using namespace orrery;
using namespace orrery::test;

class NavigatorTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoHome> m_home;
    std::unique_ptr<Window> m_window;

    void open(const char *group, const char *plural)
    {
        m_window->open(group, plural);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isLive(), Patience);
    }
    void back() { m_window->action(ActionId::Back)->trigger(); }
    void forward() { m_window->action(ActionId::Forward)->trigger(); }
    [[nodiscard]] bool canGoBack() const { return m_window->action(ActionId::Back)->isEnabled(); }
    [[nodiscard]] bool canGoForward() const { return m_window->action(ActionId::Forward)->isEnabled(); }
    [[nodiscard]] QString title() const { return m_window->main.tabs()->currentPage()->title(); }
    [[nodiscard]] std::vector<std::string> scope() const { return m_window->page()->state().scope.names; }

private Q_SLOTS:
    void initTestCase() { m_home = std::make_unique<DemoHome>(); }
    void cleanupTestCase() { m_home.reset(); }
    void init()
    {
        CommandLine line = m_home->line("pods");
        line.allNamespaces = true;
        m_window = std::make_unique<Window>(line);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isLive(), Patience);
    }
    void cleanup() { m_window.reset(); }

    void atFirstThereIsNowhereToGoAndItSaysSo()
    {
        QVERIFY(!canGoBack());
        QVERIFY(!canGoForward());
        QCOMPARE(m_window->action(ActionId::Back)->toolTip(), QStringLiteral("There is nothing before this"));
        QCOMPARE(m_window->action(ActionId::Forward)->toolTip(), QStringLiteral("There is nothing after this"));
    }

    void throughTablesAndBackAgain()
    {
        open("apps", "deployments");
        open("", "nodes");
        back();
        QCOMPARE(title(), QStringLiteral("Deployments"));
        back();
        QCOMPARE(title(), QStringLiteral("Pods"));
        QVERIFY(!canGoBack());
        forward();
        QCOMPARE(title(), QStringLiteral("Deployments"));
        forward();
        QCOMPARE(title(), QStringLiteral("Nodes"));
        QVERIFY(!canGoForward());
        QCOMPARE(m_window->tabs().size(), 3); // no tab is opened twice
    }

    void goingOnFromTheMiddleForgetsWhatWasAhead()
    {
        open("apps", "deployments");
        back();
        open("", "nodes");
        QVERIFY(!canGoForward());
        back();
        QCOMPARE(title(), QStringLiteral("Pods"));
    }

    void aTabOfTheBarIsAPlaceToo()
    {
        open("apps", "deployments");
        m_window->main.tabs()->turn(-1);
        back();
        QCOMPARE(title(), QStringLiteral("Deployments"));
    }

    void namespacesArePlaces()
    {
        m_window->page()->setScope({{"payments"}});
        m_window->page()->setScope({{"platform"}});
        back();
        QCOMPARE(scope(), std::vector<std::string>{"payments"});
        back();
        QCOMPARE(scope(), std::vector<std::string>());
        forward();
        QCOMPARE(scope(), std::vector<std::string>{"payments"});
        QCOMPARE(m_window->tabs().size(), 1);
    }

    void aTableThatWasClosedIsOpenedAgainWithItsNamespaceAndObject()
    {
        m_window->page()->setScope({{"payments"}});
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isLive(), Patience);
        m_window->selectFirst();
        const kube::ObjectKey pod = *m_window->page()->selectedObject();
        open("apps", "deployments");
        m_window->main.tabs()->turn(-1);
        m_window->action(ActionId::CloseTab)->trigger();
        QCOMPARE(m_window->tabs(), QStringList(QStringLiteral("Deployments")));
        back();
        QCOMPARE(title(), QStringLiteral("Pods"));
        QCOMPARE(scope(), std::vector<std::string>{"payments"});
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page()->selectedObject(), Patience);
        QCOMPARE(*m_window->page()->selectedObject(), pod);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace->details()->object(), Patience);
    }

    void aLogThatWasClosedIsForgotten()
    {
        m_window->selectFirst();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace->details()->object(), Patience);
        m_window->action(ActionId::ShowLogs)->trigger();
        QVERIFY(qobject_cast<LogPage *>(m_window->main.tabs()->currentPage()));
        open("apps", "deployments");
        back();
        QVERIFY(qobject_cast<LogPage *>(m_window->main.tabs()->currentPage()));
        m_window->action(ActionId::CloseTab)->trigger();
        while (canGoBack())
            back();
        QCOMPARE(title(), QStringLiteral("Pods"));
        while (canGoForward()) {
            forward();
            QVERIFY(!qobject_cast<LogPage *>(m_window->main.tabs()->currentPage()));
        }
        QCOMPARE(title(), QStringLiteral("Deployments"));
    }

    void theTableHasTheKeysAfterwards()
    {
        QVERIFY(QTest::qWaitForWindowActive(&m_window->main));
        open("apps", "deployments");
        back();
        QVERIFY(m_window->page()->table()->hasFocus());
    }
};

ORRERY_TEST(NavigatorTest)
} // namespace navigator_test
#include "navigator_test.moc"
