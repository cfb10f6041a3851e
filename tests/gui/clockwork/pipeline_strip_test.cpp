// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/clockwork/pipeline_page_fixture.h"
#include "tests/gui/support/paint_count.h"
#include "tests/support/test_program.h"
#include "ui/widgets/bead_rail.h"
#include "ui/widgets/orrery_style.h"

namespace pipeline_strip_test {

using namespace orrery;
using namespace orrery::test;
using namespace std::chrono_literals;

class PipelineStripTest : public QObject, private PipelinePageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beforeAll(); }
    void cleanupTestCase() { afterAll(); }
    void init() { before(); }
    void cleanup() { after(); }

    void noTimesAreCutHoweverSlow()
    {
        constexpr std::size_t buckets = kube::LatencyHistogram::bounds.size() + 1;
        for (std::size_t half = 0; half < buckets; ++half) {
            for (std::size_t most = half; most < buckets; ++most) {
                kube::LatencyHistogram histogram;
                addTo(histogram, half);
                addTo(histogram, most);
                kube::PipelineSnapshot &pods = m_snapshot.pipelines.front();
                pods.receivedToCached = pods.receivedToPainted = histogram;
                tell();
                for (const Stage stage : {Stage::Indexer, Stage::Table}) {
                    const QString words = visibleWords(column(stage));
                    QVERIFY2(words.contains(QStringLiteral(" · ")) && !words.contains(QChar(0x2026)), qPrintable(words));
                }
            }
        }
        QVERIFY(visibleWords(column(Stage::Table)).contains(QStringLiteral(">5 s")));
    }

    void beadsGoWhereSomethingPassed()
    {
        tell();
        QVERIFY(!m_page->strip()->isMoving());
        m_snapshot = later(m_snapshot, 1000ms, 2);
        tell();
        QVERIFY(m_page->strip()->isMoving());
        QVERIFY(m_page->strip()->rail()->track(0).isMoving());
        m_page->hide();
        QVERIFY(!m_page->strip()->isMoving()); // nobody sees it
    }

    void aFramePaintsTracksAlone()
    {
        tell();
        m_page->grab(); // laid out and painted
        QList<QWidget *> watched;
        for (const Stage stage : allStages)
            watched << column(stage)->dial();
        const PaintCount dials(watched);
        m_page->strip()->rail()->repaint();
        QCOMPARE(dials.paints, 0);
    }

    void withLessMotionNothingMoves()
    {
        auto *style = qobject_cast<OrreryStyle *>(QApplication::style());
        QVERIFY(style);
        style->setReducedMotion(true);
        tell();
        m_snapshot = later(m_snapshot, 1000ms, 2);
        tell();
        style->setReducedMotion(false);
        QVERIFY(!m_page->strip()->isMoving());
        QVERIFY(!m_page->strip()->rail()->track(0).beads().isEmpty()); // they stand
    }
};

ORRERY_TEST(PipelineStripTest)
} // namespace pipeline_strip_test
#include "pipeline_strip_test.moc"
