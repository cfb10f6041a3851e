// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/expectations.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace expectations_test {

using namespace orrery::demo;

class ExpectationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void nothingIsExpectedAtFirst();
    void theyAreMetOnceEachOneHasCome();
    void oneOwnersAreNotAnothers();
    void theyAreForgottenWithTheirOwner();
    void whatNeverComesIsWaitedForFiveMinutes();

private:
    const kube::ObjectKey m_web{"shop", "web"};
    const kube::ObjectKey m_api{"shop", "api"};
    const kube::SteadyTime m_now{};
};

void ExpectationsTest::nothingIsExpectedAtFirst()
{
    Expectations expectations;
    QVERIFY(expectations.areMet(m_web, m_now));
    expectations.settle(m_web, {"shop", "web-1"});
    QVERIFY(expectations.areMet(m_web, m_now));
}

void ExpectationsTest::theyAreMetOnceEachOneHasCome()
{
    Expectations expectations;
    expectations.expect(m_web, {"shop", "web-1"}, m_now);
    expectations.expect(m_web, {"shop", "web-2"}, m_now);
    expectations.settle(m_web, {"shop", "web-2"});
    expectations.settle(m_web, {"shop", "web-3"});
    QVERIFY(!expectations.areMet(m_web, m_now));
    expectations.settle(m_web, {"shop", "web-1"});
    QVERIFY(expectations.areMet(m_web, m_now));
}

void ExpectationsTest::oneOwnersAreNotAnothers()
{
    Expectations expectations;
    expectations.expect(m_web, {"shop", "web-1"}, m_now);
    QVERIFY(expectations.areMet(m_api, m_now));
    expectations.settle(m_api, {"shop", "web-1"});
    QVERIFY(!expectations.areMet(m_web, m_now));
}

void ExpectationsTest::theyAreForgottenWithTheirOwner()
{
    Expectations expectations;
    expectations.expect(m_web, {"shop", "web-1"}, m_now);
    expectations.forget(m_web);
    QVERIFY(expectations.areMet(m_web, m_now));
}

void ExpectationsTest::whatNeverComesIsWaitedForFiveMinutes()
{
    Expectations expectations;
    expectations.expect(m_web, {"shop", "web-1"}, m_now);
    QVERIFY(!expectations.areMet(m_web, m_now + std::chrono::seconds(299)));
    QVERIFY(expectations.areMet(m_web, m_now + std::chrono::seconds(300)));
    QVERIFY(expectations.areMet(m_web, m_now));
}

ORRERY_GUILESS_TEST(ExpectationsTest)
} // namespace expectations_test
#include "expectations_test.moc"
