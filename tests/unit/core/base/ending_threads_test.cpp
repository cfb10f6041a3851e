// SPDX-License-Identifier: Apache-2.0
#include "core/base/ending_threads.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <atomic>
#include <future>
#include <thread>

#include <pthread.h>

namespace ending_threads_test {

using namespace kube;
using namespace std::chrono_literals;

namespace {

std::atomic<int> ended = 0;

/// What a thread gives back after its function has returned, as libcrypto does.
struct LastAct {
    ~LastAct()
    {
        std::this_thread::sleep_for(20ms);
        ++ended;
    }
};

/// A detached thread of that name, which lives until the promise is kept.
void begin(const char *name, std::shared_future<void> release)
{
    std::promise<void> named;
    auto isNamed = named.get_future();
    std::thread([name, release = std::move(release), named = std::move(named)]() mutable {
        thread_local LastAct last;
        (void)last;
        pthread_setname_np(pthread_self(), name);
        named.set_value();
        release.wait();
    }).detach();
    isNamed.wait();
}

} // namespace

class EndingThreadsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void nobodyIsWaitedForWhereThereIsNone() { QVERIFY(waitForThreadsNamed("nobody", 1min)); }

    void oneThatEndsIsWaitedForToItsLastAct()
    {
        std::promise<void> release;
        begin("ending", release.get_future().share());
        QVERIFY(!waitForThreadsNamed("ending", 1ms)); // it lives
        release.set_value();
        QVERIFY(waitForThreadsNamed("ending", 1min));
        QCOMPARE(ended.load(), 1);
    }

    void othersAreNotWaitedFor()
    {
        std::promise<void> release;
        begin("another", release.get_future().share());
        QVERIFY(waitForThreadsNamed("ending", 1min));
        release.set_value();
        QVERIFY(waitForThreadsNamed("another", 1min));
    }
};

ORRERY_GUILESS_TEST(EndingThreadsTest)
} // namespace ending_threads_test
#include "ending_threads_test.moc"
