// SPDX-License-Identifier: Apache-2.0
#include "core/rest/request.h"

#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace request_test {

using namespace kube;
using namespace kube::test;

namespace {

const QUrl host(QStringLiteral("https://api.example:6443"));
const GroupVersionResource pods{"", "v1", "pods"};
const GroupVersionResource deployments{"apps", "v1", "deployments"};

QByteArray pathOf(const Request &request, const QUrl &server = host)
{
    const auto built = request.build(server);
    if (!built)
        return "error: " + built.error().message.toUtf8();
    return built->url.toEncoded().mid(server.toEncoded(QUrl::RemovePath).size());
}

} // namespace

class RequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void pathsAreBuiltAsTheServerHasThem()
    {
        QCOMPARE(pathOf(Request::get().resource(pods)), QByteArray("/api/v1/pods"));
        QCOMPARE(pathOf(Request::get().resource(pods).inNamespace("")), QByteArray("/api/v1/pods"));
        QCOMPARE(pathOf(Request::get().resource(pods).inNamespace("web").name("a").subresource("log")),
                 QByteArray("/api/v1/namespaces/web/pods/a/log"));
        QCOMPARE(pathOf(Request::put().resource(deployments).inNamespace("web").name("x").subresource("scale")),
                 QByteArray("/apis/apps/v1/namespaces/web/deployments/x/scale"));
        QCOMPARE(pathOf(Request::get().absolutePath(QStringLiteral("/version"))), QByteArray("/version"));
        QCOMPARE(pathOf(Request::get().absolutePath(QStringLiteral("/openapi/v3/apis/apps/v1?hash=AB%2F1"))),
                 QByteArray("/openapi/v3/apis/apps/v1?hash=AB%2F1"));
    }

    void theServersPrefixIsKept()
    {
        for (const char *prefix : {"https://rancher/k8s/clusters/c-1", "https://rancher/k8s/clusters/c-1/"}) {
            const auto built = Request::get().resource(pods).build(QUrl(QString::fromLatin1(prefix)));
            QVERIFY_RESULT(built);
            QCOMPARE(built->url.toEncoded(), QByteArray("https://rancher/k8s/clusters/c-1/api/v1/pods"));
            QCOMPARE(Request::get().absolutePath(QStringLiteral("/version")).build(QUrl(QString::fromLatin1(prefix)))->url.toEncoded(),
                     QByteArray("https://rancher/k8s/clusters/c-1/version"));
        }
        QCOMPARE(Request::get().resource(pods).build(QUrl(QStringLiteral("https://user:secret@[::1]:6443")))->url.toEncoded(),
                 QByteArray("https://[::1]:6443/api/v1/pods"));
    }

    void queriesAndNamesKeepEveryCharacter()
    {
        const Request request = Request::get().resource(pods)
            .parameter(QStringLiteral("labelSelector"), QStringLiteral("a in (b,c),d!=é+ &=%/#?"))
            .parameter(QStringLiteral("empty"), QString())
            .parameter(QStringLiteral("continue"), QStringLiteral("a+b/c=="));
        QCOMPARE(pathOf(request), QByteArray("/api/v1/pods?labelSelector=a%20in%20%28b%2Cc%29%2Cd%21%3D%C3%A9%2B%20%26%3D%25%2F%23%3F"
                                             "&continue=a%2Bb%2Fc%3D%3D"));
        QCOMPARE(pathOf(Request::get().resource({"rbac.authorization.k8s.io", "v1", "clusterroles"}).name("system:node? #é")),
                 QByteArray("/apis/rbac.authorization.k8s.io/v1/clusterroles/system:node%3F%20%23%C3%A9"));
    }

    void segmentsThatWouldLeadElsewhereAreRefused()
    {
        for (const char *bad : {"", ".", "..", "a/b", "a%2fb"}) {
            QVERIFY(pathOf(Request::get().resource(pods).name(bad)).startsWith("error: a name"));
            QVERIFY(pathOf(Request::get().resource(pods).name("x").subresource(bad)).startsWith("error: a subresource"));
            QVERIFY(pathOf(Request::get().resource({"", "v1", bad})).startsWith("error: a resource"));
            if (*bad)
                QVERIFY(pathOf(Request::get().resource(pods).inNamespace(bad)).startsWith("error: a namespace"));
        }
    }

    void anEmptyNamespaceIsAllNamespacesOnlyForAList()
    {
        QVERIFY(pathOf(Request::post().resource(pods).inNamespace("")).startsWith("error"));
        QVERIFY(pathOf(Request::get().resource(pods).inNamespace("").name("a")).startsWith("error"));
        QVERIFY(pathOf(Request::remove().resource(pods).inNamespace("").name("a")).startsWith("error"));
    }

    void theFirstErrorSticks()
    {
        const auto built = Request::get().resource(pods).name("..").name("ok").inNamespace("a/b").build(host);
        QVERIFY(!built);
        QCOMPARE(built.error().kind, ErrorKind::BadInput);
        QCOMPARE(built.error().message, QStringLiteral("a name may not be \"..\""));
    }

    void settingAPartTwiceIsAnError()
    {
        QVERIFY(pathOf(Request::get().resource(pods).name("a").name("b")).contains("twice"));
        QVERIFY(pathOf(Request::get().resource(pods).resource(pods)).contains("twice"));
        QVERIFY(pathOf(Request::get().resource(pods).inNamespace("a").inNamespace("a")).contains("twice"));
        QVERIFY(pathOf(Request::get().resource(pods).absolutePath(QStringLiteral("/x"))).contains("twice"));
        QVERIFY(pathOf(Request::get().name("a")).contains("no resource"));
    }

    void theServersAddressIsChecked()
    {
        for (const char *bad : {"", "api:6443", "ftp://api", "https://api?x=1", "https://api#x", "https://"})
            QVERIFY(!Request::get().resource(pods).build(QUrl(QString::fromLatin1(bad))));
    }

    void bodiesAndHeadersGoAlong()
    {
        const auto built = Request::patch("application/apply-patch+yaml").resource(pods).inNamespace("n").name("a")
                               .body("{}").accept("a/b").header("If-None-Match", "\"x\"").timeout(std::chrono::milliseconds(1500))
                               .idleTimeout(std::chrono::seconds(3)).lane(HttpRequest::Lane::Stream).build(host);
        QVERIFY_RESULT(built);
        QCOMPARE(built->method, QByteArray("PATCH"));
        QCOMPARE(built->body, QByteArray("{}"));
        QCOMPARE(built->headers, (QList<Header>{{"Accept", "a/b"}, {"Content-Type", "application/apply-patch+yaml"}, {"If-None-Match", "\"x\""}}));
        QCOMPARE(built->url.query(), QStringLiteral("timeout=1500ms"));
        QCOMPARE(built->idleTimeout, Duration(std::chrono::seconds(3)));
        QCOMPARE(built->lane, HttpRequest::Lane::Stream);
        QCOMPARE(Request::post().resource(pods).body("{}").build(host)->headers.value(1), (Header{"Content-Type", "application/json"}));
        QCOMPARE(Request::get().resource(pods).build(host)->headers.size(), 1);
    }
};

ORRERY_GUILESS_TEST(RequestTest)
} // namespace request_test
#include "request_test.moc"
