// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/json_text.h"
#include "tests/gui/support/table_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/base/table_roles.h"
#include "ui/views/events/object_events.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/table_view.h"

#include <QLabel>
#include <QTimer>

namespace object_events_test {

using namespace orrery;
using namespace orrery::test;
using State = kube::FreshnessState;

class ObjectEventsTest : public QObject, protected TableFixture
{
    Q_OBJECT

    std::unique_ptr<ObjectEvents> m_events;

    void show(const char *group = "", const std::string &space = "shop", const QString &uid = QStringLiteral("d-1"))
    {
        kube::ResourceInfo info;
        info.gvr = {group, "v1", "events"};
        info.kind = "Event";
        info.verbs = {"list", "watch"};
        m_events->show(ports(), info, space, uid);
        rest();
        m_time->run();
    }
    /// The person stays here.
    void rest() const
    {
        auto *timer = m_events->findChild<QTimer *>({}, Qt::FindDirectChildrenOnly);
        if (timer && timer->isActive())
            QVERIFY(QMetaObject::invokeMethod(timer, "timeout"));
    }
    void put(const char *name, const char *type, const char *reason, const char *message, const char *last, int count = 1)
    {
        const QString text = QStringLiteral("{'metadata':{'namespace':'shop','name':'%1','uid':'%1'},'type':'%2','reason':'%3','message':'%4','lastTimestamp':'%5',"
                                            "'firstTimestamp':'2026-11-23T05:00:00Z','count':%6,'involvedObject':{'kind':'Deployment','name':'web','namespace':'shop','uid':'d-1'}}")
                                 .arg(QLatin1String(name), QLatin1String(type), QLatin1String(reason), QLatin1String(message), QLatin1String(last), QString::number(count));
        m_feed->current->source->put(jsonText(text.toStdString()));
    }
    [[nodiscard]] QString cell(int row, const char *id) const
    {
        const QAbstractItemModel *model = m_events->table()->model();
        for (int column = 0; column < model->columnCount(); ++column) {
            if (model->headerData(column, Qt::Horizontal, ColumnIdRole).toString() == QLatin1String(id))
                return model->index(row, column).data().toString();
        }
        return QStringLiteral("no column ") + QLatin1String(id);
    }
    [[nodiscard]] QString empty() const
    {
        const auto *state = m_events->findChild<EmptyState *>();
        return state->isVisible() ? state->accessibleName() + QLatin1Char('\n') + state->accessibleDescription() : QString();
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        makeCluster();
        m_events = std::make_unique<ObjectEvents>(m_time, m_time, m_time);
        m_events->resize(500, 400);
        m_events->setVisible(true);
    }
    void cleanup()
    {
        m_events.reset();
        m_time->run();
    }

    void theServerIsAskedForThisObjectsAlone()
    {
        show();
        QCOMPARE(m_feed->requests.back().fieldSelector, std::string("involvedObject.uid=d-1"));
        QCOMPARE(m_feed->requests.back().scope.names, std::vector<std::string>{"shop"});
        show("events.k8s.io", {}, QStringLiteral("n-1"));
        QCOMPARE(m_feed->requests.back().fieldSelector, std::string("regarding.uid=n-1"));
        QVERIFY(m_feed->requests.back().scope.isAll());
    }

    void whoGoesThroughRowsAsksForNothing()
    {
        for (const char *uid : {"d-1", "d-2", "d-3"}) {
            m_events->show(ports(), kube::ResourceInfo{.gvr = {"", "v1", "events"}, .kind = "Event"}, "shop", QString::fromLatin1(uid));
            m_time->run();
        }
        QCOMPARE(m_feed->requests.size(), std::size_t(0));
        QVERIFY2(empty().startsWith(QStringLiteral("Loading events")), qPrintable(empty()));
        rest();
        QCOMPARE(m_feed->requests.size(), std::size_t(1));
        QCOMPARE(m_feed->requests.back().fieldSelector, std::string("involvedObject.uid=d-3"));
    }

    void whatIsNotInViewIsNotAskedFor()
    {
        m_events->hide();
        show();
        QCOMPARE(m_feed->requests.size(), std::size_t(0));
        m_events->setVisible(true);
        rest();
        QCOMPARE(m_feed->requests.size(), std::size_t(1));
        m_events->hide();
        m_events->setVisible(true);
        rest();
        QCOMPARE(m_feed->requests.size(), std::size_t(1)); // it goes on with what it has
    }

    void theNewestIsFirstAndARepeatedOneIsARowWithItsCount()
    {
        show();
        put("a", "Normal", "ScalingReplicaSet", "Scaled up", "2026-11-23T06:00:00Z");
        put("b", "Warning", "ReplicaFailure", "quota exceeded", "2026-11-23T06:30:00Z", 17);
        tell(State::Live, 2);
        QCOMPARE(m_events->table()->model()->rowCount(), 2);
        QCOMPARE(cell(0, "reason"), QStringLiteral("ReplicaFailure"));
        QCOMPARE(cell(0, "count"), QStringLiteral("17"));
        QCOMPARE(cell(1, "message"), QStringLiteral("Scaled up"));
        QCOMPARE(m_events->findChild<Badge *>()->text().word, QStringLiteral("live"));
        // The older one happens again.
        put("a", "Normal", "ScalingReplicaSet", "Scaled up", "2026-11-23T06:45:00Z", 2);
        m_time->run();
        QCOMPARE(cell(0, "reason"), QStringLiteral("ScalingReplicaSet"));
        QCOMPARE(m_events->table()->model()->rowCount(), 2);
    }

    void noEventsSayWhyThatIsUsual()
    {
        show();
        QVERIFY(empty().startsWith(QStringLiteral("Loading events")));
        tell(State::Live);
        QVERIFY2(empty().startsWith(QStringLiteral("No events")), qPrintable(empty()));
    }

    void aUserWhoMayNotReadThemIsTold()
    {
        show();
        kube::Freshness freshness{.state = State::Forbidden};
        freshness.denied = kube::DeniedRight{"eve", "list", "events", "shop"};
        m_feed->current->tell(freshness);
        m_time->run();
        QVERIFY2(empty().startsWith(QStringLiteral("eve may not list events in namespace shop")), qPrintable(empty()));
    }

    void withoutAServerItsErrorIsSaid()
    {
        show();
        tell(State::Failed, 0, kube::Error::transport(QStringLiteral("connection refused")));
        QVERIFY2(empty().contains(QStringLiteral("connection refused")), qPrintable(empty()));
    }

    void anotherObjectShowsNothingOfTheFirst()
    {
        show();
        put("a", "Normal", "ScalingReplicaSet", "Scaled up", "2026-11-23T06:00:00Z");
        tell(State::Live, 1);
        QCOMPARE(m_events->table()->model()->rowCount(), 1);
        const auto first = m_feed->current;
        show("", "shop", QStringLiteral("d-2"));
        QVERIFY(!first->worker);
        QCOMPARE(m_events->table()->model()->rowCount(), 0);
        m_events->clear();
        QVERIFY(!m_feed->current->worker);
        QVERIFY(!m_events->table()->model());
    }

    void everythingHasAName()
    {
        show();
        put("a", "Normal", "ScalingReplicaSet", "Scaled up", "2026-11-23T06:00:00Z");
        tell(State::Live, 1);
        QCOMPARE(m_events->table()->model()->rowCount(), 1);
        QCOMPARE(unnamedWidgets(m_events.get()).join(QLatin1Char('\n')), QString());
    }
};

ORRERY_TEST(ObjectEventsTest)
} // namespace object_events_test
#include "object_events_test.moc"
