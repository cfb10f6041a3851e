// SPDX-License-Identifier: Apache-2.0
// What a client remembers of its requests, against the real API server: statuses, bytes, durations, waits and watches are
// right, and what is copied as kubectl is run by Debian's kubectl and answers.
#include "core/requests/kubectl_command.h"
#include "core/requests/request_target.h"
#include "tests/support/cluster_client.h"
#include "tests/support/test_program.h"

#include <QProcess>

namespace requests_cluster_test {

using namespace kube;
using TestCluster = kube::test::Cluster; // kube::Cluster is a kubeconfig's
using kube::test::ClusterClient;
using kube::test::json;
using kube::test::patience;
using kube::test::TestNamespace;

namespace {

const GroupVersionResource configMaps{"", "v1", "configmaps"};
const GroupVersionResource deployments{"apps", "v1", "deployments"};

struct KeptSink final : StreamSink {
    QByteArray received;
    void data(QByteArrayView bytes) override { received.append(bytes.data(), bytes.size()); }
    void end(std::optional<Error>) override {}
};

/// Of a shell that knows the cluster's kubectl.
TestCluster::Output shell(const std::string &line)
{
    QProcess process;
    process.start(QStringLiteral("/bin/bash"), {});
    if (!process.waitForStarted())
        return {};
    process.write("kubectl() { \"$ORRERY_CLUSTER\" kubectl \"$@\"; }\n" + QByteArray::fromStdString(line) + '\n');
    process.closeWriteChannel();
    if (!process.waitForFinished(120000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

struct Logged {
    explicit Logged(double qps = 0, int burst = 0)
        : client(QString(), [qps, burst](RestConfig &config) { config.rememberedRequests = 100; config.qps = qps; config.burst = burst; })
    {
    }
    Result<Response> ask(Request request) const { return client.answer(client.rest->send(std::move(request))); }
    [[nodiscard]] RequestHistory history() const { return client.rest->stage()->requestsAfter(0); }
    [[nodiscard]] RequestRecord last() const
    {
        const RequestHistory history = this->history();
        return history.ended.empty() ? RequestRecord() : history.ended.back();
    }
    Request of(Request request, const GroupVersionResource &resource, const char *name = "") const
    {
        request.resource(resource).inNamespace(space.name().toStdString());
        if (*name)
            request.name(name);
        return request;
    }
    /// The last request as kubectl says it, run.
    [[nodiscard]] TestCluster::Output again() const { return shell(kubectlCommand(last(), {}).value_or("false")); }

    TestNamespace space{QStringLiteral("requests")};
    ClusterClient client;
};

QByteArray settings(const char *colour)
{
    return json("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'settings'},'data':{'colour':'COLOUR'}}").replace("COLOUR", colour);
}

const char deployment[] = "{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web'},'spec':{'replicas':0,'selector':{'matchLabels':{'app':'web'}},"
                   "'template':{'metadata':{'labels':{'app':'web'}},'spec':{'containers':[{'name':'c','image':'i'}]}}}}";

} // namespace

class RequestsClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aRequestIsLoggedAsItWasAndKubectlAsksTheSame()
    {
        Logged f;
        const QByteArray made = settings("it's red");
        QVERIFY_RESULT(f.ask(f.of(Request::post(), configMaps).body(made)));
        const RequestRecord created = f.last();
        QCOMPARE(created.status, 201);
        QCOMPARE(created.end, RequestEnd::Succeeded);
        QCOMPARE(created.sent, static_cast<std::uint64_t>(made.size()));
        QVERIFY(created.received > 0);
        QVERIFY(created.in(RestPhase::Sent) > Duration::zero());
        QVERIFY(created.lasted() >= created.in(RestPhase::Sent) + created.in(RestPhase::Receiving));
        QVERIFY(!created.answerHeader("X-Kubernetes-Pf-Flowschema-Uid").isEmpty());
        QVERIFY(!created.answerHeader("X-Kubernetes-Pf-Prioritylevel-Uid").isEmpty());
        QVERIFY(f.again().error.contains("already exists")); // kubectl sent the same object

        const auto got = f.ask(f.of(Request::get(), configMaps, "settings"));
        QVERIFY_RESULT(got);
        const auto read = f.again();
        QVERIFY2(read.ok(), read.error.constData());
        QVERIFY(read.out.contains("colour: it's red"));

        QVERIFY_RESULT(f.ask(f.of(Request::get(), configMaps)));
        QCOMPARE(RequestTarget::of(f.last()).verb, std::string("list"));
        QVERIFY(f.again().out.contains("settings"));

        QVERIFY_RESULT(f.ask(f.of(Request::patch("application/merge-patch+json"), configMaps, "settings").body(json("{'data':{'colour':'a \\'b\\' $c'}}"), "application/merge-patch+json")));
        QCOMPARE(f.last().status, 200);
        QVERIFY(f.space.kubectl({QStringLiteral("delete"), QStringLiteral("configmap"), QStringLiteral("settings")}).ok());
        QVERIFY(f.space.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {colour: red}\n"));
        const auto patched = f.again();
        QVERIFY2(patched.ok(), patched.error.constData());
        QCOMPARE(f.space.kubectl({QStringLiteral("get"), QStringLiteral("configmap/settings"), QStringLiteral("-o"), QStringLiteral("jsonpath={.data.colour}")}).out, QByteArray("a \"b\" $c"));
    }

    void failuresAreLoggedWithTheServersWords()
    {
        Logged f;
        QVERIFY(!f.ask(f.of(Request::get(), configMaps, "missing")));
        QCOMPARE(f.last().status, 404);
        QCOMPARE(f.last().error->kind, ErrorKind::NotFound);
        const auto missing = f.again();
        QVERIFY(!missing.ok());
        QVERIFY(missing.error.contains("NotFound"));

        const auto made = f.ask(f.of(Request::post(), configMaps).body(settings("red")));
        QVERIFY_RESULT(made);
        QByteArray stale = settings("blue");
        stale.replace("\"name\":\"settings\"", "\"name\":\"settings\",\"resourceVersion\":\"1\"");
        QVERIFY(!f.ask(f.of(Request::put(), configMaps, "settings").body(stale)));
        QCOMPARE(f.last().status, 409);
        QCOMPARE(f.last().end, RequestEnd::Failed);
        QVERIFY(f.last().error->message.contains(QLatin1String("modified")));
        const auto refused = f.again();
        QVERIFY(!refused.ok());
        QVERIFY(refused.error.contains("Conflict"));
    }

    void aWatchIsSeenWhileItRunsAndAfter()
    {
        Logged f;
        KeptSink sink;
        Request request = f.of(Request::get(), configMaps);
        request.parameter(QStringLiteral("watch"), QStringLiteral("true")).lane(HttpRequest::Lane::Stream);
        auto stream = f.client.rest->stream(std::move(request), sink);
        QVERIFY(f.space.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: seen}\n"));
        QTRY_VERIFY_WITH_TIMEOUT(sink.received.contains("seen"), patience);
        const RequestHistory open = f.history();
        QCOMPARE(open.running.size(), 1U);
        QVERIFY(open.running.front().isWatch());
        QCOMPARE(open.running.front().status, 200);
        QCOMPARE(open.running.front().phase, RestPhase::Receiving);
        QVERIFY(open.running.front().received > 0);
        const std::string command = kubectlCommand(open.running.front(), {}).value_or("");
        stream.reset();
        QCOMPARE(f.last().end, RequestEnd::Canceled);
        QVERIFY(f.last().received >= open.running.front().received);
        // kubectl ends when it next has something to say: when the namespace goes.
        const auto watched = shell("grep -m 1 seen < <(timeout 60 \"$ORRERY_CLUSTER\" " + command + ")");
        QVERIFY2(watched.out.contains("seen"), watched.error.constData());
    }

    void aBurstWaitsForFlowControlAndSaysSo()
    {
        Logged f(1, 1);
        std::vector<Future<Response>> all;
        for (int each = 0; each < 4; ++each)
            all.push_back(f.client.rest->send(Request::get().absolutePath(QStringLiteral("/version"))));
        const auto isWaiting = [](const RequestRecord &record) { return record.phase == RestPhase::Throttled; };
        const RequestHistory sent = f.history();
        const auto waiting = std::count_if(sent.running.begin(), sent.running.end(), isWaiting);
        QVERIFY(waiting > 0);
        for (auto &one : all)
            QVERIFY_RESULT(f.client.answer(std::move(one)));
        const RequestHistory history = f.history();
        QCOMPARE(history.ended.size(), 4U);
        const auto hasWaited = [](const RequestRecord &record) { return record.in(RestPhase::Throttled) > std::chrono::milliseconds(1); };
        QCOMPARE(std::count_if(history.ended.begin(), history.ended.end(), hasWaited), waiting);
        QVERIFY(f.again().out.contains("gitVersion"));
    }

    void whatKubectlHasNamesForIsAskedForByThem()
    {
        Logged f;
        QVERIFY_RESULT(f.ask(f.of(Request::post(), deployments).body(json(deployment))));
        Request scale = f.of(Request::patch("application/merge-patch+json"), deployments, "web");
        QVERIFY_RESULT(f.ask(scale.subresource("scale").body(json("{'spec':{'replicas':2}}"), "application/merge-patch+json")));
        QVERIFY(f.space.kubectl({QStringLiteral("scale"), QStringLiteral("deployment/web"), QStringLiteral("--replicas=0")}).ok());
        const auto scaled = f.again();
        QVERIFY2(scaled.ok() && scaled.out.contains("scaled"), scaled.error.constData());
        QCOMPARE(f.space.kubectl({QStringLiteral("get"), QStringLiteral("deployment/web"), QStringLiteral("-o"), QStringLiteral("jsonpath={.spec.replicas}")}).out, QByteArray("2"));

        Request get = f.of(Request::get(), deployments, "web");
        QVERIFY_RESULT(f.ask(get.subresource("scale")));
        const auto raw = f.again();
        QVERIFY2(raw.ok() && raw.out.contains("\"kind\":\"Scale\""), raw.error.constData());

        QVERIFY_RESULT(f.ask(f.of(Request::remove(), deployments, "web").body(json("{'propagationPolicy':'Background'}"))));
        QVERIFY(f.again().error.contains("NotFound"));
        QVERIFY(f.space.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: gone}\n"));
        QVERIFY_RESULT(f.ask(f.of(Request::remove(), configMaps, "gone")));
        QVERIFY(f.space.apply("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: gone}\n"));
        const auto removed = f.again();
        QVERIFY2(removed.ok() && removed.out.contains("deleted"), removed.error.constData());
    }

    void nothingOfASecretIsKept()
    {
        Logged f;
        QVERIFY_RESULT(f.ask(f.of(Request::post(), {"", "v1", "secrets"}).body(json("{'apiVersion':'v1','kind':'Secret','metadata':{'name':'s'},'stringData':{'p':'hunter2'}}"))));
        QVERIFY(!f.last().isBodyKept);
        QVERIFY(!QByteArray::fromStdString(kubectlCommand(f.last(), {}).value_or("")).contains("hunter2"));
        Request bad = f.of(Request::patch("application/merge-patch+json"), {"", "v1", "secrets"}, "s");
        QVERIFY(!f.ask(bad.body(json("{'data':{'p':'hunter2!'}}"), "application/merge-patch+json")));
        QVERIFY(!f.last().error->toString().contains(QLatin1String("hunter2")));
    }
};

ORRERY_GUILESS_TEST(RequestsClusterTest)
} // namespace requests_cluster_test
#include "requests_cluster_test.moc"
