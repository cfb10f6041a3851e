// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/in_cluster.h"
#include "core/rest/auth_provider.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace in_cluster_test {

using namespace kube;
using namespace std::chrono_literals;

class InClusterTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_root;
    kube::test::ManualTime m_time;
    QProcessEnvironment m_environment;

    void write(const QString &name, const QByteArray &content)
    {
        const QString folder = m_root->filePath(QStringLiteral("var/run/secrets/kubernetes.io/serviceaccount"));
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + QLatin1Char('/') + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    void writeAuthority()
    {
        QFile file(QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/tls-server/ca.pem"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        write(QStringLiteral("ca.crt"), file.readAll());
    }
    void setServer(const char *host, const char *port)
    {
        m_environment.insert(QStringLiteral("KUBERNETES_SERVICE_HOST"), QString::fromLatin1(host));
        m_environment.insert(QStringLiteral("KUBERNETES_SERVICE_PORT"), QString::fromLatin1(port));
    }
    Result<ContextConfig> config() { return inClusterConfig({m_root->path(), m_environment, &m_time}); }
    QByteArray authorizationOf(const ContextConfig &config)
    {
        const auto credential = kube::test::answer(m_time, config.rest.auth->credential());
        return credential ? credential->headers.value(0).second : credential.error().toString().toUtf8();
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        m_environment = {};
        setServer("10.96.0.1", "443");
        write(QStringLiteral("token"), "one\n");
        write(QStringLiteral("namespace"), "web\n");
        writeAuthority();
    }

    void aPodReachesItsClusterAsItsServiceAccount()
    {
        const auto found = config();
        QVERIFY_RESULT(found);
        QCOMPARE(found->rest.host, QUrl(QStringLiteral("https://10.96.0.1:443")));
        QCOMPARE(found->namespaceName, QStringLiteral("web"));
        QVERIFY(found->contextName.isEmpty());
        QVERIFY(found->notices.isEmpty());
        QVERIFY(found->rest.tls.caData.contains("BEGIN CERTIFICATE"));
        QVERIFY(found->rest.tls.caFile.endsWith(QStringLiteral("/serviceaccount/ca.crt")));
        QVERIFY(!found->rest.tls.insecure);
        QCOMPARE(authorizationOf(*found), QByteArray("Bearer one"));
    }

    void anIPv6AddressHasBrackets()
    {
        setServer("fd00::1", "6443");
        QCOMPARE(config()->rest.host, QUrl(QStringLiteral("https://[fd00::1]:6443")));
    }

    void theTokenIsReadAgainAsTheKubeletRenewsIt()
    {
        const auto found = config();
        QCOMPARE(authorizationOf(*found), QByteArray("Bearer one"));
        write(QStringLiteral("token"), "two");
        QCOMPARE(authorizationOf(*found), QByteArray("Bearer one"));
        m_time.advance(50s);
        QCOMPARE(authorizationOf(*found), QByteArray("Bearer two"));
        write(QStringLiteral("token"), "three");
        const auto credential = kube::test::answer(m_time, found->rest.auth->credential());
        QVERIFY(found->rest.auth->rejected(*credential)); // a 401
        QCOMPARE(authorizationOf(*found), QByteArray("Bearer three"));
    }

    void thePodsNamespaceIsTheVariablesElseTheFilesElseDefault()
    {
        m_environment.insert(QStringLiteral("POD_NAMESPACE"), QStringLiteral("mine"));
        QCOMPARE(config()->namespaceName, QStringLiteral("mine"));
        m_environment.remove(QStringLiteral("POD_NAMESPACE"));
        write(QStringLiteral("namespace"), "  \n");
        QCOMPARE(config()->namespaceName, QStringLiteral("default"));
        QVERIFY(QFile::remove(m_root->filePath(QStringLiteral("var/run/secrets/kubernetes.io/serviceaccount/namespace"))));
        QCOMPARE(config()->namespaceName, QStringLiteral("default"));
    }

    void withoutTheTwoVariablesThisIsNoPod()
    {
        for (const char *name : {"KUBERNETES_SERVICE_HOST", "KUBERNETES_SERVICE_PORT"}) {
            setServer("10.96.0.1", "443");
            m_environment.remove(QString::fromLatin1(name));
            const auto found = config();
            QVERIFY(!found);
            QCOMPARE(found.error().kind, ErrorKind::NotFound);
            QVERIFY(found.error().message.contains(QString::fromLatin1(name)));
        }
    }

    void whatIsNoHostOrPortIsSaid_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("port");
        QTest::newRow("no number") << QByteArray("10.96.0.1") << QByteArray("https");
        QTest::newRow("too large") << QByteArray("10.96.0.1") << QByteArray("65536");
        QTest::newRow("zero") << QByteArray("10.96.0.1") << QByteArray("0");
        QTest::newRow("no host") << QByteArray("a b/c") << QByteArray("443");
    }
    void whatIsNoHostOrPortIsSaid()
    {
        QFETCH(QByteArray, host);
        QFETCH(QByteArray, port);
        setServer(host.constData(), port.constData());
        const auto found = config();
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::BadInput);
        QVERIFY(found.error().message.contains(QString::fromLatin1(port)));
    }

    void aPodWithoutATokenIsAnErrorThatNamesTheFile()
    {
        write(QStringLiteral("token"), "\n");
        QCOMPARE(config().error().kind, ErrorKind::Unauthorized);
        QVERIFY(QFile::remove(m_root->filePath(QStringLiteral("var/run/secrets/kubernetes.io/serviceaccount/token"))));
        const auto found = config();
        QCOMPARE(found.error().kind, ErrorKind::Unauthorized);
        QVERIFY(found.error().toString().contains(QStringLiteral("serviceaccount/token")));
    }

    void anAuthorityThatCannotBeReadLeavesTheSystemsWithANotice()
    {
        write(QStringLiteral("ca.crt"), "this is no certificate");
        const auto found = config();
        QVERIFY_RESULT(found);
        QVERIFY(found->rest.tls.caData.isEmpty());
        QVERIFY(found->rest.tls.caFile.isEmpty());
        QCOMPARE(found->notices.size(), 1);
        QVERIFY(found->notices[0].contains(QStringLiteral("ca.crt")));
    }
};

ORRERY_GUILESS_TEST(InClusterTest)
} // namespace in_cluster_test
#include "in_cluster_test.moc"
