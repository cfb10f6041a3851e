// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/extensions.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/app/demo/kept_reply.h"

#include <QJsonArray>

namespace extensions_test {

using namespace orrery::demo;
using orrery::test::KeptPtr;
using orrery::test::KeptReply;
using namespace Qt::Literals::StringLiterals;

std::string pod(const std::string &name, const std::string &statuses)
{
    return R"({"kind":"Pod","apiVersion":"v1","metadata":{"name":")" + name + R"(","namespace":"shop","uid":"u-)" + name + R"(","labels":{"app":")" + name
        + R"("}},"spec":{"containers":[{"name":"app"},{"name":"side"}]},"status":{"containerStatuses":[)" + statuses + "]}}";
}

constexpr auto twoOfThreeRun = R"({"name":"app","state":{"running":{}}},{"name":"side","state":{"running":{}}},{"name":"done","state":{"terminated":{}}})";
constexpr auto noneRuns = R"({"name":"app","state":{"waiting":{}}})";

} // namespace extensions_test

namespace extensions_test { // anew: moc loses count of braces in raw strings

class ExtensionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        kube::test::failOnWarnings();
        QVERIFY(m_store.create({"", "pods"}, pod("web", twoOfThreeRun)));
        QVERIFY(m_store.create({"", "pods"}, pod("broken", noneRuns)));
        QVERIFY(m_store.create({"", "nodes"}, R"({"kind":"Node","metadata":{"name":"node-1","uid":"n"}})"));
    }
    void onlyOfThemAreAnswered();
    void whatRunsIsMeasured();
    void whatDoesNotRunIsNotMeasured();
    void measuresAreSelectedByLabels();
    void nodesAreMeasured();
    void theLogHasTheLinesAskedFor();
    void theSameLineIsTheSameWheneverItIsAskedFor();
    void aFollowedLogStaysOpen();
    void anUnknownContainerHasNoLog();

private:
    KeptPtr ask(const ApiServer::Extension &extension, const QString &target)
    {
        const QUrl url(target);
        auto reply = std::make_shared<KeptReply>();
        const Call call{"GET", url.path(), QUrlQuery(url), {}, {}};
        m_answered = extension(Route::of(call.path), call, reply);
        return reply;
    }
    KeptPtr metrics(const QString &path) { return ask(metricsExtension(m_store), u"/apis/metrics.k8s.io/v1beta1/"_s + path); }
    KeptPtr log(const QString &query) { return ask(logExtension(m_store), u"/api/v1/namespaces/shop/pods/web/log"_s + query); }

    ApiStore m_store;
    bool m_answered = false;
};

void ExtensionsTest::onlyOfThemAreAnswered()
{
    (void)ask(metricsExtension(m_store), u"/api/v1/pods"_s);
    QVERIFY(!m_answered);
    (void)ask(logExtension(m_store), u"/api/v1/namespaces/shop/pods/web"_s);
    QVERIFY(!m_answered);
}

void ExtensionsTest::whatRunsIsMeasured()
{
    const QJsonObject one = metrics(u"namespaces/shop/pods/web"_s)->body();
    QCOMPARE(one.value("kind"_L1).toString(), u"PodMetrics"_s);
    QCOMPARE(one.value("apiVersion"_L1).toString(), u"metrics.k8s.io/v1beta1"_s);
    QStringList names;
    for (const QJsonValue &container : one.value("containers"_L1).toArray()) {
        names.append(container["name"_L1].toString());
        QVERIFY(container["usage"_L1]["cpu"_L1].toString().endsWith(u'm'));
        QVERIFY(container["usage"_L1]["memory"_L1].toString().endsWith("Mi"_L1));
    }
    QCOMPARE(names, (QStringList{u"app"_s, u"side"_s}));
}

void ExtensionsTest::whatDoesNotRunIsNotMeasured()
{
    QCOMPARE(metrics(u"namespaces/shop/pods/broken"_s)->status(), 404);
    QCOMPARE(metrics(u"pods"_s)->body().value("items"_L1).toArray().size(), 1);
    QCOMPARE(metrics(u"namespaces/elsewhere/pods"_s)->body().value("items"_L1).toArray().size(), 0);
}

void ExtensionsTest::measuresAreSelectedByLabels()
{
    QCOMPARE(metrics(u"pods?labelSelector=app%3Dweb"_s)->body().value("items"_L1).toArray().size(), 1);
    QCOMPARE(metrics(u"pods?labelSelector=app!%3Dweb"_s)->body().value("items"_L1).toArray().size(), 0);
    QCOMPARE(metrics(u"pods?labelSelector=%3D%3D"_s)->status(), 400);
}

void ExtensionsTest::nodesAreMeasured()
{
    const QJsonObject list = metrics(u"nodes"_s)->body();
    QCOMPARE(list.value("kind"_L1).toString(), u"NodeMetricsList"_s);
    QVERIFY(list.value("items"_L1).toArray().at(0)["usage"_L1]["cpu"_L1].toString().endsWith(u'm'));
}

void ExtensionsTest::theLogHasTheLinesAskedFor()
{
    QCOMPARE(log(u"?tailLines=7"_s)->bytes().count('\n'), 7);
    QCOMPARE(log({})->bytes().count('\n'), 200);
    QVERIFY(log(u"?tailLines=1&timestamps=true"_s)->bytes().contains("Z {\"level\""));
    QVERIFY(log(u"?tailLines=1&container=side"_s)->isFinished());
}

void ExtensionsTest::theSameLineIsTheSameWheneverItIsAskedFor()
{
    const QByteArray first = log(u"?tailLines=20"_s)->bytes();
    const QByteArray later = log(u"?tailLines=40"_s)->bytes();
    QVERIFY(later.contains(first.mid(first.indexOf('\n') + 1, 200)));
}

void ExtensionsTest::aFollowedLogStaysOpen()
{
    const KeptPtr reply = log(u"?follow=true&tailLines=1"_s);
    QVERIFY(!reply->isFinished());
    reply->onClosed();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void ExtensionsTest::anUnknownContainerHasNoLog()
{
    const KeptPtr refused = log(u"?container=nope"_s);
    QCOMPARE(refused->status(), 400);
    QJsonObject real = QJsonDocument::fromJson(kube::test::kubernetesFixture(u"log/unknown-container-400"_s)).object();
    real["message"_L1] = u"container nope is not valid for pod web"_s;
    QCOMPARE(refused->body(), real);
}

ORRERY_GUILESS_TEST(ExtensionsTest)
} // namespace extensions_test
#include "extensions_test.moc"
