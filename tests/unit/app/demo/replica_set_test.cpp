// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/told_metrics.h"
#include "app/demo/sim/workload_controllers.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/app/demo/kept_reply.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace replica_set_test {

using namespace orrery::demo;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// The controller on a cluster in memory, in a time that stands still.
class ReplicaSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_client.start();
        pass(1s);
    }
    void cleanup()
    {
        m_client.informer({"", "v1", "pods"}, "Pod").stop();
        m_client.informer({"apps", "v1", "replicasets"}, "ReplicaSet").stop();
        m_time->run();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void aPodThatWasNeverSeenIsMadeAgainOnceItIsGivenUp()
    {
        kube::StageControl &told = m_client.informer({"", "v1", "pods"}, "Pod").stages().handlers;
        told.pause();
        makeReplicaSet();
        pass(1s);
        QCOMPARE(pods().size(), std::size_t(1));
        const QString name = QString::fromStdString(pods().front()->key.name);
        QCOMPARE(ask("DELETE", u"/api/v1/namespaces/shop/pods/"_s + name + u"?gracePeriodSeconds=0"_s), 200);
        pass(1s);
        told.resume(); // it came and went unseen
        pass(4min);
        QVERIFY(pods().empty()); // it may still be on its way
        pass(1min);
        QCOMPARE(pods().size(), std::size_t(1));
    }

private:
    int ask(const QByteArray &method, const QString &target, const QJsonObject &body = {})
    {
        const QUrl url(target);
        const auto reply = std::make_shared<orrery::test::KeptReply>();
        const QByteArray bytes = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
        m_server.handleAs({u"admin"_s, {}, Identity::Rights::Admin}, Call{method, url.path(), QUrlQuery(url), {{"content-type", "application/json"}}, bytes}, reply);
        return reply->status();
    }
    void makeReplicaSet()
    {
        QCOMPARE(ask("POST", u"/api/v1/namespaces"_s, {{"apiVersion"_L1, "v1"_L1}, {"kind"_L1, "Namespace"_L1}, {"metadata"_L1, QJsonObject{{"name"_L1, "shop"_L1}}}}), 201);
        const QJsonObject labels{{"app"_L1, "web"_L1}};
        const QJsonObject podTemplate{{"metadata"_L1, QJsonObject{{"labels"_L1, labels}}},
                                      {"spec"_L1, QJsonObject{{"containers"_L1, QJsonArray{QJsonObject{{"name"_L1, "web"_L1}, {"image"_L1, "web"_L1}}}}}}};
        const QJsonObject spec{{"replicas"_L1, 1}, {"selector"_L1, QJsonObject{{"matchLabels"_L1, labels}}}, {"template"_L1, podTemplate}};
        QCOMPARE(ask("POST", u"/apis/apps/v1/namespaces/shop/replicasets"_s,
                     {{"apiVersion"_L1, "apps/v1"_L1}, {"kind"_L1, "ReplicaSet"_L1}, {"metadata"_L1, QJsonObject{{"name"_L1, "web"_L1}}}, {"spec"_L1, spec}}),
                 201);
    }
    std::vector<StoredPtr> pods() { return m_store.list({"", "pods"}, "shop"); }
    /// The server sends what it has for its watches in turns of the real event loop.
    void pass(kube::Duration duration)
    {
        for (; duration > kube::Duration::zero(); duration -= 1s) {
            m_time->advance(1s);
            QCoreApplication::processEvents();
            m_time->run();
        }
    }

    std::shared_ptr<kube::test::ManualTime> m_time = std::make_shared<kube::test::ManualTime>();
    ApiStore m_store;
    ResourceTypes m_types;
    Identities m_identities;
    ApiServer m_server{m_store, m_types, m_identities, {}};
    SimClient m_client{m_server, m_time, m_time, std::make_shared<ToldMetrics>("kube-controller-manager"), {}};
    ReplicaSetController m_controller{m_client};
};

ORRERY_GUILESS_TEST(ReplicaSetTest)
} // namespace replica_set_test
#include "replica_set_test.moc"
