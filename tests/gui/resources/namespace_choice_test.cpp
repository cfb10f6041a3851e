// SPDX-License-Identifier: Apache-2.0
// A user who may list neither namespaces nor Pods of the whole cluster, and works in one namespace.
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/page_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/namespace_panel.h"
#include "ui/widgets/namespace_picker.h"
#include "ui/widgets/table_view.h"

#include <QLabel>
#include <QLineEdit>

namespace namespace_choice_test {

using namespace orrery;
using namespace orrery::test;

class NamespaceChoiceTest : public QObject, protected PageFixture
{
    Q_OBJECT

    const QString m_note = QStringLiteral("namespaces is forbidden: User \"eve\" cannot list resource \"namespaces\". Type a namespace's name.");

    void forbid(const char *space)
    {
        kube::Freshness freshness;
        freshness.state = kube::FreshnessState::Forbidden;
        freshness.denied = kube::DeniedRight{"eve", "list", "pods", space};
        tell(freshness);
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
        makeCluster();
        open();
        connect(m_page.get(), &ResourcePage::namespacesWanted, m_page.get(), [this] { m_page->setNamespaces({}, m_note); });
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        forbid("");
    }
    void cleanup() { close(); }

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
        tell(kube::FreshnessState::Live, 1);
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
        tell(freshness);
        QStringList words;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            words << label->text();
        QVERIFY2(words.filter(QStringLiteral("not allowed in web")).size() == 1, qPrintable(words.join(QLatin1Char('|'))));
    }
};

ORRERY_TEST(NamespaceChoiceTest)
} // namespace namespace_choice_test
#include "namespace_choice_test.moc"
