// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/page_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/base/table_roles.h"
#include "ui/views/resources/namespace_check.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/table_view.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>

namespace resource_page_test {

using namespace orrery;
using namespace orrery::test;
using State = kube::FreshnessState;

class ResourcePageTest : public QObject, protected PageFixture
{
    Q_OBJECT

    [[nodiscard]] QStringList names() const
    {
        QStringList list;
        for (int row = 0; row < m_page->table()->model()->rowCount(); ++row)
            list << m_page->table()->model()->index(row, 1).data().toString();
        return list;
    }
    [[nodiscard]] EmptyState *emptyState() const
    {
        auto *state = m_page->findChild<EmptyState *>();
        return state->isVisible() ? state : nullptr;
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        makeCluster();
    }
    void cleanup() { close(); }

    void podsAppearAndAreCounted()
    {
        open();
        QCOMPARE(m_page->title(), QStringLiteral("Pods"));
        tell(State::Loading);
        QVERIFY(!emptyState()); // the table shows its shape
        put("web-10", "Running");
        put("web-9", "CrashLoopBackOff");
        tell(State::Live, 2);
        QCOMPARE(names(), QStringList({QStringLiteral("web-9"), QStringLiteral("web-10")}));
        QVERIFY(m_page->isSettled());
        QCOMPARE(m_page->rows(), 2);
        QCOMPARE(m_page->objects(), 2);
        QCOMPARE(m_page->findChild<Badge *>()->text().word, QStringLiteral("live"));
        QCOMPARE(m_page->table()->model()->index(0, 3).data(ToneRole).toInt(), int(Tone::Failing));
    }

    void theNamespaceColumnIsThereWhenThereAreSeveral()
    {
        open();
        QVERIFY(!m_page->table()->isColumnHidden(0));
        QVERIFY(m_page->table()->isColumnHidden(7)); // NODE: wide
        m_page->setScope({{"shop"}});
        m_time->run();
        QVERIFY(m_page->table()->isColumnHidden(0));
        QCOMPARE(m_feed->requests.back().scope.names, std::vector<std::string>{"shop"});
        open({.scope = {{"shop"}}});
        QVERIFY(m_page->table()->isColumnHidden(0));
    }

    void anotherScopeShowsNothingOfTheOldOne()
    {
        open();
        put("a", "Running");
        tell(State::Live, 1);
        const auto old = m_feed->current;
        m_page->setScope({{"web"}});
        m_time->run();
        QCOMPARE(m_page->objects(), 0);
        QVERIFY(!old->worker);
        QCOMPARE(m_page->freshness().state, State::Connecting);
        put("b", "Running", "web");
        tell(State::Live, 1);
        QCOMPARE(names(), QStringList({QStringLiteral("b")}));
    }

    void aFilterThatLeavesNothingSaysSoAndCanBeCleared()
    {
        open();
        put("a", "Running");
        put("b", "Running");
        tell(State::Live, 2);
        m_page->setFilter(QStringLiteral("status!=Running"));
        QVERIFY(emptyState());
        QCOMPARE(emptyState()->accessibleDescription(), QStringLiteral("0 of 2"));
        QTest::mouseClick(emptyState()->button(), Qt::LeftButton);
        QVERIFY(!emptyState());
        QCOMPARE(m_page->rows(), 2);
        m_page->setFilter(QStringLiteral("a"));
        QVERIFY(m_page->closeNearest());
        QVERIFY(!m_page->closeNearest());
    }

    void eventsCanBeNarrowedToWarnings()
    {
        kube::ResourceInfo events;
        events.gvr = {"", "v1", "events"};
        events.kind = "Event";
        open({}, events);
        QVERIFY(m_page->offersWarnings());
        const auto event = [](const char *name, const char *type) {
            return QStringLiteral(R"({"metadata":{"namespace":"shop","name":"%1","uid":"%1"},"type":"%2","involvedObject":{"kind":"Pod","name":"a"}})")
                .arg(QLatin1String(name), QLatin1String(type)).toStdString();
        };
        m_feed->current->source->put(event("e1", "Normal"));
        tell(State::Live, 1);
        const auto buttons = m_page->findChildren<QToolButton *>();
        const auto warnings = std::find_if(buttons.begin(), buttons.end(), [](const QToolButton *one) { return one->accessibleName() == QLatin1String("Warnings only"); });
        QVERIFY(warnings != buttons.end());
        QToolButton *button = *warnings;
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(m_page->location(), QStringLiteral("events?warnings=only"));
        QVERIFY(emptyState());
        QCOMPARE(emptyState()->accessibleName(), QStringLiteral("No warnings"));
        m_feed->current->source->put(event("e2", "Warning"));
        tell(State::Live, 2);
        QCOMPARE(m_page->rows(), 1);
        QVERIFY(m_page->state().warningsOnly);
        m_page->setFilter(QStringLiteral("nothing"));
        QTest::mouseClick(emptyState()->button(), Qt::LeftButton);
        QCOMPARE(m_page->rows(), 2);
        QVERIFY(!m_page->warningsOnly());
        open();
        QVERIFY(!m_page->offersWarnings());
        m_page->setWarningsOnly(true);
        QVERIFY(!m_page->warningsOnly());
    }

    void aTableThatIsEmptiedByDeletionsSaysSo()
    {
        open({.scope = {{"shop"}}});
        put("a", "Running");
        tell(State::Live, 1);
        QVERIFY(!emptyState());
        m_feed->current->source->remove({"shop", "a"});
        m_time->run();
        QVERIFY(emptyState());
        QCOMPARE(emptyState()->accessibleName(), QStringLiteral("No pods in shop"));
        QVERIFY(m_page->isSettled());
        put("b", "Running");
        m_time->run();
        QVERIFY(!emptyState());
    }

    void aNamespaceThatDoesNotExistIsSaidAlsoWhenItGoesLater()
    {
        open({.scope = {{"zzz"}}});
        tell(State::Live);
        QVERIFY(emptyState());
        QCOMPARE(emptyState()->accessibleName(), QStringLiteral("There is no namespace zzz"));
        m_page->setScope({{"shop"}});
        m_time->run();
        tell(State::Live);
        QCOMPARE(emptyState()->accessibleName(), QStringLiteral("No pods in shop"));
        m_cluster->names = std::vector<std::string>{"web"};
        for (QTimer *timer : m_page->findChild<NamespaceCheck *>()->findChildren<QTimer *>())
            QVERIFY(timer->isActive() && QMetaObject::invokeMethod(timer, "timeout"));
        m_time->run();
        QCOMPARE(emptyState()->accessibleName(), QStringLiteral("There is no namespace shop"));
    }

    void whoMayNotListNamespacesIsNotAskedAgainWhoWasNotAnsweredIs()
    {
        const auto isAsking = [this] {
            const auto timers = m_page->findChild<NamespaceCheck *>()->findChildren<QTimer *>();
            return std::any_of(timers.begin(), timers.end(), [](const QTimer *timer) { return timer->isActive(); });
        };
        m_cluster->names = kube::fail(kube::Error::transport(QStringLiteral("the connection was reset")));
        open({.scope = {{"zzz"}}});
        tell(State::Live);
        QVERIFY(isAsking());
        kube::Status forbidden;
        forbidden.code = 403;
        m_cluster->names = kube::fail(kube::Error::fromStatus(forbidden));
        for (QTimer *timer : m_page->findChild<NamespaceCheck *>()->findChildren<QTimer *>()) {
            timer->stop();
            QVERIFY(QMetaObject::invokeMethod(timer, "timeout"));
        }
        m_time->run();
        QVERIFY(!isAsking());
    }

    void forbiddenNamesTheRightThatIsMissing()
    {
        open();
        kube::Freshness freshness;
        freshness.state = State::Forbidden;
        freshness.denied = kube::DeniedRight{"anna", "list", "pods", {}};
        m_feed->current->tell(freshness);
        m_time->run();
        QVERIFY(emptyState());
        QCOMPARE(emptyState()->accessibleName(), QStringLiteral("anna may not list pods in the whole cluster"));
        QTest::mouseClick(emptyState()->button(), Qt::LeftButton);
        QCOMPARE(m_cluster->retries, 1);
    }

    void whatWasShownStaysWhileReconnecting()
    {
        open();
        put("a", "Running");
        tell(State::Live, 1);
        tell(State::Reconnecting, 1);
        QVERIFY(!emptyState());
        QCOMPARE(m_page->rows(), 1);
        QCOMPARE(m_page->findChild<Badge *>()->text().word, QStringLiteral("reconnecting"));
        QVERIFY(!m_page->isSettled());
    }

    void theSelectionStaysWithItsObject()
    {
        open();
        for (int i = 10; i < 60; ++i)
            put("pod-" + std::to_string(i), "Running");
        tell(State::Live, 50);
        QSignalSpy selected(m_page.get(), &ResourcePage::objectSelected);
        m_page->reveal({"shop", "pod-30"});
        QCOMPARE(selected.count(), 1);
        for (int i = 0; i < 10; ++i)
            put("pod-" + std::to_string(i), "Running");
        for (int i = 100; i < 150; ++i)
            put("new-" + std::to_string(i), "Pending");
        put("pod-30", "CrashLoopBackOff");
        m_feed->current->source->remove({"shop", "pod-29"});
        m_time->run();
        QCOMPARE(m_page->selectedObject(), std::optional(kube::ObjectKey{"shop", "pod-30"}));
        QCOMPARE(m_page->selectedObjects(), std::vector{(kube::ObjectKey{"shop", "pod-30"})});
        QCOMPARE(selected.count(), 1);
        m_page->table()->sortByColumn(1, Qt::DescendingOrder);
        m_page->setFilter(QStringLiteral("crash"));
        QCOMPARE(m_page->selectedObject(), std::optional(kube::ObjectKey{"shop", "pod-30"}));
        m_feed->current->source->remove({"shop", "pod-30"});
        m_time->run();
        QCOMPARE(m_page->selectedObject(), std::nullopt);
        QCOMPARE(selected.count(), 2);
    }

    void whatIsInViewStaysInViewWhenRowsComeAbove()
    {
        open();
        for (int i = 100; i < 300; ++i)
            put("pod-" + std::to_string(i), "Running");
        tell(State::Live, 200);
        auto *table = m_page->table();
        QCoreApplication::processEvents(); // the view lays its rows out
        table->verticalScrollBar()->setValue(24 * 80);
        QVERIFY(table->rowAt(0) > 0);
        const QString top = table->model()->index(table->rowAt(0), 1).data().toString();
        for (int i = 0; i < 70; ++i)
            put("pod-" + std::to_string(i), "Running");
        m_time->run();
        QCOMPARE(table->model()->index(table->rowAt(0), 1).data().toString(), top);
        for (int i = 0; i < 70; i += 2)
            m_feed->current->source->remove({"shop", "pod-" + std::to_string(i)});
        m_time->run();
        QCOMPARE(table->model()->index(table->rowAt(0), 1).data().toString(), top);
        // At the top, what comes is seen.
        table->verticalScrollBar()->setValue(0);
        put("aaa", "Running");
        m_time->run();
        QCOMPARE(table->model()->index(table->rowAt(0), 1).data().toString(), QStringLiteral("aaa"));
    }

    void enterActivatesTheObject()
    {
        open();
        put("a", "Running");
        tell(State::Live, 1);
        QSignalSpy activated(m_page.get(), &ResourcePage::activated);
        m_page->table()->setCurrentIndex(m_page->table()->model()->index(0, 1));
        QTest::keyClick(m_page->table(), Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated[0][1].value<kube::ObjectKey>(), (kube::ObjectKey{"shop", "a"}));
    }

    void aCustomResourceIsShownByItsPrinterColumns()
    {
        kube::ResourceInfo gadgets;
        gadgets.gvr = {"example.com", "v1", "gadgets"};
        gadgets.kind = "Gadget";
        gadgets.custom = true;
        m_definitions->tell({{.name = "v1", .isServed = true, .columns = {{"Color", "string", {}, {}, ".spec.color", 0}}}});
        open({.sortColumn = QStringLiteral("color"), .sortOrder = Qt::DescendingOrder}, gadgets);
        QCOMPARE(m_feed->requests.size(), std::size_t(1));
        QCOMPARE(m_feed->requests[0].form, kube::FeedRequest::Form::Objects);
        m_feed->current->source->put(R"({"metadata":{"namespace":"shop","name":"a","uid":"1"},"spec":{"color":"blue"}})");
        m_feed->current->source->put(R"({"metadata":{"namespace":"shop","name":"b","uid":"2"},"spec":{"color":"red"}})");
        tell(State::Live, 2);
        QCOMPARE(m_page->table()->model()->headerData(2, Qt::Horizontal).toString(), QStringLiteral("COLOR"));
        QCOMPARE(names(), QStringList({QStringLiteral("b"), QStringLiteral("a")}));
        QCOMPARE(m_page->table()->horizontalHeader()->sortIndicatorSection(), 2);
    }

    void theServerPrintsWhereColumnsCannotBeHad()
    {
        kube::ResourceInfo gadgets;
        gadgets.gvr = {"example.com", "v1", "gadgets"};
        gadgets.kind = "Gadget";
        m_definitions->last = kube::fail(kube::Error{.kind = kube::ErrorKind::Forbidden});
        open({}, gadgets);
        QCOMPARE(m_feed->requests.at(0).form, kube::FeedRequest::Form::Table);
        m_feed->current->source->columns({{"Name", "string", "name", 0}, {"Size", "string", "", 0}});
        m_feed->current->source->put(R"({"metadata":{"namespace":"shop","name":"a","uid":"1"},"cells":["a","small"]})");
        tell(State::Live, 1);
        QCOMPARE(m_page->table()->model()->columnCount(), 3);
        QCOMPARE(m_page->table()->model()->index(0, 2).data().toString(), QStringLiteral("small"));
    }

    void itsStateComesBackAsItWas()
    {
        open({.scope = {{"shop", "web"}}, .filter = QStringLiteral("a b"), .sortColumn = QStringLiteral("restarts"), .sortOrder = Qt::DescendingOrder});
        const ResourcePage::State state = m_page->state();
        QCOMPARE(state.scope.names.size(), std::size_t(2));
        QCOMPARE(state.filter, QStringLiteral("a b"));
        QCOMPARE(state.sortColumn, QStringLiteral("restarts"));
        QCOMPARE(state.sortOrder, Qt::DescendingOrder);
        QCOMPARE(m_page->location(), QStringLiteral("pods?namespace=shop,web&filter=a%20b"));
        m_page->table()->sortByColumn(1, Qt::AscendingOrder);
        QCOMPARE(m_page->state().sortColumn, QStringLiteral("name"));
    }
};

ORRERY_TEST(ResourcePageTest)
} // namespace resource_page_test
#include "resource_page_test.moc"
