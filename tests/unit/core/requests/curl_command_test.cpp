// SPDX-License-Identifier: Apache-2.0
#include "core/requests/curl_command.h"

#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QProcess>
#include <QTest>

namespace curl_command_test {

using namespace kube;
using namespace kube::test;

namespace {

RequestRecord ofUrl(const char *method, const char *url)
{
    RequestRecord record;
    record.method = method;
    record.url = QUrl(QString::fromLatin1(url));
    return record;
}

constexpr const char *address = "https://api.example:6443/version";

CommandTarget with(ServerAccess::Credential credential)
{
    CommandTarget target{"prod eu", "/home/a/config", {}};
    target.access.credential = credential;
    return target;
}

ServerAccess::Pem inKubeconfig()
{
    return {ServerAccess::Pem::Place::Kubeconfig, {}};
}

ServerAccess::Pem inFile(const char *path)
{
    return {ServerAccess::Pem::Place::File, path};
}

bool isBash(const std::string &script)
{
    QProcess bash;
    bash.start(QStringLiteral("bash"), {QStringLiteral("-n")});
    bash.write(script.data(), static_cast<qint64>(script.size()));
    bash.closeWriteChannel();
    return bash.waitForFinished() && bash.exitStatus() == QProcess::NormalExit && bash.exitCode() == 0;
}

#define MUST_HOLD(script, text) QVERIFY2((script).find(text) != std::string::npos, (script).c_str())

} // namespace

class CurlCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void aReadIsItsAddressAndItsHeaders()
    {
        RequestRecord record = ofUrl("GET", "https://api.example:6443/api/v1/pods?labelSelector=app%3Dweb&limit=500");
        record.headers = {{"Accept", "application/json"}, {"User-Agent", "orrery"}, {"Accept-Encoding", "gzip"}};
        QCOMPARE(curlCommand(record, {}), std::string("curl --globoff 'https://api.example:6443/api/v1/pods?labelSelector=app%3Dweb&limit=500' --header 'Accept: application/json'"));
    }

    void aWriteHasItsMethodAndBody()
    {
        RequestRecord record = ofUrl("PATCH", "https://api.example:6443/api/v1/nodes/n1");
        record.headers = {{"Content-Type", "application/merge-patch+json"}};
        record.body = "{\"it's\":1}";
        QCOMPARE(curlCommand(record, {}), std::string("curl --globoff --request PATCH https://api.example:6443/api/v1/nodes/n1 --header "
                                                      "'Content-Type: application/merge-patch+json' --data-raw '{\"it'\\''s\":1}'"));
    }

    void aWatchIsNotBuffered()
    {
        RequestRecord record = ofUrl("GET", "https://api.example:6443/api/v1/pods?watch=true");
        record.lane = HttpRequest::Lane::Stream;
        QVERIFY(curlCommand(record, {}).starts_with("curl --no-buffer "));
    }

    void noCredentialIsInIt()
    {
        RequestRecord record = ofUrl("GET", "https://anna:hunter2@api.example:6443/version");
        record.headers = {{"Authorization", "Bearer hunter2"}, {"Cookie", "hunter2"}};
        const std::string script = curlScript(record, with(ServerAccess::Credential::Token));
        QVERIFY(script.find("hunter2") == std::string::npos);
        QVERIFY(script.find("anna") == std::string::npos);
    }

    void nothingIsShownInTheOpen()
    {
        CommandTarget target = with(ServerAccess::Credential::Token);
        target.access.certificate = target.access.key = target.access.authority = inKubeconfig();
        QCOMPARE(curlScript(ofUrl("GET", "http://127.0.0.1:8001/version"), target), std::string("curl --globoff http://127.0.0.1:8001/version"));
    }

    void aTokenIsTakenFromTheKubeconfig()
    {
        CommandTarget target = with(ServerAccess::Credential::Token);
        target.access.authority = inKubeconfig();
        const std::string script = curlScript(ofUrl("GET", address), target);
        QCOMPARE(script, std::string("(set -e -o pipefail; umask 077\n"
                                     "dir=$(mktemp -d); trap 'rm -rf \"$dir\"' EXIT\n"
                                     "config() { kubectl config view --raw --minify --kubeconfig=/home/a/config '--context=prod eu' -o jsonpath=\"$1\"; }\n"
                                     "config '{.clusters[0].cluster.certificate-authority-data}' | base64 -d > \"$dir/ca.crt\"\n"
                                     "TOKEN=$(config '{.users[0].user.token}')\n"
                                     "curl --globoff --cacert \"$dir/ca.crt\" https://api.example:6443/version --header \"Authorization: Bearer $TOKEN\"\n"
                                     ")"));
    }

    void aClientCertificateSendsNoToken()
    {
        CommandTarget target = with(ServerAccess::Credential::None);
        target.access.certificate = target.access.key = inKubeconfig();
        const std::string script = curlScript(ofUrl("GET", address), target);
        MUST_HOLD(script, "\nconfig '{.users[0].user.client-certificate-data}' | base64 -d > \"$dir/client.crt\"\nconfig '{.users[0].user.client-key-data}' | base64 -d > \"$dir/client.key\"\n");
        MUST_HOLD(script, " --cert \"$dir/client.crt\" --key \"$dir/client.key\" https://");
        QVERIFY(script.find("Authorization") == std::string::npos && script.find("TOKEN") == std::string::npos && script.find("--cacert") == std::string::npos);
    }

    void filesAreReadWhereTheyAre()
    {
        CommandTarget target = with(ServerAccess::Credential::None);
        target.access.authority = inFile("/pki/it's ca.crt");
        target.access.certificate = inFile("/pki/me.crt");
        target.access.key = inFile("/pki/me.key");
        QCOMPARE(curlScript(ofUrl("GET", address), target),
                 std::string("curl --globoff --cacert '/pki/it'\\''s ca.crt' --cert /pki/me.crt --key /pki/me.key https://api.example:6443/version"));
    }

    void aTokensFileIsReadWhenItRuns()
    {
        CommandTarget target = with(ServerAccess::Credential::TokenFile);
        target.access.tokenFile = "/run/a token";
        const std::string script = curlScript(ofUrl("GET", address), target);
        MUST_HOLD(script, "\nTOKEN=$(cat '/run/a token')\n");
        MUST_HOLD(script, "Bearer $TOKEN");
    }

    void aPasswordGoesByUser()
    {
        const std::string script = curlScript(ofUrl("GET", address), with(ServerAccess::Credential::Password));
        MUST_HOLD(script, "\nLOGIN=$(config '{.users[0].user.username}:{.users[0].user.password}')\n");
        MUST_HOLD(script, " --user \"$LOGIN\"");
    }

    void aPluginsTokenIsAskedFor()
    {
        const std::string script = curlScript(ofUrl("GET", address), with(ServerAccess::Credential::Plugin));
        MUST_HOLD(script, "\n# The token is the credential plugin's: set TOKEN to it first.\n: \"${TOKEN:?is not set}\"\n");
    }

    void aServerThatIsNotVerifiedNeedsNoAuthority()
    {
        CommandTarget target = with(ServerAccess::Credential::None);
        target.access.authority = inKubeconfig();
        target.access.isVerified = false;
        QCOMPARE(curlScript(ofUrl("GET", address), target), std::string("curl --globoff --insecure https://api.example:6443/version"));
    }

    void anotherNameOfTheServerIsVerified()
    {
        ServerAccess access;
        access.serverName = "kubernetes.default";
        QCOMPARE(curlCommand(ofUrl("GET", "https://[::1]:6443/version"), access),
                 std::string("curl --globoff --connect-to 'kubernetes.default:6443:[::1]:6443' https://kubernetes.default:6443/version"));
    }

    void aProxyIsTheKubeconfigs()
    {
        CommandTarget target = with(ServerAccess::Credential::None);
        target.access.hasProxy = true;
        const std::string script = curlScript(ofUrl("GET", address), target);
        MUST_HOLD(script, "\nPROXY=$(config '{.clusters[0].cluster.proxy-url}')\n");
        MUST_HOLD(script, " --proxy \"$PROXY\"");
    }

    void entriesThatAreNotTheContextsAreNamed()
    {
        CommandTarget target = with(ServerAccess::Credential::Token);
        target.access.userEntry = "an\"na";
        const std::string script = curlScript(ofUrl("GET", address), target);
        MUST_HOLD(script, "TOKEN=$(config '{.users[?(@.name==\"an\\\"na\")].user.token}')");
        QVERIFY(script.find("--minify") == std::string::npos);
    }

    void bashReadsEveryKind()
    {
        for (const auto credential : {ServerAccess::Credential::None, ServerAccess::Credential::Token, ServerAccess::Credential::TokenFile, ServerAccess::Credential::Password, ServerAccess::Credential::Plugin}) {
            for (const bool isKept : {true, false}) {
                CommandTarget target = with(credential);
                target.context = "it's (\n$(reboot) `reboot`";
                target.access.tokenFile = "/a'b";
                target.access.userEntry = "it's \"";
                target.access.hasProxy = true;
                target.access.authority = target.access.certificate = target.access.key = inKubeconfig();
                RequestRecord record = ofUrl("PATCH", address);
                record.isBodyKept = isKept;
                const std::string script = curlScript(record, target);
                QVERIFY2(isBash(script), script.c_str());
            }
        }
        QVERIFY(!isBash("("));
    }

    void aBodyThatIsNotKeptIsTheReaders()
    {
        RequestRecord record = ofUrl("PUT", "https://api.example:6443/api/v1/namespaces/web/secrets/s");
        record.isBodyKept = false;
        QVERIFY(curlCommand(record, {}).ends_with("--data-binary @body.json"));
        QCOMPARE(curlPreparation(record, {}), std::string("# body.json: the body, which was not kept\n"));
    }
};

ORRERY_GUILESS_TEST(CurlCommandTest)
} // namespace curl_command_test
#include "curl_command_test.moc"
