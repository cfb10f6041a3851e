// SPDX-License-Identifier: Apache-2.0
#include "core/base/await.h"
#include "core/base/event_loop.h"
#include "core/base/retry_on_conflict.h"
#include "core/base/wait_group.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QAbstractEventDispatcher>
#include <QEventLoop>
#include <QScopeGuard>

#include <thread>

namespace await_test {

using namespace kube;
using namespace std::chrono_literals;

namespace {

Error conflict()
{
    return Error{ErrorKind::Conflict, QStringLiteral("somebody was faster"), {}, {}};
}

constexpr RetryBackoff atOnce{3, 0s, 1.0, 0.0};

} // namespace

class AwaitTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }

    void anAnswerThatIsThereIsTaken()
    {
        QCOMPARE(*await(Future<int>::ready(7)), 7);
    }

    void anAnswerOfThisThreadsLoopIsWaitedFor()
    {
        EventLoop loop;
        Promise<int> promise;
        auto future = promise.future();
        loop.executor()->post([&] { promise.finish(7); });
        QCOMPARE(*await(std::move(future)), 7);
    }

    void withinATaskOfThisThreadNothingIsWaitedFor()
    {
        EventLoop loop;
        Promise<int> promise;
        Promise<bool> done;
        std::optional<Error> refused;
        std::optional<int> taken;
        loop.executor()->post([&] {
            if (auto answer = await(promise.future()); !answer)
                refused = answer.error();
            taken = *await(Future<int>::ready(7));
            done.finish(true);
        });
        QVERIFY(*await(done.future()));
        QVERIFY(refused && refused->is(ErrorKind::BadInput));
        QCOMPARE(taken, std::optional(7));
    }

    void anAnswerOfAnotherThreadIsWaitedFor()
    {
        Promise<int> promise;
        auto future = promise.future();
        const std::jthread other([&promise] { promise.finish(7); });
        QCOMPARE(*await(std::move(future)), 7);
    }

    void eventLoopsMayBeQtsOwn()
    {
        const auto restore = qScopeGuard([before = qgetenv("QT_NO_GLIB"), wasSet = qEnvironmentVariableIsSet("QT_NO_GLIB")] {
            if (wasSet)
                qputenv("QT_NO_GLIB", before);
            else
                qunsetenv("QT_NO_GLIB");
        });
        qunsetenv("QT_NO_GLIB");
        preferQtEventLoops();
        QByteArray name;
        std::thread([&name] {
            const QEventLoop loop;
            name = QAbstractEventDispatcher::instance()->metaObject()->className();
        }).join();
        QVERIFY2(!name.isEmpty() && !name.contains("Glib"), name.constData());
        qputenv("QT_NO_GLIB", ""); // Qt takes it for unset
        preferQtEventLoops();
        QVERIFY(qEnvironmentVariableIsEmpty("QT_NO_GLIB"));
    }

    void aThreadThatIsNotQtsMayWaitToo()
    {
        EventLoop loop;
        Promise<int> promise;
        auto future = promise.future();
        int answer = 0;
        WaitGroup group;
        group.go([&] { answer = await(std::move(future)).value_or(-1); });
        loop.executor()->post([&] { promise.finish(7); });
        group.wait();
        QCOMPARE(answer, 7);
    }

    void anErrorIsGivenAsItIs()
    {
        const auto answer = await(Future<int>::ready(fail(conflict())));
        QCOMPARE(answer.error().kind, ErrorKind::Conflict);
    }

    void stopEndsTheWaitAndTheLateAnswerGoesNowhere()
    {
        EventLoop loop;
        Promise<int> promise;
        std::stop_source stop;
        loop.executor()->post([&] { stop.request_stop(); });
        const auto answer = await(promise.future(), stop.get_token());
        QCOMPARE(answer.error().kind, ErrorKind::Canceled);
        promise.finish(7);
        QCoreApplication::processEvents();
    }

    void anAnswerThatIsThereIsTakenAlsoAfterStop()
    {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(*await(Future<int>::ready(7), stop.get_token()), 7);
        Promise<int> promise;
        QVERIFY(!await(promise.future(), stop.get_token()));
    }

    void sleepingEndsByTimeOrByStop()
    {
        QVERIFY(sleepFor(1ms));
        EventLoop loop;
        std::stop_source stop;
        loop.executor()->post([&] { stop.request_stop(); });
        QVERIFY(!sleepFor(1h, stop.get_token()));
        QVERIFY(!sleepFor(1h, stop.get_token()));
        waitFor(stop.get_token());
    }

    void stopMayComeFromAnotherThread()
    {
        std::stop_source stop;
        const std::jthread other([&stop] { stop.request_stop(); });
        waitFor(stop.get_token());
        QVERIFY(stop.stop_requested());
    }

    void whatIsPostedToALoopThatHasGoneIsDropped()
    {
        ExecutorPtr executor;
        {
            const EventLoop loop;
            executor = loop.executor();
            executor->post([] { QFAIL("this was dropped with the loop"); });
        }
        executor->post([] { QFAIL("there is no loop"); });
        QCoreApplication::processEvents();
    }

    void workersAreWaitedForWhileTheLoopTurns()
    {
        EventLoop loop;
        std::atomic<int> done = 0;
        WaitGroup group;
        for (int i = 0; i < 8; ++i) {
            group.go([&] {
                Promise<int> promise;
                auto future = promise.future();
                loop.executor()->post([&promise] { promise.finish(1); });
                done += await(std::move(future)).value_or(0);
            });
        }
        group.wait();
        QCOMPARE(done.load(), 8);
        group.wait(); // nobody is left
        group.go([&] { ++done; });
        group.wait();
        QCOMPARE(done.load(), 9);
    }

    void aConflictIsTriedAgainAsOftenAsItIsSaid()
    {
        int tries = 0;
        const auto never = retryOnConflict(atOnce, [&]() -> Result<int> {
            ++tries;
            return fail(conflict());
        });
        QCOMPARE(never.error().kind, ErrorKind::Conflict);
        QCOMPARE(tries, 3);
        tries = 0;
        const auto second = retryOnConflict(atOnce, [&]() -> Result<int> {
            if (++tries == 1)
                return fail(conflict());
            return 7;
        });
        QCOMPARE(*second, 7);
        QCOMPARE(tries, 2);
    }

    void anotherErrorIsNotTriedAgain()
    {
        int tries = 0;
        const auto result = retryOnConflict(defaultRetry, [&]() -> Result<void> {
            ++tries;
            return fail(Error::badInput(QStringLiteral("no")));
        });
        QCOMPARE(result.error().kind, ErrorKind::BadInput);
        QCOMPARE(tries, 1);
    }
};

ORRERY_GUILESS_TEST(AwaitTest)
} // namespace await_test
#include "await_test.moc"
