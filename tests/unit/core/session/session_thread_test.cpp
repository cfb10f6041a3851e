// SPDX-License-Identifier: Apache-2.0
#include "core/session/session_thread.h"
#include "core/base/qt_scheduler.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QThread>

#include <latch>

namespace session_thread_test {

using namespace kube;

class SessionThreadTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void eachRunsWhatIsPostedOnAThreadOfItsOwn()
    {
        const SessionThread first(QStringLiteral("first")), second(QStringLiteral("second"));
        std::thread::id ids[3];
        std::latch done(3);
        first.executor()->post([&] { ids[0] = std::this_thread::get_id(); done.count_down(); });
        first.executor()->post([&] { ids[1] = std::this_thread::get_id(); done.count_down(); });
        second.executor()->post([&] { ids[2] = std::this_thread::get_id(); done.count_down(); });
        done.wait();
        QVERIFY(ids[0] == ids[1]);
        QVERIFY(ids[0] != ids[2]);
        QVERIFY(ids[0] != std::this_thread::get_id() && ids[2] != std::this_thread::get_id());
    }

    void timersRunThere()
    {
        const SessionThread thread(QStringLiteral("timers"));
        std::latch done(1);
        Timer timer;
        QtScheduler scheduler;
        std::thread::id asked, fired;
        thread.executor()->post([&] {
            asked = std::this_thread::get_id();
            timer = scheduler.after(std::chrono::milliseconds(1), [&] {
                fired = std::this_thread::get_id();
                timer.reset();
                done.count_down();
            });
        });
        done.wait();
        QVERIFY(asked == fired);
    }

    void whatIsPostedBeforeTheEndIsDoneAndNothingAfter()
    {
        int done = 0;
        bool last = false;
        int late = 0;
        ExecutorPtr executor;
        {
            SessionThread thread(QStringLiteral("ends"));
            executor = thread.executor();
            for (int i = 0; i < 100; ++i)
                executor->post([&done] { ++done; });
            thread.stop([&] { last = done == 100; });
        } // joined
        executor->post([&late] { ++late; });
        QCOMPARE(done, 100);
        QVERIFY(last);
        QCOMPARE(late, 0);
    }

    void aThreadNobodyStopsEndsWithItsObject()
    {
        int done = 0;
        {
            const SessionThread thread(QStringLiteral("dropped"));
            thread.executor()->post([&done] { ++done; });
        }
        QCOMPARE(done, 1);
    }

    void aQuestionIsAnsweredFromThere()
    {
        const SessionThread thread(QStringLiteral("asked"));
        const auto answer = ask<bool>(thread.executor(), [here = std::this_thread::get_id()] {
            return Future<bool>::ready(std::this_thread::get_id() != here);
        });
        QTRY_VERIFY(answer.isReady());
        QVERIFY(*Future(answer).take());
    }

    void aQuestionThatComesTooLateIsCanceled()
    {
        ExecutorPtr executor;
        {
            const SessionThread thread(QStringLiteral("gone"));
            executor = thread.executor();
        }
        auto answer = ask<bool>(executor, [] { return Future<bool>::ready(true); });
        QVERIFY(answer.isReady());
        QCOMPARE(answer.take().error().kind, ErrorKind::Canceled);
    }

    void aQuestionWithoutAnAnswerIsCanceledAtTheEnd()
    {
        std::optional<Future<bool>> answer;
        {
            const SessionThread thread(QStringLiteral("waits"));
            auto promise = std::make_shared<Promise<bool>>();
            answer = ask<bool>(thread.executor(), [promise] { return promise->future(); });
            thread.executor()->post([promise]() mutable { promise.reset(); });
            promise.reset();
        }
        QTRY_VERIFY(answer->isReady());
        QCOMPARE(answer->take().error().kind, ErrorKind::Canceled);
    }
};

ORRERY_GUILESS_TEST(SessionThreadTest)
} // namespace session_thread_test
#include "session_thread_test.moc"
