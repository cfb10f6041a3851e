// SPDX-License-Identifier: Apache-2.0
#include "app/keychain/keychain_store.h"
#include "core/base/memory_secret_store.h"
#include "core/base/qt_scheduler.h"
#include "tests/support/manual_time.h"
#include "tests/support/warnings.h"

using namespace orrery;
using namespace std::chrono_literals;
using kube::ErrorKind;

/// Runs under tests/support/keyring-session, whose state is the test's name.
class KeychainStoreTest : public QObject
{
    Q_OBJECT
private:
    const QString m_entry = QStringLiteral("context/prod – ü/token");
    kube::QtScheduler m_scheduler;

    template <typename T>
    kube::Result<T> wait(kube::Future<T> future)
    {
        if (!QTest::qWaitFor([&] { return future.isReady(); }, 60000))
            return kube::fail(kube::Error::badInput(QStringLiteral("no answer")));
        return future.take();
    }
    KeychainStore::Options options(kube::Duration timeout = 5s) const
    {
        KeychainStore::Options made;
        made.timeout = timeout;
        return made;
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void unlockedKeepsAndGivesBackAndForgets()
    {
        KeychainStore store(options(60s), m_scheduler);
        QByteArray secret("p\0ss\xff wörd ", 12);
        secret += QByteArray(20000, 'x');
        const auto missing = wait(store.read(m_entry));
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);
        QVERIFY_RESULT(wait(store.write(m_entry, secret)));
        QCOMPARE(*wait(store.read(m_entry)), secret);
        KeychainStore another(options(60s), m_scheduler);
        QCOMPARE(*wait(another.read(m_entry)), secret);
        QVERIFY_RESULT(wait(store.write(m_entry, "other")));
        QCOMPARE(*wait(store.read(m_entry)), QByteArray("other"));
        QCOMPARE(wait(store.read(m_entry + QStringLiteral("2"))).error().kind, ErrorKind::NotFound);
        QCOMPARE(*wait(store.remove(m_entry)), true);
        QCOMPARE(wait(store.read(m_entry)).error().kind, ErrorKind::NotFound);
        QCOMPARE(*wait(store.remove(m_entry)), true);
    }

    void lockedKeepsNothingAndSaysSo()
    {
        KeychainStore store(options(2s), m_scheduler);
        const auto written = wait(store.write(m_entry, "opensesame"));
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::BadInput);
        QVERIFY2(written.error().message.contains(QStringLiteral("locked")), qPrintable(written.error().message));
        QVERIFY(!written.error().toString().contains(QStringLiteral("opensesame")));
        QVERIFY(!wait(store.read(m_entry)));
    }

    void noneKeepsNothingAndSaysSo()
    {
        KeychainStore store(options(60s), m_scheduler);
        const auto written = wait(store.write(m_entry, "opensesame"));
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::BadInput);
        QVERIFY2(written.error().message.startsWith(QStringLiteral("the keychain is missing or locked (")), qPrintable(written.error().message));
        QVERIFY(!written.error().toString().contains(QStringLiteral("opensesame")));
        const auto read = wait(store.read(m_entry));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::BadInput);
        QVERIFY(!wait(store.remove(m_entry)));
    }

    void noneTimesOutByTheSchedulerHandedIn()
    {
        kube::test::ManualTime time;
        KeychainStore store(options(5s), time);
        auto future = store.write(m_entry, "opensesame");
        time.advance(5s); // the event loop has not run: the keychain could not have answered
        QVERIFY(future.isReady());
        const auto answer = future.take();
        QVERIFY(!answer);
        QCOMPARE(answer.error().message, QStringLiteral("the keychain did not answer in 5 seconds; it may be locked and waiting for its password"));
        QCOMPARE(time.timers(), std::size_t(0));
        QVERIFY(!wait(store.read(m_entry))); // and the late answer harms nobody
    }

    void noneEndsOpenAnswersWhenTheStoreDies()
    {
        auto store = std::make_unique<KeychainStore>(options(), m_scheduler);
        auto future = store->read(m_entry);
        store.reset();
        QVERIFY(future.isReady());
        QCOMPARE(future.take().error().kind, ErrorKind::Canceled);
    }

    void noneOfItMattersToTheStoreInMemory()
    {
        kube::MemorySecretStore store;
        QCOMPARE(wait(store.read(m_entry)).error().kind, ErrorKind::NotFound);
        QVERIFY_RESULT(wait(store.write(m_entry, "s")));
        QCOMPARE(*wait(store.read(m_entry)), QByteArray("s"));
        QCOMPARE(*wait(store.remove(m_entry)), true);
        QCOMPARE(*wait(store.remove(m_entry)), true);
    }
};

QTEST_GUILESS_MAIN(KeychainStoreTest)
#include "keychain_store_test.moc"
