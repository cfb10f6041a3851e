// SPDX-License-Identifier: Apache-2.0
// The API server's page and its leases, as the Cluster menu opens them on the demo cluster.
#include "tests/gui/support/demo_home.h"
#include "tests/gui/support/dialog_reader.h"
#include "tests/support/test_program.h"
#include "ui/views/apiserver/api_server_page.h"
#include "ui/views/apiserver/reading_pane.h"
#include "ui/widgets/table_view.h"

#include <QAction>

namespace api_server_instrument_test {

using namespace orrery;
using namespace orrery::test;

class ApiServerInstrumentTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoHome> m_home;

private Q_SLOTS:
    void initTestCase() { m_home = std::make_unique<DemoHome>(); }
    void cleanupTestCase() { m_home.reset(); }

    void theServersPageShowsWhatItTells()
    {
        Window window(m_home->line("pods"));
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        window.action(ActionId::ShowApiServer)->trigger();
        auto *page = qobject_cast<ApiServerPage *>(window.main.tabs()->currentPage());
        QVERIFY(page);
        QTRY_VERIFY2_WITH_TIMEOUT(visibleWords(page).contains(QStringLiteral("Ready: all of 3 check")), qPrintable(visibleWords(page)), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(page->follower().load().value, Patience);
        QVERIFY(page->follower().load().value->objects.at("pods") >= 20);
        QVERIFY(page->follower().load().value->watches.at("pods") > 0);
        QTRY_VERIFY_WITH_TIMEOUT(page->follower().flowControl().value, Patience);
        const std::vector<kube::PriorityLevel> &levels = page->follower().flowControl().value->levels;
        QCOMPARE(std::count_if(levels.begin(), levels.end(), [](const kube::PriorityLevel &one) { return one.name == "exempt" && one.dispatched > 0; }), 1); // as whom the window asks
        window.action(ActionId::ShowApiServer)->trigger();
        QCOMPARE(window.main.tabs()->currentPage(), page); // there is one
    }

    void leasesAreATableOfTheWholeCluster()
    {
        Window window(m_home->line("leases"));
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        window.page()->setScope({{"default"}});
        window.action(ActionId::ShowLeases)->trigger();
        ResourcePage *page = window.page();
        QVERIFY(page);
        QVERIFY(page->state().scope.isAll());
        QCOMPARE(page->state().filter, QStringLiteral("namespace!=kube-node-lease"));
        const auto cell = [page](const char *column) {
            const QAbstractItemModel *model = page->table()->model();
            for (int i = 0; i < model->columnCount(); ++i) {
                if (model->headerData(i, Qt::Horizontal).toString() == QString::fromLatin1(column))
                    return model->index(0, i).data().toString();
            }
            return QString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(cell("NAME"), QStringLiteral("demo-controllers"), Patience);
        QVERIFY(cell("HOLDER").contains(QLatin1Char('_')));
        QCOMPARE(cell("DURATION"), QStringLiteral("15s"));
        page->setFilter(QStringLiteral("demo"));
        window.action(ActionId::ShowLeases)->trigger();
        QCOMPARE(window.page(), page);
        QCOMPARE(page->state().filter, QStringLiteral("demo")); // a filter of a person's own stays
    }
};

ORRERY_TEST(ApiServerInstrumentTest)
} // namespace api_server_instrument_test
#include "api_server_instrument_test.moc"
