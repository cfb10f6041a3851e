// SPDX-License-Identifier: Apache-2.0
// A user who may list neither namespaces nor Pods of the whole cluster, and works in one namespace.
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/fake_feed.h"
#include "tests/gui/support/sample_pods.h"
#include "tests/support/warnings.h"
#include "ui/views/resources/resource_page.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/namespace_panel.h"
#include "ui/widgets/namespace_picker.h"
#include "ui/widgets/table_view.h"

#include <QLabel>
#include <QLineEdit>

using namespace orrery;
using namespace orrery::test;

class NamespaceChoiceTest : public QObject
{
    Q_OBJECT

    const QString m_note = QStringLiteral("namespaces is forbidden: User \"eve\" cannot list resource \"namespaces\". Type a namespace's name.");
    std::shared_ptr<kube::test::ManualTime> m_time;
    std::unique_ptr<FakeFeed> m_feed;
    std::unique_ptr<FakeCluster> m_cluster;
    std::unique_ptr<ResourcePage> m_page;

    void forbid(const char *space)
    {
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Forbidden;
        freshness.denied = kube::DeniedRight{"eve", "list", "pods", space};
        m_feed->current->tell(freshness);
        m_time->run();
    }
    [[nodiscard]] NamespacePicker *picker() const { return m_page->findChild<NamespacePicker *>(); }
    [[nodiscard]] QLineEdit *search() const { return picker()->panel()->findChild<QLineEdit *>(); }
    [[nodiscard]] EmptyState *empty() const { return m_page->findChild<EmptyState *>(); }
    void choose(const QString &name) const
    {
        picker()->click();
        QTest::keyClicks(search(), name);
        QTest::keyClick(search(), Qt::Key_Return);
        m_time->run();
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_time = std::make_shared<kube::test::ManualTime>();
        m_feed = std::make_unique<FakeFeed>(m_time);
        m_cluster = std::make_unique<FakeCluster>();
        TableSource::Environment environment;
        environment.ports.cluster = m_cluster.get();
        environment.ports.feed = m_feed.get();
        environment.gui = environment.background = environment.delivery = m_time;
        environment.now = [] { return *kube::parseTime("2026-11-23T07:00:00Z"); };
        m_page = std::make_unique<ResourcePage>(podsInfo(), environment, QStringLiteral("prod-eu"), ResourcePage::State{});
        connect(m_page.get(), &ResourcePage::namespacesWanted, m_page.get(), [this] { m_page->setNamespaces({}, m_note); });
        m_page->resize(900, 500);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_time->run();
        forbid("");
    }
    void cleanup()
    {
        m_page.reset();
        m_time->run();
    }

    void thePageSaysWhatIsMissingAndThatANamespaceHelps()
    {
        QCOMPARE(empty()->accessibleName(), QStringLiteral("eve may not list pods in the whole cluster"));
        QStringList words;
        for (const QLabel *label : empty()->findChildren<QLabel *>())
            words << label->text();
        QVERIFY2(words.join(QLatin1Char(' ')).contains(QStringLiteral("Choose a namespace")), qPrintable(words.join(QLatin1Char(' '))));
    }

    void theListSaysWhyItIsEmptyAndTakesATypedName()
    {
        picker()->click();
        auto *panel = picker()->panel();
        QVERIFY(panel->isVisible());
        QVERIFY(search()->hasFocus());
        QCOMPARE(panel->findChild<QLabel *>()->text(), m_note);
        QVERIFY(panel->findChild<QLabel *>()->isVisible());
        QCOMPARE(unnamedWidgets(m_page.get()), QStringList());
        QTest::keyClicks(search(), QStringLiteral("shop"));
        QTest::keyClick(search(), Qt::Key_Return);
        m_time->run();
        QCOMPARE(m_feed->requests.back().scope.names, std::vector<std::string>{"shop"});
        m_feed->current->source->put(podJson("shop", "web-1", "uid-1", "Running"));
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Live;
        freshness.loaded = 1;
        m_feed->current->tell(freshness);
        m_time->run();
        QVERIFY(!empty()->isVisible());
        QCOMPARE(m_page->rows(), 1);
        QCOMPARE(picker()->text(), QStringLiteral("shop"));
    }

    void aNameTypedInVainIsNamedInTheRefusal()
    {
        choose(QStringLiteral("kube-system"));
        forbid("kube-system");
        QCOMPARE(empty()->accessibleName(), QStringLiteral("eve may not list pods in namespace kube-system"));
        choose(QStringLiteral("shop"));
        QCOMPARE(m_feed->requests.back().scope.names, std::vector<std::string>{"shop"});
        QCOMPARE(m_page->freshness().state, kube::FreshnessState::Connecting);
    }

    void severalTypedNamesAreOneTable()
    {
        choose(QStringLiteral("shop"));
        picker()->click();
        QTest::keyClicks(search(), QStringLiteral("web"));
        QTest::keyClick(search(), Qt::Key_Down);
        QTest::keyClick(picker()->panel()->focusWidget(), Qt::Key_Space);
        QTest::keyClick(picker()->panel()->focusWidget(), Qt::Key_Return);
        m_time->run();
        QCOMPARE(m_feed->requests.back().scope.names, (std::vector<std::string>{"shop", "web"}));
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Live;
        freshness.missingNamespaces = {"web"};
        m_feed->current->tell(freshness);
        m_time->run();
        QStringList words;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            words << label->text();
        QVERIFY2(words.filter(QStringLiteral("not allowed in web")).size() == 1, qPrintable(words.join(QLatin1Char('|'))));
    }
};

QTEST_MAIN(NamespaceChoiceTest)
#include "namespace_choice_test.moc"
