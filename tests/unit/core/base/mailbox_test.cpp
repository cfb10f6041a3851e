// SPDX-License-Identifier: Apache-2.0
#include "core/base/mailbox.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/base/worker.h"

namespace mailbox_test {

using namespace kube;
using namespace std::chrono_literals;

namespace {

void spin(std::chrono::steady_clock::duration duration)
{
    const auto end = std::chrono::steady_clock::now() + duration;
    while (std::chrono::steady_clock::now() < end) { }
}

/// Delivers what waits, and what that posts, without waiting for more.
void settle()
{
    for (int i = 0; i < 50; ++i)
        QCoreApplication::processEvents();
}

} // namespace

class MailboxTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }
    void tasksRunInOrderAndNotWithinThePost();
    void tasksMayPost();
    void aLongTurnYieldsToTheEventLoop();
    void theFirstAfterIdleIsDeliveredAtOnceAndTheNextIsPaced();
    void pacedTasksArriveTogether();
    void closingDropsWhatWaits();
    void aTaskMayCloseTheMailbox();
    void aTaskMayDropTheMailbox();
    void aTaskThatThrowsKeepsNoOtherFromRunning();
    void postsAfterClosingAreDestroyedUnrun();
    void droppedTasksMayPostAgain();
    void closingTwiceIsHarmless();
    void postsFromSeveralThreadsKeepTheirOrder();
    void theLastReferenceMayBeDroppedElsewhere();
    void postsMayRaceWithClosing();
};

void MailboxTest::tasksRunInOrderAndNotWithinThePost()
{
    const auto mailbox = Mailbox::create();
    std::string order;
    for (const char c : {'a', 'b', 'c'})
        mailbox->post([&order, c] { order += c; });
    QCOMPARE(order, std::string());
    settle();
    QCOMPARE(order, std::string("abc"));
}

void MailboxTest::tasksMayPost()
{
    const auto mailbox = Mailbox::create();
    QEventLoop loop;
    int depth = 0;
    std::function<void()> again = [&] {
        if (++depth == 1000)
            loop.quit();
        else
            mailbox->post(again);
    };
    mailbox->post(again);
    loop.exec();
    QCOMPARE(depth, 1000);
}

void MailboxTest::aLongTurnYieldsToTheEventLoop()
{
    Mailbox::Pace pace;
    pace.turn = 1ms;
    const auto mailbox = Mailbox::create(pace);
    const auto other = Mailbox::create();
    std::string order;
    QEventLoop loop;
    mailbox->post([&] {
        other->post([&] { order += 'x'; });
        order += 'a';
        spin(2ms);
    });
    mailbox->post([&] {
        order += 'b';
        spin(2ms);
    });
    mailbox->post([&] {
        order += 'c';
        loop.quit();
    });
    loop.exec();
    settle();
    QCOMPARE(order.size(), std::size_t(4));
    QVERIFY2(order.find('x') < order.find('c'), order.c_str()); // another's turn came before ours was through
    QCOMPARE(std::string(order).erase(order.find('x'), 1), std::string("abc"));
}

void MailboxTest::theFirstAfterIdleIsDeliveredAtOnceAndTheNextIsPaced()
{
    Mailbox::Pace pace;
    pace.interval = 1h;
    const auto mailbox = Mailbox::create(pace);
    std::string order;
    mailbox->post([&] { order += 'a'; });
    settle();
    QCOMPARE(order, std::string("a"));
    mailbox->post([&] { order += 'b'; });
    settle();
    QCOMPARE(order, std::string("a"));
}

void MailboxTest::pacedTasksArriveTogether()
{
    Mailbox::Pace pace;
    pace.interval = 20ms;
    pace.turn = 1h;
    const auto mailbox = Mailbox::create(pace);
    const auto idle = Mailbox::create();
    QEventLoop loop;
    std::string order;
    mailbox->post([&] { order += 'a'; });
    settle();
    for (const char c : {'b', 'c', 'd'}) {
        mailbox->post([&, c] {
            order += c;
            if (c == 'b')
                idle->post([&] { order += '|'; });
            if (c == 'd')
                idle->post([&] { loop.quit(); });
        });
    }
    loop.exec();
    QCOMPARE(order, std::string("abcd|"));
}

void MailboxTest::closingDropsWhatWaits()
{
    const auto mailbox = Mailbox::create();
    const auto held = std::make_shared<int>(1);
    int ran = 0;
    mailbox->post([&ran, held] { ++ran; });
    mailbox->close();
    QCOMPARE(held.use_count(), 1L);
    settle();
    QCOMPARE(ran, 0);
}

void MailboxTest::aTaskMayCloseTheMailbox()
{
    const auto mailbox = Mailbox::create();
    std::string order;
    mailbox->post([&] {
        order += 'a';
        mailbox->close();
        order += 'b';
    });
    mailbox->post([&] { order += 'c'; });
    settle();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(order, std::string("ab"));
}

void MailboxTest::aTaskMayDropTheMailbox()
{
    auto mailbox = Mailbox::create();
    const std::weak_ptr<Mailbox> watched = mailbox;
    bool ran = false;
    mailbox->post([&] {
        mailbox.reset();
        ran = watched.expired();
    });
    settle();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(ran);
}

void MailboxTest::aTaskThatThrowsKeepsNoOtherFromRunning()
{
    const auto mailbox = Mailbox::create();
    std::string order;
    mailbox->post([] { throw 42; });
    mailbox->post([&order] { order += 'a'; });
    int thrown = 0;
    try {
        settle();
    } catch (int what) {
        thrown = what;
    }
    QCOMPARE(thrown, 42);
    QVERIFY(!Mailbox::isDelivering());
    QTRY_COMPARE(order, std::string("a"));
    mailbox->post([&order] { order += 'b'; });
    settle();
    QCOMPARE(order, std::string("ab"));
    mailbox->post([] { throw 43; }); // nothing behind it
    try {
        settle();
    } catch (int what) {
        thrown = what;
    }
    QCOMPARE(thrown, 43);
    mailbox->post([&order] { order += 'c'; });
    QTRY_COMPARE(order, std::string("abc"));
}

void MailboxTest::postsAfterClosingAreDestroyedUnrun()
{
    const auto mailbox = Mailbox::create();
    mailbox->close();
    const auto held = std::make_shared<int>(1);
    mailbox->post([held] { QFAIL("a closed mailbox ran a task"); });
    QCOMPARE(held.use_count(), 1L);
    settle();
}

void MailboxTest::droppedTasksMayPostAgain()
{
    struct PostsWhenDropped {
        std::weak_ptr<Mailbox> mailbox;
        ~PostsWhenDropped()
        {
            if (const auto door = mailbox.lock())
                door->post([] {});
        }
    };
    const auto mailbox = Mailbox::create();
    mailbox->post([held = std::make_shared<PostsWhenDropped>(PostsWhenDropped{mailbox})] {});
    mailbox->close(); // a lock held over the destruction would hang here
    settle();
}

void MailboxTest::closingTwiceIsHarmless()
{
    const auto mailbox = Mailbox::create();
    mailbox->close();
    mailbox->close();
}

void MailboxTest::postsFromSeveralThreadsKeepTheirOrder()
{
    constexpr int threads = 4;
    constexpr int each = 500;
    const auto mailbox = Mailbox::create();
    QEventLoop loop;
    std::vector<int> last(threads, -1);
    int received = 0;
    bool inOrder = true;
    std::vector<std::thread> posters;
    for (int poster = 0; poster < threads; ++poster) {
        posters.emplace_back([&, poster] {
            for (int i = 0; i < each; ++i) {
                mailbox->post([&, poster, i] {
                    inOrder &= std::exchange(last[std::size_t(poster)], i) == i - 1;
                    if (++received == threads * each)
                        loop.quit();
                });
            }
        });
    }
    loop.exec();
    for (auto &poster : posters)
        poster.join();
    QCOMPARE(received, threads * each);
    QVERIFY(inOrder);
}

void MailboxTest::theLastReferenceMayBeDroppedElsewhere()
{
    const test::Worker worker;
    for (int i = 0; i < 50; ++i) {
        auto mailbox = Mailbox::create();
        mailbox->post([] {});
        QEventLoop loop;
        const auto back = Mailbox::create();
        worker.mailbox()->post([&loop, back, mailbox = std::move(mailbox)]() mutable {
            mailbox.reset();
            back->post([&loop] { loop.quit(); });
        });
        loop.exec();
        back->close();
    }
    settle();
}

void MailboxTest::postsMayRaceWithClosing()
{
    for (int round = 0; round < 50; ++round) {
        const auto mailbox = Mailbox::create();
        std::atomic<bool> begun = false;
        std::thread poster([&] {
            for (int i = 0; i < 100; ++i) {
                mailbox->post([] {});
                begun = true;
            }
        });
        while (!begun)
            QCoreApplication::processEvents();
        mailbox->close();
        poster.join();
    }
    settle();
}

ORRERY_GUILESS_TEST(MailboxTest)
} // namespace mailbox_test
#include "mailbox_test.moc"
