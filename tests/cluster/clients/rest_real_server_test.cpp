// SPDX-License-Identifier: Apache-2.0
// The transport and the REST client against the real API server: TLS, identities, refusals, compression, connections.
#include "core/kubeconfig/token_providers.h"
#include "tests/fault/proxy/fault_proxy.h"
#include "tests/support/cluster_client.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"

#include <QScopeGuard>
#include <QTemporaryDir>

namespace rest_real_server_test {

using namespace kube;
using TestCluster = kube::test::Cluster; // kube::Cluster is a kubeconfig's
using kube::test::ClusterClient;
using kube::test::FaultProxy;
using kube::test::json;
using kube::test::patience;
using kube::test::TestNamespace;

namespace {

const GroupVersionResource pods{"", "v1", "pods"};
const GroupVersionResource secrets{"", "v1", "secrets"};
const GroupVersionResource configMaps{"", "v1", "configmaps"};

Request listOf(const GroupVersionResource &resource, const std::string &namespaceName = {})
{
    Request request = Request::get();
    request.resource(resource);
    if (!namespaceName.empty())
        request.inNamespace(namespaceName);
    return request;
}

Request getOf(const QString &path)
{
    Request request = Request::get();
    request.absolutePath(path);
    return request;
}

Result<Response> askVersion(const ClusterClient &cluster)
{
    return cluster.answer(cluster.rest->send(getOf(QStringLiteral("/version"))));
}

QByteArray tokenOf(const char *context)
{
    const ClusterClient cluster((QString::fromLatin1(context)));
    const auto credential = cluster.answer(cluster.rest->config().auth->credential());
    return credential ? credential->headers.first().second.mid(7) : QByteArray();
}

/// A pod list, as the identity named by how a change leaves the configuration.
Result<Response> listPods(const ClusterClient &cluster)
{
    return cluster.answer(cluster.rest->send(listOf(pods)));
}

} // namespace

class RestRealServerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aClientCertificateIsAnIdentity()
    {
        const ClusterClient admin(QStringLiteral("cluster-admin"));
        QVERIFY(!admin.rest->config().tls.certData.isEmpty() && !admin.rest->config().auth);
        const auto listed = admin.answer(admin.rest->send(listOf(secrets)));
        QVERIFY_RESULT(listed);
        QCOMPARE(listed->status, 200);
        QVERIFY(listed->body.contains(json("'kind':'SecretList'")));
        // Our own User-Agent: the server indents what browsers and curl ask for.
        QVERIFY(!listed->body.trimmed().contains('\n'));
    }

    void withoutACredentialWeAreAnonymous()
    {
        const ClusterClient stranger(QString(), [](RestConfig &config) { config.tls.certData = config.tls.keyData = {}; });
        const auto listed = listPods(stranger);
        QVERIFY(!listed);
        QCOMPARE(listed.error().kind, ErrorKind::Forbidden);
        QVERIFY(listed.error().message.contains(QStringLiteral("User \"system:anonymous\"")));
    }

    void aBearerTokenIsAnIdentity()
    {
        const ClusterClient admin(QStringLiteral("token-admin"));
        QVERIFY(admin.rest->config().tls.certData.isEmpty());
        QVERIFY_RESULT(admin.answer(admin.rest->send(listOf(secrets))));
    }

    void aRefusalIsInTheServersWords()
    {
        const ClusterClient nobody(QStringLiteral("nobody"));
        const auto listed = listPods(nobody);
        QVERIFY(!listed);
        QCOMPARE(listed.error().kind, ErrorKind::Forbidden);
        QCOMPARE(listed.error().message, QStringLiteral("pods is forbidden: User \"nobody\" cannot list resource \"pods\" in API group \"\" at the cluster scope"));
        QCOMPARE(listed.error().place, QStringLiteral("/api/v1/pods"));
        QVERIFY(listed.error().status);
        QCOMPARE(listed.error().status->code, 403);
        QCOMPARE(listed.error().status->kind, QStringLiteral("pods"));
    }

    void aWrongTokenIsUnauthorized()
    {
        ConfigOverrides overrides;
        overrides.context = QStringLiteral("viewer");
        overrides.token = "wrong";
        const ClusterClient stranger(overrides);
        const auto listed = listPods(stranger);
        QVERIFY(!listed);
        QCOMPARE(listed.error().kind, ErrorKind::Unauthorized);
        QVERIFY(listed.error().status);
        QCOMPARE(listed.error().status->code, 401);
        QVERIFY(!listed.error().toString().contains(QStringLiteral("wrong")));
    }

    void aTokenFileIsReadAgainOnceItsTokenIsRefused()
    {
        const QByteArray token = tokenOf("viewer");
        QVERIFY(!token.isEmpty());
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("token")));
        const auto write = [&file](const QByteArray &text) {
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(text);
            file.close();
        };
        write(token + '\n');
        auto scheduler = std::make_shared<QtScheduler>();
        const ClusterClient viewer(QStringLiteral("viewer"), [&](RestConfig &config) {
            config.auth = std::make_shared<TokenFileProvider>(file.fileName(), QByteArray(), *scheduler);
        });
        QVERIFY_RESULT(listPods(viewer));
        write("stale");
        viewer.rest->renew(); // forgets the cached token
        QCOMPARE(listPods(viewer).error().kind, ErrorKind::Unauthorized);
        write(token); // and here nothing but the 401 says that the file has changed
        QVERIFY_RESULT(listPods(viewer));
    }

    void impersonationIsTheServersToGrant()
    {
        ConfigOverrides overrides;
        overrides.impersonate = QStringLiteral("viewer");
        const ClusterClient asViewer(overrides);
        QVERIFY_RESULT(listPods(asViewer));
        const auto refused = asViewer.answer(asViewer.rest->send(listOf(secrets)));
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(QStringLiteral("User \"viewer\" cannot list resource \"secrets\"")));

        overrides.impersonate = QStringLiteral("jane");
        overrides.impersonateGroups = QStringList{QStringLiteral("system:masters"), QStringLiteral("staff")};
        const ClusterClient asMaster(overrides);
        QVERIFY_RESULT(asMaster.answer(asMaster.rest->send(listOf(secrets))));

        overrides.context = QStringLiteral("viewer");
        const ClusterClient viewer(overrides);
        const auto notAllowed = listPods(viewer);
        QVERIFY(!notAllowed);
        QCOMPARE(notAllowed.error().kind, ErrorKind::Forbidden);
        QVERIFY2(notAllowed.error().message.contains(QStringLiteral("cannot impersonate")), qPrintable(notAllowed.error().message));
    }

    void anotherAuthorityIsRefusedWithAClearSentence()
    {
        const ClusterClient cluster(QString(), [](RestConfig &config) { config.tls.caData = kube::test::fixture(QStringLiteral("tls-server/other-ca.pem")); });
        const auto answer = askVersion(cluster);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Tls);
        QVERIFY2(answer.error().message.contains(QStringLiteral("the server's certificate is signed by \"orrery-cluster-ca\", which is not among the trusted authorities")),
                 qPrintable(answer.error().message));
        const ClusterClient system(QString(), [](RestConfig &config) { config.tls.caData.clear(); });
        QCOMPARE(askVersion(system).error().kind, ErrorKind::Tls);
    }

    void aCertificateForAnotherNameIsRefused()
    {
        const ClusterClient cluster(QString(), [](RestConfig &config) { config.tls.serverName = QStringLiteral("elsewhere.test"); });
        const auto answer = askVersion(cluster);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Tls);
        QVERIFY2(answer.error().message.contains(QStringLiteral("not for elsewhere.test but for")), qPrintable(answer.error().message));
        const ClusterClient known(QString(), [](RestConfig &config) { config.tls.serverName = QStringLiteral("kubernetes.default.svc"); });
        QVERIFY_RESULT(askVersion(known));
    }

    void insecureMeansUncheckedNotUnknown()
    {
        ConfigOverrides overrides;
        overrides.insecureSkipTlsVerify = true;
        const ClusterClient cluster(overrides);
        QVERIFY(cluster.rest->config().tls.insecure);
        QVERIFY_RESULT(cluster.answer(cluster.rest->send(listOf(secrets)))); // still with our certificate
    }

    void aLargeAnswerComesCompressed()
    {
        const TestNamespace space;
        const ClusterClient cluster;
        Request request = Request::post();
        request.resource(configMaps).inNamespace(space.name().toStdString());
        request.body(json("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'large'},'data':{'text':'") + QByteArray(400'000, 'x') + json("'}}"));
        QVERIFY_RESULT(cluster.answer(cluster.rest->send(std::move(request))));

        const auto get = [&](const ClusterClient &from) {
            Request large = listOf(configMaps, space.name().toStdString());
            large.name("large");
            return from.answer(from.rest->send(std::move(large)));
        };
        const auto encoding = [](const Response &response) { return HttpHead{response.status, response.headers}.header("Content-Encoding"); };
        const auto packed = get(cluster);
        QVERIFY_RESULT(packed);
        QCOMPARE(encoding(*packed), QByteArray("gzip"));
        const ClusterClient plain(QString(), [](RestConfig &config) { config.disableCompression = true; });
        const auto open = get(plain);
        QVERIFY_RESULT(open);
        QCOMPARE(encoding(*open), QByteArray());
        QVERIFY(packed->body == open->body);
        QVERIFY(open->body.size() > 400'000);
    }

    void callsOneAfterAnotherShareAConnection()
    {
        FaultProxy gate(static_cast<quint16>(ClusterClient().rest->config().host.port()));
        const ClusterClient cluster(QString(), [&gate](RestConfig &config) { config.host.setPort(gate.port()); });
        for (int i = 0; i < 10; ++i)
            QVERIFY_RESULT(askVersion(cluster));
        QCOMPARE(gate.accepted(), std::size_t(1));
        cluster.rest->renew();
        QVERIFY_RESULT(askVersion(cluster));
        QCOMPARE(gate.accepted(), std::size_t(2));
    }

    void aKeptConnectionThatWasCutIsReplaced()
    {
        FaultProxy gate(static_cast<quint16>(ClusterClient().rest->config().host.port()));
        const ClusterClient cluster(QString(), [&gate](RestConfig &config) { config.host.setPort(gate.port()); });
        QVERIFY_RESULT(askVersion(cluster));
        gate.shut();
        gate.open();
        QVERIFY_RESULT(askVersion(cluster));
        gate.shut();
        const auto refused = askVersion(cluster);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Transport);
    }

    void aCallIsStopped()
    {
        const ClusterClient cluster;
        Request endless = listOf(pods);
        endless.parameter(QStringLiteral("watch"), QStringLiteral("true"));
        std::stop_source stop;
        const auto future = cluster.rest->send(std::move(endless), stop.get_token());
        QVERIFY_RESULT(askVersion(cluster)); // the server is at it
        QVERIFY(!future.isReady());
        stop.request_stop();
        const auto ended = cluster.answer(future);
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, ErrorKind::Canceled);
    }

    void aFrozenServerIsGivenUp()
    {
        const ClusterClient cluster;
        QVERIFY_RESULT(askVersion(cluster)); // a connection that is known to work
        const auto thaw = qScopeGuard([] { TestCluster::script({QStringLiteral("thaw")}); });
        QVERIFY(TestCluster::script({QStringLiteral("freeze")}).ok());
        Request request = getOf(QStringLiteral("/version"));
        request.timeout(std::chrono::seconds(1));
        const auto kept = cluster.answer(cluster.rest->send(std::move(request)));
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, ErrorKind::Transport);
        QVERIFY2(kept.error().message.contains(QStringLiteral("1 s")), qPrintable(kept.error().message));

        const ClusterClient other; // whose handshake is not answered either
        Request second = getOf(QStringLiteral("/version"));
        second.timeout(std::chrono::seconds(1));
        QCOMPARE(other.answer(other.rest->send(std::move(second))).error().kind, ErrorKind::Transport);
        QVERIFY(TestCluster::script({QStringLiteral("thaw")}).ok());
        QVERIFY_RESULT(askVersion(cluster));
    }

    void aReadOnlySessionIsRefusedBeforeTheServerIsAsked()
    {
        const TestNamespace space;
        ConfigOverrides overrides;
        overrides.readOnly = true;
        const ClusterClient cluster(overrides);
        QVERIFY_RESULT(listPods(cluster));
        Request request = Request::post();
        request.resource(configMaps).inNamespace(space.name().toStdString());
        request.body(json("{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'one'}}"));
        const auto refused = cluster.answer(cluster.rest->send(std::move(request)));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Forbidden);
        QVERIFY(!refused.error().status); // no server said so
        QCOMPARE(space.kubectl({QStringLiteral("get"), QStringLiteral("configmap"), QStringLiteral("one")}).exitCode, 1);
        Request review = Request::post();
        review.absolutePath(QStringLiteral("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"));
        review.body(json("{'apiVersion':'authorization.k8s.io/v1','kind':'SelfSubjectAccessReview','spec':{'resourceAttributes':{'verb':'list','resource':'pods'}}}"));
        QVERIFY_RESULT(cluster.answer(cluster.rest->send(std::move(review))));
    }
};

ORRERY_GUILESS_TEST(RestRealServerTest)
} // namespace rest_real_server_test
#include "rest_real_server_test.moc"
