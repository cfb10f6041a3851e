// SPDX-License-Identifier: Apache-2.0
#include "core/base/subscription.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace subscription_test {

using namespace kube;

class SubscriptionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }
    void destroyingDetachesOnce();
    void resettingDetachesOnce();
    void movingCarriesTheDuty();
    void assigningDetachesTheOld();
    void anEmptyOneDoesNothing();
    void detachMayResetTheSubscription();
};

void SubscriptionTest::destroyingDetachesOnce()
{
    int detached = 0;
    {
        const Subscription subscription([&] { ++detached; });
        QVERIFY(bool(subscription));
        QCOMPARE(detached, 0);
    }
    QCOMPARE(detached, 1);
}

void SubscriptionTest::resettingDetachesOnce()
{
    int detached = 0;
    Subscription subscription([&] { ++detached; });
    subscription.reset();
    subscription.reset();
    QVERIFY(!subscription);
    QCOMPARE(detached, 1);
}

void SubscriptionTest::movingCarriesTheDuty()
{
    int detached = 0;
    {
        Subscription first([&] { ++detached; });
        const Subscription second(std::move(first));
        QVERIFY(!first); // NOLINT: moved from is empty by contract
        QVERIFY(bool(second));
    }
    QCOMPARE(detached, 1);
}

void SubscriptionTest::assigningDetachesTheOld()
{
    std::string order;
    Subscription first([&] { order += 'a'; });
    Subscription second([&] { order += 'b'; });
    first = std::move(second);
    QCOMPARE(order, std::string("a"));
    Subscription &same = first;
    first = std::move(same);
    QCOMPARE(order, std::string("a"));
    QVERIFY(bool(first));
    first.reset();
    QCOMPARE(order, std::string("ab"));
}

void SubscriptionTest::anEmptyOneDoesNothing()
{
    Subscription subscription;
    QVERIFY(!subscription);
    subscription.reset();
}

void SubscriptionTest::detachMayResetTheSubscription()
{
    int detached = 0;
    Subscription subscription;
    subscription = Subscription([&] {
        ++detached;
        subscription.reset();
    });
    subscription.reset();
    QCOMPARE(detached, 1);
}

ORRERY_GUILESS_TEST(SubscriptionTest)
} // namespace subscription_test
#include "subscription_test.moc"
