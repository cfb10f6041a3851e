// SPDX-License-Identifier: Apache-2.0
#include "core/apply/draft_store.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/apply/quoted.h"

namespace draft_store_test {

using namespace kube;
using kube::test::q;

namespace {

const WallTime now = WallTime{} + std::chrono::hours(24 * 20000);

Draft draftOf(const std::string &text, const std::string &name = "web", WallTime time = now)
{
    return {{"cluster-uid", {"apps", "v1", "deployments"}, {"shop", name}, "u"}, q("{'kind':'Deployment'}"), text, time, {}};
}

QFileDevice::Permissions permissionsOf(const QString &path)
{
    return QFile::permissions(path) & ~(QFileDevice::ReadUser | QFileDevice::WriteUser | QFileDevice::ExeUser);
}

} // namespace

class DraftStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aDraftOutlivesItsProcess()
    {
        const QTemporaryDir folder;
        const std::string text = "# \xc3\xa4\n\tkind: Deployment\r\na: \"\\u0000\"\n";
        QVERIFY_RESULT(DraftStore(folder.filePath(QStringLiteral("drafts"))).keep(draftOf(text)));
        const auto found = DraftStore(folder.filePath(QStringLiteral("drafts"))).draftsOf(draftOf({}).key);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].text, text);
        QCOMPARE(found[0].base, q("{'kind':'Deployment'}"));
        QVERIFY(found[0].key == draftOf({}).key);
        QVERIFY(found[0].time == now);
    }

    void onlyTheUserMayReadThem()
    {
        const QTemporaryDir folder;
        const QString drafts = folder.filePath(QStringLiteral("a/drafts"));
        QVERIFY_RESULT(DraftStore(drafts, QStringLiteral("p")).keep(draftOf("x")));
        QCOMPARE(permissionsOf(drafts), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        const QStringList files = QDir(drafts).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QCOMPARE(permissionsOf(drafts + QLatin1Char('/') + files[0]), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }

    void aDraftReplacesTheOneBeforeAndTwoProcessesLoseNothing()
    {
        const QTemporaryDir folder;
        DraftStore one(folder.path());
        DraftStore other(folder.path());
        QVERIFY_RESULT(one.keep(draftOf("1")));
        QVERIFY_RESULT(one.keep(draftOf("2")));
        QVERIFY_RESULT(other.keep(draftOf("3", "web", now + std::chrono::seconds(5))));
        auto found = one.draftsOf(draftOf({}).key);
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].text, std::string("3"));
        QCOMPARE(found[1].text, std::string("2"));
        one.drop(draftOf({}));
        QCOMPARE(one.draftsOf(draftOf({}).key).size(), std::size_t(1));
        QVERIFY_RESULT(other.keep(draftOf("4")));
        one.drop(found[0]); // the other has kept another since
        QCOMPARE(one.draftsOf(draftOf({}).key)[0].text, std::string("4"));
        one.drop(one.draftsOf(draftOf({}).key)[0]);
        QVERIFY(one.all(now).drafts.empty());
    }

    void draftsOfOtherObjectsAndClustersAreTheirs()
    {
        const QTemporaryDir folder;
        DraftStore store(folder.path());
        QVERIFY_RESULT(store.keep(draftOf("1")));
        QVERIFY_RESULT(store.keep(draftOf("2", "../../etc/web")));
        Draft elsewhere = draftOf("3");
        elsewhere.key.cluster = "another";
        QVERIFY_RESULT(store.keep(elsewhere));
        QCOMPARE(store.all(now).drafts.size(), std::size_t(3));
        QCOMPARE(store.draftsOf(draftOf({}).key).size(), std::size_t(1));
        QCOMPARE(store.draftsOf(draftOf({}, "../../etc/web").key).size(), std::size_t(1));
    }

    void aDraftGoesAfterThirtyDays()
    {
        const QTemporaryDir folder;
        DraftStore store(folder.path());
        QVERIFY_RESULT(store.keep(draftOf("old", "a", now - std::chrono::hours(30 * 24 + 1))));
        QVERIFY_RESULT(store.keep(draftOf("young", "b", now - std::chrono::hours(30 * 24 - 1))));
        const auto contents = store.all(now);
        QCOMPARE(contents.drafts.size(), std::size_t(1));
        QCOMPARE(contents.drafts[0].text, std::string("young"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void secretsAreNeverKept()
    {
        const QTemporaryDir folder;
        DraftStore store(folder.path());
        Draft secret = draftOf("a: b");
        secret.key.resource = {"", "v1", "secrets"};
        QCOMPARE(store.keep(secret).error().kind, ErrorKind::Forbidden);
        for (const std::string &text : {std::string("a: 1\nkind: Secret\n"), std::string("kind:   'Secret' # x"), q("{'kind' : 'Secret'}"), std::string("\"kind\":\n  Secret\n")})
            QCOMPARE(store.keep(draftOf(text)).error().kind, ErrorKind::Forbidden);
        Draft before = draftOf("kind: Sec");
        before.base = q("{'kind':'Secret'}");
        QCOMPARE(store.keep(before).error().kind, ErrorKind::Forbidden);
        QVERIFY(QDir(folder.path()).isEmpty());
        for (const std::string &text : {std::string("kind: SecretStore\n"), std::string("mankind Secret"), std::string("secretKeyRef: {name: Secret}")})
            QVERIFY_RESULT(store.keep(draftOf(text)));
    }

    void whatIsTooLargeIsRefusedAndTheOneBeforeStays()
    {
        const QTemporaryDir folder;
        DraftStore store(folder.path());
        QVERIFY_RESULT(store.keep(draftOf("small")));
        QCOMPARE(store.keep(draftOf(std::string(DraftStore::mostBytes, 'x'))).error().kind, ErrorKind::BadInput);
        QCOMPARE(store.draftsOf(draftOf({}).key)[0].text, std::string("small"));
    }

    void aDamagedFileIsSetAsideAndSaidSo()
    {
        const QTemporaryDir folder;
        DraftStore store(folder.path());
        QVERIFY_RESULT(store.keep(draftOf("whole")));
        QVERIFY_RESULT(store.keep(draftOf("to be cut", "b")));
        const QDir dir(folder.path());
        for (const QString &name : dir.entryList(QDir::Files)) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::ReadWrite));
            if (file.readAll().contains("to be cut"))
                QVERIFY(file.resize(file.size() - 20));
        }
        const auto contents = store.all(now);
        QCOMPARE(contents.drafts.size(), std::size_t(1));
        QCOMPARE(contents.damaged.size(), std::size_t(1));
        QVERIFY(contents.damaged[0].place.endsWith(QStringLiteral(".damaged")));
        QVERIFY(QFile::exists(contents.damaged[0].place));
        QVERIFY(store.all(now).damaged.empty());
    }

    void aFolderThatCannotBeMadeIsAnErrorWithItsPlace()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto kept = DraftStore(file.fileName() + QStringLiteral("/drafts")).keep(draftOf("x"));
        QCOMPARE(kept.error().kind, ErrorKind::Server);
        QVERIFY(kept.error().place.startsWith(file.fileName()));
    }
};

ORRERY_GUILESS_TEST(DraftStoreTest)
} // namespace draft_store_test
#include "draft_store_test.moc"
