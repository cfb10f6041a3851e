// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/fair_share.h"
#include "core/metrics/api_server_load.h"
#include "core/metrics/flow_control_dump.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace fair_share_test {

using namespace orrery::demo;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class FairShareTest : public QObject
{
    Q_OBJECT

    ApiStore m_store;
    FairShare::Clock::time_point m_now = FairShare::Clock::time_point() + 24h;
    FairShare m_share{m_store, [this] { return m_now; }};
    const Identity m_manager{u"system:kube-controller-manager"_s, {u"system:authenticated"_s}, Identity::Rights::Admin};

    void serve(const Identity &identity, const QString &verb, const QString &path)
    {
        const Call call{verb == "list"_L1 ? "GET" : "PATCH", path, {}, {}, {}};
        m_share.serve(FairShare::placeOf(identity, Route::of(path), call), identity, verb, call);
    }
    [[nodiscard]] std::string page(const QString &name) { return m_share.dump(u"/debug/api_priority_and_fairness/"_s + name, true).value_or(QByteArray()).toStdString(); }
    [[nodiscard]] kube::PriorityLevel level(const std::string &name)
    {
        for (const kube::PriorityLevel &one : kube::decodePriorityLevels(page(u"dump_priority_levels"_s)).value_or(std::vector<kube::PriorityLevel>())) {
            if (one.name == name)
                return one;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        kube::test::failOnWarnings();
        const auto make = [this](const std::string &name, const std::string &limited) {
            QVERIFY(m_store.create({"flowcontrol.apiserver.k8s.io", "prioritylevelconfigurations"}, R"({"metadata":{"name":")" + name + R"("},"spec":{"limited":)" + limited + "}}"));
        };
        make("exempt", "{}");
        make("workload-high", R"({"nominalConcurrencyShares":40,"limitResponse":{"queuing":{"queues":4}}})");
        make("leader-election", R"({"nominalConcurrencyShares":10,"limitResponse":{"queuing":{"queues":2}}})");
    }

    void aRequestHoldsASeatOfItsLevelForAWhile()
    {
        serve(m_manager, u"patch"_s, u"/apis/apps/v1/namespaces/shop/deployments/web"_s);
        QCOMPARE(level("workload-high").executing, 1);
        QCOMPARE(level("workload-high").activeQueues, 1);
        QVERIFY(!level("workload-high").isIdle);
        const auto queues = kube::decodeFairQueues(page(u"dump_queues"_s));
        QVERIFY_RESULT(queues);
        QCOMPARE(queues->size(), std::size_t(6));
        QCOMPARE(std::count_if(queues->begin(), queues->end(), [](const kube::FairQueue &one) { return one.level == "workload-high" && one.executing == 1 && one.seats == 1; }), 1);
        const auto requests = kube::decodeFlowRequests(page(u"dump_requests"_s));
        QVERIFY_RESULT(requests);
        QCOMPARE(requests->size(), std::size_t(1));
        QCOMPARE(requests->front().schema, std::string("kube-controller-manager"));
        QCOMPARE(requests->front().verb, std::string("patch"));
        QVERIFY(!requests->front().started.empty());
        m_now += 1s;
        QVERIFY(level("workload-high").isIdle);
        QCOMPARE(level("workload-high").dispatched, 1);
    }

    void itsMetricsTellSeatsAndWhatIsInFlight()
    {
        serve(m_manager, u"update"_s, u"/apis/coordination.k8s.io/v1/namespaces/kube-system/leases/kube-controller-manager"_s);
        serve({u"admin"_s, {u"system:masters"_s}, Identity::Rights::Admin}, u"list"_s, u"/api/v1/pods"_s);
        const auto load = kube::ApiServerLoad::decode(m_share.metrics().toStdString());
        QVERIFY_RESULT(load);
        QCOMPARE(load->seats.at("leader-election").used, std::optional(1.0));
        QCOMPARE(load->seats.at("leader-election").limit, std::optional(120.0)); // 10 shares of 50
        QCOMPARE(load->seats.at("exempt").used, std::optional(1.0));
        QCOMPARE(load->inFlight.at("mutating"), 1.0);
        QCOMPARE(load->inFlight.at("readOnly"), 1.0);
        m_now += 1s;
    }

    void otherPagesAreNotItsOwn()
    {
        QVERIFY(!m_share.dump(u"/debug/pprof"_s, false));
        QVERIFY(!m_share.dump(u"/debug/api_priority_and_fairness/other"_s, false));
    }
};

ORRERY_GUILESS_TEST(FairShareTest)
} // namespace fair_share_test
#include "fair_share_test.moc"
