// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/frame/session_store.h"

#include <QTemporaryDir>

namespace session_store_test {

using namespace orrery;

class SessionStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void whatIsSetComesBack()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("deep/er/session.ini"));
        {
            SessionStore store(path);
            store.setValue(QStringLiteral("window/geometry"), QByteArray("\x01\x00\xff", 3));
            store.setValue(QStringLiteral("tabs/open"), QStringList({QStringLiteral("pods?namespace=web"), QStringLiteral("events")}));
            QVERIFY(store.hasUnwritten());
            QVERIFY(!QFile::exists(path)); // later, not at each change
        }
        const SessionStore store(path);
        QCOMPARE(store.value(QStringLiteral("window/geometry")).toByteArray(), QByteArray("\x01\x00\xff", 3));
        QCOMPARE(store.value(QStringLiteral("tabs/open")).toStringList().size(), 2);
        QCOMPARE(store.value(QStringLiteral("absent"), 7).toInt(), 7);
    }

    void theSameValueIsNoChange()
    {
        const QTemporaryDir folder;
        SessionStore store(folder.filePath(QStringLiteral("session.ini")));
        store.setValue(QStringLiteral("a"), 1);
        QVERIFY(store.flush());
        store.setValue(QStringLiteral("a"), 1);
        QVERIFY(!store.hasUnwritten());
    }

    void aFileThatIsNoIniCountsAsEmpty()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("session.ini"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("\x00\xff garbage [ = ] \n", 19));
        file.close();
        SessionStore store(path);
        store.setValue(QStringLiteral("window/tree"), 300);
        QVERIFY(store.flush());
        QCOMPARE(SessionStore(path).value(QStringLiteral("window/tree")).toInt(), 300);
    }

    void aPlaceThatCannotBeWrittenIsSaidAndSurvived()
    {
        const QTemporaryDir folder;
        QFile block(folder.filePath(QStringLiteral("file")));
        QVERIFY(block.open(QIODevice::WriteOnly));
        SessionStore store(folder.filePath(QStringLiteral("file/session.ini")));
        store.setValue(QStringLiteral("a"), 1);
        QVERIFY(!store.flush());
        QCOMPARE(store.value(QStringLiteral("a")).toInt(), 1);
    }

    void withoutAPathItRemembersForTheRun()
    {
        SessionStore store{QString()};
        store.setValue(QStringLiteral("a"), 1);
        QVERIFY(store.flush());
        QCOMPARE(store.value(QStringLiteral("a")).toInt(), 1);
    }
};

ORRERY_GUILESS_TEST(SessionStoreTest)
} // namespace session_store_test
#include "session_store_test.moc"
