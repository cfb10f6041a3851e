// SPDX-License-Identifier: Apache-2.0
#include "core/base/future.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/unit/core/base/worker.h"
#include "tests/support/warnings.h"

#include <thread>

namespace future_test {

using namespace kube;

class FutureTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }
    void anAnswerIsContinuedOnTheOwnersExecutor();
    void aReadyFutureIsContinuedLaterToo();
    void continuationsRunInTheOrderOfTheirAnswers();
    void theFirstFinishCounts();
    void aDroppedPromiseGivesCanceled();
    void anAssignedPromiseGivesCanceledForTheOld();
    void anOwnerThatDiesFirstIsNotCalled();
    void theOuterFutureOfADeadOwnerIsCanceled();
    void anExecutorThatDropsTasksGivesCanceled();
    void resultsAreHandedOn();
    void futuresWithinFuturesAreFlattened();
    void aNestedPromiseThatIsDroppedCancelsTheOuter();
    void errorsGoThroughAChain();
    void moveOnlyValuesPass();
    void whatAContinuationHoldsDiesOnItsExecutor();
    void boundFunctionsRunWhileTheOwnerLives();
    void answersCrossThreads();
    void ownersMayDieWhileAnswersArrive();
};

namespace {

/// Runs tasks where they are posted and destroys them before post() returns.
class Immediate final : public Executor
{
public:
    void post(std::function<void()> task) override
    {
        task();
        task = nullptr;
        if (afterTask)
            afterTask();
    }
    std::function<void()> afterTask;
};

class Closed final : public Executor
{
public:
    void post(std::function<void()>) override {}
};

} // namespace

void FutureTest::anAnswerIsContinuedOnTheOwnersExecutor()
{
    const auto time = std::make_shared<test::ManualTime>();
    const Owner owner(time);
    Promise<int> promise;
    int seen = 0;
    then(promise.future(), owner, [&](Result<int> result) { seen = result.value(); });
    promise.finish(5);
    QCOMPARE(seen, 0);
    time->run();
    QCOMPARE(seen, 5);
}

void FutureTest::aReadyFutureIsContinuedLaterToo()
{
    const auto time = std::make_shared<test::ManualTime>();
    const Owner owner(time);
    int seen = 0;
    then(Future<int>::ready(5), owner, [&](Result<int> result) { seen = result.value(); });
    QCOMPARE(seen, 0);
    time->run();
    QCOMPARE(seen, 5);
}

void FutureTest::continuationsRunInTheOrderOfTheirAnswers()
{
    const auto time = std::make_shared<test::ManualTime>();
    const Owner owner(time);
    Promise<char> first;
    Promise<char> second;
    std::string order;
    const auto note = [&](Result<char> result) { order += result.value(); };
    then(first.future(), owner, note);
    then(second.future(), owner, note);
    second.finish('b');
    first.finish('a');
    time->run();
    QCOMPARE(order, std::string("ba"));
}

void FutureTest::theFirstFinishCounts()
{
    Promise<int> promise;
    auto future = promise.future();
    promise.finish(1);
    promise.finish(2);
    QVERIFY(future.isReady());
    QCOMPARE(future.take().value(), 1);
}

void FutureTest::aDroppedPromiseGivesCanceled()
{
    auto promise = std::make_unique<Promise<int>>();
    auto future = promise->future();
    QVERIFY(!future.isReady());
    promise.reset();
    QVERIFY(future.take().error().is(ErrorKind::Canceled));
}

void FutureTest::anAssignedPromiseGivesCanceledForTheOld()
{
    Promise<int> promise;
    auto old = promise.future();
    promise = Promise<int>();
    QVERIFY(old.take().error().is(ErrorKind::Canceled));
    auto present = promise.future();
    Promise<int> moved = std::move(promise);
    QVERIFY(!present.isReady());
    moved.finish(3);
    QCOMPARE(present.take().value(), 3);
}

void FutureTest::anOwnerThatDiesFirstIsNotCalled()
{
    const auto time = std::make_shared<test::ManualTime>();
    for (const bool answeredBefore : {true, false}) {
        auto owner = std::make_unique<Owner>(time);
        Promise<int> promise;
        bool called = false;
        then(promise.future(), *owner, [&](Result<int>) { called = true; });
        if (answeredBefore)
            promise.finish(1);
        owner.reset();
        promise.finish(1);
        time->run();
        QVERIFY(!called);
    }
}

void FutureTest::theOuterFutureOfADeadOwnerIsCanceled()
{
    const auto time = std::make_shared<test::ManualTime>();
    auto owner = std::make_unique<Owner>(time);
    Promise<int> promise;
    auto outer = then(promise.future(), *owner, [](Result<int> result) { return result; });
    owner.reset();
    promise.finish(1);
    time->run();
    QVERIFY(outer.isReady());
    QVERIFY(outer.take().error().is(ErrorKind::Canceled));
}

void FutureTest::anExecutorThatDropsTasksGivesCanceled()
{
    const Owner owner(std::make_shared<Closed>());
    auto outer = then(Future<int>::ready(1), owner, [](Result<int> result) { return result; });
    QVERIFY(outer.isReady());
    QVERIFY(outer.take().error().is(ErrorKind::Canceled));
}

void FutureTest::resultsAreHandedOn()
{
    const auto time = std::make_shared<test::ManualTime>();
    const Owner owner(time);
    auto text = then(Future<int>::ready(5), owner, [](Result<int> result) -> Result<std::string> { return std::to_string(result.value()); });
    QCOMPARE(test::answer(*time, text).value(), std::string("5"));
}

void FutureTest::futuresWithinFuturesAreFlattened()
{
    const auto time = std::make_shared<test::ManualTime>();
    const Owner owner(time);
    Promise<int> inner;
    auto outer = then(Future<int>::ready(5), owner, [&](Result<int>) { return inner.future(); });
    auto twice = then(outer, owner, [](Result<int> result) -> Result<int> { return result.value() * 2; });
    time->run();
    QVERIFY(!twice.isReady());
    inner.finish(21);
    QCOMPARE(test::answer(*time, twice).value(), 42);
}

void FutureTest::aNestedPromiseThatIsDroppedCancelsTheOuter()
{
    const auto time = std::make_shared<test::ManualTime>();
    const Owner owner(time);
    auto outer = then(Future<int>::ready(5), owner, [](Result<int>) { return Promise<int>().future(); });
    QVERIFY(test::answer(*time, outer).error().is(ErrorKind::Canceled));
}

void FutureTest::errorsGoThroughAChain()
{
    const auto time = std::make_shared<test::ManualTime>();
    const Owner owner(time);
    Future<int> future = Future<int>::ready(fail(Error::transport(QStringLiteral("refused"))));
    for (int i = 0; i < 10; ++i)
        future = then(future, owner, [](Result<int> result) { return result; });
    const auto result = test::answer(*time, future);
    QVERIFY(result.error().is(ErrorKind::Transport));
}

void FutureTest::moveOnlyValuesPass()
{
    const auto time = std::make_shared<test::ManualTime>();
    const Owner owner(time);
    Promise<std::unique_ptr<int>> promise;
    int seen = 0;
    then(promise.future(), owner, [&](Result<std::unique_ptr<int>> result) { seen = result ? **result : -1; });
    promise.finish(std::make_unique<int>(7));
    time->run();
    QCOMPARE(seen, 7);
}

void FutureTest::whatAContinuationHoldsDiesOnItsExecutor()
{
    const auto executor = std::make_shared<Immediate>();
    const Owner owner(executor);
    auto held = std::make_shared<int>(1);
    const std::weak_ptr<int> watched = held;
    bool goneAfterTask = false;
    executor->afterTask = [&] { goneAfterTask = watched.expired(); };
    Promise<int> promise;
    then(promise.future(), owner, [held = std::move(held)](Result<int>) {});
    promise.finish(1);
    QVERIFY(goneAfterTask);
}

void FutureTest::boundFunctionsRunWhileTheOwnerLives()
{
    const auto time = std::make_shared<test::ManualTime>();
    auto owner = std::make_unique<Owner>(time);
    int sum = 0;
    const auto add = owner->bind([&](int left, const std::string &right) { sum += left + int(right.size()); });
    add(1, std::string("abc"));
    QCOMPARE(sum, 0);
    time->run();
    QCOMPARE(sum, 4);
    add(1, std::string("abc"));
    owner.reset();
    time->run();
    QCOMPARE(sum, 4);
}

void FutureTest::answersCrossThreads()
{
    const test::Worker worker;
    const auto here = Mailbox::create();
    const Owner owner(here);
    QEventLoop loop;
    const auto caller = std::this_thread::get_id();
    int answers = 0;
    bool elsewhere = false;
    for (int i = 0; i < 200; ++i) {
        Promise<int> promise;
        auto future = promise.future();
        auto shared = std::make_shared<Promise<int>>(std::move(promise));
        worker.mailbox()->post([shared, i] { shared->finish(i); });
        auto doubled = then(future, owner, [&](Result<int> result) -> Result<int> {
            elsewhere |= std::this_thread::get_id() != caller;
            return result.value() * 2;
        });
        then(doubled, owner, [&, i](Result<int> result) {
            if (result.value() == 2 * i && ++answers == 200)
                loop.quit();
        });
    }
    loop.exec();
    QCOMPARE(answers, 200);
    QVERIFY(!elsewhere);
    here->close();
}

void FutureTest::ownersMayDieWhileAnswersArrive()
{
    const test::Worker worker;
    const auto here = Mailbox::create();
    QEventLoop loop;
    for (int i = 0; i < 200; ++i) {
        auto owner = std::make_unique<Owner>(here);
        auto shared = std::make_shared<Promise<int>>();
        const auto alive = std::make_shared<bool>(true);
        then(shared->future(), *owner, [alive](Result<int>) { QVERIFY(*alive); });
        worker.mailbox()->post([shared] { shared->finish(1); });
        if (i % 3 == 0)
            QCoreApplication::processEvents();
        *alive = false;
        owner.reset();
    }
    worker.mailbox()->post([here, &loop] { here->post([&loop] { loop.quit(); }); });
    loop.exec();
    here->close();
}

ORRERY_GUILESS_TEST(FutureTest)
} // namespace future_test
#include "future_test.moc"
