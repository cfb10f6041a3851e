// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/demo_home.h"
#include "tests/support/test_program.h"
#include "ui/views/requests/request_log_model.h"
#include "ui/views/requests/requests_page.h"

#include <QAction>
#include <QClipboard>

namespace requests_test {

using namespace orrery;
using namespace orrery::test;

class RequestsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoHome> m_home;

private Q_SLOTS:
    void initTestCase() { m_home = std::make_unique<DemoHome>(); }
    void cleanupTestCase() { m_home.reset(); }

    void whatTheWindowAsksIsSeenAndCopied()
    {
        Window window(m_home->line());
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        window.action(ActionId::ShowRequests)->trigger();
        auto *page = qobject_cast<RequestsPage *>(window.main.tabs()->currentPage());
        QVERIFY(page);
        QCOMPARE(page->contextName(), QStringLiteral("demo"));
        const auto *table = page->findChild<TableView *>();
        const auto rowOf = [table](const QString &verb, const QString &path) {
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                if (table->model()->index(row, RequestLogModel::Verb).data() == verb && table->model()->index(row, RequestLogModel::Path).data() == path)
                    return row;
            }
            return -1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(QStringLiteral("watch"), QStringLiteral("pods")) >= 0 || rowOf(QStringLiteral("watch"), QStringLiteral("pods in default")) >= 0, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(QStringLiteral("get"), QStringLiteral("/version?timeout=10s")) >= 0, Patience);
        page->findChild<TableView *>()->setCurrentIndex(table->model()->index(rowOf(QStringLiteral("get"), QStringLiteral("/version?timeout=10s")), 0));
        page->copyKubectl();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("kubectl get --raw '/version?timeout=10s' --kubeconfig=%1 --context=demo").arg(m_home->kubeconfig()));

        const QStringList before = window.tabs();
        window.action(ActionId::ShowRequests)->trigger(); // comes back to it
        QCOMPARE(window.tabs(), before);
    }
};

ORRERY_TEST(RequestsTest)
} // namespace requests_test
#include "requests_test.moc"
