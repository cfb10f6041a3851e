// SPDX-License-Identifier: Apache-2.0
// The page of a real API server beside what it says itself, and its leases while they are renewed and run out.
#include "core/dynamic/dynamic_client.h"
#include "core/leaderelection/leader_elector.h"
#include "core/leaderelection/lease_lock.h"
#include "tests/cluster/apiserver/user_session.h"
#include "tests/gui/support/dialog_reader.h"
#include "tests/support/test_program.h"
#include "ui/base/table_roles.h"
#include "ui/models/table_source.h"
#include "ui/views/apiserver/api_server_page.h"
#include "ui/views/apiserver/reading_pane.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/table_view.h"

#include <QTabWidget>

namespace api_server_cluster_test {

using namespace kube;
using namespace orrery;
using namespace std::chrono_literals;
using kube::test::ClusterClient;
using kube::test::patience;
using kube::test::TestNamespace;
using kube::test::UserSession;

namespace {

QByteArray raw(const QString &path)
{
    return kube::test::Cluster::kubectl({QStringLiteral("get"), QStringLiteral("--raw"), path}).out;
}

} // namespace

class ApiServerClusterTest : public QObject
{
    Q_OBJECT

    static ReadingPane *pane(const ApiServerPage &page, const char *name)
    {
        for (ReadingPane *one : page.findChildren<ReadingPane *>()) {
            if (one->table()->accessibleName() == QString::fromLatin1(name))
                return one;
        }
        qFatal("there is no pane %s", name);
    }
    static ReadingRow rowOf(const ReadingPane *pane, const QString &id)
    {
        const int row = pane->model()->rowOf(id);
        return row < 0 ? ReadingRow{{}, QList<ReadingCell>(8)} : pane->model()->rows().at(row);
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void thePageSaysWhatTheServerSays()
    {
        const UserSession user(QStringLiteral("cluster-admin"));
        ApiServerPage page(QStringLiteral("cluster-admin"), *user.ports().metrics, user.gui, std::make_shared<QtScheduler>());
        page.resize(1000, 700);
        page.show();
        const ApiServerFollower &follower = page.follower();
        QTRY_VERIFY_WITH_TIMEOUT(follower.readiness().value && follower.flowControl().value && follower.load().value, patience);

        // Readiness: every check that kubectl sees, and no other.
        QStringList checks;
        for (const QByteArray &line : raw(QStringLiteral("/readyz?verbose")).split('\n')) {
            if (line.startsWith("[+]"))
                checks << QString::fromUtf8(line.mid(3).split(' ').first());
        }
        QVERIFY(checks.size() > 5);
        QCOMPARE(pane(page, "Checks")->model()->rowCount(), static_cast<int>(checks.size()));
        for (const QString &check : std::as_const(checks))
            QCOMPARE(rowOf(pane(page, "Checks"), check).cells[0].tone, Tone::Ready);
        const QString words = orrery::test::visibleWords(&page);
        QVERIFY2(words.contains(QStringLiteral("Ready: all of %1 check").arg(checks.size())), qPrintable(words));

        // Priority levels with the seats that its metrics tell.
        const auto metrics = QString::fromUtf8(raw(QStringLiteral("/metrics")));
        const QRegularExpression limit(QStringLiteral("apiserver_flowcontrol_(?:request_concurrency_limit|nominal_limit_seats)\\{priority_level=\"workload-low\"\\} (\\d+)"));
        const QString seats = limit.match(metrics).captured(1);
        QVERIFY(!seats.isEmpty());
        QVERIFY2(rowOf(pane(page, "Priority levels"), QStringLiteral("workload-low")).cells[1].text.remove(QRegularExpression(QStringLiteral("[^0-9of ]"))).endsWith(QStringLiteral("of ") + seats),
                 qPrintable(seats));
        QVERIFY(rowOf(pane(page, "Priority levels"), QStringLiteral("exempt")).cells[1].text.contains(QStringLiteral("no limit")));
        QVERIFY(follower.flowControl().value->queues.size() > 100);

        // Latency of verbs and of etcd, stored objects and watches.
        QVERIFY(pane(page, "Latency by verb")->model()->rowOf(QStringLiteral("LIST")) >= 0);
        QVERIFY(!rowOf(pane(page, "Latency by verb"), QStringLiteral("LIST")).cells[3].text.isEmpty());
        QVERIFY(pane(page, "Latency by verb")->model()->rowOf(QStringLiteral("WATCH")) < 0);
        QVERIFY(pane(page, "Latency of etcd")->model()->rowOf(QStringLiteral("get")) >= 0);
        QVERIFY(rowOf(pane(page, "Objects and watches"), QStringLiteral("pods")).cells[2].sortedBy.toDouble() > 0);
        QVERIFY(pane(page, "Objects and watches")->model()->rowOf(QStringLiteral("leases.coordination.k8s.io")) >= 0);
    }

    void aUserWithoutRightsReadsWhichOnesAreLacking()
    {
        const UserSession user(QStringLiteral("viewer"));
        ApiServerPage page(QStringLiteral("viewer"), *user.ports().metrics, user.gui, std::make_shared<QtScheduler>());
        page.resize(1000, 700);
        page.show();
        const ApiServerFollower &follower = page.follower();
        const auto isForbidden = [](const auto &part) { return part.error && part.error->is(ErrorKind::Forbidden); };
        QTRY_VERIFY_WITH_TIMEOUT(follower.readiness().value && isForbidden(follower.flowControl()) && isForbidden(follower.load()), patience);
        const QString words = orrery::test::visibleWords(&page);
        QVERIFY2(words.contains(QStringLiteral("nonResourceURLs: [\"/debug/api_priority_and_fairness/*\"]")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("cannot get path")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("Ready: all of")), qPrintable(words)); // everybody may ask that
        page.findChild<QTabWidget *>()->setCurrentWidget(pane(page, "Latency by verb"));
        QVERIFY2(orrery::test::visibleWords(&page).contains(QStringLiteral("You may not read /metrics")), qPrintable(orrery::test::visibleWords(&page)));
    }

    void aLeaseIsFollowedFromItsElectionUntilItRunsOut()
    {
        const TestNamespace space;
        const UserSession user(QStringLiteral("cluster-admin"));
        ResourceInfo leases;
        leases.gvr = {"coordination.k8s.io", "v1", "leases"};
        leases.kind = "Lease";
        leases.namespaced = true;
        leases.verbs = {"list", "watch", "get"};
        TableSource source(leases, {user.ports(), user.gui, user.gui, user.gui, {}});
        source.open({{space.name().toStdString()}});
        QTRY_COMPARE_WITH_TIMEOUT(source.freshness().state, FreshnessState::Live, patience);

        const auto cell = [&source](const char *column) {
            const ResourceTableModel *model = source.model();
            return model->rowCount() == 0 ? QString() : model->index(0, model->columnSet()->indexOf(QString::fromLatin1(column))).data().toString();
        };
        const auto toneNow = [&source] {
            const ResourceTableModel *model = source.model();
            return static_cast<Tone>(model->index(0, model->columnSet()->indexOf(QStringLiteral("renewed"))).data(ToneRole).toInt());
        };
        {
            ClusterClient client;
            DynamicClient dynamic(*client.rest, client.executor);
            LeaseLock lock(dynamic, client.executor, {{space.name().toStdString(), "lock"}, {}});
            bool leads = false;
            LeaderElector::Callbacks callbacks;
            callbacks.onStartedLeading = [&leads](const std::stop_token &) { leads = true; };
            callbacks.onStoppedLeading = [] {};
            const auto elector = *LeaderElector::create(lock, client.executor, *client.scheduler, systemRandom(), {"web-1_5e0c", 3s, 2s, 300ms}, std::move(callbacks));
            elector->start();
            QTRY_VERIFY_WITH_TIMEOUT(leads, patience);
            QTRY_COMPARE_WITH_TIMEOUT(cell("holder"), QStringLiteral("web-1_5e0c"), patience);
            QCOMPARE(cell("duration"), QStringLiteral("3s"));
            QCOMPARE(cell("transitions"), QStringLiteral("0"));
            const auto renewals = elector->status().renewals;
            QTRY_VERIFY_WITH_TIMEOUT(elector->status().renewals >= renewals + 3, patience);
            QTRY_COMPARE_WITH_TIMEOUT(toneNow(), Tone::Ready, patience);
        }
        // The holder is gone without a word: nothing comes from the server any more.
        QTRY_VERIFY2_WITH_TIMEOUT(cell("renewed").startsWith(QStringLiteral("expired (")), qPrintable(cell("renewed")), patience);
        QCOMPARE(toneNow(), Tone::Failing);
        source.close();
    }
};

ORRERY_TEST(ApiServerClusterTest)
} // namespace api_server_cluster_test
#include "api_server_cluster_test.moc"
