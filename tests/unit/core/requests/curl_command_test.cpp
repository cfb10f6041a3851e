// SPDX-License-Identifier: Apache-2.0
#include "core/requests/curl_command.h"

#include "tests/support/warnings.h"

#include <QTest>

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
        QCOMPARE(curlCommand(record), std::string("curl --globoff --cacert \"$CA\" 'https://api.example:6443/api/v1/pods?labelSelector=app%3Dweb&limit=500' "
                                                  "--header 'Accept: application/json' --header \"Authorization: Bearer $TOKEN\""));
    }

    void aWriteHasItsMethodAndBody()
    {
        RequestRecord record = ofUrl("PATCH", "https://api.example:6443/api/v1/nodes/n1");
        record.headers = {{"Content-Type", "application/merge-patch+json"}};
        record.body = "{\"it's\":1}";
        QCOMPARE(curlCommand(record), std::string("curl --globoff --request PATCH --cacert \"$CA\" https://api.example:6443/api/v1/nodes/n1 --header "
                                                  "'Content-Type: application/merge-patch+json' --header \"Authorization: Bearer $TOKEN\" "
                                                  "--data-raw '{\"it'\\''s\":1}'"));
    }

    void aWatchIsNotBuffered()
    {
        RequestRecord record = ofUrl("GET", "https://api.example:6443/api/v1/pods?watch=true");
        record.lane = HttpRequest::Lane::Stream;
        QVERIFY(curlCommand(record).starts_with("curl --no-buffer "));
    }

    void noCredentialIsInIt()
    {
        RequestRecord record = ofUrl("GET", "https://anna:hunter2@api.example:6443/version");
        record.headers = {{"Authorization", "Bearer hunter2"}, {"Cookie", "hunter2"}};
        QVERIFY(curlCommand(record).find("hunter2") == std::string::npos);
        QVERIFY(curlCommand(record).find("anna") == std::string::npos);
    }

    void noTokenIsSentInTheOpen()
    {
        const RequestRecord record = ofUrl("GET", "http://127.0.0.1:8001/version");
        QVERIFY(curlCommand(record).find("TOKEN") == std::string::npos);
        QCOMPARE(curlNeeds(record, {"prod", {}, {}}), std::string());
    }

    void whatItNeedsIsSaidInComments()
    {
        RequestRecord record = ofUrl("GET", "https://api.example:6443/version");
        const std::string needs = curlNeeds(record, {"prod eu", "/home/a/config", {}});
        QVERIFY2(needs.find("# TOKEN=$(kubectl config view --raw --minify --flatten --kubeconfig=/home/a/config --context='prod eu' -o ") != std::string::npos, needs.c_str());
        QVERIFY(needs.find("# CA=ca.crt; kubectl config view ") == 0);
        QVERIFY(needs.find("body.json") == std::string::npos);
        record.isBodyKept = false;
        QVERIFY(curlNeeds(record, {}).ends_with("# body.json: the body, which was not kept\n"));
    }

    void nothingThatAContextIsNamedLeavesTheComment()
    {
        const std::string needs = curlNeeds(ofUrl("GET", "https://api.example:6443/version"), {"a\nreboot", "b\nreboot", {}});
        QVERIFY2(needs.find("reboot") == std::string::npos, needs.c_str());
    }

    void aBodyThatIsNotKeptIsTheReaders()
    {
        RequestRecord record = ofUrl("PUT", "https://api.example:6443/api/v1/namespaces/web/secrets/s");
        record.isBodyKept = false;
        QVERIFY(curlCommand(record).ends_with("--data-binary @body.json"));
    }
};

QTEST_GUILESS_MAIN(CurlCommandTest)
#include "curl_command_test.moc"
