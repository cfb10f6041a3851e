// SPDX-License-Identifier: Apache-2.0
// The log of a session's API calls, through a session on its real thread. The server is a FakeCluster.
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/session/session_fixture.h"

namespace session_request_log_port_test {

using namespace kube;
using kube::test::FakeCluster;
using kube::test::SessionFixture;

namespace {

struct Fixture : SessionFixture {
    std::vector<RequestRecord> ended;
    std::vector<RequestRecord> running;
    int deliveries = 0;
    Subscription log;

    void look()
    {
        log = ports().requests->onRequests(owner, [this](const RequestLogBatch &batch) {
            ++deliveries;
            ended.insert(ended.end(), batch.ended.begin(), batch.ended.end());
            running = batch.running;
        });
    }
    [[nodiscard]] const RequestRecord *find(const QByteArray &method, const char *path) const
    {
        for (const auto *records : {&ended, &running}) {
            for (const RequestRecord &record : *records) {
                if (record.method == method && record.url.path() == QLatin1String(path))
                    return &record;
            }
        }
        return nullptr;
    }
};

const char settings[] = "/api/v1/namespaces/web/configmaps/settings";

FakeCluster::Answer named(const QByteArray &uid, const QByteArray &name)
{
    return FakeCluster::ok("{\"items\":[{\"metadata\":{\"uid\":\"" + uid + "\",\"name\":\"" + name + "\"}}]}");
}

} // namespace

class SessionRequestLogPortTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whatWasAskedBeforeAnybodyLookedIsThere()
    {
        Fixture f;
        f.open();
        QTRY_VERIFY(f.isLive());
        f.look();
        QTRY_VERIFY(f.find("GET", "/version"));
        const RequestRecord *version = f.find("GET", "/version");
        QCOMPARE(version->status, 200);
        QCOMPARE(version->end, RequestEnd::Succeeded);
        QVERIFY(version->received > 0);
        QVERIFY(version->isOutOfTurn);
    }

    void whatIsAskedMeanwhileIsTold()
    {
        Fixture f;
        f.server.set(QByteArray("DELETE ") + settings, FakeCluster::refusal(404, "NotFound", "no such thing"));
        f.open();
        f.look();
        QTRY_VERIFY(f.isLive());
        QVERIFY(!f.answer(f.ports().changes->remove({"", "v1", "configmaps"}, {"web", "settings"}, {})));
        QTRY_VERIFY(f.find("DELETE", settings));
        QCOMPARE(f.find("DELETE", settings)->status, 404);
        QCOMPARE(f.find("DELETE", settings)->error->message, QStringLiteral("no such thing"));
    }

    void watchesRunAndEndInTheLog()
    {
        Fixture f;
        f.server.set("GET /api/v1/namespaces/web/pods", test::podList({}));
        test::OpenTable table;
        f.open();
        f.look();
        QTRY_VERIFY(f.isLive());
        table.open(*f.ports().feed, f.owner);
        const auto isOpen = [&f] {
            return std::any_of(f.running.begin(), f.running.end(),
                               [](const RequestRecord &record) { return record.isWatch() && record.url.path().endsWith(QLatin1String("/web/pods")); });
        };
        QTRY_VERIFY(isOpen());
        f.session.reset();
    }

    void nothingIsToldWhileNothingChanges()
    {
        Fixture f;
        f.server.set("GET /version", FakeCluster::hold());
        f.open();
        f.look();
        QTRY_VERIFY(f.deliveries > 0);
        QTRY_VERIFY(f.find("GET", "/version"));
        QVERIFY(f.find("GET", "/version")->isRunning());
        f.log.reset();
        const int before = f.deliveries;
        QVERIFY(!f.answer(f.ports().changes->remove({"", "v1", "configmaps"}, {"web", "settings"}, {})));
        QCOMPARE(f.deliveries, before);
    }

    void priorityLevelsHaveNames()
    {
        Fixture f;
        f.server.set("GET /apis/flowcontrol.apiserver.k8s.io/v1/flowschemas", named("f-1", "service-accounts"));
        f.server.set("GET /apis/flowcontrol.apiserver.k8s.io/v1/prioritylevelconfigurations", named("p-1", "workload-low"));
        f.open();
        QTRY_VERIFY(f.isLive());
        const auto names = f.answer(f.ports().requests->priorityNames());
        QVERIFY_RESULT(names);
        QCOMPARE(names->flowSchemas.at("f-1"), std::string("service-accounts"));
        QCOMPARE(names->priorityLevels.at("p-1"), std::string("workload-low"));
    }

    void whyNamesAreMissingIsSaid()
    {
        Fixture f;
        f.server.set("GET /apis/flowcontrol.apiserver.k8s.io/v1/flowschemas", FakeCluster::refusal(403, "Forbidden", "not for you"));
        f.server.set("GET /apis/flowcontrol.apiserver.k8s.io/v1/prioritylevelconfigurations", named("p-1", "workload-low"));
        f.open();
        QTRY_VERIFY(f.isLive());
        const auto names = f.answer(f.ports().requests->priorityNames());
        QVERIFY(!names);
        QCOMPARE(names.error().kind, ErrorKind::Forbidden);
    }
};

ORRERY_GUILESS_TEST(SessionRequestLogPortTest)
} // namespace session_request_log_port_test
#include "session_request_log_port_test.moc"
