// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/build_config.h"
#include "core/rest/auth_provider.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace build_config_test {

using namespace kube;

class BuildConfigTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_home;
    kube::test::ManualTime m_time;
    ConfigFlags m_flags;

    QString write(const QString &name, const char *server, const char *user = "token: secret")
    {
        const QString path = m_home->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("%s", qPrintable(path));
        file.write(QByteArray("apiVersion: v1\nkind: Config\ncurrent-context: a\n"
                              "clusters: [{name: c, cluster: {server: 'SERVER'}}]\n"
                              "users: [{name: u, user: {USER}}]\n"
                              "contexts: [{name: a, context: {cluster: c, user: u, namespace: web}}]\n")
                       .replace("SERVER", server)
                       .replace("USER", user));
        return path;
    }
    void becomeAPod()
    {
        m_flags.environment.insert(QStringLiteral("KUBERNETES_SERVICE_HOST"), QStringLiteral("10.96.0.1"));
        m_flags.environment.insert(QStringLiteral("KUBERNETES_SERVICE_PORT"), QStringLiteral("443"));
    }
    void giveToken()
    {
        const QString folder = m_home->filePath(QStringLiteral("var/run/secrets/kubernetes.io/serviceaccount"));
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + QStringLiteral("/token"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("pod");
    }
    Result<ContextConfig> config() { return buildConfigFromFlags(m_flags, m_time); }
    QByteArray authorization(const Result<ContextConfig> &config)
    {
        if (!config || !config->rest.auth)
            return "none";
        const auto credential = kube::test::answer(m_time, config->rest.auth->credential());
        return credential ? credential->headers.value(0).second : QByteArray("error");
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_flags = {};
        m_flags.root = m_home->path();
        m_flags.workingDirectory = m_home->path();
        m_flags.environment.insert(QStringLiteral("HOME"), m_home->path());
    }

    void theKubeconfigNamedIsTaken()
    {
        write(QStringLiteral(".kube/config"), "https://home.example");
        m_flags.kubeconfigPath = write(QStringLiteral("other"), "https://other.example");
        becomeAPod();
        giveToken();
        const auto found = config();
        QVERIFY_RESULT(found);
        QCOMPARE(found->rest.host, QUrl(QStringLiteral("https://other.example")));
        QCOMPARE(found->namespaceName, QStringLiteral("web"));
        QCOMPARE(authorization(found), QByteArray("Bearer secret"));
    }

    void theMasterReplacesTheKubeconfigsServer()
    {
        m_flags.kubeconfigPath = write(QStringLiteral("other"), "https://other.example");
        m_flags.masterUrl = QStringLiteral("https://127.0.0.1:6443");
        const auto found = config();
        QVERIFY_RESULT(found);
        QCOMPARE(found->rest.host, QUrl(QStringLiteral("https://127.0.0.1:6443")));
        QCOMPARE(authorization(found), QByteArray("Bearer secret"));
    }

    void theMasterAloneGetsNobodysCredentials()
    {
        write(QStringLiteral(".kube/config"), "https://home.example");
        m_flags.masterUrl = QStringLiteral("http://127.0.0.1:8001");
        becomeAPod();
        giveToken();
        const auto found = config();
        QVERIFY_RESULT(found);
        QCOMPARE(found->rest.host, QUrl(QStringLiteral("http://127.0.0.1:8001")));
        QCOMPARE(authorization(found), QByteArray("none"));
    }

    void withoutFlagsAPodTakesItsOwnCluster()
    {
        write(QStringLiteral(".kube/config"), "https://home.example");
        becomeAPod();
        giveToken();
        const auto found = config();
        QVERIFY_RESULT(found);
        QCOMPARE(found->rest.host, QUrl(QStringLiteral("https://10.96.0.1:443")));
        QCOMPARE(authorization(found), QByteArray("Bearer pod"));
    }

    void aPodWithoutATokenDoesNotTakeAnotherCluster()
    {
        write(QStringLiteral(".kube/config"), "https://home.example");
        becomeAPod();
        QCOMPARE(config().error().kind, ErrorKind::Unauthorized);
    }

    void withoutFlagsElsewhereKubectlsFilesAreTaken()
    {
        write(QStringLiteral(".kube/config"), "https://home.example");
        QCOMPARE(config()->rest.host, QUrl(QStringLiteral("https://home.example")));
        m_flags.environment.insert(QStringLiteral("KUBECONFIG"), write(QStringLiteral("other"), "https://other.example"));
        QCOMPARE(config()->rest.host, QUrl(QStringLiteral("https://other.example")));
    }

    void aPluginThatAsksAPersonNeedsATerminalToBeOffered()
    {
        m_flags.kubeconfigPath = write(QStringLiteral("asks"), "https://other.example",
                                       "exec: {apiVersion: client.authentication.k8s.io/v1, command: login, interactiveMode: Always}");
        const auto refused = config();
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("no terminal to offer")), qPrintable(refused.error().message));
        m_flags.terminal = Terminal::Offered;
        const auto found = config();
        QVERIFY_RESULT(found);
        QVERIFY(found->rest.auth);
    }

    void whatAPersonShouldKnowOfItIsLoggedWhereTheConfigurationAloneIsHandedOn()
    {
        const EventLoop loop;
        const QString path = write(QStringLiteral("plain"), "http://127.0.0.1:8001");
        QTest::ignoreMessage(QtWarningMsg, "the server is reached over plain http: the credentials of user \"u\" are not sent");
        QVERIFY_RESULT(buildConfigFromFlags({}, path.toStdString(), loop));
    }

    void nothingAtAllIsAnError()
    {
        QCOMPARE(config().error().kind, ErrorKind::NotFound);
    }
};

ORRERY_GUILESS_TEST(BuildConfigTest)
} // namespace build_config_test
#include "build_config_test.moc"
