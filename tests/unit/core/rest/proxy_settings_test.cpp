// SPDX-License-Identifier: Apache-2.0
#include "core/rest/proxy_settings.h"

#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QMap>

namespace proxy_settings_test {

using namespace kube;
using namespace kube::test;

namespace {

QString chosen(const char *server, QMap<QString, QString> variables)
{
    const auto proxy = proxyFromEnvironment(QUrl(QString::fromLatin1(server)),
                                            [&](const char *name) { return variables.value(QString::fromLatin1(name)); });
    return proxy ? proxy->toString() : QStringLiteral("error: ") + proxy.error().place;
}

QString s(const char *text) { return QString::fromLatin1(text); }

} // namespace

class ProxySettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void theVariableOfTheSchemeCounts()
    {
        QCOMPARE(chosen("https://api.example", {{s("HTTPS_PROXY"), s("http://p:1")}, {s("HTTP_PROXY"), s("http://q:2")}}), s("http://p:1"));
        QCOMPARE(chosen("http://api.example", {{s("HTTPS_PROXY"), s("http://p:1")}, {s("HTTP_PROXY"), s("q:2")}}), s("http://q:2"));
        QCOMPARE(chosen("https://api.example", {{s("https_proxy"), s("socks5://p:1")}}), s("socks5://p:1"));
        QCOMPARE(chosen("https://api.example", {{s("HTTPS_PROXY"), s("http://up")}, {s("https_proxy"), s("http://low")}}), s("http://up"));
        QCOMPARE(chosen("https://api.example", {{s("ALL_PROXY"), s("http://p:1")}}), QString());
        QCOMPARE(chosen("https://api.example", {{s("HTTPS_PROXY"), s("http://")}}), s("error: HTTPS_PROXY"));
    }

    void loopbackIsNeverSentThroughAProxy()
    {
        for (const char *server : {"https://localhost:6443", "https://127.0.0.1:6443", "https://127.5.5.5", "https://[::1]:6443"})
            QCOMPARE(chosen(server, {{s("HTTPS_PROXY"), s("http://p:1")}}), QString());
    }

    void exemptionsAreNamesSuffixesAddressesAndRanges_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("list");
        QTest::addColumn<bool>("exempt");
        const struct { const char *server; const char *list; bool exempt; } rows[] = {
            {"https://api.example", "*", true},
            {"https://api.example", "example", true},
            {"https://api.example", ".example", true},
            {"https://example", ".example", false},
            {"https://api.example", "*.example", true},
            {"https://api.example", "x, API.example ,y", true},
            {"https://notexample", "example", false},
            {"https://api.example:6443", "api.example:6443", true},
            {"https://api.example:6443", "api.example:443", false},
            {"https://api.example", "api.example:443", true},
            {"https://10.1.2.3:6443", "10.0.0.0/8", true},
            {"https://11.1.2.3:6443", "10.0.0.0/8", false},
            {"https://10.1.2.3:6443", "10.1.2.3", true},
            {"https://10.1.2.3:6443", "10.1.2.3:443", false},
            {"https://[fd00::1]:6443", "fd00::/8", true},
            {"https://[fd00::1]:6443", "fd00::1", true},
            {"https://[fd00::1]:6443", "[fd00::1]:6443", true},
            {"https://api.example", "nonsense/99,,", false},
            {"https://api.example", "", false},
        };
        for (const auto &row : rows)
            QTest::addRow("%s %s", row.server, row.list) << s(row.server) << s(row.list) << row.exempt;
    }
    void exemptionsAreNamesSuffixesAddressesAndRanges()
    {
        QFETCH(QString, server);
        QFETCH(QString, list);
        QFETCH(bool, exempt);
        QCOMPARE(isExemptFromProxy(QUrl(server), list), exempt);
    }

    void kindsOfProxies()
    {
        QCOMPARE(qtProxy({}, "ua")->type(), QNetworkProxy::NoProxy);
        const auto http = qtProxy(QUrl(s("http://u:p%40@proxy:3128")), "ua");
        QCOMPARE(http->type(), QNetworkProxy::HttpProxy);
        QCOMPARE(http->port(), 3128);
        QCOMPARE(http->rawHeader("Proxy-Authorization"), "Basic " + QByteArray("u:p@").toBase64());
        QCOMPARE(http->rawHeader("User-Agent"), QByteArray("ua"));
        const auto socks = qtProxy(QUrl(s("socks5h://u:p@proxy")), "ua");
        QCOMPARE(socks->type(), QNetworkProxy::Socks5Proxy);
        QCOMPARE(socks->port(), 1080);
        QCOMPARE(socks->user(), s("u"));
        for (const char *bad : {"https://proxy", "ftp://proxy", "proxy:1", "http://"})
            QCOMPARE(qtProxy(QUrl(s(bad)), "ua").error().kind, ErrorKind::BadInput);
    }
};

ORRERY_GUILESS_TEST(ProxySettingsTest)
} // namespace proxy_settings_test
#include "proxy_settings_test.moc"
