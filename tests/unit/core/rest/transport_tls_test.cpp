// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"
#include "transport_fixture.h"

#include "core/rest/proxy_settings.h"
#include "core/rest/renewed_error.h"
#include "tests/support/manual_time.h"
#include "tests/support/socks_proxy.h"

#include <QTemporaryDir>

namespace transport_tls_test {

using namespace kube;
using namespace kube::test;
using namespace std::chrono_literals;

namespace {

void answerWithName(const HttpServer::Request &request, HttpServer::Reply reply)
{
    reply.answer(200, request.clientName.toUtf8());
}

/// A client's certificate and key in files.
struct ClientFiles {
    QTemporaryDir folder;

    [[nodiscard]] bool put(const char *name, const QString &from) const
    {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(tlsFixture(from)) > 0;
    }
    /// With what they hold now.
    [[nodiscard]] RestConfig usedIn(RestConfig config) const
    {
        config.tls.certFile = folder.filePath(QStringLiteral("cert"));
        config.tls.keyFile = folder.filePath(QStringLiteral("key"));
        for (const auto &[file, data] : {std::pair(&config.tls.certFile, &config.tls.certData), std::pair(&config.tls.keyFile, &config.tls.keyData)}) {
            QFile in(*file);
            if (in.open(QIODevice::ReadOnly))
                *data = in.readAll();
        }
        return config;
    }
};

} // namespace

class TransportTlsTest : public QObject
{
    Q_OBJECT

private:
    /// Waits for one GET; the transport is new each time.
    static TransportProbe ask(const RestConfig &config)
    {
        const auto transport = transportTo(config);
        Exchanged exchange(*transport, getOf(config, "/x"));
        [&] { QTRY_VERIFY(exchange.probe.ended); }();
        return exchange.probe;
    }

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void clientCertificatesOfBothKindsAreShown_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("rsa") << "client-rsa.pem" << "client-rsa.key" << QByteArray() << QByteArray("rsa-user");
        QTest::newRow("rsa pkcs8") << "client-rsa.pem" << "rsa-pkcs8.key" << QByteArray() << QByteArray("rsa-user");
        QTest::newRow("rsa encrypted") << "client-rsa.pem" << "rsa-encrypted.key" << QByteArray("secret") << QByteArray("rsa-user");
        QTest::newRow("ec") << "client-ec.pem" << "client-ec.key" << QByteArray() << QByteArray("ec-user");
        QTest::newRow("ec pkcs8") << "client-ec.pem" << "ec-pkcs8.key" << QByteArray() << QByteArray("ec-user");
        QTest::newRow("ec encrypted") << "client-ec.pem" << "ec-encrypted.key" << QByteArray("secret") << QByteArray("ec-user");
    }
    void clientCertificatesOfBothKindsAreShown()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(QByteArray, passphrase);
        QFETCH(QByteArray, name);
        HttpServer server(answerWithName, HttpServer::Tls{QStringLiteral("server"), true});
        auto config = trusting(server);
        config.tls.certData = tlsFixture(certificate);
        config.tls.keyData = tlsFixture(key);
        config.tls.keyPassphrase = passphrase;
        const TransportProbe probe = ask(config);
        QVERIFY2(!probe.error, probe.error ? qPrintable(probe.error->message) : "");
        QCOMPARE(probe.body, name);
    }

    void identitiesNeverShareAConnection()
    {
        HttpServer server(answerWithName, HttpServer::Tls{QStringLiteral("server"), true});
        auto rsa = trusting(server);
        rsa.tls.certData = tlsFixture(QStringLiteral("client-rsa.pem"));
        rsa.tls.keyData = tlsFixture(QStringLiteral("client-rsa.key"));
        auto ec = trusting(server);
        ec.tls.certData = tlsFixture(QStringLiteral("client-ec.pem"));
        ec.tls.keyData = tlsFixture(QStringLiteral("client-ec.key"));
        const auto first = transportTo(rsa);
        const auto second = transportTo(ec);
        for (int i = 0; i < 2; ++i) {
            Exchanged one(*first, getOf(rsa, "/x"));
            QTRY_COMPARE(one.probe.body, QByteArray("rsa-user"));
            Exchanged two(*second, getOf(ec, "/x"));
            QTRY_COMPARE(two.probe.body, QByteArray("ec-user"));
        }
    }

    void aNewCertificateFromAPluginIsUsedAtOnce()
    {
        HttpServer server(answerWithName, HttpServer::Tls{QStringLiteral("server"), true});
        const auto config = trusting(server);
        const auto transport = transportTo(config);
        for (const char *name : {"client-rsa", "client-ec"}) {
            const auto file = QString::fromLatin1(name);
            QVERIFY(!transport->useClientCertificate(tlsFixture(file + QStringLiteral(".pem")), tlsFixture(file + QStringLiteral(".key"))));
            Exchanged exchange(*transport, getOf(config, "/x"));
            QTRY_VERIFY(exchange.probe.ended);
            QVERIFY(!exchange.probe.error);
            QCOMPARE(exchange.probe.body, QByteArray(name).mid(7) + "-user");
        }
        QCOMPARE(transport->useClientCertificate("nonsense", "nonsense")->kind, ErrorKind::Tls);
    }

    void changedFilesAreReadAgainOnRenew()
    {
        ClientFiles files;
        QVERIFY(files.put("cert", QStringLiteral("client-rsa.pem")) && files.put("key", QStringLiteral("client-rsa.key")));
        HttpServer server(answerWithName, HttpServer::Tls{QStringLiteral("server"), true});
        const auto config = files.usedIn(trusting(server));
        const auto transport = transportTo(config);
        QVERIFY(files.put("cert", QStringLiteral("client-ec.pem")) && files.put("key", QStringLiteral("client-ec.key")));
        transport->renew();
        Exchanged exchange(*transport, getOf(config, "/x"));
        QTRY_COMPARE(exchange.probe.body, QByteArray("ec-user"));
        QVERIFY(files.put("key", QStringLiteral("ca.pem")));
        transport->renew();
        Exchanged kept(*transport, getOf(config, "/x"));
        QTRY_COMPARE(kept.probe.body, QByteArray("ec-user"));
    }

    void aChangedCertificateClosesConnectionsThatAreOpen()
    {
        ClientFiles files;
        QVERIFY(files.put("cert", QStringLiteral("client-rsa.pem")) && files.put("key", QStringLiteral("client-rsa.key")));
        HttpServer server([](const auto &request, auto reply) {
            reply.head(200);
            reply.chunk(request.clientName.toUtf8());
        }, HttpServer::Tls{QStringLiteral("server"), true});
        const auto config = files.usedIn(trusting(server));
        const auto time = std::make_shared<ManualTime>();
        const auto transport = transportTo(config, time);
        QVERIFY(transport->certificateExpires().value() > time->wallNow());
        Exchanged watch(*transport, getOf(config, "/watch", HttpRequest::Lane::Stream));
        QTRY_COMPARE(watch.probe.body, QByteArray("rsa-user"));
        time->advance(5min);
        QVERIFY(!watch.probe.ended); // nothing has changed
        QVERIFY(files.put("cert", QStringLiteral("client-ec.pem")) && files.put("key", QStringLiteral("client-ec.key")));
        time->advance(5min); // no other request makes it look
        QVERIFY(watch.probe.ended);
        QCOMPARE(watch.probe.error->code, error_code::Renewed);
        Exchanged again(*transport, getOf(config, "/watch", HttpRequest::Lane::Stream));
        QTRY_COMPARE(again.probe.body, QByteArray("ec-user"));
    }

    void changedFilesAreReadAgainAfterTheServerHasRefusedWhoAsks()
    {
        ClientFiles files;
        QVERIFY(files.put("cert", QStringLiteral("client-rsa.pem")) && files.put("key", QStringLiteral("client-rsa.key")));
        HttpServer server([](const HttpServer::Request &request, HttpServer::Reply reply) {
            reply.answer(request.clientName == QLatin1String("rsa-user") ? 401 : 200, request.clientName.toUtf8());
        }, HttpServer::Tls{QStringLiteral("server"), true});
        const auto config = files.usedIn(trusting(server));
        const auto transport = transportTo(config);
        Exchanged refused(*transport, getOf(config, "/x"));
        QTRY_COMPARE(refused.probe.body, QByteArray("rsa-user"));
        QVERIFY(files.put("cert", QStringLiteral("client-ec.pem")) && files.put("key", QStringLiteral("client-ec.key")));
        Exchanged exchange(*transport, getOf(config, "/x"));
        QTRY_COMPARE(exchange.probe.body, QByteArray("ec-user"));
    }

    void anUnknownAuthorityIsNamed()
    {
        HttpServer server(answerWithName, HttpServer::Tls{});
        auto config = trusting(server);
        config.tls.caData = tlsFixture(QStringLiteral("other-ca.pem"));
        const TransportProbe probe = ask(config);
        QVERIFY(probe.error);
        QCOMPARE(probe.error->kind, ErrorKind::Tls);
        QVERIFY2(probe.error->message.contains(QStringLiteral("\"Orrery test authority\", which is not among the trusted")),
                 qPrintable(probe.error->message));
        QVERIFY(server.requests().empty());
    }

    void aWrongNameIsNamedWithThoseThatWouldDo()
    {
        HttpServer server(answerWithName, HttpServer::Tls{QStringLiteral("elsewhere")});
        const TransportProbe probe = ask(trusting(server));
        QVERIFY(probe.error);
        QCOMPARE(probe.error->kind, ErrorKind::Tls);
        QVERIFY2(probe.error->message.contains(QStringLiteral("not for 127.0.0.1 but for elsewhere.test")),
                 qPrintable(probe.error->message));
    }

    void anExpiredCertificateIsNamedWithItsDate()
    {
        HttpServer server(answerWithName, HttpServer::Tls{QStringLiteral("expired")});
        const TransportProbe probe = ask(trusting(server));
        QVERIFY(probe.error);
        QVERIFY2(probe.error->message.contains(QStringLiteral("the certificate of expired expired on 2020-01-01")),
                 qPrintable(probe.error->message));
    }

    void aServerNameStandsInForTheHost()
    {
        HttpServer server(answerWithName, HttpServer::Tls{QStringLiteral("elsewhere")});
        auto config = trusting(server);
        config.tls.serverName = QStringLiteral("elsewhere.test");
        QVERIFY(!ask(config).error);
        QVERIFY(server.requests().back().value("Host").startsWith("127.0.0.1"));
        config.tls.serverName = QStringLiteral("nowhere.test");
        QCOMPARE(ask(config).error->kind, ErrorKind::Tls);
    }

    void anInsecureConfigurationTakesAnyServer()
    {
        HttpServer server(answerWithName, HttpServer::Tls{QStringLiteral("expired")});
        RestConfig config;
        config.host = server.url();
        config.tls.insecure = true;
        QVERIFY(!ask(config).error);
    }

    void aProxyIsAskedToConnect()
    {
        HttpServer server(answerWithName, HttpServer::Tls{});
        ConnectProxy proxy("user:pass word");
        auto config = trusting(server);
        config.proxy = QUrl(QStringLiteral("http://user:pass%20word@127.0.0.1:%1").arg(proxy.port()));
        const TransportProbe probe = ask(config);
        QVERIFY2(!probe.error, probe.error ? qPrintable(probe.error->message) : "");
        QCOMPARE(proxy.heads().size(), 1);
        QVERIFY(proxy.heads().first().startsWith("CONNECT 127.0.0.1:"));
        QVERIFY(!proxy.heads().first().contains("Mozilla"));
    }

    void aProxyThatWantsCredentialsIsAnError()
    {
        HttpServer server(answerWithName, HttpServer::Tls{});
        ConnectProxy proxy("user:pass");
        auto config = trusting(server);
        config.proxy = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(proxy.port()));
        const TransportProbe probe = ask(config);
        QVERIFY(probe.error);
        QCOMPARE(probe.error->kind, ErrorKind::Transport);
    }

    void aSocksProxyIsAsked()
    {
        HttpServer server(answerWithName, HttpServer::Tls{});
        SocksProxy proxy("user", "pass word");
        auto config = trusting(server);
        config.proxy = QUrl(QStringLiteral("socks5://user:pass%20word@127.0.0.1:%1").arg(proxy.port()));
        const TransportProbe probe = ask(config);
        QVERIFY2(!probe.error, probe.error ? qPrintable(probe.error->message) : "");
        QCOMPARE(proxy.connections(), 1);
        config.proxy.setPassword(QStringLiteral("wrong"));
        QCOMPARE(ask(config).error->kind, ErrorKind::Transport);
        QCOMPARE(server.requests().size(), 1U);
    }

    void aProxyForwardsPlainHttp()
    {
        HttpServer proxy([](const auto &, auto reply) { reply.answer(200, "forwarded"); });
        RestConfig config;
        config.host = QUrl(QStringLiteral("http://api.test:8080"));
        config.proxy = proxy.url();
        config.proxy.setUserName(QStringLiteral("user"));
        config.proxy.setPassword(QStringLiteral("pass"));
        const TransportProbe probe = ask(config);
        QVERIFY2(!probe.error, probe.error ? qPrintable(probe.error->message) : "");
        QCOMPARE(probe.body, QByteArray("forwarded"));
        QCOMPARE(proxy.requests().front().target, QByteArray("http://api.test:8080/x"));
        QCOMPARE(proxy.requests().front().value("Host"), QByteArray("api.test:8080"));
    }

    void piecesOfEverySizeArriveOnceAndInOrder()
    {
        std::optional<HttpServer::Reply> watch;
        HttpServer server([&](const auto &, auto reply) {
            reply.head(200);
            watch = reply;
        }, HttpServer::Tls{});
        const auto config = trusting(server);
        const auto transport = transportTo(config);
        Exchanged exchange(*transport, getOf(config, "/watch", HttpRequest::Lane::Stream));
        QTRY_VERIFY(exchange.probe.answer);
        QByteArray sent;
        for (int i = 0; i < 400; ++i) { // several times what Qt may hold
            const QByteArray piece(1 + (i * 7919) % (i % 50 == 49 ? 200'000 : 6'000), static_cast<char>('a' + i % 26));
            sent += piece;
            watch->chunk(piece);
            if (i % 3 == 0)
                QTRY_COMPARE(exchange.probe.received, sent.size());
        }
        QTRY_COMPARE(exchange.probe.received, sent.size());
        QVERIFY(!exchange.probe.ended);
        watch->endChunks();
        QTRY_VERIFY(exchange.probe.ended);
        QVERIFY(!exchange.probe.error);
        QVERIFY(exchange.probe.body == sent);
    }

    void whatCannotBeUsedIsSaidBeforehand()
    {
        RestConfig config;
        config.host = QUrl(QStringLiteral("https://api"));
        const auto scheduler = std::make_shared<QtScheduler>();
        config.proxy = QUrl(QStringLiteral("https://proxy"));
        QCOMPARE(QtTransport::create(config, scheduler).error().kind, ErrorKind::BadInput);
        config.proxy = {};
        config.tls.caData = "nonsense";
        config.tls.caFile = QStringLiteral("/ca.crt");
        QCOMPARE(QtTransport::create(config, scheduler).error().kind, ErrorKind::Tls);
        QCOMPARE(QtTransport::create(config, scheduler).error().place, QStringLiteral("/ca.crt"));
    }
};

ORRERY_GUILESS_TEST(TransportTlsTest)
} // namespace transport_tls_test
#include "transport_tls_test.moc"
