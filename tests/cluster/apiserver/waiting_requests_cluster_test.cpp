// SPDX-License-Identifier: Apache-2.0
// Requests that really wait for a seat of a priority level, and one that is refused: on the API server's page, and as the
// client that sent them remembers them.
#include "tests/cluster/apiserver/user_session.h"
#include "tests/cluster/clockwork/held_calls.h"
#include "tests/gui/support/dialog_reader.h"
#include "tests/support/test_program.h"
#include "ui/views/apiserver/api_server_page.h"
#include "ui/views/apiserver/reading_pane.h"
#include "ui/widgets/table_view.h"

#include <QScopeGuard>

namespace waiting_requests_cluster_test {

using namespace kube;
using namespace orrery;
using TestCluster = kube::test::Cluster;
using kube::test::ClusterClient;
using kube::test::HeldCalls;
using kube::test::json;
using kube::test::patience;

namespace {

constexpr int line = 5; ///< requests that may wait

/// A level of its own for who makes ConfigMaps as web-only, and a webhook that holds them up.
QByteArray narrow(const QByteArray &url)
{
    return QByteArray(R"(
apiVersion: flowcontrol.apiserver.k8s.io/v1beta1
kind: PriorityLevelConfiguration
metadata: {name: narrow}
spec:
  type: Limited
  limited:
    assuredConcurrencyShares: 1
    limitResponse: {type: Queue, queuing: {queues: 1, handSize: 1, queueLengthLimit: LINE}}
---
apiVersion: flowcontrol.apiserver.k8s.io/v1beta1
kind: FlowSchema
metadata: {name: narrow}
spec:
  priorityLevelConfiguration: {name: narrow}
  matchingPrecedence: 10
  distinguisherMethod: {type: ByUser}
  rules:
  - subjects: [{kind: User, user: {name: web-only}}]
    resourceRules: [{verbs: [create], apiGroups: [""], resources: [configmaps], namespaces: [web]}]
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: narrow}
webhooks:
- name: narrow.orrery.test
  clientConfig: {url: "URL"}
  timeoutSeconds: 30
  failurePolicy: Ignore
  sideEffects: None
  admissionReviewVersions: [v1]
  objectSelector: {matchLabels: {held: here}}
  rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [configmaps]}]
)").replace("LINE", QByteArray::number(line)).replace("URL", url);
}

} // namespace

class WaitingRequestsClusterTest : public QObject
{
    Q_OBJECT

    ClusterClient m_user{QStringLiteral("web-only"), [](RestConfig &config) {
                             config.rememberedRequests = 1000;
                             config.qps = 0;
                         }};

    /// Nothing is kept of it.
    [[nodiscard]] Future<Response> create() const
    {
        Request request = Request::post();
        request.resource({"", "v1", "configmaps"}).inNamespace("web").parameter(QStringLiteral("dryRun"), QStringLiteral("All"));
        request.body(json("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'generateName':'held-','labels':{'held':'here'}}}"));
        return m_user.rest->send(std::move(request));
    }
    static const ReadingPane *pane(const ApiServerPage &page, const char *name)
    {
        for (const ReadingPane *one : page.findChildren<ReadingPane *>()) {
            if (one->table()->accessibleName() == QString::fromLatin1(name))
                return one;
        }
        qFatal("there is no pane %s", name);
    }
    static const kube::PriorityLevel *levelOf(const ApiServerFollower &follower)
    {
        for (const kube::PriorityLevel &level : follower.flowControl().value ? follower.flowControl().value->levels : std::vector<kube::PriorityLevel>()) {
            if (level.name == "narrow")
                return &level;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whoWaitsForASeatAndWhoIsRefusedIsSeen()
    {
        HeldCalls held;
        const auto mend = qScopeGuard([] {
            for (const char *kind : {"validatingwebhookconfiguration", "flowschema", "prioritylevelconfiguration"})
                (void)TestCluster::kubectl({QStringLiteral("delete"), QString::fromLatin1(kind), QStringLiteral("narrow")});
        });
        QVERIFY(TestCluster::apply(QStringLiteral("web"), narrow(held.url())));
        const kube::test::UserSession user(QStringLiteral("cluster-admin"));
        ApiServerPage page(QStringLiteral("cluster-admin"), *user.ports().metrics, user.gui, std::make_shared<QtScheduler>());
        page.resize(1000, 700);
        page.show();
        const ApiServerFollower &follower = page.follower();
        const auto seats = [&follower] {
            const auto &load = follower.load().value;
            return load && load->seats.contains("narrow") ? static_cast<int>(load->seats.at("narrow").limit.value_or(0)) : 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(levelOf(follower) && seats() > 0, 2 * patience);

        // The API server takes a moment to know of a webhook: the first that it is asked about holds a seat.
        std::vector<Future<Response>> all;
        all.push_back(create());
        const auto isHeld = [&] {
            if (all.front().isReady() && held.count() == 0)
                all.front() = create();
            return held.count() > 0;
        };
        QVERIFY(QTest::qWaitFor(isHeld, patience));

        // All seats, the whole line, and one for whom there is no room.
        for (int i = 1; i < seats() + line + 1; ++i)
            all.push_back(create());
        // A copy: the next reading takes the place of this one.
        std::optional<kube::PriorityAndFairness> flow;
        QString words;
        const auto waits = [&] {
            const kube::PriorityLevel *level = levelOf(follower);
            if (!level || level->waiting == 0)
                return false;
            flow = *follower.flowControl().value;
            words = orrery::test::visibleWords(&page);
            return true;
        };
        QVERIFY(QTest::qWaitFor(waits, 2 * patience));
        std::int64_t inQueues = 0;
        for (const FairQueue &queue : flow->queues)
            inQueues += queue.level == "narrow" ? queue.waiting : 0;
        QVERIFY(inQueues > 0 && inQueues <= line);
        QVERIFY2(words.contains(QRegularExpression(QStringLiteral("[1-5] request\\S* of narrow wait\\S* for a seat, the oldest for \\S+; most are of web-only"))), qPrintable(words));
        int listed = 0;
        for (const FlowRequest &request : flow->requests) {
            if (request.level != "narrow")
                continue;
            ++listed;
            QCOMPARE(request.schema, std::string("narrow"));
            QCOMPARE(request.user, std::string("web-only"));
            QCOMPARE(request.verb, std::string("create"));
            QCOMPARE(request.path, std::string("/api/v1/namespaces/web/configmaps"));
        }
        QVERIFY(listed > 0);
        QVERIFY(pane(page, "Requests")->model()->rowCount() > 0);

        // The one too many hears 429 and how long to wait, and comes again.
        const auto isRefused = [this] {
            const RequestHistory history = m_user.rest->stage()->requestsAfter(0);
            return std::any_of(history.running.begin(), history.running.end(), [](const RequestRecord &one) { return one.retries > 0; });
        };
        QVERIFY(QTest::qWaitFor(isRefused, patience));
        held.letGo();
        for (Future<Response> &one : all)
            QVERIFY_RESULT(m_user.answer(std::move(one)));
        const auto uid = [](const char *kind) {
            return TestCluster::kubectl({QStringLiteral("get"), QString::fromLatin1(kind), QStringLiteral("narrow"), QStringLiteral("-o"), QStringLiteral("jsonpath={.metadata.uid}")}).out;
        };
        const QByteArray level = uid("prioritylevelconfiguration");
        const QByteArray schema = uid("flowschema");
        QVERIFY(!level.isEmpty());
        int again = 0;
        for (const RequestRecord &one : m_user.rest->stage()->requestsAfter(0).ended) {
            QCOMPARE(one.answerHeader("X-Kubernetes-Pf-Prioritylevel-Uid"), level);
            QCOMPARE(one.answerHeader("X-Kubernetes-Pf-Flowschema-Uid"), schema);
            again += one.retries > 0;
            QCOMPARE(one.retries > 0, one.in(RestPhase::Retrying) > Duration::zero());
        }
        QVERIFY(again > 0);
        QTRY_VERIFY_WITH_TIMEOUT(levelOf(follower) && levelOf(follower)->waiting == 0, patience);
    }
};

ORRERY_TEST(WaitingRequestsClusterTest)
} // namespace waiting_requests_cluster_test
#include "waiting_requests_cluster_test.moc"
