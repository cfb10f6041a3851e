// SPDX-License-Identifier: Apache-2.0
#include "core/rest/measured_transport.h"
#include "tests/support/fake_transport.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace measured_transport_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::FakeTransport;

namespace {

struct Notes final : RequestMetrics {
    std::vector<std::string> lines;
    void requestResult(const std::string &code, const std::string &method, const std::string &host) override
    {
        lines.push_back(method + " " + host + " " + code);
    }
    void requestLatency(const std::string &method, const std::string &host, Duration latency) override
    {
        lines.push_back(method + " " + host + " after " + std::to_string(latency / 1ms));
    }
};

struct Heard final : TransportSink {
    std::vector<QByteArray> lines;
    void head(const HttpHead &head) override { lines.push_back("head " + QByteArray::number(head.status)); }
    void data(QByteArray bytes) override { lines.push_back(bytes); }
    void end(std::optional<Error> error) override { lines.push_back(error ? "failed" : "end"); }
};

} // namespace

class MeasuredTransportTest : public QObject
{
    Q_OBJECT
private:
    std::shared_ptr<FakeTransport> m_fake;
    std::shared_ptr<Notes> m_notes;
    SteadyTime m_now{};
    std::unique_ptr<MeasuredTransport> m_transport;

    static HttpRequest request(const char *method, const char *url)
    {
        HttpRequest request;
        request.method = method;
        request.url = QUrl(QString::fromLatin1(url));
        return request;
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_fake = std::make_shared<FakeTransport>();
        m_notes = std::make_shared<Notes>();
        m_transport = std::make_unique<MeasuredTransport>(m_fake, m_notes, [this] { return m_now; });
    }

    void anAnswerIsCountedByCodeMethodAndHostWhenItsHeadArrives()
    {
        Heard heard;
        const auto stream = m_transport->open(request("PUT", "https://api.example:6443/x"), heard);
        m_now += 40ms;
        m_fake->last().head(409);
        m_now += 10ms;
        m_fake->last().data("body");
        m_fake->last().end();
        QCOMPARE(m_notes->lines, (std::vector<std::string>{"PUT api.example:6443 after 40", "PUT api.example:6443 409"}));
        QCOMPARE(heard.lines, (std::vector<QByteArray>{"head 409", "body", "end"}));
    }

    void whenTheCertificateEndsIsTheOtherTransports()
    {
        QVERIFY(!m_transport->certificateExpires());
        m_fake->expires = WallTime{} + 1h;
        QCOMPARE(m_transport->certificateExpires(), m_fake->expires);
    }

    void whatGotNoAnswerIsAnError()
    {
        Heard heard;
        const auto stream = m_transport->open(request("GET", "https://api.example/x"), heard);
        m_fake->last().loseConnection();
        QVERIFY(stream->connectionLost());
        QCOMPARE(m_notes->lines, (std::vector<std::string>{"GET api.example <error>"}));
        QCOMPARE(heard.lines, (std::vector<QByteArray>{"failed"}));
    }

    void anAnswerThatIsCutShortIsCountedOnce()
    {
        Heard heard;
        const auto stream = m_transport->open(request("GET", "https://api.example/x"), heard);
        m_fake->last().head(200);
        m_fake->last().loseConnection();
        QCOMPARE(m_notes->lines.size(), std::size_t(2));
        QCOMPARE(heard.lines, (std::vector<QByteArray>{"head 200", "failed"}));
    }

    void pausingRenewingAndCertificatesReachTheTransport()
    {
        Heard heard;
        auto stream = m_transport->open(request("GET", "https://api.example/x"), heard);
        stream->pause();
        QVERIFY(m_fake->last().paused);
        stream->resume();
        QVERIFY(!m_fake->last().paused);
        m_transport->renew();
        QCOMPARE(m_fake->renewals, 1);
        QVERIFY(!m_transport->useClientCertificate("certificate", "key"));
        QCOMPARE(m_fake->certificates, (std::vector<QByteArray>{"certificate"}));
        stream.reset();
        QVERIFY(!m_fake->last().isOpen());
        QVERIFY(m_notes->lines.empty());
    }
};

ORRERY_GUILESS_TEST(MeasuredTransportTest)
} // namespace measured_transport_test
#include "measured_transport_test.moc"
