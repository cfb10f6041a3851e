// SPDX-License-Identifier: Apache-2.0
#include "core/access/rights_cache.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace rights_cache_test {

using namespace kube;

namespace {

struct Fixture {
    std::shared_ptr<test::ManualTime> time = std::make_shared<test::ManualTime>();
    std::vector<Promise<AccessDecision>> asked;
    RightsCache cache{[this](const ResourceAttributes &) { return asked.emplace_back().future(); }, time, time};

    static ResourceAttributes listing(const char *resource) { return {"list", "", resource, "", "shop", ""}; }
    void answerLast(bool allowed) { asked.back().finish(AccessDecision{allowed, false, {}, {}}); }
};

} // namespace

class RightsCacheTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void anAnswerHoldsForAMinute()
    {
        Fixture f;
        auto first = f.cache.mayI(Fixture::listing("pods"));
        f.answerLast(true);
        QVERIFY(test::answer(*f.time, std::move(first))->allowed);
        f.time->advance(std::chrono::seconds(59));
        QVERIFY(test::answer(*f.time, f.cache.mayI(Fixture::listing("pods")))->allowed);
        QCOMPARE(f.asked.size(), std::size_t(1));
        f.time->advance(std::chrono::seconds(1));
        auto later = f.cache.mayI(Fixture::listing("pods"));
        QCOMPARE(f.asked.size(), std::size_t(2));
        f.answerLast(false);
        QVERIFY(!test::answer(*f.time, std::move(later))->allowed);
    }

    void aQuestionOnItsWayIsNotAskedTwice()
    {
        Fixture f;
        auto first = f.cache.mayI(Fixture::listing("pods"));
        auto second = f.cache.mayI(Fixture::listing("pods"));
        QCOMPARE(f.asked.size(), std::size_t(1));
        f.answerLast(true);
        QVERIFY(test::answer(*f.time, std::move(first))->allowed);
        QVERIFY(test::answer(*f.time, std::move(second))->allowed);
    }

    void otherQuestionsAreOtherAnswers()
    {
        Fixture f;
        auto pods = f.cache.mayI(Fixture::listing("pods"));
        f.answerLast(true);
        auto secrets = f.cache.mayI(Fixture::listing("secrets"));
        f.answerLast(false);
        QVERIFY(test::answer(*f.time, std::move(pods))->allowed);
        QVERIFY(!test::answer(*f.time, std::move(secrets))->allowed);
    }

    void anErrorIsNotRemembered()
    {
        Fixture f;
        auto first = f.cache.mayI(Fixture::listing("pods"));
        f.asked.back().finish(fail(Error::transport(QStringLiteral("reset"))));
        QVERIFY(!test::answer(*f.time, std::move(first)));
        auto second = f.cache.mayI(Fixture::listing("pods"));
        QCOMPARE(f.asked.size(), std::size_t(2));
        f.answerLast(true);
        QVERIFY(test::answer(*f.time, std::move(second))->allowed);
    }

    void clearingForgetsWhatIsOnItsWayToo()
    {
        Fixture f;
        auto first = f.cache.mayI(Fixture::listing("pods"));
        f.cache.clear();
        f.answerLast(true);
        QVERIFY(test::answer(*f.time, std::move(first))->allowed);
        auto second = f.cache.mayI(Fixture::listing("pods"));
        QCOMPARE(f.asked.size(), std::size_t(2));
        f.answerLast(false);
        QVERIFY(!test::answer(*f.time, std::move(second))->allowed);
    }
};

ORRERY_GUILESS_TEST(RightsCacheTest)
} // namespace rights_cache_test
#include "rights_cache_test.moc"
