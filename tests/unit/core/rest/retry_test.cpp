// SPDX-License-Identifier: Apache-2.0
#include "core/rest/retry.h"

#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace retry_test {

using namespace kube;
using namespace kube::test;
using namespace std::chrono_literals;

using Delay = std::optional<Duration>;

class RetryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { failOnWarnings(); }

    void theServerDecidesByRetryAfter()
    {
        const auto after = [](const char *method, int status, const char *value, int before = 0) {
            QList<Header> headers;
            if (value)
                headers.append(Header{"retry-after", value});
            return retryDelay({method, before, {status, headers}, false});
        };
        for (const char *method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
            QCOMPARE(after(method, 429, "3"), Delay(3s));
            QCOMPARE(after(method, 503, "1"), Delay(1s));
            QCOMPARE(after(method, 500, "0"), Delay(0s));
            QCOMPARE(after(method, 429, nullptr), Delay());
            QCOMPARE(after(method, 503, nullptr), Delay());
            QCOMPARE(after(method, 429, "Wed, 21 Oct 2015 07:28:00 GMT"), Delay());
            QCOMPARE(after(method, 429, "-1"), Delay());
            QCOMPARE(after(method, 429, "1.5"), Delay());
            QCOMPARE(after(method, 409, "1"), Delay());
            QCOMPARE(after(method, 200, "1"), Delay());
        }
        QCOMPARE(after("GET", 429, "1", 9), Delay(1s));
        QCOMPARE(after("GET", 429, "1", 10), Delay());
    }

    void aLostConnectionIsTriedAgainOnlyForReading()
    {
        const auto lost = [](const char *method, int before) { return retryDelay({method, before, {}, true}); };
        QCOMPARE(lost("GET", 0), Delay(0s));
        QCOMPARE(lost("GET", 1), Delay(1s));
        QCOMPARE(lost("GET", 10), Delay());
        QCOMPARE(lost("HEAD", 0), Delay(0s));
        for (const char *method : {"POST", "PUT", "PATCH", "DELETE"})
            QCOMPARE(lost(method, 0), Delay());
        QCOMPARE(retryDelay({"GET", 0, {}, false}), Delay());
    }
};

ORRERY_GUILESS_TEST(RetryTest)
} // namespace retry_test
#include "retry_test.moc"
