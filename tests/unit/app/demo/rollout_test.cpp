// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/rollout.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QJsonDocument>

#include <random>

namespace rollout_test {

using namespace orrery::demo;
using namespace Qt::Literals::StringLiterals;

namespace {

RolloutStrategy strategyOf(const QByteArray &spec)
{
    return RolloutStrategy::of({{"spec"_L1, QJsonDocument::fromJson(spec).object()}});
}

RolloutSet setOf(qint64 replicas, qint64 available, std::optional<qint64> desired = {}, std::optional<qint64> largest = {})
{
    RolloutSet set;
    set.replicas = set.current = replicas;
    set.ready = set.available = available;
    set.desired = desired;
    set.largest = largest;
    return set;
}

QString text(const std::vector<qint64> &sizes)
{
    QStringList words;
    for (const qint64 size : sizes)
        words.append(QString::number(size));
    return words.join(u' ');
}

qint64 total(const std::vector<RolloutSet> &sets, qint64 RolloutSet::*member)
{
    qint64 result = 0;
    for (const RolloutSet &set : sets)
        result += set.*member;
    return result;
}

} // namespace

class RolloutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void sharesAreRoundedInFavourOfTheRollout_data();
    void sharesAreRoundedInFavourOfTheRollout();
    void theNewSetGrowsAsFarAsTheSurgeAllows();
    void oldPodsGoOnlyAsNewOnesAreAvailable();
    void podsThatWereNeverAvailableGoFirst();
    void recreateEndsTheOldBeforeTheNew();
    void aPausedDeploymentIsSizedButNotRolled();
    void aResizeIsSharedInProportion();
    void aResizeOfTheOnlySetIsItsSize();
    void whateverHappensTheBoundsHoldAndItEnds_data();
    void whateverHappensTheBoundsHoldAndItEnds();
};

void RolloutTest::sharesAreRoundedInFavourOfTheRollout_data()
{
    QTest::addColumn<QByteArray>("spec");
    QTest::addColumn<int>("maxSurge");
    QTest::addColumn<int>("maxUnavailable");
    QTest::newRow("defaults") << QByteArray(R"({"replicas":10,"strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":"25%","maxUnavailable":"25%"}}})") << 3 << 2;
    QTest::newRow("one") << QByteArray(R"({"replicas":1,"strategy":{"rollingUpdate":{"maxSurge":"25%","maxUnavailable":"25%"}}})") << 1 << 0;
    QTest::newRow("numbers") << QByteArray(R"({"replicas":4,"strategy":{"rollingUpdate":{"maxSurge":2,"maxUnavailable":0}}})") << 2 << 0;
    QTest::newRow("neither") << QByteArray(R"({"replicas":2,"strategy":{"rollingUpdate":{"maxSurge":0,"maxUnavailable":"10%"}}})") << 0 << 1;
    QTest::newRow("more than all") << QByteArray(R"({"replicas":2,"strategy":{"rollingUpdate":{"maxSurge":0,"maxUnavailable":9}}})") << 0 << 2;
    QTest::newRow("recreate") << QByteArray(R"({"replicas":5,"strategy":{"type":"Recreate"}})") << 0 << 0;
}

void RolloutTest::sharesAreRoundedInFavourOfTheRollout()
{
    QFETCH(QByteArray, spec);
    QFETCH(int, maxSurge);
    QFETCH(int, maxUnavailable);
    QCOMPARE(strategyOf(spec).maxSurge, maxSurge);
    QCOMPARE(strategyOf(spec).maxUnavailable, maxUnavailable);
}

void RolloutTest::theNewSetGrowsAsFarAsTheSurgeAllows()
{
    const RolloutStrategy strategy{10, 3, 2};
    QCOMPARE(firstSize(strategy, {setOf(10, 10)}), 3);
    QCOMPARE(firstSize(strategy, {}), 10);
    QCOMPARE(text(nextSizes(strategy, {setOf(8, 8), setOf(3, 0)}, 1)), u"8 5"_s);
}

void RolloutTest::oldPodsGoOnlyAsNewOnesAreAvailable()
{
    const RolloutStrategy strategy{10, 3, 2};
    QCOMPARE(text(nextSizes(strategy, {setOf(10, 10), setOf(3, 0)}, 1)), u"8 3"_s);
    QCOMPARE(text(nextSizes(strategy, {setOf(8, 8), setOf(5, 0)}, 1)), u"8 5"_s);
    QCOMPARE(text(nextSizes(strategy, {setOf(8, 8), setOf(5, 2)}, 1)), u"6 5"_s);
    QCOMPARE(text(nextSizes(strategy, {setOf(1, 1), setOf(10, 10)}, 1)), u"0 10"_s);
}

void RolloutTest::podsThatWereNeverAvailableGoFirst()
{
    // A broken rollout is replaced by the next: its Pods do not hold up anything, those that serve stay.
    QCOMPARE(text(nextSizes({4, 1, 1}, {setOf(3, 3), setOf(2, 0), setOf(0, 0)}, 2)), u"3 0 0"_s);
}

void RolloutTest::recreateEndsTheOldBeforeTheNew()
{
    RolloutStrategy strategy{3};
    strategy.recreate = true;
    QCOMPARE(text(nextSizes(strategy, {setOf(3, 3)}, {})), u"0"_s);
    QCOMPARE(text(nextSizes(strategy, {setOf(3, 3), setOf(0, 0)}, 1)), u"0 0"_s);
    QCOMPARE(text(nextSizes(strategy, {setOf(0, 0), setOf(0, 0)}, 1)), u"0 3"_s);
    QCOMPARE(firstSize(strategy, {setOf(0, 0)}), 3);
}

void RolloutTest::aPausedDeploymentIsSizedButNotRolled()
{
    RolloutStrategy strategy{5, 2, 1};
    strategy.paused = true;
    QCOMPARE(text(nextSizes(strategy, {setOf(3, 3, 3, 5)}, {})), u"5"_s);
    QCOMPARE(text(nextSizes(strategy, {setOf(4, 4, 5, 7), setOf(3, 2, 5, 7)}, 1)), u"4 3"_s);
}

void RolloutTest::aResizeIsSharedInProportion()
{
    // The API's documentation has this one: 10 Pods, 8 old and 5 new, become 15.
    QCOMPARE(text(nextSizes({15, 3, 2}, {setOf(8, 8, 10, 13), setOf(5, 0, 10, 13)}, 1)), u"11 7"_s);
    QCOMPARE(text(nextSizes({0, 0, 0}, {setOf(8, 8, 10, 13), setOf(5, 0, 10, 13)}, 1)), u"0 0"_s);
}

void RolloutTest::aResizeOfTheOnlySetIsItsSize()
{
    QCOMPARE(text(nextSizes({7, 2, 1}, {setOf(0, 0, 3, 4), setOf(3, 3, 3, 4)}, 1)), u"0 7"_s);
    QCOMPARE(text(nextSizes({1, 1, 0}, {setOf(0, 0, 3, 4), setOf(3, 3, 3, 4)}, 1)), u"0 1"_s);
}

void RolloutTest::whateverHappensTheBoundsHoldAndItEnds_data()
{
    QTest::addColumn<int>("desired");
    QTest::addColumn<int>("maxSurge");
    QTest::addColumn<int>("maxUnavailable");
    QTest::newRow("defaults of 10") << 10 << 3 << 2;
    QTest::newRow("defaults of 1") << 1 << 1 << 0;
    QTest::newRow("surge alone") << 6 << 2 << 0;
    QTest::newRow("unavailable alone") << 6 << 0 << 1;
    QTest::newRow("all at once") << 5 << 5 << 5;
}

/// Pods become available, and ReplicaSets are asked, in any order; a second template comes in the middle.
void RolloutTest::whateverHappensTheBoundsHoldAndItEnds()
{
    QFETCH(int, desired);
    QFETCH(int, maxSurge);
    QFETCH(int, maxUnavailable);
    const RolloutStrategy strategy{desired, maxSurge, maxUnavailable};
    for (unsigned seed = 0; seed < 200; ++seed) {
        std::mt19937 random(seed);
        std::vector<RolloutSet> sets{setOf(desired, desired, desired, strategy.largest()), setOf(0, 0, desired, strategy.largest())};
        int steps = 0;
        for (; steps < 2000; ++steps) {
            if (steps == 7)
                sets.push_back(setOf(firstSize(strategy, sets), 0, desired, strategy.largest()));
            const std::size_t current = sets.size() - 1;
            const std::vector<qint64> sizes = nextSizes(strategy, sets, current);
            for (std::size_t i = 0; i < sets.size(); ++i) {
                sets[i].replicas = sizes[i];
                // The Pods of a set that shrinks end at once, those that are not available before the others.
                sets[i].available = std::min(sets[i].available, sizes[i]);
            }
            QVERIFY2(total(sets, &RolloutSet::replicas) <= desired + maxSurge, qPrintable(text(sizes)));
            QVERIFY2(total(sets, &RolloutSet::available) >= desired - maxUnavailable, qPrintable(text(sizes)));
            if (steps > 7 && sets[current].replicas == desired && sets[current].available == desired && total(sets, &RolloutSet::replicas) == desired)
                break;
            RolloutSet &one = sets[random() % sets.size()];
            if (one.available < one.replicas && random() % 2 == 0)
                ++one.available;
        }
        QVERIFY2(steps < 2000, qPrintable(u"seed %1 does not end"_s.arg(seed)));
    }
}

ORRERY_GUILESS_TEST(RolloutTest)
} // namespace rollout_test
#include "rollout_test.moc"
