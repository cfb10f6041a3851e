// SPDX-License-Identifier: Apache-2.0
#include "core/apply/write_store.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/apply/save_machine.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace write_store_test {

using namespace kube;
using kube::test::configMap;
using kube::test::q;

namespace {

const std::string prod = "https://prod:6443";
const WallTime keptAt = WallTime{} + std::chrono::hours(24 * 20000) + std::chrono::milliseconds(7);

RememberedWrite writeOf(const std::string &name, int version, std::chrono::seconds later = {})
{
    return {{"", "configmaps"}, {"n", name}, configMap(version, "'a':'1'"), configMap(version + 1, "'a':'2'"), keptAt + later, EditPart::Whole};
}

QByteArray allBytes(const QString &folder)
{
    QByteArray bytes;
    for (const QString &name : QDir(folder).entryList(QDir::Files)) {
        QFile file(folder + QLatin1Char('/') + name);
        bytes += file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    return bytes;
}

QFileDevice::Permissions ownersAlone(const QString &path)
{
    return QFile::permissions(path) & ~(QFileDevice::ReadUser | QFileDevice::WriteUser | QFileDevice::ExeUser);
}

} // namespace

class WriteStoreTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    [[nodiscard]] QString fresh(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aWriteOutlivesItsProcess()
    {
        QVERIFY_RESULT(WriteStore(fresh("one")).keep(prod, writeOf("a", 1)));
        const auto found = WriteStore(fresh("one")).all(prod, WallTime::clock::now());
        QCOMPARE(found.size(), std::size_t(1));
        QVERIFY(found[0]->resource == (GroupResource{"", "configmaps"}) && found[0]->key == (ObjectKey{"n", "a"}));
        QCOMPARE(found[0]->before, configMap(1, "'a':'1'"));
        QCOMPARE(found[0]->after, configMap(2, "'a':'2'"));
        QVERIFY(found[0]->time == keptAt);
        QVERIFY(found[0]->part == EditPart::Whole && found[0]->noRevert == NoRevert::None);
        QVERIFY(WriteStore(fresh("one")).all("https://staging:6443", WallTime::clock::now()).empty());
    }

    void onlyTheUserMayReadThem()
    {
        QVERIFY_RESULT(WriteStore(fresh("a/own")).keep(prod, writeOf("a", 1)));
        QCOMPARE(ownersAlone(fresh("a/own")), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        const QStringList files = QDir(fresh("a/own")).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QCOMPARE(ownersAlone(fresh("a/own/") + files[0]), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }

    void ofEachObjectThereIsTheLastWriteAndTheNewestComesFirst()
    {
        WriteStore store(fresh("last"));
        QVERIFY_RESULT(store.keep(prod, writeOf("a", 1)));
        QVERIFY_RESULT(store.keep(prod, writeOf("b", 1, std::chrono::seconds(1))));
        QVERIFY_RESULT(store.keep(prod, writeOf("a", 2, std::chrono::seconds(2))));
        const auto found = store.all(prod, WallTime::clock::now());
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0]->key.name, std::string("a"));
        QCOMPARE(found[0]->before, configMap(2, "'a':'1'"));
    }

    void nothingThatASecretHoldsIsOnDisk_data()
    {
        QTest::addColumn<QString>("resource");
        QTest::addColumn<QString>("kind");
        QTest::newRow("a Secret") << QStringLiteral("secrets") << QStringLiteral("Secret");
        QTest::newRow("what says so of itself") << QStringLiteral("things") << QStringLiteral("Secret");
    }
    void nothingThatASecretHoldsIsOnDisk()
    {
        QFETCH(QString, resource);
        QFETCH(QString, kind);
        const QString folder = fresh(QTest::currentDataTag());
        WriteStore store(folder);
        RememberedWrite write = writeOf("db", 1);
        write.resource.resource = resource.toStdString();
        QVERIFY_RESULT(store.keep(prod, write));
        write.before = q("{'kind':'") + kind.toStdString() + q("','metadata':{'name':'db','annotations':{'note':'bm90ZQ=='}},'data':{'password':'aHVudGVyMg=='}}");
        write.after = q("{'kind':'") + kind.toStdString() + q("','metadata':{'name':'db'},'data':{'password':'aHVudGVyMw=='}}");
        QVERIFY_RESULT(store.keep(prod, write));
        const QByteArray bytes = allBytes(folder);
        for (const char *value : {"aHVudGVy", "password", "bm90ZQ", "data"})
            QVERIFY2(!bytes.contains(value), bytes.constData());
        const auto found = store.all(prod, WallTime::clock::now());
        QCOMPARE(found.size(), std::size_t(1)); // that it was written: no write before it is the last
        QVERIFY(found[0]->noRevert == NoRevert::Secret);
        QVERIFY(!found[0]->isCreation() && !found[0]->isDeletion());
    }

    void whatIsTooLargeIsSaidToBeSo()
    {
        WriteStore store(fresh("large"));
        RememberedWrite write = writeOf("a", 1);
        QVERIFY_RESULT(store.keep(prod, write));
        write.after = '"' + std::string(WriteStore::mostBytes, 'x') + '"';
        QVERIFY_RESULT(store.keep(prod, write));
        const auto found = store.all(prod, WallTime::clock::now());
        QCOMPARE(found.size(), std::size_t(1));
        QVERIFY(found[0]->noRevert == NoRevert::Large && found[0]->before.empty());
    }

    void whatCannotBeWrittenIsNotKeptAsItWasBefore()
    {
        const QString folder = fresh("full");
        WriteStore store(folder);
        QVERIFY_RESULT(store.keep(prod, writeOf("a", 1)));
        const QString path = folder + QLatin1Char('/') + QDir(folder).entryList(QDir::Files).first();
        QVERIFY(QFile::remove(path) && QDir().mkpath(path)); // a folder cannot be replaced by a file
        QVERIFY(!store.keep(prod, writeOf("a", 2)));
        QVERIFY(store.all(prod, WallTime::clock::now()).empty());
    }

    void theOldestGoFirst()
    {
        WriteStore store(fresh("many"));
        for (std::size_t i = 0; i < WriteStore::mostWrites + 5; ++i)
            QVERIFY_RESULT(store.keep(prod, writeOf(std::to_string(i), 1, std::chrono::seconds(i))));
        QVERIFY_RESULT(store.keep("https://staging:6443", writeOf("a", 1)));
        QCOMPARE(store.all(prod, WallTime::clock::now()).size(), WriteStore::mostWrites);
        QCOMPARE(store.all("https://staging:6443", WallTime::clock::now()).size(), std::size_t(1));
    }

    void whatIsOlderThanThirtyDaysGoesOfAllClusters()
    {
        WriteStore store(fresh("old"));
        QVERIFY_RESULT(store.keep(prod, writeOf("a", 1)));
        QVERIFY_RESULT(store.keep("https://staging:6443", writeOf("a", 1)));
        const WallTime written = WallTime::clock::now();
        QCOMPARE(store.all(prod, written + WriteStore::lifetime - std::chrono::hours(1)).size(), std::size_t(1));
        QVERIFY(store.all(prod, written + WriteStore::lifetime + std::chrono::hours(1)).empty());
        QVERIFY(QDir(fresh("old")).entryList(QDir::Files).isEmpty());
    }

    void whatIsCutShortIsSetAside()
    {
        WriteStore store(fresh("cut"));
        QVERIFY_RESULT(store.keep(prod, writeOf("a", 1)));
        const QString name = QDir(fresh("cut")).entryList(QDir::Files).first();
        QFile file(fresh("cut/") + name);
        QVERIFY(file.resize(file.size() / 2));
        QVERIFY(store.all(prod, WallTime::clock::now()).empty());
        QCOMPARE(QDir(fresh("cut")).entryList(QDir::Files), QStringList{name + QStringLiteral(".damaged")});
    }
};

ORRERY_GUILESS_TEST(WriteStoreTest)
} // namespace write_store_test
#include "write_store_test.moc"
