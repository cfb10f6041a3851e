// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/demo_home.h"
#include "tests/support/test_program.h"
#include "ui/views/controllers/controllers_page.h"
#include "ui/views/controllers/queue_model.h"
#include "ui/views/controllers/suspect_model.h"

#include <QPushButton>

namespace controllers_test {

using namespace orrery;
using namespace orrery::test;

class ControllersTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoHome> m_home;
    std::unique_ptr<Window> m_window;

    [[nodiscard]] ControllersPage *page() const { return qobject_cast<ControllersPage *>(m_window->main.tabs()->currentPage()); }
    [[nodiscard]] int rowOf(const QString &queue) const
    {
        auto *model = page()->findChild<QueueModel *>();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->at(row).queue == queue && model->at(row).activity)
                return row;
        }
        return -1;
    }
    void choose(const QString &queue) const
    {
        auto *model = page()->findChild<QueueModel *>();
        for (TableView *table : page()->findChildren<TableView *>()) {
            if (table->model() == model)
                table->setCurrentIndex(model->index(rowOf(queue), 0));
        }
    }

private Q_SLOTS:
    /// With the control plane's Pod, which a smaller demo has not.
    void initTestCase() { m_home = std::make_unique<DemoHome>(QStringLiteral("100")); }
    void cleanupTestCase() { m_home.reset(); }
    void init()
    {
        m_window = std::make_unique<Window>(m_home->line());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isLive(), Patience);
        m_window->action(ActionId::ShowControllers)->trigger();
        QVERIFY(page());
    }
    void cleanup() { m_window.reset(); }

    void theDemosOwnControllersAreShown()
    {
        for (const char *queue : {"deployment", "replicaset", "kubelet"})
            QTRY_VERIFY_WITH_TIMEOUT(rowOf(QLatin1String(queue)) >= 0, Patience);
        m_window->action(ActionId::ShowControllers)->trigger(); // comes back to it
        QCOMPARE(m_window->tabs().count(QStringLiteral("Controllers")), 1);
    }

    void whoIsStuckLeadsToTheObject()
    {
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(QStringLiteral("deployment")) >= 0, Patience);
        choose(QStringLiteral("deployment"));
        page()->findChild<QTabWidget *>()->setCurrentIndex(1);
        auto *suspects = page()->findChild<SuspectModel *>();
        // Its image cannot be pulled; fraud-check, which crashes, is ready for some seconds now and then, and one look may find it so.
        const auto canary = [suspects] {
            for (int row = 0; row < suspects->rowCount(); ++row) {
                if (suspects->at(row).key.name == "indexer-canary")
                    return row;
            }
            return -1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(canary() >= 0, Patience);
        for (TableView *table : page()->findChildren<TableView *>()) {
            if (table->model() == suspects)
                table->setCurrentIndex(suspects->index(canary(), 0));
        }
        for (QPushButton *button : page()->findChildren<QPushButton *>()) {
            if (button->text().remove(QLatin1Char('&')) == QStringLiteral("Go to Object"))
                button->click();
        }
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page() && m_window->page()->selectedObject(), Patience);
        QCOMPARE(m_window->page()->selectedObject()->name, std::string("indexer-canary"));
    }
};

ORRERY_TEST(ControllersTest)
} // namespace controllers_test
#include "controllers_test.moc"
