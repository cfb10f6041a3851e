// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/context_config.h"
#include "core/rest/auth_provider.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace context_config_test {

using namespace kube;
using namespace std::chrono_literals;

class ContextConfigTest : public QObject
{
    Q_OBJECT
private:
    LoadedConfig m_loaded;
    kube::test::ManualTime m_time;

    Result<ContextConfig> configOf(const char *context, ConfigOverrides overrides = {})
    {
        overrides.context = QString::fromUtf8(context);
        AuthParts parts;
        parts.scheduler = &m_time;
        return restConfigFor(m_loaded, overrides, parts);
    }
    QByteArray authorizationOf(const ContextConfig &config)
    {
        const auto credential = kube::test::answer(m_time, config.rest.auth->credential());
        return credential ? credential->headers.value(0).second : credential.error().toString().toUtf8();
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        LoadingRules rules;
        rules.explicitFile = QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/kubeconfig/good/everything.yaml");
        m_loaded = *KubeconfigLoader(rules).load();
    }

    void everyGoodContextIsListedWithoutError()
    {
        const auto list = contexts(m_loaded);
        QCOMPARE(list.size(), 8);
        for (const ContextSummary &summary : list)
            QVERIFY2(!summary.error, summary.error ? qPrintable(summary.error->toString()) : "");
        QCOMPARE(list[0].name, QStringLiteral("plain"));
        QCOMPARE(list[0].server, QStringLiteral("https://api.example:6443/k8s/clusters/c-1/"));
        QCOMPARE(list[0].namespaceName, QStringLiteral("web"));
        QVERIFY(list[0].isCurrent);
        QVERIFY(!list[1].isCurrent);
    }

    void aBrokenContextDoesNotHideTheOthers()
    {
        m_loaded.config.contexts[1].cluster = QStringLiteral("nowhere");
        const auto list = contexts(m_loaded);
        QCOMPARE(list.size(), 8);
        QVERIFY(list[1].error);
        QVERIFY(list[1].error->place.contains(QStringLiteral("everything.yaml:")));
        QVERIFY(!list[0].error && !list[2].error);
        QVERIFY(!configOf("encrypted"));
        QVERIFY_RESULT(configOf("plain"));
    }

    void aContextIsJudgedByWhatItUsesAlone()
    {
        m_loaded.config.clusters[2].server.clear();
        QVERIFY_RESULT(configOf("plain"));
        const auto broken = configOf("http");
        QVERIFY(!broken);
    }

    void clustersAndCertificatesBecomeARestConfig()
    {
        const auto config = configOf("plain");
        QVERIFY_RESULT(config);
        QCOMPARE(config->rest.host, QUrl(QStringLiteral("https://api.example:6443/k8s/clusters/c-1")));
        QCOMPARE(config->namespaceName, QStringLiteral("web"));
        QCOMPARE(config->contextName, QStringLiteral("plain"));
        QVERIFY(config->rest.tls.caData.contains("BEGIN CERTIFICATE"));
        QVERIFY(config->rest.tls.certData.contains("BEGIN CERTIFICATE"));
        QVERIFY(config->rest.tls.keyData.contains("PRIVATE KEY"));
        QVERIFY(config->rest.tls.keyFile.endsWith(QStringLiteral("/tests/fixtures/tls/rsa-key.pem")));
        QCOMPARE(config->rest.tls.serverName, QStringLiteral("kubernetes.default"));
        QCOMPARE(config->rest.proxy, QUrl(QStringLiteral("socks5://proxy.example:1080")));
        QVERIFY(config->rest.disableCompression);
        QVERIFY(!config->rest.auth);
    }

    void allKeysThatQtCanUseAreAccepted_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"rsa-key", "ec-key", "ec-pkcs8-key"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void allKeysThatQtCanUseAreAccepted()
    {
        QFETCH(QString, name);
        m_loaded.config.users[0].clientKey = QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/tls/%1.pem").arg(name);
        QVERIFY_RESULT(configOf("plain"));
    }

    void anEncryptedKeyAsksForItsPassphrase_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("PKCS#8") << QStringLiteral("rsa-encrypted-key");
        QTest::newRow("traditional") << QStringLiteral("ec-encrypted-key");
    }
    void anEncryptedKeyAsksForItsPassphrase()
    {
        QFETCH(QString, name);
        m_loaded.config.users[1].clientKey = QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/tls/%1.pem").arg(name);
        const auto without = configOf("encrypted");
        QVERIFY(!without);
        QCOMPARE(without.error().kind, ErrorKind::Unauthorized);
        QCOMPARE(without.error().code, error_code::PassphraseRequired);
        ConfigOverrides overrides;
        overrides.keyPassphrase = "open-barley";
        const auto wrong = configOf("encrypted", overrides);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, error_code::PassphraseWrong);
        QVERIFY(!wrong.error().toString().contains(QStringLiteral("barley")));
        overrides.keyPassphrase = "open-sesame";
        const auto right = configOf("encrypted", overrides);
        QVERIFY_RESULT(right);
        QCOMPARE(right->rest.tls.keyPassphrase, QByteArray("open-sesame"));
    }

    void usersBecomeProvidersAndImpersonation()
    {
        const auto token = configOf("token");
        QVERIFY_RESULT(token);
        QCOMPARE(authorizationOf(*token), QByteArray("Bearer opensesame"));
        QCOMPARE(token->rest.impersonation.userName, QStringLiteral("jane"));
        QCOMPARE(token->rest.impersonation.uid, QStringLiteral("7"));
        QCOMPARE(token->rest.impersonation.groups.size(), 2);
        QCOMPARE(token->namespaceName, QStringLiteral("default"));
        QVERIFY(token->rest.tls.insecure);
        const auto basic = configOf("basic");
        QVERIFY_RESULT(basic);
        QCOMPARE(authorizationOf(*basic), "Basic " + QByteArray("jane:p:ä").toBase64());
        const auto file = configOf("token-file");
        QVERIFY_RESULT(file);
        QCOMPARE(authorizationOf(*file), QByteArray("Bearer opensesame-of-the-file"));
        const auto nobody = configOf("anonymous");
        QVERIFY_RESULT(nobody);
        QVERIFY(!nobody->rest.auth);
    }

    void credentialsAreNotSentOverPlainHttp()
    {
        const auto config = configOf("http");
        QVERIFY_RESULT(config);
        QCOMPARE(config->rest.host, QUrl(QStringLiteral("http://localhost:8080")));
        QVERIFY(!config->rest.auth);
        QCOMPARE(config->notices.size(), 1);
    }

    void aCertificateThatIsAboutToExpireIsTold()
    {
        QCOMPARE(configOf("plain")->notices, QStringList());
        m_loaded.config.users[0].clientCertificate = QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/tls-server/expired.pem");
        m_loaded.config.users[0].clientKey = QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/tls-server/expired.key");
        const QString user = m_loaded.config.users[0].name;
        QCOMPARE(configOf("plain")->notices, QStringList(QStringLiteral("the client certificate of user \"%1\" expired on 2020-01-01").arg(user)));
        kube::test::ManualTime early;
        const WallTime wanted = WallTime{} + std::chrono::hours(24 * (50 * 365 + 12 - 29)); // 29 days before 2020
        early.pass(wanted - early.wallNow());
        ConfigOverrides overrides;
        overrides.context = QStringLiteral("plain");
        AuthParts parts;
        parts.scheduler = &early;
        const auto config = restConfigFor(m_loaded, overrides, parts);
        QVERIFY_RESULT(config);
        QCOMPARE(config->notices, QStringList(QStringLiteral("the client certificate of user \"%1\" expires on 2020-01-01").arg(user)));
    }

    void aPluginThatMustAskNeedsATerminal()
    {
        User &user = *std::find_if(m_loaded.config.users.begin(), m_loaded.config.users.end(), [](const User &each) { return each.exec.has_value(); });
        user.exec->interactiveMode = InteractiveMode::Always;
        ConfigOverrides overrides;
        overrides.context = QStringLiteral("plugin");
        AuthParts parts;
        parts.scheduler = &m_time;
        QVERIFY(restConfigFor(m_loaded, overrides, parts).error().message.contains(QStringLiteral("no terminal to offer")));
        parts.terminal = Terminal::Offered;
        QVERIFY_RESULT(restConfigFor(m_loaded, overrides, parts));
    }

    void aPluginIsNotRunByMakingItsConfig()
    {
        const auto config = configOf("plugin"); // its command does not even exist
        QVERIFY_RESULT(config);
        QVERIFY(config->rest.auth);
    }

    void theChosenContextIsTheOverridesOrElseTheCurrent()
    {
        QCOMPARE(configOf("")->contextName, QStringLiteral("plain"));
        QCOMPARE(configOf("token")->contextName, QStringLiteral("token"));
        const auto unknown = configOf("prod");
        QVERIFY(!unknown);
        QVERIFY(unknown.error().message.contains(QStringLiteral("plain, encrypted, token")));
        m_loaded.config.currentContext.clear();
        const auto none = configOf("");
        QVERIFY(!none);
        QVERIFY(none.error().message.contains(QStringLiteral("no current-context")));
    }

    void clusterUserAndNamespaceCanBeOverridden()
    {
        ConfigOverrides overrides;
        overrides.cluster = QStringLiteral("insecure");
        overrides.user = QStringLiteral("token");
        overrides.namespaceName = QStringLiteral("other");
        const auto config = configOf("plain", overrides);
        QVERIFY_RESULT(config);
        QCOMPARE(config->rest.host, QUrl(QStringLiteral("https://[::1]:6443")));
        QCOMPARE(config->namespaceName, QStringLiteral("other"));
        QCOMPARE(authorizationOf(*config), QByteArray("Bearer opensesame"));
        overrides.user = QStringLiteral("nowhere");
        QVERIFY(!configOf("plain", overrides));
    }

    void aServerOverrideClearsTheServersName()
    {
        ConfigOverrides overrides;
        overrides.server = QStringLiteral("https://other.example?x=1#y");
        const auto cleared = configOf("plain", overrides);
        QVERIFY_RESULT(cleared);
        QCOMPARE(cleared->rest.host, QUrl(QStringLiteral("https://other.example")));
        QVERIFY(cleared->rest.tls.serverName.isEmpty());
        overrides.tlsServerName = QStringLiteral("given");
        QCOMPARE(configOf("plain", overrides)->rest.tls.serverName, QStringLiteral("given"));
    }

    void insecureClearsTheAuthorityAndAnAuthorityReplacesItsData()
    {
        ConfigOverrides overrides;
        overrides.insecureSkipTlsVerify = true;
        const auto insecure = configOf("plain", overrides);
        QVERIFY_RESULT(insecure);
        QVERIFY(insecure->rest.tls.insecure);
        QVERIFY(insecure->rest.tls.caData.isEmpty());
        overrides = {};
        overrides.certificateAuthority = QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/tls/rsa.pem");
        const auto replaced = configOf("token", overrides);
        QVERIFY_RESULT(replaced);
        QVERIFY(!replaced->rest.tls.insecure);
        QVERIFY(!replaced->rest.tls.caData.isEmpty());
    }

    void aTypedTokenReplacesPluginAndPassword()
    {
        ConfigOverrides overrides;
        overrides.token = "typed";
        QCOMPARE(authorizationOf(*configOf("plugin", overrides)), QByteArray("Bearer typed"));
        QCOMPARE(authorizationOf(*configOf("basic", overrides)), QByteArray("Bearer typed"));
        QCOMPARE(authorizationOf(*configOf("token-file", overrides)), QByteArray("Bearer typed"));
        overrides.token = "typed\n";
        const auto broken = configOf("token", overrides);
        QVERIFY(!broken);
        QVERIFY(!broken.error().toString().contains(QStringLiteral("typed")));
    }

    void aServerAloneIsEnough()
    {
        m_loaded.config = {};
        ConfigOverrides overrides;
        overrides.server = QStringLiteral("127.0.0.1:8080");
        const auto config = configOf("", overrides);
        QVERIFY_RESULT(config);
        QCOMPARE(config->rest.host, QUrl(QStringLiteral("http://127.0.0.1:8080")));
        QCOMPARE(config->namespaceName, QStringLiteral("default"));
    }

    void passwordsAreLeftOutOfUrls()
    {
        QCOMPARE(withoutPassword(QStringLiteral("https://a.example:1/x@y")), QStringLiteral("https://a.example:1/x@y"));
        QCOMPARE(withoutPassword(QStringLiteral("https://u:p@a.example/x")), QStringLiteral("https://a.example/x"));
        QCOMPARE(withoutPassword(QStringLiteral("https://u:p@a b.example/x")), QStringLiteral("https://a b.example/x"));
        QCOMPARE(withoutPassword(QStringLiteral("u:p@a.example")), QStringLiteral("a.example"));
        QCOMPARE(withoutPassword(QStringLiteral("https://u:p/q@a.example")), QStringLiteral("https://a.example"));
    }

    void timeOutsAreReadAsGoReadsThem()
    {
        QCOMPARE(*parseRequestTimeout(QStringLiteral("30")), Duration(30s));
        QCOMPARE(*parseRequestTimeout(QStringLiteral("0")), Duration(0s));
        QCOMPARE(*parseRequestTimeout(QStringLiteral("1m30s")), Duration(90s));
        QCOMPARE(*parseRequestTimeout(QStringLiteral("1.5h")), Duration(90min));
        QCOMPARE(*parseRequestTimeout(QStringLiteral("250ms")), Duration(250ms));
        QVERIFY(!parseRequestTimeout(QStringLiteral("soon")));
        QVERIFY(!parseRequestTimeout(QStringLiteral("-1s")));
        QVERIFY(!parseRequestTimeout(QStringLiteral("30 s")));
    }
};

ORRERY_GUILESS_TEST(ContextConfigTest)
} // namespace context_config_test
#include "context_config_test.moc"
