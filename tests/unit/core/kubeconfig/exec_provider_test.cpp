// SPDX-License-Identifier: Apache-2.0
#include "core/base/credential_error.h"
#include "core/kubeconfig/exec_provider.h"
#include "core/object/object_meta.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace exec_provider_test {

using namespace kube;
using namespace std::chrono_literals;

namespace {

const QString fixtures = QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A process that has ended may stay as a zombie until somebody asks.
bool isRunning(const QByteArray &pid)
{
    const QByteArray stat = contentOf(QStringLiteral("/proc/%1/stat").arg(QString::fromLatin1(pid.trimmed())));
    return !stat.isEmpty() && !stat.mid(stat.lastIndexOf(')')).startsWith(") Z");
}

} // namespace

class ExecProviderTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<kube::test::ManualTime> m_time;
    ExecProvider::Setup m_setup;

    void behave(const char *behaviour) { m_setup.config.args = QStringList{QString::fromLatin1(behaviour)}; }
    void setEnv(const char *name, const QString &value) { m_setup.config.env.append({QString::fromLatin1(name), value}); }
    qsizetype runs() const { return contentOf(m_folder->filePath(QStringLiteral("runs"))).count('\n'); }

    Result<Credential> wait(const Future<Credential> &future)
    {
        if (!QTest::qWaitFor([&] { return future.isReady(); }, 60000))
            return fail(Error::badInput(QStringLiteral("no answer")));
        return Future<Credential>(future).take();
    }
    Result<Credential> ask(ExecProvider &provider) { return wait(provider.credential()); }
    static QByteArray header(const Result<Credential> &credential)
    {
        return credential ? credential->headers.value(0).second : credential.error().toString().toUtf8();
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_setup = {};
        m_setup.config.apiVersion = QStringLiteral("client.authentication.k8s.io/v1");
        m_setup.config.command = fixtures + QStringLiteral("exec/plugin");
        m_setup.userName = QStringLiteral("jane");
        m_setup.place = QStringLiteral("/config:7:3");
        m_setup.environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
        m_setup.environment.insert(QStringLiteral("RUNS"), m_folder->filePath(QStringLiteral("runs")));
        m_setup.environment.insert(QStringLiteral("OUT"), m_folder->path());
        m_setup.environment.insert(QStringLiteral("TLS"), fixtures + QStringLiteral("tls"));
        m_time = std::make_unique<kube::test::ManualTime>();
    }

    void nothingRunsBeforeACredentialIsAskedFor()
    {
        behave("token");
        const ExecProvider provider(m_setup, *m_time);
        QCoreApplication::processEvents();
        QCOMPARE(runs(), 0);
    }

    void aTokenBecomesABearerHeader()
    {
        behave("token");
        ExecProvider provider(m_setup, *m_time);
        QCOMPARE(header(ask(provider)), QByteArray("Bearer token-1"));
    }

    void thoseWhoAskMeanwhileShareOneRun()
    {
        behave("token");
        ExecProvider provider(m_setup, *m_time);
        const auto first = provider.credential();
        const auto second = provider.credential();
        QCOMPARE(header(wait(first)), QByteArray("Bearer token-1"));
        QCOMPARE(header(wait(second)), QByteArray("Bearer token-1"));
        QCOMPARE(header(ask(provider)), QByteArray("Bearer token-1"));
        QCOMPARE(runs(), 1);
    }

    void aCredentialServesUntilItExpires()
    {
        behave("expiring");
        setEnv("EXPIRES", QString::fromStdString(formatTime(m_time->wallNow() + 1h)));
        ExecProvider provider(m_setup, *m_time);
        QCOMPARE(header(ask(provider)), QByteArray("Bearer token-1"));
        m_time->advance(59min);
        QCOMPARE(header(ask(provider)), QByteArray("Bearer token-1"));
        m_time->advance(1min);
        QCOMPARE(header(ask(provider)), QByteArray("Bearer token-2"));
    }

    void aRejectedCredentialIsRenewed()
    {
        behave("token");
        ExecProvider provider(m_setup, *m_time);
        const auto first = ask(provider);
        QVERIFY(provider.rejected(*first));
        QCOMPARE(header(ask(provider)), QByteArray("Bearer token-2"));
    }

    void aLateRejectionDoesNotThrowAwayTheSuccessor()
    {
        behave("token");
        ExecProvider provider(m_setup, *m_time);
        const auto first = ask(provider);
        QVERIFY(provider.rejected(*first));
        const auto second = ask(provider);
        QVERIFY(provider.rejected(*first));
        QCOMPARE(header(ask(provider)), header(second));
        QCOMPARE(runs(), 2);
    }

    void aClientCertificateIsHandedOn()
    {
        behave("certificate");
        ExecProvider provider(m_setup, *m_time);
        const auto credential = ask(provider);
        QVERIFY_RESULT(credential);
        QVERIFY(credential->headers.isEmpty());
        QVERIFY(credential->certData.startsWith("-----BEGIN CERTIFICATE-----\n"));
        QVERIFY(credential->keyData.contains("PRIVATE KEY"));
    }

    void thePluginIsToldWhatItMayKnow()
    {
        behave("observe");
        m_setup.config.args.append(QStringLiteral("two words"));
        setEnv("PROFILE", QStringLiteral("prod"));
        ExecCluster cluster;
        cluster.server = QStringLiteral("https://api.example");
        cluster.certificateAuthorityData = "PEM";
        cluster.config = R"({"config":{"audience":"a"}})";
        m_setup.cluster = cluster;
        ExecProvider provider(m_setup, *m_time);
        QVERIFY_RESULT(ask(provider));
        QCOMPARE(contentOf(m_folder->filePath(QStringLiteral("seen"))), QByteArray("two words\nprod\nend of input\n"));
        const QJsonObject info = QJsonDocument::fromJson(contentOf(m_folder->filePath(QStringLiteral("info")))).object();
        const QJsonObject expected{
            {QStringLiteral("apiVersion"), QStringLiteral("client.authentication.k8s.io/v1")},
            {QStringLiteral("kind"), QStringLiteral("ExecCredential")},
            {QStringLiteral("spec"),
             QJsonObject{{QStringLiteral("interactive"), false},
                         {QStringLiteral("cluster"),
                          QJsonObject{{QStringLiteral("server"), QStringLiteral("https://api.example")},
                                      {QStringLiteral("certificate-authority-data"), QStringLiteral("UEVN")},
                                      {QStringLiteral("config"), QJsonObject{{QStringLiteral("audience"), QStringLiteral("a")}}}}}}}};
        QCOMPARE(info, expected);
    }

    void aPluginThatMayAskIsToldOfTheTerminal_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("interactive");
        QTest::newRow("if available") << int(InteractiveMode::IfAvailable) << true;
        QTest::newRow("always") << int(InteractiveMode::Always) << true;
        QTest::newRow("never") << int(InteractiveMode::Never) << false;
    }
    void aPluginThatMayAskIsToldOfTheTerminal()
    {
        QFETCH(int, mode);
        QFETCH(bool, interactive);
        m_setup.config.interactiveMode = static_cast<InteractiveMode>(mode);
        m_setup.terminal = Terminal::Offered;
        m_setup.config.command = QStringLiteral("/bin/sh");
        m_setup.config.args = {QStringLiteral("-c"), QStringLiteral("printf %s \"$KUBERNETES_EXEC_INFO\" > $OUT/info; exec %1 token").arg(fixtures + QStringLiteral("exec/plugin"))};
        ExecProvider provider(m_setup, *m_time);
        QVERIFY_RESULT(ask(provider));
        const QJsonObject info = QJsonDocument::fromJson(contentOf(m_folder->filePath(QStringLiteral("info")))).object();
        QCOMPARE(info.value(QStringLiteral("spec")).toObject().value(QStringLiteral("interactive")).toBool(), interactive);
    }

    void failuresSayWhatHappened_data()
    {
        QTest::addColumn<QByteArray>("behaviour");
        QTest::addColumn<QString>("words");
        QTest::newRow("exit code and stderr") << QByteArray("fail") << QStringLiteral("failed with exit code 7; it said: Opening the door with [hidden] and [hidden]: refused");
        QTest::newRow("crash") << QByteArray("crash") << QStringLiteral("was killed or crashed");
        QTest::newRow("no output") << QByteArray("nothing") << QStringLiteral("did not do its part: its output is empty");
        QTest::newRow("no JSON") << QByteArray("garbage") << QStringLiteral("did not do its part: its output is no JSON");
        QTest::newRow("endless output") << QByteArray("endless") << QStringLiteral("printed more than 1048576 bytes and was stopped");
    }
    void failuresSayWhatHappened()
    {
        QFETCH(QByteArray, behaviour);
        QFETCH(QString, words);
        behave(behaviour.constData());
        setEnv("DOOR_PASSWORD", QStringLiteral("opensesame"));
        ExecProvider provider(m_setup, *m_time);
        const auto answer = ask(provider);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Unauthorized);
        QCOMPARE(answer.error().place, QStringLiteral("/config:7:3"));
        QVERIFY2(answer.error().message.startsWith(QStringLiteral("user \"jane\": the credential plugin ") + m_setup.config.command), qPrintable(answer.error().message));
        QVERIFY2(answer.error().message.contains(words), qPrintable(answer.error().message));
        QVERIFY2(!answer.error().message.contains(QStringLiteral("opensesame")), qPrintable(answer.error().message));
    }

    void aFailureStandsForAWhile()
    {
        behave("fail");
        ExecProvider provider(m_setup, *m_time);
        QVERIFY(!ask(provider));
        QVERIFY(!ask(provider));
        QCOMPARE(runs(), 1);
        m_time->advance(10s);
        QVERIFY(!ask(provider));
        QCOMPARE(runs(), 2);
    }

    void aPluginThatTakesTooLongIsStoppedWithItsChildren()
    {
        behave("hang");
        m_setup.timeout = 30s;
        ExecProvider provider(m_setup, *m_time);
        const auto future = provider.credential();
        const QString child = m_folder->filePath(QStringLiteral("child"));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(child), 60000);
        QVERIFY(isRunning(contentOf(child)));
        m_time->advance(29s);
        QVERIFY(!future.isReady());
        QVERIFY(provider.awaited());
        QCOMPARE(provider.awaited()->code, error_code::CredentialPlugin);
        QVERIFY2(provider.awaited()->message.contains(QStringLiteral("has given no answer for 29 seconds")), qPrintable(provider.awaited()->message));
        QVERIFY(provider.awaited()->message.contains(m_setup.config.command));
        m_time->advance(1s);
        const auto answer = wait(future);
        QVERIFY(!answer);
        QVERIFY(answer.error().message.contains(QStringLiteral("gave no answer in 30 seconds")));
        QCOMPARE(answer.error().code, error_code::CredentialPlugin);
        QVERIFY(!provider.awaited());
        QTRY_VERIFY_WITH_TIMEOUT(!isRunning(contentOf(child)), 60000);
    }

    void destroyingTheProviderStopsThePluginAndCancels()
    {
        behave("hang");
        auto provider = std::make_unique<ExecProvider>(m_setup, *m_time);
        const auto future = provider->credential();
        const QString child = m_folder->filePath(QStringLiteral("child"));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(child), 60000);
        provider.reset();
        const auto answer = wait(future);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Canceled);
        QTRY_VERIFY_WITH_TIMEOUT(!isRunning(contentOf(child)), 60000);
    }

    void aMissingPluginSaysWhereItWasLookedForAndHowToGetIt()
    {
        m_setup.config.command = QStringLiteral("no-such-plugin");
        m_setup.config.installHint = QStringLiteral("Install it:\n\033[1mapt install\033[0m it");
        ExecProvider provider(m_setup, *m_time);
        const auto answer = ask(provider);
        QVERIFY(!answer);
        QVERIFY2(answer.error().message.contains(QStringLiteral("the PATH tried was /usr/bin:/bin\nInstall it:\napt install it")), qPrintable(answer.error().message));
        m_setup.config.command = fixtures + QStringLiteral("exec/no-such-plugin");
        ExecProvider absolute(m_setup, *m_time);
        QVERIFY(ask(absolute).error().message.contains(QStringLiteral("does not exist")));
    }

    void aFileThatMayNotBeRunIsNoPlugin()
    {
        m_setup.config.command = fixtures + QStringLiteral("tls/ca.pem");
        ExecProvider provider(m_setup, *m_time);
        QVERIFY(ask(provider).error().message.contains(QStringLiteral("check its permissions")));
    }

    void aPluginIsFoundOnTheLoginShellsPath()
    {
        behave("token");
        m_setup.config.command = QStringLiteral("plugin");
        m_setup.environment.insert(QStringLiteral("PROFILE_PATH"), fixtures + QStringLiteral("exec"));
        m_setup.environment.insert(QStringLiteral("RUNS"), m_folder->filePath(QStringLiteral("shells")));
        setEnv("RUNS", m_folder->filePath(QStringLiteral("runs")));
        m_setup.loginShell = std::make_shared<LoginShell>(fixtures + QStringLiteral("exec/shell"));
        ExecProvider provider(m_setup, *m_time);
        QCOMPARE(header(ask(provider)), QByteArray("Bearer token-1"));
        QCOMPARE(*m_setup.loginShell->path(), fixtures + QStringLiteral("exec:/usr/bin:/bin"));
        ExecProvider other(m_setup, *m_time);
        QCOMPARE(header(ask(other)), QByteArray("Bearer token-2"));
        QCOMPARE(contentOf(m_folder->filePath(QStringLiteral("shells"))).count('\n'), 1);
    }

    void aLoginShellThatDoesNotAnswerIsDoneWithout_data()
    {
        QTest::addColumn<QString>("manner");
        QTest::newRow("hangs") << QStringLiteral("hang");
        QTest::newRow("fails") << QStringLiteral("broken");
    }
    void aLoginShellThatDoesNotAnswerIsDoneWithout()
    {
        QFETCH(QString, manner);
        behave("token");
        m_setup.environment.insert(QStringLiteral("PROFILE_PATH"), manner);
        m_setup.environment.insert(QStringLiteral("RUNS"), m_folder->filePath(QStringLiteral("shells")));
        setEnv("RUNS", m_folder->filePath(QStringLiteral("runs")));
        m_setup.loginShell = std::make_shared<LoginShell>(fixtures + QStringLiteral("exec/shell"));
        ExecProvider provider(m_setup, *m_time);
        const auto future = provider.credential();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_folder->filePath(QStringLiteral("shells"))), 60000);
        m_time->advance(5s);
        QCOMPARE(header(wait(future)), QByteArray("Bearer token-1"));
        QCOMPARE(*m_setup.loginShell->path(), QString());
    }

    void pathsAreMergedInTheOrderAPersonExpects()
    {
        const auto merged = [](const char *own, const char *shells) {
            return LoginShell::mergedPath(QString::fromLatin1(own), QString::fromLatin1(shells));
        };
        QCOMPARE(merged("/usr/bin:/bin", "/opt/bin:/usr/bin:/bin"), QStringLiteral("/opt/bin:/usr/bin:/bin"));
        QCOMPARE(merged("/venv/bin:/usr/bin", "/opt/bin:/usr/bin"), QStringLiteral("/venv/bin:/usr/bin:/opt/bin"));
        QCOMPARE(merged("/usr/bin", ""), QStringLiteral("/usr/bin"));
        QCOMPARE(merged("", "/usr/bin"), QStringLiteral("/usr/bin"));
    }
};

ORRERY_GUILESS_TEST(ExecProviderTest)
} // namespace exec_provider_test
#include "exec_provider_test.moc"
