// SPDX-License-Identifier: Apache-2.0
#include "app/composition/clusters.h"
#include "core/base/mailbox.h"
#include "core/base/memory_secret_store.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <mutex>

namespace clusters_test {

using namespace orrery;

namespace {

constexpr auto kubeconfig =
    "apiVersion: v1\n"
    "kind: Config\n"
    "current-context: prod\n"
    "clusters:\n"
    "- {name: one, cluster: {server: 'http://127.0.0.1:1'}}\n"
    "- {name: two, cluster: {server: 'http://127.0.0.1:2'}}\n"
    "contexts:\n"
    "- {name: prod, context: {cluster: one, user: anna, namespace: shop}}\n"
    "- {name: staging, context: {cluster: two, user: anna}}\n"
    "- {name: broken, context: {cluster: nowhere, user: anna}}\n"
    "users:\n"
    "- {name: anna, user: {}}\n"
    "- {name: eve, user: {}}\n";

/// What sessions were about to connect with, from their threads.
class Record
{
public:
    void add(const kube::RestConfig &config)
    {
        const std::lock_guard lock(m_mutex);
        m_configs.push_back(config);
    }
    [[nodiscard]] std::vector<kube::RestConfig> configs() const
    {
        const std::lock_guard lock(m_mutex);
        return m_configs;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<kube::RestConfig> m_configs;
};

} // namespace

class ClustersTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::shared_ptr<kube::Mailbox> m_gui;
    kube::MemorySecretStore m_secrets;
    std::unique_ptr<Credentials> m_credentials;
    std::shared_ptr<Record> m_record;
    std::unique_ptr<Clusters> m_clusters;

    [[nodiscard]] QString write(const char *name, const QByteArray &config) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(config) != config.size())
            qFatal("the kubeconfig could not be written");
        return file.fileName();
    }
    kube::Result<void> load(CommandLine line, const QByteArray &config = kubeconfig)
    {
        if (!config.isEmpty())
            line.kubeconfig = write("config", config);
        m_clusters = std::make_unique<Clusters>(line, m_gui, *m_credentials);
        m_clusters->setTransport([record = m_record](const kube::RestConfig &rest, const std::shared_ptr<kube::Scheduler> &) -> kube::Result<std::shared_ptr<kube::Transport>> {
            record->add(rest);
            return kube::fail(kube::Error::transport(QStringLiteral("no network in this test")));
        });
        return m_clusters->load();
    }
    /// The configuration the context's session connects with.
    kube::RestConfig connect(const QString &context)
    {
        const std::size_t before = m_record->configs().size();
        QSignalSpy health(m_clusters.get(), &Clusters::healthChanged);
        m_clusters->open(context);
        while (m_record->configs().size() == before && health.wait(20'000)) { }
        const auto configs = m_record->configs();
        if (configs.size() == before)
            qFatal("the session did not connect");
        return configs.back();
    }

private Q_SLOTS:
    void initTestCase()
    {
        kube::test::failOnWarnings();
        QVERIFY(m_folder.isValid());
        qputenv("HOME", m_folder.path().toLocal8Bit());
        qunsetenv("KUBECONFIG");
    }
    void init()
    {
        m_gui = kube::Mailbox::create();
        m_credentials = std::make_unique<Credentials>(m_secrets, m_gui);
        m_record = std::make_shared<Record>();
    }
    void cleanup()
    {
        m_clusters.reset();
        m_credentials.reset();
        m_gui->close();
    }

    void allContextsAreListedABrokenOneWithItsReason()
    {
        QVERIFY(load({}));
        QStringList names;
        for (const kube::ContextInfo &info : m_clusters->contexts())
            names << info.name + (info.error ? QStringLiteral(" !") : QString());
        QCOMPARE(names, QStringList({QStringLiteral("prod"), QStringLiteral("staging"), QStringLiteral("broken !")}));
        QCOMPARE(m_clusters->initialContext(), QStringLiteral("prod"));
        QVERIFY(!m_clusters->initialProblem());
        QVERIFY(!m_clusters->contextNamed(QStringLiteral("nope")));
    }

    void writesAreWrittenDownWithWhoMadeThemWhere()
    {
        CommandLine line;
        line.as = QStringLiteral("eve");
        QVERIFY(load(line));
        const auto log = std::make_shared<kube::AuditLog>(m_folder.filePath(QStringLiteral("audit.jsonl")));
        m_clusters->setAuditLog(log);
        const kube::RestConfig rest = connect(QStringLiteral("staging"));
        QVERIFY(rest.onWrite);
        rest.onWrite({"DELETE", QUrl(QStringLiteral("http://127.0.0.1:2/api/v1/nodes/n")), {}, {}, 200, 1, std::nullopt});
        QFile file(log->file());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        for (const char *part : {"\"context\":\"staging\"", "\"server\":\"http://127.0.0.1:2\"", "\"user\":\"anna as eve\"", "\"verb\":\"delete\"", "\"name\":\"n\""})
            QVERIFY2(written.contains(part), part);
    }

    void nothingIsTouchedBeforeItIsOpened()
    {
        QVERIFY(load({}));
        QVERIFY(!m_clusters->isOpen(QStringLiteral("prod")));
        QVERIFY(!m_clusters->ports(QStringLiteral("prod")).cluster);
        connect(QStringLiteral("staging"));
        QCOMPARE(m_record->configs().size(), std::size_t(1)); // and prod still is not
        QCOMPARE(m_record->configs()[0].host, QUrl(QStringLiteral("http://127.0.0.1:2")));
        QVERIFY(m_clusters->isOpen(QStringLiteral("staging")));
        QVERIFY(!m_clusters->isOpen(QStringLiteral("prod")));
    }

    void whatAPersonShouldKnowOfAKubeconfigIsLogged()
    {
        QVERIFY(load({}, QByteArray(kubeconfig).replace("{name: anna, user: {}}", "{name: anna, user: {token: secret}}")));
        QTest::ignoreMessage(QtWarningMsg, "prod: the server is reached over plain http: the credentials of user \"anna\" are not sent");
        connect(QStringLiteral("prod"));
    }

    void openingTwiceIsOneSession()
    {
        QVERIFY(load({}));
        QSignalSpy opened(m_clusters.get(), &Clusters::opened);
        const auto first = m_clusters->open(QStringLiteral("prod"));
        const auto second = m_clusters->open(QStringLiteral("prod"));
        QCOMPARE(opened.count(), 1);
        QCOMPARE(first.cluster, second.cluster);
        QCOMPARE(m_clusters->ports(QStringLiteral("prod")).feed, first.feed);
    }

    void theNamespaceIsTheOneAskedForElseTheContextsElseDefault()
    {
        QVERIFY(load({}));
        QCOMPARE(m_clusters->namespaceOf(QStringLiteral("prod")), QStringLiteral("shop"));
        QCOMPARE(m_clusters->namespaceOf(QStringLiteral("staging")), QStringLiteral("default"));
        CommandLine line;
        line.namespaceName = QStringLiteral("web");
        QVERIFY(load(line));
        QCOMPARE(m_clusters->namespaceOf(QStringLiteral("prod")), QStringLiteral("web"));
    }

    void theCommandLineReachesTheConnection()
    {
        CommandLine line;
        line.server = QStringLiteral("http://127.0.0.1:9/prefix");
        line.as = QStringLiteral("eve");
        line.asGroups = {QStringLiteral("a"), QStringLiteral("b")};
        line.requestTimeout = std::chrono::milliseconds(1500);
        line.readOnly = true;
        QVERIFY(load(line));
        const kube::RestConfig rest = connect(QStringLiteral("prod"));
        QCOMPARE(rest.host, QUrl(QStringLiteral("http://127.0.0.1:9/prefix")));
        QCOMPARE(rest.impersonation.userName, QStringLiteral("eve"));
        QCOMPARE(rest.impersonation.groups, line.asGroups);
        QCOMPARE(rest.timeout, kube::Duration(std::chrono::milliseconds(1500)));
        QVERIFY(rest.readOnly);
    }

    void anotherServerIsMeantForTheFirstContextOnlyReadOnlyForAll()
    {
        CommandLine line;
        line.server = QStringLiteral("http://127.0.0.1:9");
        line.readOnly = true;
        QVERIFY(load(line));
        const kube::RestConfig rest = connect(QStringLiteral("staging"));
        QCOMPARE(rest.host, QUrl(QStringLiteral("http://127.0.0.1:2")));
        QVERIFY(rest.readOnly);
    }

    void anotherClusterMendsAContextWhoseOwnIsMissing()
    {
        CommandLine line;
        line.context = QStringLiteral("broken");
        QVERIFY(load(line));
        QVERIFY(m_clusters->initialProblem());
        line.cluster = QStringLiteral("two");
        QVERIFY(load(line));
        QVERIFY(!m_clusters->initialProblem());
        QCOMPARE(connect(QStringLiteral("broken")).host, QUrl(QStringLiteral("http://127.0.0.1:2")));
    }

    void whatDoesNotExistIsNamed_data()
    {
        QTest::addColumn<CommandLine>("line");
        QTest::addColumn<QString>("named");
        CommandLine line;
        line.context = QStringLiteral("nope");
        QTest::newRow("context") << line << QStringLiteral("context \"nope\"");
        line = {};
        line.cluster = QStringLiteral("nope");
        QTest::newRow("cluster") << line << QStringLiteral("cluster \"nope\"");
        line = {};
        line.user = QStringLiteral("nope");
        QTest::newRow("user") << line << QStringLiteral("user \"nope\"");
    }
    void whatDoesNotExistIsNamed()
    {
        QFETCH(CommandLine, line);
        QFETCH(QString, named);
        QVERIFY(load(line));
        const auto problem = m_clusters->initialProblem();
        QVERIFY(problem);
        QVERIFY2(problem->message.contains(named), qPrintable(problem->message));
    }

    void withoutACurrentContextThePersonChooses()
    {
        QVERIFY(load({}, QByteArray(kubeconfig).replace("current-context: prod\n", "")));
        QCOMPARE(m_clusters->initialContext(), QString());
        const auto problem = m_clusters->initialProblem();
        QVERIFY(problem);
        QVERIFY2(problem->message.contains(QStringLiteral("--context")), qPrintable(problem->message));
        QCOMPARE(m_clusters->contexts().size(), std::size_t(3));
    }

    void anAddressAloneIsEnough()
    {
        CommandLine line;
        QVERIFY(!load(line, {})); // no kubeconfig anywhere
        line.server = QStringLiteral("http://127.0.0.1:7");
        QVERIFY(load(line, {}));
        QCOMPARE(m_clusters->initialContext(), *line.server);
        QVERIFY(!m_clusters->initialProblem());
        QCOMPARE(m_clusters->contexts().size(), std::size_t(1));
        QCOMPARE(connect(*line.server).host, QUrl(*line.server));
    }

    void aFileThatIsNotThereIsAnErrorEvenWithAnAddress()
    {
        CommandLine line;
        line.kubeconfig = m_folder.filePath(QStringLiteral("missing"));
        line.server = QStringLiteral("http://127.0.0.1:7");
        m_clusters = std::make_unique<Clusters>(line, m_gui, *m_credentials);
        QVERIFY(!m_clusters->load());
    }

    void anotherFilesContextsComeBesideAndNamesAreNeverMixedUp()
    {
        CommandLine line;
        line.server = QStringLiteral("http://127.0.0.1:9"); // for the first context alone
        QVERIFY(load(line));
        const QString other = write("other.yaml", QByteArray(kubeconfig).replace("http://127.0.0.1:1", "http://127.0.0.1:3").replace("name: staging", "name: lab"));
        const auto added = m_clusters->add(other);
        QVERIFY(added);
        QCOMPARE(added->contexts, QStringList({QStringLiteral("prod (other.yaml)"), QStringLiteral("lab"), QStringLiteral("broken (other.yaml)")}));
        QCOMPARE(added->current, QStringLiteral("prod (other.yaml)"));
        QCOMPARE(m_clusters->contexts().size(), std::size_t(6));
        QVERIFY(m_clusters->contextNamed(QStringLiteral("broken (other.yaml)"))->error);
        QCOMPARE(connect(QStringLiteral("prod (other.yaml)")).host, QUrl(QStringLiteral("http://127.0.0.1:3")));
        QCOMPARE(connect(QStringLiteral("prod")).host, QUrl(*line.server));
        QCOMPARE(m_clusters->initialContext(), QStringLiteral("prod"));
    }

    void aFileOpenedTwiceAddsNothingTheSecondTime()
    {
        QVERIFY(load({}));
        const auto same = m_clusters->add(m_folder.filePath(QStringLiteral("config")));
        QVERIFY(same);
        QCOMPARE(same->contexts, QStringList());
        const QString other = write("other.yaml", kubeconfig);
        QCOMPARE(m_clusters->add(other)->contexts.size(), 3);
        QCOMPARE(m_clusters->add(other)->contexts, QStringList());
        // Another folder, the same name.
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("deeper")));
        QCOMPARE(m_clusters->add(write("deeper/other.yaml", kubeconfig))->contexts.first(), QStringLiteral("prod (other.yaml 2)"));
    }

    void aFileOfSeveralThatWereReadTogetherAddsOnlyWhatTheyHid()
    {
        const QByteArray second = QByteArray(kubeconfig).replace("name: prod,", "name: lab,").replace("name: staging, context: {cluster: two", "name: test, context: {cluster: three")
                                      .replace("name: two", "name: three").replace("name: broken", "name: partly").replace("cluster: nowhere", "cluster: two").replace("127.0.0.1:1", "127.0.0.1:3");
        const QString first = write("first.yaml", kubeconfig);
        const QString other = write("second.yaml", second);
        qputenv("KUBECONFIG", (first + QDir::listSeparator() + other).toLocal8Bit());
        const auto loaded = load({}, {});
        qunsetenv("KUBECONFIG");
        QVERIFY(loaded);
        QCOMPARE(m_clusters->contexts().size(), std::size_t(6));
        QCOMPARE(m_clusters->add(first)->contexts, QStringList());
        // Its cluster "one" and its user are another than the first file's, its "two" stands there alone.
        QCOMPARE(m_clusters->add(other)->contexts, QStringList({QStringLiteral("lab (second.yaml)"), QStringLiteral("test (second.yaml)"), QStringLiteral("partly (second.yaml)")}));
        QCOMPARE(connect(QStringLiteral("lab (second.yaml)")).host, QUrl(QStringLiteral("http://127.0.0.1:3")));
        QCOMPARE(connect(QStringLiteral("lab")).host, QUrl(QStringLiteral("http://127.0.0.1:1")));
    }

    void aFileThatCannotBeReadAddsNothing()
    {
        QVERIFY(load({}));
        QVERIFY(!m_clusters->add(m_folder.filePath(QStringLiteral("missing"))));
        const auto damaged = m_clusters->add(write("damaged.yaml", "contexts: ["));
        QVERIFY(!damaged);
        QVERIFY2(damaged.error().toString().contains(QStringLiteral("damaged.yaml")), qPrintable(damaged.error().toString()));
        QCOMPARE(m_clusters->contexts().size(), std::size_t(3));
    }

    void whatTheSessionSaysIsRemembered()
    {
        QVERIFY(load({}));
        QSignalSpy health(m_clusters.get(), &Clusters::healthChanged);
        m_clusters->open(QStringLiteral("prod"));
        while (!m_clusters->health(QStringLiteral("prod")).reason && health.wait(20'000)) { }
        const auto reason = m_clusters->health(QStringLiteral("prod")).reason;
        QVERIFY(reason);
        QVERIFY2(reason->message.contains(QStringLiteral("no network in this test")), qPrintable(reason->message));
        QVERIFY(!m_clusters->catalog(QStringLiteral("prod")));
        QCOMPARE(m_clusters->health(QStringLiteral("staging")).state, kube::HealthState::Closed);
    }
};

ORRERY_GUILESS_TEST(ClustersTest)
} // namespace clusters_test
#include "clusters_test.moc"
