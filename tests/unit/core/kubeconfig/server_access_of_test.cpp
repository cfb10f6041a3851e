// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/server_access_of.h"

#include "core/kubeconfig/loader.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QTest>

namespace server_access_of_test {

using namespace kube;
using Credential = ServerAccess::Credential;
using Place = ServerAccess::Pem::Place;

class ServerAccessOfTest : public QObject
{
    Q_OBJECT
private:
    LoadedConfig m_loaded;

    ServerAccess of(const char *context, ConfigOverrides overrides = {})
    {
        overrides.context = QString::fromLatin1(context);
        return serverAccessOf(m_loaded.config, overrides);
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        LoadingRules rules;
        rules.explicitFile = QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/kubeconfig/good/everything.yaml");
        m_loaded = *KubeconfigLoader(rules).load();
    }

    void aClientCertificateIsItsFiles()
    {
        const ServerAccess access = of("plain");
        QCOMPARE(access.credential, Credential::None);
        QCOMPARE(access.certificate.place, Place::File);
        QVERIFY(access.certificate.file.starts_with('/') && access.certificate.file.ends_with("/tls/rsa.pem"));
        QVERIFY(access.key.file.ends_with("/tls/rsa-key.pem"));
        QCOMPARE(access.authority.place, Place::File);
        QCOMPARE(access.serverName, std::string("kubernetes.default"));
        QVERIFY(access.hasProxy && access.isVerified);
    }

    void theCredentialThatWinsIsNamed()
    {
        QCOMPARE(of("token").credential, Credential::Token);
        QCOMPARE(of("token-file").credential, Credential::TokenFile);
        QVERIFY(of("token-file").tokenFile.ends_with("/token"));
        QCOMPARE(of("basic").credential, Credential::Password);
        QCOMPARE(of("plugin").credential, Credential::Plugin);
        QCOMPARE(of("anonymous").credential, Credential::None);
        QVERIFY(!of("anonymous").isVerified);
        QCOMPARE(of("anonymous").certificate.place, Place::None);
    }

    void whatIsWrittenInTheKubeconfigIsNoFile()
    {
        m_loaded.config.clusters[0].certificateAuthorityData = "pem";
        m_loaded.config.users[0].clientKeyData = "pem";
        QCOMPARE(of("plain").authority.place, Place::Kubeconfig);
        QCOMPARE(of("plain").key.place, Place::Kubeconfig);
        QCOMPARE(of("plain").key.file, std::string());
    }

    void entriesAreNamedWhereTheyAreNotTheContexts()
    {
        QCOMPARE(of("token").userEntry, std::string());
        ConfigOverrides overrides;
        overrides.user = QStringLiteral("basic");
        const ServerAccess access = of("token", overrides);
        QCOMPARE(access.credential, Credential::Password);
        QCOMPARE(access.userEntry, std::string("basic"));
        QCOMPARE(access.clusterEntry, std::string("insecure"));
    }

    void aContextThatIsNotThereIsReachedWithNothing() { QCOMPARE(of("gone").credential, Credential::None); }
};

ORRERY_GUILESS_TEST(ServerAccessOfTest)
} // namespace server_access_of_test
#include "server_access_of_test.moc"
