// SPDX-License-Identifier: Apache-2.0
#include "client_fixture.h"

#include "core/rest/request_ring.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace request_history_test {

using namespace kube;
using namespace kube::test;
using namespace std::chrono_literals;

namespace {

struct NoSink final : StreamSink {
    void data(QByteArrayView) override {}
    void end(std::optional<Error>) override {}
};

Request version()
{
    return Request::get().absolutePath(QStringLiteral("/version"));
}

QByteArray failure(const QByteArray &reason, const QByteArray &message, int code)
{
    return "{\"kind\":\"Status\",\"status\":\"Failure\",\"reason\":\"" + reason + "\",\"message\":\"" + message + "\",\"code\":" + QByteArray::number(code) + "}";
}

Request secret(Request request)
{
    return request.resource({"", "v1", "secrets"}).inNamespace("web").name("s");
}

struct Remembering : ClientFixture {
    explicit Remembering(std::size_t count = 100) : ClientFixture([count](RestConfig &made) { made.rememberedRequests = count; made.qps = 1; made.burst = 1; }) {}
    [[nodiscard]] RequestHistory history(std::uint64_t after = 0) const { return client->stage()->requestsAfter(after); }
    void ask(Request request, int status = 200, const QByteArray &body = "{}")
    {
        auto future = send(std::move(request.outOfTurn()));
        transport->last().answer(status, body);
        time->run();
    }
};

/// Every look at it takes a millisecond.
struct TickingTime final : Scheduler {
    explicit TickingTime(std::shared_ptr<ManualTime> running) : time(std::move(running)) {}
    [[nodiscard]] SteadyTime now() const override
    {
        time->pass(1ms);
        return time->now();
    }
    [[nodiscard]] WallTime wallNow() const override { return time->wallNow(); }
    [[nodiscard]] Timer after(Duration delay, std::function<void()> task) override { return time->after(delay, std::move(task)); }
    std::shared_ptr<ManualTime> time;
};

RequestRecord withBody(qsizetype bytes)
{
    RequestRecord record;
    record.body = QByteArray(bytes, 'x');
    return record;
}

} // namespace

class RequestHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void anEndedRequestSaysHowLongItWasInEachPhase()
    {
        Remembering f;
        auto first = f.send(version());
        f.transport->last().answer(200, "{}");
        auto second = f.send(Request::post().resource({"", "v1", "pods"}).inNamespace("web").body("{\"a\":1}"));
        f.time->advance(1s);
        f.time->advance(250ms);
        f.transport->last().answer(503, "busy", {{"Retry-After", "2"}});
        f.time->advance(2s);
        f.time->advance(100ms);
        f.transport->last().head(201, {{"X-Kubernetes-Pf-Flowschema-Uid", "flow"}, {"Set-Cookie", "s=1"}, {"Audit-Id", "a"}});
        f.time->advance(50ms);
        f.transport->last().data("{}");
        f.transport->last().end();
        f.time->run();
        const RequestHistory history = f.history();
        QVERIFY(history.running.empty());
        QCOMPARE(history.ended.size(), 2U);
        const RequestRecord &record = history.ended.back();
        QCOMPARE(record.method, QByteArray("POST"));
        QCOMPARE(record.url.path(), QStringLiteral("/api/v1/namespaces/web/pods"));
        QCOMPARE(record.end, RequestEnd::Succeeded);
        QCOMPARE(record.status, 201);
        QCOMPARE(record.retries, 1);
        QCOMPARE(record.in(RestPhase::Throttled), Duration(1s));
        QCOMPARE(record.in(RestPhase::Retrying), Duration(2s));
        QCOMPARE(record.in(RestPhase::Sent), Duration(350ms));
        QCOMPARE(record.in(RestPhase::Receiving), Duration(50ms));
        QCOMPARE(record.lasted(), Duration(3400ms));
        QCOMPARE(record.sent, std::uint64_t(14));
        QCOMPARE(record.received, std::uint64_t(6));
        QCOMPARE(record.body, QByteArray("{\"a\":1}"));
        QCOMPARE(record.answerHeader("x-kubernetes-pf-flowschema-uid"), QByteArray("flow"));
        QCOMPARE(record.answerHeaders.size(), 2);
    }

    void timeThatPassesWithoutAPauseIsNotSpentHeld()
    {
        ClientFixture f;
        f.config.rememberedRequests = 10;
        f.client = std::make_unique<RestClient>(f.config, RestClient::Parts{f.transport, std::make_shared<TickingTime>(f.time), f.time, [] { return 0.5; }});
        for (const bool outOfTurn : {false, true}) {
            auto future = f.send(outOfTurn ? std::move(version().outOfTurn()) : version());
            f.transport->last().answer(200, "{}");
            f.time->run();
        }
        NoSink sink;
        auto list = f.client->stream(version(), sink);
        f.time->run();
        f.transport->last().answer(200, "{}");
        f.time->run();
        const std::vector<RequestRecord> ended = f.client->stage()->requestsAfter(0).ended;
        QCOMPARE(ended.size(), 3U);
        for (const RequestRecord &record : ended) {
            QCOMPARE(record.in(RestPhase::Held), Duration::zero());
            QVERIFY(record.lasted() > Duration::zero());
        }
        f.client->stage()->pause();
        auto held = f.send(version());
        QVERIFY(f.client->stage()->requestsAfter(0).running.front().in(RestPhase::Held) > Duration::zero());
    }

    void whatFailedSaysWhatTheServerSaid()
    {
        Remembering f;
        f.ask(Request::remove().resource({"", "v1", "pods"}).inNamespace("web").name("gone"), 404,
              failure("NotFound", "pods gone not found", 404));
        const RequestRecord record = f.history().ended.front();
        QCOMPARE(record.end, RequestEnd::Failed);
        QCOMPARE(record.status, 404);
        QCOMPARE(record.error->message, QStringLiteral("pods gone not found"));
        QVERIFY(record.isOutOfTurn);
    }

    void aWatchRunsUntilItIsDropped()
    {
        Remembering f;
        NoSink sink;
        auto stream = f.client->stream(
            Request::get().resource({"", "v1", "pods"}).parameter(QStringLiteral("watch"), QStringLiteral("true")).lane(HttpRequest::Lane::Stream), sink);
        f.time->run();
        f.transport->last().head(200);
        f.transport->last().data("one");
        f.time->advance(5s);
        const RequestHistory open = f.history();
        QCOMPARE(open.running.size(), 1U);
        QVERIFY(open.ended.empty());
        QVERIFY(open.running.front().isWatch());
        QVERIFY(open.running.front().isRunning());
        QCOMPARE(open.running.front().phase, RestPhase::Receiving);
        QCOMPARE(open.running.front().received, std::uint64_t(3));
        QCOMPARE(open.running.front().in(RestPhase::Receiving), Duration(5s));
        stream.reset();
        const RequestHistory dropped = f.history();
        QVERIFY(dropped.running.empty());
        QCOMPARE(dropped.ended.front().end, RequestEnd::Canceled);
        QCOMPARE(dropped.ended.front().id, open.running.front().id);
        QCOMPARE(dropped.ended.front().in(RestPhase::Receiving), Duration(5s));
    }

    void onlyWhatIsNewIsTold()
    {
        Remembering f;
        f.ask(version());
        const std::uint64_t seen = f.history().last;
        QCOMPARE(seen, std::uint64_t(1));
        QVERIFY(f.history(seen).ended.empty());
        f.ask(version(), 404);
        QCOMPARE(f.history(seen).ended.size(), 1U);
        QCOMPARE(f.history(seen).ended.front().status, 404);
    }

    void onlyTheLastAreRemembered()
    {
        Remembering f(3);
        for (int each = 0; each < 5; ++each)
            f.ask(version(), 200 + each);
        const RequestHistory history = f.history(1);
        QCOMPARE(history.ended.size(), 3U);
        QCOMPARE(history.ended.front().status, 202);
        QCOMPARE(history.last, std::uint64_t(5));
    }

    void nothingIsRememberedUnlessAskedFor()
    {
        Remembering f(0);
        f.ask(version());
        QVERIFY(f.history().ended.empty());
        QCOMPARE(f.history().last, std::uint64_t(0));
    }

    void noCredentialIsRemembered()
    {
        Remembering f;
        f.config.host = QUrl(QStringLiteral("https://anna:hunter2@api.example:6443"));
        f.client = std::make_unique<RestClient>(f.config, RestClient::Parts{f.transport, f.time, f.time, [] { return 0.5; }});
        f.ask(version().header("X-Api-Key", "hunter2").header("If-None-Match", "1"));
        const RequestRecord record = f.history().ended.front();
        QVERIFY(!record.url.toString().contains(QLatin1String("hunter2")));
        QVERIFY(!record.url.toString().contains(QLatin1String("anna")));
        for (const auto &[name, value] : record.headers) {
            QVERIFY(!value.contains("hunter2"));
            QVERIFY(!value.contains("token"));
        }
        QVERIFY((HttpHead{0, record.headers}.header("If-None-Match") == "1"));
    }

    void nothingOfASecretIsRemembered()
    {
        Remembering f;
        f.ask(secret(Request::put()).body("{\"data\":{\"p\":\"aHVudGVyMg==\"}}"), 422,
              failure("Invalid", "data[p]: Invalid value: aHVudGVyMg==", 422));
        f.ask(secret(Request::patch("application/merge-patch+json")).body("{\"data\":{\"p\":\"aHVudGVyMg==\"}}"), 409,
              failure("Conflict", "the object has been modified", 409));
        const RequestHistory history = f.history();
        for (const RequestRecord &record : history.ended) {
            QVERIFY(record.body.isEmpty());
            QVERIFY(!record.isBodyKept);
            QVERIFY(!record.error->toString().contains(QLatin1String("aHVudGVyMg==")));
            QVERIFY(record.sent > 0);
        }
        QCOMPARE(history.ended.front().error->kind, ErrorKind::Invalid);
        QCOMPARE(history.ended.back().error->message, QStringLiteral("the object has been modified"));
    }

    void longBodiesAreLeftOut()
    {
        Remembering f;
        f.ask(Request::post().resource({"", "v1", "configmaps"}).inNamespace("web").body(QByteArray(RequestRing::mostBodyBytes + 1, 'x')));
        QVERIFY(!f.history().ended.front().isBodyKept);
        QVERIFY(f.history().ended.front().body.isEmpty());
    }

    void theOldestBodiesAreGivenUpFirst()
    {
        RequestRing ring(200);
        const qsizetype fitting = RequestRing::allBodyBytes / RequestRing::mostBodyBytes;
        for (qsizetype each = 0; each < fitting + 2; ++each)
            ring.push(withBody(RequestRing::mostBodyBytes));
        const std::vector<RequestRecord> records = ring.after(0);
        QVERIFY(!records[0].isBodyKept && !records[1].isBodyKept);
        QVERIFY(records[0].body.isEmpty() && records[1].body.isEmpty());
        for (std::size_t each = 2; each < records.size(); ++each)
            QVERIFY(records[each].isBodyKept);
    }

    void bodiesGoWithTheirRequests()
    {
        RequestRing ring(2);
        const qsizetype many = 3 * RequestRing::allBodyBytes / RequestRing::mostBodyBytes;
        for (qsizetype each = 0; each < many; ++each)
            ring.push(withBody(RequestRing::mostBodyBytes));
        QCOMPARE(ring.after(0).size(), 2U);
        QVERIFY(ring.after(0).front().isBodyKept);
    }
};

ORRERY_GUILESS_TEST(RequestHistoryTest)
} // namespace request_history_test
#include "request_history_test.moc"
