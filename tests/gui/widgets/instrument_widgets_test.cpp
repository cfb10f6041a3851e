// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/paint_count.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/base/instrument_ink.h"
#include "ui/base/theme.h"
#include "ui/widgets/apply_theme.h"
#include "ui/widgets/bead_rail.h"
#include "ui/widgets/dial.h"
#include "ui/widgets/gate_button.h"
#include "ui/widgets/histogram_bars.h"

#include <QSignalSpy>

namespace instrument_widgets_test {

using namespace orrery;

namespace {

double luminance(const QColor &colour)
{
    const auto part = [](double value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

int pixelsLike(QWidget &widget, const QColor &wanted)
{
    const QImage image = widget.grab().toImage();
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            found += image.pixelColor(x, y) == wanted ? 1 : 0;
    }
    return found;
}

} // namespace

class InstrumentWidgetsTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<ThemeController> m_theme;

private Q_SLOTS:
    void initTestCase()
    {
        kube::test::failOnWarnings();
        m_theme = std::make_unique<ThemeController>(*qApp, ThemeChoice::Dark);
    }
    void cleanupTestCase() { m_theme.reset(); }

    void troubleIsReadableAndNoBrass()
    {
        for (const QPalette &palette : {lightPalette(), darkPalette()}) {
            QVERIFY(contrast(troubleColor(palette), palette.color(QPalette::Window)) >= 4.5);
            QVERIFY(contrast(troubleColor(palette), palette.color(QPalette::Base)) >= 4.5);
            QVERIFY(std::abs(troubleColor(palette).hue() - instrumentInk(palette).brass.hue()) >= 20);
        }
    }

    void figuresAreReadableOnAFilledFace()
    {
        for (const QPalette &palette : {lightPalette(), darkPalette()})
            QVERIFY(contrast(instrumentInk(palette).text, instrumentInk(palette).fill) >= 4.5);
    }

    void aDialLightsItsGraduationsWithTheRate()
    {
        Dial dial;
        QCOMPARE(dial.litGraduations(), 0);
        dial.setReading({QStringLiteral("1"), {}, 0, Dial::rateMark(0.01), DialState::Flowing});
        QCOMPARE(dial.litGraduations(), 1); // little is not nothing
        dial.setReading({QStringLiteral("1"), {}, 0, Dial::rateMark(30), DialState::Flowing});
        const int some = dial.litGraduations();
        QVERIFY(some > 1 && some < Dial::Graduations);
        dial.setReading({QStringLiteral("1"), {}, 0, Dial::rateMark(1e6), DialState::Flowing});
        QCOMPARE(dial.litGraduations(), Dial::Graduations);
    }

    void aDialPaintsOnlyWhatLooksDifferent()
    {
        Dial dial;
        dial.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dial));
        dial.setReading({QStringLiteral("12"), QStringLiteral("rows"), 0.5, 0.5, DialState::Flowing});
        QCoreApplication::processEvents();
        const test::PaintCount count({&dial});
        dial.setReading({QStringLiteral("12"), QStringLiteral("rows"), 0.501, 0.5001, DialState::Flowing});
        QCoreApplication::processEvents();
        QCOMPARE(count.paints, 0);
        dial.setReading({QStringLiteral("13"), QStringLiteral("rows"), 0.5, 0.5, DialState::Flowing});
        QCoreApplication::processEvents();
        QCOMPARE(count.paints, 1);
    }

    void troubleIsDrawnOrangeRed()
    {
        for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
            m_theme->setChoice(theme);
            Dial dial;
            dial.setReading({QStringLiteral("1"), {}, 0, 0.5, DialState::Flowing});
            QCOMPARE(pixelsLike(dial, troubleColor(dial.palette())), 0);
            dial.setReading({QStringLiteral("1"), {}, 0, 0.5, DialState::Trouble});
            QVERIFY(pixelsLike(dial, troubleColor(dial.palette())) > 20);
        }
        m_theme->setChoice(ThemeChoice::Dark);
    }

    void aDialIsAButtonForTheKeyboard()
    {
        QWidget window;
        Dial dial(&window);
        dial.setAccessibleName(QStringLiteral("Reflector"));
        window.show();
        QSignalSpy chosen(&dial, &Dial::clicked);
        QSignalSpy wanted(&dial, &Dial::neighbourWanted);
        QTest::keyClick(&dial, Qt::Key_Return);
        QTest::keyClick(&dial, Qt::Key_Space);
        QCOMPARE(chosen.size(), 2);
        QTest::keyClick(&dial, Qt::Key_Right);
        QCOMPARE(wanted.takeLast().first().toInt(), 1);
        dial.setLayoutDirection(Qt::RightToLeft);
        QTest::keyClick(&dial, Qt::Key_Right);
        QCOMPARE(wanted.takeLast().first().toInt(), -1);
        QCOMPARE(test::unnamedWidgets(&window), QStringList());
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&dial);
        QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Reflector"));
        QVERIFY(face->actionInterface());
    }

    void aBeadIsAThingThatPassed()
    {
        BeadTrack track;
        track.setLength(60);
        QVERIFY(!track.isMoving());
        track.setBeadWorth(BeadTrack::worthAt(20)); // twenty a second are too many to tell apart
        QCOMPARE(track.beadWorth(), 10);
        for (int quarter = 0; quarter < 4; ++quarter) {
            track.pass(2, 250);
            track.advance(250);
        }
        QCOMPARE(track.beads().size(), 0); // not ten yet
        QVERIFY(!track.isMoving());
        track.pass(2, 250);
        track.advance(250);
        QCOMPARE(track.beads().size(), 1);
        BeadTrack slow;
        slow.setLength(60);
        slow.pass(2, 1000);
        QCOMPARE(slow.beadWorth(), 1);
        int most = 0;
        for (int frame = 0; frame < 100 && slow.isMoving(); ++frame) {
            slow.advance(40);
            most = std::max(most, static_cast<int>(slow.beads().size()));
        }
        QCOMPARE(most, 2);
        QVERIFY(!slow.isMoving()); // they have arrived, and nothing follows
    }

    void nothingMovesWhenNothingPasses()
    {
        BeadTrack track;
        track.pass(0, 250);
        QVERIFY(!track.isMoving());
        track.advance(1000);
        QCOMPARE(track.beads().size(), 0);
    }

    void aBeadIsWorthMoreWhereManyPass()
    {
        QCOMPARE(BeadTrack::worthAt(0), 1);
        QCOMPARE(BeadTrack::worthAt(2), 1);
        QCOMPARE(BeadTrack::worthAt(4), 2);
        QCOMPARE(BeadTrack::worthAt(10), 5);
        QCOMPARE(BeadTrack::worthAt(20), 10);
        QCOMPARE(BeadTrack::worthAt(3000), 2000);
    }

    void aBurstIsNotPaidOffForMinutes()
    {
        BeadTrack track;
        track.setLength(60);
        track.pass(100'000, 250);
        int frames = 0;
        for (; track.isMoving() && frames < 1000; ++frames)
            track.advance(40);
        QVERIFY2(frames < 75, qPrintable(QString::number(frames))); // three seconds
    }

    void whatLiesBetweenTwoTracksIsNotTouched()
    {
        BeadRail rail(2);
        rail.resize(160, BeadRail::Height);
        rail.setPlace(0, 0, 60);
        rail.setPlace(1, 100, 60);
        QCOMPARE(rail.mask(), QRegion(0, 0, 60, BeadRail::Height) + QRegion(100, 0, 60, BeadRail::Height));
        rail.pass(1, 2, 1000);
        QVERIFY(rail.isMoving());
        for (int frame = 0; frame < 20; ++frame)
            rail.advance(40);
        QVERIFY(rail.track(0).beads().isEmpty());
        QVERIFY(!rail.track(1).beads().isEmpty());
    }

    void withLessMotionBeadsStand()
    {
        BeadTrack track;
        track.setLength(60);
        track.setAtRest(true);
        track.pass(10, 1000);
        const auto standing = track.beads().size();
        QVERIFY(standing > 0);
        QVERIFY(!track.isMoving());
        track.advance(500);
        QCOMPARE(track.beads().size(), standing);
        track.pass(0, 1000);
        QCOMPARE(track.beads().size(), 0);
    }

    void aHistogramKnowsItsHalfAndItsTail()
    {
        QCOMPARE(HistogramBars::bucketAt({}, 0.5), -1);
        QCOMPARE(HistogramBars::bucketAt({0, 0}, 0.5), -1);
        QCOMPARE(HistogramBars::bucketAt({0, 98, 1, 1}, 0.5), 1);
        QCOMPARE(HistogramBars::bucketAt({0, 98, 1, 1}, 0.99), 2);
        HistogramBars bars;
        bars.resize(96, HistogramBars::Height);
        bars.setCounts({0, 98, 1, 1}, {QStringLiteral("1 ms"), QStringLiteral("2 ms"), QStringLiteral("5 ms"), QStringLiteral("more")}, QStringLiteral("half within 2 ms"));
        QCOMPARE(bars.accessibleName(), QStringLiteral("half within 2 ms"));
        QVERIFY(pixelsLike(bars, instrumentInk(bars.palette()).brass) > 100);
        QVERIFY(pixelsLike(bars, instrumentInk(bars.palette()).quiet) > 5);
    }

    void whatIsDrawnIsDrawnFromRightToLeftToo()
    {
        BeadRail rail(2);
        rail.resize(160, BeadRail::Height);
        rail.setPlace(0, 0, 60);
        rail.setPlace(1, 100, 60);
        rail.setHeld(0, true);
        rail.setHeld(1, true);
        const QImage before = rail.grab().toImage();
        rail.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(rail.grab().toImage().mirrored(true, false).pixelColor(4, 8), before.pixelColor(4, 8));
        GateButton step(GateButton::Sign::Step);
        step.setAccessibleName(QStringLiteral("Step"));
        QVERIFY(!step.grab().isNull());
    }
};

ORRERY_TEST(InstrumentWidgetsTest)
} // namespace instrument_widgets_test
#include "instrument_widgets_test.moc"
