// SPDX-License-Identifier: Apache-2.0
// Every kind of queue beside a naive one: the same calls in random order, the same answers. A failure names its seed.
#include "core/workqueue/priority_queue.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/workqueue/naive_queue.h"

#include <random>

namespace queue_interleavings_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::ManualTime;
using kube::test::NaiveFifo;
using kube::test::NaivePriorities;
using kube::test::NaiveQueue;

namespace {

using Plain = WorkQueue<int>;
using Delaying = DelayingQueue<int>;
using Limited = RateLimitingQueue<int>;
using Prioritized = PriorityQueue<int>;

constexpr Duration base = 1ms;
constexpr Duration cap = 40ms;

RateLimiterPtr<int> limiter()
{
    return std::make_unique<ItemExponentialFailureRateLimiter<int>>(base, cap);
}

std::vector<int> numbersOf(const std::vector<WorkQueueSnapshot::Entry> &entries)
{
    std::vector<int> numbers;
    for (const auto &entry : entries)
        numbers.push_back(std::stoi(entry.key));
    return numbers;
}

template <typename Queue, typename Naive>
class Run
{
public:
    explicit Run(unsigned seed) : m_random(seed)
    {
        m_queue->setWakeUp([this] { ++m_woken; });
        if (below(2) == 0)
            m_watch = m_queue->keepTimes();
    }

    /// What differed, or nothing.
    QString play(int calls)
    {
        for (int i = 0; i < calls && m_problem.isEmpty(); ++i) {
            call(i > calls * 4 / 5);
            m_time->run();
            compare();
        }
        return m_problem;
    }

private:
    static std::unique_ptr<Queue> make(const std::shared_ptr<ManualTime> &time)
    {
        if constexpr (std::is_same_v<Queue, Plain>)
            return std::make_unique<Queue>();
        else if constexpr (std::is_same_v<Queue, Delaying>)
            return std::make_unique<Queue>(time, *time);
        else
            return std::make_unique<Queue>(limiter(), time, *time);
    }
    [[nodiscard]] unsigned below(unsigned end) { return unsigned(m_random() % end); }

    void call(bool mayShutDown)
    {
        const int key = int(below(7));
        switch (below(mayShutDown ? 17 : 16)) {
        case 0: case 1: case 2: add(key); break;
        case 3: case 4: addLater(key); break;
        case 5: case 6: case 7: case 8: take(); break;
        case 9: case 10: case 11:
            m_queue->done(key);
            m_naive.done(key);
            break;
        case 12:
            m_queue->pause();
            m_naive.pause();
            break;
        case 13: {
            const int count = int(below(4));
            m_queue->step(std::size_t(count));
            m_naive.step(count);
            break;
        }
        case 14:
            m_queue->resume();
            m_naive.resume();
            break;
        case 15:
            m_time->advance(std::chrono::milliseconds(below(30)));
            m_naive.release(m_time->now());
            break;
        case 16:
            m_queue->shutDown();
            if (!m_naive.isDown)
                ++m_due;
            m_armed = m_armed && m_naive.isDown;
            m_naive.shutDown();
            break;
        }
    }
    void add(int key)
    {
        if constexpr (std::is_same_v<Queue, Prioritized>) {
            const int priority = int(below(4)) * 50 - 100;
            if (below(2) == 0) {
                m_queue->add(key, {.priority = priority});
                m_naive.add(key, priority);
                return;
            }
        }
        m_queue->add(key);
        m_naive.add(key, 0);
    }
    void addLater(int key)
    {
        if constexpr (!std::is_same_v<Queue, Plain>) {
            const Duration delay = std::chrono::milliseconds(below(40));
            if constexpr (std::is_same_v<Queue, Limited> || std::is_same_v<Queue, Prioritized>) {
                switch (below(3)) {
                case 0:
                    m_queue->addRateLimited(key);
                    later(key, 0, limited(key));
                    return;
                case 1:
                    m_queue->forget(key);
                    m_naive.failures.erase(key);
                    return;
                }
            }
            if constexpr (std::is_same_v<Queue, Prioritized>) {
                if (below(2) == 0) {
                    using Limit = Prioritized::AddOptions::Limit;
                    const int priority = int(below(4)) * 50 - 100;
                    const bool isLimited = below(2) == 0;
                    m_queue->add(key, {priority, delay, isLimited ? Limit::ByLimiter : Limit::None});
                    const Duration wait = isLimited ? limited(key) : delay;
                    later(key, priority, delay > 0ns ? std::min(wait, delay) : wait);
                    return;
                }
            }
            m_queue->addAfter(key, delay);
            later(key, 0, delay);
        }
    }
    Duration limited(int key)
    {
        const int failures = m_naive.failures[key]++;
        return std::min<Duration>(base * (1 << std::min(failures, 10)), cap);
    }
    void later(int key, int priority, Duration delay)
    {
        if (delay > 0ns)
            m_naive.addAfter(key, priority, m_time->now() + delay);
        else
            m_naive.add(key, priority);
    }
    void take()
    {
        const auto got = m_queue->tryGet();
        const auto expected = m_naive.take();
        check(got == expected, "tryGet()");
        m_armed = m_armed || !expected;
    }

    void compare()
    {
        if (m_armed && m_naive.canTake()) {
            m_armed = false;
            ++m_due;
        }
        check(m_woken == m_due, "wake-ups");
        const auto line = m_naive.line();
        const auto snapshot = m_queue->snapshot(100, [](int key) { return std::to_string(key); });
        check(m_queue->len() == line.size() && snapshot.queued == line.size(), "len()");
        check(numbersOf(snapshot.queuedKeys) == line, "the keys in line");
        check(numbersOf(snapshot.waitingKeys) == m_naive.waiting() && snapshot.waiting == snapshot.waitingKeys.size(), "the keys that wait");
        std::set<int> held, again;
        for (const auto &entry : snapshot.processingKeys) {
            held.insert(std::stoi(entry.key));
            if (entry.isAddedAgain)
                again.insert(std::stoi(entry.key));
        }
        check(held == m_naive.held && snapshot.processing == held.size(), "the keys in work");
        check(again == m_naive.addedAgain() && snapshot.addedAgain == again.size(), "the keys that come again");
        check(m_queue->isPaused() == m_naive.isPaused && snapshot.steps == std::size_t(m_naive.steps), "the pause");
        check(m_queue->shuttingDown() == m_naive.isDown, "the shut down");
        if constexpr (std::is_same_v<Queue, Limited> || std::is_same_v<Queue, Prioritized>) {
            check(snapshot.failing == m_naive.failures.size(), "the keys that fail");
            for (const auto &[key, failures] : m_naive.failures)
                check(m_queue->numRequeues(key) == failures, "numRequeues()");
        }
    }
    void check(bool isSo, const char *what)
    {
        if (!isSo && m_problem.isEmpty())
            m_problem = QString::fromLatin1(what);
    }

    std::mt19937 m_random;
    std::shared_ptr<ManualTime> m_time = std::make_shared<ManualTime>();
    Naive m_naive;
    int m_woken = 0;
    int m_due = 0; ///< wake-ups that there must have been
    bool m_armed = true;
    Subscription m_watch;
    QString m_problem;
    std::unique_ptr<Queue> m_queue = make(m_time);
};

template <typename Queue, typename Naive>
QString firstProblem()
{
    for (unsigned seed = 0; seed < 400; ++seed) {
        const QString problem = Run<Queue, Naive>(seed).play(300);
        if (!problem.isEmpty())
            return QStringLiteral("seed %1: %2").arg(seed).arg(problem);
    }
    return {};
}

} // namespace

class QueueInterleavingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aPlainQueueDoesTheSameAsANaiveOne() { QCOMPARE((firstProblem<Plain, NaiveFifo>()), QString()); }
    void aDelayingQueueDoesTheSameAsANaiveOne() { QCOMPARE((firstProblem<Delaying, NaiveFifo>()), QString()); }
    void aRateLimitingQueueDoesTheSameAsANaiveOne() { QCOMPARE((firstProblem<Limited, NaiveFifo>()), QString()); }
    void aPriorityQueueDoesTheSameAsANaiveOne() { QCOMPARE((firstProblem<Prioritized, NaivePriorities>()), QString()); }
};

ORRERY_GUILESS_TEST(QueueInterleavingsTest)
} // namespace queue_interleavings_test
#include "queue_interleavings_test.moc"
