// SPDX-License-Identifier: Apache-2.0
#include "core/dynamic/pager.h"
#include "tests/support/fixtures.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <deque>

namespace pager_test {

using namespace kube;
using kube::test::fixture;

namespace {

struct Fixture {
    std::shared_ptr<test::ManualTime> time = std::make_shared<test::ManualTime>();
    std::deque<Result<ListPage>> answers;
    std::vector<ListQuery> asked;
    Pager pager{[this](const ListQuery &query) {
                    asked.push_back(query);
                    auto answer = answers.front();
                    answers.pop_front();
                    return Future<ListPage>::ready(std::move(answer));
                }, time};

    Result<ListPage> list(const ListQuery &query) { return test::answer(*time, pager.list(query)); }
};

Result<ListPage> page(const char *name)
{
    return ListPage::decode(fixture(name));
}
const char *const pages[] = {"kubernetes-1.36/list/pods-page1.json", "kubernetes-1.36/list/pods-page2.json",
                             "kubernetes-1.36/list/pods-page3-last.json"};

Result<ListPage> gone()
{
    Status status;
    status.code = 410;
    status.reason = QStringLiteral("Expired");
    return fail(Error::fromStatus(status));
}

} // namespace

class PagerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void pagesBecomeOneList()
    {
        Fixture f;
        for (const char *name : pages)
            f.answers.push_back(page(name));
        const auto all = f.list({.limit = 3, .resourceVersion = "0"});
        QVERIFY_RESULT(all);
        QCOMPARE(all->items.size(), std::size_t(7));
        QCOMPARE(all->resourceVersion, std::string("377"));
        QVERIFY(all->continueToken.empty());
        QVERIFY(!all->remainingItemCount);
        QCOMPARE(f.asked.size(), std::size_t(3));
    }

    void laterPagesNameNoVersion()
    {
        Fixture f;
        for (const char *name : pages)
            f.answers.push_back(page(name));
        QVERIFY_RESULT(f.list({.labelSelector = "a=b", .limit = 3, .resourceVersion = "0", .resourceVersionMatch = "NotOlderThan"}));
        QVERIFY(f.asked.at(1).resourceVersion.empty() && f.asked.at(1).resourceVersionMatch.empty());
        QCOMPARE(f.asked.at(1).labelSelector, std::string("a=b"));
        QCOMPARE(f.asked.at(1).continueToken, page(pages[0])->continueToken);
        QCOMPARE(f.asked.at(2).continueToken, page(pages[1])->continueToken);
    }

    void aTokenThatExpiresIsAnsweredByOneWholeList()
    {
        Fixture f;
        f.answers = {page(pages[0]), gone(), page(pages[2])};
        const auto all = f.list({.limit = 3, .resourceVersion = "7"});
        QVERIFY_RESULT(all);
        QCOMPARE(all->items.size(), std::size_t(1));
        QCOMPARE(f.asked.at(2).limit, std::int64_t(0));
        QCOMPARE(f.asked.at(2).resourceVersion, std::string("7"));
        QVERIFY(f.asked.at(2).continueToken.empty());
    }

    void aFirstPageThatIsGoneIsAnError()
    {
        Fixture f;
        f.answers = {gone()};
        QCOMPARE(f.list({.limit = 3}).error().kind, ErrorKind::Gone);
        QCOMPARE(f.asked.size(), std::size_t(1));
    }

    void anotherErrorBetweenPagesIsGiven()
    {
        Fixture f;
        f.answers = {page(pages[0]), fail(Error::transport(QStringLiteral("reset")))};
        QCOMPARE(f.list({.limit = 3}).error().kind, ErrorKind::Transport);
    }
};

ORRERY_GUILESS_TEST(PagerTest)
} // namespace pager_test
#include "pager_test.moc"
