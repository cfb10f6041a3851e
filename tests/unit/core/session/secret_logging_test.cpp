// SPDX-License-Identifier: Apache-2.0
#include "core/base/mailbox.h"
#include "core/kubeconfig/context_config.h"
#include "core/session/cluster_session.h"
#include "tests/support/http_server.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QLoggingCategory>

#include <mutex>

namespace secret_logging_test {

using namespace kube;
using kube::test::HttpServer;

namespace {

const QByteArray bearerToken("bearer-opensesame-1");
const QByteArray fileToken("file-opensesame-2");
const QByteArray password("password-opensesame-3");
const QByteArray pluginToken("plugin-opensesame-4");
const QByteArray typedToken("typed-opensesame-5");
const QByteArray secretValue("value-opensesame-6");
const QByteArray pluginPassword("variable-opensesame-7");
const QByteArray passphrase("passphrase-opensesame-8");

/// Everything that was logged, by any thread, in any category.
class Log
{
public:
    static void begin()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("*=true"));
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &context, const QString &message) {
            const std::lock_guard lock(mutex());
            text() += QByteArray(context.category) + ": " + message.toUtf8() + '\n';
        });
    }
    static void end()
    {
        qInstallMessageHandler(nullptr);
        QLoggingCategory::setFilterRules({});
    }
    static QByteArray taken()
    {
        const std::lock_guard lock(mutex());
        return std::exchange(text(), {});
    }

private:
    static std::mutex &mutex()
    {
        static std::mutex one;
        return one;
    }
    static QByteArray &text()
    {
        static QByteArray all;
        return all;
    }
};

class NoRows final : public FeedWorker
{
};

/// Written with single quotes: moc loses its way in raw strings.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

const HttpServer::Headers jsonHeaders{{"Content-Type", "application/json"}};

QByteArray statusOf(int code, const QByteArray &reason)
{
    return json("{'kind':'Status','apiVersion':'v1','status':'Failure','reason':'" + reason + "','message':'" + reason + "','code':" + QByteArray::number(code) + "}");
}

QByteArray secretObject(const QByteArray &resourceVersion)
{
    return json("{'kind':'Secret','apiVersion':'v1','metadata':{'name':'s','namespace':'default','uid':'u','resourceVersion':'" + resourceVersion
                + "'},'data':{'password':'" + secretValue.toBase64() + "'}}");
}

/// An API server of one Secret, which asks everybody for a credential and hangs up within the first watch.
void answer(const HttpServer::Request &request, HttpServer::Reply reply)
{
    if (request.value("Authorization").isEmpty() && request.clientName.isEmpty())
        return reply.answer(401, statusOf(401, "Unauthorized"), jsonHeaders);
    if (request.target.startsWith("/version"))
        return reply.answer(200, json("{'major':'1','minor':'36','gitVersion':'v1.36.2'}"), jsonHeaders);
    const QByteArray path = request.target.split('?').first();
    if (path == "/api")
        return reply.answer(200, json("{'kind':'APIVersions','versions':['v1']}"), jsonHeaders);
    if (path == "/apis")
        return reply.answer(200, json("{'kind':'APIGroupList','apiVersion':'v1','groups':[]}"), jsonHeaders);
    if (path == "/api/v1")
        return reply.answer(200, json("{'kind':'APIResourceList','groupVersion':'v1','resources':[{'name':'secrets','namespaced':true,'kind':'Secret','verbs':['get','list','watch']}]}"), jsonHeaders);
    if (!request.target.startsWith("/api/v1/secrets"))
        return reply.answer(404, "page not found");
    if (request.target.contains("sendInitialEvents"))
        return reply.answer(400, statusOf(400, "BadRequest"), jsonHeaders);
    if (!request.target.contains("watch="))
        return reply.answer(200, json("{'kind':'SecretList','apiVersion':'v1','metadata':{'resourceVersion':'5'},'items':[") + secretObject("4") + "]}", jsonHeaders);
    reply.head(200, jsonHeaders);
    reply.chunk(json("{'type':'MODIFIED','object':") + secretObject("6") + "}\n");
    reply.chunk((json("{'type':'MODIFIED','object':") + secretObject("7")).chopped(4));
    reply.abort();
}

} // namespace

/// A session with each kind of credential, as a person would have it, with every log category switched on.
class SecretLoggingTest : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    QByteArray written(const char *name, const QByteArray &content)
    {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", name);
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path.toUtf8();
    }
    QString kubeconfig(const HttpServer &server, const QByteArray &user)
    {
        return QString::fromUtf8(written("config", "clusters:\n- name: c\n  cluster:\n    server: " + server.url().toEncoded() + "\n    certificate-authority-data: "
            + kube::test::tlsFixture(QStringLiteral("ca.pem")).toBase64() + "\nusers:\n- name: u\n  user:\n" + user
            + "contexts:\n- name: x\n  context: {cluster: c, user: u}\ncurrent-context: x\n"));
    }
    static QByteArray fixtureData(const char *name) { return kube::test::tlsFixture(QString::fromLatin1(name)).toBase64(); }

    static QList<QByteArray> secrets()
    {
        QList<QByteArray> all{bearerToken, fileToken, password, pluginToken, typedToken, secretValue, pluginPassword, passphrase};
        for (const QByteArray &plain : QList<QByteArray>(all))
            all.append({plain.toBase64(), plain.toHex()});
        all.append(("jane:" + password).toBase64());
        // Lines of the private keys, whichever way they are written.
        for (const char *name : {"client-rsa.key", "client-ec.key", "rsa-encrypted.key"}) {
            const QByteArray pem = kube::test::tlsFixture(QString::fromLatin1(name));
            const QList<QByteArray> lines = pem.trimmed().split('\n');
            all.append({lines.value(lines.size() / 2), pem.toBase64().mid(60, 60)});
        }
        return all;
    }
    static void verifyNothingIsIn(const QByteArray &text)
    {
        for (const QByteArray &secret : secrets()) {
            QVERIFY(secret.size() >= 8);
            const auto at = text.indexOf(secret);
            QVERIFY2(at < 0, "a secret was told: " + text.mid(std::max<qsizetype>(0, at - 200), 400));
        }
    }

private Q_SLOTS:
    void init() { Log::begin(); }
    void cleanup() { Log::end(); }

    void nothingSecretIsLogged_data()
    {
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<bool>("works");
        const auto row = [](const char *name, const QByteArray &user, bool works = true) { QTest::newRow(name) << user << works; };
        const QByteArray exec = "    exec:\n      apiVersion: client.authentication.k8s.io/v1\n      interactiveMode: Never\n      command: ";
        const QByteArray variable = "\n      env: [{name: DOOR_PASSWORD, value: " + pluginPassword + "}]\n";
        row("token", "    token: " + bearerToken + "\n");
        row("token file", "    tokenFile: " + written("token", fileToken + "\n") + "\n");
        row("password", "    username: jane\n    password: " + password + "\n");
        row("client key", "    client-certificate-data: " + fixtureData("client-rsa.pem") + "\n    client-key-data: " + fixtureData("client-rsa.key") + "\n");
        row("EC client key", "    client-certificate-data: " + fixtureData("client-ec.pem") + "\n    client-key-data: " + fixtureData("client-ec.key") + "\n");
        row("key with a passphrase", "    client-certificate-data: " + fixtureData("client-rsa.pem") + "\n    client-key-data: " + fixtureData("rsa-encrypted.key") + "\n", false);
        row("no credential", "    as: anna\n", false);
        row("damaged key", "    client-certificate-data: " + fixtureData("client-rsa.pem") + "\n    client-key-data: " + fixtureData("client-rsa.key").left(900) + "\n", false);
        row("token and password", "    token: " + bearerToken + "\n    username: jane\n    password: " + password + "\n", false);
        const QByteArray credential = "printf '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\",\"status\":{\"token\":\"%s\"}}' ";
        for (const auto &[name, script, works] : {
                 std::tuple("plugin", QByteArray(credential + pluginToken), true),
                 std::tuple("plugin that prints no JSON", QByteArray("echo " + pluginToken), false),
                 std::tuple("plugin that says its secrets", QByteArray("echo \"Bearer " + pluginToken + " and $DOOR_PASSWORD\" >&2; exit 1"), false),
                 std::tuple("plugin with half a credential", QByteArray(QByteArray(credential).replace("token", "clientKeyData") + pluginToken), false)}) {
            const QByteArray path = written(QByteArray(name).replace(' ', '-').constData(), "#!/bin/sh\n" + script + "\n");
            row(name, exec + path + variable, works);
        }
    }
    void nothingSecretIsLogged()
    {
        QFETCH(QByteArray, user);
        QFETCH(bool, works);
        const HttpServer server(answer, HttpServer::Tls{QStringLiteral("server"), user.contains("client-key")});
        LoadingRules rules;
        rules.explicitFile = kubeconfig(server, user);
        const auto loaded = KubeconfigLoader(rules).load();
        QVERIFY_RESULT(loaded);

        SessionOptions options;
        options.name = QStringLiteral("x");
        options.config = [loaded = *loaded](const ConfigParts &parts) -> Result<RestConfig> {
            ConfigOverrides overrides;
            overrides.keyPassphrase = parts.passphrase;
            AuthParts auth;
            auth.scheduler = parts.scheduler.get();
            auth.environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
            auto config = restConfigFor(loaded, overrides, auth);
            return config ? Result<RestConfig>(config->rest) : fail(config.error());
        };
        QByteArray told; // what a window would show
        {
            const auto mailbox = Mailbox::create();
            const Owner owner(mailbox);
            ClusterSession session(std::move(options));
            const ClusterPorts ports = session.ports();
            HealthState state = HealthState::Closed;
            const Subscription health = ports.cluster->onHealth(owner, [&](const Health &now) {
                state = now.state;
                told += now.reason ? now.reason->toString().toUtf8() + '\n' : QByteArray();
            });
            Freshness freshness;
            FeedRequest request;
            request.resource = {{"", "v1", "secrets"}, "Secret", "secret", {}, {}, {"list", "watch", "get"}, {}, true, false};
            const Subscription feed = ports.feed->open(request, [](FeedSource &) { return std::make_unique<NoRows>(); }, owner, [&](const Freshness &now) {
                freshness = now;
                told += now.reason ? now.reason->toString().toUtf8() + '\n' : QByteArray();
            });
            ports.cluster->open();
            QTRY_COMPARE_WITH_TIMEOUT(state, works ? HealthState::Live : HealthState::Failed, 60000);
            if (works) {
                QTRY_COMPARE_WITH_TIMEOUT(freshness.loaded, 1U, 60000);
                Future<QByteArray> fetched = ports.objects->fetch(request.resource, {"default", "missing"});
                QTRY_VERIFY_WITH_TIMEOUT(fetched.isReady(), 60000);
            }
            ports.cluster->supplyToken(typedToken);
            ports.cluster->supplyPassphrase(passphrase);
            ports.cluster->retryNow();
            Future<std::vector<std::string>> namespaces = ports.cluster->namespaces();
            QTRY_VERIFY_WITH_TIMEOUT(namespaces.isReady(), 60000);
            if (const auto answer = namespaces.take(); !answer)
                told += answer.error().toString().toUtf8() + '\n';
        }
        const QByteArray logged = Log::taken();
        verifyNothingIsIn(logged);
        verifyNothingIsIn(told);
        if (works)
            QVERIFY2(logged.contains("orrery.rest: ") && logged.contains("/api/v1/secrets"), logged.left(2000));
    }
};

ORRERY_GUILESS_TEST(SecretLoggingTest)
} // namespace secret_logging_test
#include "secret_logging_test.moc"
