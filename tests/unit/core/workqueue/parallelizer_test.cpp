// SPDX-License-Identifier: Apache-2.0
#include "core/workqueue/parallelizer.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <array>
#include <atomic>

namespace parallelizer_test {

using namespace kube;

class ParallelizerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void everyPieceIsDoneOnce()
    {
        for (const auto &[workers, pieces, chunk] : {std::array{1, 0, 1}, {1, 7, 1}, {3, 100, 1}, {8, 3, 1}, {3, 100, 7}, {2, 5, 99}, {0, 4, 0}}) {
            std::vector<std::atomic<int>> done(static_cast<std::size_t>(pieces));
            parallelizeUntil({}, std::size_t(workers), std::size_t(pieces), [&](std::size_t piece) { ++done[piece]; }, std::size_t(chunk));
            for (const auto &times : done)
                QCOMPARE(times.load(), 1);
        }
    }

    void noPieceBeginsOnceItIsStopped()
    {
        std::stop_source stop;
        std::atomic<int> begun = 0;
        parallelizeUntil(stop.get_token(), 1, 100, [&](std::size_t) {
            if (++begun == 10)
                stop.request_stop();
        }, 30);
        QCOMPARE(begun.load(), 10);
    }
};

ORRERY_GUILESS_TEST(ParallelizerTest)
} // namespace parallelizer_test
#include "parallelizer_test.moc"
