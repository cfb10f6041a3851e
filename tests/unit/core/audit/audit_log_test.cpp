// SPDX-License-Identifier: Apache-2.0
#include "core/audit/audit_log.h"
#include "core/object/json.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <thread>

namespace audit_log_test {

using namespace kube;

namespace {

QByteArray quoted(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

AuditEntry requestOf(const char *method, const char *url, const QByteArray &body = {}, const char *type = "application/merge-patch+json")
{
    AuditEntry entry = AuditEntry::ofRequest(method, QUrl(QString::fromLatin1(url)), QStringLiteral("/k8s/c1"), type, body);
    entry.time = WallTime{} + std::chrono::hours(24 * 20000);
    return entry;
}

std::string redactedText(const char *body, bool isOfSecrets)
{
    return redactedBody(quoted(body).toStdString(), isOfSecrets);
}

QList<QByteArray> linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QByteArray> lines = file.readAll().split('\n');
    lines.removeLast();
    return lines;
}

} // namespace

class AuditLogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aRequestIsReadAsWhatItDoes()
    {
        const AuditEntry patch = requestOf("PATCH", "https://h/k8s/c1/apis/apps/v1/namespaces/shop/deployments/web/scale?dryRun=All&fieldManager=orrery");
        QCOMPARE(patch.verb, std::string("patch"));
        QCOMPARE(patch.resource, (GroupVersionResource{"apps", "v1", "deployments"}));
        QCOMPARE(patch.object, (ObjectKey{"shop", "web"}));
        QCOMPARE(patch.subresource, std::string("scale"));
        QVERIFY(patch.isDryRun);
        QCOMPARE(patch.fieldManager, std::string("orrery"));
        QCOMPARE(requestOf("DELETE", "https://h/api/v1/namespaces/shop/pods").verb, std::string("deletecollection"));
        const AuditEntry space = requestOf("PUT", "https://h/api/v1/namespaces/shop/finalize");
        QCOMPARE(space.resource.resource, std::string("namespaces"));
        QCOMPARE(space.object, (ObjectKey{"", "shop"}));
        QCOMPARE(space.subresource, std::string("finalize"));
        const AuditEntry other = requestOf("POST", "https://h/metrics");
        QCOMPARE(other.path, std::string("/metrics"));
        QVERIFY(other.resource.resource.empty());
        QCOMPARE(requestOf("DELETE", "https://h/api/v1/nodes/n").object, (ObjectKey{"", "n"}));
    }

    void aLineIsOneJsonObject()
    {
        AuditEntry entry = requestOf("PATCH", "https://h/apis/apps/v1/namespaces/shop/deployments/web", quoted("{'spec':\n{'replicas':2}}"));
        entry.source = {"prod", "https://h", "jane"};
        entry.status = 409;
        entry.error = Error{ErrorKind::Conflict, QStringLiteral("moved\non"), {}, std::nullopt, {}};
        const QByteArray line = entry.toLine();
        QCOMPARE(line.count('\n'), 1);
        QVERIFY(line.endsWith('\n'));
        QCOMPARE(line, quoted("{'time':'2024-10-04T00:00:00Z','context':'prod','server':'https://h','user':'jane','verb':'patch','group':'apps','version':'v1',"
                              "'resource':'deployments','namespace':'shop','name':'web','contentType':'application/merge-patch+json',"
                              "'body':{'spec':{'replicas':2}},'status':409,'result':'Conflict','message':'moved\\non'}\n"));
    }

    void valuesOfSecretsAreNotInIt()
    {
        QCOMPARE(redactedText("{'data':{'password':'c2VjcmV0','gone':null},'stringData':{'a':'s'},'type':'Opaque'}", true),
                 quoted("{'data':{'password':'(redacted)','gone':null},'stringData':{'a':'(redacted)'},'type':'Opaque'}").toStdString());
        QCOMPARE(redactedText("[{'op':'replace','path':'/data/a','value':'c2VjcmV0'}]", true),
                 quoted("[{'op':'replace','path':'/data/a','value':'(redacted)'}]").toStdString());
        QCOMPARE(redactedText("{'kind':'List','items':[{'kind':'Secret','data':{'a':'s'}},{'kind':'ConfigMap','data':{'a':'b'}}]}", false),
                 quoted("{'kind':'List','items':[{'kind':'Secret','data':{'a':'(redacted)'}},{'kind':'ConfigMap','data':{'a':'b'}}]}").toStdString());
        QVERIFY(redactedText("{'metadata':{'annotations':{'kubectl.kubernetes.io/last-applied-configuration':'hush'}}}", true).find("hush") == std::string::npos);
        QCOMPARE(redactedBody("kind: Secret\ndata: {a: hush}\n", true), quoted("{'kind':'Secret','data':{'a':'(redacted)'}}").toStdString());
        QCOMPARE(redactedBody("{hush", true), std::string("(redacted)"));
        AuditEntry entry = requestOf("PATCH", "https://h/api/v1/namespaces/n/secrets/s", quoted("{'data':{'a':'hush'}}"));
        entry.error = Error{ErrorKind::Invalid, QStringLiteral("Invalid value: hush"), {}, std::nullopt, {}};
        QVERIFY(!entry.toLine().contains("hush"));
        QVERIFY(entry.toLine().contains(quoted("'name':'s'")));
    }

    void linesAreAppendedForTheUserAlone()
    {
        const QTemporaryDir folder;
        AuditLog log(folder.filePath(QStringLiteral("state/audit.jsonl")));
        for (int i = 0; i < 3; ++i)
            QVERIFY_RESULT(log.write(requestOf("DELETE", "https://h/api/v1/nodes/n")));
        QCOMPARE(linesOf(log.file()).size(), 3);
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(QFile::permissions(log.file()) & others));
    }

    void writersAtOnceLoseNoLineWhileTheFileIsRotated()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("audit.jsonl"));
        std::vector<std::thread> writers;
        std::atomic<int> failures = 0;
        for (int writer = 0; writer < 4; ++writer) {
            writers.emplace_back([&] {
                AuditLog log(file, {20000, 50}); // its own, as another process has
                for (int i = 0; i < 200; ++i)
                    failures += log.write(requestOf("DELETE", "https://h/api/v1/nodes/n")) ? 0 : 1;
            });
        }
        for (std::thread &writer : writers)
            writer.join();
        QCOMPARE(failures.load(), 0);
        qsizetype lines = 0;
        const QDir dir(folder.path());
        const QStringList files = dir.entryList({QStringLiteral("audit.jsonl*")}, QDir::Files);
        for (const QString &name : files) {
            for (const QByteArray &line : linesOf(dir.filePath(name))) {
                QVERIFY(JsonDocument::parse({line.constData(), static_cast<std::size_t>(line.size())}));
                ++lines;
            }
        }
        QCOMPARE(lines, 800);
        QVERIFY(files.size() > 4);
    }

    void theOldestFilesGo()
    {
        const QTemporaryDir folder;
        AuditLog log(folder.filePath(QStringLiteral("a")), {300, 2});
        for (int i = 0; i < 20; ++i)
            QVERIFY_RESULT(log.write(requestOf("DELETE", "https://h/api/v1/nodes/n")));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), (QStringList{QStringLiteral("a"), QStringLiteral("a.1"), QStringLiteral("a.2"), QStringLiteral("a.lock")}));
    }

    void whatCannotBeWrittenIsTold()
    {
        const QTemporaryDir folder;
        AuditLog log(folder.path());
        QCOMPARE(log.write(requestOf("DELETE", "https://h/api/v1/nodes/n")).error().place, folder.path());
    }

    void noWritePassesTheObserver()
    {
        auto time = std::make_shared<kube::test::ManualTime>();
        auto server = std::make_shared<kube::test::ScriptedTransport>(time);
        RestConfig config = kube::test::RestFixture::config();
        std::vector<CompletedWrite> seen;
        config.onWrite = [&](const CompletedWrite &write) { seen.push_back(write); };
        {
            RestClient client(config, {server, time, time, [] { return 0.5; }});
            const auto send = [&](Request request) {
                auto future = client.send(std::move(request));
                time->run();
                return future;
            };
            (void)send(Request::get().absolutePath(QStringLiteral("/api/v1/nodes")));
            (void)send(Request::post().absolutePath(QStringLiteral("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews")).body("{}"));
            QVERIFY(seen.empty());
            (void)send(Request::patch("application/merge-patch+json").absolutePath(QStringLiteral("/api/v1/nodes/n")).body("{}", "application/merge-patch+json"));
            QVERIFY(seen.empty());
            server->last().answer(503, "{}", {{"Retry-After", "0"}});
            time->advance(std::chrono::seconds(1));
            server->last().answer(409, "{}");
            time->run();
            QCOMPARE(seen.size(), std::size_t(1));
            QCOMPARE(seen[0].status, 409);
            QCOMPARE(seen[0].attempts, 2);
            QCOMPARE(seen[0].contentType, QByteArray("application/merge-patch+json"));
            QCOMPARE(seen[0].body, QByteArray("{}"));
            QCOMPARE(seen[0].error->kind, ErrorKind::Conflict);
            (void)send(Request::remove().absolutePath(QStringLiteral("/api/v1/nodes/n")));
        }
        QCOMPARE(seen.size(), std::size_t(2));
        QCOMPARE(seen[1].error->kind, ErrorKind::Canceled);
        QCOMPARE(seen[1].method, QByteArray("DELETE"));
        time->run();
    }
};

ORRERY_GUILESS_TEST(AuditLogTest)
} // namespace audit_log_test
#include "audit_log_test.moc"
