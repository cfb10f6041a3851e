// SPDX-License-Identifier: Apache-2.0
#include "core/session/protection_keeper.h"

#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace protection_keeper_test {

using namespace kube;
using namespace std::chrono_literals;

class ProtectionKeeperTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void itIsUnlockedForFiveMinutes()
    {
        kube::test::ManualTime time;
        ProtectionKeeper keeper(QStringLiteral("prod"), true, time);
        QVERIFY(keeper.lock()->isLocked());
        QVERIFY(keeper.unlock(QStringLiteral("prod")));
        QVERIFY(!keeper.lock()->isLocked());
        time.advance(4min + 59s);
        QVERIFY(!keeper.lock()->isLocked());
        time.advance(2s);
        QVERIFY(keeper.lock()->isLocked());
        QVERIFY(!keeper.told().last()->unlockedUntil);
    }

    void unlockingAgainBeginsTheMinutesAnew()
    {
        kube::test::ManualTime time;
        ProtectionKeeper keeper(QStringLiteral("prod"), true, time);
        QVERIFY(keeper.unlock(QStringLiteral("prod")));
        time.advance(4min);
        QVERIFY(keeper.unlock(QStringLiteral("prod")));
        time.advance(4min);
        QVERIFY(!keeper.lock()->isLocked());
        keeper.lockNow();
        QVERIFY(keeper.lock()->isLocked());
        time.advance(1h);
        QVERIFY(keeper.lock()->isLocked());
    }

    void whatIsNotProtectedIsNotLocked()
    {
        kube::test::ManualTime time;
        ProtectionKeeper keeper(QStringLiteral("dev"), false, time);
        QVERIFY(!keeper.lock()->isLocked());
        QVERIFY(keeper.unlock(QStringLiteral("dev")));
        QVERIFY(!keeper.told().last()->unlockedUntil);
        keeper.protect();
        QVERIFY(keeper.lock()->isLocked());
    }

    void otherNamesThanTheContextsUnlockNothing_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"", "Prod", "prod ", "prod-eu", "pro"})
            QTest::addRow("<%s>", typed) << QString::fromLatin1(typed);
    }
    void otherNamesThanTheContextsUnlockNothing()
    {
        QFETCH(QString, typed);
        kube::test::ManualTime time;
        ProtectionKeeper keeper(QStringLiteral("prod"), true, time);
        QVERIFY(!keeper.unlock(typed));
        QVERIFY(!keeper.unprotect(typed));
        QVERIFY(keeper.lock()->isLocked());
    }
};

ORRERY_GUILESS_TEST(ProtectionKeeperTest)
} // namespace protection_keeper_test
#include "protection_keeper_test.moc"
