// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/loader.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QDir>

namespace loader_test {

using namespace kube;

namespace {

QByteArray clusterFile(const QByteArray &name, const QByteArray &server, const QByteArray &more = {})
{
    return "clusters:\n- name: " + name + "\n  cluster:\n    server: " + server + "\n" + more;
}

} // namespace

class LoaderTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString write(const QString &name, const QByteArray &content)
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
        return path(name);
    }
    LoadingRules rules(const QStringList &files = {}) const
    {
        LoadingRules made;
        made.home = m_folder->path();
        made.workingDirectory = m_folder->path();
        made.kubeconfigVariable = files.join(QDir::listSeparator());
        return made;
    }
    Result<LoadedConfig> load(const QStringList &files) const { return KubeconfigLoader(rules(files)).load(); }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void anExplicitFileIsReadAlone()
    {
        write(QStringLiteral("a"), clusterFile("a", "https://a"));
        LoadingRules made = rules({path(QStringLiteral("a"))});
        made.explicitFile = write(QStringLiteral("b"), clusterFile("b", "https://b"));
        const auto loaded = KubeconfigLoader(made).load();
        QVERIFY_RESULT(loaded);
        QCOMPARE(loaded->config.clusters.size(), 1);
        QVERIFY(loaded->config.cluster(QStringLiteral("b")));
        QCOMPARE(loaded->files, QStringList{path(QStringLiteral("b"))});
    }

    void anExplicitFileThatDoesNotExistIsAnError()
    {
        LoadingRules made = rules();
        made.explicitFile = QStringLiteral("nowhere");
        const auto loaded = KubeconfigLoader(made).load();
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, ErrorKind::NotFound);
        QCOMPARE(loaded.error().place, path(QStringLiteral("nowhere")));
    }

    void homeIsReadWhenKubeconfigNamesNothing()
    {
        write(QStringLiteral(".kube/config"), clusterFile("home", "https://home"));
        const auto loaded = load({});
        QVERIFY_RESULT(loaded);
        QVERIFY(loaded->config.cluster(QStringLiteral("home")));
    }

    void homeIsNotReadWhenKubeconfigNamesAFile()
    {
        write(QStringLiteral(".kube/config"), clusterFile("home", "https://home"));
        const auto loaded = load({write(QStringLiteral("a"), clusterFile("a", "https://a"))});
        QVERIFY_RESULT(loaded);
        QVERIFY(!loaded->config.cluster(QStringLiteral("home")));
    }

    void repeatedAndEmptyNamesAreDropped()
    {
        const QString a = path(QStringLiteral("a"));
        QCOMPARE(KubeconfigLoader(rules({QString(), a, QStringLiteral("./a"), a, QStringLiteral("b")})).files(),
                 (QStringList{a, path(QStringLiteral("b"))}));
    }

    void missingFilesAreSkipped()
    {
        const auto loaded = load({path(QStringLiteral("missing")), write(QStringLiteral("a"), clusterFile("a", "https://a"))});
        QVERIFY_RESULT(loaded);
        QVERIFY(loaded->problems.isEmpty());
        QVERIFY(loaded->config.cluster(QStringLiteral("a")));
    }

    void nothingAnywhereIsAnErrorThatSaysWhereItLooked()
    {
        const auto loaded = load({path(QStringLiteral("missing"))});
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, ErrorKind::NotFound);
        QVERIFY(loaded.error().message.contains(path(QStringLiteral("missing"))));
    }

    void emptyFilesHoldNothing_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no byte") << QByteArray();
        QTest::newRow("a comment") << QByteArray("# nothing\n");
        QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBF");
        QTest::newRow("null") << QByteArray("~\n");
        QTest::newRow("document marks") << QByteArray("---\n...\n");
        QTest::newRow("empty lists") << QByteArray("{apiVersion: v1, kind: Config, clusters: [], users: null}");
    }
    void emptyFilesHoldNothing()
    {
        QFETCH(QByteArray, content);
        const auto loaded = load({write(QStringLiteral("empty"), content)});
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, ErrorKind::NotFound);
    }

    void theFirstFileWinsEachEntryWhole()
    {
        const QString a = write(QStringLiteral("a"), clusterFile("same", "https://a"));
        const QString b = write(QStringLiteral("b"), clusterFile("same", "https://b", "    tls-server-name: b\n"));
        const auto loaded = load({a, b});
        QVERIFY_RESULT(loaded);
        QCOMPARE(loaded->config.clusters.size(), 1);
        QCOMPARE(loaded->config.clusters[0].server, QStringLiteral("https://a"));
        QVERIFY(loaded->config.clusters[0].tlsServerName.isEmpty());
        QCOMPARE(loaded->config.clusters[0].origin.file, a);
    }

    void theFirstCurrentContextWins()
    {
        const auto loaded = load({write(QStringLiteral("a"), clusterFile("a", "https://a")), write(QStringLiteral("b"), "current-context: b\n"),
                                  write(QStringLiteral("c"), "current-context: c\n")});
        QVERIFY_RESULT(loaded);
        QCOMPARE(loaded->config.currentContext, QStringLiteral("b"));
        QCOMPARE(loaded->config.currentContextOrigin.toString(), path(QStringLiteral("b")) + QStringLiteral(":1:18"));
    }

    void relativePathsBelongToTheFileThatHoldsThem()
    {
        const QString file = write(QStringLiteral("deep/er/config"),
                                   "clusters:\n- name: c\n  cluster: {server: 'https://c', certificate-authority: ../ca.pem}\n"
                                   "users:\n- name: u\n  user:\n    client-certificate: u.pem\n    client-key: /abs/u.key\n    tokenFile: ./t\n"
                                   "    exec: {command: bin/login, apiVersion: client.authentication.k8s.io/v1beta1}\n"
                                   "- name: v\n  user:\n    exec: {command: login, apiVersion: client.authentication.k8s.io/v1beta1}\n");
        const auto loaded = load({file});
        QVERIFY_RESULT(loaded);
        QCOMPARE(loaded->config.clusters[0].certificateAuthority, path(QStringLiteral("deep/ca.pem")));
        const User &user = loaded->config.users[0];
        QCOMPARE(user.clientCertificate, path(QStringLiteral("deep/er/u.pem")));
        QCOMPARE(user.clientKey, QStringLiteral("/abs/u.key"));
        QCOMPARE(user.tokenFile, path(QStringLiteral("deep/er/t")));
        QCOMPARE(user.exec->command, path(QStringLiteral("deep/er/bin/login")));
        QCOMPARE(loaded->config.users[1].exec->command, QStringLiteral("login"));
    }

    void aBadFileDoesNotHideTheOthers()
    {
        const auto loaded = load({write(QStringLiteral("bad"), "clusters: [\n"), write(QStringLiteral("a"), clusterFile("a", "https://a"))});
        QVERIFY_RESULT(loaded);
        QVERIFY(loaded->config.cluster(QStringLiteral("a")));
        QCOMPARE(loaded->problems.size(), 1);
        QVERIFY(loaded->problems[0].place.startsWith(path(QStringLiteral("bad:1:"))));
    }

    void onlyBadFilesAreAnErrorThatNamesThemAll()
    {
        const auto loaded = load({write(QStringLiteral("bad"), "clusters: [\n"), write(QStringLiteral("worse"), "\xff")});
        QVERIFY(!loaded);
        QVERIFY(loaded.error().toString().contains(path(QStringLiteral("bad:1:"))));
        QVERIFY(loaded.error().toString().contains(path(QStringLiteral("worse:1:1"))));
    }

    void aFolderIsNoKubeconfig()
    {
        QDir().mkpath(path(QStringLiteral("folder")));
        const auto loaded = load({path(QStringLiteral("folder"))});
        QVERIFY(!loaded);
        QVERIFY(loaded.error().message.contains(QStringLiteral("folder")));
    }

    void theFormsOfOneFileReadTheSame_data()
    {
        QTest::addColumn<QByteArray>("content");
        const QByteArray plain = clusterFile("ü", "https://a") + "current-context: x\n";
        QTest::newRow("yaml") << plain;
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + plain;
        QTest::newRow("CRLF") << QByteArray(plain).replace("\n", "\r\n");
        QTest::newRow("no last line end") << plain.chopped(1);
        QTest::newRow("document mark") << "--- # the first\n" + plain;
        QTest::newRow("json") << QByteArray(R"({"clusters": [{"name": "\u00fc", "cluster": {"server": "https:\/\/a"}}], "current-context": "x"})");
        QTest::newRow("json with tabs") << QByteArray("{\n\t\"clusters\": [\n\t\t{\"name\": \"ü\",\n\t\t\"cluster\": {\"server\": \"https://a\"}}],\n\t\"current-context\": \"x\"\n}\n");
        QTest::newRow("flow with quotes in plain text") << QByteArray("{a: [it's, { b: don\"t }, # isn't ]\n 'c]', \"}\"], clusters: [{name: ü, cluster: {server: 'https://a'}}], current-context: x}\n");
        QTest::newRow("anchors") << QByteArray("x: &name ü\nclusters: [{name: *name, cluster: &c {server: 'https://a'}}]\ncurrent-context: x\n");
        QTest::newRow("merge key") << QByteArray("x: &c {server: 'https://a'}\nclusters: [{name: ü, cluster: {<<: *c}}]\ncurrent-context: x\n");
        QTest::newRow("unknown fields") << plain + "new: {things: [1, 2]}\n";
    }
    void theFormsOfOneFileReadTheSame()
    {
        QFETCH(QByteArray, content);
        const auto loaded = load({write(QStringLiteral("form"), content)});
        QVERIFY_RESULT(loaded);
        QVERIFY2(loaded->problems.isEmpty(), loaded->problems.isEmpty() ? "" : qPrintable(loaded->problems[0].toString()));
        QCOMPARE(loaded->config.clusters.size(), 1);
        QCOMPARE(loaded->config.clusters[0].name, QStringLiteral("ü"));
        QCOMPARE(loaded->config.clusters[0].server, QStringLiteral("https://a"));
        QCOMPARE(loaded->config.currentContext, QStringLiteral("x"));
    }

    void columnsCountCharactersNotBytes()
    {
        const auto loaded = load({write(QStringLiteral("a"), "{\"ü\": 1, clusters: 7}\n")});
        QVERIFY(!loaded);
        QVERIFY(loaded.error().place.endsWith(QStringLiteral(":1:20")));
    }

    void ofARepeatedKeyTheLastCountsAsForKubectl()
    {
        const auto loaded = load({write(QStringLiteral("a"), clusterFile("a", "https://old", "    server: https://new\n"))});
        QVERIFY_RESULT(loaded);
        QCOMPARE(loaded->config.clusters[0].server, QStringLiteral("https://new"));
        QVERIFY(loaded->config.clusters[0].problems.isEmpty());
        QCOMPARE(loaded->problems.size(), 1);
    }

    void everyEntryKnowsWhereItStands()
    {
        const auto loaded = load({QStringLiteral(ORRERY_SOURCE_DIR "/tests/fixtures/kubeconfig/good/everything.yaml")});
        QVERIFY_RESULT(loaded);
        QVERIFY2(loaded->problems.isEmpty(), loaded->problems.isEmpty() ? "" : qPrintable(loaded->problems[0].toString()));
        const Cluster *cluster = loaded->config.cluster(QStringLiteral("plain"));
        QCOMPARE(cluster->origin.line, 9);
        QVERIFY(cluster->where(QStringLiteral("tls-server-name")).endsWith(QStringLiteral("everything.yaml:13:22")));
        QCOMPARE(cluster->execConfig,
                 QByteArray(R"({"config":{"audience":"abc","list":[1,"2",2.5],"nothing":null,"port":16,"strict":true}})"));
        const User *user = loaded->config.user(QStringLiteral("token"));
        QCOMPARE(user->impersonateGroups, (QStringList{QStringLiteral("developers"), QStringLiteral("on call")}));
        QCOMPARE(user->impersonateExtra.value(QStringLiteral("example.org/réason")), QStringList{QStringLiteral("x")});
        QCOMPARE(loaded->config.user(QStringLiteral("plugin"))->exec->env.size(), 1);
        QCOMPARE(loaded->config.contexts.size(), 8);
    }
};

ORRERY_GUILESS_TEST(LoaderTest)
} // namespace loader_test
#include "loader_test.moc"
